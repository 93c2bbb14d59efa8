/**
 * Every widget as part of a page that changes: moved, removed, put back, set up anew, broken, made and thrown away many
 * times. `SKRANKE_CYCLES` sets how many times; `npm run test:examples` takes 1,000.
 */
import assert from 'node:assert/strict';
import test from 'node:test';
import { findWidgets } from '../scripts/lib/project.mjs';
import { openPage, recordEvents } from './browser-page.mjs';
import { hostPage, KIT, serveSite, startPilot } from './servers.mjs';

const CYCLES = Number(process.env.SKRANKE_CYCLES ?? 60);
const FALLBACK = '<p>Ring 12 34 56 78.</p>';
const FJORDBY = 'organisation-id="14d6e9ad-fc0e-3918-0000-00000000f001"';

/** What a widget needs to have something to show; a widget without an entry needs nothing. */
const ATTRIBUTES = {
  'consent-request': 'request-id="cr-1"',
  'contact-point-picker': FJORDBY,
  'deep-link-card': `${FJORDBY} contact-point-id="163710ae-5078-350c-0000-0000000f1006"`,
};
const TAGS = findWidgets().map((name) => `skranke-${name}`);
const MARKUP = findWidgets().map(
  (name) => `<skranke-${name} ${ATTRIBUTES[name] ?? ''}>${FALLBACK}</skranke-${name}>`,
);

async function openHost(t, { body, head = KIT, script = '', routes = {}, policy }) {
  const pilot = await startPilot(t, '--clock', '2026-11-22T10:00:00+01:00');
  const host = `import { configure } from '/dist/cdn/skranke.js';
    configure({ backendUrl: ${JSON.stringify(pilot.url)}, getToken: () => 'pilot-all' });`;
  const origin = await serveSite(
    t,
    {
      '/': hostPage({ head, body: `${body}<script type="module" src="/host.js"></script>` }),
      '/host.js': script || host,
      ...routes,
    },
    { connect: [pilot.url], ...(policy && { policy }) },
  );
  const opened = await openPage(t, origin, { allowed: [pilot.url] });
  const recorded = await recordEvents(opened.page);
  return { pilot, origin, ...opened, ...recorded };
}

/** Waits until no widget loads any more. */
const settled = (page) =>
  page.waitForFunction((tags) => {
    const widgets = [...document.querySelectorAll(tags.join())];
    return widgets.every((widget) => !widget.matches(':state(loading), :not(:defined)'));
  }, TAGS);

/** Likewise, and until all pages are in. */
const allIn = (page) =>
  page.waitForFunction((least) => {
    const events = window[Symbol.for('test.events')];
    return events.filter(([type, { complete }]) => complete || type !== 'skranke-ready').length >= least;
  }, TAGS.length);

test('moved, removed, put back: nothing is asked again, nothing is lost', async (t) => {
  const body = `<main><div id="a">${MARKUP.join('')}</div><div id="b"></div></main>`;
  const { page, pilot, origin, problems, warnings, events } = await openHost(t, { body });
  await page.goto(origin);
  await settled(page);
  await allIn(page);
  const readTexts = () =>
    page.evaluate(
      (tags) =>
        [...document.querySelectorAll(tags.join())].map((widget) => widget.shadowRoot.textContent.trim()),
      TAGS,
    );
  const texts = await readTexts();
  assert.ok(texts.every(Boolean));
  const before = { asked: (await pilot.requests()).length, fired: (await events()).length };

  await page.evaluate(async () => {
    const [a, b] = [document.querySelector('#a'), document.querySelector('#b')];
    b.append(...a.children);
    const widgets = [...b.children];
    b.replaceChildren();
    await new Promise((resolve) => setTimeout(resolve, 50));
    a.append(...widgets);
  });
  await settled(page);
  assert.deepEqual(await readTexts(), texts);
  assert.equal((await pilot.requests()).length, before.asked);
  assert.equal((await events()).length, before.fired);
  assert.deepEqual([...problems, ...warnings], []);
});

test('attributes changed, taken away and put back while the page runs', async (t) => {
  const { page, origin, problems, waitForEvent } = await openHost(t, { body: MARKUP.join('') });
  await page.goto(origin);
  await settled(page);
  await page.evaluate((tags) => {
    for (const widget of document.querySelectorAll(tags.join())) {
      widget.lang = 'en';
      widget.setAttribute('heading-level', '4');
    }
  }, TAGS);
  await settled(page);
  await page.waitForFunction(
    (tags) =>
      tags.every((tag) => document.querySelector(tag).shadowRoot.querySelector('h4')?.closest('[lang=en]')),
    TAGS,
  );
  // Gone: an error of the widget's own, not of the page's; back: it loads.
  const card = page.locator('skranke-deep-link-card');
  const id = await card.getAttribute('contact-point-id');
  await card.evaluate((element) => element.removeAttribute('contact-point-id'));
  await waitForEvent('skranke-error');
  await card.evaluate((element, value) => element.setAttribute('contact-point-id', value), id);
  await card.getByRole('link').first().waitFor();
  assert.deepEqual(problems, []);
});

