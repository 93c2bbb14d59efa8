/** One run's way to the backend: builds requests from the contract's table, counts them, judges every answer. */
import { problemTypes, type ProblemSlug } from '../contract/common.js';
import type { EndpointSpec } from '../contract/endpoint.js';
import { endpoints } from '../contract/endpoints.js';
import type { Book } from './book.js';
import { exchange, type Answer, type FetchLike } from './exchange.js';
import type { CheckPersona, Fixtures } from './fixtures.js';
import { judgeAnswer, slugOf } from './judge-answer.js';
import { bodyBreaches, rulesSeen } from './judge-body.js';
import type { RuleId } from './rules.js';

/** Headers that say who asks, or undefined when there is no token for the persona. */
export type Credentials = (persona: CheckPersona) => Promise<Readonly<Record<string, string>> | undefined>;

export interface SessionOptions {
  /** Absolute, without a slash at its end. */
  readonly baseUrl: string;
  readonly fetch: FetchLike;
  readonly fixtures: Fixtures;
  readonly credentials: Credentials;
  readonly timeoutMs: number;
  readonly maxRequests: number;
  /** The backend's day in Copenhagen when the check began, `YYYY-MM-DD`. */
  readonly today: string;
  /** False in a page, where the browser writes `Origin` itself. */
  readonly mayNameOrigin: boolean;
}

export interface Ask {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: string;
  /** Default: the persona that the endpoint is for. */
  readonly as?: CheckPersona | 'nobody' | 'unknown';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** Leaves a probe: what it has not judged is `not checked` for this reason. */
export class ProbeEnd extends Error {}

const byId = new Map(endpoints.map((spec) => [spec.id, spec]));

/** A row of the contract's table of endpoints. */
export function specOf(id: string): EndpointSpec {
  const spec = byId.get(id);
  if (!spec) throw new Error(`no endpoint ${id}`);
  return spec;
}

/** As in `GET /messages/{messageUUID}`. */
export function labelOf(id: string): string {
  const { method, path } = specOf(id);
  return `${method} ${path.replace(/:(\w+)/g, '{$1}')}`;
}

const isCheckPersona = (persona: string): persona is CheckPersona =>
  persona !== 'authority' && persona !== 'all';

const personaFor = ({ personas = [] }: EndpointSpec): CheckPersona =>
  personas.find(isCheckPersona) ?? 'citizen';

export const isCookie = (name: string) => name.toLowerCase() === 'cookie';

export class Session {
  requests = 0;

  constructor(
    readonly options: SessionOptions,
    readonly book: Book,
  ) {}

  get fixtures(): Fixtures {
    return this.options.fixtures;
  }

  /** Sends one request of the contract and judges its answer by the rules for all. @throws ProbeEnd without an answer */
  async ask(id: string, ask: Ask = {}): Promise<Answer> {
    const spec = specOf(id);
    const path = spec.path.replace(/:(\w+)/g, (_, name: string) =>
      encodeURIComponent(ask.params?.[name] ?? ''),
    );
    const headers = await this.#headers(spec, ask);
    const body = ask.body === undefined ? {} : { body: JSON.stringify(ask.body) };
    const init = { method: spec.method, headers, ...body };
    const answer = await this.#exchange(labelOf(id), `${path}${ask.query ? `?${ask.query}` : ''}`, init);
    const { origin } = this.fixtures;
    const context = {
      isPersonal: spec.personas !== undefined,
      origin: this.options.mayNameOrigin ? origin : undefined,
      withCookie: await this.usesCookie(id),
    };
    judgeAnswer(answer, context, (rule, isKept, received) =>
      this.#judge(labelOf(id), rule, isKept, received),
    );
    return answer;
  }

  /** Like `ask`, for what must succeed: status and strict schema are judged. @throws ProbeEnd when it does not */
  async read(id: string, ask: Ask = {}): Promise<Answer> {
    const answer = await this.ask(id, ask);
    this.judgeSuccess(id, answer);
    return answer;
  }

