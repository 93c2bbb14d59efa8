/** Answers one consent request for real, withdraws from it, and looks at it from all sides. */
import type { ProblemSlug } from '../contract/common.js';
import { judgeStatus, READ } from './consent-probes.js';
import type { Answer } from './exchange.js';
import type { Fixtures } from './fixtures.js';
import { fieldsOf, listOf, missingIn, recordOf, type Probe, type Prober } from './probe.js';
import type { RuleId } from './rules.js';
import {
  carryOut,
  judgePersona,
  judgeRepeat,
  judgeReused,
  judgeStateFirst,
  judgeStrangers,
  judgeTagChange,
  send,
  stopIfDone,
  type Write,
} from './writes.js';

const area = 'consents' as const;
const ANSWER = 'answer-consent-request';
const WITHDRAW = 'withdraw-consent';

interface Decision {
  readonly consentId: string;
  readonly decision: 'given' | 'refused';
}

/** A whole answer: all are given but the last of several. */
function answerTo(request: Answer) {
  const { declaration, consents } = fieldsOf(request);
  const { version, language } = recordOf(declaration);
  const ids = listOf(consents).map(({ id }) => String(id));
  const decisions = ids.map((consentId, index): Decision => {
    const isRefused = ids.length > 1 && index === ids.length - 1;
    return { consentId, decision: isRefused ? 'refused' : 'given' };
  });
  return { declarationVersion: String(version), language: String(language), decisions };
}

type AnswerBody = ReturnType<typeof answerTo>;

/** Answers that must be refused and leave everything as it was. */
async function judgeWrongAnswers(p: Prober, params: Write['params'], body: AnswerBody): Promise<void> {
  const write = (change: Partial<AnswerBody>): Write => ({
    endpoint: ANSWER,
    params,
    body: { ...body, ...change },
  });
  await judgeStrangers(p, write({}));
  await judgePersona(p, write({}), 'consentRequests');
  const oldVersion = { declarationVersion: 'skranke-check-old' };
  const stale = await send(p, write(oldVersion));
  p.problem('consent.version', stale, 'declaration-changed');
  stopIfDone(stale);
  // A field too many changes nothing: the same refusal, for the same reason.
  const withMore = await send(p, { ...write({}), body: { ...body, ...oldVersion, skrankeCheck: true } });
  p.same('unknown.field', 'status', withMore.status, stale.status);
  stopIfDone(withMore);
  const [first] = body.decisions;
  const incomplete: readonly Decision[][] = [
    [],
    ...(first && body.decisions.length > 1 ? [[first]] : []),
    body.decisions.map((one) => ({ ...one, decision: 'maybe' as 'given' })),
  ];
  for (const decisions of incomplete) {
    const refused = await send(p, write({ decisions }));
    p.problem('consent.decisions', refused, 'invalid');
    stopIfDone(refused);
  }
}

function judgeReceipt(p: Prober, answer: Answer, body: AnswerBody): void {
  const { status, decisions } = fieldsOf(answer);
  const asText = (list: readonly Readonly<Record<string, unknown>>[]) =>
    JSON.stringify(list.map(({ consentId, decision }) => [String(consentId), decision]).sort());
  p.verdict(
    'consent.answer',
    asText(listOf(decisions)) === asText(listOf(body.decisions)),
    'other decisions than were sent',
  );
  const expected = body.decisions.length > 1 ? 'partly-accepted' : 'accepted';
  p.same('consent.answer', 'status', status, expected);
}

async function answer(p: Prober, id: string): Promise<void> {
  const params = { id };
  const request = await p.read(READ, { params });
  const body = answerTo(request);
  if (fieldsOf(request)['status'] !== 'created') {
    p.unchecked('consent.answer', `the fixture open is ${String(fieldsOf(request)['status'])}`);
    return;
  }
  await judgeWrongAnswers(p, params, body);
  const write: Write = { endpoint: ANSWER, params, body };
  const { answer: first, key } = await carryOut(p, write, request.headers.get('etag'));
  judgeReceipt(p, first, body);
  const stored = await judgeStored(p, params, first, body);
  judgeTagChange(p, request, stored);
  const remembersKeys = judgeRepeat(p, first, await send(p, write, { key }));
  const other = body.decisions.map((one) => ({ ...one, decision: 'refused' as const }));
  judgeReused(p, await send(p, { ...write, body: { ...body, decisions: other } }, { key }), remembersKeys);
  p.problem('consent.once', await send(p, write), 'already-answered');
  if (request.headers.has('etag')) await judgeStateFirst(p, write);
  else p.unsupported('if-match.state-first', 'no ETag to send back');
}

async function judgeStored(
  p: Prober,
  params: Write['params'],
  first: Answer,
  body: AnswerBody,
): Promise<Answer> {
  const stored = await p.read(READ, { params });
  p.same('consent.stored', 'status', fieldsOf(stored)['status'], fieldsOf(first)['status']);
  p.same('consent.stored', 'receiptId', fieldsOf(stored)['receiptId'], fieldsOf(first)['receiptId']);
  // By id: the order of consents is nobody's promise.
  const consents = listOf(fieldsOf(stored)['consents']);
  const statuses = new Map(consents.map(({ id, status }) => [String(id), String(status)]));
  const received = body.decisions.map(({ consentId }) => statuses.get(consentId) ?? 'gone').join(', ');
  const decided = body.decisions.map(({ decision }) => decision).join(', ');
  p.same('consent.stored', 'status', received, decided);
  return stored;
}

