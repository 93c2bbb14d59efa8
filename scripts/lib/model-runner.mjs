/**
 * Runs the tests of a model once for each change that Stryker's instrumenter makes to it. All changes are in one bundle,
 * and a variable says which of them is active; the page of Chromium is loaded anew for each. A change takes some 50 ms.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Instrumenter } from '@stryker-mutator/instrumenter';
import { build } from 'esbuild';
import { chromium } from 'playwright-core';
import { findBrowser } from '../browser.mjs';
import { ROOT } from './project.mjs';

const ADDRESS = 'https://models.test/';
const HTML = '<!doctype html><html lang="da"><meta charset="utf-8"><body></body></html>';
/** A change that runs this many times as often as the code itself is an endless loop. */
const HITS = 100;
/** So long the tests may take; what hits no changed code in its loop ends here. */
const TIMEOUT_MS = 10_000;

const NO_LOG = { isDebugEnabled: () => false, debug() {}, info() {}, warn() {} };
const OPTIONS = { plugins: null, excludedMutations: [], ignorers: [] };

/** Property tests must find the same in each run. */
const SEED = "import fc from 'fast-check'; fc.configureGlobal({ seed: 20_261_126 });";
/** What model tests use of `@open-wc/testing`, without axe: the bundle is evaluated for every change. */
const LIGHT_TESTING =
  "export { expect } from '@esm-bundle/chai/esm/chai.js'; export * from '@open-wc/testing-helpers';";

/** @param path of the model @param contents the model with all changes in it */
const modelPlugin = (path, contents) => ({
  name: 'model',
  setup: ({ onResolve, onLoad }) => {
    // Else the package's `sideEffects` would leave them out.
    onResolve({ filter: /\.test\.ts$|model-page/ }, (file) => ({
      path: join(ROOT, file.path),
      sideEffects: true,
    }));
    onResolve({ filter: /^@open-wc\/testing$/ }, () => ({ path: 'testing', namespace: 'light' }));
    onLoad({ filter: /./, namespace: 'light' }, () => ({ contents: LIGHT_TESTING, resolveDir: ROOT }));
    onLoad({ filter: /\.ts$/ }, (file) => (file.path === path ? { contents, loader: 'ts' } : undefined));
  },
});

/** @returns the source of a script with the tests, and the model with all its changes */
async function bundle(tests, path, contents) {
  const files = tests.map((test) => `components/${test}.test.ts`);
  const isRandom = files.some((file) => readFileSync(join(ROOT, file), 'utf8').includes("'fast-check'"));
  const entry = ['scripts/lib/model-page.mjs', ...files].map((file) => `import '${file}';`);
  const { outputFiles } = await build({
    stdin: { contents: [isRandom ? SEED : '', ...entry].join('\n'), resolveDir: ROOT },
    write: false,
    bundle: true,
    format: 'iife',
    target: 'es2022',
    conditions: ['browser', 'production'],
    plugins: [modelPlugin(path, contents)],
    define: { __SKRANKE_VERSION__: '"0"', 'process.env.NODE_ENV': '"production"' },
    logLevel: 'error',
  });
  return outputFiles[0].text;
}

/** In the page: @param state what the changes look at @param only ids of tests */
async function runTests({ state, only }) {
  globalThis.__stryker__ = state;
  const script = document.createElement('script');
  const failure = await new Promise((resolve) => {
    globalThis.addEventListener('error', (event) => resolve(event.message), { once: true });
    script.onload = () => resolve(undefined);
    script.src = 'tests.js';
    document.head.append(script);
  });
  if (failure !== undefined) return { results: [{ name: 'loading', failure }], state };
  return { results: await globalThis.runModelTests(only), state };
}

const timeout = (ms) => new Promise((resolve) => setTimeout(() => resolve('timeout'), ms));

/** A browser for the tests of one model after the other. */
export class ModelRunner {
  #browser;
  #page;
  #script;

  async close() {
    await this.#browser?.close();
    this.#browser = undefined;
  }

  /**
   * @param model path below `components/`, as are `tests`
   * @returns the changes, each with its `status`: `noticed`, `unnoticed`, or `untested` where no test comes to it
   */
  async run(model, tests) {
    const path = join(ROOT, `components/${model}.ts`);
    const file = { name: path, mutate: true, content: readFileSync(path, 'utf8') };
    const { files, mutants } = await new Instrumenter(NO_LOG).instrument([file], OPTIONS);
    this.#script = await bundle(tests, path, files[0].content);
    const { results, state } = await this.#runOnce({});
    const failed = results.find(({ failure }) => failure !== undefined);
    if (failed) throw new Error(`${model}: ${failed.name}: ${failed.failure}`);
    const { static: atLoad, perTest } = { static: {}, perTest: {}, ...state.mutantCoverage };
    const quickFirst = results.toSorted((a, b) => a.ms - b.ms).map((test) => test.id);
    for (const mutant of mutants) {
      const { id } = mutant;
      const hitsIn = (test) => perTest[test]?.[id] ?? 0;
      const hits = quickFirst.reduce((sum, test) => sum + hitsIn(test), atLoad[id] ?? 0);
      const only = atLoad[id] ? quickFirst : quickFirst.filter(hitsIn);
      mutant.status = hits === 0 ? 'untested' : await this.#try({ id, hits, only });
    }
    return mutants;
  }

  async #try({ id, hits, only }) {
    const state = { activeMutant: id, hitCount: 0, hitLimit: hits * HITS };
    const outcome = await Promise.race([this.#runOnce(state, only), timeout(TIMEOUT_MS)]);
    if (outcome === 'timeout') {
      await this.close();
      return 'noticed';
    }
    const isEndless = outcome.state.hitCount > outcome.state.hitLimit;
    return isEndless || outcome.results.some(({ failure }) => failure !== undefined)
      ? 'noticed'
      : 'unnoticed';
  }

  async #open() {
    this.#browser = await chromium.launch(await findBrowser());
    this.#page = await this.#browser.newPage({ locale: 'da-DK' });
    await this.#page.route('**', (route) =>
      route.fulfill(
        route.request().url() === `${ADDRESS}tests.js`
          ? { contentType: 'text/javascript; charset=utf-8', body: this.#script }
          : { contentType: 'text/html', body: HTML },
      ),
    );
  }

  async #runOnce(state, only) {
    if (!this.#browser) await this.#open();
    await this.#page.goto(ADDRESS);
    return this.#page.evaluate(runTests, { state, only });
  }
}
