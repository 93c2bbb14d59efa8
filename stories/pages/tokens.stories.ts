import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { blend, contrast, rgba, type Pair } from '../colours.js';
import pairs from '../token-pairs.json';
import './pages.css';

const [base = ''] = Object.values(
  import.meta.glob<string>('../../themes/base.css', { query: '?raw', import: 'default', eager: true }),
);
const tokens = [...new Set(base.match(/--skranke-[\w-]+(?=:)/g))];

const TOO_LOW = 'TOO LOW';

/** The value that a token has on this page: a colour as it is painted, else the text. */
function valueOf(token: string): string {
  const probe = document.createElement('i');
  document.body.append(probe);
  probe.style.color = `var(${token})`;
  const colour = getComputedStyle(probe).color;
  const text = getComputedStyle(probe).getPropertyValue(token).trim();
  probe.remove();
  if (text === '') return 'the page’s own';
  return CSS.supports('color', text) ? hex(colour) : text;
}

const hex = (colour: string) =>
  `#${rgba(colour)
    .slice(0, 3)
    .map((channel) => Math.round(channel).toString(16).padStart(2, '0'))
    .join('')}`;

function tokenRow(token: string): TemplateResult {
  const value = valueOf(token);
  const isColour = value.startsWith('#');
  return html`<tr>
    <td>${isColour ? html`<span class="swatch" style="background: var(${token})"></span>` : ''}</td>
    <th scope="row"><code>${token}</code></th>
    <td><code>${value}</code></td>
  </tr>`;
}

function pairRow(front: string, back: string, least: number): TemplateResult {
  const [ink, ground] = [rgba(valueOf(`--skranke-${front}`)), rgba(valueOf(`--skranke-${back}`))];
  const ratio = contrast(blend(ink, ground), ground);
  return html`<tr>
    <td class="sample" style="background: var(--skranke-${back})">
      <span style="color: var(--skranke-${front})" aria-hidden="true">Aa</span>
    </td>
    <th scope="row">${front} on ${back}</th>
    <td>${ratio.toFixed(1)}:1</td>
    <td>${least}:1</td>
    <td>${ratio >= least ? 'holds' : TOO_LOW}</td>
  </tr>`;
}

const meta: Meta = { title: 'Design/Tokens', tags: ['!autodocs'] };

export default meta;

/** Fails where a pair has too little contrast in this theme and scheme, or a colour is not there. */
function check({ canvasElement }: { canvasElement: HTMLElement }): void {
  const rows = [...canvasElement.querySelectorAll('tbody tr')].map((row) =>
    row.textContent.replace(/\s+/g, ' ').trim(),
  );
  const wrong = rows.filter((row) => row.endsWith(TOO_LOW));
  if (rows.length < tokens.length + pairs.length) throw new Error(`only ${rows.length} rows`);
  if (wrong.length > 0) throw new Error(wrong.join('; '));
}

/** In the theme and scheme that the toolbar has. */
export const Tokens: StoryObj = {
  render: () =>
    html`<div class="page" lang="en">
      <h1>Tokens</h1>
      <p>As this theme and scheme have them. The toolbar changes both.</p>
      <table>
        <thead>
          <tr>
            <td></td>
            <th scope="col">token</th>
            <th scope="col">value</th>
          </tr>
        </thead>
        <tbody>
          ${tokens.map(tokenRow)}
        </tbody>
      </table>
      <h2>Contrast of the pairs in use</h2>
      <table>
        <thead>
          <tr>
            <td></td>
            <th scope="col">pair</th>
            <th scope="col">contrast</th>
            <th scope="col">at least</th>
            <th scope="col">outcome</th>
          </tr>
        </thead>
        <tbody>
          ${(pairs as Pair[]).map(({ front, on, least }) => on.map((back) => pairRow(front, back, least)))}
        </tbody>
      </table>
    </div>`,
  play: check,
};
