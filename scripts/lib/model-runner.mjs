/**
 * Runs the tests of a model once for each change that Stryker's instrumenter makes to it, in a frame of Chromium for each.
 * All changes are in one bundle, and a variable says which of them is active. A change takes some 20 ms.
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
/** So long the tests may take, and so many times as long as without a change: an endless loop elsewhere ends here. */
const PATIENCE = { ms: 10_000, times: 5 };

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

/** In the page: runs the tests in a frame, which is a world of its own. @param only ids of tests */
async function runInFrame({ state, only }) {
  const frame = document.createElement('iframe');
  document.body.append(frame);
  const { contentWindow: inner, contentDocument: page } = frame;
  // So it has the address of the page around it.
  page.open();
  page.write('<!doctype html><html lang="da"><head></head><body></body></html>');
  page.close();
  let failure;
  inner.addEventListener('error', (event) => (failure ??= event.message));
  inner.__stryker__ = state;
  const script = page.createElement('script');
  script.textContent = globalThis.modelTests;
  page.head.append(script);
  const results = failure === undefined ? await inner.runModelTests(only) : [{ name: 'loading', failure }];
  frame.remove();
  return { results, state };
}

/** @returns what the work gives, or `timeout` */
async function within(ms, work) {
  let timer;
  const late = new Promise((resolve) => (timer = setTimeout(() => resolve('timeout'), ms)));
  const first = await Promise.race([work, late]);
  clearTimeout(timer);
  return first;
}

/** A browser for the tests of one model after the other. */
export class ModelRunner {
  #browser;
  #page;
  #script;
  #timeoutMs = 0;

  async close() {
    await this.#browser?.close();
    this.#browser = undefined;
  }

  /**
   * @param model path below `components/`, as are `tests`
   * @returns the changes, each with its `status`: `noticed`, `timeout`, `unnoticed`, or `untested` where no test comes to it
   */
  async run(model, tests) {
    const path = join(ROOT, `components/${model}.ts`);
    const file = { name: path, mutate: true, content: readFileSync(path, 'utf8') };
    const { files, mutants } = await new Instrumenter(NO_LOG).instrument([file], OPTIONS);
    this.#script = await bundle(tests, path, files[0].content);
    await this.#load();
    const { results, state } = await this.#runOnce({});
    const failed = results.find(({ failure }) => failure !== undefined);
    if (failed) throw new Error(`${model}: ${failed.name}: ${failed.failure}`);
    const { static: atLoad, perTest } = { static: {}, perTest: {}, ...state.mutantCoverage };
    this.#timeoutMs = PATIENCE.ms + PATIENCE.times * results.reduce((sum, { ms }) => sum + ms, 0);
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
    // Chromium may see by itself that nothing will ever end a test.
    const never = (error) => {
      if (!String(error).includes('garbage collected')) throw error;
      return 'timeout';
    };
    const outcome = await within(this.#timeoutMs, this.#runOnce(state, only).catch(never));
    if (outcome === 'timeout') {
      await this.close();
      return 'timeout';
    }
    const isEndless = outcome.state.hitCount > outcome.state.hitLimit;
    return isEndless || outcome.results.some(({ failure }) => failure !== undefined)
      ? 'noticed'
      : 'unnoticed';
  }

  /** Gives the tests to the page; opens one where there is none. */
  async #load() {
    if (!this.#browser) {
      this.#browser = await chromium.launch(await findBrowser());
      this.#page = await this.#browser.newPage({ locale: 'da-DK' });
      await this.#page.route('**', (route) => route.fulfill({ contentType: 'text/html', body: HTML }));
      await this.#page.goto(ADDRESS);
    }
    await this.#page.evaluate((script) => void (globalThis.modelTests = script), this.#script);
  }

  async #runOnce(state, only) {
    if (!this.#browser) await this.#load();
    return this.#page.evaluate(runInFrame, { state, only });
  }
}
