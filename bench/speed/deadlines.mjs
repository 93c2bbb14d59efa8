/**
 * What the deadline list puts into the page, and how long it takes from data to layout, for 10, 100 and 1,000
 * activities. `npm run build` first. README.md beside this file says how to read it.
 */
import { chromium } from 'playwright-core';
import { parseArgs } from 'node:util';
import { findBrowser } from '../scripts/browser.mjs';
import { DIST, ROOT } from '../scripts/lib/project.mjs';
import { startStaticServer } from '../scripts/lib/static-server.mjs';
import { join } from 'node:path';

const SIZES = [10, 100, 1000];
const WARM_UPS = 2;
const NODE_LIMIT = 300;

/** Runs in the page: everything that is measured there. */
async function preparePage() {
  const { createBackendClient } = await import('/dist/cdn/skranke.js');
  const PAGE = 200;
  const text = (count) => (index) => ({
    id: `f-${index}`,
    type: index % 4 === 3 ? 'sag' : 'frist',
    overskrift: `Indberet oplysninger nummer ${index} af ${count}`,
    beskrivelse: '<p>Oplys, hvor meget affald virksomheden har haft i det seneste kvartal.</p>',
    kategori: 'Miljø',
    myndighed: 'Fjordby Kommune',
    status: index % 8 === 7 ? 'Under behandling' : 'Afventer virksomhed',
    sagsnummer: `FB-${index}`,
    fristDato: `${index % 3 === 0 ? 2020 : 2037}-${String(1 + (index % 12)).padStart(2, '0')}-${String(1 + (index % 28)).padStart(2, '0')}`,
    link: 'https://www.example.dk/selvbetjening',
  });

  /** The answers of the backend for so many activities, as texts. */
  const makePages = (count) => {
    const all = Array.from({ length: count }, (_, index) => text(count)(index));
    const totalPages = Math.ceil(count / PAGE);
    return Array.from({ length: totalPages }, (_, page) => {
      const activities = all.slice(page * PAGE, (page + 1) * PAGE);
      const envelope = { currentPage: page, totalPages, elementsOnPage: activities.length };
      return JSON.stringify({ ...envelope, totalElements: count, activities });
    });
  };

  const answer = (body) => new Response(body, { headers: { 'Content-Type': 'application/json' } });
  const main = document.querySelector('main');

  /** The widget: from the moment the first answer is there until its first rows, and until all, are laid out. */
  const runWidget = async (pages) => {
    let start = 0;
    const fetch = async (url) => {
      start ||= performance.now();
      return answer(pages[Number(new URL(url).searchParams.get('page'))]);
    };
    const list = document.createElement('skranke-deadline-list');
    list.client = createBackendClient({ backendUrl: '/api', fetch });
    list.refreshSeconds = 0;
    let first;
    const complete = new Promise((resolve) => {
      list.addEventListener('skranke-ready', ({ detail }) => {
        const height = list.offsetHeight;
        const elapsed = performance.now() - start;
        if (height === 0) throw new Error('not laid out');
        first ??= elapsed;
        if (detail.complete) resolve(elapsed);
      });
    });
    main.append(list);
    const last = await complete;
    return { list, first, last };
  };

  const make = (parent, tag, content = '') => {
    const element = document.createElement(tag);
    element.textContent = content;
    return parent.appendChild(element);
  };

  /** Rows by hand, `shown` of them: parse, sort by date, make them, lay out. */
  const runPlain = (pages, shown) => {
    const start = performance.now();
    const all = pages.flatMap((page) => JSON.parse(page).activities);
    all.sort((a, b) => a.fristDato.localeCompare(b.fristDato));
    const list = document.createElement('ul');
    for (const activity of all.slice(0, shown)) {
      const row = make(make(make(list, 'li'), 'h4'), 'button');
      const what = make(row, 'span');
      make(what, 'span', activity.kategori);
      make(what, 'span', activity.overskrift);
      make(what, 'span', `Status: ${activity.status} · Sagsnr. ${activity.sagsnummer}`);
      make(what, 'span', activity.myndighed);
      make(make(row, 'span', 'Frist: '), 'time', activity.fristDato).dateTime = activity.fristDato;
    }
    main.append(list);
    if (list.offsetHeight === 0) throw new Error('not laid out');
    return { list, elapsed: performance.now() - start };
  };

  const countNodes = (root) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_ALL);
    let nodes = 0;
    while (walker.nextNode()) nodes += 1;
    return { elements: root.querySelectorAll('*').length, nodes };
  };

  const nextTask = () => new Promise((resolve) => setTimeout(resolve));

  globalThis.bench = {
    makePages,
    async count(pages) {
      const { list } = await runWidget(pages);
      const closed = countNodes(list.shadowRoot);
      list.shadowRoot.querySelector('button[aria-expanded]').click();
      await list.updateComplete;
      const open = countNodes(list.shadowRoot);
      list.remove();
      return { closed, open };
    },
    async run(pages) {
      const { list, first, last } = await runWidget(pages);
      const rows = list.shadowRoot.querySelectorAll('button[aria-expanded]').length;
      list.remove();
      await nextTask();
      const few = runPlain(pages, rows);
      few.list.remove();
      await nextTask();
      const all = runPlain(pages, Infinity);
      all.list.remove();
      await nextTask();
      return { first, last, few: few.elapsed, all: all.elapsed };
    },
  };
}

