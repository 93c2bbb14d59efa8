import type { ReactiveController, ReactiveControllerHost } from './reactive-element.js';

/** A loading time below this shows nothing: a flash would only disturb. */
const SKELETON_AFTER_MS = 300;

/** What stands in the widget's place while it loads: the host's own content, or after a moment a skeleton. */
export class WidgetFallback implements ReactiveController {
  readonly #host: ReactiveControllerHost & Element;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isSlow = false;

  constructor(host: ReactiveControllerHost & Element) {
    this.#host = host;
    host.addController(this);
  }

  /** Whether a skeleton is called for: it takes a while, and the host put nothing into the element. */
  get showsSkeleton(): boolean {
    return this.#isSlow && this.#host.childElementCount === 0 && !this.#host.textContent.trim();
  }

  hostDisconnected(): void {
    this.loadingEnds();
  }

  loadingBegins(): void {
    this.loadingEnds();
    this.#timer = setTimeout(() => {
      this.#isSlow = true;
      this.#host.requestUpdate();
    }, SKELETON_AFTER_MS);
  }

  loadingEnds(): void {
    clearTimeout(this.#timer);
    this.#isSlow = false;
  }
}
