/**
 * The kit in React, Vue, Svelte and Angular: the packed package, installed by each example's own lock file, built
 * with the framework's own tools, and used in a browser. Run `npm run build` first.
 */
import assert from 'node:assert/strict';
import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import test, { before } from 'node:test';
import { openPage } from '../../e2e/browser-page.mjs';
import { startPilot } from '../../e2e/servers.mjs';
import { serveExample } from '../../scripts/lib/demo.mjs';
import { packKit, prepareExample, runIn } from '../../scripts/lib/examples.mjs';
import { ROOT } from '../../scripts/lib/project.mjs';

const UUID = /^[0-9a-f-]{36}$/;
const PASSPORT = '163710ae-5078-350c-0000-0000000f1006';
const MISSPELT = { react: 'tsx', vue: 'vue', svelte: 'svelte', angular: 'ts' };

before(packKit);

async function openExample(t, name) {
  const pilot = await startPilot(t, '--clock', '2026-11-22T10:00:00+01:00');
  const pilotPort = Number(new URL(pilot.url).port);
  const server = await serveExample(name, { port: 0, pilotPort });
  t.after(() => {
    server.close();
    server.closeAllConnections();
  });
  const origin = `http://localhost:${server.address().port}`;
  const opened = await openPage(t, origin, { allowed: [`http://localhost:${pilotPort}`] });
  await opened.page.goto(origin);
  const line = async (label) => {
    const text = await opened.page.locator('p', { hasText: new RegExp(`^${label}:`) }).textContent();
    return text.slice(label.length + 1).trim();
  };
  return { pilot, line, ...opened };
}

/** Attributes, properties and events of the list, and that it comes and goes with the framework. */
async function useList({ page, line }) {
  await page.getByRole('heading', { name: 'Det venter på os' }).waitFor();
  const waiting = page.getByRole('region', { name: /^Afventer virksomhed/ });
  const rows = waiting.getByRole('button', { expanded: false });
  await rows.first().waitFor();
  assert.equal(await rows.count(), 5, 'an attribute sets the rows a page');

  await rows.first().click();
  await page.getByText(/^Åbnet: ./).waitFor();
  assert.match(await line('Åbnet'), /^[fs]-\d+$/);

  const overdue = page.getByRole('button', { name: /^Overskredet \(/ });
  assert.equal(await overdue.getAttribute('aria-pressed'), 'false');
  await page.getByRole('button', { name: 'Kun overskredne' }).click();
  await page.getByRole('button', { name: /^Overskredet \(/, pressed: true }).waitFor();

  const toggle = page.getByRole('button', { name: 'Vis eller skjul listen' });
  await toggle.click();
  await page.locator('skranke-deadline-list').waitFor({ state: 'detached' });
  await toggle.click();
  await rows.first().waitFor();
}

/** The theme came through the host's build as it was. */
async function checkTheme({ page }) {
  const surface = await page.evaluate(() =>
    getComputedStyle(document.documentElement).getPropertyValue('--skranke-surface'),
  );
  assert.match(surface, /^light-dark\(#fff/);
}

/** The picker as a field: what is typed in it never reaches the host, ids do, and the host's own value too. */
async function usePicker({ page, line }) {
  const picker = page.locator('skranke-contact-point-picker');
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await picker.getByText('Der er problemer').waitFor();
  assert.equal(await line('Sendt'), '', 'a required field that is empty stops the form');

  await picker.getByRole('searchbox').pressSequentially('byggesag', { delay: 5 });
  const row = picker.getByRole('button', { name: /bygge/i }).first();
  await row.waitFor();
  assert.equal(await line('Set'), '', 'what is typed inside stays inside');
  await row.click();
  await page.getByText(/^Valgt: ./).waitFor();
  const [chosen, ...more] = (await line('Set')).split(' ');
  assert.match(chosen, UUID);
  assert.deepEqual(more, []);
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await page.getByText(`Sendt: ${chosen}`).waitFor();

  await page.getByRole('button', { name: 'Vælg pas' }).click();
  await picker.getByText('Fornyelse af pas').first().waitFor();
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await page.getByText(`Sendt: ${PASSPORT}`).waitFor();
  for (const value of (await line('Set')).split(' ')) assert.match(value, UUID);
}

/** The line that has Chromium compile the bundle while it comes in outlives the minifier. */
async function checkFirstLine({ page }) {
  const text = await page.evaluate(async () => {
    const script = await fetch(document.querySelector('script[type=module]').src);
    return script.text();
  });
  assert.match(text, /^\/\/# allFunctionsCalledOnLoad\n/);
}

/** The lines at which the type check complains of a file. */
function complaints(output, file) {
  const places = stripVTControlCharacters(output).matchAll(new RegExp(`${file}[(:](\\d+)`, 'g'));
  return [...new Set([...places].map(([, line]) => Number(line)))].sort((a, b) => a - b);
}

for (const [name, extension] of Object.entries(MISSPELT)) {
  test(name, { timeout: 900_000 }, async (t) => {
    const folder = await prepareExample(name);

    await t.test('works in the browser', async (t) => {
      const opened = await openExample(t, name);
      await checkTheme(opened);
      if (name === 'svelte') await checkFirstLine(opened);
      await useList(opened);
      await usePicker(opened);
      assert.deepEqual([...opened.problems, ...opened.warnings], []);
    });

    await t.test(
      'a misspelt attribute, value, event or detail fails the compile, and nothing else does',
      async () => {
        await runIn(folder, 'npm', 'run', 'types');
        const source = join(ROOT, 'examples/tests/misspelt', `${name}.${extension}`);
        cpSync(source, join(folder, 'src', `Misspelt.${extension}`));
        const output = await runIn(folder, 'npm', 'run', 'types').then(
          () => '',
          (error) => error.message,
        );
        const wrong = readFileSync(source, 'utf8')
          .split('\n')
          .flatMap((text, index) => (text.trim().startsWith('<skranke-') ? [index + 1] : []));
        assert.ok(wrong.length > 3);
        assert.deepEqual(complaints(output, `Misspelt\\.${extension}`), wrong);
      },
    );
  });
}
