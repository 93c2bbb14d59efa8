/**
 * The tokens of the themes as a table: `docs/tokens.md` is written with `--write`, else compared. Also checks that a
 * theme holds tokens only, sets none that base.css lacks, and that every pair of the contrast test names tokens that
 * there are.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { filesBelow, ROOT } from './lib/project.mjs';

const PAGE = join(ROOT, 'docs/tokens.md');
const read = (path) => readFileSync(join(ROOT, path), 'utf8');
const problems = [];

/** @returns the tokens of a theme with their values, under the headings of its comments */
function readTheme(path) {
  const text = read(path);
  const rules = text.matchAll(/data-skranke-theme='[a-z]+'\]\s*\{([^}]*)\}/g);
  const rule = Array.from(rules, ([, inside]) => inside).join('');
  const tokens = [];
  let group = '';
  for (const [, comment, name, value] of rule.matchAll(
    /\/\*\s*([\s\S]*?)\*\/|(--[\w-]+):\s*([^;]*);|([^\s][^;]*;)/g,
  )) {
    if (comment) group = comment.replaceAll(/\s+/g, ' ').trim();
    else if (!name) problems.push(`${path}: a theme holds tokens only`);
    // Those with an underscore are parts of formulas.
    else if (/^--skranke-[a-z]/.test(name))
      tokens.push({ group, name, value: value.replaceAll(/\s+/g, ' ') });
  }
  return tokens;
}

/** What each token is for, as the manifest's comments say it. */
function readPurposes() {
  const code = filesBelow('components')
    .filter((path) => path.endsWith('.ts'))
    .map(read)
    .join('\n');
  return new Map(
    [...code.matchAll(/@cssproperty \[(--[\w-]+)=?([^\]]*)\] - (.*)/g)].map(([, name, initial, what]) => [
      name,
      { initial, what },
    ]),
  );
}

/** Light and dark of a value. */
function schemes(value) {
  const [, light, dark] = /^light-dark\( ?(#\w+), (#\w+) ?\)$/.exec(value) ?? [];
  if (light) return `\`${light}\` · \`${dark}\``;
  return value.includes('var(--skranke-brand') ? 'from the brand' : `\`${value}\``;
}

function tokenTables(base, others, purposes) {
  const names = others.map(({ theme }) => theme);
  return [...new Set(base.map(({ group }) => group))].flatMap((group) => [
    `### ${group.split(/[:.]/)[0]}`,
    '',
    `| token | for | base | ${names.join(' | ')} |`,
    `| --- | --- | --- |${' --- |'.repeat(names.length)}`,
    ...base
      .filter((token) => token.group === group)
      .map(({ name, value }) => {
        const own = others.map(({ tokens }) => tokens.find((token) => token.name === name)?.value);
        const cells = own.map((one) => (one === undefined ? '' : schemes(one)));
        return `| \`${name}\` | ${purposes.get(name)?.what ?? '?'} | ${schemes(value)} | ${cells.join(' | ')} |`;
      }),
    '',
  ]);
}

/** Those that no theme sets: they are for the page. */
function ownTable(base, purposes) {
  const rows = [...purposes].filter(([name]) => base.every((token) => token.name !== name));
  return [
    '### Set by the page, by no theme',
    '',
    '| custom property | for | without it |',
    '| --- | --- | --- |',
    ...rows.map(([name, { initial, what }]) => `| \`${name}\` | ${what} | \`${initial}\` |`),
    '',
  ];
}

function pairTable(pairs) {
  return [
    '| token | on | at least |',
    '| --- | --- | --- |',
    ...pairs.map(({ front, on, least }) => `| \`${front}\` | ${on.join(', ')} | ${least}:1 |`),
  ];
}

const base = readTheme('themes/base.css');
const others = filesBelow('themes')
  .filter((path) => path.endsWith('.css') && !path.endsWith('base.css'))
  .map((path) => ({ theme: basename(path, '.css'), tokens: readTheme(path) }));
const purposes = readPurposes();
const pairs = JSON.parse(read('stories/token-pairs.json'));
const known = new Set(base.map(({ name }) => name));

for (const { name } of base)
  if (!purposes.has(name)) problems.push(`${name}: no @cssproperty says what it is for`);
for (const { theme, tokens } of others)
  for (const { name } of tokens)
    if (!known.has(name)) problems.push(`${theme}.css: ${name} is not in base.css`);
for (const name of pairs.flatMap(({ front, on }) => [front, ...on]))
  if (!known.has(`--skranke-${name}`)) problems.push(`token-pairs.json: there is no ${name}`);

const page = await format(
  [
    '# Tokens',
    '',
    '<!-- Written by `node scripts/tokens.mjs --write`, from themes/*.css. -->',
    '',
    `The ${base.length} custom properties that give the widgets their look. The names are part of the public surface: within a major`,
    'version none goes away or changes its meaning. Where a theme leaves a cell empty, it takes what base has. Two values are',
    'light · dark ([which of them, and when](adr/0001-dark-follows-the-page.md)). Without any theme the widgets take the',
    "browser's own system colours.",
    '',
    '```html',
    '<link rel="stylesheet" href="skranke/themes/base.css" />',
    '<link rel="stylesheet" href="skranke/themes/virk.css" />',
    '<!-- or an intranet in its own colour: -->',
    '<link rel="stylesheet" href="skranke/themes/intranet.css" />',
    '<style>',
    '  :root { --skranke-brand: #7a1f5c; }',
    '</style>',
    '```',
    '',
    '`data-skranke-theme="virk"` and `data-skranke-scheme="light|dark"` on any element choose for that part of the page; both may',
    'be changed at any time. Any one token may be set again: `skranke-deadline-list { --skranke-radius: 0; }`.',
    '',
    '## All of them',
    '',
    ...tokenTables(base, others, purposes),
    ...ownTable(base, purposes),
    '`--skranke-brand` is not a token but what `intranet.css` makes its own from: any opaque colour. It is made as dark or as light',
    'as the contrast needs, and no more.',
    '',
    '## Forced colours, motion, paper',
    '',
    'In forced colours (high contrast) the reader’s own palette takes over; only QR codes keep their two colours. Only the',
    'skeleton moves, and only where `prefers-reduced-motion` is `no-preference`. Paper is light, with black text, in every scheme.',
    '',
    '## Pairs, and the contrast that they have',
    '',
    'Computed in a browser for every theme, both schemes and a set of nasty brands (`stories/themes.test.ts`). That no other pair is',
    'in use is read off every story (`e2e/storybook.test.mjs`).',
    '',
    ...pairTable(pairs),
    '',
  ].join('\n'),
  { ...(await resolveConfig(PAGE)), parser: 'markdown' },
);

if (process.argv.includes('--write')) writeFileSync(PAGE, page);
else if (readFileSync(PAGE, 'utf8') !== page)
  problems.push('docs/tokens.md is out of date: node scripts/tokens.mjs --write');

for (const problem of problems) console.error(problem);
console.log(`Tokens: ${base.length} in ${others.length + 1} themes, ${problems.length} problems`);
process.exitCode = problems.length > 0 ? 1 : 0;
