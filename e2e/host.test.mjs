/** What the kit does to the page around it: nothing; and what the page's layout does to the kit: nothing either. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { openPage, recordEvents, watchShifts } from './browser-page.mjs';
import { hostPage, KIT, serveSite, startPilot } from './servers.mjs';

/** The pilot's clock and the page's: what is overdue must not change with the day of the test. */
const CLOCK = '2026-11-22T10:00:00+01:00';
const FALLBACK = '<p>Ring 12 34 56 78.</p>';

/**
 * Opens a page with the documented header against a pilot.
 * @param page `body(element)` and `head`; `element` is a list that asks the pilot
 */
async function openHost(t, { body, head = '', routes = {}, context, attributes = '' }) {
  const pilot = await startPilot(t, '--clock', CLOCK);
  const element = `<skranke-deadline-list backend-url="${pilot.url}" ${attributes}>${FALLBACK}</skranke-deadline-list>`;
  const origin = await serveSite(
    t,
    { '/': hostPage({ head: head + KIT, body: body(element) }), ...routes },
    { connect: [pilot.url] },
  );
  const opened = await openPage(t, origin, { allowed: [pilot.url], context });
  await opened.page.clock.setFixedTime(new Date(CLOCK));
  const recorded = await recordEvents(opened.page);
  return { pilot, origin, ...opened, ...recorded };
}

