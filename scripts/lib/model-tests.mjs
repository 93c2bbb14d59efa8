/**
 * Runs tests of models in Node: `node scripts/lib/model-tests.mjs FILE…`. They are bundled once a folder; with Stryker,
 * which has all mutants in the sources and picks one by an environment variable, the bundle serves every mutant.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

const OUT = '.tmp/models';

/** What the tests use of `@open-wc/testing`. Whoever wants a page fails. */
const testing = {
  name: 'testing-without-page',
  setup: ({ onResolve, onLoad }) => {
    onResolve({ filter: /^@open-wc\/testing$/ }, () => ({ path: 'testing', namespace: 'model-tests' }));
    onLoad({ filter: /./, namespace: 'model-tests' }, () => ({
      contents: `export { expect } from '@esm-bundle/chai/esm/chai.js';
        export const fixture = () => { throw new Error('There is no page.'); };`,
      resolveDir: process.cwd(),
    }));
  },
};

/** As globals: a dependency may have a `beforeEach` of its own. */
const RUNNER = "import * as nodeTest from 'node:test'; Object.assign(globalThis, nodeTest);";

/** @param {readonly string[]} files below the working folder */
async function run(files) {
  const root = process.cwd();
  const bundles = files.map((file) => join(root, OUT, file.replace(/\.ts$/, '.mjs')));
  if (!bundles.every((path) => existsSync(path)))
    await build({
      absWorkingDir: root,
      entryPoints: [...files],
      outdir: OUT,
      outbase: '.',
      bundle: true,
      platform: 'node',
      format: 'esm',
      target: 'node20',
      conditions: ['browser', 'production'],
      outExtension: { '.js': '.mjs' },
      plugins: [testing],
      banner: { js: RUNNER },
      define: { __SKRANKE_VERSION__: '"0"' },
      logLevel: 'error',
    });
  for (const bundle of bundles) {
    const { status } = spawnSync(process.execPath, [bundle], { stdio: 'inherit' });
    if (status !== 0) return status ?? 1;
  }
  return 0;
}

process.exitCode = await run(process.argv.slice(2));
