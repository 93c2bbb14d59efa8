import { html, nothing, type TemplateResult } from 'lit/html.js';
import { ReactiveElement, type PropertyValues } from '../components/shared/reactive-element.js';
import { property, state } from '../components/shared/decorators.js';
import { commonMessages } from '../components/shared/i18n/common.messages.js';
import { dateInCopenhagen, type Lang } from '../components/shared/i18n/dates.js';
import { sharedStyles } from '../components/shared/styles/shared.styles.js';
import { messageBox } from '../components/shared/templates.js';
import { complaintOf, isGood, type Answer, type Api } from './api.js';
import { consoleStyles } from './console.styles.js';
import { copyText } from './copy.js';
import { curlOf } from './curl.js';
import { fieldView, idOfField, typedValue } from './field-view.js';
import { bodyOf, errorsOf, firstValues, sortErrors, valuesOf, type Field, type Values } from './fields.js';
import { say, type Pair } from './pair.js';
import { idOf, type Item, type Resource } from './resource.js';
import { texts, type TextName } from './texts.js';
import { ToldEvent, type Told } from './told.js';

/** What the form of a resource holds; kept while another tab is shown. */
interface Draft {
  readonly values: Values;
  /** The stored one that is being changed. */
  readonly id?: string | undefined;
}

const drafts = new Map<string, Draft>();

/** One resource: its form, the same as curl, the widget beside it, and what has been sent. */
export class PilotResource extends ReactiveElement {
  static override readonly styles = [sharedStyles, consoleStyles];

  @property({ attribute: false }) resource!: Resource;
  @property({ attribute: false }) api!: Api;
  @property() override lang: Lang = 'da';
  /** Where curl finds a pilot. */
  @property({ attribute: false }) curlBase = '';
  /** The pilot's clock, milliseconds since 1970. */
  @property({ attribute: false }) now: () => number = () => 0;
  /** Goes up when the pilot's data may be others than before. */
  @property({ attribute: false }) version = 0;

  @state() private draft: Draft = { values: {} };
  @state() private answer: Answer | undefined;
  @state() private shownId: string | undefined;

  protected override willUpdate(changed: PropertyValues): void {
    if (!changed.has('resource')) return;
    const { id, fields } = this.resource;
    this.draft = drafts.get(id) ?? { values: firstValues(fields, dateInCopenhagen(this.now())) };
    this.answer = undefined;
    this.shownId = undefined;
  }

