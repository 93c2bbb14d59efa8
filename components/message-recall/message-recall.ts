import type { TemplateResult } from 'lit/html.js';
import type { PropertyValues } from '../shared/reactive-element.js';
import { asBackendError, type BackendError } from '../shared/backend/backend-error.js';
import type { Answer, BackendClient } from '../shared/backend/client.js';
import {
  getMessage,
  getRecipientNumber,
  type Message,
  type MessageRequest,
} from '../shared/backend/digital-post-messages.js';
import { property } from '../shared/decorators.js';
import { isFramedByStranger } from '../shared/framing.js';
import { dateInCopenhagen, daysBetween, formatLongDate, type PlainDate } from '../shared/i18n/dates.js';
import { spoken } from '../shared/i18n/describe-failure.js';
import { now, pageState } from '../shared/page-state.js';
import { WidgetElement, type LoadReason } from '../shared/widget-element.js';
import { WidgetTask } from '../shared/widget-task.js';
import { WidgetTimers } from '../shared/widget-timers.js';
import { CprNumber } from './cpr-number.js';
import { parseMessageId } from './message-id.js';
import { SkrankeMessageRecalledEvent, type MessageRecallEventMap } from './message-recall.events.js';
import { messageRecallMessages, type MessageRecallMessages } from './message-recall.messages.js';
import { messageRecallStyles } from './message-recall.styles.js';
import { recall, type Side } from './message-recall.templates.js';
import { ModalDialog } from './modal-dialog.js';
import { saveReceipt } from './recall-receipt.js';
import { formatNumber, hindranceOf, lastDay, refused, type Hindrance } from './recall-standing.js';
import { failureBox, hindranceBox, isFinal, outcomeBox, type Box } from './recall-words.js';
import { Recalls, type Outcome } from './recalls.js';

/** A message as it was read. */
interface Known {
  readonly message: Message;
  readonly etag: string | undefined;
  /** Language of the message's own texts. */
  readonly contentLang: string | undefined;
  /** The day in Copenhagen on which it was read. */
  readonly on: PlainDate;
}

/**
 * Recalls a message of Digital Post before its value date: look it up by its id, see that it is the right one, confirm.
 * A recall is sent once, and what is stored is what is shown.
 *
 * @summary Stops a message before its value date (Digital Post).
 * @slot - Fallback: shown without JavaScript, while loading, and below an error that blocks the widget.
 * @csspart input - the field for the id
 * @csspart summary - the message that was found
 * @csspart reveal - a button that shows or hides a CPR number
 * @csspart dialog - the question before the recall
 * @csspart receipt - the receipt after it
 * @fires {SkrankeReadyEvent} skranke-ready - when the field can be used, or the message of `message-id` is shown
 * @fires {SkrankeErrorEvent} skranke-error - when a request failed or something cannot be shown
 * @fires {SkrankeAuthRequiredEvent} skranke-auth-required - when the backend answers 401
 * @fires {SkrankeMessageRecalledEvent} skranke-message-recalled - once a recall, when it is certain that it is stored
 */
export class SkrankeMessageRecall extends WidgetElement<MessageRecallMessages, MessageRecallEventMap> {
  static override styles = [WidgetElement.styles, messageRecallStyles];

  /** Id of the message: 36 characters, or 32 hex digits. It is filled in and looked up. */
  @property({ attribute: 'message-id' }) messageId: string | null | undefined;

  protected readonly catalogue = messageRecallMessages;

