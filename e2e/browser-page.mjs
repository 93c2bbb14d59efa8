/** Pages in a real browser that keep what went wrong in them. One browser for all tests of a file. */
import { after } from 'node:test';
import { chromium, firefox } from 'playwright-core';
import { findBrowser } from '../scripts/browser.mjs';
import { firefoxOptions } from '../scripts/lib/engines.mjs';

/** Longer than anything a test waits for, shorter than a test runner's patience. */
const WAIT_MS = 20_000;

let launched;

after(async () => (await launched)?.close());

/** `TEST_ENGINE=firefox`: as `npm run test:browsers` has it. */
async function launch() {
  return process.env.TEST_ENGINE === 'firefox'
    ? firefox.launch(firefoxOptions())
    : chromium.launch(await findBrowser());
}

async function newContext(t, options) {
  launched ??= launch();
  const context = await (await launched).newContext({ locale: 'da-DK', ...options });
  t.after(() => context.close());
  context.setDefaultTimeout(WAIT_MS);
  return context;
}

/** Keeps what a page sends, writes to the console and throws. */
function observe(page, origin, allowed) {
  const found = { problems: [], warnings: [], requests: [] };
  page.on('pageerror', (error) => found.problems.push(`uncaught: ${error.message}`));
  page.on('console', (line) => {
    if (line.type() === 'error') found.problems.push(`console: ${line.text()} ${line.location().url}`);
    if (line.type() === 'warning') found.warnings.push(line.text());
  });
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (!/^https?:$/.test(url.protocol)) return;
    found.requests.push(`${request.method()} ${url.href}`);
    const isOwn = url.origin === origin || allowed.includes(url.origin);
    if (!isOwn) found.problems.push(`request to ${url.origin}`);
  });
  return found;
}

/**
 * @param t the test: the page is closed with it
 * @param origin requests to any other origin count as wrong, except those named in `allowed`
 * @param options `context`: Playwright's options for a browser context
 * @returns `page`, and lists that grow: `problems` (uncaught errors, console errors, breaches of the security
 *   policy, requests elsewhere), `warnings`, `requests`
 */
export async function openPage(t, origin, { allowed = [], context: options = {} } = {}) {
  const context = await newContext(t, options);
  const page = await context.newPage();
  const found = observe(page, origin, allowed);
  await page.route('**/favicon.ico', (route) => route.fulfill({ status: 204 }));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      console.error(`violation of ${event.violatedDirective}: ${event.blockedURI}`);
    });
  });
  return { page, context, ...found };
}

/** Keeps the kit's events: `events()` gives `[type, detail]` of each that reached the document. Call before `goto`. */
export async function recordEvents(page) {
  await page.addInitScript(() => {
    const events = [];
    const types = [
      ...['ready', 'error', 'auth-required', 'activity-opened', 'notice-dismissed'],
      ...['consent-answered', 'consent-withdrawn'],
    ].map((name) => `skranke-${name}`);
    for (const type of types)
      document.addEventListener(type, (event) =>
        events.push([type, JSON.parse(JSON.stringify(event.detail))]),
      );
    // Not enumerable, so that a test of what the kit leaves on the window need not know of it.
    Object.defineProperty(window, Symbol.for('test.events'), { value: events });
  });
  return {
    events: () => page.evaluate(() => window[Symbol.for('test.events')]),
    waitForEvent: (type, count = 1) =>
      page.waitForFunction(
        ([wanted, least]) =>
          window[Symbol.for('test.events')].filter(([name]) => name === wanted).length >= least,
        [type, count],
      ),
  };
}

/** Notes what moves on the page. Call before `goto`. @returns gives the shifts so far, as the browser counts them */
export async function watchShifts(page) {
  await page.addInitScript(() => {
    const shifts = [];
    Object.defineProperty(window, Symbol.for('test.shifts'), { value: shifts });
    new PerformanceObserver((list) => shifts.push(...list.getEntries().map(({ value }) => value))).observe({
      type: 'layout-shift',
      buffered: true,
    });
  });
  // Two frames later the observer has heard of all.
  return () =>
    page.evaluate(async () => {
      for (let frames = 0; frames < 3; frames += 1) await new Promise(requestAnimationFrame);
      return window[Symbol.for('test.shifts')];
    });
}
