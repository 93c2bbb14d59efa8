import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { Styles, PropertyValues } from './reactive-element.js';
import { property, state } from './decorators.js';
import { asBackendError, mistake, type BackendError } from './backend/backend-error.js';
import type { BackendClient } from './backend/client.js';
import { pageAddress, pageClient } from './backend/page-client.js';
import type { ReadProblems } from './backend/read-fields.js';
import type { Configuration } from './configuration.js';
import type { Catalogue, CommonMessages, ErrorText, MessageOverrides } from './i18n/common.messages.js';
import { describeFailure } from './i18n/describe-failure.js';
import type { Lang } from './i18n/dates.js';
import { holdFocus, mayTakeFocus } from './hold-focus.js';
import { pageState, whenStarted } from './page-state.js';
import { sharedStyles } from './styles/shared.styles.js';
import { fonts, heading, levelOf, messageBox, retryButton, skeleton } from './templates.js';
import { TypedElement } from './typed-element.js';
import { warn } from './warn.js';
import {
  SkrankeAuthRequiredEvent,
  SkrankeErrorEvent,
  SkrankeReadyEvent,
  type CommonEventMap,
} from './widget-events.js';
import { WidgetFallback } from './widget-fallback.js';
import { WidgetLanguage } from './widget-language.js';

/** The states of a widget, one at a time; each is also a custom state, `:state(ready)`. */
const PHASES = ['loading', 'ready', 'empty', 'error'] as const;
type WidgetPhase = (typeof PHASES)[number];

/** Why a load begins. */
export interface LoadReason {
  /** Data at hand belong to another client or id: they must not be shown any more. */
  readonly isOtherSource: boolean;
  /** The user or the host asked for it: no answer of a moment ago will do. */
  readonly isReload: boolean;
}

/**
 * What all widgets have in common: address and client, language and texts, states, events and the start-up order
 * of the contract (section 2). A widget says what it depends on (`inputs`), loads, and renders its content.
 */
export abstract class WidgetElement<
  Texts extends CommonMessages,
  Events extends CommonEventMap = CommonEventMap,
