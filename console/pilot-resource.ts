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
import {
  changedId,
  draftOf,
  dropDraft,
  keepDraft,
  once,
  requestOf,
  settleEdit,
  valuesOfDraft,
  type Draft,
  type Request,
} from './drafts.js';
import { fieldView, idOfField, typedValue } from './field-view.js';
import { errorsOf, sortErrors, type Field, type SortedErrors } from './fields.js';
import { say, type Pair } from './pair.js';
import { idOf, type Item, type Resource, type StoredItem } from './resource.js';
import { texts, type TextName } from './texts.js';
import { ToldEvent, type Told } from './told.js';

/** What was sent, and from where: the tab may be another when the answer comes. */
interface Sent {
  readonly resource: Resource;
  readonly draft: Draft;
  /** Outlives this element, so that the console hears of the answer in any case. */
  readonly place: EventTarget;
}

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

  @state() private answer: Answer | undefined;
  @state() private shownId: string | undefined;

  protected override willUpdate(changed: PropertyValues): void {
    if (!changed.has('resource')) return;
    this.answer = undefined;
    this.shownId = undefined;
  }

  readonly #handleInput = (event: Event): void => {
    const typed = typedValue(event.currentTarget as HTMLFormElement, event.target);
    const draft = draftOf(this.resource);
    if (typed) this.#setDraft({ ...draft, typed: { ...draft.typed, [typed[0]]: typed[1] } });
  };

  readonly #handleSubmit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const { resource } = this;
    const sent = { resource, draft: draftOf(resource), place: this.parentNode ?? this };
    const { method, path, body } = this.#request();
    const answer = await once(resource, () => this.api.ask(method, path, body));
    if (!answer) return;
    if (isGood(answer)) this.#takeStored(sent, answer);
    else await this.#showRefusal(sent, answer);
  };

  readonly #handleChange = ({ detail: { resource, item } }: CustomEvent<StoredItem>): void => {
    if (resource !== this.resource) return;
    this.#setDraft({ typed: {}, stored: item });
    this.answer = undefined;
    this.shownId = idOf(resource, item);
    void this.updateComplete.then(() => this.#focus('form-heading'));
  };

  readonly #handleShow = ({ detail: { resource, item } }: CustomEvent<StoredItem>): void => {
    if (resource === this.resource) this.shownId = idOf(resource, item);
  };

  readonly #handleRemoved = ({ detail: { resource, item } }: CustomEvent<StoredItem>): void => {
    const id = idOf(resource, item);
    const isEdited = changedId(resource, draftOf(resource)) === id;
    if (isEdited) dropDraft(resource);
    if (resource !== this.resource) return;
    if (isEdited) this.answer = undefined;
    if (this.shownId === id) this.shownId = undefined;
    this.requestUpdate();
    this.#reloadWidgets();
  };

  readonly #handleCopy = async (): Promise<void> => {
    this.#tell(await copyText(this.#curl(), this.lang));
  };

  readonly #handleCancel = async (): Promise<void> => {
    dropDraft(this.resource);
    this.answer = undefined;
    this.requestUpdate();
    await this.updateComplete;
    // The button that had the focus is gone.
    this.#focus('form-heading');
  };

  #setDraft(draft: Draft): void {
    keepDraft(this.resource, draft);
    this.requestUpdate();
  }

  #tell(told: Told, place: EventTarget = this): void {
    place.dispatchEvent(new ToldEvent(told));
  }

  #text(name: TextName): string {
    return say(texts[name], this.lang);
  }

  #today(): string {
    return dateInCopenhagen(this.now());
  }

  #request(): Request {
    return requestOf(this.resource, draftOf(this.resource), this.#today());
  }

  #curl(): string {
    const { method, path, body } = this.#request();
    return curlOf(this.curlBase + path, method, body);
  }

  /** Whether the form is still about what was sent from it. */
  #isOpen({ resource, draft }: Sent): boolean {
    return (
      this.resource === resource && changedId(resource, draftOf(resource)) === changedId(resource, draft)
    );
  }

  #takeStored(sent: Sent, answer: Answer): void {
    const { resource, draft, place } = sent;
    const item = answer.body as Item;
    const id = idOf(resource, item);
    const words: Pair =
      draft.stored === undefined
        ? [`${id} er sendt.`, `${id} is sent.`]
        : [`${id} er rettet.`, `${id} is changed.`];
    if (this.#isOpen(sent)) {
      this.answer = answer;
      this.shownId = id;
    }
    settleEdit(resource, draft, item);
    this.requestUpdate();
    this.#tell({ text: say(words, this.lang), isChange: true }, place);
    if (this.resource === resource) this.#reloadWidgets();
  }

  async #showRefusal(sent: Sent, answer: Answer): Promise<void> {
    const { resource, draft, place } = sent;
    const heading = answer.status === 0 ? 'silent' : answer.status === 422 ? 'fixFields' : 'refused';
    this.#tell({ text: this.#text(heading), isError: true }, place);
    if (!this.#isOpen(sent)) return;
    this.answer = answer;
    await this.updateComplete;
    const { byField } = sortErrors(resource.fields, errorsOf(answer.status, answer.body));
    const wrong = resource.fields.filter(({ name }) => name in byField);
    const fold = this.renderRoot.querySelector('details');
    if (fold && wrong.some(({ isExtra }) => isExtra)) fold.open = true;
    // Whoever types on meanwhile keeps the focus.
    if (draftOf(resource) === draft) this.#focus(wrong[0] ? idOfField(wrong[0].name) : 'form-heading');
  }

  #focus(id: string): void {
    this.renderRoot.querySelector<HTMLElement>(`#${id}`)?.focus();
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
    const id = changedId(this.resource, draftOf(this.resource));
    const title =
      id === undefined ? `${this.#text('send')} ${say(one, this.lang)}` : `${this.#text('change')} ${id}`;
    const { status = 0, body } = this.answer ?? {};
    const errors = sortErrors(fields, errorsOf(status, body));
    return html`<h3 class="heading part" id="form-heading" tabindex="-1">${title}</h3>
      ${this.renderRefusal(errors.rest, Object.keys(errors.byField).length)}
      <form novalidate @input=${this.#handleInput} @submit=${this.#handleSubmit}>
        ${this.renderFields(errors.byField)}
        <div class="actions">
          <button class="button primary">${this.#text(id === undefined ? 'send' : 'save')}</button>
          ${
            id === undefined
              ? nothing
              : html`<button type="button" class="button" @click=${this.#handleCancel}>
                  ${this.#text('cancel')}
                </button>`
          }
        </div>
      </form>
      ${this.renderCurl()}`;
  }

  private renderFields(errors: SortedErrors['byField']): TemplateResult {
    const { resource, lang } = this;
    const values = valuesOfDraft(resource, draftOf(resource), this.#today());
    const view = (field: Field) =>
      fieldView({ field, value: values[field.name] ?? '', error: errors[field.name], lang });
    const extra = resource.fields.filter(({ isExtra }) => isExtra);
    const fold = html`<details>
      <summary>${this.#text('more')}</summary>
      ${extra.map(view)}
    </details>`;
    return html`${resource.fields.filter(({ isExtra }) => !isExtra).map(view)}
    ${extra.length > 0 ? fold : nothing}`;
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
