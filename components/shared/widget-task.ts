import { Task, TaskStatus } from '@lit/task';
import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** What a task does and whom it tells. */
export interface WidgetTaskOptions<Value> {
  /** The work. Passes `signal` on to every request. */
  readonly run: (signal: AbortSignal) => Promise<Value>;
  readonly done?: (value: Value) => void;
  /** Any failure but an abort. */
  readonly failed?: (error: unknown) => void;
}

type Outcome<Value> = { readonly value: Value } | { readonly error: unknown };

/**
 * A wrapper around `@lit/task`, which on its own keeps its request when the element is removed, reports an abort
 * as an error and loses the last value on an error. A late answer of an earlier run is ignored; nothing rejects.
 */
export class WidgetTask<Value> implements ReactiveController {
  readonly #options: WidgetTaskOptions<Value>;
  readonly #task: Task<[], void>;
  #run = 0;

  /** The last good value; an error does not take it away. */
  value: Value | undefined;
  /** What the last run failed with; undefined after a success. */
  error: unknown;

  constructor(host: ReactiveControllerHost, options: WidgetTaskOptions<Value>) {
    this.#options = options;
    this.#task = new Task(host, { autoRun: false, task: (_args: [], { signal }) => this.#perform(signal) });
    host.addController(this);
  }

  get pending(): boolean {
    return this.#task.status === TaskStatus.PENDING;
  }

  /** Starts, or starts over: an earlier run is aborted. */
  start(): Promise<void> {
    this.#run += 1;
    return this.#task.run([]);
  }

  /** Gives up the run under way, if any. */
  stop(): void {
    this.#run += 1;
    this.#task.abort();
  }

  /** Forgets value and error, as for another person. */
  clear(): void {
    this.stop();
    this.value = undefined;
    this.error = undefined;
  }

  hostDisconnected(): void {
    this.stop();
  }

  async #perform(signal: AbortSignal): Promise<void> {
    const run = this.#run;
    const outcome = await this.#outcome(signal);
    if (run !== this.#run || signal.aborted) return;
    if ('error' in outcome) {
      this.error = outcome.error;
      this.#options.failed?.(outcome.error);
    } else {
      this.value = outcome.value;
      this.error = undefined;
      this.#options.done?.(outcome.value);
    }
  }

  async #outcome(signal: AbortSignal): Promise<Outcome<Value>> {
    try {
      return { value: await this.#options.run(signal) };
    } catch (error) {
      return { error };
    }
  }
}
