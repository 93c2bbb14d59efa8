/**
 * `Idempotency-Key`: the same key with the same request gets the same answer, with another one it is refused, and while
 * the first is on its way a second is told so. Only writes that were carried out (2xx) are kept: a refused one changed
 * nothing and may be tried again with the same key.
 */
import type { FinishedWrite } from '../contract/pilot.js';
import { problemAnswer, type Answer } from './answer.js';
import { etagOf } from './etag.js';

/** A write that may begin; exactly one of the two must be called when it ends. */
export interface StartedWrite {
  finish(answer: Answer): void;
  release(): void;
}

export class IdempotencyStore {
  #inFlight = new Map<string, string>();
  #finished = new Map<string, FinishedWrite>();

  /** `key` already holds who is calling: two callers never share one. */
  begin(key: string, request: { method: string; path: string; body: string }): Answer | StartedWrite {
    const fingerprint = `${request.method} ${request.path} ${etagOf(request.body)}`;
    const known = this.#finished.get(key);
    const running = this.#inFlight.get(key);
    if ((known?.fingerprint ?? running ?? fingerprint) !== fingerprint)
      return problemAnswer('idempotency-key-reused');
    if (known)
      return {
        status: known.status,
        headers: known.headers,
        ...('body' in known ? { body: known.body } : {}),
      };
    if (running !== undefined) return problemAnswer('in-progress');
    this.#inFlight.set(key, fingerprint);
    const release = () => this.#inFlight.delete(key);
    const finish = (answer: Answer) => {
      release();
      if (answer.status < 200 || answer.status > 299) return;
      const body = answer.body === undefined ? {} : { body: answer.body };
      this.#finished.set(key, {
        key,
        fingerprint,
        status: answer.status,
        headers: { ...answer.headers },
        ...body,
      });
    };
    return { finish, release };
  }

  snapshot(): FinishedWrite[] {
    return [...this.#finished.values()];
  }

  restore(writes: readonly FinishedWrite[]): void {
    this.#finished = new Map(writes.map((write) => [write.key, write]));
    this.#inFlight.clear();
  }
}
