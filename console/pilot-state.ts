import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from '../components/shared/decorators.js';
import type { Lang } from '../components/shared/i18n/dates.js';
import { saveFile } from '../components/shared/save-file.js';
import { sharedStyles } from '../components/shared/styles/shared.styles.js';
import type { PilotState } from '../mocks/contract/pilot.js';
import { complaintOf, isGood, type Api } from './api.js';
import { consoleStyles } from './console.styles.js';
import { say } from './pair.js';
import { stateTables, type Table } from './state-tables.js';
import { texts, type TextName } from './texts.js';
import { ToldEvent } from './told.js';

/** The whole state as tables; out to a file and in again. */
export class PilotStateView extends LitElement {
  static override readonly styles = [sharedStyles, consoleStyles];

  @property({ attribute: false }) api!: Api;
  @property() override lang: Lang = 'da';
  @property({ attribute: false }) version = 0;

  @state() private content: PilotState | undefined;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('version')) void this.#load();
  }

  readonly #handleExport = (): void => {
    const text = JSON.stringify(this.content, null, 2);
    saveFile('skranke-pilot.json', new Blob([text], { type: 'application/json' }));
    this.dispatchEvent(new ToldEvent({ text: this.#text('exported') }));
  };

  readonly #handleImport = async (event: Event): Promise<void> => {
    const input = event.target as HTMLInputElement;
    const text = await input.files?.[0]?.text();
    // The same file may be chosen again.
    input.value = '';
    if (text !== undefined) this.dispatchEvent(new ToldEvent(await this.#import(text)));
  };

  #text(name: TextName): string {
    return say(texts[name], this.lang);
  }

  async #import(text: string) {
    let state: unknown;
    try {
      state = JSON.parse(text);
    } catch {
      return { text: this.#text('notJson'), isError: true };
    }
    const answer = await this.api.ask('PUT', '/pilot/state', state);
    if (isGood(answer)) return { text: this.#text('imported'), isChange: true };
    return { text: `${this.#text('refused')}: ${complaintOf(answer).slice(0, 300)}`, isError: true };
  }

  async #load(): Promise<void> {
    const answer = await this.api.ask('GET', '/pilot/state');
    if (isGood(answer)) this.content = answer.body as PilotState;
  }

  protected override render(): TemplateResult {
    return html`<h2 class="heading">${say(['Tilstand', 'State'], this.lang)}</h2>
      <div class="columns">
        <div class="field">
          <button type="button" class="button" ?disabled=${!this.content} @click=${this.#handleExport}>
            ${this.#text('exportState')}
          </button>
        </div>
        <div class="field">
          <label for="file">${this.#text('importState')}</label>
          <input id="file" type="file" accept="application/json,.json" @change=${this.#handleImport} />
        </div>
      </div>
      ${this.content ? stateTables(this.content, this.lang).map((table) => this.renderTable(table)) : nothing}`;
  }

  private renderTable({ name, total, columns, rows }: Table): TemplateResult {
    return html`<div class="scroll" role="region" tabindex="0" aria-label=${name}>
      <table>
        <caption>
          ${name} (${total})
        </caption>
        <thead>
          <tr>
            ${columns.map((column) => html`<th scope="col">${column}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${rows.map(
            (row) =>
              html`<tr>
                ${row.map((cell) => html`<td>${cell}</td>`)}
              </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
  }
}
