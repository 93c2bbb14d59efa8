/**
 * The contact point picker beside other lists of the same points. Each module in `bench/cases` is one way of showing
 * them. Every run has a page of its own: what a user meets is the first time, before anything is compiled.
 */
import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { build } from 'esbuild';
import { DIST, ROOT } from '../../scripts/lib/project.mjs';
import { startStaticServer } from '../../scripts/lib/static-server.mjs';
import { growth, median, table, three } from '../lib/figures.mjs';
import { installPeers } from '../lib/pages.mjs';

const OUT = join(ROOT, '.tmp/bench');
const WARM_UPS = 1;
const SLOWER = 4;
/** A way that takes longer is not run again and again, nor with a slower processor. */
const TOO_LONG_MS = 1_500;
const OWN = 'picker';
const LIMIT = 'lit-list';

/** What the picker must keep to (issues 3 and 8), by number of points. */
const LIMITS = [
  { size: 10_000, what: 'elements with 50 rows', of: ({ elements }) => elements, most: 500 },
  { size: 10_000, what: 'first layout ÷ bare Lit list', of: ({ ratio }) => ratio, most: 1.5 },
  { size: 10_000, what: 'once more ÷ bare Lit list', of: ({ ratioAgain }) => ratioAgain, most: 1.5 },
  { size: 10_000, what: 'first layout ÷ Vaadin grid', of: ({ toVaadin }) => toVaadin, most: 1 / 3 },
  { size: 10_000, what: 'once more ÷ Vaadin grid', of: ({ toVaadinAgain }) => toVaadinAgain, most: 1 / 3 },
  { size: 10_000, what: 'first layout ÷ Shoelace tree', of: ({ toShoelace }) => toShoelace, most: 1 / 50 },
  { size: 10_000, what: 'typical key, ms', of: ({ key }) => key, most: 5 },
  { size: 50_000, what: 'typical key, ms', of: ({ key }) => key, most: 8 },
  { size: 10_000, what: 'slowest key, ms', of: ({ slowest }) => slowest, most: 16.7 },
  { size: 50_000, what: 'slowest key, ms', of: ({ slowest }) => slowest, most: 50 },
  { size: 10_000, what: 'longest task, 4× slower, ms', of: ({ slowed }) => slowed, most: 50 },
  { size: 10_000, what: 'hit of the last page, ms', of: ({ lastHit }) => lastHit, most: 100 },
  { size: 10_000, what: 'bytes a point', of: ({ bytes }) => bytes, most: 1_000 },
  { size: 50_000, what: 'bytes a point', of: ({ bytes }) => bytes, most: 1_000 },
];

/** Bundles the cases as a host's build would; the kit itself is used as shipped. */
async function bundleCases(only) {
  const folder = join(ROOT, 'bench/cases');
  const names = readdirSync(folder)
    .filter((file) => file.endsWith('.mjs') && only.test(file))
    .map((file) => basename(file, '.mjs'));
  const kit = {
    name: 'kit',
    setup: ({ onResolve }) =>
      onResolve({ filter: /^skranke$/ }, () => ({ path: '/dist/cdn/skranke.js', external: true })),
  };
  installPeers();
  await build({
    entryPoints: [...names.map((name) => join(folder, `${name}.mjs`)), join(ROOT, 'bench/speed-page.mjs')],
    entryNames: '[name]',
    bundle: true,
    minify: true,
    format: 'esm',
    conditions: ['production', 'browser'],
    outdir: OUT,
    plugins: [kit],
  });
  return names;
}

async function heapOf(session) {
  for (let n = 0; n < 3; n += 1) await session.send('HeapProfiler.collectGarbage');
  return (await session.send('Runtime.getHeapUsage')).usedSize;
}

/** Processor time of the page's main thread, in ms: what other jobs of the machine do is not in it. */
async function withWork(session, step) {
  const read = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'TaskDuration').value * 1000;
  };
  const before = await read();
  const result = await step();
  return [result, (await read()) - before];
}

