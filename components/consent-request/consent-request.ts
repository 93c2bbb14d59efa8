// Texts first: like with like, which compresses better.
import { consentRequestMessages, type ConsentRequestMessages } from './consent-request.messages.js';
import { WidgetElement } from '../shared/widget-element.js';
import type { TemplateResult } from 'lit/html.js';
import { asBackendError, isAccessLost, mistake, type BackendError } from '../shared/backend/backend-error.js';
import type { Answer, BackendClient } from '../shared/backend/client.js';
import { CONSENT_REQUEST_PATH, type ConsentRequest } from '../shared/backend/digitalt-samtykke.js';
import { Intentions } from '../shared/backend/intentions.js';
import { property } from '../shared/decorators.js';
import { isFramedByStranger } from '../shared/framing.js';
import { spoken } from '../shared/i18n/describe-failure.js';
import { pageState } from '../shared/page-state.js';
import { SkrankeAuthRequiredEvent } from '../shared/widget-events.js';
import { WidgetTask } from '../shared/widget-task.js';
import { ConsentCase, type News } from './consent-case.js';
import {
  SkrankeConsentAnsweredEvent,
  SkrankeConsentWithdrawnEvent,
  type ConsentRequestEventMap,
} from './consent-request.events.js';
import { consentRequestStyles } from './consent-request.styles.js';
import type { ConsentContext, Notice } from './consent-request.facts.js';
import { consentRequest, noticeText, standing } from './consent-request.templates.js';
import { isAnswered, undecided, type Act } from './decisions.js';
import { readAnswerable, send } from './requests.js';
import { returnUrl } from './return-url.js';

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
    run: (signal) => this.#fetch(this.#case, this.#client, signal),
    done: (answer) => this.#handleRequest(answer),
    failed: (error) => this.#handleFailure(error),
  });
  #case = new ConsentCase('');
  /** Those with something sent, by id: what came of it is told though another request is on screen. */
  readonly #sent = new Map<string, ConsentCase>();
  /** One key a person and act until its outcome is known. */
  readonly #intentions = new Intentions();
  #client!: BackendClient;
  /** The host is to be told that the request is there. */
  #isUntold = false;
  #notice: Notice | undefined;
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

  protected override load(client: BackendClient): void {
    const id = this.requestId ?? '';
    if (id !== this.#case.id) this.#open(this.#sent.get(id) ?? new ConsentCase(id));
    this.#client = client;
    this.#isUntold = true;
    this.#loading.stop();
    if (!id) {
      throw mistake('config', 'config', 'request-id is missing');
    }
    void this.#loading.start();
  }

  protected override headingText(): string {
    const { request, step } = this.#case;
    const { heading, checkHeading, receipt } = this.texts;
    if (this.phase !== 'ready' || !request) return heading;
    if (request.status === 'created') return step === 'check' ? checkHeading : heading;
    return isAnswered(request) ? receipt : heading;
  }

  protected override comeOnline(): void {
    const { act, isSending } = this.#case;
    if (act ? !isSending : this.#notice?.is === 'refreshFailed') this.reload();
  }

  protected override readyText(): string {
    const { request } = this.#case;
    return (request && standing(request, this.texts)?.heading) ?? this.headingText();
  }

  #open(flow: ConsentCase): void {
    this.#case = flow;
    this.#notice = this.#interrupted = undefined;
  }

  #fetch({ id }: ConsentCase, client: BackendClient, signal: AbortSignal): Promise<Answer<ConsentRequest>> {
    return readAnswerable(client, { id, lang: this.currentLang, signal, fresh: true });
  }

  #handleRequest({ data, etag }: Answer<ConsentRequest>): void {
    const flow = this.#case;
    const { isSending, isDone, request: before } = flow;
    // It may be from before what is on its way; that is followed by a reading of its own.
    if (!data || isSending) return;
    const interrupted = this.#isResuming ? this.#interrupted : undefined;
    if (interrupted) this.#interrupted = undefined;
    this.#isResuming = false;
    const act = (flow.act ??= interrupted);
    const news = flow.take(data, etag);
    // Only for the person who pressed the button, and only for what that person saw.
    const isResumed = interrupted && news === 'notStored' && data.respondent;
    // What was said of an open request is true until the user goes on; all else only until the next reading.
    const isKept = data.status === 'created' && data.respondent === before?.respondent;
    if (act || !isKept || this.#notice?.is === 'refreshFailed') this.#notice = undefined;
    this.showContent({ isEmpty: false });
    if (news === 'unseen') this.#tellPending();
    else if (news !== 'same' && !isResumed) this.#handleNews(news, act, !isDone);
    this.#emitStored(flow);
    if (this.#isUntold) {
      this.#isUntold = false;
      this.emitReady(true);
      this.reportProblems(data, CONSENT_REQUEST_PATH);
    }
    if (isResumed) void this.#perform(interrupted);
  }

  #handleNews(is: Exclude<News, 'same' | 'unseen'>, act: Act | undefined, isLate = false): void {
    const { request, stored, failure } = this.#case;
    const isOpen = is === 'notStored';
    const consentId = (isOpen ? act : stored)?.consentId;
    if (is === 'over' || is === 'ended') this.announce(this.readyText());
    if (is !== 'ended') this.#tell({ is, consentId, failure: isOpen ? failure : undefined, isLate });
    const index = request?.consents.findIndex(({ id }) => id === consentId);
    // What had the focus is gone, unless that was outside. Without a consent it goes to the widget's heading.
    if (!isOpen && (act ?? this.shadowRoot?.activeElement)) this.focusNext = `#consent-${index} .heading`;
  }

  #handleFailure(error: unknown): void {
    const { id, act, isSending } = this.#case;
    const failure = asBackendError(error);
    const { info } = failure;
    const blocks = this.phase !== 'ready' || isAccessLost(failure) || !info.retryable;
    this.report(failure, { blocks: blocks && !isSending });
    if (isSending) return;
    if (info.status !== 401) this.#isResuming = false;
    // Nothing of it is for whoever is signed in now.
    if (info.status === 403 || info.status === 404) {
      this.#sent.delete(id);
      this.#intentions.clear();
      this.#open(new ConsentCase(id));
    }
    if (blocks) return;
    if (act) this.#tellPending(failure);
    else if (this.#isUntold) this.#tell({ is: 'refreshFailed', failure });
  }

  /** Sends an answer or a withdrawal: one at a time, with one key until its outcome is known. */
  async #perform(act: Act): Promise<void> {
    const [flow, client] = [this.#case, this.#client];
    const { request, etag } = flow;
    if (!request || flow.act) return;
    const { consentId } = act;
    if (isFramedByStranger(pageState().config.frameOrigins)) {
      this.reportMistake('config', 'framed', 'framed by an origin that is not in frameOrigins');
      this.#tell({ is: 'framed', consentId });
      return;
    }
    const intention = [flow.id, request.respondent, consentId].join();
    const idempotencyKey = this.#intentions.keyFor(intention);
    const write = { lang: this.currentLang, idempotencyKey, ifMatch: etag };
    this.#notice = this.#interrupted = undefined;
    this.#sent.set(flow.id, flow);
    flow.begin(act);
    this.announce(this.texts.sending);
    this.requestUpdate();
    let failure: BackendError | undefined;
    try {
      flow.done((await send(client, request, act, write)).data);
    } catch (error) {
      this.#intentions.settleIfRefused(intention, error);
      failure = asBackendError(error);
      flow.fail(failure);
    }
    if (flow !== this.#case) {
      if (failure) this.report(failure, { blocks: false });
      await this.#settle(flow, client);
    } else if (!failure || !this.#isOver(act, failure) || this.phase !== 'ready') {
      // Whatever was said: what is stored decides.
      await this.#loading.start();
    }
  }

  /** Finds out what came of an act when another request is on screen, and tells the host. */
  async #settle(flow: ConsentCase, client: BackendClient): Promise<void> {
    try {
      const { data, etag } = await this.#fetch(flow, client, new AbortController().signal);
      // Back on screen: it is read for that.
      if (!data || flow === this.#case) return;
      flow.take(data, etag);
      this.#emitStored(flow);
    } catch (error) {
      this.report(error, { blocks: false });
    }
  }

  /** Tells of a failed act. Gives whether it is certain that nothing was carried out: so after 401, 429 and our own. */
  #isOver(act: Act, failure: BackendError): boolean {
    const { kind, status } = failure.info;
    if (status === 401) {
      this.warnOnce(failure.message);
      this.#interrupted = act;
      const retry = () => {
        this.#isResuming = true;
        this.reload();
      };
      this.emit(new SkrankeAuthRequiredEvent(retry));
    } else this.report(failure, { blocks: false });
    if (status !== 401 && status !== 429 && kind !== 'config') return false;
    this.#case.act = undefined;
    this.#handleNews('notStored', act);
    return true;
  }

  #emitStored({ id, request, stored }: ConsentCase): void {
    if (stored?.decisions)
      this.emit(new SkrankeConsentAnsweredEvent(id, request?.receiptId ?? '', stored.decisions));
    else if (stored) this.emit(new SkrankeConsentWithdrawnEvent(id, stored.consentId));
  }

  /** The outcome of the act cannot be seen. */
  #tellPending(failure?: BackendError): void {
    const { act, isDone, refusal } = this.#case;
    const consentId = act?.consentId;
    const done = consentId ? 'withdrawn' : 'saved';
    const is = isDone ? done : refusal ? 'over' : 'unknown';
    this.#tell({ is, consentId, failure: isDone ? failure : refusal });
  }

  #tell(notice: Notice): void {
    this.#notice = notice;
    const words = noticeText(notice, this.#context());
    this.announce(words.text ? spoken(words) : words.heading);
    this.requestUpdate();
    void this.updateComplete.then(() => this.#showNotice());
  }

  /** On a phone it stands far above the button that was pressed, and that keeps the focus. */
  #showNotice(): void {
    if (this.matches(':focus-within'))
      this.renderRoot.querySelector('#notice')?.scrollIntoView({ block: 'nearest' });
  }

  /** The user goes on: what was said before is read. */
  #go(focus: string): void {
    this.focusNext = focus;
    this.#notice = this.#interrupted = undefined;
    this.requestUpdate();
  }

  #backUrl({ id, status, redirectUrl }: ConsentRequest): URL | undefined {
    const allowed =
      this.allowedReturnOrigins?.split(/[\s,]+/) ?? Array.from(pageState().config.allowedReturnOrigins ?? []);
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
      isBusy: flow.isSending || (flow.act !== undefined && this.#loading.pending),
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
      check: () => void this.#loading.start(),
      confirm: (index, id) => {
        flow.confirming = id;
        this.#go(id ? '#confirm' : `#consent-${index} button`);
      },
      focusField: (field) => this.focusField(field),
      retry: this.retry,
    };
  }

  protected override renderContent(): TemplateResult {
    const request = this.#case.request as ConsentRequest;
    return consentRequest({ ...this.#context(), request, backUrl: this.#backUrl(request) });
  }
}
