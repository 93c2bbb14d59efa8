/**
 * Backends with one deliberate defect each: the pilot behind a filter that breaks one thing. `skranke check` must find
 * each of them and name it by the right rule.
 */
import { getResponse } from 'msw';
import type { Fixtures } from '../check/fixtures.js';
import type { RuleId } from '../check/rules.js';
import type { FetchLike } from '../check/exchange.js';
import { createPilot, type Pilot, type PilotOptions } from '../pilot/create-pilot.js';

export type Backend = (request: Request) => Promise<Response>;
/** Answers instead of the right backend, or changes what it answers. */
export type Filter = (request: Request, right: Backend) => Promise<Response> | Response;

export interface Defect {
  readonly name: string;
  /** Names of endpoints or parts that are checked. */
  readonly only: readonly string[];
  /** The rules that must fail, and no other. */
  readonly expects: readonly RuleId[];
  readonly filter: Filter | (() => Filter);
  readonly fixtures?: Partial<Fixtures>;
  readonly pilot?: PilotOptions;
  /** The caller's session is a cookie, as with a portal's own proxy. */
  readonly withCookie?: boolean;
  /** Milliseconds for one request. */
  readonly timeoutMs?: number;
}

export type Json = Record<string, unknown>;

const pathOf = (request: Request) => new URL(request.url).pathname;
export const queryOf = (request: Request) => new URL(request.url).searchParams;

/** `GET /messages/*`: the method and the path; `*` stands for anything. */
export function fits(request: Request, pattern: string): boolean {
  const [method, path = ''] = pattern.split(' ');
  const expression = path.replace(/[.]/g, '\\.').replaceAll('*', '.*');
  return (method === '*' || request.method === method) && new RegExp(`^${expression}$`).test(pathOf(request));
}

export const reply = (status: number, body: unknown, headers: Record<string, string> = {}) =>
  new Response(JSON.stringify(body), {
    status,
    headers: {
      'Content-Type': 'application/json',
      'Content-Language': 'da',
      'Cache-Control': 'no-store',
      ...corsFor,
      ...headers,
    },
  });

/** What the pilot says to the fixtures' origin. */
const corsFor = {
  'Access-Control-Allow-Origin': 'https://portal.example.dk',
  'Access-Control-Allow-Credentials': 'true',
  'Access-Control-Expose-Headers': 'ETag, Retry-After, Location, Content-Language',
};

export const problem = (status: number, slug: string, more: Json = {}) =>
  reply(
    status,
    { type: `https://backend.example/problems/${slug}`, title: 'Nej', status, ...more },
    { 'Content-Type': 'application/problem+json' },
  );

/** Changes answers with this pattern; `undefined` leaves one as it is. */
export function onAnswer(
  pattern: string,
  change: (answer: Response, request: Request) => Promise<Response | undefined> | Response | undefined,
): Filter {
  return async (request, right) => {
    const copy = request.clone();
    const answer = await right(request);
    if (!fits(copy, pattern)) return answer;
    return (await change(answer.clone(), copy)) ?? answer;
  };
}

/** The answer with other headers; null takes one away. */
export function withHeaders(answer: Response, changes: Record<string, string | null>): Response {
  const changed = new Headers(answer.headers);
  for (const [name, value] of Object.entries(changes)) {
    if (value === null) changed.delete(name);
    else changed.set(name, value);
  }
  return new Response(answer.body, { status: answer.status, headers: changed });
}

/** Changes the headers of every answer of a pattern, or of those with certain statuses. */
export function headers(
  pattern: string,
  changes: Record<string, string | null>,
  statuses?: readonly number[],
): Filter {
  return onAnswer(pattern, (answer) =>
    statuses && !statuses.includes(answer.status) ? undefined : withHeaders(answer, changes),
  );
}

/** Changes the JSON of answers with status 200 (or another one). */
export function body(pattern: string, change: (body: Json, request: Request) => Json, status = 200): Filter {
  return onAnswer(pattern, async (answer, request) => {
    if (answer.status !== status) return undefined;
    const changed = change((await answer.json()) as Json, request);
    return new Response(JSON.stringify(changed), { status, headers: answer.headers });
  });
}

/** Changes each item of a list. */
export function items(pattern: string, name: string, change: (item: Json) => Json): Filter {
  return body(pattern, (page) => ({ ...page, [name]: (page[name] as Json[]).map(change) }));
}

/** Answers a refusal with this status as if it had been carried out. */
export function accepts(pattern: string, status: number, done: Json | ((request: Request) => Json)): Filter {
  return onAnswer(pattern, (answer, request) =>
    answer.status === status ? reply(200, typeof done === 'function' ? done(request) : done) : undefined,
  );
}

/** Changes fields of an object that stands under a name. */
export const field = (name: string, change: Json) => (one: Json) => ({
  ...one,
  [name]: { ...(one[name] as Json), ...change },
});

/** The token in place of the cookie, which the pilot knows nothing of. */
function withToken(request: Request): Request {
  const [, token] = /session=(\S+)/.exec(request.headers.get('cookie') ?? '') ?? [];
  if (token === undefined) return request;
  const sent = new Headers(request.headers);
  sent.delete('cookie');
  sent.set('authorization', `Bearer ${token}`);
  return new Request(request, { headers: sent });
}

/** A fetch that ends in the pilot behind the filter. */
export function wrongBackend(filter: Filter, options: PilotOptions = {}): { fetch: FetchLike; pilot: Pilot } {
  const pilot = createPilot({ baseUrl: 'http://pilot.test', ...options });
  const right: Backend = async (request) => {
    const answer = await getResponse(pilot.handlers, withToken(request));
    if (!answer) throw new Error(`no answer to ${request.url}`);
    return answer;
  };
  return { pilot, fetch: async (url, init) => filter(new Request(url, init), right) };
}
