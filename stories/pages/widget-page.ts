/** Parts of a widget's page that are read off its sources, so that they are never out of date. React, as MDX is. */
import { Markdown } from '@storybook/addon-docs/blocks';
import { createElement as h, type ReactElement } from 'react';
import { catalogues, own } from './catalogues.js';

interface Props {
  /** Name of the widget: `deadline-list`. */
  readonly name: string;
}

const styles = import.meta.glob<string>('../../components/*/*.styles.ts', {
  query: '?raw',
  import: 'default',
  eager: true,
});
const sharedStyles = import.meta.glob<string>('../../components/shared/styles/*.styles.ts', {
  query: '?raw',
  import: 'default',
  eager: true,
});
const tables = import.meta.glob<string>('../../docs/accessibility-tables/*.md', {
  query: '?raw',
  import: 'default',
  eager: true,
});
const titles = import.meta.glob<{ readonly default: { readonly title: string } }>('../*.stories.ts', {
  eager: true,
});

const slug = (text: string) =>
  text
    .replace(/([a-z\d])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .replace(/[^a-z\d]+/g, '-');
const spaced = (name: string) => name.replace(/([a-z])([A-Z\d])/g, '$1 $2');

/** A link to a story, in the frame around this page. */
const link = (title: string, story: string, text: string) =>
  h('a', { href: `./?path=/story/${slug(title)}--${slug(story)}`, target: '_top' }, text);

/** Every state, as a link to its story. */
export function States({ name }: Props): ReactElement {
  const { default: meta, ...stories } = titles[`../${name}.stories.ts`] ?? { default: { title: '' } };
  const states = Object.keys(stories).sort((a, b) => a.localeCompare(b));
  return h(
    'ul',
    { style: { columns: '14em' } },
    states.map((story) => h('li', { key: story }, link(meta.title, story, spaced(story)))),
  );
}

/** Its own texts in both languages, side by side. */
export function Texts({ name }: Props): ReactElement {
  const found = catalogues.find((catalogue) => catalogue.name === name);
  const rows = found ? own(found.texts) : [];
  const cell = (lang: string, text: string) => h('td', { lang }, text);
  return h(
    'details',
    null,
    h('summary', null, `${rows.length} texts of its own`),
    h(
      'table',
      null,
      h(
        'thead',
        null,
        h('tr', null, ...['key', 'dansk', 'English'].map((head) => h('th', { key: head }, head))),
      ),
      h(
        'tbody',
        null,
        rows.map(([key, da, en]) =>
          h('tr', { key }, h('th', { scope: 'row' }, h('code', null, key)), cell('da', da), cell('en', en)),
        ),
      ),
    ),
    h('p', null, 'What all widgets say in the same words: ', link('Design/Texts', 'Texts', 'all texts'), '.'),
  );
}

/** The tokens that its styles ask for. */
export function Tokens({ name }: Props): ReactElement {
  const css = [styles[`../../components/${name}/${name}.styles.ts`], ...Object.values(sharedStyles)].join();
  const used = [...new Set(css.match(/--skranke-[\w-]+(?=[,)])/g))].sort();
  return h(
    'p',
    null,
    ...used.flatMap((token) => [h('code', { key: token }, token), ' ']),
    h('br'),
    'As swatches, with contrast: ',
    link('Design/Tokens', 'Tokens', 'all tokens'),
    '.',
  );
}

/** What a screen reader finds, as a test has read it off the accessibility tree. */
export function ScreenReader({ name }: Props): ReactElement {
  const text = tables[`../../docs/accessibility-tables/${name}.md`] ?? '';
  // Below this page's own headings, and without the words for developers.
  const body = text.slice(Math.max(0, text.indexOf('\n## '))).replaceAll('\n## ', '\n#### ');
  return h(
    'details',
    null,
    h('summary', null, 'What a screen reader finds: reading order, roles, names, announcements'),
    h(Markdown, null, body),
  );
}
