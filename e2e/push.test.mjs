/** An authority pushes with curl, and the open demo page shows it by itself. Run `npm run build` first. */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import test from 'node:test';
import { promisify } from 'node:util';
import { startDemo } from '../scripts/lib/demo.mjs';
import { openPage } from './browser-page.mjs';
import { startPilot } from './servers.mjs';

const run = promisify(execFile);

/** The example of the public Frister API (shared/domain.md, 3). */
const FRISTER_EXAMPLE = {
  overskrift: 'Min titel',
  beskrivelse: '<p>Min beskrivelse opdateret</p>\n',
  fristDato: '17-11-2031',
  link: 'https://virk.dk',
  modtagere: '',
};

/** With the real curl where there is one: status, `Location` and body of the answer. */
async function curlPost(url, body) {
  const args = ['-s', '-i', '-X', 'POST', url, '-H', 'Content-Type: application/json', '-d', body];
  const answer = await run('curl', args).catch((error) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (!answer) {
    const response = await fetch(url, { method: 'POST', body });
    return {
      status: response.status,
      location: response.headers.get('Location'),
      body: await response.text(),
    };
  }
  const [head, text] = answer.stdout.split('\r\n\r\n');
  return {
    status: Number(head.split(' ')[1]),
    location: /^location: (.*)$/im.exec(head)?.[1],
    body: text,
  };
}

const post = (pilot, item) => curlPost(`${pilot.url}/calendar/1/frister`, JSON.stringify(item));

async function openDemo(t) {
  const pilot = await startPilot(t);
  const { port: pilotPort } = new URL(pilot.url);
  const server = await startDemo({ port: 0, pilotPort });
  t.after(() => {
    server.close();
    server.closeAllConnections();
  });
  const { port } = server.address();
  const opened = await openPage(t, `http://localhost:${port}`, {
    allowed: [`http://localhost:${pilotPort}`],
    context: { viewport: { width: 1000, height: 500 } },
  });
  await opened.page.goto(`http://localhost:${port}/`);
  const list = opened.page.locator('main skranke-deadline-list').first();
  await list.getByRole('button', { name: 'Næste' }).first().waitFor();
  // A documented attribute, followed live; the demo itself asks every 5 seconds.
  await list.evaluate((element) => element.setAttribute('refresh-seconds', '1'));
  return { pilot, list, ...opened };
}

/** Marks the document and the focused element; what must not change when news come in. */
async function holdPlace(page) {
  await page.evaluate(() => {
    let focused = document.activeElement;
    while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
    globalThis.readPlace = () => ({
      isFocused: focused.matches(':focus'),
      top: focused.getBoundingClientRect().top,
    });
  });
  return page.evaluate(() => globalThis.readPlace());
}

/** Fails after a reload too: then nobody knows of the place. */
async function assertSamePlace(page, before) {
  const { isFocused, top } = await page.evaluate(() => globalThis.readPlace());
  assert.equal(isFocused, true);
  assert.ok(Math.abs(top - before.top) <= 1, `moved from ${before.top} to ${top}`);
}

/** Scrolls by the wheel and waits until the page rests. */
async function scrollOn(page) {
  await page.mouse.move(300, 300);
  await page.mouse.wheel(0, 60);
  await page.waitForFunction(async () => {
    const start = scrollY;
    for (let frames = 0; frames < 6; frames += 1) await new Promise(requestAnimationFrame);
    return scrollY > 0 && scrollY === start;
  });
}

const waiting = async (list) =>
  Number((await list.getByText(/ting venter på/).textContent()).match(/\d+/)[0]);

test('a deadline posted with curl is in the open page after the index delay and the next poll', async (t) => {
  const { page, pilot, list, problems } = await openDemo(t);
  await list.getByRole('button', { name: 'Næste' }).first().click();
  await list.getByRole('button', { name: 'Forrige' }).first().waitFor();
  await list.getByRole('listitem').first().getByRole('button').focus();
  await scrollOn(page);
  const before = await holdPlace(page);
  const countBefore = await waiting(list);

  const posted = Date.now();
  const { status, location, body } = await post(pilot, FRISTER_EXAMPLE);
  assert.equal(status, 201);
  const { id, ...stored } = JSON.parse(body);
  assert.match(location, new RegExp(`/calendar/1/frister/${id}$`));
  assert.deepEqual(stored, FRISTER_EXAMPLE);

  const row = list.getByRole('button', { name: /Min titel.*17\. november 2031/ });
  await row.waitFor();
  assert.ok(Date.now() - posted >= 2000, 'not before the index delay');
  assert.equal(await waiting(list), countBefore + 1);
  await assertSamePlace(page, before);

  await row.press('Enter');
  await list.getByText('Min beskrivelse opdateret').waitFor();
  assert.equal(
    await list.getByRole('link', { name: /Gå til løsningen/ }).getAttribute('href'),
    'https://virk.dk',
  );
  assert.deepEqual(problems, []);
});

test('a row that comes in above the focused one moves neither focus nor what is on screen', async (t) => {
  const { page, pilot, list, problems } = await openDemo(t);
  await pilot.control('index-delay', { ms: 0 });
  const focused = list.getByRole('listitem').nth(7).getByRole('button');
  await focused.focus();
  await scrollOn(page);
  const before = await holdPlace(page);

  await pilot.push('frister', {
    ...FRISTER_EXAMPLE,
    overskrift: 'Allerede for sent',
    fristDato: '01-01-2020',
  });
  await list.getByRole('button', { name: /Overskredet: Allerede for sent/ }).waitFor();
  await assertSamePlace(page, before);
  assert.deepEqual(problems, []);
});

test('what the Frister API refuses is never stored', async (t) => {
  const pilot = await startPilot(t);
  const list = async () => (await fetch(`${pilot.url}/calendar/1/frister?size=500`)).text();
  const before = await list();
  const refused = [
    [{ fristDato: '01-01-2020' }, 'fristDato'],
    [{ overskrift: 'x'.repeat(256) }, 'overskrift'],
    [{ modtagere: '99000001;123' }, 'modtagere'],
  ];
  for (const [wrong, field] of refused) {
    const { status, body } = await post(pilot, { ...FRISTER_EXAMPLE, ...wrong });
    assert.equal(status, 422, field);
    assert.deepEqual(Object.keys(JSON.parse(body)), [field]);
  }
  assert.equal((await curlPost(`${pilot.url}/calendar/1/frister`, '{"overskrift": "Min')).status, 400);
  assert.equal(await list(), before);
});
