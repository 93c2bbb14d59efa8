/** What is shipped is named, with its licence, in `dist`. Run `npm run build` first. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { packagesIn } from '../scripts/lib/licences.mjs';
import { DIST, MANIFEST } from '../scripts/lib/project.mjs';

const sbom = JSON.parse(readFileSync(join(DIST, 'sbom.cdx.json'), 'utf8'));
const shippedIn = (folder) =>
  sbom.components.filter(({ properties }) => properties.some(({ value }) => value === folder));
const keyOf = ({ name, version }) => `${name}@${version}`;

/** Licences that allow to ship the code in a kit under MIT, with the texts kept. */
const ALLOWED = /^(MIT|ISC|0BSD|BSD-2-Clause|BSD-3-Clause|Apache-2\.0|BlueOak-1\.0\.0|CC0-1\.0|Unlicense)$/;

test('the bill of materials names every runtime dependency', () => {
  const names = new Set(shippedIn('npm').map(({ name }) => name));
  for (const name of Object.keys(MANIFEST.dependencies)) assert.ok(names.has(name), name);
  assert.equal(sbom.bomFormat, 'CycloneDX');
  assert.equal(
    new Set(sbom.components.map((component) => component['bom-ref'])).size,
    sbom.components.length,
  );
});

test('each part has a checksum, and a licence that may be shipped', () => {
  for (const { name, licenses, hashes } of sbom.components) {
    const [{ license, expression }] = licenses;
    const choices = license ? [license.id] : expression.replaceAll(/[()]/g, '').split(' OR ');
    assert.ok(
      choices.some((choice) => ALLOWED.test(choice)),
      `${name}: ${choices}`,
    );
    assert.match(hashes[0].content, /^[\da-f]{128}$|^[\da-f]{40}$/, name);
  }
});

for (const folder of ['cdn', 'cli']) {
  test(`the licence texts of what is bundled into dist/${folder} travel with it`, () => {
    const packages = packagesIn(readFileSync(join(DIST, folder, 'THIRD-PARTY-LICENSES.txt'), 'utf8'));
    assert.ok(packages.length > 3);
    assert.deepEqual(packages.map(keyOf).sort(), shippedIn(folder).map(keyOf).sort());
    for (const { name, text } of packages) assert.ok(text.length > 200, `${name} has no licence text`);
  });
}