/** Opens a page with the case's own scripts. `step` does one of the functions of speed-page.mjs with it. */
async function openCase(browser, origin, name, size) {
  const page = await browser.newPage({ viewport: { width: 1000, height: 800 } });
  page.setDefaultTimeout(0);
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  await page.goto(`${origin}/page.html`);
  await page.evaluate(
    async ([ofCase, points]) => {
      globalThis.bench = await import('/cases/speed-page.js');
      globalThis.subject = await import(`/cases/${ofCase}.js`);
      globalThis.bench.prepare(points);
    },
    [name, size],
  );
  const step = (what) => page.evaluate((fn) => globalThis.bench[fn](globalThis.subject), what);
  return { page, session, step };
}

/** One run of one case; undefined where the case does not go so far. */
async function runOnce(browser, origin, name, size) {
  const { page, session, step } = await openCase(browser, origin, name, size);
  try {
    const { label, most } = await page.evaluate(() => globalThis.subject);
    if (size > (most ?? Infinity)) return undefined;
    const before = await heapOf(session);
    await step('parseAll');
    const [first, work] = await withWork(session, () => step('showFirst'));
    const [rest, workOfRest] = await withWork(session, () => step('showAll'));
    const run = { label, ...first, ...rest, work, workAll: work + workOfRest };
    const isLong = run.first > TOO_LONG_MS;
    if (!isLong) {
      Object.assign(run, await showAgain(session, step));
      run.bytes = ((await heapOf(session)) - before) / size;
    }
    const [keys, workOfKeys] = await withWork(session, () => step('typeKeys'));
    if (keys.keys) Object.assign(run, keys, { keyWork: workOfKeys / keys.keys.length });
    Object.assign(run, await step('use'));
    return isLong ? run : { ...run, ...(await slowed(browser, origin, name, size)) };
  } finally {
    await page.close();
  }
}

/** When the browser has compiled everything; from objects, then from texts. */
async function showAgain(session, step) {
  await step('warmUp');
  await step('parseAll');
  const [{ first }, workAgain] = await withWork(session, () => step('showFirst'));
  await step('showAll');
  return { again: first, workAgain, ...(await step('fromTexts')) };
}

async function slowed(browser, origin, name, size) {
  const { page, session, step } = await openCase(browser, origin, name, size);
  try {
    await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
    return await step('watchLoading');
  } finally {
    await page.close();
  }
}

function summary(run, results) {
  const { keys, opened, ...rest } = run;
  const to = (name, field) => {
    const other = results.get(name)?.[field];
    return other && run[field] && run[field] / other;
  };
  return {
    ...rest,
    open: opened && median(opened),
    key: keys && median(keys),
    slowest: keys && Math.max(...keys),
    ratio: to(LIMIT, 'work'),
    ratioAgain: to(LIMIT, 'workAgain'),
    toVaadin: to('vaadin-tree', 'work'),
    toVaadinAgain: to('vaadin-tree', 'workAgain'),
    toShoelace: to('shoelace-tree', 'work'),
  };
}

/** Cases and sizes take turns, each turn beginning with another one, so that no case has the quiet moments. */
async function measure(browser, origin, names, { sizes, runs }) {
  const rows = new Map();
  for (let round = -WARM_UPS; round < runs; round += 1) {
    for (const size of sizes) {
      const start = Math.max(0, round) % names.length;
      const results = new Map();
      for (const name of [...names.slice(start), ...names.slice(0, start)]) {
        const run = await runOnce(browser, origin, name, size);
        if (run) results.set(name, run);
      }
      for (const [name, run] of round < 0 ? [] : results) {
        const id = `${size} ${name}`;
        const row = rows.get(id) ?? { size, name, runs: [] };
        row.runs.push(summary(run, results));
        rows.set(id, row);
      }
    }
    console.log(`round ${round + WARM_UPS + 1} of ${runs + WARM_UPS}`);
  }
  return [...rows.values()].sort((a, b) => a.size - b.size || a.name.localeCompare(b.name));
}

