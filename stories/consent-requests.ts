/** Consent requests as the reader gives them, otherwise than the pilot's own where a test says so. */
import { makeConsentRequest } from '../mocks/consents/factories.js';
import { readConsentRequest, type ConsentRequest } from '../components/shared/backend/digitalt-samtykke.js';

type Wire = ReturnType<typeof makeConsentRequest>;

/** An open request with these fields. */
export const read = (fields: Partial<Wire> = {}): ConsentRequest =>
  readConsentRequest(makeConsentRequest(fields))!;
/** An open request with these texts. */
export const withTexts = (texts: Partial<Wire['declaration']>) =>
  read({ declaration: { ...makeConsentRequest().declaration, ...texts } });
/** The consents, each with its status; those without one are pending. */
export const withStatuses = (...statuses: Wire['consents'][number]['status'][]) =>
  makeConsentRequest().consents.map((consent, index) => ({
    ...consent,
    status: statuses[index] ?? 'pending',
  }));
