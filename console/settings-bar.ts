/** What is set most often, always in view: who looks, the scenario, the clock. */
import { html, nothing, type TemplateResult } from 'lit/html.js';
import { live } from 'lit/directives/live.js';
import { formatDateTime, type Lang } from '../components/shared/i18n/dates.js';
import { personas, type Persona } from '../mocks/contract/endpoint.js';
import type { PilotSettings } from '../mocks/contract/pilot.js';
import { scenarios, type ScenarioName } from '../mocks/contract/scenarios.js';
import { say, type Pair } from './pair.js';
import { texts } from './texts.js';

const personaNames: Readonly<Record<Persona, Pair>> = {
  all: ['alle på én gang', 'everybody at once'],
  citizen: ['borger', 'citizen'],
  company: ['virksomhed', 'company'],
  caseworker: ['sagsbehandler', 'case worker'],
  'caseworker-limited': [
    'sagsbehandler uden ret til at kalde tilbage',
    'case worker without the right to recall',
  ],
  authority: ['myndighed', 'authority'],
};

export const nameOfPersona = (persona: Persona, lang: Lang) => say(personaNames[persona], lang);

export interface SettingsBar {
  readonly settings: PilotSettings;
  readonly lang: Lang;
  /** The pilot's clock, milliseconds since 1970. */
  readonly now: number;
  /** What stands in the field of the clock. */
  readonly clockText: string;
  readonly clockError: string;
  set(settings: Partial<PilotSettings>): void;
  typeClock(text: string): void;
  setClock(now: string | null): void;
  stepDays(days: number): void;
  reset(): void;
}

const valueOf = (event: Event) => (event.target as HTMLSelectElement).value;

function choices(bar: SettingsBar): TemplateResult {
  const { settings, lang } = bar;
  return html`<div class="field">
      <label for="persona">${say(texts.persona, lang)}</label>
      <select id="persona" @change=${(event: Event) => bar.set({ persona: valueOf(event) as Persona })}>
        ${personas.map(
          (name) =>
            html`<option value=${name} .selected=${live(name === settings.persona)}>
              ${name} – ${nameOfPersona(name, lang)}
            </option>`,
        )}
      </select>
    </div>
    <div class="field">
      <label for="scenario">${say(texts.scenario, lang)}</label>
      <select
        id="scenario"
        aria-describedby="scenario-hint"
        @change=${(event: Event) => bar.set({ scenario: valueOf(event) as ScenarioName })}
      >
        ${Object.keys(scenarios).map(
          (name) =>
            html`<option value=${name} .selected=${live(name === settings.scenario)}>${name}</option>`,
        )}
      </select>
      <p class="hint" id="scenario-hint">${scenarios[settings.scenario][lang]}</p>
    </div>`;
}

function clock(bar: SettingsBar): TemplateResult {
  const { settings, lang, clockError } = bar;
  const button = (name: 'dayBack' | 'dayOn' | 'realTime', act: () => void) =>
    html`<button type="button" class="button small" @click=${act}>${say(texts[name], lang)}</button>`;
  const handleSubmit = (event: Event) => {
    event.preventDefault();
    bar.setClock(bar.clockText);
  };
  const state = say(settings.clock.running ? texts.ticking : texts.still, lang);
  return html`<form novalidate @submit=${handleSubmit}>
    <div class="field">
      <label for="clock">${say(texts.clock, lang)}</label>
      <p class="hint" id="clock-hint">${formatDateTime(bar.now)}. ${state}. ${say(texts.clockHint, lang)}</p>
      ${clockError ? html`<p class="field-error" id="clock-error" lang="da">${clockError}</p>` : nothing}
      <input
        id="clock"
        autocomplete="off"
        .value=${bar.clockText}
        aria-invalid=${clockError ? 'true' : nothing}
        aria-describedby="clock-hint ${clockError ? 'clock-error' : ''}"
        @input=${(event: Event) => bar.typeClock((event.target as HTMLInputElement).value)}
      />
    </div>
    <div class="actions">
      <button class="button small">${say(texts.setClock, lang)}</button>
      ${button('dayBack', () => bar.stepDays(-1))} ${button('dayOn', () => bar.stepDays(1))}
      ${button('realTime', () => bar.setClock(null))}
    </div>
  </form>`;
}

export function settingsBar(bar: SettingsBar): TemplateResult {
  const { lang } = bar;
  return html`<section class="settings" aria-label=${say(texts.settings, lang)}>
    ${choices(bar)} ${clock(bar)}
    <div class="field">
      <p class="hint" id="reset-hint">${say(texts.resetHint, lang)}</p>
      <div class="actions">
        <button type="button" class="button small" aria-describedby="reset-hint" @click=${() => bar.reset()}>
          ${say(texts.reset, lang)}
        </button>
      </div>
    </div>
  </section>`;
}
