/**
 * One read that several callers wait for. It is given up only when the last of them has gone; a failure is
 * passed on to all who wait and never kept.
 */
export class SharedRead<Value> {
  readonly #controller = new AbortController();
  readonly #promise: Promise<Value>;
  #waiting = 0;
  #settledAt: number | undefined;
  #failed = false;

  constructor(run: (signal: AbortSignal) => Promise<Value>) {
    this.#promise = run(this.#controller.signal);
    this.#promise.then(
      () => (this.#settledAt = performance.now()),
      () => (this.#failed = true),
    );
  }

  /** Whether it may still be shared: under way, or done at most `maxAgeMs` milliseconds ago. */
  isFresh(maxAgeMs: number): boolean {
    if (this.#failed || this.#controller.signal.aborted) return false;
    return this.#settledAt === undefined || performance.now() - this.#settledAt <= maxAgeMs;
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
    signal?.throwIfAborted();
    this.#waiting += 1;
    let leave: (() => void) | undefined;
    try {
      if (!signal) return await this.#promise;
      const gone = new Promise<never>((_, reject) => {
        leave = () => reject(signal.reason as Error);
        signal.addEventListener('abort', leave, { once: true });
      });
      return await Promise.race([this.#promise, gone]);
    } finally {
      this.#waiting -= 1;
      if (leave) signal?.removeEventListener('abort', leave);
      if (this.#waiting === 0 && this.#settledAt === undefined) this.#controller.abort();
    }
  }
}
