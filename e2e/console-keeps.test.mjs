/** The pilot's console keeps what is stored, typed, set and focused. Run `npm run build` first. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { openConsole, openTab, retype, settingsOf, status } from './console-page.mjs';

const NOW = '2026-11-22T10:00:00+01:00';

/** What the browser itself says of an answer that the test asks for. */
const isExpected = (problem) => /Failed to load resource/.test(problem);
const assertNoProblems = (problems) =>
  assert.deepEqual(
    problems.filter((problem) => !isExpected(problem)),
    [],
  );

const storedItems = (page) => page.locator('pilot-stored-items');
const rowOf = (page, id) =>
  storedItems(page)
    .getByRole('listitem')
    .filter({ has: page.locator('code').getByText(id, { exact: true }) });
const press = (place, name) => place.getByRole('button', { name }).click();
const formHeading = (page) => page.locator('#form-heading');
const headingIs = (page, text) => formHeading(page).getByText(text, { exact: true }).waitFor();

/** The element with the focus, in whatever shadow root. */
const focused = (page) =>
  page.evaluate(() => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    return element?.id || element?.localName;
  });

async function ask(pilot, method, path, body) {
  const headers = { 'Content-Type': 'application/json' };
  const answer = await fetch(pilot.url + path, {
    method,
    headers,
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  assert.ok(answer.ok, `${method} ${path}: ${answer.status}`);
  return answer.json().catch(() => undefined);
}

/** As an authority's own system changes a part of an item. */
async function changeItem(pilot, path, change) {
  const item = await ask(pilot, 'GET', path);
  delete item.id;
  delete item.type;
  await ask(pilot, 'PUT', path, { ...item, ...change });
}

/** Answers the next reading of the list with what it holds now, but only when the gate is opened. */
async function holdNextList(page, pattern) {
  let open;
  const gate = new Promise((resolve) => (open = resolve));
  let isHeld;
  const held = new Promise((resolve) => (isHeld = resolve));
  await page.route(
    pattern,
    async (route) => {
      const response = await route.fetch();
      isHeld();
      await gate;
      await route.fulfill({ response });
    },
    { times: 1 },
  );
  return { held, open };
}

test('a changed template keeps what has no field; a case with a state of its own keeps it', async (t) => {
  const { pilot, page, problems } = await openConsole(t, '?tab=skabeloner', '--clock', NOW);
  for (const id of ['tpl-4', 'tpl-3']) {
    const before = await ask(pilot, 'GET', `/consents/templates/${id}`);
    await press(rowOf(page, id), /^Ret/);
    await headingIs(page, `Ret ${id}`);
    await page.getByLabel('Overskrift').fill(`Ny overskrift ${id}`);
    await press(page, 'Gem ændringer');
    await status(page).getByText(`${id} er rettet.`).waitFor();
    const { declaration, ...after } = await ask(pilot, 'GET', `/consents/templates/${id}`);
    assert.equal(declaration.heading, `Ny overskrift ${id}`);
    assert.deepEqual({ ...after, declaration: before.declaration }, before, id);
  }
  await changeItem(pilot, '/mit-virk/sager/s-4', { status: 'Venter på høring' });
  await openTab(page, 'Sager');
  const row = rowOf(page, 's-4');
  assert.equal(await row.getByRole('combobox').inputValue(), 'Venter på høring');
  await press(row, /^Flyt/);
  await status(page).getByText('s-4 er nu »Venter på høring«.').waitFor();
  assertNoProblems(problems);
});

test('an answer that comes late stays with the form that it belongs to', async (t) => {
  const { pilot, page, problems } = await openConsole(t, '?tab=tilladelser', '--clock', NOW);
  const heading = page.getByLabel('Overskrift');
  await press(rowOf(page, 't-1'), /^Ret/);
  await headingIs(page, 'Ret t-1');
  await heading.fill('Halvt skrevet');

  await t.test('saved in one tab, and another is open', async () => {
    await openTab(page, 'Beskeder');
    await press(rowOf(page, 'b-1'), /^Ret/);
    await headingIs(page, 'Ret b-1');
    await pilot.control('latency', { ms: 1000 });
    await press(page, 'Gem ændringer');
    await openTab(page, 'Tilladelser');
    await status(page).getByText('b-1 er rettet.').waitFor();
    await headingIs(page, 'Ret t-1');
    assert.equal(await heading.inputValue(), 'Halvt skrevet');
    await openTab(page, 'Beskeder');
    await headingIs(page, 'Send en besked');
  });

  await t.test('read anew to be changed, and another tab is open', async () => {
    await rowOf(page, 'b-1').waitFor();
    const read = page.waitForResponse('**/mit-virk/beskeder/b-1');
    await press(rowOf(page, 'b-1'), /^Ret/);
    await openTab(page, 'Tilladelser');
    await (await read).finished();
    await rowOf(page, 't-1').waitFor();
    await headingIs(page, 'Ret t-1');
    assert.equal(await heading.inputValue(), 'Halvt skrevet');
    await openTab(page, 'Beskeder');
    await headingIs(page, 'Send en besked');
  });

  await t.test('saved, by way of a tab without a form and back', async () => {
    await press(rowOf(page, 'b-2'), /^Ret/);
    await headingIs(page, 'Ret b-2');
    await press(page, 'Gem ændringer');
    await openTab(page, 'Fejl og ventetid');
    await openTab(page, 'Beskeder');
    await headingIs(page, 'Ret b-2');
    await status(page).getByText('b-2 er rettet.').waitFor();
    await headingIs(page, 'Send en besked');
  });

  await t.test('a move ends in its own list', async () => {
    await openTab(page, 'Sager');
    await rowOf(page, 's-3').getByRole('combobox').selectOption('Godkendt');
    await press(rowOf(page, 's-3'), /^Flyt/);
    await openTab(page, 'Beskeder');
    await status(page).getByText('s-3 er nu »Godkendt«.').waitFor();
    assert.equal((await ask(pilot, 'GET', '/mit-virk/sager/s-3')).status, 'Godkendt');
    await rowOf(page, 'b-1').waitFor();
    assert.equal(await rowOf(page, 's-3').count(), 0);
  });

  await t.test('what is typed while an edit is saved stays', async () => {
    await press(rowOf(page, 'b-1'), /^Ret/);
    await headingIs(page, 'Ret b-1');
    await heading.fill('Først');
    await press(page, 'Gem ændringer');
    await heading.fill('Først, og så mere');
    await status(page).getByText('b-1 er rettet.').waitFor();
    await headingIs(page, 'Ret b-1');
    assert.equal(await heading.inputValue(), 'Først, og så mere');
    assert.equal((await ask(pilot, 'GET', '/mit-virk/beskeder/b-1')).overskrift, 'Først');
    await press(page, 'Fortryd');
  });

  await t.test('two presses on Send send once', async () => {
    await heading.fill('Kun én gang');
    await page.getByRole('button', { name: 'Send', exact: true }).dblclick();
    await status(page).getByText('b-1001 er sendt.').waitFor();
    const { beskeder } = await ask(pilot, 'GET', '/mit-virk/beskeder');
    assert.equal(beskeder.filter(({ overskrift }) => overskrift === 'Kun én gang').length, 1);
    const sent = page.waitForResponse((answer) => answer.request().method() === 'POST');
    await press(page, 'Send');
    assert.equal((await sent).status(), 201, 'and afterwards another');
  });
  assertNoProblems(problems);
});

test('a state that was chosen lives no longer than its item and its move; the newest list counts', async (t) => {
  const { pilot, page, problems } = await openConsole(t, '?tab=sager', '--clock', NOW);
  const move = async (row, state) => {
    await row.getByRole('combobox').selectOption(state);
    await press(row, /^Flyt/);
    await status(page).getByText(`er nu »${state}«.`).waitFor();
  };
  const facts = (row, state) => row.locator('p').getByText(state, { exact: false });

  await t.test('it goes with its item', async () => {
    const row = rowOf(page, 's-1001');
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    await row.getByRole('combobox').selectOption('Afsluttet');
    await press(page, 'Begynd forfra');
    await row.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    await facts(row, 'Modtaget').waitFor();
    assert.equal(await row.getByRole('combobox').inputValue(), 'Modtaget');
  });

  const row = rowOf(page, 's-3');
  await t.test('it goes with its move', async () => {
    await page.route(
      '**/mit-virk/sager?*',
      async (route) => {
        await changeItem(pilot, '/mit-virk/sager/s-3', { status: 'Under behandling' });
        await route.continue();
      },
      { times: 1 },
    );
    await move(row, 'Godkendt');
    await facts(row, 'Under behandling').waitFor();
    assert.equal(await row.getByRole('combobox').inputValue(), 'Under behandling');
  });

  await t.test('a list that comes late replaces no newer one', async () => {
    const { held, open } = await holdNextList(page, '**/mit-virk/sager?*');
    await move(row, 'Godkendt');
    await held;
    await move(row, 'Afventer virksomhed');
    await facts(row, 'Afventer virksomhed').waitFor();
    const late = page.waitForResponse('**/mit-virk/sager?*');
    open();
    await (await late).finished();
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 100)));
    assert.equal(await facts(row, 'Afventer virksomhed').count(), 1);
  });
  assertNoProblems(problems);
});

