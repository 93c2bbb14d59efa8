/** What was asked and answered, for assertions. Holds no times and no tokens. */
import type { LoggedRequest } from '../contract/pilot.js';
import type { Answer } from './answer.js';

const LOGGED_HEADERS = ['idempotency-key', 'if-match', 'if-none-match', 'accept-language'];

/** The headers worth asserting on. `accept-language: *` is what Node's fetch adds by itself: left out. */
export function loggedHeaders(headers: Headers): Record<string, string> {
  const found: Record<string, string> = {};
  for (const name of LOGGED_HEADERS) {
    const value = headers.get(name);
    if (value !== null && value !== '*') found[name] = value;
  }
  return found;
}

/** A body as the log shows it: parsed when it is JSON, else the text. */
export function loggedBody(text: string): { body?: unknown } {
  if (text === '') return {};
  try {
    return { body: JSON.parse(text) as unknown };
  } catch {
    return { body: text };
  }
}

/** Longer answers are cut: a log of pages of a list would fill the memory. */
const LONGEST_ANSWER = 2000;
/** A pilot may run for weeks; older requests are forgotten. */
const MOST_REQUESTS = 10_000;

/** An answer as the log shows it. */
export function loggedAnswer({ body, text }: Answer): { answer?: unknown } {
  if (body === undefined) return {};
  const written = text !== undefined && typeof body === 'string' ? body : JSON.stringify(body);
  if (written.length > LONGEST_ANSWER) return { answer: `${written.slice(0, LONGEST_ANSWER)}…` };
  const { body: answer } = loggedBody(written);
  return { answer };
}

export class RequestLog {
  #requests: LoggedRequest[] = [];
  #count = 0;

  /** Adds a request at its arrival; the status is filled in when it is answered. */
  add(request: Omit<LoggedRequest, 'number' | 'status'>): LoggedRequest {
    const entry = { number: ++this.#count, status: null, ...request };
    this.#requests.push(entry);
    // A tenth at a time: to move ten thousand entries for each request would cost.
    if (this.#requests.length >= MOST_REQUESTS * 1.1) this.#requests = this.#requests.slice(-MOST_REQUESTS);
    return entry;
  }

  /** The oldest first; with `last` only the newest of them. */
  list(last = Infinity): LoggedRequest[] {
    return this.#requests.slice(Math.max(0, this.#requests.length - last)).map((request) => ({ ...request }));
  }

  clear(): void {
    this.#requests = [];
    this.#count = 0;
  }
}
