/** The built package, as a host gets it. Run `npm run build` first. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';
import { DIST, filesBelow, findWidgets, MANIFEST, VERSION } from '../scripts/lib/project.mjs';

const cdn = (file) => readFileSync(join(DIST, 'cdn', file));

test('importing the package on a server has no effect of the kit and fails nowhere', async () => {
  const symbols = Object.getOwnPropertySymbols(globalThis);
  const kit = await import('skranke');
  await import('skranke/define');
  await import('skranke/testing');
  for (const name of findWidgets()) await import(`skranke/${name}`);
  assert.equal(typeof kit.configure, 'function');
  assert.equal(typeof kit.createBackendClient, 'function');
  // Lit and zod leave marks of their own.
  assert.deepEqual(Object.getOwnPropertySymbols(globalThis), symbols);
  assert.deepEqual(
    Object.keys(globalThis).filter((key) => /skranke/i.test(key)),
    [],
  );
});

test('the versioned CDN file has the same bytes', () => {
  assert.deepEqual(cdn(`skranke-${VERSION}.js`), cdn('skranke.js'));
});

test('integrity.json names every CDN script with its hash', () => {
  const integrity = JSON.parse(cdn('integrity.json'));
  const scripts = filesBelow('dist/cdn').filter((path) => path.endsWith('.js'));
  assert.deepEqual(
    Object.keys(integrity),
    scripts.map((path) => path.slice('dist/cdn/'.length)),
  );
  for (const [file, value] of Object.entries(integrity)) {
    assert.equal(value, `sha384-${createHash('sha384').update(cdn(file)).digest('base64')}`, file);
  }
});

test('the loader has one file a widget', () => {
  for (const name of findWidgets()) assert.ok(cdn(`${name}.js`).length > 0);
});

test('no build leaves a decorator, a placeholder or an asset of Node behind', () => {
  const scripts = filesBelow('dist').filter((path) => /^dist\/(components|cdn|mocks)\/.*\.js$/.test(path));
  for (const path of scripts) {
    const code = readFileSync(path, 'utf8').replaceAll(/\/\*[\s\S]*?\*\//g, '');
    assert.doesNotMatch(code, /^\s*@(property|state|query)\b/m, path);
    assert.doesNotMatch(code, /__SKRANKE_VERSION__/, path);
    if (!path.includes('/mocks/')) assert.doesNotMatch(code, /process\.env/, path);
  }
});

test('no script of the kit holds anything of a person’s: it is the same for all', () => {
  const scripts = filesBelow('dist').filter((path) => /^dist\/(components|cdn)\/.*\.js$/.test(path));
  assert.ok(scripts.length > 20);
  for (const path of scripts) {
    const code = readFileSync(path, 'utf8');
    assert.doesNotMatch(code, /\b(0[1-9]|[12]\d|3[01])(0[1-9]|1[0-2])\d\d-?\d{4}\b/, `${path}: a CPR number`);
    assert.doesNotMatch(code, /Nanna Prøve|pilot-citizen/, `${path}: a person of the pilot`);
  }
});

test('the command runs by itself, with nothing installed around it', (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'skranke-'));
  t.after(() => rmSync(folder, { recursive: true }));
  const command = join(folder, 'skranke.mjs');
  copyFileSync(join(DIST, 'cli/skranke.mjs'), command);
  const { status, stdout } = spawnSync(command, ['--help'], { encoding: 'utf8' });
  assert.equal(status, 0);
  assert.match(stdout, /skranke pilot/);
});

test('only registrations and styles count as side effects', () => {
  assert.deepEqual(MANIFEST.sideEffects, ['**/define.*', '**/*.define.*', '**/*.css', './dist/cdn/*']);
});
