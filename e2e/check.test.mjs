/**
 * The conformance suite as built: the command against the built pilot, the same suite against the pilot in a service
 * worker, and the pilot's page of the contract in a browser. Run `npm run build` first.
 */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { DIST, ROOT } from '../scripts/lib/project.mjs';
import { openPage } from './browser-page.mjs';
import { hostPage, serveSite, startPilot } from './servers.mjs';

const run = promisify(execFile);
const COMMAND = join(DIST, 'cli/skranke.mjs');
const failuresOf = ({ findings }) => findings.filter(({ outcome }) => outcome === 'failed');

test('skranke check finds nothing wrong with skranke pilot', async (t) => {
  const pilot = await startPilot(t);
  const flags = ['check', pilot.url, '--fixtures', 'pilot', '--write', '--json', '--timeout', '60000'];
  const { stdout } = await run(process.execPath, [COMMAND, ...flags], { maxBuffer: 10_000_000 });
  const report = JSON.parse(stdout);
  assert.deepEqual(failuresOf(report), []);
  assert.ok(report.counts.passed > 400 && report.counts['not checked'] < 30, JSON.stringify(report.counts));
});

/** The suite as a page's script, with the built pilot and msw from the host's own packages. */
async function bundlePage() {
  const source = (path) => JSON.stringify(join(ROOT, 'mocks/check', path));
  const contents = `
    export { startPilot } from 'skranke/mocks/browser';
    export { checkBackend } from ${source('run-check.ts')};
    export { pilotFixtures, pilotToken } from ${source('pilot-fixtures.ts')};`;
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: ROOT },
    absWorkingDir: ROOT,
    bundle: true,
    format: 'esm',
    target: 'es2022',
    platform: 'browser',
    write: false,
  });
  return outputFiles[0].text;
}

test('the same suite finds nothing wrong with the pilot in a service worker', async (t) => {
  const worker = readFileSync(join(ROOT, 'node_modules/msw/lib/mockServiceWorker.js'));
  const routes = { '/': hostPage({}), '/page.js': await bundlePage(), '/mockServiceWorker.js': worker };
  const origin = await serveSite(t, routes, { policy: null });
  const { page } = await openPage(t, origin);
  await page.goto(origin);
  const report = await page.evaluate(async () => {
    const { startPilot, checkBackend, pilotFixtures, pilotToken } = await import('/page.js');
    const { baseUrl } = await startPilot({
      serviceWorkerUrl: '/mockServiceWorker.js',
      baseUrl: '/under/api',
    });
    const credentials = async (persona) => ({ Authorization: `Bearer ${pilotToken(persona)}` });
    const fixtures = { ...pilotFixtures, organisations: { known: '14d6e9ad-fc0e-3918-0000-00000000e001' } };
    const options = { mayNameOrigin: false, timeoutMs: 60_000, write: true };
    return checkBackend({ url: baseUrl, fixtures, credentials, ...options });
  });
  assert.deepEqual(failuresOf(report), []);
  assert.ok(report.counts.passed > 300, JSON.stringify(report.counts));
});

test('the page of the contract: no violation of its policy, accessible, fits a phone', async (t) => {
  const pilot = await startPilot(t);
  const { page, problems } = await openPage(t, pilot.url);
  await page.setViewportSize({ width: 320, height: 640 });
  await page.goto(`${pilot.url}/docs`);
  const overflow = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = globalThis.document.documentElement;
    return scrollWidth - clientWidth;
  });
  assert.equal(overflow, 0);
  assert.equal(await page.getByRole('heading', { level: 1 }).innerText(), 'Skranke: backend-kontrakt');
  await page.getByRole('link', { name: 'GET /activities', exact: true }).click();
  assert.ok(page.url().endsWith('#list-activities'));
  // Run from outside the page's own world: its policy lets no script in.
  await page.evaluate(readFileSync(join(ROOT, 'node_modules/axe-core/axe.min.js'), 'utf8'));
  // One of each kind: the page repeats itself, and all of it would take axe many seconds.
  const include = ['header', 'nav', '#list-activities', '#answer-consent-request', '#skema-ContactPoint'];
  const { violations } = await page.evaluate((parts) => globalThis.axe.run({ include: parts }), include);
  assert.deepEqual(
    violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`),
    [],
  );
  assert.deepEqual(problems, []);
});
