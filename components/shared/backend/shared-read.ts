/**
 * One read that several callers wait for. It is given up only when the last of them has gone; a failure is
 * passed on to all who wait and never kept.
 */
export class SharedRead<Value> {
  readonly #controller = new AbortController();
  readonly #promise: Promise<Value>;
  #waiting = 0;
  #settledAt: number | undefined;

  constructor(run: (signal: AbortSignal) => Promise<Value>) {
    this.#promise = run(this.#controller.signal).then((value) => {
      this.#settledAt = performance.now();
      return value;
    });
  }

  /** Whether it may still be shared: under way, or done less than `maxAgeMs` milliseconds ago: with 0 only the former. */
  isFresh(maxAgeMs: number): boolean {
    if (this.#controller.signal.aborted) return false;
    return this.#settledAt === undefined || performance.now() - this.#settledAt < maxAgeMs;
  }

  /** Calls back when it can no longer be shared: at once after a failure, else `maxAgeMs` after the answer. */
  whenStale(maxAgeMs: number, callback: (read: this) => void): void {
    this.#promise.then(
      () => setTimeout(() => callback(this), maxAgeMs),
      () => callback(this),
    );
  }

  /** Waits for the value. Aborting `signal` ends the waiting of this caller only. */
  async join(signal: AbortSignal | undefined): Promise<Value> {
    this.#waiting += 1;
    try {
      return await (signal ? Promise.race([this.#promise, rejectOnAbort(signal)]) : this.#promise);
    } finally {
      this.#waiting -= 1;
      if (this.#waiting === 0 && this.#settledAt === undefined) this.#controller.abort();
    }
  }
}

/** Rejects with the signal's reason. Only for a race, where nobody minds a rejection that comes late. */
export function rejectOnAbort(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const fail = () => reject(signal.reason as Error);
    if (signal.aborted) fail();
    else signal.addEventListener('abort', fail, { once: true });
  });
}
