import { mistake } from '../shared/backend/backend-error.js';
import type { Answer, BackendClient } from '../shared/backend/client.js';
import {
  answerConsentRequest,
  CONSENT_REQUEST_PATH,
  getConsentRequest,
  withdrawConsent,
  type ConsentReceipt,
  type ConsentRequest,
  type ConsentWrite,
} from '../shared/backend/digitalt-samtykke.js';
import type { Act } from './decisions.js';

/** Reads a request; one that is open, and does not tell all that must be known before an answer, is a failure. */
export async function readAnswerable(
  client: BackendClient,
  ask: Parameters<typeof getConsentRequest>[1],
): Promise<Answer<ConsentRequest>> {
  const answer = await getConsentRequest(client, ask);
  const { status, missing = [] } = answer.data ?? {};
  if (status === 'created' && missing.length > 0) {
    const where = `GET ${CONSENT_REQUEST_PATH}: ${missing.join(', ')}`;
    throw mistake('contract', 'missing-text', where);
  }
  return answer;
}

/** Sends an answer or a withdrawal. */
export function send(
  client: BackendClient,
  request: ConsentRequest,
  act: Act,
  write: ConsentWrite,
): Promise<Answer<ConsentReceipt>> {
  return act.decisions
    ? answerConsentRequest(client, request, act.decisions, write)
    : withdrawConsent(client, request, act.consentId, write);
}