  readonly #handleInput = (event: Event): void => {
    const typed = typedValue(event.currentTarget as HTMLFormElement, event.target);
    if (typed) this.#setDraft({ ...this.draft, values: { ...this.draft.values, [typed[0]]: typed[1] } });
  };

  readonly #handleSubmit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const { method, path, body } = this.#request();
    const answer = await this.api.ask(method, path, body);
    this.answer = answer;
    if (isGood(answer)) this.#takeStored(answer);
    else await this.#showRefusal(answer);
  };

  readonly #handleChange = ({ detail: item }: CustomEvent<Item>): void => {
    const id = idOf(this.resource, item);
    this.#setDraft({ id, values: valuesOf(this.resource.fields, item) });
    this.answer = undefined;
    this.shownId = id;
    void this.updateComplete.then(() => this.#focus('form-heading'));
  };

  readonly #handleShow = ({ detail: item }: CustomEvent<Item>): void => {
    this.shownId = idOf(this.resource, item);
  };

  readonly #handleRemoved = ({ detail: id }: CustomEvent<string>): void => {
    if (this.draft.id === id) this.#startAnew();
    if (this.shownId === id) this.shownId = undefined;
    this.#reloadWidgets();
  };

  readonly #handleCopy = async (): Promise<void> => {
    this.#tell(await copyText(this.#curl(), this.lang));
  };

  readonly #startAnew = (): void => {
    drafts.delete(this.resource.id);
    this.draft = { values: firstValues(this.resource.fields, dateInCopenhagen(this.now())) };
    this.answer = undefined;
  };

  #setDraft(draft: Draft): void {
    this.draft = draft;
    drafts.set(this.resource.id, draft);
  }

  #tell(told: Told): void {
    this.dispatchEvent(new ToldEvent(told));
  }

  #text(name: TextName): string {
    return say(texts[name], this.lang);
  }

  #request(): { method: string; path: string; body: unknown } {
    const { path, fields } = this.resource;
    const { id, values } = this.draft;
    const body = bodyOf(fields, values);
    return id === undefined ? { method: 'POST', path, body } : { method: 'PUT', path: `${path}/${id}`, body };
  }

  #curl(): string {
    const { method, path, body } = this.#request();
    return curlOf(this.curlBase + path, method, body);
  }

  #takeStored({ body }: Answer): void {
    const id = idOf(this.resource, body as Item);
    const words: Pair =
      this.draft.id === undefined
        ? [`${id} er sendt.`, `${id} is sent.`]
        : [`${id} er rettet.`, `${id} is changed.`];
    if (this.draft.id !== undefined) {
      const { answer } = this;
      this.#startAnew();
      this.answer = answer;
    }
    this.shownId = id;
    this.#tell({ text: say(words, this.lang), isChange: true });
    this.#reloadWidgets();
  }

  async #showRefusal(answer: Answer): Promise<void> {
    const heading = answer.status === 0 ? 'silent' : answer.status === 422 ? 'fixFields' : 'refused';
    this.#tell({ text: this.#text(heading), isError: true });
    await this.updateComplete;
    const { byField } = sortErrors(this.resource.fields, errorsOf(answer.status, answer.body));
    const first = this.resource.fields.find(({ name }) => name in byField);
    this.#focus(first ? idOfField(first.name) : 'form-heading');
  }

  #focus(id: string): void {
    const element = this.renderRoot.querySelector<HTMLElement>(`#${id}`);
    const fold = element?.closest('details');
    if (fold) fold.open = true;
    element?.focus();
  }

  /** Those that do not ask by themselves. */
  #reloadWidgets(): void {
    if (!this.resource.reloads) return;
    const widgets = this.renderRoot.querySelectorAll<HTMLElement & { reload?: () => void }>('.live > *');
    for (const widget of widgets) widget.reload?.();
  }

  protected override render(): TemplateResult {
    const { name, about } = this.resource;
    const fallback = html`<p class="fallback">${this.#text('fallback')}</p>`;
    return html`<h2 class="heading">${say(name, this.lang)}</h2>
      <p class="about">${say(about, this.lang)}</p>
      <div class="work">
        <section>${this.renderForm()}</section>
        <section>
          <h3 class="heading part">${this.#text('live')}</h3>
          <div class="live">${this.resource.widget(this.shownId, fallback)}</div>
        </section>
        <pilot-stored-items
          .resource=${this.resource}
          .api=${this.api}
          .version=${this.version}
          lang=${this.lang}
          @item-change=${this.#handleChange}
          @item-show=${this.#handleShow}
          @item-removed=${this.#handleRemoved}
        ></pilot-stored-items>
      </div>`;
  }

  private renderForm(): TemplateResult {
    const { fields, one } = this.resource;
    const { id } = this.draft;
    const title =
      id === undefined ? `${this.#text('send')} ${say(one, this.lang)}` : `${this.#text('change')} ${id}`;
    const { status = 0, body } = this.answer ?? {};
    const errors = sortErrors(fields, errorsOf(status, body));
    const view = (field: Field) =>
      fieldView({
        field,
        value: this.draft.values[field.name] ?? '',
        error: errors.byField[field.name],
        lang: this.lang,
      });
    const extra = fields.filter(({ isExtra }) => isExtra);
    return html`<h3 class="heading part" id="form-heading" tabindex="-1">${title}</h3>
      ${this.renderRefusal(errors.rest, Object.keys(errors.byField).length)}
      <form novalidate @input=${this.#handleInput} @submit=${this.#handleSubmit}>
        ${fields.filter(({ isExtra }) => !isExtra).map(view)}
        ${
          extra.length > 0
            ? html`<details ?open=${extra.some(({ name }) => name in errors.byField)}>
                <summary>${this.#text('more')}</summary>
                ${extra.map(view)}
              </details>`
            : nothing
        }
        <div class="actions">
          <button class="button primary">${this.#text(id === undefined ? 'send' : 'save')}</button>
          ${
            id === undefined
              ? nothing
              : html`<button type="button" class="button" @click=${this.#startAnew}>
                  ${this.#text('cancel')}
                </button>`
          }
        </div>
      </form>
      ${this.renderCurl()}`;
  }

  private renderRefusal(rest: readonly string[], fieldCount: number): TemplateResult | typeof nothing {
    const { answer } = this;
    if (!answer || isGood(answer)) return nothing;
    const why = answer.status === 0 ? this.#text('silentText') : [...rest, complaintOf(answer)][0];
    const heading = answer.status === 0 ? 'silent' : fieldCount > 0 ? 'fixFields' : 'refused';
    const text = fieldCount > 0 && rest.length === 0 ? undefined : html`<span lang="da">${why}</span>`;
    return messageBox({ kind: 'error', heading: this.#text(heading), text }, commonMessages[this.lang]);
  }

  private renderCurl(): TemplateResult {
    const { answer } = this;
    return html`<div class="request">
      <h4 class="small-heading">${this.#text('curl')}</h4>
      ${this.curlBase === this.api.base ? nothing : html`<p class="hint">${this.#text('curlWorker')}</p>`}
      <pre>${this.#curl()}</pre>
      <button type="button" class="button small" @click=${this.#handleCopy}>${this.#text('copy')}</button>
      ${
        answer && answer.status > 0
          ? html`<h4 class="small-heading">${this.#text('answer')}: ${answer.status}</h4>
              <pre lang="da">${JSON.stringify(answer.body, null, 2)}</pre>`
          : nothing
      }
    </div>`;
  }
}
