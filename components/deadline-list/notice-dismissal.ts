import type { ReactiveControllerHost } from '../shared/reactive-element.js';
import { BackendError } from '../shared/backend/backend-error.js';
import type { BackendClient } from '../shared/backend/client.js';
import { Intentions } from '../shared/backend/intentions.js';
import { dismissActivity, type Activity } from '../shared/backend/mit-virk.js';
import type { ErrorText } from '../shared/i18n/common.messages.js';
import type { Lang } from '../shared/i18n/dates.js';
import { keyOf } from './deadlines.js';

/** Where a removal stands: not begun, under way, or failed with what is to be said. */
export type DismissalState = 'idle' | 'busy' | ErrorText;

interface DismissalOptions {
  /** Reports a failure and gives the words for it. */
  readonly failed: (activity: Activity, error: unknown) => ErrorText;
  readonly done: (activity: Activity) => void;
}

/** Removes notices, one request each at most, with one key an intention over all tries. */
export class NoticeDismissal {
  readonly #host: ReactiveControllerHost;
  readonly #options: DismissalOptions;
  readonly #states = new Map<string, DismissalState>();
  readonly #intentions = new Intentions();
  #session = {};

  constructor(host: ReactiveControllerHost, options: DismissalOptions) {
    this.#host = host;
    this.#options = options;
  }

  stateOf(key: string): DismissalState {
    return this.#states.get(key) ?? 'idle';
  }

  /** Forgets all, as for another company: a late answer is then ignored. */
  clear(): void {
    this.#session = {};
    this.#states.clear();
    this.#intentions.clear();
  }

  /** Asks the backend to remove a notice. A second click while that is under way does nothing. */
  async dismiss(activity: Activity, client: BackendClient, lang: Lang): Promise<void> {
    const key = keyOf(activity);
    if (this.stateOf(key) === 'busy') return;
    this.#set(key, 'busy');
    const session = this.#session;
    try {
      await dismissActivity(client, { id: activity.id, lang, idempotencyKey: this.#intentions.keyFor(key) });
    } catch (error) {
      if (session !== this.#session) return;
      // Not there any more: what the user wanted is so already.
      if (!(error instanceof BackendError && error.info.status === 404)) {
        this.#intentions.settleIfRefused(key, error);
        this.#set(key, this.#options.failed(activity, error));
        return;
      }
    }
    if (session !== this.#session) return;
    this.#intentions.settle(key);
    this.#states.delete(key);
    this.#options.done(activity);
  }

  #set(key: string, state: DismissalState): void {
    this.#states.set(key, state);
    this.#host.requestUpdate();
  }
}
