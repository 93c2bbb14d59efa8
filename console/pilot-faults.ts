import { html, nothing, type TemplateResult } from 'lit/html.js';
import { ReactiveElement, type PropertyValues } from '../components/shared/reactive-element.js';
import { live } from 'lit/directives/live.js';
import { property, state } from '../components/shared/decorators.js';
import type { Lang } from '../components/shared/i18n/dates.js';
import { sharedStyles } from '../components/shared/styles/shared.styles.js';
import type { PilotSettings } from '../mocks/contract/pilot.js';
import { complaintOf, isGood, type Answer, type Api } from './api.js';
import { consoleStyles } from './console.styles.js';
import { fieldView, typedValue } from './field-view.js';
import { bodyOf, errorsOf, firstValues, sortErrors, type Field, type Values } from './fields.js';
import { say } from './pair.js';
import { texts, type TextName } from './texts.js';
import { ToldEvent } from './told.js';

const faultFields: readonly Field[] = [
  { name: 'match', label: texts.match, hint: texts.matchHint, required: true, value: 'GET /activities*' },
  { name: 'status', kind: 'number', label: texts.status, value: '503' },
  { name: 'delayMs', kind: 'number', label: texts.delay },
  { name: 'times', kind: 'number', label: texts.times, hint: texts.timesHint },
  { name: 'network', kind: 'flag', label: texts.network },
  { name: 'after', kind: 'flag', label: texts.after },
];

const TIMES = [
  ['latency', 'latency'],
  ['index-delay', 'indexDelay'],
] as const;

/** Faults, delays, and what the pilot looks past. */
export class PilotFaults extends ReactiveElement {
  static override readonly styles = [sharedStyles, consoleStyles];

  @property({ attribute: false }) settings!: PilotSettings;
  @property({ attribute: false }) api!: Api;
  @property() override lang: Lang = 'da';
  /** Goes up when all begins anew. */
  @property({ attribute: false }) round = 0;

