/**
 * The rules of consent requests on plain data: no msw, no clock of their own, nothing changed in place. `today` is the
 * date in Copenhagen. Source: domain 4 and backend contract 3.
 */
import type { PlainDate } from '../../components/shared/i18n/dates.js';
import type { FieldErrors } from '../contract/common.js';
import type * as wire from '../contract/consents.js';
import { omit } from '../omit.js';
import { CITIZEN_CPR, CITIZEN_NAME, OTHER_CITIZEN_CPR, type Persona } from '../pilot/personas.js';

type StoredConsent = wire.StoredRequest['consents'][number];

/** `validTo` and `answerBy` are inclusive: they end at midnight after that day in Copenhagen. */
const isOver = (last: PlainDate | undefined, today: PlainDate) => last !== undefined && last < today;

/** One consent's status on a day. What was given is no longer in force once the authority took the request back. */
export function consentStatus(
  consent: StoredConsent,
  request: wire.StoredRequest,
  today: PlainDate,
): wire.ConsentStatus {
  if (consent.decision === undefined) return 'pending';
  if (consent.decision === 'refused') return 'refused';
  if (consent.withdrawnAt !== undefined) return 'withdrawn';
  return request.deleted || isOver(consent.validTo, today) ? 'expired' : 'given';
}

/**
 * The request's status on a day. One of two withdrawn is `partly-accepted`; `revoked` when none is left given. A consent
 * that runs out by itself does not change an accepted request.
 */
export function requestStatus(request: wire.StoredRequest, today: PlainDate): wire.RequestStatus {
  if (request.deleted) return 'deleted';
  if (!request.answer) return isOver(request.answerBy, today) ? 'expired' : 'created';
  const given = request.consents.filter(({ decision }) => decision === 'given');
  if (given.length === 0) return 'rejected';
  const isAnyWithdrawn = given.some(({ withdrawnAt }) => withdrawnAt !== undefined);
  const isAnyInForce = given.some((consent) => consentStatus(consent, request, today) === 'given');
  if (isAnyWithdrawn && !isAnyInForce) return 'revoked';
  return given.length === request.consents.length && !isAnyWithdrawn ? 'accepted' : 'partly-accepted';
}

/** Only the respondent may read and answer. `all` is any person but {@link OTHER_CITIZEN_CPR}. */
export function isRespondent(cpr: string, persona: Persona): boolean {
  return persona === 'all' ? cpr !== OTHER_CITIZEN_CPR : cpr === CITIZEN_CPR;
}

/** The made-up name of a person; any number but the citizen's is somebody without a story. */
export function respondentName(cpr: string): string {
  return cpr === CITIZEN_CPR ? CITIZEN_NAME : 'Prøveborger';
}

function receiptOf({ answer }: wire.StoredRequest) {
  if (!answer) return {};
  const { receiptId, answeredAt, version, language } = answer;
  return { receiptId, answeredAt, answeredVersion: version, answeredLanguage: language };
}

function frameOf({ answerBy, redirectUrl }: wire.StoredRequest) {
  return { ...(answerBy ? { answerBy } : {}), ...(redirectUrl === undefined ? {} : { redirectUrl }) };
}

/** The request as the citizen sees it: no CPR number, none of what is the authority's. */
export function toCitizen(request: wire.StoredRequest, today: PlainDate): wire.ConsentRequest {
  const { id, cpr, authority, declaration } = request;
  const consents = request.consents.map((consent) => ({
    ...omit(consent, 'decision', 'withdrawnAt'),
    status: consentStatus(consent, request, today),
  }));
  return {
    id,
    status: requestStatus(request, today),
    respondent: { name: respondentName(cpr) },
    authority,
    declaration,
    consents,
    ...frameOf(request),
    ...receiptOf(request),
  };
}

function keptDecisions({ consents }: wire.StoredRequest) {
  return consents.flatMap(({ id, decision, withdrawnAt }) =>
    decision ? [{ consentId: id, decision, ...(withdrawnAt ? { withdrawnAt } : {}) }] : [],
  );
}

/** The request as the authority sees it. */
export function toAuthority(request: wire.StoredRequest, today: PlainDate): wire.AuthorityRequest {
  const { id, templateId, cpr, declaration, messages } = request;
  return {
    id,
    templateId,
    cpr,
    status: requestStatus(request, today),
    declarationVersion: declaration.version,
    consents: request.consents.map((consent) => ({
      id: consent.id,
      status: consentStatus(consent, request, today),
      ...(consent.validTo ? { validTo: consent.validTo } : {}),
    })),
    decisions: keptDecisions(request),
    ...frameOf(request),
    ...receiptOf(request),
    messages: [...messages],
  };
}

/** What the authority's system is told about an answered request, or undefined before the answer. */
export function documentOf(request: wire.StoredRequest, today: PlainDate): wire.ConsentDocument | undefined {
  if (!request.answer) return undefined;
  const { receiptId, answeredAt, version, language } = request.answer;
  return {
    consentRequestId: request.id,
    receiptId,
    answeredAt,
    declarationVersion: version,
    language,
    status: requestStatus(request, today),
    decisions: keptDecisions(request),
  };
}

/** Why a request cannot be answered any more: the slug of the 409 problem. */
export function answerProblem(
  request: wire.StoredRequest,
  today: PlainDate,
): 'already-answered' | 'expired' | 'deleted' | undefined {
  const status = requestStatus(request, today);
  if (status === 'deleted' || status === 'expired') return status;
  return status === 'created' ? undefined : 'already-answered';
}

/** Each consent is decided exactly once, in the language of the declaration. */
export function answerErrors(request: wire.StoredRequest, body: wire.AnswerBody): FieldErrors {
  const errors: FieldErrors = {};
  if (body.language !== request.declaration.language)
    errors['language'] = `Erklæringens sprog er ${request.declaration.language}`;
  const seen = new Set<string>();
  body.decisions.forEach(({ consentId }, index) => {
    const isKnown = request.consents.some(({ id }) => id === consentId);
    if (!isKnown) errors[`decisions.${index}.consentId`] = 'Findes ikke i anmodningen';
    else if (seen.has(consentId)) errors[`decisions.${index}.consentId`] = 'Er afgjort to gange';
    seen.add(consentId);
  });
  const missing = request.consents.filter(({ id }) => !seen.has(id)).map(({ id }) => id);
  if (missing.length > 0) errors['decisions'] = `Mangler en afgørelse: ${missing.join(', ')}`;
  return errors;
}

/** The answered request. The receipt's id hangs on the request alone: one answer, one receipt. */
export function answered(
  request: wire.StoredRequest,
  body: wire.AnswerBody,
  answeredAt: string,
): wire.StoredRequest {
  const decisions = new Map(body.decisions.map(({ consentId, decision }) => [consentId, decision]));
  const { version, language } = request.declaration;
  return {
    ...request,
    consents: request.consents.map((consent) => {
      const decision = decisions.get(consent.id);
      return decision ? { ...consent, decision } : consent;
    }),
    answer: { receiptId: `kv-${request.id}`, answeredAt, version, language },
  };
}

/** The request with one consent withdrawn. */
export function withdrawn(
  request: wire.StoredRequest,
  consentId: string,
  withdrawnAt: string,
): wire.StoredRequest {
  const consents = request.consents.map((consent) =>
    consent.id === consentId ? { ...consent, withdrawnAt } : consent,
  );
  return { ...request, consents };
}
