import type { BackendError } from '../shared/backend/backend-error.js';
import type {
  Choice,
  ConsentAnswer,
  ConsentRequest,
  ConsentWithdrawal,
} from '../shared/backend/digitalt-samtykke.js';
import { Intentions } from '../shared/backend/intentions.js';
import { decisionOn, isStored, undecided, type Act } from './decisions.js';
import { changesBetween, type Changes } from './declaration-changes.js';

/** What a new reading of the request tells. */
export type News = 'same' | 'stored' | 'notStored' | 'changed' | 'elsewhere' | 'otherPerson';

/**
 * One request in the hands of one person: what is stored, what is chosen, and which act has an outcome that is not
 * known yet. Never more than one act at a time. Knows nothing of DOM and transport.
 */
export class ConsentCase {
  readonly id: string;
  /** One key an act until its outcome is known. */
  readonly intentions = new Intentions();
  readonly choices = new Map<string, Choice>();
  /** When consents were withdrawn here, in milliseconds since 1970. */
  readonly withdrawnAt = new Map<string, number>();
  request: ConsentRequest | undefined;
  etag: string | undefined;
  step: 'choose' | 'check' = 'choose';
  /** Undecided purposes are named: somebody wanted to go on. */
  showsErrors = false;
  /** What is otherwise than when the page was opened. */
  changes: Changes | undefined;
  /** The consent whose withdrawal is to be confirmed. */
  confirming: string | undefined;
  /** Sent, and its outcome is not known. */
  act: Act | undefined;
  isSending = false;
  /** A try of the act was neither accepted nor refused: what is stored may be its doing. */
  #isUncertain = false;

  constructor(id: string) {
    this.id = id;
  }

  /** Goes on to the summary; undecided purposes keep it from that. */
  goOn(): boolean {
    const isDone = this.request !== undefined && undecided(this.request, this.choices).length === 0;
    this.showsErrors = !isDone;
    if (isDone) this.step = 'check';
    return isDone;
  }

  begin(act: Act): void {
    this.act = act;
    this.isSending = true;
  }

  /** The act failed. Unless the backend has said no, it may have been carried out all the same. */
  fail({ info: { kind, status = 0 } }: BackendError): void {
    this.isSending = false;
    if (kind !== 'config' && (status < 400 || status === 408 || status >= 500)) this.#isUncertain = true;
  }

  /** The answer is stored. */
  answered({ decisions, ...receipt }: ConsentAnswer): void {
    const { request } = this;
    if (!request) return;
    const { version: answeredVersion, language: answeredLanguage } = request.declaration;
    const consents = request.consents.map((consent) => {
      const found = decisions.find(({ consentId }) => consentId === consent.id);
      return found ? { ...consent, status: found.decision } : consent;
    });
    this.#store({ ...request, ...receipt, consents, answeredVersion, answeredLanguage });
  }

  /** The withdrawal is stored. */
  withdrawn(consentId: string, { status, withdrawnAt }: ConsentWithdrawal): void {
    const { request } = this;
    if (!request) return;
    if (withdrawnAt !== undefined) this.withdrawnAt.set(consentId, withdrawnAt);
    const consents = request.consents.map((consent) =>
      consent.id === consentId ? { ...consent, status: 'withdrawn' as const } : consent,
    );
    this.#store({ ...request, status, consents });
  }

  /** Takes in what is stored now, and tells what that means for what was seen, chosen and sent. */
  take(request: ConsentRequest, etag: string | undefined): News {
    const { request: before, act } = this;
    this.request = request;
    this.etag = etag;
    this.act = undefined;
    if (!before) return 'same';
    const had = this.choices.size > 0 || act !== undefined;
    if (before.respondent !== request.respondent) {
      this.#clear();
      this.intentions.clear();
      return had ? 'otherPerson' : 'same';
    }
    if (act && isStored(request, act)) {
      const isOwn = this.#isUncertain;
      this.#clear();
      return isOwn ? 'stored' : 'elsewhere';
    }
    if (request.status === 'created') return this.#stillOpen(before, request, act);
    const wasOpen = before.status === 'created';
    if (wasOpen) this.#clear();
    if (wasOpen && had && request.consents.some(decisionOn)) return 'elsewhere';
    const isLeft =
      act && request.consents.some(({ id, status }) => id === this.confirming && status === 'given');
    return isLeft ? 'notStored' : 'same';
  }

  #stillOpen(before: ConsentRequest, request: ConsentRequest, act: Act | undefined): News {
    const changes = before.status === 'created' ? changesBetween(before, request) : undefined;
    if (!changes) return act ? 'notStored' : 'same';
    this.#clear();
    this.changes = changes;
    return 'changed';
  }

  #store(request: ConsentRequest): void {
    this.#clear();
    this.request = request;
    // It belongs to what was there before.
    this.etag = undefined;
  }

  #clear(): void {
    this.choices.clear();
    this.step = 'choose';
    this.showsErrors = this.isSending = this.#isUncertain = false;
    this.act = this.changes = this.confirming = undefined;
  }
}
