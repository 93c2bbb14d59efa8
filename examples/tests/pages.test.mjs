/** The other examples with packages of their own. Run `npm run build` first. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import test, { before } from 'node:test';
import { openPage } from '../../e2e/browser-page.mjs';
import { startPilot } from '../../e2e/servers.mjs';
import { findBrowser } from '../../scripts/browser.mjs';
import { serveExample } from '../../scripts/lib/demo.mjs';
import { packKit, prepareExample, runIn } from '../../scripts/lib/examples.mjs';

const LIMIT = { timeout: 900_000 };

before(packKit);

/** Starts the example's server. @returns its address */
async function startServer(t, folder, pilotUrl) {
  const child = spawn(process.execPath, ['server.js'], {
    cwd: folder,
    env: { ...process.env, PORT: '0', BACKEND_URL: pilotUrl },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  t.after(() => child.kill('SIGKILL'));
  for await (const line of createInterface(child.stdout)) return line.replace(/\/$/, '');
  throw new Error('The server did not start.');
}

test('a page from a server: the fallback is in it, and stays until the list is ready', LIMIT, async (t) => {
  const folder = await prepareExample('ssr');
  const pilot = await startPilot(t, '--clock', '2026-11-22T10:00:00+01:00');
  const origin = await startServer(t, folder, pilot.url);

  const sent = await (await fetch(origin)).text();
  assert.match(
    sent,
    /<skranke-deadline-list backend-url="http[^>]*><p>Se fristerne på <a href="https:\/\/virk.dk">/,
  );
  assert.doesNotMatch(sent, /shadowroot|data-skranke/);

  const bare = await openPage(t, origin, { context: { javaScriptEnabled: false } });
  await bare.page.goto(origin);
  assert.equal(await bare.page.getByText('Se fristerne på').isVisible(), true);

  await pilot.control('latency', { ms: 800 });
  const { page, problems, warnings } = await openPage(t, origin, { allowed: [pilot.url] });
  await page.goto(origin);
  await page.locator('skranke-deadline-list:state(loading)').waitFor();
  assert.equal(await page.getByText('Se fristerne på').isVisible(), true);
  await page.locator('skranke-deadline-list:state(ready)').waitFor();
  assert.equal(await page.getByText('Se fristerne på').isVisible(), false);
  await page.getByRole('button', { name: /Indsend årsregnskab/ }).click();
  await page.getByText(/^Åbnet: f-/).waitFor();
  assert.deepEqual(
    [...problems, ...warnings],
    [],
    'the page of the server is taken over without a difference',
  );
});

test("beside the design system's own style sheet and script", LIMIT, async (t) => {
  await prepareExample('dkfds');
  const pilot = await startPilot(t, '--clock', '2026-11-22T10:00:00+01:00');
  const pilotPort = Number(new URL(pilot.url).port);
  const server = await serveExample('dkfds', { port: 0, pilotPort });
  t.after(() => {
    server.close();
    server.closeAllConnections();
  });
  const origin = `http://localhost:${server.address().port}`;
  const { page, problems, warnings } = await openPage(t, origin, {
    allowed: [`http://localhost:${pilotPort}`],
  });
  await page.goto(origin);

  const accordion = page.getByRole('button', { name: 'Frister', exact: true });
  const row = page.getByRole('button', { name: /Indsend årsregnskab/ });
  await row.click();
  await accordion.click();
  await row.waitFor({ state: 'hidden' });
  await accordion.click();
  assert.equal(await row.getAttribute('aria-expanded'), 'true', 'its script shows and hides a widget');

  const fontOf = (locator) => locator.evaluate((element) => getComputedStyle(element).fontFamily);
  assert.match(await fontOf(row), /IBM Plex Sans/);
  // The system's root font size is 62.5 %: text of the widgets is 16 px all the same.
  assert.equal(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize), '10px');
  const picker = page.locator('skranke-contact-point-picker');
  const field = picker.getByRole('searchbox');
  assert.equal(await field.evaluate((element) => getComputedStyle(element).fontSize), '16px');

  await field.fill('byggesag');
  await picker.getByRole('button', { name: /bygge/i }).first().click();
  await page.getByRole('button', { name: 'Fortsæt' }).click();
  await page.getByText(/^Sendt: [0-9a-f-]{36}$/).waitFor();
  assert.deepEqual([...problems, ...warnings], []);
});

test("the samples for hosts' own tests pass", LIMIT, async () => {
  const folder = await prepareExample('testing');
  const { executablePath, env } = await findBrowser();
  Object.assign(process.env, { CHROME_PATH: executablePath, ...env });
  const vitest = await runIn(folder, 'npm', 'run', 'test:vitest');
  assert.match(vitest, /Tests +5 passed \(5\)/);
  const playwright = await runIn(folder, 'npm', 'run', 'test:playwright');
  assert.match(playwright, /3 passed/);
});
