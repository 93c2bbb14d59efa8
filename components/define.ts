import './consent-request/consent-request.define.js';
import './contact-point-picker/contact-point-picker.define.js';
import './deadline-list/deadline-list.define.js';
import './deep-link-card/deep-link-card.define.js';
import './message-recall/message-recall.define.js';
