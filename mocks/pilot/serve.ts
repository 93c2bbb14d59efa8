/**
 * The one way that every request goes: log → idempotency → latency → faults and scenario → persona → rule → strict check
 * → Response. The same for service worker, msw/node and HTTP.
 */
import { isWrite, type EndpointSpec, type Persona } from '../contract/endpoint.js';
import { ProblemError, problemAnswer, type Answer, type Reply } from './answer.js';
import { answerBreaches, readInput } from './check.js';
import type { PilotCore } from './core.js';
import type { Effect } from './faults.js';
import type { StartedWrite } from './idempotency.js';
import { accessProblem, personaOf } from './personas.js';
import { distort, scenarioEffect } from './scenario-effects.js';
import { etagOf, namesEtag, namesEtagWeakly } from './etag.js';
import { loggedAnswer, loggedBody, loggedHeaders } from './request-log.js';
import type { Rule } from './service.js';

/** A request, read. `path` is below the backend URL. */
export interface Incoming {
  readonly method: string;
  readonly path: string;
  readonly query: string;
  readonly headers: Headers;
  readonly text: string;
  readonly params: Readonly<Record<string, string>>;
}

/** Where a request goes: an endpoint with its rule, or an answer that is always the same (404, 405, 400). */
export type Target = { readonly spec: EndpointSpec; readonly rule: Rule } | { readonly fixed: Answer };

/** The largest body that is read, in characters; larger ones get 413. A saved state may be ten times that. */
export const MAX_BODY = 5_000_000;
export const MAX_STATE = 50_000_000;

/** Answers one request. */
export async function serve(core: PilotCore, target: Target, incoming: Incoming): Promise<Reply> {
  const spec = 'spec' in target ? target.spec : undefined;
  if (spec?.side === 'control') return carryOut(core, target, incoming, 'all');
  const persona = personaOf(incoming.headers.get('authorization'), spec, core.persona);
  const { method, path, query, headers } = incoming;
  const entry = core.log.add({
    method,
    path,
    query,
    persona,
    headers: loggedHeaders(headers),
    ...loggedBody(incoming.text),
  });
  const reply = await answerAfterFaults(core, target, incoming, persona);
  if (reply === 'network-error') return reply;
  const tagged = withEtag(reply, incoming);
  Object.assign(entry, { status: tagged.status, ...loggedAnswer(tagged) });
  return tagged;
}

async function answerAfterFaults(
  core: PilotCore,
  target: Target,
  incoming: Incoming,
  persona: Persona | null,
): Promise<Reply> {
  const { generation } = core;
  const write = beginWrite(core, target, incoming, persona);
  const effect = effectOn(core, target, incoming);
  try {
    const wait = core.latencyMs + (effect.delayMs ?? 0);
    if (wait > 0) await core.sleep(wait);
    // A reset meanwhile: whoever asked belongs to an earlier test.
    if (core.generation !== generation) return 'network-error';
    if (effect.reply !== undefined && !effect.after) return effect.reply;
    const answer = write && 'status' in write ? write : carryOut(core, target, incoming, persona);
    if (write && 'finish' in write) write.finish(answer);
    if (effect.reply !== undefined) return effect.reply;
    return isUserSide(target) ? distort(core.scenario, answer) : answer;
  } finally {
    if (write && 'release' in write) write.release();
  }
}

function isUserSide(target: Target): boolean {
  return 'spec' in target && target.spec.side === 'user';
}

/** A planned fault wins over the scenario; the scenario's delay is added. */
function effectOn(core: PilotCore, target: Target, incoming: Incoming): Effect {
  const fromScenario = isUserSide(target)
    ? scenarioEffect(core.scenario, new URLSearchParams(incoming.query))
    : undefined;
  const fault = core.faults.strike(incoming.method, incoming.path, incoming.query);
  const delayMs = (fromScenario?.delayMs ?? 0) + (fault?.delayMs ?? 0);
  const chosen = fault?.reply === undefined ? fromScenario : fault;
  return {
    delayMs,
    ...(chosen?.reply === undefined ? {} : { reply: chosen.reply }),
    after: chosen?.after === true,
  };
}

function beginWrite(
  core: PilotCore,
  target: Target,
  incoming: Incoming,
  persona: Persona | null,
): Answer | StartedWrite | undefined {
  const key = incoming.headers.get('idempotency-key');
  if (!key || persona === null || !('spec' in target)) return undefined;
  if (!core.conditions.idempotency || !isWrite(incoming.method)) return undefined;
  return core.idempotency.begin(`${persona} ${key}`, { ...incoming, body: incoming.text });
}

/** Runs the rule and judges its answer. Does not wait. */
function carryOut(core: PilotCore, target: Target, incoming: Incoming, persona: Persona | null): Answer {
  if ('fixed' in target) return target.fixed;
  const answer = runRule(core, target, incoming, persona);
  if (answer.unchecked) return answer;
  const breaches = answerBreaches(target.spec, answer);
  if (breaches.length === 0) return answer;
  const detail = `${target.spec.id} ${answer.status}: ${breaches.slice(0, 5).join('; ')}`;
  core.report(`[skranke pilot] the pilot's own answer breaks the contract: ${detail}`);
  return problemAnswer('pilot-broke-contract', { detail });
}

function runRule(
  core: PilotCore,
  { spec, rule }: { spec: EndpointSpec; rule: Rule },
  incoming: Incoming,
  persona: Persona | null,
): Answer {
  if (spec.side !== 'open') {
    const refused = accessProblem(persona, spec);
    if (refused) return refused;
  }
  const limit = spec.id === 'pilot-set-state' ? MAX_STATE : MAX_BODY;
  if (spec.body && incoming.text.length > limit) return problemAnswer('too-large');
  const query = new URLSearchParams(incoming.query);
  const input = readInput(spec, { query, text: incoming.text }, (body) => rule.check?.(body) ?? {});
  if ('refused' in input) return input.refused;
  const ifMatch = core.conditions.ifMatch ? incoming.headers.get('if-match') : null;
  const checkIfMatch = (current: unknown) => {
    if (ifMatch === null || namesEtag(ifMatch, etagOf(JSON.stringify(current)))) return;
    throw new ProblemError(problemAnswer('precondition-failed'));
  };
  try {
    return rule.run({
      params: incoming.params,
      query,
      body: input.body,
      persona: persona ?? 'all',
      checkIfMatch,
    });
  } catch (error) {
    if (error instanceof ProblemError) return error.answer;
    core.report(`[skranke pilot] ${spec.id} failed: ${String(error)}`);
    return problemAnswer('server-error', { detail: `Fejl i prøvemiljøet ved ${spec.id}.` });
  }
}

/** A plain 200 to a GET gets its tag, and becomes 304 when the caller already has it (`If-None-Match`). */
function withEtag(answer: Answer, { method, headers }: Incoming): Answer {
  if (method !== 'GET' || answer.status !== 200 || answer.unchecked || answer.text !== undefined)
    return answer;
  const text = JSON.stringify(answer.body);
  const etag = etagOf(text);
  const known = headers.get('if-none-match');
  const tagged = { ...answer.headers, ETag: etag };
  return known !== null && namesEtagWeakly(known, etag)
    ? { status: 304, headers: tagged }
    : // Written once: a page may be a megabyte.
      { ...answer, headers: tagged, body: text, text: 'application/json' };
}
