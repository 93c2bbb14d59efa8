import { html, nothing, type TemplateResult } from 'lit/html.js';
import { ReactiveElement } from '../components/shared/reactive-element.js';
import { property, state } from '../components/shared/decorators.js';
import { commonMessages } from '../components/shared/i18n/common.messages.js';
import type { Lang } from '../components/shared/i18n/dates.js';
import { sharedStyles } from '../components/shared/styles/shared.styles.js';
import { messageBox } from '../components/shared/templates.js';
import type { PilotSettings } from '../mocks/contract/pilot.js';
import { timeInCopenhagen } from '../mocks/copenhagen.js';
import { defaultSettings, readAddress, writeAddress } from './address.js';
import { complaintOf, isGood, type Api } from './api.js';
import { consoleStyles } from './console.styles.js';
import { say, type Pair } from './pair.js';
import { pageStyles } from './pilot-console.styles.js';
import { resources, sections, tabOf } from './resources.js';
import { nameOfPersona, settingsBar } from './settings-bar.js';
import { texts, type TextName } from './texts.js';
import type { Told, ToldEvent } from './told.js';

const DAY_MS = 86_400_000;
/** Stands in the history's entry beside an address that the console wrote: an opened link has none. */
const WRITTEN = 'skrankePilot';

/** What the console sets on the page's widgets. */
export type Configure = (settings: { backendUrl: string; now: () => number; fetch: typeof fetch }) => void;

/** The pilot's console: pushes by hand, shows at once how users see it, and provokes every error. */
export class PilotConsole extends ReactiveElement {
  static override readonly styles = [sharedStyles, consoleStyles, pageStyles];

  @property({ attribute: false }) api!: Api;
  /** `configure` of the kit whose widgets are on the page. */
  @property({ attribute: false }) configure!: Configure;
  /** Whether the pilot lives in a service worker of this page. */
  @property({ type: Boolean, attribute: 'in-page' }) inPage = false;
  /** False: the page's address stays as it is, as inside Storybook. */
  @property({ attribute: false }) keepsAddress = true;
  @property({ reflect: true }) override lang: Lang = 'da';

  @state() private settings: PilotSettings = defaultSettings;
  @state() private tab = tabOf(null);
  @state() private told: Told | undefined;
  @state() private version = 0;
  @state() private clockText = '';
  /** Typed and not yet set. */
  @state() private clockDraft: string | undefined;
  @state() private clockError = '';
  @state() private isReady = false;
  /** Goes up when all begins anew. */
  @state() private round = 0;

