import type { ReactiveController, ReactiveControllerHost } from '../shared/reactive-element.js';
import type { Answer } from '../shared/backend/client.js';
import { WidgetTask } from '../shared/widget-task.js';
import { isMasked } from './recall-standing.js';

interface CprNumberOptions {
  /** Asks for the whole number where the backend has masked it. */
  readonly fetch: (signal: AbortSignal) => Promise<Answer<string>>;
  /** The number is on screen, or away again. */
  readonly changed: (isShown: boolean) => void;
  readonly failed: (error: unknown) => void;
}

/** The CPR number of a sender or recipient: on screen only from the user's wish to see it until the element leaves the page. */
export class CprNumber implements ReactiveController {
  readonly #options: CprNumberOptions;
  readonly #asking: WidgetTask<Answer<string>>;
  /** The whole number, while it is to be seen. */
  shown: string | undefined;
  /** It could not be fetched. */
  isLost = false;

  constructor(host: ReactiveControllerHost, options: CprNumberOptions) {
    this.#options = options;
    this.#asking = new WidgetTask(host, {
      run: options.fetch,
      done: ({ data }) => this.#show(data),
      failed: (error) => {
        this.isLost = true;
        options.failed(error);
      },
    });
    host.addController(this);
  }

  hostDisconnected(): void {
    this.hide();
  }

  /** Masks it again. */
  hide(): void {
    this.#asking.stop();
    this.shown = undefined;
    this.isLost = false;
  }

  /** Shows or hides it. @param number as the message has it: whole, or masked */
  toggle(number: string): void {
    const wasShown = this.shown !== undefined;
    this.hide();
    if (wasShown) this.#options.changed(false);
    else if (isMasked(number)) void this.#asking.start();
    else this.#show(number);
  }

  #show(number: string | undefined): void {
    this.shown = number;
    this.#options.changed(true);
  }
}
