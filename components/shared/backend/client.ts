import type { BackendOptions } from '../configuration.js';
import { now } from '../page-state.js';
import type { Lang } from '../i18n/dates.js';
import { BackendError, errorFromResponse, mistake } from './backend-error.js';
import { baseUrlOf, fillPath, type Query } from './address.js';
import { readJson } from './body.js';
import { rejectOnAbort, SharedRead } from './shared-read.js';

/** What each request says. */
interface RequestBase<Data> {
  /** Path template below the backend address, `/activities/{id}`: what is logged when it fails. */
  readonly path: string;
  /** Values for the template; encoded here. Never a CPR or CVR number. */
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Query;
  /** Language of the widget; sent as `Accept-Language`. */
  readonly lang: Lang;
  /** Tolerant reader of the answer's body; undefined means that it has another shape. */
  readonly read: (body: unknown) => Data | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Problem slugs of the service that the caller has texts for. */
  readonly problems?: readonly string[];
}

/** A read: may be repeated and shared. */
export interface ReadRequest<Data> extends RequestBase<Data> {
  /** The `ETag` of what the caller has; the answer may then be 'not modified'. */
  readonly etag?: string | undefined;
  /** Do not take an answer that is a few seconds old; one under way is still shared. */
  readonly fresh?: boolean;
}

/** A write: never repeated by the client. */
export interface WriteRequest<Data> extends RequestBase<Data> {
  readonly method: 'POST' | 'PUT' | 'DELETE';
  readonly body?: unknown;
  /** One key an intention, kept over the user's retries. */
  readonly idempotencyKey: string;
  readonly ifMatch?: string | undefined;
}

/** An answer: `data` is absent when nothing changed since `etag`. */
export interface Answer<Data> {
  readonly data: Data | undefined;
  readonly etag?: string | undefined;
  /** `Content-Language`, when the backend says it. */
  readonly contentLang?: string | undefined;
}

/** The transport of the widgets; made by `createBackendClient()`. */
export interface BackendClient {
  /** @throws BackendError, or an `AbortError` when the signal aborts */
  get<Data>(request: ReadRequest<Data>): Promise<Answer<Data>>;
  /** @throws BackendError, or an `AbortError` when the signal aborts */
  send<Data>(request: WriteRequest<Data>): Promise<Answer<Data>>;
  /** Forgets shared answers: another person may be signed in. */
  forget(): void;
}

type RawAnswer = Answer<unknown> & { readonly notModified: boolean };
type Wire = {
  body: string | null;
  method: string;
  url: string;
  headers: Record<string, string>;
  where: string;
  problems: readonly string[];
};

const DEFAULT_TIMEOUT_MS = 8_000;
/** A read with its retries ends within this (contract 2). */
const READ_BUDGET_MS = 10_000;
const MAX_RETRIES = 2;
const RETRY_STATUSES = [429, 502, 503, 504];
/** A longer `Retry-After` is shown to the user instead of waited for. */
const MAX_RETRY_AFTER_MS = 3_000;
const SHARE_MS = 5_000;

/**
 * Makes a client for one element (its `client` property) or several. It stands on its own: only these options
 * count, not those of `configure()`.
 */
export function createBackendClient(options: BackendOptions): BackendClient {
  return new HttpClient(options);
}

class HttpClient implements BackendClient {
  readonly #options: BackendOptions;
  readonly #reads = new Map<string, SharedRead<RawAnswer>>();
  #refreshing: Promise<string | undefined> | undefined;

  constructor(options: BackendOptions) {
    this.#options = options;
  }

  async get<Data>(request: ReadRequest<Data>): Promise<Answer<Data>> {
    const wire = this.#wire('GET', request, request.etag ? { 'if-none-match': request.etag } : {});
    // One who has left already must not start a request that nobody waits for.
    request.signal?.throwIfAborted();
    const key = JSON.stringify([wire.url, wire.headers]);
    let shared = this.#reads.get(key);
    if (!shared?.isFresh(request.fresh ? 0 : SHARE_MS)) {
      shared = new SharedRead((signal) => this.#readWithRetries(wire, signal));
      this.#reads.set(key, shared);
      shared.whenStale(SHARE_MS, (stale) => {
        if (this.#reads.get(key) === stale) this.#reads.delete(key);
      });
    }
    return understand(await shared.join(request.signal), request, wire.where);
  }

  async send<Data>(request: WriteRequest<Data>): Promise<Answer<Data>> {
    const wire = this.#wire(request.method, request, {
      'idempotency-key': request.idempotencyKey,
      ...(request.ifMatch !== undefined && { 'if-match': request.ifMatch }),
      ...(request.body !== undefined && { 'content-type': 'application/json' }),
    });
    if (request.body !== undefined) wire.body = JSON.stringify(request.body);
    try {
      return understand(await this.#exchange(wire, request.signal, this.#timeoutMs), request, wire.where);
    } finally {
      // What was read before may be out of date now, also when the outcome is unknown.
      this.forget();
    }
  }

  forget(): void {
    this.#reads.clear();
  }

  get #timeoutMs(): number {
    const { timeoutMs = NaN } = this.#options;
    // The browser's timer knows no others.
    return timeoutMs >= 1 && timeoutMs < 2 ** 31 ? timeoutMs : DEFAULT_TIMEOUT_MS;
  }

