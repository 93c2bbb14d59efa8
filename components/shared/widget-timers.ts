import type { ReactiveController, ReactiveControllerHost } from './reactive-element.js';
import { now, pageState } from './page-state.js';
import { Ticker } from './ticker.js';

/** A widget's share in the page's one timer: it ends when the element is removed and begins again with it. */
export class WidgetTimers implements ReactiveController {
  readonly #host: ReactiveControllerHost & Element;
  readonly #refresh: () => void;
  #refreshMs = 0;
  #stops: (() => void)[] = [];

  /** @param refresh called periodically while page and element are visible */
  constructor(host: ReactiveControllerHost & Element, refresh: () => void) {
    this.#host = host;
    this.#refresh = refresh;
    host.addController(this);
  }

  hostConnected(): void {
    const state = pageState();
    const ticker = (state.ticker ??= new Ticker(now));
    this.#stops = [ticker.onNewDay(() => this.#host.requestUpdate())];
    if (this.#refreshMs === 0) return;
    const tick = () => {
      if (this.#host.checkVisibility()) this.#refresh();
    };
    this.#stops.push(ticker.every(this.#refreshMs, tick));
  }

  hostDisconnected(): void {
    for (const stop of this.#stops) stop();
    this.#stops = [];
  }

  /** Sets the time between two refreshes in milliseconds; 0 turns them off. */
  setRefresh(intervalMs: number): void {
    if (intervalMs === this.#refreshMs) return;
    this.#refreshMs = intervalMs;
    if (!this.#host.isConnected) return;
    this.hostDisconnected();
    this.hostConnected();
  }
}
