import type { BackendError } from '../shared/backend/backend-error.js';
import {
  OVER_PROBLEMS,
  type Choice,
  type Consent,
  type ConsentReceipt,
  type ConsentRequest,
} from '../shared/backend/digitalt-samtykke.js';
import { decisionOn, isAnswered, isStored, isUndone, undecided, type Act } from './decisions.js';
import { changesBetween, type Changes } from './declaration-changes.js';

/**
 * What a new reading of the request tells. `first`: an earlier answer than the one that is chosen now is stored.
 * `unseen`: said to be carried out, or no longer possible, but not to be seen yet. `over`: what was chosen or sent can no longer be done.
 * `ended`: likewise, but there was nothing.
 */
export type News =
  | 'same'
  | 'saved'
  | 'withdrawn'
  | 'first'
  | 'unseen'
  | 'notStored'
  | 'changed'
  | 'elsewhere'
  | 'over'
  | 'ended'
  | 'otherPerson';

/**
 * One request in the hands of one person: what is stored, what is chosen, and which act has an outcome that is not
 * known yet. Never more than one act at a time. Knows nothing of DOM and transport.
 */
export class ConsentCase {
  readonly id: string;
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
  /** Why the last act failed. */
  failure: BackendError | undefined;
  /** The act that the last reading has shown to be stored by this element. */
  stored: Act | undefined;
  /** Tries that were accepted, or neither that nor refused: what is stored may be their doing. */
  readonly #tries = new Map<Act, ConsentReceipt | undefined>();
  /** What the backend has said of the own answer that is stored. */
  #receipt: ConsentReceipt | undefined;

  constructor(id: string) {
    this.id = id;
  }

  /** The backend has said no, and no try of the same is in doubt: it is certain that nothing was carried out. */
  get refusal(): BackendError | undefined {
    const isInDoubt = [...this.#tries.keys()].some(({ consentId }) => consentId === this.act?.consentId);
    return isInDoubt ? undefined : this.failure;
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
    this.isDone = false;
    this.stored = this.failure = undefined;
  }

  /** The act failed. Unless the backend has said no, it may have been carried out all the same. */
  fail(failure: BackendError): void {
    const { kind, code, status = 0 } = failure.info;
    this.isSending = false;
    this.failure = failure;
    const isOpen = status < 400 || status === 408 || status >= 500 || code === 'in-progress';
    if (kind !== 'config' && isOpen) this.#keep();
  }

  /** The backend says that it is carried out; what that is, the next reading tells. */
  done(receipt?: ConsentReceipt): void {
    this.isSending = false;
    this.isDone = true;
    this.#keep(receipt);
  }

  /** Takes in what is stored now, and tells what that means for what was seen, chosen and sent. */
  take(answer: ConsentRequest, etag: string | undefined): News {
    const { request: before, act } = this;
    const request = this.#store(answer);
    this.etag = etag;
    this.act = this.stored = undefined;
    if (!before) return 'same';
    const had = this.choices.size > 0 || act !== undefined;
    if (before.respondent !== request.respondent) {
      this.#clear();
      return had ? 'otherPerson' : 'same';
    }
    const isOpen = act && isUndone(request, act);
    const own = this.#findOwn(request, act);
    if (own) {
      const isFirst = own.decisions?.some(({ consentId: id, decision }) => this.choices.get(id) !== decision);
      this.#receipt = { ...this.#receipt, ...this.#tries.get(own) };
      this.#store(request);
      this.#clear();
      this.stored = own;
      return own.consentId ? 'withdrawn' : isFirst ? 'first' : 'saved';
    }
    if (isOpen && (this.isDone || OVER_PROBLEMS.includes(`${this.failure?.info.code}`))) {
      this.act = act;
      return 'unseen';
    }
    const wasCreated = before.status === 'created';
    const isCreated = request.status === 'created';
    const changes = wasCreated && isCreated && changesBetween(before, request);
    if (changes) {
      this.#clear();
      this.changes = changes;
      return 'changed';
    }
    if (isOpen) return 'notStored';
    if (!act && (isCreated || !wasCreated)) return 'same';
    this.#clear();
    if (!had) return 'ended';
    const isElsewhere = act?.consentId ? isStored(request, act) : request.consents.some(decisionOn);
    return isElsewhere ? 'elsewhere' : 'over';
  }

  /** The try that what is stored comes from: of the act under way, if any. */
  #findOwn(request: ConsentRequest, act: Act | undefined): Act | undefined {
    // Accepted, and no longer given: it may have run out since.
    const isGone = act?.consentId && this.isDone && !isUndone(request, act);
    return [...this.#tries.keys()].find(
      (one) => one.consentId === (act ?? one).consentId && (isGone || isStored(request, one)),
    );
  }

  #keep(receipt?: ConsentReceipt): void {
    if (this.act) this.#tries.set(this.act, receipt);
  }

  /** Takes the request as it is stored, and of the receipt what it leaves out. */
  #store(answer: ConsentRequest): ConsentRequest {
    if (answer.status === 'created' || answer.respondent !== this.request?.respondent)
      this.#receipt = undefined;
    const said = Object.entries(answer).filter(([, value]) => value !== undefined);
    return (this.request = withoutGuesses({ ...answer, ...this.#receipt, ...Object.fromEntries(said) }));
  }

  #clear(): void {
    this.choices.clear();
    this.#tries.clear();
    this.step = 'choose';
    this.showsErrors = this.isSending = this.isDone = false;
    this.act = this.changes = this.confirming = undefined;
  }
}

/** Nobody has answered a request that ran out or was taken back, unless it says so: its consents are as before. */
function withoutGuesses(request: ConsentRequest): ConsentRequest {
  if (!['expired', 'deleted'].includes(request.status) || isAnswered(request)) return request;
  const consents = request.consents.map((consent): Consent =>
    consent.status === 'expired' ? { ...consent, status: 'pending' } : consent,
  );
  return { ...request, consents };
}
