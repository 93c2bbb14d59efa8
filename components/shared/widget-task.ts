import type { ReactiveController, ReactiveControllerHost } from './reactive-element.js';

/** What a task does and whom it tells. */
interface WidgetTaskOptions<Value> {
  /** The work. Passes `signal` on to every request. */
  readonly run: (signal: AbortSignal) => Promise<Value>;
  readonly done: (value: Value) => void;
  /** Any failure but an abort. */
  readonly failed: (error: unknown) => void;
}

/**
 * Work that a widget waits for. Starting again, or removing the element, aborts the run under way; a late answer of
 * an earlier run is ignored; nothing rejects. In place of `@lit/task`: see docs/adr/0003.
 */
export class WidgetTask<Value> implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #options: WidgetTaskOptions<Value>;
  #controller: AbortController | undefined;

  constructor(host: ReactiveControllerHost, options: WidgetTaskOptions<Value>) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  get pending(): boolean {
    return this.#controller !== undefined;
  }

  hostDisconnected(): void {
    this.stop();
  }

  hostBlocked(): void {
    this.stop();
  }

  /** Gives up the run under way, if any. */
  stop(): void {
    this.#controller?.abort();
    this.#controller = undefined;
  }

  /** Starts, or starts over. */
  async start(): Promise<void> {
    this.stop();
    const controller = (this.#controller = new AbortController());
    const { run, done, failed } = this.#options;
    this.#host.requestUpdate();
    try {
      const value = await run(controller.signal);
      if (this.#controller === controller) done(value);
    } catch (error) {
      if (this.#controller === controller) failed(error);
    }
    if (this.#controller === controller) this.#controller = undefined;
    this.#host.requestUpdate();
  }
}