  /** How far the pilot's clock is from the browser's, or where it stands. */
  #offset = 0;
  #still: number | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('popstate', this.#handlePopState);
    void this.#start();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('popstate', this.#handlePopState);
  }

  readonly now = (): number => this.#still ?? Date.now() + this.#offset;

  readonly #handlePopState = (): void => {
    const { tab, lang } = readAddress(location.search);
    this.tab = tabOf(tab);
    if (lang) this.#setLang(lang);
    this.#writeAddress();
  };

  readonly #handleTold = ({ detail }: ToldEvent): void => {
    this.told = detail;
    if (detail.isChange) void this.#read();
  };

  readonly #handleTab = (event: Event): void => {
    const { metaKey, ctrlKey, shiftKey } = event as MouseEvent;
    // A new tab or window is the browser's affair.
    if (metaKey || ctrlKey || shiftKey) return;
    event.preventDefault();
    this.tab = (event.currentTarget as HTMLElement).dataset['tab'] ?? this.tab;
    this.told = undefined;
    this.#writeAddress('pushState');
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('main')?.focus());
  };

  readonly #handleSkip = (): void => {
    this.renderRoot.querySelector<HTMLElement>('main')?.focus();
  };

  readonly #handleLanguage = (): void => {
    this.#setLang(this.lang === 'da' ? 'en' : 'da');
    this.told = undefined;
    this.#writeAddress();
  };

  #setLang(lang: Lang): void {
    this.lang = lang;
    if (this.keepsAddress) document.documentElement.lang = lang;
  }

  #text(name: TextName): string {
    return say(texts[name], this.lang);
  }

  async #start(): Promise<void> {
    const { tab, lang, settings } = readAddress(this.keepsAddress ? location.search : '');
    this.tab = tabOf(tab);
    if (lang) this.#setLang(lang);
    const present = await this.api.settings();
    if (present && settings && !this.#isOwnAddress()) {
      const refused = await this.api.apply(settings, present);
      if (refused.length > 0)
        this.told = { text: `${this.#text('badLink')}: ${refused.join('; ')}`, isError: true };
    }
    await this.#read();
    this.isReady = true;
  }

  /** Reads what is set, and has the widgets follow: clock, persona and scenario change what they are told. */
  async #read(): Promise<void> {
    const before = JSON.stringify(this.settings);
    const settings = await this.api.settings();
    const clock = await this.api.ask('GET', '/pilot/clock');
    if (!settings || !isGood(clock)) {
      this.told = { text: `${this.#text('silent')}. ${this.#text('silentText')}`, isError: true };
      return;
    }
    const { now, running } = clock.body as { now: string; running: boolean };
    this.#offset = Date.parse(now) - Date.now();
    this.#still = running ? undefined : Date.parse(now);
    this.settings = settings;
    this.clockText = timeInCopenhagen(this.now());
    if (this.clockDraft === undefined) this.clockError = '';
    this.version += 1;
    this.#writeAddress();
    if (!this.isReady || JSON.stringify(settings) !== before) this.#restartWidgets();
  }

  /** Functions of their own: no answer of before is shared. */
  #restartWidgets(): void {
    this.configure({
      backendUrl: this.api.base,
      now: () => this.now(),
      fetch: (...request) => fetch(...request),
    });
  }

  #writeAddress(method: 'pushState' | 'replaceState' = 'replaceState'): void {
    if (!this.keepsAddress) return;
    const search = writeAddress(location.search, this.tab, this.lang, this.settings);
    history[method](this.inPage ? null : { [WRITTEN]: true }, '', search);
  }

  /**
   * Written by the console, so what it says of the settings is how they were, and others may have set them since. A pilot
   * in the page is as new when the page is loaded: there the address is all that is left of them.
   */
  #isOwnAddress(): boolean {
    const mark = (history.state as Readonly<Record<string, unknown>> | null)?.[WRITTEN];
    return !this.inPage && mark === true;
  }

  /** One change of the settings, and its words for the status region. */
  async #set(change: Partial<PilotSettings>, text: string): Promise<void> {
    const refused = await this.api.apply({ ...this.settings, ...change }, this.settings);
    this.told =
      refused.length > 0
        ? { text: `${this.#text('refused')}: ${refused.join('; ')}`, isError: true }
        : { text };
    await this.#read();
  }

  async #setClock(now: string | null, running = now === null): Promise<void> {
    const answer = await this.api.ask('PUT', '/pilot/clock', now === null ? { now } : { now, running });
    if (!isGood(answer)) {
      this.clockError = complaintOf(answer);
      this.told = { text: this.#text('refused'), isError: true };
      this.renderRoot.querySelector<HTMLElement>('#clock')?.focus();
      return;
    }
    this.#dropClockDraft();
    await this.#read();
    this.told = { text: `${this.#text('clockIs')} ${this.clockText}.` };
  }

  #dropClockDraft(): void {
    this.clockDraft = undefined;
    this.clockError = '';
  }

  async #reset(): Promise<void> {
    const answer = await this.api.ask('POST', '/pilot/reset');
    if (isGood(answer)) {
      this.#dropClockDraft();
      this.round += 1;
    }
    this.told = isGood(answer)
      ? { text: this.#text('isReset') }
      : { text: this.#text('silent'), isError: true };
    await this.#read();
    this.#restartWidgets();
  }

  #describe(change: Partial<PilotSettings>): string {
    const { persona, scenario } = change;
    if (persona) return `${this.#text('personaIs')} ${nameOfPersona(persona, this.lang)}.`;
    return `${this.#text('scenarioIs')}: ${scenario ?? ''}.`;
  }

  protected override render(): TemplateResult {
    return html`<div class="page" @pilot-told=${this.#handleTold}>
      ${this.renderTop()}
      <div class="status" role="status">
        ${this.told ? html`<p class=${this.told.isError ? 'error' : ''}>${this.told.text}</p>` : nothing}
      </div>
      ${
        this.isReady
          ? html`<div class="body">
              ${this.renderMenu()}
              <main id="main" tabindex="-1">${this.renderTab()}</main>
            </div>`
          : html`<main id="main" tabindex="-1"></main>`
      }
    </div>`;
  }

  private renderTop(): TemplateResult {
    const other: Pair = ['English', 'Dansk'];
    const notice = html`${this.#text('noticeText')}
    ${this.inPage ? html`<br />${this.#text('noticeWorker')}` : nothing}`;
    return html`<header>
      <button type="button" class="button skip" @click=${this.#handleSkip}>${this.#text('skip')}</button>
      <div class="top">
        <h1>Skranke: ${this.#text('title')}</h1>
        <button
          type="button"
          class="button small"
          lang=${this.lang === 'da' ? 'en' : 'da'}
          @click=${this.#handleLanguage}
        >
          ${say(other, this.lang)}
        </button>
      </div>
      ${messageBox(
        { kind: 'warning', heading: this.#text('notice'), text: notice },
        commonMessages[this.lang],
      )}
      ${this.isReady ? this.renderSettings() : nothing}
    </header>`;
  }

  private renderSettings(): TemplateResult {
    const { settings, lang, clockError } = this;
    return settingsBar({
      settings,
      lang,
      now: this.now(),
      clockText: this.clockDraft ?? this.clockText,
      clockError,
      set: (change) => void this.#set(change, this.#describe(change)),
      typeClock: (text) => {
        this.clockDraft = text;
      },
      setClock: (now) => void this.#setClock(now),
      stepDays: (days) => {
        const now = timeInCopenhagen(this.now() + days * DAY_MS);
        void this.#setClock(now, settings.clock.running);
      },
      reset: () => void this.#reset(),
    });
  }

  private renderMenu(): TemplateResult {
    const link = ({ id, name }: { readonly id: string; readonly name: Pair }) =>
      html`<li>
        <a
          href=${writeAddress(location.search, id, this.lang, this.settings)}
          data-tab=${id}
          aria-current=${id === this.tab ? 'page' : nothing}
          @click=${this.#handleTab}
          >${say(name, this.lang)}</a
        >
      </li>`;
    return html`<nav aria-label=${this.#text('menu')}>
      ${sections.map(
        ({ name, tabs }) =>
          html`<h2>${say(name, this.lang)}</h2>
            <ul>
              ${tabs.map(link)}
            </ul>`,
      )}
    </nav>`;
  }

  private renderTab(): TemplateResult {
    const { api, lang, version, settings, round, tab } = this;
    if (tab === 'fejl')
      return html`<pilot-faults
        .api=${api}
        .settings=${settings}
        .round=${round}
        lang=${lang}
      ></pilot-faults>`;
    if (tab === 'tilstand')
      return html`<pilot-state .api=${api} .version=${version} lang=${lang}></pilot-state>`;
    if (tab === 'log') return html`<pilot-log .api=${api} .version=${version} lang=${lang}></pilot-log>`;
    return html`<pilot-resource
      .resource=${resources.find(({ id }) => id === tab)}
      .api=${api}
      .curlBase=${this.inPage ? 'http://127.0.0.1:4010' : api.base}
      .now=${this.now}
      .version=${version}
      lang=${lang}
    ></pilot-resource>`;
  }
}