/** Goes through the list: open a row with markup, filter, turn the page, remove a notice. */
async function useEverything(page, waitForEvent) {
  await waitForEvent('skranke-ready');
  await page.getByRole('button', { name: /Indsend årsregnskab/ }).click();
  await page.getByRole('button', { name: /^Overskredet \(/ }).click();
  await page.getByRole('button', { name: /^Alle \(/ }).click();
  await page.getByRole('button', { name: 'Næste' }).first().click();
  await page
    .getByRole('button', { name: /^Fjern beskeden/ })
    .first()
    .click();
  await waitForEvent('skranke-notice-dismissed');
}

const ALL_TYPES = 'types="frist sag besked tilladelse"';

test('nothing is left on the window but one symbol, and nothing is stored', async (t) => {
  const { page, context, origin, problems, waitForEvent } = await openHost(t, {
    head: '<script src="/before.js"></script>',
    body: (element) => `<main><h1>Portal</h1>${element}</main>`,
    attributes: ALL_TYPES,
    routes: {
      '/before.js': `
        Object.defineProperty(window, Symbol.for('test.keys'), { value: new Set() });
        for (const key of Reflect.ownKeys(window)) window[Symbol.for('test.keys')].add(key);`,
    },
  });
  await page.goto(origin);
  await useEverything(page, waitForEvent);

  const added = await page.evaluate(() => {
    const before = window[Symbol.for('test.keys')];
    return Reflect.ownKeys(window)
      .filter((key) => !before.has(key))
      .map(String)
      .sort();
  });
  // Lit's own marks are left out of these files: scripts/lib/lean-lit.mjs.
  assert.deepEqual(added, ['Symbol(skranke.v1)']);
  assert.equal(
    await page.evaluate(() => Object.prototype.propertyIsEnumerable.call(window, Symbol.for('skranke.v1'))),
    false,
  );

  const stored = await page.evaluate(async () => [
    localStorage.length,
    sessionStorage.length,
    document.cookie,
    await indexedDB.databases(),
    await caches.keys().catch(() => []),
    (await navigator.serviceWorker.getRegistrations()).length,
  ]);
  assert.deepEqual(stored, [0, 0, '', [], [], 0]);
  assert.deepEqual(await context.cookies(), []);
  // `problems` holds each request to an origin that is neither the page's nor the backend's.
  assert.deepEqual(problems, []);
});

test("the page's own elements and style sheets stay as they were", async (t) => {
  const { page, origin, problems, waitForEvent } = await openHost(t, {
    head: '<link rel="stylesheet" href="/host.css">',
    body: (element) =>
      `<main><h1>Portal</h1><p class="card row stack">Vært</p><button class="button">Vært</button>${element}</main>`,
    attributes: ALL_TYPES,
    routes: { '/host.css': 'h1 { color: rgb(1, 2, 3) } .row { padding: 7px }' },
  });
  const read = () =>
    page.evaluate(() => {
      const stylesOf = (element) =>
        [...getComputedStyle(element)]
          // What the content around pushes about is not a style.
          .filter((name) => !/origin|^(block|inline)-size$|^(width|height)$/.test(name))
          .map((name) => `${name}: ${getComputedStyle(element).getPropertyValue(name)}`)
          .join('; ');
      return {
        sheets: document.styleSheets.length,
        adopted: document.adoptedStyleSheets.length,
        inHead: [...document.head.children].map((element) => element.localName),
        attributes: [...document.documentElement.attributes, ...document.body.attributes].map(String),
        styles: ['html', 'body', 'main', 'h1', '.card', '.button'].map((selector) =>
          stylesOf(document.querySelector(selector)),
        ),
      };
    });
  await page.route('**/skranke.js', (route) => route.abort());
  await page.goto(origin);
  const before = await read();
  await page.unroute('**/skranke.js');
  problems.length = 0;

  await page.goto(origin);
  await useEverything(page, waitForEvent);
  assert.deepEqual(await read(), before);
  // The live region is all that the kit puts into the page.
  const strangers = await page.evaluate(() =>
    [...document.body.children].map(
      (element) => element.outerHTML.replace(/ style="[^"]*"/, '').split('>')[0],
    ),
  );
  assert.deepEqual(strangers, ['<main', '<div aria-live="polite" data-skranke-announcer=""']);
  assert.deepEqual(problems, []);
});

test('without JavaScript the fallback is there', async (t) => {
  const { page, origin, requests } = await openHost(t, {
    body: (element) => element,
    context: { javaScriptEnabled: false },
  });
  await page.goto(origin);
  assert.equal(await page.getByText('Ring 12 34 56 78.').isVisible(), true);
  assert.ok(!requests.some((request) => request.includes('/activities')));
});

test('with the room reserved nothing below the widget moves', async (t) => {
  const { page, pilot, origin, waitForEvent } = await openHost(t, {
    head: '<link rel="stylesheet" href="/host.css">',
    body: (element) => `<main>${element}<p id="below">Under listen</p></main>`,
    routes: {
      // Both: the property works once the element is defined, the rule from the first paint.
      '/host.css':
        'skranke-deadline-list { --skranke-min-height: 2400px; display: flow-root; min-height: 2400px; }',
    },
  });
  await pilot.control('latency', { ms: 500 });
  const shifts = await watchShifts(page);
  await page.goto(origin);
  const top = () => page.evaluate(() => document.querySelector('#below').getBoundingClientRect().top);
  const before = await top();
  await waitForEvent('skranke-ready');
  await page.getByText('ting venter på virksomheden').waitFor();
  assert.equal(await top(), before);
  assert.deepEqual(await shifts(), []);
});

test('a thousand activities make a page of under 300 elements', async (t) => {
  const { page, pilot, origin, problems, waitForEvent, events } = await openHost(t, {
    body: (element) => element,
  });
  await pilot.control('scenario', { name: 'many' });
  await page.goto(origin);
  await waitForEvent('skranke-ready', 2);
  assert.deepEqual(await events(), [
    ['skranke-ready', { complete: false }],
    ['skranke-ready', { complete: true }],
  ]);
  const elements = await page
    .locator('skranke-deadline-list')
    .evaluate((element) => element.shadowRoot.querySelectorAll('*').length);
  assert.ok(elements < 300, `${elements} elements`);
  await page
    .getByText(/^Viser 1–12 af \d{3,4}$/)
    .first()
    .waitFor();
  assert.deepEqual(problems, []);
});

/** Where hosts put an element. `open` is what the host itself does to show it. */
const PLACES = {
  'a flex row': { body: (element) => `<div class="flex"><nav>Menu</nav>${element}</div>` },
  'a grid': { body: (element) => `<div class="grid"><nav>Menu</nav>${element}</div>` },
  'a narrow column': { body: (element) => `<div class="narrow">${element}</div>` },
  'a shadow root': {
    body: (element) =>
      `<host-card><template shadowrootmode="open"><section>${element}</section></template></host-card>`,
  },
  'a modal dialog': {
    body: (element) => `<button id="open">Åbn</button><dialog>${element}</dialog>`,
    open: (page) => page.evaluate(() => document.querySelector('dialog').showModal()),
    region: 'dialog [aria-live]',
    leastWidth: 600,
  },
  'what was hidden at first': {
    body: (element) => `<div id="tab" hidden>${element}</div>`,
    open: (page) => page.evaluate(() => document.querySelector('#tab').removeAttribute('hidden')),
  },
};
const PLACES_CSS = `
  .flex { display: flex; gap: 10px } .flex nav { flex: none; width: 200px }
  .grid { display: grid; grid-template-columns: 200px 1fr }
  .narrow { width: 280px }`;

test('it works wherever a host puts it', async (t) => {
  for (const [name, { body, open, region = 'body > [aria-live]', leastWidth = 240 }] of Object.entries(
    PLACES,
  )) {
    await t.test(name, async (t) => {
      const { page, origin, problems, waitForEvent } = await openHost(t, {
        head: '<link rel="stylesheet" href="/places.css">',
        body,
        routes: { '/places.css': PLACES_CSS },
      });
      await page.goto(origin);
      await open?.(page);
      await waitForEvent('skranke-ready');
      const list = page.locator('skranke-deadline-list');
      const row = list.getByRole('button', { name: /Indsend årsregnskab/ });
      await row.click();
      await waitForEvent('skranke-activity-opened');
      assert.equal(await row.getAttribute('aria-expanded'), 'true');
      await list.getByRole('button', { name: /^Overskredet \(/ }).click();
      await page
        .locator(region)
        .getByText(/^Viser 1–2 af 2$/)
        .waitFor({ state: 'attached' });
      const { width, hasOverflow } = await list.evaluate((element) => ({
        width: element.clientWidth,
        hasOverflow:
          element.scrollWidth > element.clientWidth || document.documentElement.scrollWidth > innerWidth,
      }));
      assert.ok(width >= leastWidth, `${width} px wide`);
      assert.equal(hasOverflow, false);
      assert.deepEqual(problems, []);
    });
  }
});

test("sizes follow the page's text, not the root's font size", async (t) => {
  const sizes = [];
  for (const root of ['62.5%', '100%', '150%']) {
    const { page, origin, waitForEvent } = await openHost(t, {
      head: '<link rel="stylesheet" href="/host.css">',
      body: (element) => `<main>${element}</main>`,
      routes: { '/host.css': `html { font-size: ${root} } main { font: 16px/1.5 sans-serif; width: 600px }` },
    });
    await page.goto(origin);
    await waitForEvent('skranke-ready');
    const row = page.getByRole('button', { name: /Indsend årsregnskab/ });
    sizes.push(
      await row.evaluate((element) => {
        const { width, height } = element.getBoundingClientRect();
        return { font: getComputedStyle(element).fontSize, width, height };
      }),
    );
  }
  assert.equal(sizes[1].font, '16px');
  assert.deepEqual(sizes[0], sizes[1]);
  assert.deepEqual(sizes[2], sizes[1]);
});
