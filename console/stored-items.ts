import { html, nothing, type TemplateResult } from 'lit/html.js';
import { ReactiveElement, type PropertyValues } from '../components/shared/reactive-element.js';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import { property, state } from '../components/shared/decorators.js';
import type { Lang } from '../components/shared/i18n/dates.js';
import { sharedStyles } from '../components/shared/styles/shared.styles.js';
import { complaintOf, isGood, type Answer, type Api } from './api.js';
import { consoleStyles } from './console.styles.js';
import { say, type Pair } from './pair.js';
import { idOf, textOf, writableOf, type Item, type Resource, type StoredItem } from './resource.js';
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

interface Read {
  readonly items: readonly Item[];
  /** How many there are, also beyond those that were asked for. */
  readonly total: number;
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

  /** Undefined: not read yet. */
  @state() private items: readonly Item[] | undefined;
  @state() private most = STEP;
  @state() private wanted = '';
  @state() private total = 0;
  /** The newest reading failed: the rows are those of before. */
  @state() private isUnread = false;

  /** States that were chosen and not yet moved to, by id: the list may be read anew before the button is pressed. */
  readonly #chosen = new Map<string, string>();
  /** Stays once it is there: the focus may be in it. */
  #hasSearch = false;
  /** Readings of the list, and asks for the form: only the newest counts. */
  #readings = 0;
  #changes = 0;

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('resource')) this.#clear();
    if (changed.has('resource') || changed.has('version')) void this.#load();
    this.#hasSearch ||= (this.items?.length ?? 0) > STEP;
  }

  #clear(): void {
    this.items = undefined;
    this.isUnread = false;
    this.total = 0;
    this.most = STEP;
    this.wanted = '';
    this.#hasSearch = false;
    this.#changes += 1;
    this.#chosen.clear();
  }

  async #load(): Promise<void> {
    const { resource } = this;
    const reading = (this.#readings += 1);
    const read = resource.inState ? await this.#askState(resource) : await this.#askLast(resource);
    if (reading !== this.#readings) return;
    this.isUnread = read === undefined;
    if (!read) return;
    const states = new Map(read.items.map((item) => [idOf(resource, item), item['status']]));
    for (const [id, state] of this.#chosen)
      if (!states.has(id) || states.get(id) === state) this.#chosen.delete(id);
    this.items = [...read.items].reverse();
    this.total = read.total;
  }

  /** Undefined here and below: it could not be read. */
  async #askState({ inState }: Resource): Promise<Read | undefined> {
    const answer = await this.api.ask('GET', '/pilot/state');
    if (!isGood(answer)) return undefined;
    const { services } = answer.body as { services: Record<string, unknown> };
    const items = inState?.(services) ?? [];
    return { items, total: items.length };
  }

  /** All of the list; of a very long one only the last page, where the newest are. */
  async #askLast({ path, listName = '' }: Resource): Promise<Read | undefined> {
    const ask = (page: number) => this.api.ask('GET', `${path}?size=${PAGE}&page=${page}`);
    const first = await ask(0);
    if (!isGood(first)) return undefined;
    const { totalPages = 0, totalElements = 0 } = first.body as Page;
    const further = totalPages > MOST_PAGES ? [totalPages - 1] : pagesFrom(1, totalPages);
    const rest = await Promise.all(further.map(ask));
    if (!rest.every(isGood)) return undefined;
    const pages = totalPages > MOST_PAGES ? rest : [first, ...rest];
    const itemsOf = ({ body }: Answer) => (body as Readonly<Record<string, readonly Item[]>>)[listName] ?? [];
    return { items: pages.flatMap(itemsOf), total: totalElements };
  }

  readonly #handleFind = (event: Event): void => {
    this.wanted = (event.target as HTMLInputElement).value;
  };

  readonly #handleMore = async (): Promise<void> => {
    const before = this.most;
    this.most += 2 * STEP;
    await this.updateComplete;
    // The button may be gone, and the focus with it.
    this.renderRoot.querySelectorAll<HTMLElement>('.rows > li')[before]?.focus();
  };

  #text(name: TextName): string {
    return say(texts[name], this.lang);
  }

  #send(name: 'item-change' | 'item-show' | 'item-removed', detail: StoredItem): void {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }

  /** Told where it is heard also when this list is gone by then. A refusal too means that the list was old. */
  #teller(): (text: string, isError: boolean) => void {
    const host = (this.getRootNode() as ShadowRoot).host;
    const place = host.parentNode ?? this;
    return (text, isError) => place.dispatchEvent(new ToldEvent({ text, isError, isChange: true }));
  }

  /** What the list gave may be old, and a PUT of something old would undo what others did: undefined when unread. */
  async #fresh({ resource, item }: StoredItem): Promise<Item | undefined> {
    const tell = this.#teller();
    const id = idOf(resource, item);
    const answer = await this.api.ask('GET', `${resource.path}/${id}`);
    if (isGood(answer)) return answer.body as Item;
    const words: Pair = [
      `${id} kunne ikke læses lige nu, så intet er ændret`,
      `${id} could not be read just now, so nothing is changed`,
    ];
    const why = answer.status === 0 ? this.#text('silent') : complaintOf(answer);
    tell(`${say(words, this.lang)}: ${why}.`, true);
    return undefined;
  }

  async #change(one: StoredItem): Promise<void> {
    const change = (this.#changes += 1);
    const item = await this.#fresh(one);
    if (item && change === this.#changes && this.isConnected) this.#send('item-change', { ...one, item });
  }

  async #remove(one: StoredItem): Promise<void> {
    const id = idOf(one.resource, one.item);
    const words: Pair = [`${id} er slettet.`, `${id} is deleted.`];
    if (!isGood(await this.#write(one, 'DELETE', undefined, words))) return;
    this.#send('item-removed', one);
    if (one.resource === this.resource) this.renderRoot.querySelector<HTMLElement>('#list-heading')?.focus();
  }

  async #move(one: StoredItem, status: string): Promise<void> {
    const { resource } = one;
    const id = idOf(resource, one.item);
    const tell = this.#teller();
    const fresh = await this.#fresh(one);
    if (!fresh) return;
    const body = { ...writableOf(resource, fresh), ...(status === '' ? {} : { status }) };
    const name = status === '' ? this.#text('noState') : status;
    const words: Pair = [`${id} er nu »${name}«.`, `${id} is now ‘${name}’.`];
    const answer = await this.#write(one, 'PUT', body, words, tell);
    if (!isGood(answer) || this.resource !== resource) return;
    if (this.#chosen.get(id) === status) this.#chosen.delete(id);
    const moved = answer.body as Item;
    this.items = this.items?.map((item) => (idOf(resource, item) === id ? moved : item));
  }

  async #write(
    { resource, item }: StoredItem,
    method: string,
    body: unknown,
    words: Pair,
    tell = this.#teller(),
  ): Promise<Answer> {
    const answer = await this.api.ask(method, `${resource.path}/${idOf(resource, item)}`, body);
    const isDone = isGood(answer);
    tell(isDone ? say(words, this.lang) : `${this.#text('refused')}: ${complaintOf(answer)}`, !isDone);
    return answer;
  }

  protected override render(): TemplateResult {
    const { items = [], isUnread } = this;
    const wanted = this.wanted.toLowerCase();
    const found = items.filter((item) =>
      `${this.resource.title(item)} ${idOf(this.resource, item)}`.toLowerCase().includes(wanted),
    );
    return html`<h3 class="heading part" id="list-heading" tabindex="-1">
        ${this.#text('stored')}${this.items ? ` (${found.length})` : nothing}
      </h3>
      ${this.renderUnread(isUnread, items.length > 0)}
      ${
        this.total > items.length
          ? html`<p class="hint">${this.#text('newestOf')} ${this.total}.</p>`
          : nothing
      }
      ${this.#hasSearch ? this.renderSearch() : nothing}
      ${this.items && found.length === 0 ? html`<p>${this.#text('none')}</p>` : nothing}
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

  private renderUnread(isUnread: boolean, hasRows: boolean): TemplateResult {
    const text = `${this.#text('unread')} ${hasRows ? this.#text('mayBeOld') : ''}`;
    return html`<div aria-live="polite">
      ${isUnread ? html`<p class="field-error">${text}</p>` : nothing}
    </div>`;
  }

  private renderSearch(): TemplateResult {
    return html`<div class="field">
      <label for="find">${this.#text('find')}</label>
      <input id="find" type="search" .value=${this.wanted} @input=${this.#handleFind} />
    </div>`;
  }

  private renderRow(item: Item): TemplateResult {
    const { resource } = this;
    const { canChange, canDelete, showsOne, states } = resource;
    const one = { resource, item };
    const title = this.resource.title(item);
    const facts = this.resource.facts(item).filter((fact) => typeof fact === 'string' && fact !== '');
    const action = (name: 'change' | 'remove' | 'show', act: () => unknown) =>
      html`<button class="button small" type="button" @click=${act}>
        ${this.#text(name)}<span class="hidden"> ${title}</span>
      </button>`;
    return html`<li tabindex="-1">
      <div>
        <strong>${title}</strong>
        <p class="muted"><code>${idOf(this.resource, item)}</code>${facts.map((fact) => html` · ${fact}`)}</p>
      </div>
      <div class="actions">
        ${states ? this.renderMove(one, states, title) : nothing}
        ${showsOne ? action('show', () => this.#send('item-show', one)) : nothing}
        ${canChange ? action('change', () => this.#change(one)) : nothing}
        ${canDelete ? action('remove', () => this.#remove(one)) : nothing}
      </div>
    </li>`;
  }

  private renderMove(one: StoredItem, states: readonly string[], title: string): TemplateResult {
    const key = idOf(one.resource, one.item);
    const id = `move-${key}`;
    const stored = textOf(one.item, 'status');
    const selected = this.#chosen.get(key) ?? stored;
    // The set is open: a state of its own is a choice too, or else the first would stand there in its place.
    const choices = states.includes(stored) ? states : [stored, ...states];
    const handleChoice = (event: Event) => {
      this.#chosen.set(key, (event.target as HTMLSelectElement).value);
    };
    const handleSubmit = (event: Event) => {
      event.preventDefault();
      void this.#move(one, new FormData(event.currentTarget as HTMLFormElement).get('status') as string);
    };
    return html`<form class="move" @submit=${handleSubmit}>
      <label class="hidden" for=${id}>${this.#text('newState')} ${title}</label>
      <select id=${id} name="status" @change=${handleChoice}>
        ${choices.map(
          (state) =>
            html`<option .selected=${live(state === selected)} value=${state}>
              ${state === '' ? this.#text('noState') : state}
            </option>`,
        )}
      </select>
      <button class="button small">${this.#text('move')}<span class="hidden"> ${title}</span></button>
    </form>`;
  }
}
