import type { ReactiveControllerHost } from '../shared/reactive-element.js';
import { asBackendError, type BackendError } from '../shared/backend/backend-error.js';
import type { BackendClient } from '../shared/backend/client.js';
import { Intentions } from '../shared/backend/intentions.js';
import { dismissActivity, type Activity } from '../shared/backend/mit-virk.js';
import type { Lang } from '../shared/i18n/dates.js';
import { keyOf } from './deadlines.js';

/** Where a removal stands: not begun, under way, or failed. */
export type DismissalState = 'idle' | 'busy' | BackendError;

interface DismissalOptions {
  /** Tells the host of a failed request, at once. */
  readonly report: (failure: BackendError) => void;
  /** Reads the list again, and tells `check()` what came. */
  readonly readAgain: () => Promise<void>;
  /** The notice is still there, as far as anybody knows. */
  readonly failed: (activity: Activity, failure: BackendError) => void;
  /** `isLate`: another company may be on screen by now. */
  readonly done: (activity: Activity, isLate: boolean) => void;
}

/** Whether it may have been carried out, or be so yet: nobody has said no. */
function isUnsure({ info: { retryable, status = 0 } }: BackendError): boolean {
  return (retryable || status >= 500) && status !== 429;
}

/**
 * Removes notices, one request each at most, with one key an intention over all tries. Where it is not sure what came
 * of it, the list is read again, and what is stored counts.
 */
export class NoticeDismissal {
  readonly #host: ReactiveControllerHost;
  readonly #options: DismissalOptions;
  readonly #states = new Map<string, DismissalState>();
  readonly #intentions = new Intentions();
  /** Notices that may have been removed without our having heard. */
  readonly #unsure = new Map<string, Activity>();
  #session = {};

  constructor(host: ReactiveControllerHost, options: DismissalOptions) {
    this.#host = host;
    this.#options = options;
  }

  stateOf(key: string): DismissalState {
    return this.#states.get(key) ?? 'idle';
  }

  /** Another company may be there. What is under way goes on, under its key; nothing is concluded from its list. */
  renew(): void {
    this.#session = {};
    this.#unsure.clear();
  }

  /** The whole list has been read: a notice that is not there any more has been removed. */
  check(isThere: (key: string) => unknown): void {
    for (const [key, activity] of this.#unsure) {
      if (!isThere(key)) this.#finish(activity, false);
    }
  }

  /** Asks the backend to remove a notice. A second click while that is under way does nothing. */
  async dismiss(activity: Activity, client: BackendClient, lang: Lang): Promise<void> {
    const key = keyOf(activity);
    if (this.stateOf(key) === 'busy') return;
    this.#set(key, 'busy');
    this.#unsure.delete(key);
    const session = this.#session;
    const isLate = () => session !== this.#session;
    try {
      await dismissActivity(client, { id: activity.id, lang, idempotencyKey: this.#intentions.keyFor(key) });
    } catch (error) {
      const failure = asBackendError(error);
      // Not there any more: what the user wanted is so already.
      if (failure.info.status !== 404) {
        this.#intentions.settleIfRefused(key, failure);
        this.#options.report(failure);
        if (isUnsure(failure)) {
          if (!isLate()) this.#unsure.set(key, activity);
          await this.#options.readAgain();
          if (!isLate() && !this.#unsure.has(key)) return;
        }
        this.#set(key, failure);
        if (!isLate()) this.#options.failed(activity, failure);
        return;
      }
    }
    this.#finish(activity, isLate());
  }

  #finish(activity: Activity, isLate: boolean): void {
    const key = keyOf(activity);
    this.#intentions.settle(key);
    this.#unsure.delete(key);
    this.#states.delete(key);
    this.#options.done(activity, isLate);
  }

  #set(key: string, state: DismissalState): void {
    this.#states.set(key, state);
    this.#host.requestUpdate();
  }
}
