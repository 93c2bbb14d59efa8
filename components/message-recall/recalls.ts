import { asBackendError, type BackendError } from '../shared/backend/backend-error.js';
import type { Answer, BackendClient } from '../shared/backend/client.js';
import { getMessage, recallMessage, type Message } from '../shared/backend/digital-post-messages.js';
import { Intentions } from '../shared/backend/intentions.js';
import type { Lang } from '../shared/i18n/dates.js';

/** What is to be recalled, as it was read. */
interface RecallRequest {
  readonly id: string;
  readonly etag: string | undefined;
  readonly lang: Lang;
}

/** What came of a recall. */
export interface Outcome {
  /** `done`: stored. `not-done`: not stored by this try, as far as anybody knows. `unknown`: nobody could say. */
  readonly is: 'done' | 'not-done' | 'unknown';
  /** It was done from here, and not by somebody else. */
  readonly isOurs: boolean;
  /** The message as it is now, where it could be read. */
  readonly answer: Answer<Message> | undefined;
  /** What failed: the recall, and then perhaps the look-up. */
  readonly failures: readonly BackendError[];
}

/** Answers after which there is nothing to look up: not signed in, no right, not there, too busy. */
const FINAL_STATUSES = [401, 403, 404, 429];

/** Whether the backend has said no to this try, so that nothing can come of it later. */
function isRefusal({ info: { kind, code, status = 0 } }: BackendError): boolean {
  if (kind === 'config') return true;
  return status >= 400 && status < 500 && ![408, 425].includes(status) && code !== 'in-progress';
}

/**
 * Recalls messages: one request at a time for a message, and one key an intention over all tries. Where it is not
 * sure what came of it, the message is read again, and what is stored counts.
 */
export class Recalls {
  readonly #intentions = new Intentions();
  readonly #busy = new Map<string, Promise<Outcome>>();
  /** Messages with a try that may have been carried out, or be so yet, without our having heard. */
  readonly #unsure = new Set<string>();
  readonly #done = new Set<string>();

  /** Whether a recall is under way. */
  isBusy(id: string): boolean {
    return this.#busy.has(id);
  }

  /** Waits until no recall is under way: what is read before that may be out of date already. */
  async over(id: string): Promise<void> {
    await this.#busy.get(id);
  }

  /** Whether it was recalled from here. */
  isDone(id: string): boolean {
    return this.#done.has(id);
  }

  /** Whether nobody knows what became of a recall. */
  isUnsure(id: string): boolean {
    return this.#unsure.has(id);
  }

  /** The recall is stored. */
  settle(id: string): void {
    this.#intentions.settle(id);
    this.#unsure.delete(id);
    this.#done.add(id);
  }

  /** Recalls a message; undefined when that is under way already. */
  async recall(client: BackendClient, request: RecallRequest): Promise<Outcome | undefined> {
    const { id } = request;
    if (this.#busy.has(id)) return undefined;
    const trying = this.#try(client, request);
    this.#busy.set(id, trying);
    const outcome = await trying;
    this.#busy.delete(id);
    return outcome;
  }

  async #try(client: BackendClient, { id, etag, lang }: RecallRequest): Promise<Outcome> {
    try {
      const idempotencyKey = this.#intentions.keyFor(id);
      const answer = await recallMessage(client, { id, lang, idempotencyKey, ifMatch: etag });
      return { is: 'done', isOurs: true, answer, failures: [] };
    } catch (error) {
      const failure = asBackendError(error);
      this.#intentions.settleIfRefused(id, failure);
      if (!isRefusal(failure)) this.#unsure.add(id);
      const { kind, status = 0 } = failure.info;
      if (kind === 'config' || FINAL_STATUSES.includes(status))
        return { is: 'not-done', isOurs: false, answer: undefined, failures: [failure] };
      return this.#lookAgain(client, { id, lang }, failure);
    }
  }

  async #lookAgain(
    client: BackendClient,
    request: { id: string; lang: Lang },
    failure: BackendError,
  ): Promise<Outcome> {
    const { id } = request;
    try {
      const answer = await getMessage(client, request);
      const isDone = answer.data?.status === 'RECALLED';
      const isOurs = isDone && this.#unsure.has(id);
      return { is: isDone ? 'done' : 'not-done', isOurs, answer, failures: [failure] };
    } catch (error) {
      const failures = [failure, asBackendError(error)];
      return {
        is: isRefusal(failure) ? 'not-done' : 'unknown',
        isOurs: false,
        answer: undefined,
        failures,
      };
    }
  }
}
