/** What a registry's and a compiler's linter say of the package as `npm pack` makes it. Run `npm run build` first. */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { after, before } from 'node:test';
import { promisify } from 'node:util';
import { publint } from 'publint';
import { ROOT } from '../scripts/lib/project.mjs';

const run = promisify(execFile);
const folder = mkdtempSync(join(tmpdir(), 'skranke-publish-'));
let tarball;

before(async () => {
  const options = ['--json', '--ignore-scripts', '--pack-destination', folder];
  const { stdout } = await run('npm', ['pack', ...options], { cwd: ROOT, maxBuffer: 10_000_000 });
  tarball = join(folder, JSON.parse(stdout)[0].filename);
});

after(() => rmSync(folder, { recursive: true }));

test('publint has nothing to say', async () => {
  const { buffer } = new Uint8Array(readFileSync(tarball));
  const { messages } = await publint({ pack: { tarball: buffer }, strict: true });
  assert.deepEqual(messages, []);
});

test('the types are right for ESM in Node and for bundlers', { timeout: 120_000 }, async () => {
  const attw = join(ROOT, 'node_modules/@arethetypeswrong/cli/dist/index.js');
  // esm-only: the package has no CommonJS, and no types for Node 10's way of looking.
  const options = ['--profile', 'esm-only', '--format', 'json'];
  const { stdout } = await run(process.execPath, [attw, tarball, ...options], { maxBuffer: 50_000_000 });
  const { analysis } = JSON.parse(stdout);
  const ours = analysis.problems.filter(
    ({ kind, resolutionKind = '' }) =>
      !/node10|node16-cjs/.test(resolutionKind) && kind !== 'CJSResolvesToESM',
  );
  assert.deepEqual(ours, []);
  assert.ok(Object.keys(analysis.entrypoints).length > 10);
});
