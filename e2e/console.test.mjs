/** The pilot's console in a browser: over HTTP as `skranke pilot` serves it, and on a static host. Run `npm run build` first. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import test from 'node:test';
import { openPage } from './browser-page.mjs';
import { openConsole, openTab, retype, settingsOf, status } from './console-page.mjs';
import { serveSite } from './servers.mjs';

/** The documented header, but for Trusted Types: under them a service worker cannot be registered. */
const STATIC_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'";
const NOW = '2026-11-22T10:00:00+01:00';
const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What the browser itself says of an answer that the test asks for. */
const isExpected = (problem) => /Failed to load resource.*422/.test(problem);
const unexpected = (problems) => problems.filter((problem) => !isExpected(problem));

const widget = (page) => page.locator('skranke-deadline-list');
async function waiting(page) {
  const text = await widget(page)
    .getByText(/ting venter på/)
    .textContent();
  return Number(text.match(/\d+/)[0]);
}

/** Polls once a second: waits until the count is right. */
const waitingIs = (page, count) => widget(page).getByText(`${count} ting venter på`).waitFor();

async function assertAccessible(page, where) {
  await page.evaluate(axeSource);
  const found = await page.evaluate(async () => {
    const { violations } = await globalThis.axe.run(document, { resultTypes: ['violations'] });
    return violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
    );
  });
  assert.deepEqual(found, [], where);
}

async function tabTo(page, name) {
  const focused = () =>
    page.evaluate(() => {
      let element = document.activeElement;
      while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
      return element?.labels?.[0]?.textContent ?? element?.textContent ?? '';
    });
  for (let step = 0; step < 60; step += 1) {
    if ((await focused()).trim().startsWith(name)) return;
    await page.keyboard.press('Tab');
  }
  assert.fail(`no way to '${name}' with Tab`);
}

test('push, see, be refused, move and close, with the clock stepping; a link tells it all', async (t) => {
  const link = `?tab=frister&scenario=default&clock=${encodeURIComponent(NOW)}&index-delay=0&persona=company`;
  const { pilot, page, problems } = await openConsole(t, link);

  await t.test('the link sets the pilot, and the address says so', async () => {
    const { clock, persona, indexDelayMs, scenario } = await settingsOf(pilot);
    assert.deepEqual(
      { clock, persona, indexDelayMs, scenario },
      {
        clock: { now: '2026-11-22T09:00:00.000Z', running: false },
        persona: 'company',
        indexDelayMs: 0,
        scenario: 'default',
      },
    );
    await page.getByText('Dette er et prøvemiljø').waitFor();
    const { searchParams } = new URL(page.url());
    assert.equal(searchParams.get('clock'), NOW);
    assert.deepEqual([searchParams.get('lang'), searchParams.get('index-delay')], ['da', '0']);
  });

  await t.test('a deadline by keyboard alone: refused at its field, kept, corrected, seen', async () => {
    const before = await waiting(page);
    await page.locator('pilot-resource').getByRole('heading', { name: 'Send en frist' }).focus();
    await tabTo(page, 'Overskrift');
    await retype(page, 'Skriv under på årsrapporten');
    await tabTo(page, 'Fristdato');
    await retype(page, '31-02-2026');
    await page.keyboard.press('Enter');
    const date = page.getByLabel('Fristdato');
    await page.getByText('Datoen findes ikke').first().waitFor();
    assert.equal(await date.getAttribute('aria-invalid'), 'true');
    assert.equal(await date.evaluate((field) => field.getRootNode().activeElement === field), true);
    assert.equal(await page.getByLabel('Overskrift').inputValue(), 'Skriv under på årsrapporten');
    assert.match(await status(page).textContent(), /Ret felterne/);
    await assertAccessible(page, 'a refused form');
    await retype(page, '22-11-2026');
    assert.match(await page.locator('pre').first().textContent(), /^curl -X POST '.*\/mit-virk\/frister'/);
    await page.keyboard.press('Enter');
    await status(page).getByText('f-1001 er sendt.').waitFor();
    await waitingIs(page, before + 1);
    await widget(page).getByText('Skriv under på årsrapporten').waitFor();
  });

  await t.test('a step of the clock makes it overdue', async () => {
    const overdue = widget(page).getByText('Overskredet: Skriv under på årsrapporten');
    assert.equal(await overdue.count(), 0);
    await page.getByRole('button', { name: 'Et døgn frem' }).click();
    await overdue.waitFor();
    assert.equal(new URL(page.url()).searchParams.get('clock'), '2026-11-23T10:00:00+01:00');
  });

  const row = page
    .locator('pilot-stored-items')
    .getByRole('listitem')
    .filter({ hasText: 'Byggetilladelse til lager' });

  await t.test('a state that is chosen survives that the list is read anew', async () => {
    await openTab(page, 'Sager');
    const choice = row.getByRole('combobox');
    await choice.selectOption('Afsluttet');
    const address = `${pilot.url}/mit-virk/sager/s-3`;
    const stored = await (await fetch(address)).json();
    await fetch(address, {
      method: 'PUT',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ ...stored, status: 'Godkendt' }),
    });
    await page.getByRole('button', { name: 'Et døgn frem' }).click();
    await row.getByText('Godkendt', { exact: false }).and(page.locator('p')).waitFor();
    assert.equal(await choice.inputValue(), 'Afsluttet');
    await choice.selectOption('Under behandling');
    await row.getByRole('button', { name: /^Flyt/ }).click();
    await status(page).getByText('s-3 er nu »Under behandling«.').waitFor();
  });

  await t.test('a case that waits for the company counts, a closed one is gone', async () => {
    await widget(page).getByText('Byggetilladelse til lager').waitFor();
    const before = await waiting(page);
    const move = async (state) => {
      await row.getByRole('combobox').selectOption(state);
      await row.getByRole('button', { name: /^Flyt/ }).click();
      await status(page).getByText(`s-3 er nu »${state}«.`).waitFor();
    };
    await move('Afventer virksomhed');
    await waitingIs(page, before + 1);
    await move('Afsluttet');
    await waitingIs(page, before);
    await widget(page).getByText('Byggetilladelse til lager').waitFor({ state: 'detached' });
  });

  await t.test('the language is kept in the address; accessible in English too', async () => {
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('heading', { name: 'Send a case' }).waitFor();
    await widget(page)
      .getByText(/things await the company/)
      .waitFor();
    assert.equal(await page.locator('html').getAttribute('lang'), 'en');
    await assertAccessible(page, 'cases in English');
    await page.reload();
    await page.getByRole('heading', { name: 'Send a case' }).waitFor();
  });
  assert.deepEqual(unexpected(problems), []);
});

