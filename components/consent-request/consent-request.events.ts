import type { Decision } from '../shared/backend/digitalt-samtykke.js';
import { WidgetEvent, type CommonEventMap } from '../shared/widget-events.js';

/** The answer is stored. Holds what was decided: personal data. */
export class SkrankeConsentAnsweredEvent extends WidgetEvent<{
  requestId: string;
  receiptId: string;
  decisions: readonly Decision[];
}> {
  constructor(requestId: string, receiptId: string, decisions: readonly Decision[]) {
    super('skranke-consent-answered', { requestId, receiptId, decisions });
  }
}

/** The withdrawal of a consent is stored. */
export class SkrankeConsentWithdrawnEvent extends WidgetEvent<{ requestId: string; consentId: string }> {
  constructor(requestId: string, consentId: string) {
    super('skranke-consent-withdrawn', { requestId, consentId });
  }
}

/** The events of `<skranke-consent-request>`. */
export interface ConsentRequestEventMap extends CommonEventMap {
  'skranke-consent-answered': SkrankeConsentAnsweredEvent;
  'skranke-consent-withdrawn': SkrankeConsentWithdrawnEvent;
}
