/**
 * What the deadline list puts into the page, and how long it takes from data to layout, for 10 to 10,000 activities,
 * beside rows by hand.
 */
import { join } from 'node:path';
import { DIST, ROOT } from '../../scripts/lib/project.mjs';
import { startStaticServer } from '../../scripts/lib/static-server.mjs';
import { growth, median, table, three } from '../lib/figures.mjs';

const SIZES = [10, 100, 1_000, 10_000];
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

const inPage = (page, what, size) =>
  page.evaluate(([fn, count]) => globalThis.bench[fn](globalThis.bench.makePages(count)), [what, size]);

/** Sizes and ways by turns, after rounds that are not counted. */
async function measure(page, runs) {
  const results = new Map();
  for (const size of SIZES) results.set(size, { size, counts: await inPage(page, 'count', size), runs: [] });
  for (let round = -WARM_UPS; round < runs; round += 1) {
    for (const size of SIZES) {
      const run = await inPage(page, 'run', size);
      if (round >= 0) results.get(size).runs.push(run);
    }
  }
  return [...results.values()];
}

function tableOf(rows) {
  return table(
    [
      'activities',
      'first rows, ms',
      'all pages in, ms',
      'as many plain rows, ms',
      'all as plain rows, ms',
      'first rows ÷ as many plain',
      'first rows ÷ all plain',
      'elements',
      'all nodes',
      'all nodes, one row open',
    ],
    rows.map(({ size, counts: { closed, open }, runs }) => {
      const of = (pick, digits = 1) => three(runs.map(pick), digits);
      return [
        size,
        of(({ first }) => first),
        of(({ last }) => last),
        of(({ few }) => few),
        of(({ all }) => all),
        of(({ first, few }) => first / few),
        of(({ first, all }) => first / all, 2),
        closed.elements,
        closed.nodes,
        open.nodes,
      ];
    }),
  );
}

/** @returns what `record()` takes, and how many limits are broken */
export async function benchDeadlines(browser, { runs }) {
  const mounts = { '/dist/': DIST, '/': join(ROOT, 'bench') };
  const server = await startStaticServer({ port: 0, mounts });
  const page = await browser.newPage({ viewport: { width: 1000, height: 800 } });
  await page.goto(`http://127.0.0.1:${server.address().port}/page.html`);
  await page.evaluate(preparePage);
  const rows = await measure(page, runs);
  await page.close();
  server.close();
  server.closeAllConnections();
  const over = rows.filter(({ counts }) => counts.closed.elements >= NODE_LIMIT);
  for (const { size, counts } of over)
    console.error(`${counts.closed.elements} elements at ${size}: the limit is ${NODE_LIMIT}.`);
  const exponent = (pick) =>
    growth(rows.map(({ size, runs: ofRow }) => [size, median(ofRow.map(pick))])).toFixed(2);
  return {
    about: `From data to layout, ${runs} runs, sizes and ways by turns. Min / median / max; ratios are taken within one run. The list's time grows with the number of activities to the power of ${exponent(({ first }) => first)} (first rows) and ${exponent(({ last }) => last)} (all pages in).`,
    markdown: tableOf(rows),
    data: rows,
    over: over.length,
  };
}
