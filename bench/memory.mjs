/**
 * `npm run bench:memory`: 1,000 times a widget comes and goes. Heap, nodes and listeners after each 250 must not grow.
 */
import { join } from 'node:path';
import { DIST } from '../scripts/lib/project.mjs';
import { kitPage, startPilot, widgets } from './lib/kit.mjs';
import { openBrowser, serve } from './lib/pages.mjs';
import { machine, record, table } from './lib/figures.mjs';

const CYCLES = 1000;
const STEP = 250;
/** The first rounds fill caches (Intl, templates, style sheets) that stay for the page's life. */
const WARM_UP = 50;

async function read(session) {
  for (let i = 0; i < 3; i++) await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  const { nodes, jsEventListeners } = await session.send('Memory.getDOMCounters');
  return { heap: usedSize, nodes, listeners: jsEventListeners };
}

async function cycle(browser, name) {
  const pilot = await startPilot();
  const html = kitPage([name], pilot.url, '/cdn/skranke.js');
  const site = await serve({ '/cdn/': join(DIST, 'cdn') }, { '/': html });
  const page = await browser.newPage();
  const session = await page.context().newCDPSession(page);
  await page.goto(site.origin);
  const run = (count) =>
    page.evaluate(
      async ([tag, times]) => {
        globalThis.model ??= document.querySelector(tag).cloneNode();
        document.querySelector(tag)?.remove();
        for (let i = 0; i < times; i++) {
          const element = globalThis.model.cloneNode();
          const ready = new Promise((resolve) => {
            element.addEventListener('skranke-ready', resolve, { once: true });
            element.addEventListener('skranke-error', resolve, { once: true });
          });
          document.body.append(element);
          await ready;
          element.remove();
        }
      },
      [`skranke-${name}`, count],
    );
  await run(WARM_UP);
  const seen = [await read(session)];
  for (let done = 0; done < CYCLES; done += STEP) {
    await run(STEP);
    seen.push(await read(session));
  }
  await page.close();
  site.close();
  pilot.close();
  return seen;
}

const browser = await openBrowser();
const data = {};
for (const name of widgets) {
  data[name] = await cycle(browser, name);
  console.log(name, JSON.stringify(data[name].at(-1)));
}
const rows = Object.entries(data).map(([name, seen]) => {
  const [first, last] = [seen[0], seen.at(-1)];
  const perCycle = ((last.heap - seen[1].heap) / (CYCLES - STEP)).toFixed(0);
  return [
    `\`<skranke-${name}>\``,
    ...seen.map(({ heap }) => (heap / 1e6).toFixed(2)),
    perCycle,
    `${first.nodes} → ${last.nodes}`,
    `${first.listeners} → ${last.listeners}`,
  ];
});
const steps = Array.from({ length: CYCLES / STEP + 1 }, (_, i) => `${i * STEP}`);
await record('Memory', {
  about: `Heap in MB after so many times that a widget was put on the page, got ready and was removed (after ${WARM_UP} to warm up, garbage collected), growth in bytes a cycle after the first ${STEP}, nodes and listeners at first and at last.`,
  markdown: table(['widget', ...steps, 'bytes a cycle', 'nodes', 'listeners'], rows),
  data,
  on: machine(browser),
});
await browser.close();