/** Withdraws the first consent of what was answered just now, and the last one that was refused. */
async function withdraw(p: Prober, id: string): Promise<void> {
  const before = await p.read(READ, { params: { id } });
  const consents = listOf(fieldsOf(before)['consents']);
  const given = consents.find(({ status }) => status === 'given');
  if (!given) {
    p.unchecked('withdrawal.done', 'no consent of the fixture open was given');
    return;
  }
  const write = (consent: Readonly<Record<string, unknown>>): Write => ({
    endpoint: WITHDRAW,
    params: { id, consentId: String(consent['id']) },
  });
  await judgeStrangers(p, write(given));
  await judgePersona(p, write(given), 'consentRequests');
  const { answer: first, key } = await carryOut(p, write(given), before.headers.get('etag'));
  const after = await p.read(READ, { params: { id } });
  const consent = listOf(fieldsOf(after)['consents']).find((one) => one['id'] === given['id']);
  p.same('withdrawal.done', 'status', consent?.['status'], 'withdrawn');
  p.same('withdrawal.done', 'status', fieldsOf(first)['status'], fieldsOf(after)['status']);
  judgeStatus(p, after);
  judgeTagChange(p, before, after);
  judgeRepeat(p, first, await send(p, write(given), { key }));
  p.problem('withdrawal.not-given', await send(p, write(given)), 'not-given');
  const refused = consents.find(({ status }) => status === 'refused');
  if (refused) p.problem('withdrawal.not-given', await send(p, write(refused)), 'not-given');
  if (before.headers.has('etag')) await judgeStateFirst(p, write(given));
  else p.unsupported('if-match.state-first', 'no ETag to send back');
}

type Name = 'accepted' | 'expired' | 'notPermitted' | 'unknown';

/** Answers that the request's state forbids. The body is a right one as far as can be known. */
function refusalProbe(name: Name, id: string | undefined, rule: RuleId, slug: ProblemSlug): Probe {
  return {
    area,
    endpoint: ANSWER,
    rules: [rule],
    isWrite: true,
    missing: missingIn({ [`consentRequests.${name}`]: id }),
    run: async (p) => {
      const params = { id: id ?? '' };
      const isReadable = name === 'accepted' || name === 'expired';
      const unread = {
        declarationVersion: '1',
        language: 'da',
        decisions: [{ consentId: '1', decision: 'refused' }],
      };
      const body = isReadable ? answerTo(await p.read(READ, { params })) : unread;
      p.problem(rule, await send(p, { endpoint: ANSWER, params, body }), slug);
    },
  };
}

/** A consent that the citizen can read: where another's request was made from the same template, its ids are the same. */
async function someConsentId(p: Prober, open: string | undefined): Promise<string> {
  if (open === undefined) return '1';
  const [first] = listOf(fieldsOf(await p.ask(READ, { params: { id: open } }))['consents']);
  return first ? String(first['id']) : '1';
}

/** Withdrawals from what is another's, or is not there. */
function withdrawalRefusal(name: 'notPermitted' | 'unknown', { consentRequests: ids = {} }: Fixtures): Probe {
  const rule = name === 'unknown' ? 'problem.not-found' : 'auth.not-permitted';
  return {
    area,
    endpoint: WITHDRAW,
    rules: [rule],
    isWrite: true,
    missing: missingIn({ [`consentRequests.${name}`]: ids[name] }),
    run: async (p) => {
      const params = { id: ids[name] ?? '', consentId: await someConsentId(p, ids.open) };
      const answer = await send(p, { endpoint: WITHDRAW, params });
      // The consent that is named need not be one of that request: then it is not there.
      const isGone = name === 'unknown' || answer.status === 404;
      p.problem(rule, answer, isGone ? 'not-found' : 'not-permitted');
    },
  };
}

const common = [
  'answer.status',
  'auth.no-token',
  'auth.bad-token',
  'auth.persona',
  'etag.changes',
  'if-match.stale',
  'if-match.current',
  'if-match.state-first',
  'idempotency.repeat',
] as const;

/** What is written; the request that is answered comes last. */
export function consentFlow(fixtures: Fixtures): Probe[] {
  const { consentRequests: ids = {} } = fixtures;
  const missing = missingIn({ 'consentRequests.open': ids.open });
  const base = { area, isWrite: true, missing };
  return [
    refusalProbe('accepted', ids.accepted, 'consent.once', 'already-answered'),
    refusalProbe('expired', ids.expired, 'consent.expired', 'expired'),
    refusalProbe('notPermitted', ids.notPermitted, 'auth.not-permitted', 'not-permitted'),
    refusalProbe('unknown', ids.unknown, 'problem.not-found', 'not-found'),
    withdrawalRefusal('notPermitted', fixtures),
    withdrawalRefusal('unknown', fixtures),
    {
      ...base,
      endpoint: ANSWER,
      rules: [
        ...common,
        'unknown.field',
        'idempotency.reused',
        'consent.answer',
        'consent.stored',
        'consent.once',
        'consent.version',
        'consent.decisions',
      ],
      run: (p) => answer(p, ids.open ?? ''),
    },
    {
      ...base,
      endpoint: WITHDRAW,
      rules: [...common, 'withdrawal.done', 'withdrawal.not-given', 'consent.status'],
      run: (p) => withdraw(p, ids.open ?? ''),
    },
  ];
}
