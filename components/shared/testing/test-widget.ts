import { html, type TemplateResult } from 'lit/html.js';
import type { BackendClient } from '../backend/client.js';
import { Fields, type ReadProblems } from '../backend/read-fields.js';
import { property } from '../decorators.js';
import { commonMessages, type Catalogue, type CommonMessages } from '../i18n/common.messages.js';
import { WidgetElement, type LoadReason } from '../widget-element.js';
import { WidgetTask } from '../widget-task.js';
import { WidgetTimers } from '../widget-timers.js';

interface TestMessages extends CommonMessages {
  readonly heading: string;
  readonly named: (name: string) => string;
}

const messages: Catalogue<TestMessages> = {
  da: { ...commonMessages.da, heading: 'Ting', named: (name) => `Den hedder ${name}` },
  en: { ...commonMessages.en, heading: 'Thing', named: (name) => `It is called ${name}` },
};

const NO_PROBLEMS: ReadProblems = { leftOut: 0, badFields: [] };

/** The smallest widget: shows the name of one thing of the backend's. */
export class TestWidget extends WidgetElement<TestMessages> {
  @property() thing = '1';
  /** What the content makes of the name; may throw, as a widget with a mistake in it does. */
  @property({ attribute: false }) decorate = (name: string): unknown => name;
  /** Likewise, before anything is asked for. */
  @property({ attribute: false }) prepare = (): void => {};
  @property({ attribute: false }) problems = NO_PROBLEMS;
  /** Whether more of it is still to come. */
  @property({ type: Boolean }) partial = false;

  protected readonly catalogue = messages;

  readonly timers = new WidgetTimers(this, () => (this.refreshes += 1));
  refreshes = 0;
  readonly reasons: LoadReason[] = [];
  readonly #task = new WidgetTask<string>(this, {
    run: (signal) => this.#read(signal),
    done: (name) => this.#show(name),
    failed: (error) => this.report(error, { blocks: this.#name === undefined }),
  });
  #client: BackendClient | undefined;
  #name: string | undefined;

  protected override inputs(): readonly unknown[] {
    this.prepare();
    return [this.thing];
  }

  protected override load(client: BackendClient, reason: LoadReason): void {
    this.reasons.push(reason);
    this.#client = client;
    if (reason.isOtherSource) this.#name = undefined;
    void this.#task.start();
  }

  get levelOfParts(): number {
    return this.partLevel;
  }

  protected override headingText(): string {
    return this.texts.heading;
  }

  protected override readyText(): string {
    return this.texts.named(this.#name ?? '');
  }

  async #read(signal: AbortSignal): Promise<string> {
    const { data } = await this.#client!.get({
      path: '/things/{id}',
      params: { id: this.thing },
      lang: this.currentLang,
      signal,
      fresh: this.reasons.at(-1)!.isReload,
      read: (body) => ({ name: new Fields(body, new Set()).text('name') ?? '' }),
    });
    return data!.name;
  }

  #show(name: string): void {
    this.#name = name;
    this.showContent({ isEmpty: name === '' });
    this.emitReady(!this.partial);
    this.reportProblems(this.problems, '/things/{id}');
  }

  protected override renderContent(): TemplateResult {
    return html`<p id="name">${this.decorate(this.#name ?? '')}</p>`;
  }
}
customElements.define('test-widget', TestWidget);

declare global {
  interface HTMLElementTagNameMap {
    'test-widget': TestWidget;
  }
}