  #wire(method: string, request: RequestBase<unknown>, headers: Record<string, string>): Wire {
    const where = `${method} ${request.path}`;
    return {
      url: baseUrlOf(this.#options.backendUrl) + fillPath(request.path, request.params, request.query),
      where,
      problems: request.problems ?? [],
      body: null,
      method,
      // All in lower case: ours take the place of the host's.
      headers: {
        ...Object.fromEntries(new Headers(this.#options.headers)),
        accept: 'application/json, application/problem+json',
        'accept-language': request.lang,
        ...headers,
      },
    };
  }

  async #readWithRetries(wire: Wire, signal: AbortSignal): Promise<RawAnswer> {
    const end = performance.now() + READ_BUDGET_MS;
    for (let tries = 0; ; tries++) {
      try {
        return await this.#exchange(wire, signal, Math.min(this.#timeoutMs, end - performance.now()));
      } catch (error) {
        const wait = tries < MAX_RETRIES ? pauseBeforeRetry(error, tries) : undefined;
        if (wait === undefined || performance.now() + wait >= end) throw error;
        await pause(wait, signal);
      }
    }
  }

  /** One request, or two when the first is answered 401 and a new token can be had. */
  async #exchange(wire: Wire, signal: AbortSignal | undefined, timeoutMs: number): Promise<RawAnswer> {
    const timer = AbortSignal.timeout(Math.max(1, timeoutMs));
    const either = signal ? AbortSignal.any([signal, timer]) : timer;
    try {
      // Raced, since a `fetch` or `getToken` of the host's own may ignore the signal.
      return await Promise.race([this.#exchangeUntimed(wire, either), rejectOnAbort(either)]);
    } catch (error) {
      if (signal?.aborted || error instanceof BackendError) throw error;
      if (timer.aborted)
        throw new BackendError({ kind: 'timeout', code: 'timeout', retryable: true }, wire.where);
      const code = !navigator.onLine ? 'offline' : 'network';
      throw new BackendError({ kind: 'network', code, retryable: true }, wire.where);
    }
  }

  async #exchangeUntimed(wire: Wire, signal: AbortSignal): Promise<RawAnswer> {
    let response = await this.#fetch(wire, await this.#token(wire, false), signal);
    if (response.status === 401 && this.#options.getToken) {
      const token = await this.#token(wire, true);
      if (token !== undefined) response = await this.#fetch(wire, token, signal);
    }
    if (response.status === 401) this.forget();
    return this.#open(response, wire);
  }

  #fetch(wire: Wire, token: string | undefined, signal: AbortSignal): Promise<Response> {
    const { url, method, headers, body } = wire;
    const secret = token !== undefined || this.#options.headers !== undefined;
    // Called without a receiver: the browser's own fetch insists on it.
    const { fetch = globalThis.fetch } = this.#options;
    return fetch(url, {
      method,
      headers: {
        ...headers,
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
      },
      body,
      credentials: this.#options.credentials ?? 'same-origin',
      // A redirect could carry the token or the host's headers to another origin.
      redirect: secret ? 'manual' : 'follow',
      signal,
    });
  }

  async #token(wire: Wire, refresh: boolean): Promise<string | undefined> {
    const { getToken } = this.#options;
    if (!getToken) return undefined;
    try {
      if (!refresh) return (await (this.#refreshing ?? getToken({ refresh }))) ?? undefined;
      this.#refreshing ??= Promise.resolve(getToken({ refresh })).then((token) => token ?? undefined);
      return await this.#refreshing;
    } catch {
      // The host's error may hold anything; only the code goes on.
      throw new BackendError({ kind: 'config', code: 'token-failed', retryable: true }, wire.where);
    } finally {
      if (refresh) this.#refreshing = undefined;
    }
  }

  async #open(response: Response, wire: Wire): Promise<RawAnswer> {
    const { status } = response;
    const etag = response.headers.get('ETag') ?? undefined;
    const contentLang = response.headers.get('Content-Language') ?? undefined;
    if (status === 304 && 'if-none-match' in wire.headers)
      return { data: undefined, notModified: true, etag, contentLang };
    if (response.type === 'opaqueredirect' || (status >= 300 && status < 400)) {
      throw mistake('contract', 'bad-shape', `${wire.where}: redirect`);
    }
    if (response.ok)
      return { data: await readJson(response, wire.where), notModified: false, etag, contentLang };
    // An error page that is not JSON is normal (a gateway's HTML); the status says enough.
    const problem = await readJson(response, wire.where).catch(() => undefined);
    throw errorFromResponse(response, problem, { instant: now(), where: wire.where, known: wire.problems });
  }
}

function understand<Data>(answer: RawAnswer, request: RequestBase<Data>, where: string): Answer<Data> {
  const { etag, contentLang, notModified } = answer;
  const data = notModified ? undefined : request.read(answer.data);
  if (data === undefined && !notModified) {
    throw new BackendError({ kind: 'contract', code: 'bad-shape', retryable: true }, where);
  }
  return { data, etag, contentLang };
}

/** Milliseconds to wait before the next try, or undefined when this failure is not tried again. */
function pauseBeforeRetry(error: unknown, tries: number): number | undefined {
  if (!(error instanceof BackendError)) return undefined;
  const { kind, status, retryAfterMs } = error.info;
  const again = kind === 'network' || (status !== undefined && RETRY_STATUSES.includes(status));
  if (!again) return undefined;
  if (retryAfterMs !== undefined) return retryAfterMs <= MAX_RETRY_AFTER_MS ? retryAfterMs : undefined;
  const base = 150 * 3 ** tries;
  return base + Math.random() * base;
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return Promise.race([new Promise<void>((resolve) => setTimeout(resolve, ms)), rejectOnAbort(signal)]);
}
