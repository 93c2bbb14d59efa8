/** Pages with the documented security header, and with stricter ones that take something from the kit. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { serveExample } from '../scripts/lib/demo.mjs';
import { filesBelow, ROOT } from '../scripts/lib/project.mjs';
import { contentSecurityPolicy } from '../scripts/lib/static-server.mjs';
import { openPage, recordEvents } from './browser-page.mjs';
import { hostPage, KIT, serveSite, startPilot } from './servers.mjs';

const HTML_NOTICE = {
  overskrift: 'Opslag med formatering',
  beskrivelse:
    '<p onclick="globalThis.hurt = 1">Se <a href="https://virk.dk">Virk</a> og <a href="javascript:hurt()">her</a>.</p><ul><li>Et punkt</li></ul><script>globalThis.hurt = 2</script><img src=x onerror="globalThis.hurt = 3">',
  fristDato: '17-11-2031',
  modtagere: '',
};

async function startPilotWithHtml(t) {
  const pilot = await startPilot(t);
  await pilot.control('scenario', { name: 'empty' });
  await pilot.control('index-delay', { ms: 0 });
  await pilot.push('frister', HTML_NOTICE);
  await pilot.push('beskeder', { ...HTML_NOTICE, overskrift: 'Lukket i påsken' });
  await pilot.push('sager', { overskrift: 'Byggesag', status: 'Modtaget', modtagere: '' });
  await pilot.push('tilladelser', { overskrift: 'Alkoholbevilling', modtagere: '' });
  return pilot;
}

/** @param t the test @param name of the example */
async function openExample(t, name) {
  const pilot = await startPilotWithHtml(t);
  const pilotPort = Number(new URL(pilot.url).port);
  const server = await serveExample(name, { port: 0, pilotPort });
  t.after(() => {
    server.close();
    server.closeAllConnections();
  });
  const origin = `http://localhost:${server.address().port}`;
  const opened = await openPage(t, origin, { allowed: [`http://localhost:${pilotPort}`] });
  const recorded = await recordEvents(opened.page);
  await opened.page.goto(origin);
  return { pilot, origin, ...opened, ...recorded };
}

test('under the documented header the whole list works without a single breach', async (t) => {
  const { page, pilot, problems, warnings, requests, waitForEvent } = await openExample(t, 'strict-csp');
  await waitForEvent('skranke-ready');
  for (const name of ['Afventer virksomhed', 'Igangværende sager', 'Beskeder', 'Tilladelser'])
    await page.getByRole('heading', { name, exact: true }).waitFor();

  const row = page.getByRole('button', { name: /Opslag med formatering/ });
  await row.click();
  const item = page.getByRole('listitem').filter({ has: row });
  await item.getByText('Et punkt').waitFor();
  const link = item.getByRole('link', { name: 'Virk (åbner i nyt vindue)' });
  assert.equal(await link.getAttribute('href'), 'https://virk.dk');
  assert.equal(await item.getByRole('link', { name: /her/ }).count(), 0);
  assert.ok(requests.some((request) => /skranke-sanitizer-/.test(request)));
  await page.getByText('Sidst åbnet: f-1001').waitFor();

  await page.getByRole('button', { name: 'Fjern beskeden Lukket i påsken' }).click();
  await waitForEvent('skranke-notice-dismissed');
  await page.getByRole('heading', { name: 'Lukket i påsken' }).waitFor({ state: 'detached' });
  assert.equal(await page.evaluate(() => globalThis.hurt), undefined);
  assert.deepEqual([...problems, ...warnings], []);

  await pilot.control('scenario', { name: 'contract-broken' });
  await page.reload();
  const list = page.locator('skranke-deadline-list');
  await list.getByText('Svaret fra systemet mangler noget').first().waitFor();
  await page.getByRole('link', { name: 'virk.dk' }).waitFor();
  await pilot.control('scenario', { name: 'empty' });
  await page.getByRole('button', { name: 'Prøv igen' }).click();
  await list.getByText('Intet venter på virksomheden lige nu').first().waitFor();
  assert.deepEqual(problems, []);
  assert.equal(warnings.length, 1);
});

