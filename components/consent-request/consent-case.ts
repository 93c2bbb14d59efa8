import type { BackendError } from '../shared/backend/backend-error.js';
import type { Choice, ConsentRequest } from '../shared/backend/digitalt-samtykke.js';
import { Intentions } from '../shared/backend/intentions.js';
import { decisionOn, isStored, isUndone, undecided, type Act } from './decisions.js';
import { changesBetween, type Changes } from './declaration-changes.js';

/** What a new reading of the request tells. `unseen`: said to be carried out, but not to be seen yet. */
export type News = 'same' | 'stored' | 'unseen' | 'notStored' | 'changed' | 'elsewhere' | 'otherPerson';

/**
 * One request in the hands of one person: what is stored, what is chosen, and which act has an outcome that is not
 * known yet. Never more than one act at a time. Knows nothing of DOM and transport.
 */
export class ConsentCase {
  readonly id: string;
  /** One key an act until its outcome is known. */
  readonly intentions = new Intentions();
  readonly choices = new Map<string, Choice>();
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
  /** The backend has said that the act is carried out. */
  isDone = false;
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

  /** The backend says that it is carried out; what that is, the next reading tells. */
  done(): void {
    this.isSending = false;
    this.isDone = this.#isUncertain = true;
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
    const isOpen = act && isUndone(request, act);
    if (isOpen && this.isDone) {
      this.act = act;
      return 'unseen';
    }
    if (before.status === 'created') {
      const changes = request.status === 'created' && changesBetween(before, request);
      if (changes) {
        this.#clear();
        this.changes = changes;
        return 'changed';
      }
      if (request.status !== 'created') {
        this.#clear();
        if (had && request.consents.some(decisionOn)) return 'elsewhere';
      }
    }
    return isOpen ? 'notStored' : 'same';
  }

  #clear(): void {
    this.choices.clear();
    this.step = 'choose';
    this.showsErrors = this.isSending = this.isDone = this.#isUncertain = false;
    this.act = this.changes = this.confirming = undefined;
  }
}
