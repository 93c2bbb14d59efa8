/** What all writes have in common: who may not, keys, tags. */
import type { Answer } from './exchange.js';
import type { Fixtures } from './fixtures.js';
import { ProbeEnd, describeAnswer, isProblem, type Ask } from './session.js';
import { isSuccess } from './judge-answer.js';
import type { Prober } from './probe.js';

/** An idempotency key that no run before had. */
export const newKey = (): string => crypto.randomUUID();

const OLD_TAG = '"skranke-check-old"';

/** A write that is asked for in several ways. */
export interface Write {
  readonly endpoint: string;
  readonly params: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** Sends it with a key, and with a tag where there is one. */
export function send(
  p: Prober,
  { endpoint, params, body }: Write,
  { key = newKey(), tag, as }: { key?: string; tag?: string | null; as?: Ask['as'] } = {},
): Promise<Answer> {
  const headers = { 'Idempotency-Key': key, ...(tag ? { 'If-Match': tag } : {}) };
  return p.write(endpoint, {
    params,
    headers,
    ...(body === undefined ? {} : { body }),
    ...(as ? { as } : {}),
  });
}

/** By nobody, and with a token that nobody has. @throws ProbeEnd when it was carried out all the same */
export async function judgeStrangers(p: Prober, write: Write): Promise<void> {
  const { withoutToken } = p.session.fixtures;
  for (const [as, rule] of [
    ['unknown', 'auth.bad-token'],
    ['nobody', 'auth.no-token'],
  ] as const) {
    if (as === 'nobody' && withoutToken === 'somebody') {
      p.unchecked(rule, 'the fixtures say that without a token the caller is somebody');
      continue;
    }
    const answer = await send(p, write, { as });
    p.verdict(rule, answer.status === 401, describeAnswer(answer));
    stopIfDone(answer);
  }
}

/** What the fixtures' `forbidden` names a persona for. */
type Forbidden = keyof NonNullable<Fixtures['forbidden']>;

/** By a persona that has not the right. @throws ProbeEnd when it was carried out all the same */
export async function judgePersona(p: Prober, write: Write, name: Forbidden): Promise<void> {
  const persona = p.session.fixtures.forbidden?.[name];
  if (persona === undefined) {
    p.unchecked('auth.persona', `no fixture forbidden.${name}`);
    return;
  }
  if ((await p.session.options.credentials(persona)) === undefined) {
    p.unchecked('auth.persona', `no token for ${persona}`);
    return;
  }
  const answer = await send(p, write, { as: persona });
  p.problem('auth.persona', answer, 'not-permitted');
  stopIfDone(answer);
}

/** What was read before a write and after it: a page that asks with the old tag must be told of the change. */
export function judgeTagChange(p: Prober, before: Answer, after: Answer): void {
  const [old, tag] = [before.headers.get('etag'), after.headers.get('etag')];
  if (old === null || tag === null) p.unsupported('etag.changes', 'no ETag');
  else if (before.text === after.text) p.unchecked('etag.changes', 'the content did not change');
  else p.verdict('etag.changes', tag !== old, 'the ETag of what was read before the write');
}

/** What must be refused and was carried out has used up the id. @throws ProbeEnd */
export function stopIfDone(answer: Answer): void {
  if (isSuccess(answer)) throw new ProbeEnd('a write that must be refused was carried out before');
}

/** The same write with the same key. @returns whether the backend remembers keys */
export function judgeRepeat(p: Prober, first: Answer, again: Answer): boolean {
  const isSame = again.status === first.status && JSON.stringify(again.body) === JSON.stringify(first.body);
  if (isSame || isSuccess(again)) {
    p.verdict('idempotency.repeat', isSame, 'carried out twice: two different answers');
    return isSame;
  }
  open(p, 'idempotency.repeat', 'idempotency', `${describeAnswer(again)} to the same key`);
  return false;
}

/** The same key with another body. */
export function judgeReused(p: Prober, answer: Answer, remembersKeys: boolean): void {
  if (isProblem(answer, 'idempotency-key-reused') === true) p.verdict('idempotency.reused', true, '');
  else if (remembersKeys || isSuccess(answer)) p.verdict('idempotency.reused', false, describeAnswer(answer));
  else open(p, 'idempotency.reused', 'idempotency', describeAnswer(answer));
}

/** The contract leaves it open whether a backend does this; its fixtures may say that it does. */
function open(
  p: Prober,
  rule: 'idempotency.repeat' | 'idempotency.reused' | 'if-match.stale',
  feature: 'idempotency' | 'ifMatch',
  received: string,
): void {
  if (p.session.fixtures.supports?.[feature])
    p.verdict(rule, false, `${received}, though the fixtures say it is supported`);
  else p.unsupported(rule, received);
}

/**
 * Carries a write out: first with an old tag, which may be refused, then with the present one.
 * @returns the successful answer and the key that it was given for
 */
export async function carryOut(
  p: Prober,
  write: Write,
  tag: string | null,
): Promise<{ answer: Answer; key: string }> {
  const staleKey = newKey();
  if (tag === null) {
    open(p, 'if-match.stale', 'ifMatch', 'no ETag to send back');
  } else {
    const stale = await send(p, write, { key: staleKey, tag: OLD_TAG });
    if (isSuccess(stale)) {
      open(p, 'if-match.stale', 'ifMatch', 'If-Match is ignored');
      p.session.judgeSuccess(write.endpoint, stale);
      p.unchecked('if-match.current', 'If-Match is ignored');
      return { answer: stale, key: staleKey };
    }
    p.problem('if-match.stale', stale, 'precondition-failed');
  }
  const key = newKey();
  const answer = await send(p, write, { key, tag });
  if (tag !== null) p.verdict('if-match.current', answer.status !== 412, describeAnswer(answer));
  p.session.judgeSuccess(write.endpoint, answer);
  return { answer, key };
}

/** A write that the resource's state forbids, with an old tag: the state is told first. */
export async function judgeStateFirst(p: Prober, write: Write): Promise<void> {
  const answer = await send(p, write, { tag: OLD_TAG });
  if (isSuccess(answer)) p.unchecked('if-match.state-first', 'it was carried out all the same');
  else p.verdict('if-match.state-first', answer.status === 409, describeAnswer(answer));
}
