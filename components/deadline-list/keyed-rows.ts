import { render, type TemplateResult } from 'lit/html.js';

/**
 * A list whose rows keep their DOM nodes by key: a row that comes in above leaves the others, and the focus in them,
 * untouched. In place of Lit's `repeat`, which costs three times as much (docs/adr/0003).
 */
export class KeyedRows {
  /** The list; rendered into the template as a node. */
  readonly element: HTMLUListElement = document.createElement('ul');
  readonly #host: object;
  readonly #items = new Map<string, HTMLLIElement>();

  constructor(name: string, host: object) {
    this.#host = host;
    this.element.className = name;
    this.element.setAttribute('part', 'list');
    // WebKit drops the semantics of a list without markers: there the role is needed.
    this.element.role = 'list';
  }

  /** Shows these rows in this order. */
  show<Row>(rows: readonly Row[], keyOf: (row: Row) => string, template: (row: Row) => TemplateResult): void {
    const keys = new Set(rows.map(keyOf));
    for (const [key, item] of this.#items) {
      if (keys.has(key)) continue;
      item.remove();
      this.#items.delete(key);
    }
    let next = this.element.firstChild;
    for (const row of rows) {
      const item = this.#item(keyOf(row));
      if (item === next) next = item.nextSibling;
      else this.element.insertBefore(item, next);
      render(template(row), item, { host: this.#host });
    }
  }

  #item(key: string): HTMLLIElement {
    let item = this.#items.get(key);
    if (!item) {
      item = document.createElement('li');
      item.dataset['key'] = key;
      this.#items.set(key, item);
    }
    return item;
  }
}
