/** The examples that are plain files (`strict-csp` and `plain` are in csp.test.mjs). Run `npm run build` first. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { serveExample } from '../scripts/lib/demo.mjs';
import { openPage } from './browser-page.mjs';
import { startPilot } from './servers.mjs';

async function openExample(t, name) {
  const pilot = await startPilot(t);
  const pilotPort = Number(new URL(pilot.url).port);
  const server = await serveExample(name, { port: 0, pilotPort });
  t.after(() => {
    server.close();
    server.closeAllConnections();
  });
  const origin = `http://localhost:${server.address().port}`;
  const context = { permissions: ['clipboard-write'] };
  const opened = await openPage(t, origin, { allowed: [`http://localhost:${pilotPort}`], context });
  await opened.page.goto(origin);
  return opened;
}

const isDefined = (page, tag) => page.evaluate((name) => customElements.get(name) !== undefined, tag);

test('a CMS page: two lines in the template, attributes in the text', async (t) => {
  const { page, problems, warnings, requests } = await openExample(t, 'cms');
  const picker = page.locator('skranke-contact-point-picker');
  await picker.getByRole('searchbox').fill('fornyelse af pas');
  await picker.getByRole('button', { name: /^Fornyelse af pas/ }).click();
  await picker.getByRole('link', { name: /Skriv besked/ }).waitFor();
  await page.getByRole('heading', { name: 'Link for borgere' }).waitFor();
  assert.equal(await isDefined(page, 'skranke-deadline-list'), false, 'only what stands on the page');
  assert.ok(!requests.some((request) => /\/(skranke|deadline-list)\.js$/.test(request)));
  assert.deepEqual([...problems, ...warnings], []);
});

test('an intranet page with one widget: its own file, a property, an event', async (t) => {
  const { page, problems, warnings, requests } = await openExample(t, 'intranet');
  const card = page.locator('skranke-deep-link-card');
  await card.getByRole('link').first().waitFor();
  await page.getByRole('button', { name: 'Kopiér link' }).first().click();
  await page.getByText(/^Kopieret: https:\/\/post\.demo\.borger\.dk/).waitFor();
  await page.getByLabel('Kontaktpunktets id').fill('163710ae-5078-350c-0000-0000000f1008');
  await page.getByRole('button', { name: 'Vis links' }).click();
  await card.getByRole('link', { name: /pilot\.virk\.dk/ }).waitFor();
  assert.ok(!requests.some((request) => /\/(skranke|loader|contact-point-picker)\.js$/.test(request)));
  assert.deepEqual([...problems, ...warnings], []);
});
