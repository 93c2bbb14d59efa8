import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { property, state } from '../components/shared/decorators.js';
import type { Lang } from '../components/shared/i18n/dates.js';
import { sharedStyles } from '../components/shared/styles/shared.styles.js';
import type { LoggedRequest } from '../mocks/contract/pilot.js';
import { isGood, type Api } from './api.js';
import { consoleStyles } from './console.styles.js';
import { say } from './pair.js';
import { texts, type TextName } from './texts.js';

/** What was asked of the pilot, and what it answered. */
export class PilotLog extends LitElement {
  static override readonly styles = [sharedStyles, consoleStyles];

  @property({ attribute: false }) api!: Api;
  @property() override lang: Lang = 'da';
  @property({ attribute: false }) version = 0;

  @state() private requests: readonly LoggedRequest[] = [];
  @state() private onlyWrites = false;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('version')) void this.load();
  }

  async load(): Promise<void> {
    const answer = await this.api.ask('GET', '/pilot/requests?last=50');
    if (isGood(answer)) this.requests = (answer.body as { requests: LoggedRequest[] }).requests.reverse();
  }

  readonly #handleOnlyWrites = (event: Event): void => {
    this.onlyWrites = (event.target as HTMLInputElement).checked;
  };

  #text(name: TextName): string {
    return say(texts[name], this.lang);
  }

  protected override render(): TemplateResult {
    const shown = this.requests.filter(({ method }) => !this.onlyWrites || method !== 'GET');
    return html`<h2 class="heading">${say(['Forespørgsler', 'Requests'], this.lang)}</h2>
      <p class="about">${this.#text('logAbout')}</p>
      <div class="actions">
        <button type="button" class="button small" @click=${() => this.load()}>
          ${this.#text('refresh')}
        </button>
        <div class="check">
          <input
            id="only-writes"
            type="checkbox"
            .checked=${this.onlyWrites}
            @change=${this.#handleOnlyWrites}
          />
          <label for="only-writes">${this.#text('onlyWrites')}</label>
        </div>
      </div>
      ${shown.length === 0 ? html`<p>${this.#text('none')}</p>` : nothing}
      <ul class="rows">
        ${repeat(
          shown,
          ({ number }) => number,
          (request) => this.renderRequest(request),
        )}
      </ul>`;
  }

  private renderRequest({ number, method, path, query, status, persona, body, answer }: LoggedRequest) {
    const address = `${method} ${path}${query ? `?${query}` : ''}`;
    const json = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value, null, 2));
    return html`<li>
      <details>
        <summary>${number}. ${address} → ${status ?? this.#text('broken')}</summary>
        <p class="muted">${this.#text('persona')} ${persona ?? '401'}</p>
        ${
          body === undefined
            ? nothing
            : html`<p>${this.#text('sent')}</p>
                <pre>${json(body)}</pre>`
        }
        ${
          answer === undefined
            ? nothing
            : html`<p>${this.#text('answer')}</p>
                <pre>${json(answer)}</pre>`
        }
      </details>
    </li>`;
  }
}