const FIRST = [
  ['first layout: work, ms', 'work', 1],
  ['÷ bare Lit', 'ratio', 2],
  ['first layout, ms', 'first', 1],
  ['once more: work, ms', 'workAgain', 1],
  ['÷ bare Lit', 'ratioAgain', 2],
  ['once more, ms', 'again', 1],
  ['once more from texts, ms', 'texts', 1],
  ['all in: work, ms', 'workAll', 0],
  ['all in, ms', 'all', 0],
  ['longest task, ms', 'longest', 0],
  ['longest task, 4× slower, ms', 'slowed', 0],
];
const USE = [
  ['open a level, ms', 'open', 1],
  ['a key: work, ms', 'keyWork', 1],
  ['typical key, ms', 'key', 1],
  ['slowest key, ms', 'slowest', 1],
  ['last page’s hit, ms', 'lastHit', 1],
  ['elements', 'elements', 0],
  ['heap, bytes a point', 'bytes', 0],
];

function cell(runs, field, digits) {
  const numbers = runs.map((run) => run[field]).filter((value) => value !== undefined);
  return numbers.length === 0 ? '–' : three(numbers, digits);
}

const tableOf = (rows, columns) =>
  table(
    ['case', 'points', ...columns.map(([title]) => title)],
    rows.map(({ size, runs }) => [
      runs[0].label,
      size,
      ...columns.map(([, field, digits]) => cell(runs, field, digits)),
    ]),
  );

/** How the picker's work grows with the number of points: 1 is in step with it, 0 not at all. */
function growthText(rows) {
  const own = rows.filter(({ name }) => name === OWN);
  if (own.length < 2) return '';
  const exponent = (field) =>
    growth(own.map(({ size, runs }) => [size, median(runs.map((run) => run[field]))])).toFixed(2);
  return `The picker's time grows with the number of points to the power of ${exponent('work')} (first layout), ${exponent('workAll')} (all in), ${exponent('open')} (open a level) and ${exponent('key')} (typical key).`;
}

/** What is said of each limit. @returns lines, those that are over marked */
function verdicts(rows) {
  return LIMITS.flatMap(({ size, what, of, most }) => {
    const row = rows.find((one) => one.size === size && one.name === OWN);
    const numbers = row?.runs.map(of).filter((value) => value !== undefined) ?? [];
    if (numbers.length === 0) return [];
    const value = median(numbers);
    return [{ size, what, value, most, isOver: value > most }];
  });
}

/** @returns what `record()` takes, and how many limits are broken */
export async function benchPicker(browser, { runs, sizes, only }) {
  const names = await bundleCases(only);
  const mounts = { '/dist/': DIST, '/cases/': OUT, '/': join(ROOT, 'bench') };
  const server = await startStaticServer({ port: 0, mounts, strict: false });
  const origin = `http://127.0.0.1:${server.address().port}`;
  const rows = await measure(browser, origin, names, { sizes, runs }).finally(() => {
    server.close();
    server.closeAllConnections();
  });
  const limits = verdicts(rows);
  const limitTable = table(
    ['limit of the picker', 'points', 'seen', 'at most', ''],
    limits.map(({ size, what, value, most, isOver }) => [
      what,
      size,
      value.toFixed(2),
      most.toFixed(2),
      isOver ? 'over' : 'kept',
    ]),
  );
  return {
    about: `The same points in each way, ${runs} runs, each on a page of its own, cases and sizes by turns. Min / median / max. ${growthText(rows)}`,
    markdown: [tableOf(rows, FIRST), tableOf(rows, USE), limitTable].join('\n\n'),
    data: { rows, limits },
    over: limits.filter(({ isOver }) => isOver).length,
  };
}