test('what cannot be read is said, and then nothing is changed', async (t) => {
  const { pilot, page, problems } = await openConsole(t, '?tab=sager', '--clock', NOW);
  await rowOf(page, 's-4').waitFor();
  const count = await storedItems(page).getByRole('listitem').count();
  const unread = storedItems(page).getByText('Listen kunne ikke læses lige nu');

  await t.test('the rows stay', async () => {
    await pilot.control('faults', [{ match: 'GET /mit-virk/*', status: 500 }]);
    await press(page, 'Et døgn frem');
    await unread.waitFor();
    assert.equal(await storedItems(page).getByRole('listitem').count(), count);
    await openTab(page, 'Beskeder');
    await unread.waitFor();
    assert.equal(
      await storedItems(page)
        .getByText(/\(0\)|Der er ikke noget/)
        .count(),
      0,
    );
    await press(page, 'English');
    await storedItems(page).getByText('The list could not be read just now').waitFor();
    await press(page, 'Dansk');
    await pilot.control('faults', []);
    await openTab(page, 'Sager');
    await rowOf(page, 's-4').waitFor();
    assert.equal(await unread.count(), 0);
  });

  await t.test('no move and no edit from an old copy', async () => {
    await changeItem(pilot, '/mit-virk/sager/s-4', { overskrift: 'Nyt navn' });
    const before = await ask(pilot, 'GET', '/mit-virk/sager/s-4');
    for (const [act, name] of [
      [/^Flyt/, 'Send en sag'],
      [/^Ret/, 'Send en sag'],
    ]) {
      await pilot.control('faults', [{ match: 'GET /mit-virk/sager/s-4', status: 503, times: 1 }]);
      await press(rowOf(page, 's-4'), act);
      await status(page).getByText('s-4 kunne ikke læses lige nu').waitFor();
      await headingIs(page, name);
      assert.deepEqual(await ask(pilot, 'GET', '/mit-virk/sager/s-4'), before);
    }
  });
  assertNoProblems(problems);
});

