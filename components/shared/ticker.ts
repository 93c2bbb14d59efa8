import { dateInCopenhagen } from './i18n/dates.js';

interface Job {
  readonly intervalMs: number;
  readonly run: () => void;
  dueAt: number;
}

/** Midnight falls on a full minute in every zone; and a laptop that slept, or a clock that was set, is caught soon. */
const MINUTE_MS = 60_000;

/**
 * The page's one timer. Runs periodic jobs only while the page is visible, those with one interval together (so
 * that their requests can be shared), and tells when the day changes in Copenhagen.
 */
export class Ticker {
  readonly #now: () => number;
  readonly #jobs = new Set<Job>();
  readonly #dayListeners = new Set<() => void>();
  #today = '';
  #timer: ReturnType<typeof setTimeout> | undefined;

  readonly #handleVisibility = (): void => {
    this.check();
  };

  constructor(now: () => number) {
    this.#now = now;
  }

  /** Runs `run` every `intervalMs` milliseconds while the page is visible. Returns the function that ends it. */
  every(intervalMs: number, run: () => void): () => void {
    const job: Job = { intervalMs, run, dueAt: this.#nextDue(intervalMs) };
    this.#jobs.add(job);
    this.#update();
    return () => {
      this.#jobs.delete(job);
      this.#update();
    };
  }

  /** Calls `listener` when a new day has begun in Copenhagen. Returns the function that ends it. */
  onNewDay(listener: () => void): () => void {
    if (this.#dayListeners.size === 0) this.#today = dateInCopenhagen(this.#now());
    this.#dayListeners.add(listener);
    this.#update();
    return () => {
      this.#dayListeners.delete(listener);
      this.#update();
    };
  }

  /** Looks at the clock now; called when the page becomes visible and when the clock was replaced. */
  check(): void {
    this.#runDue();
    this.#update();
  }

  /** Jobs of one interval fall on the same instants, whenever they began. */
  #nextDue(intervalMs: number): number {
    const elapsed = performance.now();
    return (Math.floor(elapsed / intervalMs) + 1) * intervalMs;
  }

  #runDue(): void {
    if (this.#dayListeners.size > 0) {
      const today = dateInCopenhagen(this.#now());
      if (today !== this.#today) {
        this.#today = today;
        for (const listener of [...this.#dayListeners]) listener();
      }
    }
    if (document.visibilityState === 'hidden') return;
    // Not a copy: a job that an earlier one ends is not run.
    for (const job of this.#jobs) {
      if (job.dueAt > performance.now()) continue;
      job.dueAt = this.#nextDue(job.intervalMs);
      job.run();
    }
  }

  #update(): void {
    clearTimeout(this.#timer);
    document.removeEventListener('visibilitychange', this.#handleVisibility);
    if (this.#jobs.size === 0 && this.#dayListeners.size === 0) return;
    document.addEventListener('visibilitychange', this.#handleVisibility);
    const waits =
      document.visibilityState === 'hidden'
        ? []
        : [...this.#jobs].map((job) => job.dueAt - performance.now());
    if (this.#dayListeners.size > 0) waits.push(MINUTE_MS - (this.#now() % MINUTE_MS));
    if (waits.length === 0) return;
    this.#timer = setTimeout(() => this.check(), Math.max(10, Math.min(...waits)));
  }
}
