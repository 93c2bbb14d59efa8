import type { TemplateResult } from 'lit/html.js';
import { asBackendError, isAccessLost, mistake, type BackendError } from '../shared/backend/backend-error.js';
import type { Answer, BackendClient } from '../shared/backend/client.js';
import {
  answerConsentRequest,
  CONSENT_REQUEST_PATH,
  getConsentRequest,
  withdrawConsent,
  type ConsentRequest,
} from '../shared/backend/digitalt-samtykke.js';
import { property } from '../shared/decorators.js';
import { isFramedByStranger } from '../shared/framing.js';
import { spoken } from '../shared/i18n/describe-failure.js';
import { pageState } from '../shared/page-state.js';
import { saveFile } from '../shared/save-file.js';
import { WidgetElement, type LoadReason } from '../shared/widget-element.js';
import { SkrankeAuthRequiredEvent } from '../shared/widget-events.js';
import { WidgetTask } from '../shared/widget-task.js';
import { ConsentCase, type News } from './consent-case.js';
import {
  SkrankeConsentAnsweredEvent,
  SkrankeConsentWithdrawnEvent,
  type ConsentRequestEventMap,
} from './consent-request.events.js';
import { consentRequestMessages, type ConsentRequestMessages } from './consent-request.messages.js';
import { consentRequestStyles } from './consent-request.styles.js';
import type { ConsentContext, Notice } from './consent-request.facts.js';
import { consentRequest, noticeText } from './consent-request.templates.js';
import { decisionsOf, undecided, type Act } from './decisions.js';
import { receiptText } from './receipt.js';
import { returnUrl } from './return-url.js';

/** Failures after which it is certain that nothing was carried out. */
const NOT_SENT = [401, 429];

/**
 * An authority's request for consent (Digitalt Samtykke): all that there is to know before the choice, one choice a
 * purpose, a summary, a receipt; later what was decided, and the way to withdraw it. What is shown is what the backend
 * has stored. All legal texts are the authority's: where one is missing, there is no answering.
 *
 * @summary An authority's request for consent, with receipt and withdrawal (Digitalt Samtykke).
 * @slot - Fallback: shown without JavaScript, while loading, and below an error that blocks the widget.
 * @csspart facts - what there is to know, or what is about to be sent
 * @csspart consent - each purpose
 * @csspart option - yes, and no
 * @csspart receipt - the receipt
 * @csspart print - the button that prints
 * @csspart save - the button that saves the receipt
 * @csspart back - the link back to where the citizen came from
 * @csspart withdraw - the button that begins a withdrawal
 * @fires {SkrankeReadyEvent} skranke-ready - when the request is shown
 * @fires {SkrankeErrorEvent} skranke-error - when a request failed or something cannot be shown
 * @fires {SkrankeAuthRequiredEvent} skranke-auth-required - when the backend answers 401
 * @fires {SkrankeConsentAnsweredEvent} skranke-consent-answered - when the answer is stored
 * @fires {SkrankeConsentWithdrawnEvent} skranke-consent-withdrawn - when a withdrawal is stored
 */
export class SkrankeConsentRequest extends WidgetElement<ConsentRequestMessages, ConsentRequestEventMap> {
  static override styles = [WidgetElement.styles, consentRequestStyles];

  /** Id of the request. */
  @property({ attribute: 'request-id' }) requestId: string | null | undefined;
  /** Origins (`https://host`), separated by blanks, that the citizen may be led back to. Wins over `configure()`. */
  @property({ attribute: 'allowed-return-origins' }) allowedReturnOrigins: string | null | undefined;
  /** The return address gets the request's status too. */
  @property({ type: Boolean, attribute: 'return-status' }) returnStatus = false;

  protected readonly catalogue = consentRequestMessages;