test('loading the page again leaves the pilot as it is; an opened link sets it', async (t) => {
  const { pilot, page, problems } = await openConsole(t, '?tab=sager', '--clock', NOW);
  const reload = async () => {
    await page.reload();
    await page.getByRole('navigation', { name: 'Menu' }).waitFor();
  };
  await pilot.control('persona', { persona: 'company' });
  await pilot.control('scenario', { name: 'many' });
  await pilot.control('latency', { ms: 7 });
  await reload();
  const { persona, scenario, latencyMs } = await settingsOf(pilot);
  assert.deepEqual([persona, scenario, latencyMs], ['company', 'many', 7]);
  assert.equal(new URL(page.url()).searchParams.get('persona'), 'company');

  await openTab(page, 'Beskeder');
  await pilot.control('clock', { now: NOW, running: true });
  await reload();
  await page.waitForTimeout(1200);
  await reload();
  const { now } = await ask(pilot, 'GET', '/pilot/clock');
  assert.ok(Date.parse(now) > Date.parse(NOW) + 1000, now);

  await page.goto(`${pilot.url}/pilot/?tab=sager&persona=citizen`);
  await page.getByRole('heading', { name: 'Send en sag' }).waitFor();
  assert.equal((await settingsOf(pilot)).persona, 'citizen');
  assertNoProblems(problems);
});

