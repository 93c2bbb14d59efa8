import type {
  Answer,
  BackendClient,
  ReadRequest,
  WriteRequest,
} from '../../components/shared/backend/client.js';
import { BackendError, errorFromResponse } from '../../components/shared/backend/backend-error.js';
import { bodyFor } from './bodies.js';
import { change, type Change } from './hostile.js';

/** How a request ends. */
export type Outcome = { readonly body: readonly Change[] } | { readonly status: number } | 'broken';

interface Waiting {
  readonly path: string;
  /** One resource and action. */
  readonly key: string;
  readonly isWrite: boolean;
  readonly signal: AbortSignal | undefined;
  readonly end: (outcome: Outcome) => void;
}

/** Marks what comes too late: it may never be seen. */
export const LATE = 'TooLateForThis';

const late = (value: unknown): unknown => {
  if (typeof value === 'string')
    return /^https?:|^\d|^[A-Z]+$|^[a-z]+$/.test(value) ? value : `${LATE} ${value}`;
  if (Array.isArray(value)) return value.map(late);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, late(one)]));
};

/**
 * A client whose answers come when the test says so, in any order, and also when nobody waits for them any more: it
 * does not look at the signal.
 */
export class SlowClient implements BackendClient {
  readonly waiting: Waiting[] = [];
  /** Writes begun so far. */
  writes = 0;

  get<Data>(request: ReadRequest<Data>): Promise<Answer<Data>> {
    return this.#wait(request, false);
  }

  send<Data>(request: WriteRequest<Data>): Promise<Answer<Data>> {
    this.writes += 1;
    return this.#wait(request, true);
  }

  forget(): void {}

  /** Ends one of the requests that wait. */
  answer(which: number, outcome: Outcome): void {
    const [one] = this.waiting.splice(which % Math.max(1, this.waiting.length), 1);
    one?.end(outcome);
  }

  #wait<Data>(request: ReadRequest<Data> | WriteRequest<Data>, isWrite: boolean): Promise<Answer<Data>> {
    const { path, params, signal, read } = request;
    return new Promise((resolve, reject) => {
      const end = (outcome: Outcome) => {
        if (outcome === 'broken') {
          reject(new BackendError({ kind: 'network', code: 'network', retryable: true }, path));
          return;
        }
        if ('status' in outcome) {
          reject(failure(outcome.status, path));
          return;
        }
        const body = bodyFor(path);
        const data = read(signal?.aborted ? late(body) : change(body, outcome.body));
        if (data === undefined) {
          reject(new BackendError({ kind: 'contract', code: 'bad-shape', retryable: true }, path));
          return;
        }
        resolve({ data });
      };
      this.waiting.push({ path, key: path + JSON.stringify(params ?? {}), isWrite, signal, end });
    });
  }
}

const failure = (status: number, where: string): BackendError =>
  errorFromResponse(new Response(null, { status }), undefined, { instant: 0, where, known: [] });
