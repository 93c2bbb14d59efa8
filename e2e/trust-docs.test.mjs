/** The tests that docs/security.md and docs/accessibility.md name are there. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { ROOT } from '../scripts/lib/project.mjs';

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
