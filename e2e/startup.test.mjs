/** The start-up order of the contract: a script after the elements can still configure the page. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { openPage, recordEvents } from './browser-page.mjs';
import { hostPage, KIT, serveSite, startPilot } from './servers.mjs';

const LIST = '<skranke-deadline-list></skranke-deadline-list>';
const CONFIGURE = `configure({ backendUrl: BACKEND, getToken: () => 'pilot-company' });`;
const IMPORT = `import { configure } from '/dist/cdn/skranke.js';`;

/** A script that takes its time on the way: the page is parsed long before. */
function late(code) {
  return async (_request, response) => {
    await delay(400);
    response.writeHead(200, { 'Content-Type': 'text/javascript' }).end(code);
  };
}

/** Each page: what stands in it, and the text of its own script `/host.js`. */
const PAGES = {
  'the kit in the head, the element, then a module that configures': {
    head: KIT,
    body: `${LIST}<script type="module" src="/host.js"></script>`,
    script: `${IMPORT}${CONFIGURE}`,
  },
  'the same when that last module is slow to come': {
    head: KIT,
    body: `${LIST}<script type="module" src="/host.js"></script>`,
    script: late,
    code: `${IMPORT}${CONFIGURE}`,
  },
  'the kit as an async module, a slow module that configures': {
    head: KIT.replace('<script', '<script async'),
    body: `${LIST}<script type="module" src="/host.js"></script>`,
    script: late,
    code: `${IMPORT}${CONFIGURE}`,
  },
  'only the module that configures loads the kit': {
    body: `${LIST}<script type="module" src="/host.js"></script>`,
    script: `${IMPORT}${CONFIGURE}`,
  },
  'a classic script at the end of the page': {
    head: KIT,
    body: `${LIST}<script src="/host.js"></script>`,
    script: `import('/dist/cdn/skranke.js').then(({ configure }) => { ${CONFIGURE} });`,
  },
  'a listener of DOMContentLoaded': {
    head: `${KIT}<script type="module" src="/host.js"></script>`,
    body: LIST,
    script: `${IMPORT}document.addEventListener('DOMContentLoaded', () => { ${CONFIGURE} });`,
  },
  'the loader, and a module that configures': {
    head: KIT.replace('skranke.js', 'loader.js'),
    body: `${LIST}<script type="module" src="/host.js"></script>`,
    script: `${IMPORT.replace('skranke.js', 'loader.js')}${CONFIGURE}`,
  },
  'an element made by a script before it configures': {
    head: KIT,
    body: '<main></main><script type="module" src="/host.js"></script>',
    script: `${IMPORT}
      document.querySelector('main').append(document.createElement('skranke-deadline-list'));
      ${CONFIGURE}`,
  },
};

async function openHost(t, pilot, { head, body, script }) {
  const origin = await serveSite(
    t,
    { '/': hostPage({ head, body }), '/host.js': script },
    { connect: [pilot.url] },
  );
  const opened = await openPage(t, origin, { allowed: [pilot.url] });
  const recorded = await recordEvents(opened.page);
  await opened.page.goto(origin);
  return { origin, ...opened, ...recorded };
}

const personas = async (pilot) => (await pilot.requests()).map(({ persona }) => persona);
const waitingText = 'ting venter på virksomheden';

test('no request goes without the token, wherever the last script configures', async (t) => {
  for (const [name, { script, code, ...parts }] of Object.entries(PAGES)) {
    await t.test(name, async (t) => {
      const pilot = await startPilot(t);
      const withBackend = (text) => text.replace('BACKEND', JSON.stringify(pilot.url));
      const host = { ...parts, script: code ? script(withBackend(code)) : withBackend(script) };
      const { page, problems, warnings, waitForEvent, events } = await openHost(t, pilot, host);
      await waitForEvent('skranke-ready');
      await page.getByText(waitingText).waitFor();
      assert.deepEqual(await personas(pilot), ['company']);
      assert.deepEqual(
        (await events()).map(([type]) => type),
        ['skranke-ready'],
      );
      assert.deepEqual([...problems, ...warnings], []);
    });
  }
});

/** Four lists: one has a client of its own, the others live by the page's settings. */
async function openFourLists(t) {
  const pilot = await startPilot(t);
  const script = `
    import { configure, createBackendClient } from '/dist/cdn/skranke.js';
    const backendUrl = ${JSON.stringify(pilot.url)};
    document.querySelector('#own').client = createBackendClient({ backendUrl, getToken: () => 'pilot-all' });
    configure({ backendUrl, getToken: () => 'pilot-company' });
    globalThis.configureAgain = configure;`;
  const lists = `
    <skranke-deadline-list id="page"></skranke-deadline-list>
    <skranke-deadline-list id="own"></skranke-deadline-list>
    <skranke-deadline-list id="permits" types="tilladelse"></skranke-deadline-list>
    <skranke-deadline-list id="notices" types="besked"></skranke-deadline-list>`;
  const host = { head: KIT, body: `${lists}<script type="module" src="/host.js"></script>`, script };
  const opened = await openHost(t, pilot, host);
  await opened.waitForEvent('skranke-ready', 4);
  return { pilot, ...opened };
}

const queries = (requests) =>
  requests.map(({ persona, query }) => `${persona} ${query.split('&page')[0]}`).sort();

test('a later token restarts the elements that use it, and no other', async (t) => {
  const { page, pilot, problems, waitForEvent } = await openFourLists(t);
  const before = await pilot.requests();
  assert.deepEqual(queries(before), [
    'all type=frist&type=sag',
    'company type=besked',
    'company type=frist&type=sag',
    'company type=tilladelse',
  ]);

  await page.evaluate(() => globalThis.configureAgain({ getToken: () => 'pilot-all' }));
  await waitForEvent('skranke-ready', 7);
  assert.deepEqual(queries((await pilot.requests()).slice(before.length)), [
    'all type=besked',
    'all type=frist&type=sag',
    'all type=tilladelse',
  ]);
  assert.deepEqual(problems, []);
});

test('a changed attribute restarts that element alone, and the same address written otherwise none', async (t) => {
  const { page, pilot, waitForEvent } = await openFourLists(t);
  const start = (await pilot.requests()).length;
  await page.evaluate((url) => {
    document.querySelector('#notices').setAttribute('backend-url', `${url}/`);
    document.querySelector('#permits').setAttribute('types', 'tilladelse sag');
  }, pilot.url);
  await waitForEvent('skranke-ready', 5);
  assert.deepEqual(queries((await pilot.requests()).slice(start)), ['company type=sag&type=tilladelse']);
});

test('settings that change no request ask nothing again', async (t) => {
  const { page, pilot } = await openFourLists(t);
  const before = await personas(pilot);
  await page.evaluate(() => {
    globalThis.configureAgain({ now: () => Date.parse('2031-01-01T12:00:00Z') });
    globalThis.configureAgain({ frameOrigins: ['https://portal.example'], allowedReturnOrigins: [] });
  });
  await page
    .locator('#page')
    .getByText(/for \d{4} dage siden/)
    .first()
    .waitFor();
  assert.deepEqual(await personas(pilot), before);
});
