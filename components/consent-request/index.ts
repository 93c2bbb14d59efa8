export { SkrankeConsentRequest } from './consent-request.js';
export {
  SkrankeConsentAnsweredEvent,
  SkrankeConsentWithdrawnEvent,
  type ConsentRequestEventMap,
} from './consent-request.events.js';
export type { ConsentRequestMessages } from './consent-request.messages.js';
export type { Choice, Decision } from '../shared/backend/digitalt-samtykke.js';