test('the fallback is there with a script that is blocked, and until the widget is ready', async (t) => {
  const blocked = await openHost(t, {
    body: MARKUP.join(''),
    policy: "default-src 'none'; script-src 'none'",
  });
  await blocked.page.goto(blocked.origin);
  assert.equal(await blocked.page.getByText('Ring 12 34 56 78.').count(), TAGS.length);
  for (const text of await blocked.page.getByText('Ring 12 34 56 78.').all())
    assert.equal(await text.isVisible(), true);

  const { page, pilot, origin } = await openHost(t, { body: MARKUP.join('') });
  await pilot.control('latency', { ms: 400 });
  await page.goto(origin);
  await page.locator('skranke-deadline-list:state(loading)').waitFor();
  const list = page.locator('skranke-deadline-list');
  assert.equal(await list.getByText('Ring 12 34 56 78.').isVisible(), true);
  await page.locator('skranke-deadline-list:state(ready)').waitFor();
  assert.equal(await list.getByText('Ring 12 34 56 78.').isVisible(), false);
});

test('a broken widget leaves the others and the page working', async (t) => {
  const body = `
    <skranke-deadline-list id="good"></skranke-deadline-list>
    <skranke-deadline-list id="thrower">${FALLBACK}</skranke-deadline-list>
    <skranke-contact-point-picker>${FALLBACK}</skranke-contact-point-picker>
    <skranke-deep-link-card>${FALLBACK}</skranke-deep-link-card>
    <p id="host"></p>`;
  const script = `
    import { configure } from '/dist/cdn/loader.js';
    configure({ backendUrl: BACKEND });
    customElements.define('skranke-contact-point-picker', class extends HTMLElement {
      connectedCallback() { throw new Error('a stranger'); }
    });
    await customElements.whenDefined('skranke-deadline-list');
    document.querySelector('#thrower').client = { get() { throw new TypeError('no client'); } };
    document.querySelector('#host').textContent = 'Værtens eget script';`;
  const { page, pilot, origin, problems } = await openHost(t, {
    body,
    head: '',
    script: 'export {};',
    routes: { '/dist/cdn/deep-link-card.js': undefined },
  });
  await page.route('**/host.js', (route) =>
    route.fulfill({
      contentType: 'text/javascript',
      body: script.replace('BACKEND', JSON.stringify(pilot.url)),
    }),
  );
  await page.goto(origin);
  await page.getByText('Værtens eget script').waitFor();
  await page.locator('#good').getByText('ting venter på virksomheden').waitFor();
  await page.locator('#thrower:state(error)').waitFor();
  for (const name of ['#thrower', 'skranke-contact-point-picker', 'skranke-deep-link-card'])
    assert.equal(await page.locator(name).getByText('Ring 12 34 56 78.').isVisible(), true, name);
  const uncaught = problems.filter((text) => text.startsWith('uncaught'));
  assert.deepEqual(uncaught, ['uncaught: a stranger'], 'no error but the one of the stranger');
});

/** Less than one element holds; more is growth. */
const SLACK = { nodes: 100, listeners: 10, heap: 1_000_000 };
/** What only waits for an answer to be dropped or a timer to run out is gone by then; a leak stays. */
const MOST_LOOKS = 20;

/** Nodes, listeners and memory in use after a garbage collection. */
async function measure(session) {
  for (let round = 0; round < 3; round += 1) await session.send('HeapProfiler.collectGarbage');
  const { metrics } = await session.send('Performance.getMetrics');
  const value = (name) => metrics.find((metric) => metric.name === name).value;
  return { nodes: value('Nodes'), listeners: value('JSEventListeners'), heap: value('JSHeapUsedSize') };
}

/** How much more there is than before, as soon as it is nothing, or else when it has not become less for long. */
async function growth(page, session, before) {
  for (let look = 1; ; look += 1) {
    const after = await measure(session);
    const grown = Object.fromEntries(Object.keys(SLACK).map((name) => [name, after[name] - before[name]]));
    const isOver = Object.entries(SLACK).some(([name, most]) => grown[name] >= most);
    if (!isOver || look === MOST_LOOKS) return { grown, isOver };
    await page.waitForTimeout(250);
  }
}

/** Puts a widget on the page and takes it away, `count` times; each tenth time only when it has loaded. */
function mountAndUnmount(page, markup, count) {
  return page.evaluate(
    async ([html, times]) => {
      const template = document.createElement('template');
      template.setHTMLUnsafe?.(html);
      const place = document.querySelector('main');
      for (let cycle = 0; cycle < times; cycle += 1) {
        const widget = template.content.firstElementChild.cloneNode(true);
        place.append(widget);
        if (cycle % 10 === 0) {
          while (widget.matches(':state(loading)')) await new Promise((resolve) => setTimeout(resolve, 5));
        } else await Promise.resolve();
        widget.remove();
      }
      // What was announced stays for five seconds.
      document.querySelector('[aria-live]')?.replaceChildren();
    },
    [markup, count],
  );
}

test(`${CYCLES} times made and thrown away: no growth`, { timeout: 600_000 }, async (t) => {
  // Markup from a string needs a page without Trusted Types.
  const { page, context, origin, problems } = await openHost(t, {
    body: '<main></main>',
    policy: "base-uri 'none'",
  });
  await page.goto(origin);
  const session = await context.newCDPSession(page);
  await session.send('Performance.enable');
  for (const [index, markup] of MARKUP.entries()) {
    await mountAndUnmount(page, markup, 20);
    const before = await measure(session);
    await mountAndUnmount(page, markup, CYCLES);
    const { grown, isOver } = await growth(page, session, before);
    assert.equal(isOver, false, `${TAGS[index]}: more than before: ${JSON.stringify(grown)}`);
    t.diagnostic(`${TAGS[index]}: ${JSON.stringify(grown)}`);
  }
  assert.deepEqual(problems, []);
});
