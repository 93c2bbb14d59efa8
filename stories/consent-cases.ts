/** Consent cases at the steps of their life, for tests of the model. */
import { BackendError, type BackendErrorInfo } from '../components/shared/backend/backend-error.js';
import type { ConsentRequest } from '../components/shared/backend/digitalt-samtykke.js';
import { ConsentCase } from '../components/consent-request/consent-case.js';
import type { Act } from '../components/consent-request/decisions.js';
import { read, withStatuses } from './consent-requests.js';

export const decisions = ['c-1', 'c-2'].map((consentId) => ({ consentId, decision: 'given' as const }));
export const ANSWERED = read({ status: 'accepted', consents: withStatuses('given', 'given') });
export const SECOND_ANSWERED = read({
  status: 'partly-accepted',
  consents: withStatuses('refused', 'given'),
});
export const EXPIRED = read({ status: 'expired' });

/** A case that was read once. */
export function opened(request = read()): ConsentCase {
  const flow = new ConsentCase('cr-1001');
  flow.take(request, '"1"');
  return flow;
}

/** An open case in which both consents are given, and on the summary. */
export function chosen(): ConsentCase {
  const flow = opened();
  for (const { consentId } of decisions) flow.choices.set(consentId, 'given');
  flow.goOn();
  return flow;
}

/** One try of an act that fails. */
export function fail(
  flow: ConsentCase,
  info: Partial<BackendErrorInfo>,
  act: Act = { decisions },
): ConsentCase {
  flow.begin(act);
  flow.fail(new BackendError({ kind: 'http', code: 'http', retryable: true, ...info }, ''));
  return flow;
}

export const sent = (status: number) => fail(chosen(), { status });
export const take = (flow: ConsentCase, request: ConsentRequest) => flow.take(request, undefined);