  /** Judges an answer that must be a success. @throws ProbeEnd when it is not */
  judgeSuccess(id: string, answer: Answer): void {
    const spec = specOf(id);
    const endpoint = labelOf(id);
    const described = spec.answers[answer.status];
    this.#judge(endpoint, 'answer.status', described !== undefined, describeAnswer(answer));
    if (!described) throw new ProbeEnd(`the answer was ${describeAnswer(answer)}`);
    if (!described.schema) return;
    const breaches = bodyBreaches(described.schema, answer.body, endpoint);
    const broken = new Set(breaches.map(({ rule }) => rule));
    for (const rule of rulesSeen(answer.body, endpoint))
      if (!broken.has(rule)) this.book.note(rule, { endpoint }, 'passed');
    for (const { rule, received } of breaches) this.book.note(rule, { endpoint }, 'failed', received);
  }

  /** A preflight, as a browser sends it before a request with these headers. */
  async preflight(id: string, method: string, path: string, requested: string): Promise<Answer> {
    const headers = {
      Origin: this.fixtures.origin ?? '',
      'Access-Control-Request-Method': method,
      'Access-Control-Request-Headers': requested,
    };
    return this.#exchange(labelOf(id), path, { method: 'OPTIONS', headers });
  }

  /** Headers that say who asks, as the persona that the endpoint is for. */
  async credentialsFor(id: string): Promise<Readonly<Record<string, string>>> {
    return (await this.options.credentials(personaFor(specOf(id)))) ?? {};
  }

  /** Whether a page's `fetch` would send a cookie along, also when there is none to send just now. */
  async usesCookie(id: string): Promise<boolean> {
    return Object.keys(await this.credentialsFor(id)).some(isCookie);
  }

  async #headers(spec: EndpointSpec, { as, headers, body }: Ask): Promise<Record<string, string>> {
    const { origin } = this.fixtures;
    const who = as ?? personaFor(spec);
    const token =
      who === 'nobody'
        ? {}
        : who === 'unknown'
          ? { Authorization: 'Bearer skranke-check-no-such-token' }
          : await this.options.credentials(who);
    return {
      Accept: 'application/json, application/problem+json',
      'Accept-Language': 'da',
      ...(origin && this.options.mayNameOrigin ? { Origin: origin } : {}),
      ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
      ...token,
      ...headers,
    };
  }

  async #exchange(endpoint: string, path: string, init: RequestInit): Promise<Answer> {
    const { baseUrl, maxRequests, timeoutMs, fetch } = this.options;
    if (this.requests >= maxRequests) throw new ProbeEnd(`the limit of ${maxRequests} requests was reached`);
    this.requests += 1;
    const answer = await exchange(fetch, baseUrl + path, init, timeoutMs);
    const isAnswered = answer !== 'time' && answer !== 'network';
    this.#judge(endpoint, 'answer.time', isAnswered, isAnswered ? '' : `no answer (${answer})`);
    this.#judge(endpoint, 'answer.size', answer !== 'size', 'more than 8 MB');
    if (typeof answer === 'string') throw new ProbeEnd('there was no whole answer');
    return answer;
  }

  #judge(endpoint: string, rule: RuleId, isKept: boolean, received: string): void {
    this.book.note(rule, { endpoint }, isKept ? 'passed' : 'failed', isKept ? undefined : received);
  }
}

/** An answer in a few words: `409 expired`. */
export function describeAnswer(answer: Answer): string {
  const slug = answer.status >= 400 ? slugOf(answer) : undefined;
  return `${answer.status}${slug === undefined ? '' : ` ${slug}`}`;
}

/** True, false, or undefined when the answer is an error of the right status that is no problem (named elsewhere). */
export function isProblem(answer: Answer, slug: ProblemSlug): boolean | undefined {
  if (answer.status !== problemTypes[slug].status) return false;
  const received = slugOf(answer);
  return received === undefined ? undefined : received === slug;
}
