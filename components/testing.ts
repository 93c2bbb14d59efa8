/** `skranke/testing`: harnesses for hosts' own tests, a widget each, and `settled()` for a whole page. */
export { ConsentRequestHarness } from './consent-request/consent-request.harness.js';
export { ContactPointPickerHarness } from './contact-point-picker/contact-point-picker.harness.js';
export { DeadlineListHarness } from './deadline-list/deadline-list.harness.js';
export { DeepLinkCardHarness } from './deep-link-card/deep-link-card.harness.js';
export { MessageRecallHarness } from './message-recall/message-recall.harness.js';
export { WidgetHarness, type Name, type WidgetState } from './shared/testing/harness.js';
export { settled } from './shared/testing/settled.js';
