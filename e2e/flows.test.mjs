/**
 * The whole task of each widget on the demo pages, by keyboard alone: at each step the key, where the focus goes and what
 * is read out, as docs/accessibility-tables/flows.md has it. `UPDATE_SNAPSHOTS=1` writes that anew; `TEST_ENGINE=firefox` must
 * give the same. Run `npm run build` first.
 */
import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import test, { before } from 'node:test';
import { format, resolveConfig } from 'prettier';
import { startDemo } from '../scripts/lib/demo.mjs';
import { ROOT } from '../scripts/lib/project.mjs';
import { openPage } from './browser-page.mjs';
import { startPilot } from './servers.mjs';

const CLOCK = '2026-11-22T10:00:00+01:00';
const FILE = join(ROOT, 'docs/accessibility-tables/flows.md');
const MOST_TABS = 60;
/** Said only where something takes its time. */
const PROGRESS = /…$/;

/**
 * Steps: `[role, name]` to go to by Tab (`back`: by Shift+Tab), then `type` and `press`; then `hears` is waited for, or the
 * focus on `lands`. With neither role nor name the focus stays where it is.
 */
const FLOWS = {
  'Contact point picker': {
    path: '/borger.html',
    ready: 'Hvem vil du skrive til?',
    steps: [
      { to: ['searchbox', /^Navn på myndighed/], type: 'fjordby', hears: /^2 resultater$/ },
      { to: ['button', 'Fjordby Kommune'], press: 'Enter', hears: /^\d+ kontaktpunkter$/ },
      { to: ['searchbox', /^Hvad vil du skrive om/], type: 'fornyelse pas', hears: /^\d+ resultat/ },
      { to: ['button', /^Fornyelse af pas/], press: 'Enter', lands: ['heading', /^Du har valgt/] },
      { to: ['link', /^Skriv besked/] },
      { to: ['button', 'Vælg en anden'], press: 'Enter', lands: ['button', /^Fornyelse af pas/] },
    ],
  },
  'Deep-link card': {
    path: '/borger.html',
    ready: 'Hvem vil du skrive til?',
    before: [
      { to: ['searchbox', /^Navn på myndighed/], type: 'fjordby', hears: /^2 resultater$/ },
      { to: ['button', 'Fjordby Kommune'], press: 'Enter', hears: /^\d+ kontaktpunkter$/ },
      { to: ['searchbox', /^Hvad vil du skrive om/], type: 'fornyelse pas', hears: /^\d+ resultat/ },
      { to: ['button', /^Fornyelse af pas/], press: 'Enter', lands: ['heading', /^Du har valgt/] },
    ],
    steps: [
      { to: ['link', /^https:\/\/post\.demo\.borger\.dk/] },
      { to: ['button', /^Kopiér link/], press: 'Enter', hears: /^Linket er kopieret\.$/ },
      { to: ['button', /^Hent SVG/] },
      { to: ['button', /^Hent PNG/] },
      { to: ['button', 'Hent kvittering'] },
    ],
  },
  'Deadline list': {
    path: '/',
    ready: 'Kom og hør om de nye regler på Ågården.',
    steps: [
      { to: ['button', /^Overskredet \(2\)$/], press: 'Space', hears: /^Viser 1–2 af 2$/ },
      { to: ['button', /Overskredet: Indsend årsregnskab/], press: 'Enter' },
      { to: ['link', /^Start nu/] },
      { to: ['button', /^Alle \(\d+\)$/], back: true, press: 'Enter', hears: /^Viser 1–12 af 17$/ },
      { to: ['button', 'Næste'], press: 'Enter', hears: /^Viser 13–17 af 17$/ },
      { to: ['button', /^Fjern beskeden/], press: 'Enter', hears: /^Beskeden .+ er fjernet\.$/ },
    ],
  },
  'Consent request': {
    path: '/samtykke.html',
    ready: 'Hvis du siger nej',
    steps: [
      { to: ['radio', /^Ja/], press: 'Space' },
      { to: ['button', 'Gå videre'], press: 'Enter', lands: ['group', /^Der er problemer/] },
      { to: ['link', /^Vælg ja eller nej til/], press: 'Enter', lands: ['radio', /^Ja/] },
      { press: 'ArrowDown', lands: ['radio', /^Nej/] },
      { to: ['button', 'Gå videre'], press: 'Enter', lands: ['heading', 'Tjek dit svar'] },
      { to: ['button', 'Send svar'], press: 'Enter', hears: /^Dit svar er modtaget/ },
      { to: ['button', /^Tilbagekald samtykke/], press: 'Enter' },
      { to: ['button', 'Ja, tilbagekald'], press: 'Enter', hears: /^Samtykket er tilbagekaldt/ },
    ],
  },
  'Message recall': {
    path: '/intranet.html',
    ready: 'Indkaldelse til samtale',
    steps: [
      { to: ['button', 'Vis CPR-nummer'], press: 'Space', hears: /^CPR-nummeret vises$/ },
      {
        to: ['button', 'Tilbagekald'],
        press: 'Enter',
        lands: ['heading', 'Vil du tilbagekalde meddelelsen?'],
      },
      { press: 'Escape', lands: ['button', 'Tilbagekald'] },
      { press: 'Enter', lands: ['heading', 'Vil du tilbagekalde meddelelsen?'] },
      { to: ['button', 'Bekræft tilbagekald'], press: 'Enter', hears: /^Meddelelsen er tilbagekaldt/ },
      { to: ['button', 'Hent kvittering'] },
    ],
  },
};