function spread(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return { min: sorted[0], median: sorted[Math.floor(sorted.length / 2)], max: sorted.at(-1) };
}

const three = (values, digits) =>
  Object.values(spread(values))
    .map((value) => value.toFixed(digits))
    .join(' / ');

async function openBench() {
  const server = await startStaticServer({
    port: 0,
    mounts: { '/dist/': DIST, '/': join(ROOT, 'bench') },
  });
  const browser = await chromium.launch(await findBrowser());
  const page = await browser.newPage({ viewport: { width: 1000, height: 800 } });
  await page.goto(`http://127.0.0.1:${server.address().port}/page.html`);
  await page.evaluate(preparePage);
  const close = async () => {
    await browser.close();
    server.close();
    server.closeAllConnections();
  };
  return { page, version: browser.version(), close };
}

const { values } = parseArgs({ options: { runs: { type: 'string', default: '9' } } });
const runs = Math.max(7, Number(values.runs));
const { page, version, close } = await openBench();

console.log(`Chromium ${version}, ${runs} runs, the sizes and ways by turns\n`);
console.log('| activities | elements | all nodes | all nodes, one row open |');
console.log('| ---: | ---: | ---: | ---: |');
let most = 0;
for (const size of SIZES) {
  const { closed, open } = await page.evaluate(
    (count) => globalThis.bench.count(globalThis.bench.makePages(count)),
    size,
  );
  most = Math.max(most, closed.elements);
  console.log(`| ${size} | ${closed.elements} | ${closed.nodes} | ${open.nodes} |`);
}

const results = new Map(SIZES.map((size) => [size, []]));
for (let turn = -WARM_UPS; turn < runs; turn += 1) {
  for (const size of SIZES) {
    const result = await page.evaluate(
      (count) => globalThis.bench.run(globalThis.bench.makePages(count)),
      size,
    );
    if (turn >= 0) results.get(size).push(result);
  }
}
await close();

console.log('\nMin / median / max. Ratios are taken within one run.\n');
console.log(
  '| activities | first rows, ms | all pages in, ms | as many plain rows, ms | all as plain rows, ms | first rows ÷ as many plain | first rows ÷ all plain |',
);
console.log('| ---: | ---: | ---: | ---: | ---: | ---: | ---: |');
for (const [size, list] of results) {
  const of = (pick, digits = 1) => three(list.map(pick), digits);
  const columns = [
    of(({ first }) => first),
    of(({ last }) => last),
    of(({ few }) => few),
    of(({ all }) => all),
    of(({ first, few }) => first / few),
    of(({ first, all }) => first / all, 2),
  ];
  console.log(`| ${size} | ${columns.join(' | ')} |`);
}

if (most >= NODE_LIMIT) {
  console.error(`\n${most} elements: the limit is ${NODE_LIMIT}.`);
  process.exitCode = 1;
}
