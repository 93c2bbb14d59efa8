import { BackendError } from './backend-error.js';

/**
 * Idempotency keys: one a resource and action until its outcome is known, so that a retry, a second click or a
 * dialog closed and opened again cannot carry it out twice.
 */
export class Intentions {
  readonly #keys = new Map<string, string>();

  /** The key of an intention such as `dismiss b-1`; made at the first call. */
  keyFor(intention: string): string {
    let key = this.#keys.get(intention);
    if (!key) {
      key = randomKey();
      this.#keys.set(intention, key);
    }
    return key;
  }

  /** The outcome is known: a later wish is a new intention. */
  settle(intention: string): void {
    this.#keys.delete(intention);
  }

  /** Settles it when this failure says for sure that nothing was carried out. */
  settleIfRefused(intention: string, error: unknown): void {
    if (error instanceof BackendError && isRefusal(error)) this.settle(intention);
  }

  /** Forgets all, as for another person. */
  clear(): void {
    this.#keys.clear();
  }
}

const UNDECIDED_STATUSES = [401, 408, 409, 425, 429];

/**
 * Whether the backend has said no. 401, 409 and 429 leave an earlier try under the key open; 5xx and silence do too,
 * and so does a request that was never sent.
 */
function isRefusal({ info: { kind, status = 0 } }: BackendError): boolean {
  return kind === 'http' && status < 500 && !UNDECIDED_STATUSES.includes(status);
}

/** 128 random bits. `crypto.randomUUID` is missing on pages without https. */
function randomKey(): string {
  return Array.from(crypto.getRandomValues(new Uint32Array(4)), (part) => part.toString(36)).join('-');
}
