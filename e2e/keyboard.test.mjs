/**
 * The main task on the demo page by keyboard alone, in both languages: what has the focus is found by role and name
 * only, what is read out is asserted in order, and the whole page is compared with a committed snapshot of its
 * accessibility tree. `UPDATE_SNAPSHOTS=1` writes the snapshots anew.
 */
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { startDemo } from '../scripts/lib/demo.mjs';
import { ROOT } from '../scripts/lib/project.mjs';
import { openPage, recordEvents } from './browser-page.mjs';
import { startPilot } from './servers.mjs';

const CLOCK = '2026-11-22T10:00:00+01:00';
const SNAPSHOTS = join(ROOT, 'e2e/snapshots');
const MOST_TABS = 40;

const TASK = {
  da: {
    filter: /^Overskredet \(2\)$/,
    row: /Overskredet: Indsend årsregnskab/,
    action: 'Start nu (åbner i nyt vindue)',
    all: /^Alle \(\d+\)$/,
    next: 'Næste',
    section: 'Afventer virksomhed',
    dismiss: /^Fjern beskeden/,
    notices: 'Beskeder',
    announced: [
      /^Viser 1–2 af 2$/,
      /^Viser 1–12 af 17$/,
      /^Viser 13–17 af 17$/,
      /^Beskeden .+ er fjernet\.$/,
    ],
  },
  en: {
    filter: /^Overdue \(2\)$/,
    row: /Overdue: Indsend årsregnskab/,
    action: 'Start nu (opens in a new window)',
    all: /^All \(\d+\)$/,
    next: 'Next',
    section: 'Awaiting the company',
    dismiss: /^Remove the notice/,
    notices: 'Notices',
    announced: [
      /^Showing 1–2 of 2$/,
      /^Showing 1–12 of 17$/,
      /^Showing 13–17 of 17$/,
      /^The notice .+ has been removed\.$/,
    ],
  },
};

async function openDemo(t, lang) {
  const pilot = await startPilot(t, '--clock', CLOCK);
  const pilotPort = Number(new URL(pilot.url).port);
  const server = await startDemo({ port: 0, pilotPort });
  t.after(() => {
    server.close();
    server.closeAllConnections();
  });
  const origin = `http://localhost:${server.address().port}`;
  const opened = await openPage(t, origin, { allowed: [`http://localhost:${pilotPort}`] });
  const { page } = opened;
  const recorded = await recordEvents(page);
  await page.clock.setFixedTime(new Date(CLOCK));
  await page.addInitScript(() => {
    const lines = [];
    Object.defineProperty(window, Symbol.for('test.announced'), { value: lines });
    new MutationObserver((records) => {
      for (const { target, addedNodes } of records)
        if (target.matches?.('[aria-live]')) lines.push(...[...addedNodes].map((node) => node.textContent));
    }).observe(document, { childList: true, subtree: true });
  });
  await page.goto(origin);
  await recorded.waitForEvent('skranke-ready', 2);
  if (lang === 'en') {
    await tabTo(page, 'button', 'English');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: TASK.en.section }).waitFor();
    await page.getByRole('heading', { name: TASK.en.notices }).waitFor();
  }
  // Texts with markup come in once the sanitiser is there.
  await page.getByText('Kom og hør om de nye regler på Ågården.').waitFor();
  const announced = () => page.evaluate(() => window[Symbol.for('test.announced')]);
  return { ...opened, ...recorded, announced };
}

const focused = (page, role, name) => page.getByRole(role, { name, exact: true }).and(page.locator(':focus'));

/** Presses Tab until what is named has the focus. */
async function tabTo(page, role, name, key = 'Tab') {
  for (let presses = 0; presses < MOST_TABS; presses += 1) {
    await page.keyboard.press(key);
    if ((await focused(page, role, name).count()) === 1) return;
  }
  throw new Error(`no ${role} '${name}' within ${MOST_TABS} presses of ${key}`);
}

async function compareSnapshot(page, name) {
  const tree = `${await page.locator('body').ariaSnapshot()}\n`
    // The pilot's port is another one each time.
    .replaceAll(/localhost:\d+/g, 'localhost');
  const file = join(SNAPSHOTS, `${name}.txt`);
  if (process.env.UPDATE_SNAPSHOTS) {
    mkdirSync(SNAPSHOTS, { recursive: true });
    writeFileSync(file, tree);
  }
  assert.ok(existsSync(file), `no ${file}: run with UPDATE_SNAPSHOTS=1`);
  assert.equal(tree, readFileSync(file, 'utf8'));
}

for (const lang of ['da', 'en']) {
  test(`the main task by keyboard (${lang})`, async (t) => {
    const { page, problems, announced, events, waitForEvent } = await openDemo(t, lang);
    const task = TASK[lang];
    const start = (await announced()).length;
    const heard = async (count) => {
      await page.waitForFunction(
        (least) => window[Symbol.for('test.announced')].length >= least,
        start + count,
      );
      return (await announced()).slice(start);
    };
    await compareSnapshot(page, `demo.${lang}`);

    await tabTo(page, 'button', task.filter);
    await page.keyboard.press('Space');
    await heard(1);
    assert.equal(await focused(page, 'button', task.filter).getAttribute('aria-pressed'), 'true');

    await tabTo(page, 'button', task.row);
    await page.keyboard.press('Enter');
    assert.equal(await focused(page, 'button', task.row).getAttribute('aria-expanded'), 'true');
    await page.getByText('Vi har ikke modtaget regnskabet.').waitFor();
    await tabTo(page, 'link', task.action);
    assert.match(await focused(page, 'link', task.action).getAttribute('href'), /^https:\/\//);
    await tabTo(page, 'button', task.row, 'Shift+Tab');
    await compareSnapshot(page, `demo-open.${lang}`);
    await page.keyboard.press('Enter');
    assert.equal(await focused(page, 'button', task.row).getAttribute('aria-expanded'), 'false');

    await tabTo(page, 'button', task.all, 'Shift+Tab');
    await page.keyboard.press('Enter');
    await heard(2);
    await tabTo(page, 'button', task.next);
    await page.keyboard.press('Enter');
    await heard(3);
    // The button that was pressed is far below the new rows: reading goes on at their heading.
    await focused(page, 'heading', task.section).waitFor();

    await tabTo(page, 'button', task.dismiss);
    await page.keyboard.press('Enter');
    await waitForEvent('skranke-notice-dismissed');
    await focused(page, 'heading', task.notices).waitFor();
    const lines = await heard(4);
    assert.equal(lines.length, task.announced.length, lines.join(' | '));
    lines.forEach((line, index) => assert.match(line, task.announced[index]));
    assert.deepEqual(
      (await events()).map(([type]) => type).filter((type) => type !== 'skranke-ready'),
      ['skranke-activity-opened', 'skranke-notice-dismissed'],
    );
    assert.deepEqual(problems, []);
  });
}
