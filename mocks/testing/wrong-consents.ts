/** Defects of Digitalt Samtykke. */
import {
  accepts,
  body,
  field,
  fits,
  onAnswer,
  problem,
  reply,
  type Defect,
  type Filter,
  type Json,
} from './wrong-backends.js';

const READ = 'GET /consent-requests/*';
const ANSWER = 'POST /consent-requests/*/answer';
const WITHDRAW = 'POST /consent-requests/*/withdrawal';
/** What is not the citizen's, and what is not there. */
const OTHERS_WITHDRAWAL = 'POST /consent-requests/cr-11/*/withdrawal';
const UNKNOWN_WITHDRAWAL = 'POST /consent-requests/cr-99/*/withdrawal';
const request = ['get-consent-request'];
const answer = ['answer-consent-request'];
const withdraw = ['answer-consent-request', 'withdraw-consent'];
const withdrawal = { status: 'revoked', withdrawnAt: '2026-11-22T10:00:00+01:00' };
const receipt = {
  receiptId: 'kv-9',
  answeredAt: '2026-11-22T10:00:00+01:00',
  status: 'partly-accepted',
  decisions: [],
};

/** Accepts an answer that the pilot refuses with this slug. */
const acceptsAnswer = (pattern: string, slug: string): Filter =>
  onAnswer(pattern, async (refusal) =>
    (await refusal.text()).includes(`/${slug}"`) ? reply(200, receipt) : undefined,
  );

/** Every key is new to it, and every answer a new receipt. */
const answersTwice = (): Filter => {
  let receipts = 0;
  return onAnswer(ANSWER, async (given, sent) => {
    if (given.status !== 200) return undefined;
    const isFirst = receipts++ === 0;
    return isFirst || !fits(sent, ANSWER)
      ? undefined
      : reply(200, { ...((await given.json()) as Json), receiptId: `kv-${receipts}` });
  });
};
/** A consent that nothing was decided about is given. */
const fillsIn: Filter = async (sent, right) => {
  if (!fits(sent, ANSWER)) return right(sent);
  const answered = (await sent.clone().json()) as { decisions: Json[] };
  const missing = ['c-1', 'c-2'].filter((id) => !answered.decisions.some((one) => one['consentId'] === id));
  if (answered.decisions.length === 0 || missing.length === 0) return right(sent);
  const filled = missing.map((consentId) => ({ consentId, decision: 'given' }));
  const decisions = [...answered.decisions, ...filled];
  return right(new Request(sent, { body: JSON.stringify({ ...answered, decisions }) }));
};
/** Looks past a header. */
const without =
  (name: string): Filter =>
  (sent, right) => {
    const rest = new Headers(sent.headers);
    rest.delete(name);
    return right(new Request(sent, { headers: rest }));
  };

