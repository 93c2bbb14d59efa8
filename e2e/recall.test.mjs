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

/** A page with the element, and the pilot behind it. */
async function serve(t, script = '') {
  const pilot = await startPilot(t, '--clock', '2026-11-22T10:00:00+01:00');
  const body = `${KIT}<script type="module" src="/host.js"></script>
    <skranke-message-recall backend-url="${pilot.url}"></skranke-message-recall>`;
  const host = `import { configure } from '/dist/cdn/skranke.js';
    configure({ now: () => Date.parse('2026-11-22T10:00:00+01:00')${script} });`;
  const site = await serveSite(t, { '/': hostPage({ body }), '/host.js': host }, { connect: [pilot.url] });
  return { pilot, site };
}

async function lookUp(root, id) {
  await root.getByRole('textbox', { name: 'MeddelelsesID' }).fill(id);
  await root.getByRole('button', { name: 'Slå op' }).click();
}

test('a message sent over HTTP is recalled, and its log says so; past the value date it is refused', async (t) => {
  const { pilot, site } = await serve(t);
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
  await page.getByText('Det er i dag.').waitFor();
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

const FRAMINGS = [
  ['by a stranger', '', false],
  ['by an origin that the host allows', ', frameOrigins: [document.referrer.slice(0, -1)]', true],
  ['by another than the host allows', ", frameOrigins: ['https://portal.example.dk']", false],
];

for (const [by, script, isAllowed] of FRAMINGS) {
  test(`a page that is framed ${by} ${isAllowed ? 'recalls' : 'does not recall'}`, async (t) => {
    const { pilot, site } = await serve(t, script);
    // Another port is another origin.
    const frame = await listen(t, (_, response) =>
      response
        .writeHead(200, { 'Content-Type': 'text/html' })
        .end(hostPage({ body: `<iframe src="${site}/" width="800" height="600"></iframe>` })),
    );
    const { page } = await openPage(t, frame, { allowed: [site, pilot.url] });
    await page.goto(frame);
    const inside = page.frameLocator('iframe');
    await lookUp(inside, '5e57d000-0000-4000-8000-000000000001');
    await inside.getByRole('heading', { name: 'Indkaldelse til samtale' }).waitFor();
    const button = inside.getByRole('button', { name: 'Tilbagekald', exact: true });
    assert.equal(await button.count(), isAllowed ? 1 : 0);
    assert.equal(await inside.getByText('Du kan ikke tilbagekalde herfra').count(), isAllowed ? 0 : 1);
  });
}
