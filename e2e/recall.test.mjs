/**
 * Recall over HTTP: a message sent with curl's request, recalled in a page by its reader's clicks; and pages that are
 * framed. Run `npm run build` first.
 */
import assert from 'node:assert/strict';
import test from 'node:test';
import { openPage } from './browser-page.mjs';
import { hostPage, KIT, listen, serveSite, startPilot } from './servers.mjs';

const send = async (pilot, message) => {
  const answer = await fetch(`${pilot.url}/digital-post/messages`, {
    method: 'POST',
    body: JSON.stringify({
      label: 'Brev om din ansøgning',
      sender: { senderID: '12345678', idType: 'CVR', label: 'Fjordby Kommune' },
      recipient: { recipientID: '1112131016', idType: 'CPR' },
      ...message,
    }),
  });
  return (await answer.json()).messageUUID;
};
const eventsOf = async (pilot, id) => {
  const { events } = await (await fetch(`${pilot.url}/digital-post/messages/${id}/events`)).json();
  return events.map(({ event }) => event);
};

const CLOCK = '2026-11-22T10:00:00+01:00';

const bodyFor = (pilot, script) => `${KIT}<script type="module" src="/${script}.js"></script>
  <skranke-message-recall backend-url="${pilot.url}"></skranke-message-recall>`;

/** @param setting more for `configure()` */
const scriptWith = (setting) => `import { configure } from '/dist/cdn/skranke.js';
  configure({ now: () => Date.parse('${CLOCK}'), ${setting} });`;

async function lookUp(root, id) {
  await root.getByRole('textbox', { name: 'MeddelelsesID' }).fill(id);
  await root.getByRole('button', { name: 'Slå op' }).click();
}

test('a message sent over HTTP is recalled, and its log says so; past the value date it is refused', async (t) => {
  const pilot = await startPilot(t, '--clock', CLOCK);
  const routes = { '/': hostPage({ body: bodyFor(pilot, 'host') }), '/host.js': scriptWith('') };
  const site = await serveSite(t, routes, { connect: [pilot.url] });
  const id = await send(pilot, { doNotDeliverUntilDate: '2026-12-01' });
  const { page, problems, requests } = await openPage(t, site, { allowed: [pilot.url] });
  await page.goto(site);
  await lookUp(page, id.replaceAll('-', ''));
  await page.getByRole('button', { name: 'Tilbagekald', exact: true }).click();
  await page.getByRole('button', { name: 'Bekræft tilbagekald' }).dblclick();
  await page.getByRole('heading', { name: 'Kvittering for tilbagekald' }).waitFor();
  assert.deepEqual(await eventsOf(pilot, id), [
    ...['Valideret', 'Valideret – sendes efter valør', 'Tilbagekaldt'],
  ]);
  assert.equal(requests.filter((line) => line.startsWith('POST')).length, 1);

  const late = await send(pilot, { doNotDeliverUntilDate: '2026-11-23' });
  await lookUp(page, late);
  await page.getByText('Det er i dag.').first().waitFor();
  await pilot.control('clock', { now: '2026-11-23T00:00:00+01:00' });
  await page.getByRole('button', { name: 'Tilbagekald', exact: true }).click();
  await page.getByRole('button', { name: 'Bekræft tilbagekald' }).click();
  await page.getByText('Det er for sent at tilbagekalde').first().waitFor();
  assert.equal((await eventsOf(pilot, late)).includes('Tilbagekaldt'), false);
  // The browser itself writes of the 409.
  assert.deepEqual(
    problems.filter((line) => !line.includes('409')),
    [],
  );
});

const FRAMINGS = {
  stranger: ['', false],
  allowed: ['frameOrigins: [document.referrer.slice(0, -1)]', true],
  other: ["frameOrigins: ['https://portal.example.dk']", false],
};

test('a page in a frame recalls only where the host allows the origin around it', async (t) => {
  const pilot = await startPilot(t, '--clock', CLOCK);
  const routes = Object.entries(FRAMINGS).flatMap(([name, [setting]]) => [
    [`/${name}.html`, hostPage({ body: bodyFor(pilot, name) })],
    [`/${name}.js`, scriptWith(setting)],
  ]);
  // Without the documented header, that would not let itself be framed at all.
  const site = await serveSite(t, Object.fromEntries(routes), { policy: null });
  const frames = Object.keys(FRAMINGS).map(
    (name) => `<iframe id="${name}" src="${site}/${name}.html"></iframe>`,
  );
  // Another port is another origin.
  const around = await listen(t, (_, response) =>
    response.writeHead(200, { 'Content-Type': 'text/html' }).end(hostPage({ body: frames.join('') })),
  );
  const { page } = await openPage(t, around, { allowed: [site, pilot.url] });
  await page.goto(around);
  for (const [name, [, isAllowed]] of Object.entries(FRAMINGS)) {
    const inside = page.frameLocator(`#${name}`);
    await lookUp(inside, '5e57d000-0000-4000-8000-000000000001');
    await inside.getByRole('heading', { name: 'Indkaldelse til samtale' }).waitFor();
    const button = inside.getByRole('button', { name: 'Tilbagekald', exact: true });
    assert.equal(await button.count(), isAllowed ? 1 : 0, name);
    const refusal = inside.locator('skranke-message-recall').getByText('Du kan ikke tilbagekalde herfra');
    assert.equal(await refusal.count(), isAllowed ? 0 : 1, name);
  }
});