  readonly #looking = new WidgetTask<Answer<Message>>(this, {
    run: async (signal) => {
      await this.#recalls.over(this.#asked);
      return this.#fetch(getMessage, signal);
    },
    done: (answer) => this.#handleMessage(answer),
    failed: (error) => this.#handleFailure(error),
  });
  readonly #numbers = { sender: this.#numberOf('sender'), recipient: this.#numberOf('recipient') };
  readonly #dialog = new ModalDialog(this, () => this.#isBusy());
  readonly #recalls = new Recalls();
  #client: BackendClient | undefined;
  #typed = '';
  /** The id that was looked up last; empty when it was none. */
  #asked = '';
  #isBadId = false;
  /** The user has asked, and not the host: what comes of it is read out. */
  #isOwnLookUp = false;
  #known: Known | undefined;
  /** What failed, or what came of a recall. */
  #note: Box | undefined;
  #couldRecall = false;

  constructor() {
    super();
    // The value date may come while the page is open.
    new WidgetTimers(this, () => {});
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('messageId')) this.#take(this.messageId ?? '');
    super.willUpdate(changed);
    const can = !this.#hindrance();
    const wasWanted = this.#couldRecall || this.#dialog.isOpen;
    if (this.#known && !can && wasWanted && !this.#isBusy()) this.#handleHindered();
    this.#couldRecall = this.#known !== undefined && can;
  }

  protected override inputs(): readonly unknown[] {
    return [this.messageId || null];
  }

  protected override load(client: BackendClient, { isOtherSource }: LoadReason): void {
    if (isOtherSource) this.#forget();
    this.#hideNumbers();
    this.#client = client;
    if (this.#asked) {
      void this.#looking.start();
      return;
    }
    this.#looking.stop();
    this.showContent({ isEmpty: false });
    this.emitReady(true);
    if (this.#isBadId) this.reportMistake('config', 'bad-id', 'message-id: 36 characters, or 32 hex digits');
  }

  protected override headingText(): string {
    return this.texts.heading;
  }

  protected override readyText(): string {
    const box = this.#box();
    const said = [this.#known?.message.title, box ? spoken(box) : this.#until().join(' ')];
    return said.filter(Boolean).join('. ') || this.texts.heading;
  }

  protected override comeOnline(): void {
    if (this.#note?.retries) this.reload();
  }

  /** What stands in the field is what is asked for. */
  #take(text: string): void {
    this.#typed = text;
    this.#asked = parseMessageId(text) ?? '';
    this.#isBadId = text !== '' && !this.#asked;
  }

  #fetch<Data>(
    get: (client: BackendClient, request: MessageRequest) => Promise<Data>,
    signal: AbortSignal,
  ): Promise<Data> {
    const [client, id] = [this.#client, this.#asked];
    if (!client || !id) throw new DOMException('nothing to ask for', 'AbortError');
    return get(client, { id, lang: this.currentLang, signal });
  }

  #numberOf(side: Side): CprNumber {
    return new CprNumber(this, {
      fetch: (signal) => this.#fetch(getRecipientNumber, signal),
      changed: (isShown) => {
        const { number = '' } = this.#known?.message[side] ?? {};
        this.announce(isShown ? this.texts.shown : formatNumber(number, false));
        this.requestUpdate();
      },
      failed: (error) => {
        this.report(error, { blocks: false });
        this.announce(this.texts.notShown);
      },
    });
  }

  #hideNumbers(): void {
    this.#numbers.sender.hide();
    this.#numbers.recipient.hide();
  }

  #forget(): void {
    this.#known = this.#note = undefined;
    this.#couldRecall = false;
    this.#dialog.shut();
    this.#hideNumbers();
    // What has the focus goes away.
    if (this.shadowRoot?.activeElement?.closest('section')) this.focusNext = '#heading';
  }

  #set({ data, etag, contentLang }: Answer<Message>): void {
    if (!data) return;
    this.#known = { message: data, etag, contentLang, on: this.#today() };
    this.#note = undefined;
    this.#couldRecall = false;
    this.reportProblems({ leftOut: 0, badFields: data.badFields }, '/messages/{id}');
  }

  #handleMessage(answer: Answer<Message>): void {
    const isOwn = this.#isOwnLookUp;
    this.#isOwnLookUp = false;
    // A recall is for good: a backend that does not say so yet is behind.
    const isBehind = this.#recalls.isDone(this.#asked) && answer.data?.status !== 'RECALLED';
    if (!this.#known || !isBehind) this.#set(answer);
    if (this.#recalls.isUnsure(this.#asked)) {
      const hindrance = this.#hindrance();
      if (hindrance === 'already-recalled') this.#settle();
      else if (!hindrance) this.#note = { kind: 'warning', ...this.texts.notDone };
    }
    this.showContent({ isEmpty: false });
    this.emitReady(true);
    if (isOwn) this.announce(this.readyText());
    if (this.#hindrance() === 'framed') this.reportMistake('config', 'framed', 'not in frameOrigins');
  }

  #handleFailure(error: unknown): void {
    const failure = asBackendError(error);
    const isFirst = this.phase === 'loading';
    const blocks = isFirst && !isFinal(failure);
    this.#isOwnLookUp = false;
    if (isFinal(failure) || failure.info.status === 401) this.#forget();
    if (isFirst && !blocks) {
      this.showContent({ isEmpty: false });
      this.emitReady(true);
    }
    this.report(failure, { blocks });
    if (!blocks) this.#say(failureBox(failure, this.texts));
  }

  /** Something has come in between while the page was open: the value date, above all. */
  #handleHindered(): void {
    const { activeElement } = this.shadowRoot ?? document;
    if (this.#dialog.isOpen || activeElement?.id === 'recall') this.focusNext = '#message';
    this.#dialog.shut();
    this.#say();
  }

  #handleInput(event: InputEvent): void {
    // Composed: it would leave the element.
    event.stopPropagation();
    this.#typed = (event.target as HTMLInputElement).value;
  }

  #handleLookUp(event: Event): void {
    event.preventDefault();
    this.#take(this.#typed);
    this.#isBadId = !this.#asked;
    this.#forget();
    this.#looking.stop();
    this.requestUpdate();
    if (this.#isBadId) {
      this.announce(this.texts.badId);
      this.focusOn('#id');
      return;
    }
    this.#isOwnLookUp = true;
    this.announce(this.texts.loading);
    this.reload();
  }

  async #handleConfirm(): Promise<void> {
    const [known, client] = [this.#known, this.#client];
    // The clock is asked at the very last: a timer may be late.
    this.requestUpdate();
    if (!known || !client || this.#hindrance()) return;
    const { id } = known.message;
    const request = { id, etag: known.etag, lang: this.currentLang };
    if (!this.#isBusy())
      pageState().announcer.announce(this.#dialog.element ?? this, this.texts.recalling, this.currentLang);
    const trying = this.#recalls.recall(client, request);
    // What is on its way may be from before the recall.
    if (this.#looking.pending) void this.#looking.start();
    const outcome = await trying;
    if (outcome) this.#handleOutcome(id, outcome);
  }

  #handleOutcome(id: string, outcome: Outcome): void {
    const { is, isOurs, answer, failures } = outcome;
    for (const failure of failures) this.report(failure, { blocks: false });
    // Another message may be on screen by now.
    const isHere = this.#known?.message.id === id;
    if (isHere) this.#dialog.shut();
    if (isHere && answer) this.#set(answer);
    if (isHere && is === 'not-done') this.#handleRefusal(failures[0]);
    if (isOurs) this.#settle(id, answer?.data);
    if (!isHere) return;
    // A recall that is not permitted (403) does not take the right to read away.
    const lost = failures.find(({ info: { status = 0 } }, at) =>
      (at ? [401, 403, 404] : [401, 404]).includes(status),
    );
    if (lost) this.#forget();
    const box = lost ? failureBox(lost, this.texts) : outcomeBox(outcome, this.texts);
    this.#say(this.#hindrance() ? undefined : box);
    // Else the focus is back at the button that opened the dialog.
    if (!this.#canRecall()) this.focusNext = is === 'done' ? '#receipt' : lost ? '#heading' : '#message';
  }

  /** Nothing that was read says why: what the backend has just said counts until the next reading. */
  #handleRefusal(failure: BackendError | undefined): void {
    if (!this.#known || !failure || this.#hindrance()) return;
    this.#known = { ...this.#known, message: refused(this.#known.message, failure.info.code) };
    // It is said as what came of the recall, and not once more.
    this.#couldRecall = false;
  }

  /** It is stored: says so to the host, once. */
  #settle(id = this.#asked, message = this.#known?.message): void {
    this.#recalls.settle(id);
    this.emit(new SkrankeMessageRecalledEvent({ messageId: id, recalledAt: message?.recalledAt ?? null }));
  }

  /** Shows what is to be said, and has it read out. */
  #say(note?: Box): void {
    this.#note = note;
    this.requestUpdate();
    const box = this.#box();
    if (box) this.announce(spoken(box));
  }

  #today(): PlainDate {
    return dateInCopenhagen(now());
  }

  #hindrance(): Hindrance | undefined {
    if (!this.#known) return undefined;
    const { message, on } = this.#known;
    return (
      hindranceOf(message, on, this.#today()) ??
      (isFramedByStranger(pageState().config.frameOrigins) ? 'framed' : undefined)
    );
  }

  #canRecall(): boolean {
    return this.#known !== undefined && !this.#hindrance() && !this.#note?.retries;
  }

  /** Until when it can be recalled, and how long that is; empty when the backend does not say. */
  #until(): string[] {
    const { texts } = this;
    const last = this.#known && lastDay(this.#known.message, this.#known.on);
    if (!last) return [];
    return [
      texts.until(formatLongDate(last, this.currentLang)),
      texts.left(daysBetween(this.#today(), last)),
    ];
  }

  #isBusy(): boolean {
    return this.#recalls.isBusy(this.#asked);
  }

  /** What is to be said of the message. */
  #box(): Box | undefined {
    const hindrance = this.#hindrance();
    if (this.#note || !hindrance) return this.#note;
    return hindranceBox(hindrance, this.#recalls.isDone(this.#asked), this.texts);
  }

  protected override renderContent(): TemplateResult {
    const known = this.#known;
    return recall({
      texts: this.texts,
      lang: this.currentLang,
      contentLang: known?.contentLang,
      level: this.partLevel,
      typed: this.#typed,
      isBadId: this.#isBadId,
      isLooking: this.#looking.pending,
      message: known?.message,
      box: this.#box(),
      until: this.#canRecall() ? this.#until() : undefined,
      isRecalled: known?.message.status === 'RECALLED',
      numbers: this.#numbers,
      isOpen: this.#dialog.isOpen,
      isBusy: this.#isBusy(),
      write: (event) => this.#handleInput(event),
      lookUp: (event) => this.#handleLookUp(event),
      ask: this.#dialog.open,
      confirm: () => void this.#handleConfirm(),
      cancel: this.#dialog.cancel,
      closed: this.#dialog.closed,
      save: () => known && saveReceipt(known.message, this.texts, this.currentLang),
      retry: this.retry,
    });
  }
}
