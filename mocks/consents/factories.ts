/** Maker of consent requests for tests and stories: a whole, valid one, with only what matters said. All is made up. */
import type { ConsentRequest } from '../contract/consents.js';
import { exampleDeclaration, examplePurposes } from '../contract/consents-examples.js';
import { CITIZEN_NAME } from '../pilot/personas.js';
import { defaultAuthority } from './templates.js';

/** A request as `GET /consent-requests/{id}` answers it; without more, an open one with two consents. */
export function makeConsentRequest(fields: Partial<ConsentRequest> = {}): ConsentRequest {
  return {
    id: 'cr-1001',
    status: 'created',
    respondent: { name: CITIZEN_NAME },
    authority: defaultAuthority,
    declaration: exampleDeclaration,
    consents: examplePurposes.map((purpose) => ({ ...purpose, status: 'pending' })),
    answerBy: '2026-12-20',
    redirectUrl: 'https://portal.example.dk/sag/42',
    ...fields,
  };
}
