export { SkrankeDeadlineList } from './deadline-list.js';
export {
  SkrankeActivityOpenedEvent,
  SkrankeNoticeDismissedEvent,
  type DeadlineListEventMap,
} from './deadline-list.events.js';
export type { DeadlineListMessages } from './deadline-list.messages.js';
