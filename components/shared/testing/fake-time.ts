const realSetTimeout = window.setTimeout;
/** A body that has not come for so many turns comes from a backend that is slow on purpose. */
const MOST_TURNS = 25;

let bodiesUnderWay = 0;

/** Counts what is read of bodies: it comes through another thread, which takes its time in some engines. */
function countBodies<Owner extends object>(owner: Owner, name: keyof Owner): void {
  const real = owner[name] as (this: unknown, ...args: unknown[]) => Promise<unknown>;
  Object.defineProperty(owner, name, {
    configurable: true,
    writable: true,
    async value(this: unknown, ...args: unknown[]) {
      bodiesUnderWay += 1;
      try {
        return await real.apply(this, args);
      } finally {
        bodiesUnderWay -= 1;
      }
    },
  });
}
countBodies(ReadableStreamDefaultReader.prototype, 'read');
countBodies(Blob.prototype, 'arrayBuffer');

/** Lets everything that waits for no timer go on. */
export async function flush(): Promise<void> {
  for (let turn = 0, quiet = 0; quiet < 3 && turn < MOST_TURNS; turn++) {
    await new Promise((resolve) => realSetTimeout(resolve, 2));
    quiet = bodiesUnderWay > 0 ? 0 : quiet + 1;
  }
}

interface Job {
  readonly at: number;
  readonly run: () => void;
}

/**
 * Stands in for `setTimeout`, `AbortSignal.timeout` and `performance.now`, so that no test waits. Mocha's own timers
 * are not touched.
 */
export class FakeTime {
  readonly #jobs = new Map<number, Job>();
  readonly #real = {
    setTimeout: window.setTimeout,
    clearTimeout: window.clearTimeout,
    timeout: AbortSignal.timeout,
  };
  // Whole: sums of fractions would be a hair off.
  readonly #start = Math.round(performance.now());
  #lastId = 0;

  /** Milliseconds since it began. */
  elapsed = 0;

  constructor() {
    const schedule = (run: () => void, ms = 0): number => {
      this.#jobs.set(++this.#lastId, { at: this.elapsed + Math.max(0, ms), run });
      return this.#lastId;
    };
    window.setTimeout = schedule as unknown as typeof window.setTimeout;
    window.clearTimeout = (id) => {
      this.#jobs.delete(Number(id));
    };
    AbortSignal.timeout = (ms) => {
      const controller = new AbortController();
      schedule(() => controller.abort(new DOMException('timed out', 'TimeoutError')), ms);
      return controller.signal;
    };
    performance.now = () => this.#start + this.elapsed;
  }

  restore(): void {
    window.setTimeout = this.#real.setTimeout;
    window.clearTimeout = this.#real.clearTimeout;
    AbortSignal.timeout = this.#real.timeout;
    Reflect.deleteProperty(performance, 'now');
  }

  /** How many timers run. */
  get pending(): number {
    return this.#jobs.size;
  }

  /** Lets `ms` milliseconds pass. */
  async pass(ms: number): Promise<void> {
    const end = this.elapsed + ms;
    await flush();
    while (await this.#runNext(end));
    this.elapsed = end;
    await flush();
  }

  /** Lets as much time pass as it takes; gives what the promise gives. */
  async until<Value>(promise: Promise<Value>): Promise<Value> {
    const state = { done: false };
    const end = () => (state.done = true);
    promise.then(end, end);
    await flush();
    while (!state.done && (await this.#runNext(Infinity)));
    return promise;
  }

  async #runNext(end: number): Promise<boolean> {
    const [next] = [...this.#jobs].sort(([, a], [, b]) => a.at - b.at);
    if (!next || next[1].at > end) return false;
    this.#jobs.delete(next[0]);
    this.elapsed = next[1].at;
    next[1].run();
    await flush();
    return true;
  }
}

/** Fake time in each test of a suite. */
export function useFakeTime(): () => FakeTime {
  let time: FakeTime;
  beforeEach(() => {
    time = new FakeTime();
  });
  afterEach(() => time.restore());
  return () => time;
}
