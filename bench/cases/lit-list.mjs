/** The limit: a Lit element that shows the first 50 of the same rows, and the first 50 whose name holds the text. */
import { html, LitElement } from 'lit';
import { pointsOf } from '../lib/tree-parts.mjs';

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
  const element = document.createElement('bench-lit-list');
  element.points = pointsOf(data);
  place.append(element);
  await element.updateComplete;
  return {
    root: element.shadowRoot,
    async type(text) {
      element.query = text.toLowerCase();
      await element.updateComplete;
    },
  };
}
