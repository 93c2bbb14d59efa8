import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { catalogues, MISSING, own, type Catalogue } from './catalogues.js';
import './pages.css';

function table(name: string, texts: Catalogue): TemplateResult {
  return html`<h2>${name}</h2>
    <table>
      <thead>
        <tr>
          <th scope="col">key</th>
          <th scope="col">dansk</th>
          <th scope="col">English</th>
        </tr>
      </thead>
      <tbody>
        ${own(texts, name === 'common').map(
          ([key, da, en]) =>
            html`<tr>
              <th scope="row"><code>${key}</code></th>
              <td lang="da">${da}</td>
              <td>${en}</td>
            </tr>`,
        )}
      </tbody>
    </table>`;
}

const meta: Meta = { title: 'Design/Texts', tags: ['!autodocs'] };

export default meta;

/** Fails where a text lacks a language, or its words. */
function check({ canvasElement }: { canvasElement: HTMLElement }): void {
  const rows = [...canvasElement.querySelectorAll('tbody tr')];
  const wrong = rows.filter((row) => {
    const [da = '', en = ''] = [...row.querySelectorAll('td')].map((cell) => cell.textContent.trim());
    return !da || !en || en === MISSING || /=>|\[object/.test(da + en);
  });
  if (rows.length < 100) throw new Error(`only ${rows.length} texts`);
  if (wrong.length > 0) throw new Error(`wrong: ${wrong.map((row) => row.textContent.trim()).join('; ')}`);
}

export const Texts: StoryObj = {
  render: () =>
    html`<div class="page" lang="en">
      <h1>Texts</h1>
      <p>
        Every text of the kit in both languages, side by side. A host may replace any of them. Where a text is
        filled in, a sample or … stands in it.
      </p>
      ${catalogues.map(({ name, texts }) => table(name, texts))}
    </div>`,
  play: check,
};
