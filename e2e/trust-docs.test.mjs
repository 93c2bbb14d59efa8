/** The tests that docs/security.md and docs/accessibility.md name are there; what the latter says no widget has, none has. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
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

const sources = filesBelow('components')
  .filter((path) => path.endsWith('.ts') && !/\.(test|harness)\.ts$|\/testing\//.test(path))
  .map((path) => [path, readFileSync(join(ROOT, path), 'utf8').replaceAll(/^\s*(\/?\*|\/\/).*/gm, '')]);

const WORDS =
  'højre|venstre|rød|røde?|grønn?e?|gule?|blå|farven?|rund[te]?|firkant|trekant|pilen|ikonet|left-hand|on the left|right-hand|on the right|red|green|yellow|blue|round|square|circle|arrow|icon';

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
