/**
 * One seeded run of 200 operations through the three ways into the built pilot: service worker, msw/node, HTTP. The
 * traces (statuses, headers, bodies, and the request log after every step) must be equal. `REPLAY_RUNS=20` takes more
 * seeds. Run `npm run build` first.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { ROOT } from '../scripts/lib/project.mjs';
import { openPage } from './browser-page.mjs';
import { condense } from './condense.mjs';
import { hostPage, serveSite, startPilot } from './servers.mjs';

const RUNS = Number(process.env.REPLAY_RUNS ?? 2);
const OPERATIONS = 200;
const seeds = Array.from({ length: RUNS }, (_, index) => 20261122 + index);

const REPLAY = join(ROOT, 'mocks/testing/replay.ts');
const COMMON = { bundle: true, format: 'esm', target: 'es2022', absWorkingDir: ROOT, logLevel: 'warning' };

async function loadReplay() {
  const outfile = join(ROOT, '.tmp/e2e/replay.mjs');
  await build({ ...COMMON, entryPoints: [REPLAY], outfile, platform: 'node' });
  return import(pathToFileURL(outfile));
}

/** What a host's page would import: the built pilot for the browser, with msw from the host's own packages. */
async function bundlePage() {
  const contents = `
    export { startPilot } from 'skranke/mocks/browser';
    export { makeOperations, runOperations } from ${JSON.stringify(REPLAY)};
    export { condense } from ${JSON.stringify(join(ROOT, 'e2e/condense.mjs'))};`;
  const stdin = { contents, resolveDir: ROOT };
  const { outputFiles } = await build({ ...COMMON, stdin, write: false, platform: 'browser' });
  return outputFiles[0].text;
}

/** @returns runs the operations of a seed in a page whose pilot is a service worker */
async function openWorkerPage(t) {
  const worker = readFileSync(join(ROOT, 'node_modules/msw/lib/mockServiceWorker.js'));
  const origin = await serveSite(
    t,
    { '/': hostPage({}), '/page.js': await bundlePage(), '/mockServiceWorker.js': worker },
    { policy: null },
  );
  const { page } = await openPage(t, origin);
  await page.goto(origin);
  await page.evaluate(async () => {
    const { startPilot, makeOperations, runOperations, condense } = await import('/page.js');
    const pilot = await startPilot({
      serviceWorkerUrl: '/mockServiceWorker.js',
      baseUrl: '/under/pilot-api',
    });
    globalThis.replay = async (seed, n) => {
      const steps = await runOperations(
        (url, init) => fetch(url, { ...init, headers: { 'Accept-Language': 'da', ...init.headers } }),
        pilot.baseUrl,
        makeOperations(seed, n),
      );
      return condense(steps);
    };
  });
  return (seed) => page.evaluate(([one, n]) => globalThis.replay(one, n), [seed, OPERATIONS]);
}

/** A browser adds a language of its own where a request names none: here each names one. */
function askInDanish() {
  const { fetch } = globalThis;
  return (url, init) => fetch(url, { ...init, headers: { 'Accept-Language': 'da', ...init.headers } });
}

async function overMswNode({ runOperations }, operations) {
  const { setupPilot } = await import('skranke/mocks/node');
  const pilot = setupPilot({ baseUrl: 'https://portal.test/api' });
  pilot.listen();
  try {
    return await condense(await runOperations(askInDanish(), pilot.baseUrl, operations));
  } finally {
    pilot.close();
  }
}

function assertSame(actual, expected, way) {
  assert.equal(actual.length, OPERATIONS);
  actual.forEach((step, index) =>
    assert.deepEqual(step, expected[index], `${way}, step ${index}: ${step.operation}`),
  );
}

test(`${RUNS} seeded runs give the same in service worker, msw/node and HTTP, and after a reset`, async (t) => {
  const replay = await loadReplay();
  const pilot = await startPilot(t);
  const overWorker = await openWorkerPage(t);
  let first;
  for (const seed of seeds) {
    const operations = replay.makeOperations(seed, OPERATIONS);
    // First and alone: what else runs in this process could hold up a kept-alive connection until it is closed.
    const http = await condense(await replay.runOperations(askInDanish(), pilot.url, operations));
    const [node, worker] = await Promise.all([overMswNode(replay, operations), overWorker(seed)]);
    assertSame(node, http, `seed ${seed} in msw/node`);
    assertSame(worker, http, `seed ${seed} in a service worker`);
    first ??= worker;
  }
  assertSame(await overWorker(seeds[0]), first, `seed ${seeds[0]} in the same service worker, after a reset`);
});
