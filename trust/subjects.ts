/** The widgets of the kit, one file a widget below `subjects/`. */
import type { Subject } from './subject.js';
import { consentRequest } from './subjects/consent-request.js';
import { contactPointPicker } from './subjects/contact-point-picker.js';
import { deadlineList } from './subjects/deadline-list.js';
import { deepLinkCard } from './subjects/deep-link-card.js';
import { messageRecall } from './subjects/message-recall.js';

export const subjects: readonly Subject[] = [
  consentRequest,
  contactPointPicker,
  deadlineList,
  deepLinkCard,
  messageRecall,
];