export const wrongConsents: readonly Defect[] = [
  {
    name: 'no legal basis',
    only: request,
    expects: ['consent.texts'],
    filter: body(READ, (one) => field('declaration', { legalBasis: undefined })(one)),
  },
  {
    name: 'a consent without recipients',
    only: request,
    expects: ['consent.texts'],
    filter: body(READ, (one) => ({
      ...one,
      consents: (one['consents'] as Json[]).map((each) => ({ ...each, recipients: [] })),
    })),
  },
  {
    name: 'two consents with the same id',
    only: request,
    expects: ['consent.ids'],
    filter: body('GET /consent-requests/cr-1', (one) => ({
      ...one,
      consents: (one['consents'] as Json[]).map((each) => ({ ...each, id: 'c-1' })),
    })),
  },
  {
    name: 'revoked although one is given',
    only: request,
    expects: ['consent.status'],
    filter: body('GET /consent-requests/cr-8', (one) => ({
      ...one,
      consents: (one['consents'] as Json[]).map((each, index) =>
        index === 0 ? { ...each, status: 'given' } : each,
      ),
    })),
  },
  {
    name: 'a request that is not as its fixture says',
    only: request,
    expects: ['consent.outcome'],
    filter: body('GET /consent-requests/cr-6', (one) => ({ ...one, status: 'created' })),
  },
  {
    name: 'closed on the last day',
    only: request,
    expects: ['consent.last-day'],
    filter: body('GET /consent-requests/cr-2', (one) => ({ ...one, status: 'expired' })),
  },
  {
    name: 'an answer to a wrong version',
    only: answer,
    expects: ['consent.version'],
    filter: acceptsAnswer(ANSWER, 'declaration-changed'),
  },
  {
    name: 'an answer without decisions',
    only: answer,
    expects: ['consent.decisions'],
    filter: acceptsAnswer(ANSWER, 'invalid'),
  },
  {
    name: 'an answer without one of the decisions',
    only: answer,
    expects: ['consent.decisions'],
    filter: fillsIn,
  },
  {
    name: 'answering twice',
    only: answer,
    expects: ['consent.once'],
    filter: acceptsAnswer(ANSWER, 'already-answered'),
  },
  {
    name: 'answering what has run out',
    only: answer,
    expects: ['consent.expired'],
    filter: acceptsAnswer(ANSWER, 'expired'),
  },
  {
    name: "answering another's request",
    only: answer,
    expects: ['auth.not-permitted'],
    filter: acceptsAnswer('POST /consent-requests/cr-11/answer', 'not-permitted'),
  },
  {
    name: 'an answer that is not stored',
    only: answer,
    expects: ['consent.stored'],
    filter: body('GET /consent-requests/cr-1', (one) => ({ ...one, status: 'created' })),
  },
  {
    name: 'other decisions than were sent',
    only: answer,
    expects: ['consent.answer'],
    filter: body(ANSWER, (one) => ({
      ...one,
      decisions: (one['decisions'] as Json[]).map((each) => ({ ...each, decision: 'given' })),
    })),
  },
  {
    name: 'a field too many is refused',
    only: answer,
    expects: ['unknown.field'],
    filter: async (sent, right) =>
      (await sent.clone().text()).includes('skrankeCheck')
        ? problem(422, 'invalid', { errors: { skrankeCheck: 'Ukendt' } })
        : right(sent),
  },
  {
    name: 'a used key answers once more',
    only: answer,
    expects: ['idempotency.repeat'],
    filter: answersTwice,
  },
  {
    name: 'no 422 for a used key with another body',
    only: answer,
    expects: ['idempotency.reused'],
    filter: acceptsAnswer(ANSWER, 'idempotency-key-reused'),
  },
  {
    name: 'keys are ignored, though promised',
    only: answer,
    expects: ['idempotency.repeat', 'idempotency.reused'],
    filter: without('idempotency-key'),
  },
  {
    name: 'If-Match is ignored, though promised',
    only: answer,
    expects: ['if-match.stale'],
    filter: without('if-match'),
  },
  {
    name: 'the present ETag is refused',
    only: answer,
    expects: ['if-match.current', 'answer.status'],
    filter: onAnswer(ANSWER, (_, sent) =>
      sent.headers.has('if-match') ? problem(412, 'precondition-failed') : undefined,
    ),
  },
  {
    name: 'withdrawing what was refused',
    only: withdraw,
    expects: ['withdrawal.not-given'],
    filter: accepts(WITHDRAW, 409, withdrawal),
  },
  {
    name: "withdrawing another's consent",
    only: withdraw,
    expects: ['auth.not-permitted'],
    filter: accepts(OTHERS_WITHDRAWAL, 403, withdrawal),
  },
  {
    name: "the state of another's consent is told",
    only: withdraw,
    expects: ['auth.not-permitted'],
    filter: onAnswer(OTHERS_WITHDRAWAL, ({ status }) =>
      status === 403 ? problem(409, 'not-given') : undefined,
    ),
  },
  {
    name: 'withdrawing from an unknown request',
    only: withdraw,
    expects: ['problem.not-found'],
    filter: accepts(UNKNOWN_WITHDRAWAL, 404, withdrawal),
  },
  {
    name: 'a withdrawal that changes nothing',
    only: withdraw,
    expects: ['withdrawal.done', 'consent.status'],
    filter: body('GET /consent-requests/cr-1', (one) => ({
      ...one,
      consents: (one['consents'] as Json[]).map((each) =>
        each['status'] === 'withdrawn' ? { ...each, status: 'given' } : each,
      ),
    })),
  },
];
