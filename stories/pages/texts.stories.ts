import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import './pages.css';

type Texts = Readonly<Record<string, unknown>>;
type Catalogue = Readonly<Record<'da' | 'en', Texts>>;

const modules = {
  ...import.meta.glob<Record<string, Catalogue>>('../../components/*/*.messages.ts', { eager: true }),
  ...import.meta.glob<Record<string, Catalogue>>('../../components/shared/i18n/*.messages.ts', {
    eager: true,
  }),
};
const catalogues = Object.entries(modules).flatMap(([path, module]) =>
  Object.values(module)
    .filter((value) => 'da' in value && 'en' in value)
    .map((texts) => ({ name: path.replace(/^.*\/(.+)\.messages\.ts$/, '$1'), texts })),
);
const common = catalogues.find(({ name }) => name === 'common')?.texts.da ?? {};

/** Tried in turn until one gives a sentence: what a text is filled in with differs. */
const SAMPLES: readonly unknown[][] = [
  ['…', '…', '…'],
  [2, 2, 2],
  [2, ['frist'], '…'],
  [['…'], '…', '…'],
  ['point', '…', '…'],
  [{ da: '…', en: '…' }, '…'],
];

function filledIn(text: (...values: unknown[]) => unknown): string {
  for (const sample of SAMPLES) {
    try {
      const result = text(...sample);
      if (typeof result === 'string' && !/undefined|NaN|\[object/.test(result)) return result;
    } catch {
      // The next one.
    }
  }
  return String(text);
}

/** All texts below a value, by their path. */
function flatten(value: unknown, path = ''): [string, string][] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value === 'function') return [[path, filledIn(value as (...values: unknown[]) => unknown)]];
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, one]) => flatten(one, path ? `${path}.${key}` : key));
}

/** What a widget takes over from the common texts is shown once, there. */
function own({ da, en }: Catalogue, isCommon: boolean): [string, string, string][] {
  const english = new Map(flatten(en));
  const shared = new Map(isCommon ? [] : flatten(common));
  return flatten(da)
    .filter(([key, text]) => shared.get(key) !== text)
    .map(([key, text]) => [key, text, english.get(key) ?? 'MISSING']);
}

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

/** From the catalogues, so that it is all of them. Where a text is filled in, a sample stands in it. */
export const Texts: StoryObj = {
  render: () =>
    html`<div class="page" lang="en">
      <h1>Texts</h1>
      <p>Every text of the kit in both languages, side by side. A host may replace any of them.</p>
      ${catalogues.map(({ name, texts }) => table(name, texts))}
    </div>`,
};
