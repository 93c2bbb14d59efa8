export { SkrankeMessageRecall } from './message-recall.js';
export {
  SkrankeMessageRecalledEvent,
  type MessageRecallEventMap,
  type SkrankeMessageRecalledDetail,
} from './message-recall.events.js';
export type { MessageRecallMessages } from './message-recall.messages.js';
