/** What was asked, for assertions. Holds no times and no tokens. */
import type { LoggedRequest } from '../contract/pilot.js';

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

export class RequestLog {
  #requests: LoggedRequest[] = [];

  /** Adds a request at its arrival; the status is filled in when it is answered. */
  add(request: Omit<LoggedRequest, 'number' | 'status'>): LoggedRequest {
    const entry = { number: this.#requests.length + 1, status: null, ...request };
    this.#requests.push(entry);
    return entry;
  }

  list(): LoggedRequest[] {
    return this.#requests.map((request) => ({ ...request }));
  }

  clear(): void {
    this.#requests = [];
  }
}