test('under the documented header hostile texts of an authority breach nothing and run nothing', async (t) => {
  const { page, pilot, problems, warnings, waitForEvent } = await openExample(t, 'strict-csp');
  await pilot.control('scenario', { name: 'hostile' });
  await page.reload();
  await waitForEvent('skranke-ready');
  const closed = page.getByRole('button', { expanded: false });
  for (let rows = await closed.count(); rows > 0; rows -= 1) {
    await closed.first().click();
    assert.equal(await closed.count(), rows - 1);
  }
  await page.getByText('Billede med handler').waitFor();
  await page.getByText('Dækker siden').waitFor();
  assert.equal(await page.evaluate(() => globalThis.__skrankeHarmed), undefined);
  assert.deepEqual(problems, []);
  // The page before may have had them already.
  assert.ok(new Set(warnings).size <= 1, warnings.join());
});

test('the plain example works', async (t) => {
  const { page, problems, waitForEvent } = await openExample(t, 'plain');
  await waitForEvent('skranke-ready');
  await page.getByRole('button', { name: /Opslag med formatering/ }).click();
  await page.getByText('Sidst åbnet: f-1001').waitFor();
  assert.deepEqual(problems, []);
});

test('the header in the documentation is the one that is tested', () => {
  const readme = readFileSync(join(ROOT, 'examples/README.md'), 'utf8');
  const documented = /```text\n([\s\S]*?)\n```/.exec(readme)[1].replaceAll(/\s+/g, ' ');
  assert.equal(documented, contentSecurityPolicy(['https://backend.example']));
});

/** A page with one open HTML row, under a policy of its own. */
async function openRow(t, { policy, routes = {}, scripts = '' }) {
  const pilot = await startPilotWithHtml(t);
  const list = `<skranke-deadline-list backend-url="${pilot.url}"><p>Ring til kommunen.</p></skranke-deadline-list>`;
  const origin = await serveSite(
    t,
    { '/': hostPage({ head: KIT + scripts, body: list }), ...routes },
    { connect: [pilot.url], ...(policy && { policy: policy(contentSecurityPolicy([pilot.url])) }) },
  );
  const opened = await openPage(t, origin, { allowed: [pilot.url] });
  const recorded = await recordEvents(opened.page);
  await opened.page.goto(origin);
  return { ...opened, ...recorded };
}

async function assertPlainText({ page, events, waitForEvent }) {
  await page.getByRole('button', { name: /Opslag med formatering/ }).click();
  await page.getByText('Se Virk og her.').waitFor();
  await page.getByText('Et punkt').waitFor();
  assert.equal(await page.getByRole('link', { name: 'Virk' }).count(), 0);
  assert.equal(await page.getByText('onerror').count(), 0);
  await waitForEvent('skranke-error');
  const errors = (await events()).filter(([type]) => type === 'skranke-error');
  assert.deepEqual(errors, [['skranke-error', { kind: 'config', retryable: false }]]);
}

const ofKit = (warnings) => warnings.filter((text) => text.startsWith('[skranke]'));

test('a sanitiser that cannot be fetched: plain text, one event, one warning', async (t) => {
  const [file] = filesBelow('dist/cdn').filter((path) => path.includes('skranke-sanitizer-'));
  const opened = await openRow(t, { routes: { [`/${file}`]: undefined } });
  await assertPlainText(opened);
  assert.equal(opened.warnings.length, 1);
  // The browser itself reports the missing file.
  assert.deepEqual(
    opened.problems.filter((text) => !text.includes('404')),
    [],
  );
});

test('a policy that forbids the sanitiser: plain text, one event, one warning of the kit', async (t) => {
  const opened = await openRow(t, { policy: (text) => text.replace(' dompurify', '') });
  await assertPlainText(opened);
  assert.equal(ofKit(opened.warnings).length, 1);
  assert.ok(opened.problems.every((text) => !text.startsWith('uncaught')));
});

test("a policy that forbids Lit: what stands inside the element stays, and the page's other scripts run", async (t) => {
  const { page, problems } = await openRow(t, {
    policy: (text) => text.replace(/trusted-types [^;]*/, 'trusted-types other'),
    scripts: '<script type="module" src="/other.js"></script>',
    routes: { '/other.js': 'document.body.append("Værtens eget script");' },
  });
  await page.getByText('Værtens eget script').waitFor();
  await page.getByText('Ring til kommunen.').waitFor();
  assert.equal(await page.evaluate(() => customElements.get('skranke-deadline-list')), undefined);
  // Lit throws where its policy is refused; that one error cannot be caught from inside the kit.
  assert.equal(problems.filter((text) => text.startsWith('uncaught')).length, 1);
});
