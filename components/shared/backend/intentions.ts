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

/** Whether the backend has said no. 401, 409 and 429 leave the earlier try open; 5xx and silence do too. */
export function isRefusal({ info }: BackendError): boolean {
  const { kind, status } = info;
  if (kind !== 'http' || status === undefined) return kind === 'config';
  return status >= 400 && status < 500 && !UNDECIDED_STATUSES.includes(status);
}

/** 128 random bits as a UUID. `crypto.randomUUID` is missing on pages without https. */
function randomKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