> extends TypedElement<Events> {
  static override styles: Styles = [sharedStyles];
  /** The kit's version, for a second copy of the kit on the page. */
  static readonly version: string = __SKRANKE_VERSION__;

  /** Address of the backend: absolute, or relative to the page. Wins over `configure()`. */
  @property({ attribute: 'backend-url' }) backendUrl: string | null | undefined;
  /** A client of this element's own, from `createBackendClient()`. Wins over `backend-url`. */
  @property({ attribute: false }) client: BackendClient | null | undefined;
  /** Level of the widget's heading, 1 to 6. */
  @property({ attribute: 'heading-level', type: Number }) headingLevel = 2;
  /** Texts that replace the kit's own. */
  @property({ attribute: false }) messages: MessageOverrides<Texts> | null | undefined;

  @state() protected phase: WidgetPhase = 'loading';
  /** What blocks the widget, when `phase` is `error`. */
  @state() protected failure: BackendError | undefined;

  /** Where the focus goes with the next render, as a selector: only after the user's own action. */
  protected focusNext = '';

  protected readonly internals: ElementInternals = this.attachInternals();
  protected abstract readonly catalogue: Catalogue<Texts>;
  /** Whether what it shows is the same for everybody, whoever is signed in. */
  protected readonly isPublic: boolean = false;

  readonly #language = new WidgetLanguage<Texts>(this, () => this.catalogue);
  readonly #fallback = new WidgetFallback(this);
  /** What the last load was made with; undefined asks for a new one. */
  #inputs: readonly unknown[] | undefined;
  /** Likewise, but kept over a `reload()`: tells whether data at hand are still the right ones. */
  #source: readonly unknown[] | undefined;
  /** Whether the last load has brought all there is. */
  #isComplete = false;
  #isReload = false;
  #isRetry = false;
  #outbox: Event[] = [];
  #mayTakeFocus = false;
  #warned = new Set<string>();
  #stop: (() => void) | undefined;

  /** The user's 'Prøv igen': the button goes away, so reading goes on at the heading. */
  protected readonly retry = (): void => {
    this.#isRetry = true;
    this.announce(this.texts.loading);
    this.reload();
    // Once: who has gone on meanwhile is not called back by the answer.
    this.focusNext = '#heading';
  };

  /** The browser is online again. */
  protected readonly handleOnline = (): void => {
    if (this.failure?.info.kind === 'network') this.reload();
    else this.comeOnline();
  };

  constructor() {
    super();
    this.#showState();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    const { listeners, announcer } = pageState();
    const configured = (changed: ReadonlySet<keyof Configuration>) => this.handleConfigured(changed);
    listeners.add(configured);
    this.#stop = () => listeners.delete(configured);
    window.addEventListener('online', this.handleOnline);
    if (this.phase === 'loading') this.#fallback.loadingBegins();
    whenStarted(() => {
      if (!this.isConnected) return;
      announcer.prepare(this);
      this.requestUpdate();
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stop?.();
    window.removeEventListener('online', this.handleOnline);
    // A load that was given up starts again when the element comes back; data that are in stay.
    if (!this.#isComplete && this.phase !== 'error') this.#inputs = undefined;
  }

  protected override performUpdate(): void {
    try {
      super.performUpdate();
    } catch (error) {
      this.#block(error);
    }
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    try {
      if (this.isConnected && pageState().started) this.#loadIfChanged();
    } catch (error) {
      // What is under way is for something else. All begins again when this is put right.
      this.tell('hostBlocked');
      this.#block(error);
    }
    this.#showState();
  }

  protected override update(changed: PropertyValues): void {
    this.#mayTakeFocus = mayTakeFocus(this);
    const giveBack = holdFocus(this.renderRoot);
    super.update(changed);
    giveBack();
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const place = this.focusNext;
    this.focusNext = '';
    if (place && this.#mayTakeFocus) this.focusOn(place);
    const events = this.#outbox;
    this.#outbox = [];
    for (const event of events) this.dispatchEvent(event);
  }

  /** Asks the backend again. What was typed or chosen stays. */
  reload(): void {
    this.#warned.clear();
    this.#inputs = undefined;
    this.#isReload = true;
    this.requestUpdate();
  }

  /** What a load depends on besides client and language: when one of them changes, it starts again. */
  protected abstract inputs(): readonly unknown[];
  /** Starts loading. */
  protected abstract load(client: BackendClient, reason: LoadReason): void;
  /** The widget's own heading. */
  protected abstract headingText(): string;
  /** What is read out when the content is there after the user's own retry. */
  protected abstract readyText(): string;

  /** The language in use. */
  protected get currentLang(): Lang {
    return this.#language.lang;
  }

  /** The texts in use: the kit's in the current language, with the host's replacements. */
  protected get texts(): Texts {
    return this.#language.texts;
  }

  /** Level of the headings of its parts. */
  protected get partLevel(): number {
    return levelOf(this.headingLevel) + 1;
  }

  /** Moves the focus to the first of these places that is there, else to the heading. */
  protected focusOn(...places: string[]): void {
    const find = (place: string) => this.renderRoot.querySelector<HTMLElement>(place);
    [...places, '#heading'].map(find).find(Boolean)?.focus();
  }

  /** For a widget whose content is there, but not the newest. */
  protected comeOnline(): void {
    // Most widgets have nothing to catch up on.
  }

  /** Reacts to `configure()`; a widget that uses further settings extends it. */
  protected handleConfigured(changed: ReadonlySet<keyof Configuration>): void {
    if (changed.has('lang')) this.#language.check();
    this.requestUpdate();
  }

  /** The content can be used. */
  protected showContent({ isEmpty }: { isEmpty: boolean }): void {
    this.failure = undefined;
    this.phase = isEmpty ? 'empty' : 'ready';
    this.#fallback.loadingEnds();
  }

  /** Tells the host that the content can be used, once it is on screen. */
  protected emitReady(complete: boolean): void {
    if (this.#isRetry) this.announce(this.readyText());
    this.#isRetry = false;
    this.#isComplete = complete;
    this.emit(new SkrankeReadyEvent(complete));
  }

  /**
   * Tells host and developer of a failure. `blocks`: there is nothing else to show. `warning`: what is on screen of it
   * else, and is read out after the user's own retry.
   */
  protected report(error: unknown, { blocks, warning }: { blocks: boolean; warning?: string }): BackendError {
    const failure = asBackendError(error);
    const said = blocks ? this.describe(failure).heading : this.#isRetry && warning;
    this.#isRetry = false;
    if (blocks) {
      this.failure = failure;
      this.phase = 'error';
      this.#fallback.loadingEnds();
    }
    if (said) this.announce(said);
    this.warnOnce(failure.message);
    this.emit(
      failure.info.code === 'signed-out'
        ? new SkrankeAuthRequiredEvent(() => this.reload())
        : new SkrankeErrorEvent(failure.info),
    );
    return failure;
  }

  /** Likewise of a mistake of theirs that blocks a part only. */
  protected reportMistake(kind: 'config' | 'contract', code: string, where: string): void {
    this.report(mistake(kind, code, where), { blocks: false });
  }

  /** Tells host and developer what in an answer was not as the contract says. What is missing is said on screen. */
  protected reportProblems({ leftOut, badFields }: ReadProblems, path: string): void {
    if (leftOut === 0 && badFields.length === 0) return;
    this.warnOnce(
      `bad-shape GET ${path}: ${leftOut} left out; bad fields: ${badFields.join(', ') || 'none'}`,
    );
    this.emit(new SkrankeErrorEvent({ kind: 'contract', code: 'bad-shape', retryable: true }));
  }

  /** Fires an event after the next render, so that a listener finds the screen as the event says. */
  protected emit(event: Event): void {
    this.#outbox.push(event);
    this.requestUpdate();
  }

  /** One line for the developer; the same one only once until the next `reload()`. */
  protected warnOnce(text: string): void {
    if (this.#warned.has(text)) return;
    this.#warned.add(text);
    warn(`${this.localName}: ${text}`);
  }

  /** Has a text read out in the language of the widget. */
  protected announce(text: string): void {
    pageState().announcer.announce(this, text, this.currentLang);
  }

  /** Heading and text of a failure. */
  protected describe(failure: BackendError): ErrorText {
    return describeFailure(failure.info, this.texts);
  }

  #loadIfChanged(): void {
    const last = this.#inputs;
    this.#inputs = undefined;
    const address = this.client ? '' : pageAddress(this.backendUrl);
    const client = this.client ?? pageClient(address);
    const inputs = [client, this.currentLang, ...this.inputs()];
    this.#inputs = inputs;
    if (last && inputs.every((value, i) => Object.is(value, last[i]))) return;
    // Position 1 is the language: the same data in other words.
    const before = this.#source;
    // What is the same for everybody outlives a new token.
    const source = [(this.isPublic && address) || client, ...inputs.slice(1)];
    const isOtherSource = source.some((value, i) => i !== 1 && before && !Object.is(value, before[i]));
    this.#source = source;
    if (this.phase === 'error' || isOtherSource) {
      this.phase = 'loading';
      this.failure = undefined;
      this.#fallback.loadingBegins();
    }
    const isReload = this.#isReload;
    this.#isReload = this.#isComplete = false;
    this.load(client, { isOtherSource, isReload });
  }

  /** Shows what was thrown as the widget's own error; in the host page it would be an exception. Once while it lasts. */
  #block(error: unknown): void {
    const failure = asBackendError(error);
    if (this.failure?.info.code !== failure.info.code) this.report(failure, { blocks: true });
  }

  #showState(): void {
    const { states } = this.internals;
    for (const name of PHASES) states[name === this.phase ? 'add' : 'delete'](name);
  }

  protected override render(): TemplateResult {
    const { phase } = this;
    // Outside the phases, so that a focus on it outlives them, and one that loses its place has somewhere to go.
    const title =
      phase === 'loading' && !this.#isRetry && !this.renderRoot.activeElement
        ? nothing
        : heading(this.headingLevel, this.headingText(), { id: 'heading' });
    return html`<div class="root" part="root" lang=${this.currentLang}>${title} ${this.#renderPhase()}</div>`;
  }

  protected abstract renderContent(): TemplateResult;

  #renderPhase(): unknown {
    if (this.phase === 'ready' || this.phase === 'empty') return this.renderContent();
    if (this.phase === 'error') return html`${this.#renderError()}<slot></slot>`;
    // Not before the request is on its way: the browser lays out what a script has put on the page before it goes on.
    const meanwhile = this.#source ? fonts : nothing;
    return html`<slot></slot>${meanwhile} ${this.#fallback.showsSkeleton ? skeleton(this.texts) : nothing}`;
  }

  #renderError(): unknown {
    if (!this.failure) return nothing;
    const { texts, failure } = this;
    const { kind, retryable } = failure.info;
    const actions = kind === 'config' && !retryable ? nothing : retryButton(this.retry, texts);
    return messageBox({ kind: 'error', ...this.describe(failure), actions }, texts);
  }
}