  @state() private values: Values = firstValues(faultFields, '');
  @state() private answer: Answer | undefined;
  @state() private timeErrors: Readonly<Record<string, string>> = {};
  /** Typed and not yet set, by name. */
  @state() private typed: Values = {};

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('round')) {
      this.values = firstValues(faultFields, '');
      this.answer = undefined;
      this.timeErrors = {};
      this.typed = {};
    }
    if (!changed.has('settings')) return;
    const present = this.#present();
    const isSet = ([name, text]: [string, string]) =>
      text === present[name] || Number(text) === Number(present[name]);
    this.typed = Object.fromEntries(Object.entries(this.typed).filter((entry) => !isSet(entry)));
  }

  readonly #handleInput = (event: Event): void => {
    const typed = typedValue(event.currentTarget as HTMLFormElement, event.target);
    if (typed) this.values = { ...this.values, [typed[0]]: typed[1] };
  };

  readonly #handleTyped = (event: Event): void => {
    const typed = typedValue(event.currentTarget as HTMLFormElement, event.target);
    if (typed) this.typed = { ...this.typed, [typed[0]]: typed[1] };
  };

  readonly #handleFault = async (event: Event): Promise<void> => {
    event.preventDefault();
    const answer = await this.api.ask('PUT', '/pilot/faults', bodyOf(faultFields, this.values));
    this.answer = answer;
    this.#tell(answer);
    if (isGood(answer)) return;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
  };

  readonly #handleTimes = async (event: Event): Promise<void> => {
    event.preventDefault();
    const data = new FormData(event.currentTarget as HTMLFormElement);
    const errors: Record<string, string> = {};
    let worst: Answer = { status: 204, body: undefined };
    for (const [control] of TIMES) {
      const answer = await this.api.ask('PUT', `/pilot/${control}`, { ms: Number(data.get(control)) });
      if (isGood(answer)) continue;
      worst = answer;
      errors[control] = errorsOf(answer.status, answer.body)['ms'] ?? complaintOf(answer);
    }
    const conditions = { idempotency: data.has('idempotency'), ifMatch: data.has('ifMatch') };
    const answer = await this.api.ask('PUT', '/pilot/conditions', conditions);
    this.timeErrors = errors;
    this.#tell(isGood(worst) ? answer : worst);
  };

  readonly #handleClear = async (): Promise<void> => {
    this.#tell(await this.api.ask('DELETE', '/pilot/faults'));
    this.renderRoot.querySelector<HTMLElement>('#faults-heading')?.focus();
  };

  /** What is set, as the fields hold it. */
  #present(): Values {
    const { conditions, latencyMs, indexDelayMs } = this.settings;
    const flag = (isOn: boolean) => (isOn ? 'true' : '');
    return {
      latency: String(latencyMs),
      'index-delay': String(indexDelayMs),
      idempotency: flag(conditions.idempotency),
      ifMatch: flag(conditions.ifMatch),
    };
  }

  #text(name: TextName): string {
    return say(texts[name], this.lang);
  }

  #tell(answer: Answer): void {
    const isError = !isGood(answer);
    const text = isError ? `${this.#text('refused')}: ${complaintOf(answer)}` : this.#text('isSet');
    this.dispatchEvent(new ToldEvent({ text, isError, isChange: true }));
  }

  protected override render(): TemplateResult {
    return html`<h2 class="heading">${say(['Fejl og ventetid', 'Faults and delays'], this.lang)}</h2>
      <div class="columns">
        <section>${this.renderTimes()}</section>
        <section>${this.renderFaultForm()}</section>
      </div>
      ${this.renderFaults()}`;
  }

  private renderTimes(): TemplateResult {
    const values = { ...this.#present(), ...this.typed };
    const check = (name: 'idempotency' | 'ifMatch') =>
      html`<div class="check">
        <input
          type="checkbox"
          id=${name}
          name=${name}
          value="true"
          .checked=${live(values[name] === 'true')}
        />
        <label for=${name}>${this.#text(name)}</label>
      </div>`;
    return html`<form novalidate @input=${this.#handleTyped} @submit=${this.#handleTimes}>
      ${TIMES.map(([control, text]) => {
        const error = this.timeErrors[control];
        return html`<div class="field">
          <label for=${control}>${this.#text(text)}</label>
          ${error ? html`<p class="field-error" id="${control}-error" lang="da">${error}</p>` : nothing}
          <input
            id=${control}
            name=${control}
            inputmode="numeric"
            autocomplete="off"
            .value=${live(values[control] ?? '')}
            aria-invalid=${error ? 'true' : nothing}
            aria-describedby=${error ? `${control}-error` : nothing}
          />
        </div>`;
      })}
      ${check('idempotency')} ${check('ifMatch')}
      <div class="actions"><button class="button primary">${this.#text('set')}</button></div>
    </form>`;
  }

  private renderFaultForm(): TemplateResult {
    const { status = 0, body } = this.answer ?? {};
    const { byField } = sortErrors(faultFields, errorsOf(status, body));
    return html`<h3 class="heading part">${this.#text('addFault')}</h3>
      <form novalidate @input=${this.#handleInput} @submit=${this.#handleFault}>
        ${faultFields.map((field) =>
          fieldView({
            field,
            value: this.values[field.name] ?? '',
            error: byField[field.name],
            lang: this.lang,
          }),
        )}
        <div class="actions"><button class="button primary">${this.#text('addFault')}</button></div>
      </form>`;
  }

  private renderFaults(): TemplateResult {
    const { faults } = this.settings;
    return html`<h3 class="heading part" id="faults-heading" tabindex="-1">
        ${this.#text('faults')} (${faults.length})
      </h3>
      ${
        faults.length === 0
          ? html`<p>${this.#text('none')}</p>`
          : html`<ul class="rows">
                ${faults.map((fault) => html`<li><code>${JSON.stringify(fault)}</code></li>`)}
              </ul>
              <button type="button" class="button" @click=${this.#handleClear}>
                ${this.#text('clearFaults')}
              </button>`
      }`;
  }
}
