/** What `arethetypeswrong` says of the package as `npm pack` makes it. Run `npm run build` first. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import test from 'node:test';
import { packKit, runIn } from '../../scripts/lib/examples.mjs';
import { ROOT } from '../../scripts/lib/project.mjs';

test('the types are right for ESM in Node and for bundlers', { timeout: 120_000 }, async () => {
  const attw = join(ROOT, 'node_modules/@arethetypeswrong/cli/dist/index.js');
  // esm-only: the package has no CommonJS, and no types for Node 10's way of looking.
  const options = ['--profile', 'esm-only', '--format', 'json'];
  const { analysis } = JSON.parse(await runIn(ROOT, process.execPath, attw, await packKit(), ...options));
  const ours = analysis.problems.filter(
    ({ kind, resolutionKind = '' }) =>
      !/node10|node16-cjs/.test(resolutionKind) && kind !== 'CJSResolvesToESM',
  );
  assert.deepEqual(ours, []);
  assert.ok(Object.keys(analysis.entrypoints).length > 10);
});
