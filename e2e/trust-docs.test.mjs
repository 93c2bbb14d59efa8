/** The files and tests that the documents of trust name are there; what they say no widget has, none has. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { LEAST, MODELS } from '../scripts/lib/mutation-models.mjs';
import { filesBelow, ROOT } from '../scripts/lib/project.mjs';

/** `path` or `path` (“name”). */
const REFERENCE = /`([\w./-]+\.test\.(?:ts|mjs))`(?: \(“([^”]+)”\))?/g;

/** A test's name may stand in a template, in either kind of quotes. */
const plain = (text) => text.replaceAll(/\\?['’]/g, "'");

for (const document of ['docs/security.md', 'docs/accessibility.md']) {
  test(`${document} names tests that exist`, () => {
    const references = [...readFileSync(join(ROOT, document), 'utf8').matchAll(REFERENCE)];
    assert.ok(references.length > 20);
    for (const [, path, name] of references) {
      assert.ok(existsSync(join(ROOT, path)), path);
      if (name)
        assert.ok(plain(readFileSync(join(ROOT, path), 'utf8')).includes(plain(name)), `${path}: ${name}`);
    }
  });
}

/** Written by the build. */
const BUILT = /^dist\/|^integrity\.json$|^THIRD-PARTY-LICENSES\.txt$/;
const FOLDERS = [
  'components',
  'mocks',
  'stories',
  'trust',
  'e2e',
  'scripts',
  'docs',
  'examples',
  'themes',
  'bench',
];
const projectFiles = FOLDERS.flatMap(filesBelow);
/** A name alone stands for a file of that name somewhere. */
const isThere = (path) =>
  path.includes('/') ? existsSync(join(ROOT, path)) : projectFiles.some((file) => file.endsWith(`/${path}`));

for (const document of ['security', 'accessibility', 'trust', 'fault-matrix']) {
  test(`docs/${document}.md names files that exist`, () => {
    const text = readFileSync(join(ROOT, `docs/${document}.md`), 'utf8');
    const named = [...text.matchAll(/`([\w./-]+\.(?:ts|mjs|js|md|json|css|txt))`/g)].map(([, path]) => path);
    const linked = [...text.matchAll(/\]\(([^)#:]+)[^)]*\)/g)].map(([, path]) => join('docs', path));
    assert.deepEqual(
      [...named, ...linked].filter((path) => !BUILT.test(path) && !isThere(path)),
      [],
    );
  });
}

test('docs/trust.md has a score for each model, as good as it must be, and the models have their files', () => {
  const text = readFileSync(join(ROOT, 'docs/trust.md'), 'utf8');
  for (const [model, { tests }] of Object.entries(MODELS)) {
    for (const file of [`${model}.ts`, ...tests.map((path) => `${path}.test.ts`)])
      assert.ok(existsSync(join(ROOT, 'components', file)), file);
    const [, score] = new RegExp(`^\\| \`${model}\` +\\| ([\\d.]+) %`, 'm').exec(text) ?? [];
    assert.ok(Number(score) >= LEAST, `${model}: ${score}`);
  }
});

const sources = filesBelow('components')
  .filter((path) => path.endsWith('.ts') && !/\.(test|harness)\.ts$|\/testing\//.test(path))
  .map((path) => [path, readFileSync(join(ROOT, path), 'utf8').replaceAll(/^\s*(\/?\*|\/\/).*/gm, '')]);

const WORDS =
  'højre|venstre|rød|røde?|grønn?e?|gule?|blå|farven?|rund[te]?|firkant|trekant|pilen|ikonet|left-hand|on the left|right-hand|on the right|red|green|yellow|blue|round|square|circle|arrow|icon';

const LOADING = 'img|image|iframe|frame|script|object|embed|video|audio|source|track|link|use';

/** For the rows that say that there is none: where, and what. */
const NONE = [
  [
    '1.3.3 a text that names a shape, a colour or a side',
    /messages/,
    new RegExp(`(?<!\\p{L})(${WORDS})(?!\\p{L})`, 'giu'),
  ],
  ['1.3.4 an orientation', /./, /orientation\s*[:)]/g],
  ['1.4.5 a picture that could hold text', /./, /<img|<image|<text\b|\burl\(|drawImage|fillText/g],
  ['2.5.2 an action before the pointer is let go', /./, /(pointer|mouse|touch)(down|start)/g],
  [
    'V3.5.6 and V3.5.8 an element, or a call, that loads something with the rights of the user',
    /./,
    new RegExp(
      `<(${LOADING})\\b|createElement\\(\\W*(${LOADING})\\b|new (Image|Audio|Worker|SharedWorker|EventSource|WebSocket)\\b|importScripts|sendBeacon|jsonp`,
      'gi',
    ),
  ],
];

for (const [name, where, what] of NONE) {
  test(`no widget has ${name}`, () => {
    const found = sources.flatMap(([path, text]) =>
      where.test(path) ? [...text.matchAll(what)].map(([hit]) => `${path}: ${hit}`) : [],
    );
    assert.deepEqual(found, []);
  });
}

test('1.3.5 only these have fields: whoever adds one asks what it is for', () => {
  const withFields = sources.filter(([, text]) => /<(input|textarea|select)\b|contenteditable/i.test(text));
  assert.deepEqual(
    withFields.map(([path]) => path),
    [
      'components/consent-request/consent-request.templates.ts',
      'components/contact-point-picker/picker-field.ts',
      'components/message-recall/message-recall.templates.ts',
    ],
  );
});
