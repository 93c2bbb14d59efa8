import { html, nothing, type TemplateResult } from 'lit/html.js';
import { ReactiveElement, type PropertyValues } from '../components/shared/reactive-element.js';
import { repeat } from 'lit/directives/repeat.js';
import { property, state } from '../components/shared/decorators.js';
import type { Lang } from '../components/shared/i18n/dates.js';
import { sharedStyles } from '../components/shared/styles/shared.styles.js';
import { complaintOf, isGood, type Api } from './api.js';
import { consoleStyles } from './console.styles.js';
import { bodyOf, valuesOf } from './fields.js';
import { say, type Pair } from './pair.js';
import { idOf, type Item, type Resource } from './resource.js';
import { texts, type TextName } from './texts.js';
import { ToldEvent } from './told.js';

/** The most that a page of a list may have. */
const PAGE = 500;
const MOST_PAGES = 4;
const STEP = 10;

interface Page {
  readonly totalPages?: number;
  readonly totalElements?: number;
}

const pagesFrom = (first: number, end: number) =>
  Array.from({ length: Math.max(0, end - first) }, (_, index) => first + index);

/** What an authority has sent of one resource, the newest first: to be changed, moved, shown or deleted. */
export class StoredItems extends ReactiveElement {
  static override readonly styles = [sharedStyles, consoleStyles];

  @property({ attribute: false }) resource!: Resource;
  @property({ attribute: false }) api!: Api;
  @property() override lang: Lang = 'da';
  @property({ attribute: false }) version = 0;

  @state() private items: readonly Item[] = [];
  @state() private most = STEP;
  @state() private wanted = '';
  /** How many there are, also beyond those that were asked for. */
  @state() private total = 0;

  /** States that were chosen and not yet moved to, by id: the list may be read anew before the button is pressed. */
  readonly #chosen = new Map<string, string>();

  protected override willUpdate(changed: PropertyValues): void {
    if (!changed.has('resource') && !changed.has('version')) return;
    if (changed.has('resource')) {
      this.items = [];
      this.total = 0;
      this.most = STEP;
      this.wanted = '';
      this.#chosen.clear();
    }
    void this.#load();
  }

  async #load(): Promise<void> {
    const { resource } = this;
    const items = resource.inState ? await this.#askState() : await this.#askLast();
    if (this.resource !== resource) return;
    for (const item of items) {
      const id = idOf(resource, item);
      if (this.#chosen.get(id) === item['status']) this.#chosen.delete(id);
    }
    this.items = [...items].reverse();
  }