  readonly #loading = new WidgetTask<Answer<ConsentRequest>>(this, {
    run: (signal) => this.#fetch(signal),
    done: (answer) => this.#handleRequest(answer),
    failed: (error) => this.#handleFailure(error),
  });
  #case = new ConsentCase('');
  #client: BackendClient | undefined;
  #isFresh = false;
  /** The host is to be told that the request is there. */
  #isUntold = false;
  #notice: Notice | undefined;
  /** Why the act under way failed. */
  #failure: BackendError | undefined;
  /** What signing in has interrupted, until the user does anything else. */
  #interrupted: Act | undefined;
  #isResuming = false;

  override disconnectedCallback(): void {
    // What is cut off here begins again when the element comes back.
    if (this.#loading.pending) this.reload();
    super.disconnectedCallback();
  }

  /** Purposes that are undecided now, shown or not, for a summary of the host's own. */
  get errors(): readonly { readonly field: string; readonly message: string }[] {
    const { request, choices } = this.#case;
    if (request?.status !== 'created') return [];
    return undecided(request, choices).map(({ id, purpose }) => ({
      field: id,
      message: this.texts.undecided(purpose),
    }));
  }

  /** Moves the focus to the choice of a purpose, by its name in `errors`. */
  focusField(field?: string): void {
    const index = Math.max(0, this.#case.request?.consents.findIndex(({ id }) => id === field) ?? 0);
    const place = `#consent-${index} input`;
    const find = (selector: string) => this.renderRoot.querySelector<HTMLElement>(selector);
    (find(`${place}:checked`) ?? find(place))?.focus();
  }

  protected override inputs(): readonly unknown[] {
    return [this.requestId];
  }

  protected override load(client: BackendClient, { isOtherSource, isReload }: LoadReason): void {
    const id = this.requestId?.trim() ?? '';
    if (id !== this.#case.id) this.#forget(id);
    this.#client = client;
    this.#isUntold = true;
    this.#loading.stop();
    if (!id) {
      throw mistake('config', 'config', 'request-id is missing');
    }
    this.#read(isReload || isOtherSource);
  }

  protected override headingText(): string {
    const { request, step } = this.#case;
    const { heading, checkHeading, receipt } = this.texts;
    if (this.phase !== 'ready' || !request) return heading;
    if (request.status === 'created') return step === 'check' ? checkHeading : heading;
    return request.receiptId || request.answeredAt ? receipt : heading;
  }

  protected override comeOnline(): void {
    if (this.#notice?.is === 'refreshFailed') this.reload();
  }

  protected override readyText(): string {
    const { request } = this.#case;
    if (!request || request.status === 'created') return this.headingText();
    return this.texts.statuses[request.status].heading;
  }

  /** An act is under way, or its outcome is being found out. */
  get #isBusy(): boolean {
    return this.#case.isSending || (this.#case.act !== undefined && this.#loading.pending);
  }

  #forget(id: string): void {
    this.#case = new ConsentCase(id);
    this.#notice = this.#interrupted = undefined;
  }

  #read(fresh = true): void {
    this.#isFresh = fresh;
    void this.#loading.start();
  }

  async #fetch(signal: AbortSignal): Promise<Answer<ConsentRequest>> {
    const client = this.#client;
    if (!client) throw new DOMException('nobody to ask', 'AbortError');
    const ask = { id: this.#case.id, lang: this.currentLang, signal, fresh: this.#isFresh };
    const answer = await getConsentRequest(client, ask);
    const { status, missing = [] } = answer.data ?? {};
    if (status === 'created' && missing.length > 0) {
      const where = `GET ${CONSENT_REQUEST_PATH}: ${missing.join(', ')}`;
      throw mistake('contract', 'missing-text', where);
    }
    return answer;
  }

  #handleRequest({ data, etag }: Answer<ConsentRequest>): void {
    const { act, isSending, isDone } = this.#case;
    // It may be from before what is on its way; that is followed by a reading of its own.
    if (!data || isSending) return;
    const news = this.#case.take(data, etag);
    if (act || this.#notice?.is === 'refreshFailed') this.#notice = undefined;
    this.showContent({ isEmpty: false });
    if (news === 'stored') {
      if (act) this.#handleStored(act, !isDone);
    } else if (news === 'unseen') this.#tellPending();
    else if (news !== 'same') this.#handleNews(news, act);
    if (this.#isUntold) {
      this.#isUntold = false;
      this.emitReady(true);
      this.reportProblems(data, CONSENT_REQUEST_PATH);
    }
    const interrupted = this.#isResuming && this.#interrupted;
    this.#isResuming = false;
    // Only for the person who pressed the button, and only for what that person saw.
    if (interrupted && news === 'same' && data.respondent) void this.#perform(interrupted);
  }

  #handleNews(is: Exclude<News, 'same' | 'stored' | 'unseen'>, act: Act | undefined): void {
    const consentId = is === 'notStored' && !act?.decisions ? act?.consentId : undefined;
    this.#tell({ is, consentId, failure: is === 'notStored' ? this.#failure : undefined });
    // What had the focus is gone.
    if (is !== 'notStored') this.focusNext = '#heading';
  }

  #handleFailure(error: unknown): void {
    const { id, act, isSending } = this.#case;
    const { info } = asBackendError(error);
    const blocks = this.phase !== 'ready' || isAccessLost(asBackendError(error)) || !info.retryable;
    const failure = this.report(error, { blocks: blocks && !isSending });
    if (isSending) return;
    if (info.status !== 401) this.#isResuming = false;
    // Nothing of it is for whoever is signed in now.
    if (info.status === 403 || info.status === 404) this.#forget(id);
    if (blocks) return;
    if (act) this.#tellPending(failure);
    else if (this.#isUntold) this.#tell({ is: 'refreshFailed', failure });
  }

  /** Sends an answer or a withdrawal: one at a time, with one key until its outcome is known. */
  async #perform(act: Act): Promise<void> {
    const [flow, client] = [this.#case, this.#client];
    const { request, etag } = flow;
    if (!client || !request || flow.act) return;
    const consentId = act.decisions ? undefined : act.consentId;
    if (isFramedByStranger(pageState().config.frameOrigins)) {
      this.reportMistake('config', 'framed', 'framed by an origin that is not in frameOrigins');
      this.#tell({ is: 'framed', consentId });
      return;
    }
    const intention = consentId ?? '';
    const idempotencyKey = flow.intentions.keyFor(intention);
    const write = { lang: this.currentLang, idempotencyKey, ifMatch: etag };
    this.#notice = this.#interrupted = undefined;
    flow.begin(act);
    this.announce(this.texts.sending);
    this.requestUpdate();
    let failure: BackendError | undefined;
    try {
      if (act.decisions) await answerConsentRequest(client, request, act.decisions, write);
      else await withdrawConsent(client, request, act.consentId, write);
      flow.done();
    } catch (error) {
      flow.intentions.settleIfRefused(intention, error);
      failure = asBackendError(error);
      flow.fail(failure);
    }
    if (flow !== this.#case) return;
    if (failure && this.#isOver(act, failure) && this.phase === 'ready') return;
    // Whatever was said: what is stored decides.
    this.#read();
  }

  /** Tells of a failed act. Gives whether it is certain that nothing was carried out. */
  #isOver(act: Act, failure: BackendError): boolean {
    const { kind, code, status = 0 } = failure.info;
    this.#failure = failure;
    if (code === 'signed-out') {
      this.warnOnce(failure.message);
      this.#interrupted = act;
      const retry = () => {
        this.#isResuming = true;
        this.reload();
      };
      this.emit(new SkrankeAuthRequiredEvent(retry));
    } else this.report(failure, { blocks: false });
    if (!NOT_SENT.includes(status) && kind !== 'config') return false;
    this.#case.act = undefined;
    this.#handleNews('notStored', act);
    return true;
  }

  #handleStored(act: Act, isLate: boolean): void {
    const { request, id } = this.#case;
    if (!request) return;
    if (act.decisions) {
      this.#tell({ is: 'saved', isLate });
      this.focusNext = '#heading';
      this.emit(new SkrankeConsentAnsweredEvent(id, request.receiptId ?? '', act.decisions));
    } else {
      const { consentId } = act;
      const index = request.consents.findIndex((consent) => consent.id === consentId);
      this.#tell({ is: 'withdrawn', consentId, isLate });
      this.focusNext = `#consent-${index} .heading`;
      this.emit(new SkrankeConsentWithdrawnEvent(id, consentId));
    }
  }

  /** The outcome of the act cannot be seen. */
  #tellPending(failure?: BackendError): void {
    const { act, isDone } = this.#case;
    const consentId = act?.decisions ? undefined : act?.consentId;
    const done = consentId ? 'withdrawn' : 'saved';
    this.#tell({ is: isDone ? done : 'unknown', consentId, failure: isDone ? failure : undefined });
  }

  #tell(notice: Notice): void {
    this.#notice = notice;
    const words = noticeText(notice, this.#context());
    this.announce(words.text ? spoken(words) : words.heading);
    this.requestUpdate();
  }

  /** The user goes on: what was said before is read. */
  #go(focus: string): void {
    this.focusNext = focus;
    this.#notice = this.#interrupted = undefined;
    this.requestUpdate();
  }

  #handleSave(): void {
    const { request, id } = this.#case;
    if (!request) return;
    const text = receiptText(request, this.texts, this.currentLang);
    const name = `${this.texts.fileName}-${id.replaceAll(/\W+/g, '-')}.txt`;
    saveFile(name, new Blob([text], { type: 'text/plain;charset=utf-8' }));
  }

  #backUrl({ id, status, redirectUrl }: ConsentRequest): URL | undefined {
    const allowed =
      this.allowedReturnOrigins?.split(/\s+/) ?? Array.from(pageState().config.allowedReturnOrigins ?? []);
    const query = { consentRequestId: id, ...(this.returnStatus && { status }) };
    return returnUrl(redirectUrl, { allowed, query });
  }

  #context(): Omit<ConsentContext, 'request' | 'backUrl'> {
    const flow = this.#case;
    return {
      flow,
      texts: this.texts,
      lang: this.currentLang,
      level: this.partLevel,
      notice: this.#notice,
      isBusy: this.#isBusy,
      describe: (failure) => this.describe(failure),
      choose: ({ id }, choice) => {
        flow.choices.set(id, choice);
        this.#interrupted = undefined;
        this.requestUpdate();
      },
      goOn: () => this.#go(flow.goOn() ? '#heading' : '#problems'),
      goBack: () => {
        flow.step = 'choose';
        this.#go('input:checked');
      },
      act: (act) => void this.#perform(act),
      sendAnswer: () => {
        if (flow.request) void this.#perform({ decisions: decisionsOf(flow.request, flow.choices) });
      },
      check: () => this.#read(),
      confirm: (index, id) => {
        flow.confirming = id;
        this.#go(id ? '#confirm' : `#consent-${index} button`);
      },
      focusField: (field) => this.focusField(field),
      save: () => this.#handleSave(),
      retry: this.retry,
    };
  }

  protected override renderContent(): TemplateResult {
    const { request } = this.#case;
    if (!request) throw new TypeError('no request');
    return consentRequest({ ...this.#context(), request, backUrl: this.#backUrl(request) });
  }
}
