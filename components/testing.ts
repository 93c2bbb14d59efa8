/** `skranke/testing`: harnesses for hosts' own tests, a widget each. */
export { DeadlineListHarness } from './deadline-list/deadline-list.harness.js';
export { DeepLinkCardHarness } from './deep-link-card/deep-link-card.harness.js';
export { MessageRecallHarness } from './message-recall/message-recall.harness.js';
export { WidgetHarness, type Name, type WidgetState } from './shared/testing/harness.js';