test('the focus stays in the page, and a filter with its field', async (t) => {
  const { pilot, page, problems } = await openConsole(t, '?tab=beskeder&scenario=empty', '--clock', NOW);
  for (let number = 1; number <= 11; number += 1)
    await pilot.push('beskeder', { overskrift: `Prøve ${number}` });
  await press(page, 'Et døgn frem');

  await t.test('Fortryd', async () => {
    await press(rowOf(page, 'b-1011'), /^Ret/);
    await headingIs(page, 'Ret b-1011');
    await page.getByRole('button', { name: 'Fortryd' }).focus();
    await page.keyboard.press('Enter');
    await headingIs(page, 'Send en besked');
    assert.equal(await focused(page), 'form-heading');
  });

  await t.test('Vis flere: the first new row', async () => {
    await page.getByRole('button', { name: 'Vis flere' }).focus();
    await page.keyboard.press('Enter');
    await rowOf(page, 'b-1001').waitFor();
    const row = await rowOf(page, 'b-1001').evaluate((item) => item.getRootNode().activeElement === item);
    assert.equal(row, true);
  });

  await t.test('a field behind Flere felter that is put right', async () => {
    await page.getByText('Flere felter').click();
    const link = page.getByLabel('Link til løsningen');
    await link.fill('ingen adresse');
    await page.keyboard.press('Enter');
    await status(page).getByText('Ret felterne').waitFor();
    assert.equal(await focused(page), 'field-link');
    await retype(page, 'https://virk.dk/x');
    await page.keyboard.press('Enter');
    await status(page).getByText('b-1012 er sendt.').waitFor();
    assert.equal(await link.isVisible(), true);
    assert.equal(await focused(page), 'field-link');
    await press(rowOf(page, 'b-1012'), /^Slet/);
    await rowOf(page, 'b-1012').waitFor({ state: 'detached' });
  });

  await t.test('a filter that finds nothing more', async () => {
    await page.getByLabel('Find i listen').fill('Prøve 3');
    await press(rowOf(page, 'b-1003'), /^Slet/);
    await rowOf(page, 'b-1003').waitFor({ state: 'detached' });
    await page.getByLabel('Find i listen').fill('');
    await rowOf(page, 'b-1011').waitFor();
    assert.equal(await storedItems(page).getByRole('listitem').count(), 10);
    assert.equal(await focused(page), 'find');
  });
  assertNoProblems(problems);
});

test('half-typed settings stay until all begins anew; what is not set is not shown as set', async (t) => {
  const { page, problems } = await openConsole(t, '?tab=frister-api', '--clock', NOW);

  await t.test('default dates follow the clock, also beside what is typed', async () => {
    assert.equal(await page.getByLabel('Fristdato').inputValue(), '06-12-2026');
    await page.getByLabel('Overskrift').fill('Min egen');
    await page.getByLabel('Prøvemiljøets ur').fill('2027-06-01T10:00:00+02:00');
    await press(page, 'Stil uret');
    await status(page).getByText('Uret viser').waitFor();
    assert.equal(await page.getByLabel('Fristdato').inputValue(), '15-06-2027');
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    await status(page).getByText('f-1001 er sendt.').waitFor();
  });

  await t.test('half a time for the clock', async () => {
    const clock = page.getByLabel('Prøvemiljøets ur');
    await clock.fill('2028-');
    await page.getByLabel('Scenarie').selectOption('many');
    await page.waitForURL(/scenario=many/);
    assert.equal(await clock.inputValue(), '2028-');
    await press(page, 'Begynd forfra');
    await page.waitForURL(/scenario=default/);
    assert.equal(await clock.inputValue(), NOW);
  });

  await t.test('faults and delays', async () => {
    await openTab(page, 'Fejl og ventetid');
    const latency = page.getByLabel('Ventetid før hvert svar');
    const key = page.getByLabel('Følg Idempotency-Key');
    await latency.fill('-1');
    await press(page, 'Gem');
    await page.locator('#latency-error').waitFor();
    await latency.fill('5000');
    await key.uncheck();
    await page.getByLabel('Scenarie').selectOption('many');
    await page.waitForURL(/scenario=many/);
    assert.equal(await latency.inputValue(), '5000');
    assert.equal(await key.isChecked(), false);
    await press(page, 'Begynd forfra');
    await page.locator('#latency-error').waitFor({ state: 'detached' });
    assert.equal(await latency.inputValue(), '0');
    assert.equal(await key.isChecked(), true);
    await latency.fill('5');
    await press(page, 'Gem');
    await status(page).getByText('Indstillingerne er gemt.').waitFor();
    assert.equal(await latency.inputValue(), '5');
  });

  await t.test('a persona that was refused is not shown as chosen', async () => {
    await page.route('**/pilot/persona', (route) => route.fulfill({ status: 503 }), { times: 1 });
    const persona = page.getByLabel('Hvem ser på?');
    await persona.selectOption('citizen');
    await status(page).getByText('Prøvemiljøet sagde nej').waitFor();
    assert.equal(await persona.inputValue(), 'all');
  });
  assertNoProblems(problems);
});
