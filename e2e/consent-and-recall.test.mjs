/**
 * The two acts with legal weight, whole: an authority asks over HTTP, a citizen decides in a page, and the authority
 * sees it. Run `npm run build` first.
 */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { openPage, recordEvents } from './browser-page.mjs';
import { hostPage, KIT, serveSite, startPilot } from './servers.mjs';

const CLOCK = '2026-11-22T10:00:00+01:00';

/** What an authority sends and gets, as with curl. */
async function ask(pilot, method, path, body) {
  const response = await fetch(pilot.url + path, { method, body: body && JSON.stringify(body) });
  assert.ok(response.ok, `${method} ${path}: ${response.status}`);
  return response.json();
}

const posts = async (pilot, end) =>
  (await pilot.requests()).filter(({ method, path }) => method === 'POST' && path.endsWith(end));

describe('consent', () => {
  const TEMPLATE = {
    declaration: {
      heading: 'Samtykke til at dele din plan',
      introduction: 'Vi vil gerne vise din plan til dem, der hjælper dig.',
      legalBasis: 'Prøvelov § 7 (opdigtet)',
      refusalText: 'Siger du nej, taler vi kun med dig.',
      withdrawalText: 'Du kan tilbagekalde her på siden.',
    },
    consents: [
      { purpose: 'Vise planen til din læge', data: ['Planen'], recipients: ['Lægehuset'] },
      { purpose: 'Vise planen til din skole', data: ['Planen', 'Skema'], recipients: ['Fjordby Skole'] },
    ],
    answerBy: '2026-12-01',
  };

  /** A page with the request of an authority, which is made over HTTP. */
  async function openRequest(t, { body = (element) => element, routes = {}, ...options } = {}) {
    const pilot = await startPilot(t, '--clock', CLOCK);
    const element = (id) =>
      `<main><h1>Min side</h1>${body(
        `<skranke-consent-request backend-url="${pilot.url}" request-id="${id}"></skranke-consent-request>`,
      )}</main>`;
    const pages = {};
    const origin = await serveSite(t, pages, { connect: [pilot.url], ...options });
    const { id: templateId } = await ask(pilot, 'POST', '/consents/templates', TEMPLATE);
    const { id } = await ask(pilot, 'POST', '/consents/requests', {
      templateId,
      cpr: '1112131016',
      redirectUrl: `${origin}/sag?nr=42#/trin/3`,
    });
    const config = `import { configure } from '/dist/cdn/skranke.js'; configure({ allowedReturnOrigins: ['${origin}'] });`;
    Object.assign(pages, {
      '/': hostPage({ head: `${KIT}<script type="module" src="/config.js"></script>`, body: element(id) }),
      '/config.js': config,
      '/sag': hostPage({ body: '<h1>Din sag</h1>' }),
      ...routes,
    });
    const opened = await openPage(t, origin, { allowed: [pilot.url] });
    await opened.page.clock.setFixedTime(new Date(CLOCK));
    const recorded = await recordEvents(opened.page);
    return { pilot, id, origin, templateId, ...opened, ...recorded };
  }

  const option = (page, purpose, name) =>
    page.getByRole('group', { name: purpose }).getByRole('radio', { name });

  test('asked, decided, led back, withdrawn; and the authority sees each of it', async (t) => {
    const { pilot, id, origin, page, problems, events, waitForEvent } = await openRequest(t);
    const seenByAuthority = () => ask(pilot, 'GET', `/consents/requests/${id}`);
    await page.goto(origin);
    await page.getByText('Vi vil gerne vise din plan').waitFor();
    await option(page, 'Vise planen til din læge', 'Ja, jeg giver samtykke').check();
    await option(page, 'Vise planen til din skole', 'Nej, jeg giver ikke samtykke').check();
    await page.getByRole('button', { name: 'Gå videre' }).click();
    await page.getByRole('heading', { name: 'Tjek dit svar' }).waitFor();
    assert.equal((await seenByAuthority()).status, 'created');
    await page.getByRole('button', { name: 'Send svar' }).dblclick();
    await page
      .getByRole('heading', { name: 'Kvittering for dit svar' })
      .and(page.locator(':focus'))
      .waitFor();
    await page.getByText(`kv-${id}`, { exact: true }).waitFor();

    const decisions = [
      { consentId: 'c-1', decision: 'given' },
      { consentId: 'c-2', decision: 'refused' },
    ];
    const answered = await seenByAuthority();
    assert.equal(answered.status, 'partly-accepted');
    assert.deepEqual(answered.decisions, decisions);
    const message = await ask(pilot, 'GET', `/digital-post/messages/${answered.messages[0]}`);
    assert.equal(message.consentAnswer.receiptId, `kv-${id}`);
    assert.deepEqual(
      (await events()).filter(([type]) => type === 'skranke-consent-answered'),
      [['skranke-consent-answered', { requestId: id, receiptId: `kv-${id}`, decisions }]],
    );

    await page.getByRole('link', { name: /^Tilbage til / }).click();
    await page.getByRole('heading', { name: 'Din sag' }).waitFor();
    assert.equal(page.url(), `${origin}/sag?nr=42&consentRequestId=${id}#/trin/3`);

    await page.goto(origin);
    await page.getByText('Du har givet samtykke til en del af det').waitFor();
    await page.getByRole('button', { name: /^Tilbagekald samtykke.*læge/ }).click();
    await page.getByRole('button', { name: 'Ja, tilbagekald' }).click();
    await waitForEvent('skranke-consent-withdrawn');
    const after = await seenByAuthority();
    assert.equal(after.status, 'revoked');
    assert.equal(after.messages.length, 2);
    assert.ok(after.decisions[0].withdrawnAt);
    assert.deepEqual(
      [(await posts(pilot, '/answer')).length, (await posts(pilot, '/withdrawal')).length],
      [1, 1],
    );
    assert.deepEqual(problems, []);
  });

  test('inside the page of a stranger nothing is sent; inside an allowed one it is', async (t) => {
    const { pilot, page, id, origin } = await openRequest(t, { policy: null });
    const outside = await serveSite(
      t,
      {
        '/': hostPage({
          body: `<iframe src="${origin}/" title="Samtykke" width="900" height="900"></iframe>`,
        }),
      },
      { policy: null },
    );
    await page.goto(outside);
    const frame = page.frameLocator('iframe');
    await option(frame, 'Vise planen til din læge', 'Ja, jeg giver samtykke').check();
    await option(frame, 'Vise planen til din skole', 'Ja, jeg giver samtykke').check();
    await frame.getByRole('button', { name: 'Gå videre' }).click();
    await frame.getByRole('button', { name: 'Send svar' }).click();
    await frame.getByRole('main').getByText('En fremmed side viser den.').waitFor();
    assert.equal((await posts(pilot, '/answer')).length, 0);

    await page
      .frames()
      .at(-1)
      .evaluate(
        async ([kit, allowed]) => (await import(kit)).configure({ frameOrigins: [allowed] }),
        [`${origin}/dist/cdn/skranke.js`, outside],
      );
    await frame.getByRole('button', { name: 'Send svar' }).click();
    await frame.getByText(`kv-${id}`, { exact: true }).waitFor();
    assert.equal((await posts(pilot, '/answer')).length, 1);
  });
});
