import {
  html,
  LitElement,
  nothing,
  type CSSResultGroup,
  type PropertyValues,
  type TemplateResult,
} from 'lit';
import { property, state } from 'lit/decorators.js';
import { BackendError } from './backend/backend-error.js';
import type { BackendClient } from './backend/client.js';
import { pageClient } from './backend/page-client.js';
import type { ReadProblems } from './backend/read-tolerantly.js';
import type { Configuration } from './configuration.js';
import type { Lang } from './i18n/dates.js';
import { nearestLang } from './i18n/lang-watcher.js';
import { mergeMessages } from './i18n/merge-messages.js';
import type { Catalogue, CommonMessages, MessageOverrides } from './i18n/common.messages.js';
import { pageState, whenStarted } from './page-state.js';
import { sharedStyles } from './styles/shared.styles.js';
import { heading, messageBox } from './templates.js';
import { warn } from './warn.js';
import { SkrankeAuthRequiredEvent, SkrankeErrorEvent, SkrankeReadyEvent } from './widget-events.js';

/** The states of a widget, one at a time; each is also a custom state, `:state(ready)`. */
export type WidgetPhase = 'loading' | 'ready' | 'empty' | 'error';

/** Why a load begins. */
export interface LoadReason {
  /** Data at hand belong to another client or id: they must not be shown any more. */
  readonly isOtherSource: boolean;
  /** The user or the host asked for it: no answer of a moment ago will do. */
  readonly isReload: boolean;
}

/** A loading time below this shows nothing: a flash would only disturb. */
const SKELETON_AFTER_MS = 300;

/**
 * What all widgets have in common: address and client, language and texts, states, events and the start-up order
 * of the contract (section 2). A widget says what it depends on (`inputs`), loads, and renders its content.
 */
export abstract class WidgetElement<Texts extends CommonMessages> extends LitElement {
  static override styles: CSSResultGroup = [sharedStyles];
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
  @state() private slow = false;
  @state() private hasFallback = false;

  protected readonly internals: ElementInternals = this.attachInternals();
  protected abstract readonly catalogue: Catalogue<Texts>;