/** In the page, before its own scripts: what the live regions say, also inside shadow roots (a dialog has its own). */
function listen() {
  const lines = [];
  Object.defineProperty(window, Symbol.for('test.announced'), { value: lines });
  const watch = (root) =>
    new MutationObserver((records) => {
      for (const { target, addedNodes } of records)
        if (target.matches?.('[aria-live]'))
          lines.push(...[...addedNodes].map((node) => node.textContent.trim()));
    }).observe(root, { childList: true, subtree: true });
  watch(document);
  const { attachShadow } = Element.prototype;
  Element.prototype.attachShadow = function (init) {
    const root = attachShadow.call(this, init);
    watch(root);
    return root;
  };
}

const focused = (page, [role, name]) =>
  page.getByRole(role, { name, exact: true }).and(page.locator(':focus'));

async function tabTo(page, what, key) {
  for (let presses = 0; presses < MOST_TABS; presses += 1) {
    await page.keyboard.press(key);
    if ((await focused(page, what).count()) === 1) return;
  }
  throw new Error(`no ${what.join(' ')} within ${MOST_TABS} presses of ${key}`);
}

/** What has the focus, as a screen reader has it: `button "Næste"`; what has no name with its words. */
async function readFocus(page) {
  const [line] = (await page.locator(':focus').last().ariaSnapshot()).split('\n');
  const text = line.replace(/^- (?:'(.*)'(:.*)?|(.*))$/, '$1$2$3').replaceAll("''", "'");
  const [named] = /^\w+ "(?:[^"\\]|\\.)*"(?: \[[^\]]*\])*/.exec(text) ?? [text];
  return named.replaceAll(/localhost:\d+/g, 'localhost');
}

/** While somebody types, how many results are said between is a matter of speed. */
const settle = (lines) =>
  lines.filter((line, index) => !/^\d+ result/.test(line) || index === lines.length - 1);

async function take(page, { to, back, type, press, hears, lands }, heard) {
  const row = { keys: [], on: '', focus: '', said: '' };
  if (to) {
    await tabTo(page, to, back ? 'Shift+Tab' : 'Tab');
    row.keys.push(back ? 'Shift+Tab' : 'Tab');
    row.on = await readFocus(page);
  }
  if (type) await page.keyboard.type(type);
  if (type) row.keys.push(`‘${type}’`);
  if (press) await page.keyboard.press(press);
  if (press) row.keys.push(press);
  if (hears) await heard.wait(hears);
  if (lands) await focused(page, lands).waitFor();
  row.focus = type || press ? await readFocus(page) : '';
  row.said = settle(await heard.fresh()).join(' · ');
  return row;
}