  async #askState(): Promise<readonly Item[]> {
    const answer = await this.api.ask('GET', '/pilot/state');
    if (!isGood(answer)) return [];
    const { services } = answer.body as { services: Record<string, unknown> };
    return this.resource.inState?.(services) ?? [];
  }

  /** All of the list; of a very long one only the last page, where the newest are. */
  async #askLast(): Promise<readonly Item[]> {
    const { path, listName = '' } = this.resource;
    const ask = async (page: number) => {
      const { body } = await this.api.ask('GET', `${path}?size=${PAGE}&page=${page}`);
      return (body ?? {}) as Page & Readonly<Record<string, readonly Item[]>>;
    };
    const first = await ask(0);
    const { totalPages = 0, totalElements = 0 } = first;
    const further = totalPages > MOST_PAGES ? [totalPages - 1] : pagesFrom(1, totalPages);
    const rest = await Promise.all(further.map(ask));
    this.total = totalElements;
    return (totalPages > MOST_PAGES ? rest : [first, ...rest]).flatMap((page) => page[listName] ?? []);
  }

  readonly #handleFind = (event: Event): void => {
    this.wanted = (event.target as HTMLInputElement).value;
  };

  readonly #handleMore = (): void => {
    this.most += 2 * STEP;
  };

  #text(name: TextName): string {
    return say(texts[name], this.lang);
  }

  #send(name: 'item-change' | 'item-show' | 'item-removed', detail: Item | string): void {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }

  /** What the list gave may be old. */
  async #fresh(item: Item): Promise<Item> {
    if (this.resource.inState) return item;
    const { body, ...answer } = await this.api.ask('GET', this.#pathOf(item));
    return isGood({ ...answer, body }) ? (body as Item) : item;
  }

  #pathOf(item: Item): string {
    return `${this.resource.path}/${idOf(this.resource, item)}`;
  }

  async #remove(item: Item): Promise<void> {
    const id = idOf(this.resource, item);
    const words: Pair = [`${id} er slettet.`, `${id} is deleted.`];
    if (!(await this.#write(item, 'DELETE', undefined, words))) return;
    this.#send('item-removed', id);
    this.renderRoot.querySelector<HTMLElement>('#list-heading')?.focus();
  }

  async #move(item: Item, form: HTMLFormElement): Promise<void> {
    const { fields } = this.resource;
    const status = new FormData(form).get('status') as string;
    const body = { ...bodyOf(fields, valuesOf(fields, await this.#fresh(item))), status };
    const id = idOf(this.resource, item);
    await this.#write(item, 'PUT', body, [`${id} er nu »${status}«.`, `${id} is now ‘${status}’.`]);
  }

  async #write(item: Item, method: string, body: unknown, words: Pair): Promise<boolean> {
    const answer = await this.api.ask(method, this.#pathOf(item), body);
    const isDone = isGood(answer);
    const text = isDone ? say(words, this.lang) : `${this.#text('refused')}: ${complaintOf(answer)}`;
    // The console reads the pilot anew, and with it this list; a refusal too means that the list was old.
    this.dispatchEvent(new ToldEvent({ text, isError: !isDone, isChange: true }));
    return isDone;
  }

  protected override render(): TemplateResult {
    const wanted = this.wanted.toLowerCase();
    const found = this.items.filter((item) =>
      `${this.resource.title(item)} ${idOf(this.resource, item)}`.toLowerCase().includes(wanted),
    );
    return html`<h3 class="heading part" id="list-heading" tabindex="-1">
        ${this.#text('stored')} (${found.length})
      </h3>
      ${
        this.total > this.items.length
          ? html`<p class="hint">${this.#text('newestOf')} ${this.total}.</p>`
          : nothing
      }
      ${this.items.length > STEP ? this.renderSearch() : nothing}
      ${found.length === 0 ? html`<p>${this.#text('none')}</p>` : nothing}
      <ul class="rows">
        ${repeat(
          found.slice(0, this.most),
          (item) => idOf(this.resource, item),
          (item) => this.renderRow(item),
        )}
      </ul>
      ${
        found.length > this.most
          ? html`<button class="button small" type="button" @click=${this.#handleMore}>
              ${this.#text('showMore')}
            </button>`
          : nothing
      }`;
  }

  private renderSearch(): TemplateResult {
    return html`<div class="field">
      <label for="find">${this.#text('find')}</label>
      <input id="find" type="search" .value=${this.wanted} @input=${this.#handleFind} />
    </div>`;
  }

  private renderRow(item: Item): TemplateResult {
    const { canChange, canDelete, showsOne, states } = this.resource;
    const title = this.resource.title(item);
    const facts = this.resource.facts(item).filter((fact) => typeof fact === 'string' && fact !== '');
    const action = (name: 'change' | 'remove' | 'show', act: () => unknown) =>
      html`<button class="button small" type="button" @click=${act}>
        ${this.#text(name)}<span class="hidden"> ${title}</span>
      </button>`;
    return html`<li>
      <div>
        <strong>${title}</strong>
        <p class="muted"><code>${idOf(this.resource, item)}</code>${facts.map((fact) => html` · ${fact}`)}</p>
      </div>
      <div class="actions">
        ${states ? this.renderMove(item, states, title) : nothing}
        ${showsOne ? action('show', () => this.#send('item-show', item)) : nothing}
        ${
          canChange
            ? action('change', async () => this.#send('item-change', await this.#fresh(item)))
            : nothing
        }
        ${canDelete ? action('remove', () => this.#remove(item)) : nothing}
      </div>
    </li>`;
  }

  private renderMove(item: Item, states: readonly string[], title: string): TemplateResult {
    const key = idOf(this.resource, item);
    const id = `move-${key}`;
    const selected = this.#chosen.get(key) ?? item['status'];
    const handleChoice = (event: Event) => {
      this.#chosen.set(key, (event.target as HTMLSelectElement).value);
    };
    const handleSubmit = (event: Event) => {
      event.preventDefault();
      void this.#move(item, event.currentTarget as HTMLFormElement);
    };
    return html`<form class="move" @submit=${handleSubmit}>
      <label class="hidden" for=${id}>${this.#text('newState')} ${title}</label>
      <select id=${id} name="status" @change=${handleChoice}>
        ${states.map((state) => html`<option .selected=${state === selected} value=${state}>${state}</option>`)}
      </select>
      <button class="button small">${this.#text('move')}<span class="hidden"> ${title}</span></button>
    </form>`;
  }
}
