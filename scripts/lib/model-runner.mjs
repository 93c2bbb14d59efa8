/**
 * A test runner for Stryker: the tests of one model as one bundle, in a page of Chromium that is loaded anew for each
 * mutant. All mutants are in the bundle; which one is active a variable says. So a mutant takes some 50 ms.
 */
import { fileURLToPath } from 'node:url';
import { declareClassPlugin, commonTokens, PluginKind, tokens } from '@stryker-mutator/api/plugin';
import {
  determineHitLimitReached,
  DryRunStatus,
  MutantRunStatus,
  TestStatus,
} from '@stryker-mutator/api/test-runner';
import { build } from 'esbuild';
import { chromium } from 'playwright-core';
import { findBrowser } from '../browser.mjs';

const ADDRESS = 'https://models.test/';
const PAGE = fileURLToPath(new URL('model-page.mjs', import.meta.url));
/** Property tests must find the same in each run. */
const SEED = 20_261_126;

/** What model tests use of `@open-wc/testing`, without axe: the bundle is evaluated for every mutant. */
const testing = {
  name: 'light-testing',
  setup: ({ onResolve, onLoad }) => {
    onResolve({ filter: /^@open-wc\/testing$/ }, () => ({ path: 'testing', namespace: 'model-tests' }));
    onLoad({ filter: /./, namespace: 'model-tests' }, () => ({
      contents: `export { expect } from '@esm-bundle/chai/esm/chai.js'; export * from '@open-wc/testing-helpers';`,
      resolveDir: process.cwd(),
    }));
  },
};

/** @param files of the sandbox, which is the working folder @returns the source of a script */
async function bundle(files) {
  const entry = [PAGE, ...files.map((file) => `./${file}`)].map((path) => `import ${JSON.stringify(path)};`);
  const { outputFiles } = await build({
    stdin: { contents: entry.join('\n'), resolveDir: process.cwd() },
    write: false,
    bundle: true,
    // The package's `sideEffects` says that nothing but define files does anything by itself.
    ignoreAnnotations: true,
    format: 'iife',
    target: 'es2022',
    conditions: ['browser', 'production'],
    plugins: [testing],
    define: { __SKRANKE_VERSION__: '"0"', 'process.env.NODE_ENV': '"production"' },
    logLevel: 'error',
  });
  return outputFiles[0].text;
}

class ModelRunner {
  static inject = tokens(commonTokens.options);
  #files;
  #browser;
  #page;

  constructor({ modelTests }) {
    this.#files = modelTests;
  }

  capabilities() {
    return { reloadEnvironment: true };
  }

  async init() {
    const script = await bundle(this.#files);
    this.#browser = await chromium.launch(await findBrowser());
    this.#page = await this.#browser.newPage({ locale: 'da-DK' });
    await this.#page.route('**', (route) => {
      const isScript = route.request().url() === `${ADDRESS}tests.js`;
      return route.fulfill(
        isScript
          ? { contentType: 'text/javascript; charset=utf-8', body: script }
          : { contentType: 'text/html', body: '<!doctype html><html lang="da"><body></body></html>' },
      );
    });
  }

  async dispose() {
    await this.#browser?.close();
  }

  /** @param state what the mutants look at @returns the tests that ran, and the state after them */
  async #run(state, only) {
    await this.#page.goto(ADDRESS);
    return this.#page.evaluate(
      async ({ state, only, seed }) => {
        globalThis.__stryker__ = state;
        globalThis.SEED = seed;
        const script = document.createElement('script');
        const failure = await new Promise((resolve) => {
          addEventListener('error', (event) => resolve(event.message));
          script.onload = () => resolve(undefined);
          script.src = 'tests.js';
          document.head.append(script);
        });
        if (failure !== undefined) return { results: [{ id: '0', name: 'loading', failure }], state };
        return { results: await globalThis.runModelTests(only), state: globalThis.__stryker__ };
      },
      { state, only, seed: SEED },
    );
  }

  async dryRun() {
    const { results, state } = await this.#run({});
    const tests = results.map(({ failure, ...test }) =>
      failure === undefined
        ? { ...test, status: TestStatus.Success }
        : { ...test, status: TestStatus.Failed, failureMessage: failure },
    );
    return { status: DryRunStatus.Complete, tests, mutantCoverage: state.mutantCoverage };
  }

  async mutantRun({ activeMutant, hitLimit, testFilter }) {
    const { results, state } = await this.#run(
      { activeMutant: activeMutant.id, ...(hitLimit && { hitCount: 0, hitLimit }) },
      testFilter,
    );
    const tooOften = determineHitLimitReached(state.hitCount, hitLimit);
    if (tooOften) return tooOften;
    const failed = results.find(({ failure }) => failure !== undefined);
    if (!failed) return { status: MutantRunStatus.Survived, nrOfTests: results.length };
    return {
      status: MutantRunStatus.Killed,
      killedBy: [failed.id],
      failureMessage: failed.failure,
      nrOfTests: results.length,
    };
  }
}

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, 'models', ModelRunner)];
