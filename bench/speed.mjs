/**
 * The contact point picker beside other lists of the same points: data to first layout, work a key, nodes. Each module
 * in `bench/cases` is one way of showing them. `npm run build` first; README.md beside this file says how to read it.
 *
 *     node bench/speed.mjs [--runs 7] [--sizes 1000,10000,50000] [--only NAME] [--check]
 */
import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { chromium } from 'playwright-core';
import { findBrowser } from '../scripts/browser.mjs';
import { DIST, ROOT } from '../scripts/lib/project.mjs';
import { growth, machine, record } from './lib/figures.mjs';
import { installPeers } from './lib/pages.mjs';
import { startStaticServer } from '../scripts/lib/static-server.mjs';

const OUT = join(ROOT, '.tmp/bench');
const WARM_UPS = 1;
/** What the picker must keep to (issue 3), by number of points. */
const LIMITS = [
  { size: 10_000, what: 'elements with 50 rows', of: ({ elements }) => elements, most: 500 },
  { size: 10_000, what: 'first layout ÷ bare Lit list', of: ({ ratio }) => ratio, most: 1.5 },
  { size: 10_000, what: 'typical key, ms', of: ({ key }) => key, most: 5 },
  { size: 50_000, what: 'typical key, ms', of: ({ key }) => key, most: 8 },
  { size: 10_000, what: 'slowest key, ms', of: ({ slowest }) => slowest, most: 16.7 },
  { size: 10_000, what: 'longest task while loading, ms', of: ({ longest }) => longest, most: 50 },
  { size: 10_000, what: 'hit of the last page, ms', of: ({ lastHit }) => lastHit, most: 100 },
];

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '7' },
    sizes: { type: 'string', default: '1000,10000,50000' },
    only: { type: 'string', default: '' },
    check: { type: 'boolean', default: false },
  },
});
const sizes = values.sizes.split(',').map(Number);
const runs = Number(values.runs);

/** Bundles the cases as a host's build would; the kit itself is used as shipped. */
async function bundleCases() {
  const folder = join(ROOT, 'bench/cases');
  const names = readdirSync(folder)
    .filter((file) => file.endsWith('.mjs') && file.includes(values.only))
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

async function openBench() {
  const mounts = { '/dist/': DIST, '/cases/': OUT, '/': join(ROOT, 'bench') };
  const server = await startStaticServer({ port: 0, mounts, strict: false });
  const browser = await chromium.launch(await findBrowser());
  const page = await browser.newPage({ viewport: { width: 1000, height: 800 } });
  await page.goto(`http://127.0.0.1:${server.address().port}/page.html`);
  const close = async () => {
    await browser.close();
    server.close();
    server.closeAllConnections();
  };
  return { page, browser, close };
}

/** One run in the page; undefined where the case does not go so far. */
const runInPage = async ([name, size]) => {
  const { makeData, runCase } = await import('/cases/speed-page.js');
  const module = await import(`/cases/${name}.js`);
  if (size > (module.most ?? Infinity)) return undefined;
  globalThis.benchData ??= {};
  globalThis.benchData[size] ??= makeData(size);
  return { label: module.label, ...(await runCase(module, globalThis.benchData[size])) };
};

const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
const three = (numbers) => [Math.min(...numbers), median(numbers), Math.max(...numbers)];

/** Cases and sizes take turns, each turn beginning with another one, so that no case has the quiet moments. */
async function measure(page, names) {
  const rows = new Map();
  for (let turn = -WARM_UPS; turn < runs; turn += 1) {
    for (const size of sizes) {
      const start = Math.max(0, turn) % names.length;
      const results = new Map();
      for (const name of [...names.slice(start), ...names.slice(0, start)])
        results.set(name, await page.evaluate(runInPage, [name, size]));
      const limit = results.get('lit-list')?.first;
      for (const [name, result] of results) {
        if (turn < 0 || !result) continue;
        const { keys, ...rest } = result;
        const work = keys && { key: median(keys), slowest: Math.max(...keys) };
        const run = { ...rest, ...work, ratio: limit && result.first / limit };
        const id = `${size} ${name}`;
        rows.set(id, { size, name, runs: [...(rows.get(id)?.runs ?? []), run] });
      }
    }
  }
  return [...rows.values()].sort((a, b) => a.size - b.size || a.name.localeCompare(b.name));
}

const COLUMNS = [
  ['first layout, ms', 'first'],
  ['all in, ms', 'all'],
  ['÷ bare Lit', 'ratio'],
  ['typical key, ms', 'key'],
  ['slowest key, ms', 'slowest'],
  ['longest task over 50, ms', 'longest'],
  ['last page’s hit, ms', 'lastHit'],
  ['elements', 'elements'],
];

function cell(runsOfRow, field) {
  const numbers = runsOfRow.map((run) => run[field]).filter((value) => value !== undefined);
  if (numbers.length === 0) return '–';
  if (field === 'elements') return String(numbers[0]);
  return three(numbers)
    .map((number) => number.toFixed(1))
    .join(' / ');
}

function markdown(rows) {
  return [
    `| points | case | ${COLUMNS.map(([title]) => title).join(' | ')} |`,
    `| ---: | --- |${' ---: |'.repeat(COLUMNS.length)}`,
    ...rows.map(({ size, runs: ofRow }) => {
      const cells = COLUMNS.map(([, field]) => cell(ofRow, field));
      return `| ${size} | ${ofRow[0].label} | ${cells.join(' | ')} |`;
    }),
  ].join('\n');
}

/** How the picker's work grows with the number of points: 1 is in step with it, 0 not at all. */
function growthText(rows) {
  const own = rows.filter(({ name }) => name === 'picker');
  if (own.length < 2) return '';
  const exponent = (field) =>
    growth(own.map(({ size, runs: ofRow }) => [size, median(ofRow.map((run) => run[field]))])).toFixed(2);
  return `The picker's time grows with the number of points to the power of ${exponent('first')} (first layout), ${exponent('all')} (all in) and ${exponent('key')} (typical key).`;
}

/** Says what is over its limit. @returns how many are */
function check(rows) {
  let over = 0;
  for (const { size, what, of, most } of LIMITS) {
    const row = rows.find((one) => one.size === size && one.name === 'picker');
    const numbers = row?.runs.map(of).filter((value) => value !== undefined) ?? [];
    if (numbers.length === 0) continue;
    const value = median(numbers);
    over += value > most ? 1 : 0;
    console.log(`${value > most ? 'OVER' : 'ok  '} ${what} at ${size}: ${value.toFixed(1)}, limit ${most}`);
  }
  return over;
}

const names = await bundleCases();
const { page, browser, close } = await openBench();
const rows = await measure(page, names).finally(close);
await record('Speed', {
  about: `The same points in each way, ${runs} runs, cases and sizes by turns. Min / median / max. ${growthText(rows)}`,
  markdown: markdown(rows),
  data: rows,
  on: machine(browser),
});
const over = check(rows);
if (values.check && over > 0) process.exitCode = 1;