/** What was read out; `fresh()`: since the last time. */
function ear(page) {
  let read = 0;
  const all = async () =>
    (await page.evaluate(() => window[Symbol.for('test.announced')])).filter(
      (line) => line && !PROGRESS.test(line),
    );
  return {
    wait: (words) =>
      page.waitForFunction(
        ([source, from]) =>
          window[Symbol.for('test.announced')]
            .filter((line) => line && !/…$/.test(line))
            .slice(from)
            .some((line) => new RegExp(source).test(line)),
        [words.source, read],
      ),
    fresh: async () => {
      const lines = (await all()).slice(read);
      read += lines.length;
      return lines;
    },
  };
}

async function runFlow(t, { path, ready, before: first = [], steps }) {
  const pilot = await startPilot(t, '--clock', CLOCK);
  const pilotPort = Number(new URL(pilot.url).port);
  const server = await startDemo({ port: 0, pilotPort });
  t.after(() => {
    server.close();
    server.closeAllConnections();
  });
  const origin = `http://localhost:${server.address().port}`;
  const { page, problems } = await openPage(t, origin, { allowed: [`http://localhost:${pilotPort}`] });
  await page.clock.setFixedTime(new Date(CLOCK));
  await page.addInitScript(listen);
  // Not every driver can give the right to the clipboard.
  await page.addInitScript(() => {
    if (navigator.clipboard) navigator.clipboard.writeText = async () => {};
  });
  await page.goto(origin + path);
  await page.getByText(ready).first().waitFor();
  const heard = ear(page);
  for (const step of first) await take(page, step, heard);
  const rows = [];
  for (const step of steps) rows.push(await take(page, step, heard));
  assert.deepEqual(problems, []);
  return rows;
}

const cell = (text) => text.replaceAll('|', '\\|').replaceAll('<', '&lt;');

function tableOf(name, rows) {
  return [
    `## ${name}`,
    '',
    '| | keys | on | then the focus is on | read out |',
    '| ---: | --- | --- | --- | --- |',
    ...rows.map(({ keys, on, focus, said }, index) => {
      const place = focus === on ? '(the same)' : focus;
      return `| ${index + 1} | ${[keys.join(', '), on, place, said].map(cell).join(' | ')} |`;
    }),
    '',
  ].join('\n');
}

const HEAD = `# The whole task of each widget, by keyboard and by ear

On the demo pages in Danish (\`e2e/flows.test.mjs\`, in Chromium, and in Firefox by \`npm run test:browsers\`: both give this text). ‘Tab’: as often
as it takes. ‘Read out’: by the live region, beside what has the focus; lines such as ‘Henter …’, which come only where something takes
its time, are left out. Written by \`UPDATE_SNAPSHOTS=1 node --test e2e/flows.test.mjs\`.

`;

let written;
const tables = [];

before(async () => {
  written = existsSync(FILE) ? readFileSync(FILE, 'utf8') : '';
});

async function formatted(text) {
  return format(text, { ...(await resolveConfig(FILE)), parser: 'markdown' });
}

for (const [name, flow] of Object.entries(FLOWS))
  test(`${name}: the whole task by keyboard, and what is read out`, async (t) => {
    const table = tableOf(name, await runFlow(t, flow));
    tables.push(table);
    if (!process.env.UPDATE_SNAPSHOTS) {
      const known = written.split(/^(?=## )/m).find((part) => part.startsWith(`## ${name}\n`)) ?? '';
      assert.equal(
        (await formatted(table)).trim(),
        known.trim(),
        'if it is meant, run with UPDATE_SNAPSHOTS=1',
      );
    } else if (tables.length === Object.keys(FLOWS).length)
      writeFileSync(FILE, await formatted(HEAD + tables.join('\n')));
  });