  #lang: Lang = 'da';
  #texts: Texts | undefined;
  #inputs: readonly unknown[] | undefined;
  #loaded: readonly unknown[] | undefined;
  #isReload = false;
  #isRetry = false;
  #outbox: Event[] = [];
  #warned = new Set<string>();
  #cleanups: (() => void)[] = [];
  #slowTimer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    this.#showState();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    const page = pageState();
    const configured = (changed: ReadonlySet<keyof Configuration>) => this.handleConfigured(changed);
    page.listeners.add(configured);
    this.#cleanups = [
      () => page.listeners.delete(configured),
      page.langWatcher.watch(this, () => this.#updateLang()),
    ];
    this.#updateLang();
    this.#listen(window, 'online', () => this.handleOnline());
    this.#armSkeleton();
    whenStarted(() => {
      if (!this.isConnected) return;
      page.announcer.prepare(this);
      this.requestUpdate();
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const cleanup of this.#cleanups) cleanup();
    this.#cleanups = [];
    clearTimeout(this.#slowTimer);
    // A load that was given up starts again when the element comes back; data that are in stay.
    if (this.phase === 'loading') this.#inputs = undefined;
  }

  /** Asks the backend again. What was typed or chosen stays. */
  reload(): void {
    this.#warned.clear();
    this.#inputs = undefined;
    this.#isReload = true;
    this.requestUpdate();
  }

  /** The language in use. */
  protected get currentLang(): Lang {
    return this.#lang;
  }

  /** The texts in use: the kit's in the current language, with the host's replacements. */
  protected get texts(): Texts {
    this.#texts ??= mergeMessages(this.catalogue[this.#lang], this.messages);
    return this.#texts;
  }

  /** What a load depends on besides client and language: when one of them changes, it starts again. */
  protected abstract inputs(): readonly unknown[];
  /** Starts loading. */
  protected abstract load(client: BackendClient, reason: LoadReason): void;
  protected abstract renderContent(): TemplateResult;
  /** The widget's own heading, shown with an error too. */
  protected abstract headingText(): string;

  /** What is read out when the content is there after the user's own retry. */
  protected abstract readyText(): string;

  /** The user's 'Prøv igen': the button goes away, so reading goes on at the heading. */
  protected retry(): void {
    this.#isRetry = true;
    this.announce(this.texts.loading);
    this.reload();
  }

  /** The browser is online again. */
  protected handleOnline(): void {
    if (this.failure?.info.kind === 'network') this.reload();
  }

  /** Reacts to `configure()`; a widget that uses further settings extends it. */
  protected handleConfigured(changed: ReadonlySet<keyof Configuration>): void {
    if (changed.has('lang')) this.#updateLang();
    this.requestUpdate();
  }

  protected override performUpdate(): void {
    try {
      super.performUpdate();
    } catch (error) {
      // An exception here would surface in the host page; the widget shows it as its own error instead.
      this.#failInside(error);
    }
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('messages')) this.#texts = undefined;
    if (this.isConnected && pageState().started) this.#loadIfChanged();
    this.#showState();
  }

  protected override updated(): void {
    if (this.#isRetry && this.shadowRoot?.activeElement?.id !== 'heading') {
      this.renderRoot.querySelector<HTMLElement>('#heading')?.focus();
    }
    const events = this.#outbox;
    this.#outbox = [];
    for (const event of events) this.dispatchEvent(event);
  }

  protected override render(): TemplateResult {
    const { phase } = this;
    // Outside the phases, so that a focus on it outlives them.
    const title =
      phase === 'loading' && !this.#isRetry
        ? nothing
        : heading(this.headingLevel, this.headingText(), { id: 'heading' });
    return html`<div class="root" part="root" lang=${this.#lang}>${title}${this.#renderPhase()}</div>`;
  }

  /** The content can be used. */
  protected showContent({ isEmpty }: { isEmpty: boolean }): void {
    this.failure = undefined;
    this.phase = isEmpty ? 'empty' : 'ready';
    clearTimeout(this.#slowTimer);
  }

  /** Tells the host that the content can be used, once it is on screen. */
  protected emitReady(complete: boolean): void {
    if (this.#isRetry) this.announce(this.readyText());
    this.#isRetry = false;
    this.emit(new SkrankeReadyEvent(complete));
  }

  /** Tells host and developer of a failure. `blocks`: there is nothing else to show. */
  protected report(error: unknown, { blocks }: { blocks: boolean }): BackendError {
    const failure = asBackendError(error);
    if (blocks) {
      this.failure = failure;
      this.phase = 'error';
      clearTimeout(this.#slowTimer);
      this.announce(this.#errorTexts(failure).heading);
      this.#isRetry = false;
    }
    this.warnOnce(failure.message);
    this.emit(
      failure.info.code === 'signed-out'
        ? new SkrankeAuthRequiredEvent(() => this.reload())
        : new SkrankeErrorEvent(failure.info),
    );
    return failure;
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
  protected announce(text: string, from: Element = this): void {
    pageState().announcer.announce(from, text, this.#lang);
  }

  /** Heading and text of a failure, with the time to wait where the backend named one. */
  protected describe(failure: BackendError): { heading: string; body: string } {
    const { heading: title, text } = this.#errorTexts(failure);
    const wait = failure.info.retryAfterMs;
    return { heading: title, body: wait ? this.texts.waitHint(Math.ceil(wait / 1000)) : text };
  }

  #renderPhase(): unknown {
    if (this.phase === 'ready' || this.phase === 'empty') return this.renderContent();
    if (this.phase === 'error') return html`${this.#renderError()}<slot></slot>`;
    return html`<slot @slotchange=${this.#updateFallback}></slot>${
        this.slow && !this.hasFallback
          ? html`<div class="skeleton" part="skeleton">
              <p class="hidden">${this.texts.loading}</p>
              <i></i><i></i><i></i>
            </div>`
          : nothing
      }`;
  }

  #renderError(): unknown {
    if (!this.failure) return nothing;
    const { heading: title, body } = this.describe(this.failure);
    const { texts } = this;
    const retry = html`<button class="button" part="button retry" type="button" @click=${this.retry}>
      ${texts.retry}
    </button>`;
    const actions = this.failure.info.kind === 'config' ? nothing : retry;
    return messageBox({ kind: 'error', heading: title, body, actions }, texts);
  }

  #errorTexts(failure: BackendError): { heading: string; text: string } {
    const { errors } = this.texts;
    return errors[failure.info.code] ?? errors.http;
  }

  #loadIfChanged(): void {
    const client = this.#findClient();
    if (!client) return;
    const inputs = [client, this.#lang, ...this.inputs()];
    const before = this.#inputs;
    if (before && before.length === inputs.length && before.every((value, i) => Object.is(value, inputs[i])))
      return;
    this.#inputs = inputs;
    this.#loaded ??= inputs;
    const isOtherSource = inputs.some((value, i) => i !== 1 && !Object.is(value, this.#loaded?.[i]));
    this.#loaded = inputs;
    if (this.phase === 'error' || isOtherSource) this.#startOver();
    const isReload = this.#isReload;
    this.#isReload = false;
    this.load(client, { isOtherSource, isReload });
  }

  #startOver(): void {
    this.phase = 'loading';
    this.failure = undefined;
    this.slow = false;
    this.#armSkeleton();
  }

  #findClient(): BackendClient | undefined {
    try {
      return this.client ?? pageClient(this.backendUrl);
    } catch (error) {
      const failure = asBackendError(error);
      this.#inputs = undefined;
      if (this.failure?.info.code !== failure.info.code) this.report(failure, { blocks: true });
      return undefined;
    }
  }

  #failInside(error: unknown): void {
    if (this.failure?.info.code === 'internal') return;
    this.report(error, { blocks: true });
  }

  #armSkeleton(): void {
    this.#updateFallback();
    clearTimeout(this.#slowTimer);
    if (this.phase === 'loading') this.#slowTimer = setTimeout(() => (this.slow = true), SKELETON_AFTER_MS);
  }

  readonly #updateFallback = (): void => {
    this.hasFallback = [...this.childNodes].some(
      (node) => node instanceof Element || (node instanceof Text && node.data.trim() !== ''),
    );
  };

  #updateLang(): void {
    const lang = nearestLang(this, pageState().config.lang ?? 'da');
    if (lang === this.#lang) return;
    this.#lang = lang;
    this.#texts = undefined;
    this.requestUpdate();
  }

  #showState(): void {
    const { states } = this.internals;
    for (const name of ['loading', 'ready', 'empty', 'error'] as const) {
      if (name === this.phase) states.add(name);
      else states.delete(name);
    }
  }

  #listen(target: EventTarget, type: string, listener: () => void): void {
    target.addEventListener(type, listener);
    this.#cleanups.push(() => target.removeEventListener(type, listener));
  }
}

function asBackendError(error: unknown): BackendError {
  if (error instanceof BackendError) return error;
  const name = error instanceof Error ? error.name : typeof error;
  return new BackendError({ kind: 'contract', code: 'internal', retryable: true }, name);
}