test('state out and in, faults, log, and what is wrong in a link', async (t) => {
  const { pilot, page, problems } = await openConsole(t, '?tab=tilstand&persona=ukendt', '--clock', NOW);
  await status(page)
    .getByText(/Noget i adressen kunne ikke bruges: persona/)
    .waitFor();
  assert.equal(new URL(page.url()).searchParams.get('persona'), 'all');

  await t.test('export, reset, import', async () => {
    await pilot.push('beskeder', { overskrift: 'Kun i filen' });
    await page.reload();
    await page.getByText('Kun i filen').first().waitFor();
    await assertAccessible(page, 'state');
    const downloading = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Gem tilstanden i en fil' }).click();
    const file = await (await downloading).path();
    assert.ok(JSON.parse(readFileSync(file, 'utf8')).services.mitVirk.items.length > 10);
    await page.getByRole('button', { name: 'Begynd forfra' }).click();
    await page.getByText('Kun i filen').first().waitFor({ state: 'detached' });
    await page.getByLabel('Hent tilstanden fra en fil').setInputFiles(file);
    await page.getByText('Kun i filen').first().waitFor();
    const notAState = { name: 'x.json', mimeType: 'application/json', buffer: Buffer.from('{"a":') };
    await page.getByLabel('Hent tilstanden fra en fil').setInputFiles(notAState);
    await status(page).getByText('Filen er ikke JSON').waitFor();
  });

  await t.test('a fault is planned, stands in the address, and is taken away', async () => {
    await openTab(page, 'Fejl og ventetid');
    await page.getByLabel('Status').fill('99');
    await page.getByRole('button', { name: 'Planlæg en fejl' }).click();
    await page.getByText('Må mindst være 200').first().waitFor();
    await page.getByLabel('Status').fill('500');
    await page.getByRole('button', { name: 'Planlæg en fejl' }).click();
    await page.getByText('Planlagte fejl (1)').waitFor();
    assert.match(new URL(page.url()).searchParams.get('faults'), /"status":500/);
    assert.equal((await settingsOf(pilot)).faults.length, 1);
    await assertAccessible(page, 'faults');
    await page.getByRole('button', { name: 'Fjern alle fejl' }).click();
    await page.getByText('Planlagte fejl (0)').waitFor();
  });

  await t.test('the log shows what was sent and answered', async () => {
    await fetch(`${pilot.url}/calendar/1/frister`, { method: 'POST', body: '{"overskrift": ""}' });
    await openTab(page, 'Forespørgsler');
    const line = page.getByRole('listitem').filter({ hasText: 'POST /calendar/1/frister → 422' });
    await line.locator('summary').click();
    await line.getByText('"overskrift": "Skal udfyldes"').waitFor();
    await assertAccessible(page, 'log');
  });
  assert.deepEqual(unexpected(problems), []);
});

test('on a static host the pilot runs in the page; every widget stands beside its form', async (t) => {
  const origin = await serveSite(t, {}, { policy: STATIC_POLICY });
  const { page, problems } = await openPage(t, origin);
  await page.goto(
    `${origin}/dist/pilot/index.html?tab=beskeder&index-delay=0&clock=${encodeURIComponent(NOW)}`,
  );
  await page.getByText('alt er væk, når du henter siden igen').waitFor();
  // What is still under way when the page goes would reach the static host.
  await page.getByText(/Uret står stille/).waitFor();
  await page.waitForLoadState('networkidle');
  // The pilot goes with the page, so here the address sets it anew.
  await page.reload();
  await page.getByText(/Uret står stille/).waitFor();
  assert.equal(new URL(page.url()).searchParams.get('index-delay'), '0');
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await widget(page).getByText('Nye åbningstider').waitFor();
  assert.match(
    await page.locator('pre').first().textContent(),
    /'http:\/\/127\.0\.0\.1:4010\/mit-virk\/beskeder'/,
  );
  for (const [name, tag] of [
    ['Kontaktpunkter', 'skranke-contact-point-picker'],
    ['Kontaktgrupper', 'skranke-contact-point-picker'],
    ['Meddelelser', 'skranke-message-recall'],
    ['Skabeloner', 'skranke-consent-request'],
    ['Anmodninger', 'skranke-consent-request'],
  ]) {
    await openTab(page, name);
    const live = page.locator(tag);
    await live.waitFor();
    const isDefined = await page.evaluate((element) => Boolean(customElements.get(element)), tag);
    if (isDefined)
      await live
        .locator(':scope:state(ready)')
        .or(page.locator(`${tag}:state(ready)`))
        .waitFor();
    else await live.getByText('Widgetten er ikke klar endnu').waitFor();
  }
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await status(page).getByText('cr-1002 er sendt.').waitFor();
  assert.equal(await page.locator('skranke-consent-request').getAttribute('request-id'), 'cr-1002');
  assert.deepEqual(unexpected(problems), []);
});
