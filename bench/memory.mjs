/**
 * `npm run bench:memory`: 1,000 times a widget comes and goes. Heap, nodes and listeners after each 250 must not grow.
 *
 *     node bench/memory.mjs [--cycles 1000] [--check]
 *
 * With fewer cycles nothing is written down; `--check` fails over the limits.
 */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { DIST } from '../scripts/lib/project.mjs';
import { kitPage, startPilot, widgets } from './lib/kit.mjs';
import { openBrowser, serve } from './lib/pages.mjs';
import { machine, record, spread, table, three } from './lib/figures.mjs';

const WHOLE = 1_000;
const STEPS = 4;
/** The first rounds fill caches (Intl, templates, style sheets) that stay for the page's life. */
const WARM_UP = 50;
/** In the step that grew least: a leak grows in each, and one element that stays takes ten times as much. */
const MOST_BYTES_A_CYCLE = 1_000;

const { values } = parseArgs({
  options: { cycles: { type: 'string', default: `${WHOLE}` }, check: { type: 'boolean', default: false } },
});
const STEP = Math.ceil(Number(values.cycles) / STEPS);

async function read(session) {
  for (let i = 0; i < 3; i++) await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  const { nodes, jsEventListeners } = await session.send('Memory.getDOMCounters');
  return { heap: usedSize, nodes, listeners: jsEventListeners };
}

/** Runs in the page. */
async function comeAndGo([tag, times]) {
  globalThis.model ??= document.querySelector(tag).cloneNode();
  document.querySelector(tag)?.remove();
  for (let i = 0; i < times; i++) {
    const element = globalThis.model.cloneNode();
    const ready = new Promise((resolve, reject) => {
      element.addEventListener('skranke-ready', resolve, { once: true });
      element.addEventListener('skranke-error', ({ detail }) => reject(new Error(detail.kind)), {
        once: true,
      });
    });
    document.body.append(element);
    await ready;
    element.remove();
  }
}

/** A page with one widget. `cycle` lets it come and go, and gives what there is then. */
async function openWidget(browser, name) {
  const pilot = await startPilot();
  const html = kitPage([name], pilot.url, '/cdn/skranke.js');
  const site = await serve({ '/cdn/': join(DIST, 'cdn') }, { '/': html });
  const page = await browser.newPage();
  page.setDefaultTimeout(0);
  const session = await page.context().newCDPSession(page);
  await page.goto(site.origin);
  await page.evaluate((tag) => customElements.whenDefined(tag), `skranke-${name}`);
  return {
    async cycle(count) {
      await page.evaluate(comeAndGo, [`skranke-${name}`, count]);
      // A timer may hold the last one for a moment.
      await page.waitForTimeout(200);
      return read(session);
    },
    async close() {
      await page.close();
      site.close();
      pilot.close();
    },
  };
}

/** How much more there is after each step than after the one before; the first step does not count. */
const growthOf = (seen, field) => seen.slice(2).map((step, i) => step[field] - seen[i + 1][field]);
const heapGrowthOf = (seen) => growthOf(seen, 'heap').map((bytes) => bytes / STEP);

const browser = await openBrowser();
const pages = {};
const data = {};
for (const name of widgets) {
  pages[name] = await openWidget(browser, name);
  data[name] = [await pages[name].cycle(WARM_UP)];
}
for (let step = 1; step <= STEPS; step += 1) {
  for (const name of widgets) data[name].push(await pages[name].cycle(STEP));
  console.log(`${step * STEP} of ${STEPS * STEP}`);
}
for (const page of Object.values(pages)) await page.close();
const rows = Object.entries(data).map(([name, seen]) => {
  const [first, last] = [seen[0], seen.at(-1)];
  return [
    `\`<skranke-${name}>\``,
    ...seen.map(({ heap }) => (heap / 1e6).toFixed(2)),
    three(heapGrowthOf(seen), 0),
    `${first.nodes} → ${last.nodes}`,
    `${first.listeners} → ${last.listeners}`,
  ];
});
const steps = Array.from({ length: STEPS + 1 }, (_, i) => `${i * STEP}`);
await record('Memory', {
  about: `Heap in MB after so many times that a widget was put on the page, got ready and was removed (after ${WARM_UP} to warm up, garbage collected), widgets by turns; growth in bytes a cycle after the first ${STEP}, min / median / max of the steps; nodes and listeners at first and at last.`,
  markdown: table(['widget', ...steps, 'bytes a cycle', 'nodes', 'listeners'], rows),
  data,
  on: machine(browser),
  isWritten: Number(values.cycles) >= WHOLE,
});
await browser.close();
for (const [name, seen] of Object.entries(data)) {
  // What grows, grows in every step.
  const least = (numbers) => spread(numbers).min;
  const grows =
    least(heapGrowthOf(seen)) > MOST_BYTES_A_CYCLE ||
    ['nodes', 'listeners'].some((field) => least(growthOf(seen, field)) > 0);
  if (!grows) continue;
  console.log(`OVER ${name} grows`);
  if (values.check) process.exitCode = 1;
}
