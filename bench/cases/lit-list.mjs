/** The limit: a Lit element that shows the first 50 of the same rows, and the first 50 whose name holds the text. */
import { html, LitElement } from 'lit';

export const label = 'bare Lit list, 50 rows';

class BenchLitList extends LitElement {
  static properties = { points: { attribute: false }, query: {} };

  constructor() {
    super();
    this.points = [];
    this.query = '';
  }

  render() {
    const found = this.points.filter(({ name }) => name.toLowerCase().includes(this.query));
    return html`<input type="search" aria-label="Search" />
      <p>${found.length}</p>
      <ul>
        ${found.slice(0, 50).map(
          ({ name, description }) =>
            html`<li>
              <button><span>${name}</span> <span>${description}</span></button>
            </li>`,
        )}
      </ul>`;
  }
}
customElements.define('bench-lit-list', BenchLitList);

export async function show(data, place) {
  const start = performance.now();
  const element = document.createElement('bench-lit-list');
  element.points = data.pages.flatMap((page) => JSON.parse(page).contactPoints);
  place.append(element);
  await element.updateComplete;
  if (element.offsetHeight === 0 && element.shadowRoot.querySelector('ul').offsetHeight === 0)
    throw new Error('not laid out');
  const elapsed = performance.now() - start;
  return {
    first: elapsed,
    all: elapsed,
    root: element.shadowRoot,
    async type(text) {
      element.query = text.toLowerCase();
      await element.updateComplete;
      return element.offsetHeight;
    },
  };
}
