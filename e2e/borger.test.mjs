/** The second demo page: the picker by pointer, and the host that hands its choice to the deep-link card. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { startDemo } from '../scripts/lib/demo.mjs';
import { openPage } from './browser-page.mjs';
import { startPilot } from './servers.mjs';

test('the page for citizens: from a word to the link, and the same link as a code', async (t) => {
  const pilot = await startPilot(t);
  const pilotPort = Number(new URL(pilot.url).port);
  const server = await startDemo({ port: 0, pilotPort });
  t.after(() => {
    server.close();
    server.closeAllConnections();
  });
  const origin = `http://localhost:${server.address().port}`;
  const { page, problems } = await openPage(t, origin, { allowed: [`http://localhost:${pilotPort}`] });
  await page.goto(origin);
  await page.getByRole('link', { name: 'Borger' }).click();

  const field = page.getByRole('searchbox');
  await field.fill('fjordby');
  await page.getByRole('button', { name: 'Fjordby Kommune', exact: true }).click();
  await page.getByLabel('Hvad vil du skrive om?').fill('fornyelse pas');
  await page.getByRole('button', { name: /^Fornyelse af pas/ }).click();
  const link = page.getByRole('link', { name: 'Skriv besked' });
  const address = await link.getAttribute('href');
  assert.match(address, /^https:\/\/post\.demo\.borger\.dk\/send\//);
  await page.getByRole('link', { name: address }).waitFor();
  await page.getByRole('img', { name: /borger/ }).waitFor();

  await page.getByRole('button', { name: 'English' }).click();
  await page.getByRole('heading', { name: 'You have chosen: Fornyelse af pas' }).waitFor();
  await page.getByRole('button', { name: 'Change authority' }).click();
  assert.equal(await page.getByRole('searchbox').inputValue(), 'fjordby');
  assert.deepEqual(problems, []);
});
