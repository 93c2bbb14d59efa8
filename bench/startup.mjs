/**
 * `npm run bench:startup`: from the script's tag to a list that can be used, its data fetched from a backend. Processor
 * slowed down four times; once over loopback, once over a slow network. Every way takes its turn in each round.
 *
 *     node bench/startup.mjs [--runs 7] [--only 'Skranke|Lit'] [--check]
 *
 * With `--only` or fewer runs nothing is written down; `--check` fails over the limits.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { DIST } from '../scripts/lib/project.mjs';
import { bundlePage, installPeers, openBrowser, serve } from './lib/pages.mjs';
import { codeOf, PEERS } from './lib/peers.mjs';
import { machine, median, record, table, three } from './lib/figures.mjs';

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '7' },
    only: { type: 'string', default: '' },
    check: { type: 'boolean', default: false },
  },
});
const RUNS = Number(values.runs);
/** Fewer are a look, not a result. */
const MIN_RUNS = 7;
const OWN = 'Skranke, one widget';
const LIMIT = 'bare Lit element';
/** Issue 8: our start against that of a bare Lit element with its request. */
const MOST_TIMES_LIT = 1.3;
const SLOWER = 4;
const SLOW_NETWORK = { offline: false, latency: 100, downloadThroughput: 200_000, uploadThroughput: 100_000 };
const COUNT = 16;

const activities = Array.from({ length: COUNT }, (_, i) => ({
  id: `f-${i}`,
  type: 'frist',
  overskrift: `Indberet oplysninger nummer ${i + 1}`,
  beskrivelse: 'Oplys, hvor meget affald virksomheden har haft.',
  kategori: 'Miljø',
  myndighed: 'Fjordby Kommune',
  fristDato: `2037-01-${String(i + 1).padStart(2, '0')}`,
}));
const envelope = { currentPage: 0, totalPages: 1, elementsOnPage: COUNT, totalElements: COUNT };
const ANSWER = JSON.stringify({ ...envelope, activities });

/** Fetches, makes the list with `make(rows)`, and says when its last row is on screen. */
const page = (imports, make) => `${imports}
const { activities } = await (await fetch('/api/activities')).json();
const make = ${make};
const list = make(activities);
document.querySelector('main').append(list);
await list.updateComplete;
const last = list.querySelector('.last') ?? list;
globalThis.ready(() => last.offsetHeight);`;

/**
 * Rows that open, by what a kit has for them, with the texts of ours; as plain rows where it has nothing.
 * @param fill code that puts `title` and `text` into `row`
 */
const opening = (imports, parent, child, fill) =>
  page(
    imports,
    `(rows) => {
      const list = document.createElement('div');
      list.innerHTML = '<h2>Frister</h2><${parent}></${parent}>';
      for (const { overskrift, beskrivelse, kategori, myndighed, fristDato } of rows) {
        const row = document.createElement('${child}');
        const title = [kategori, overskrift, myndighed, fristDato].join(' ');
        const text = Object.assign(document.createElement('p'), { textContent: beskrivelse });
        ${fill}
        list.lastChild.append(row);
      }
      list.lastChild.lastChild.classList.add('last');
      return list;
    }`,
  );

const LIT = `import { LitElement, html } from 'lit';
customElements.define('bare-lit', class extends LitElement {
  static properties = { rows: {} };
  render() { return html\`<h2>Frister</h2><ul>\${this.rows?.map((row) => html\`<li><button><b>\${row.kategori}</b> <span>\${row.overskrift}</span> <small>\${row.myndighed}</small> <time>\${row.fristDato}</time></button></li>\`)}</ul>\`; }
});`;

/** Each of twenty elements fetches for itself, as elements that know nothing of each other do. */
const TWENTY_LIT = `${LIT}
const open = Array.from({ length: 20 }, async () => {
  const list = document.createElement('bare-lit');
  document.querySelector('main').append(list);
  list.rows = (await (await fetch('/api/activities')).json()).activities;
  await list.updateComplete;
});
await Promise.all(open);
globalThis.ready(() => document.querySelector('main').offsetHeight);`;

const rowsOf = (peer) => codeOf(PEERS[peer]['rows that open']);
const SLOT = (name) =>
  `row.append(Object.assign(document.createElement('span'), { textContent: title, slot: '${name}' }), text);`;

const WAYS = {
  'plain DOM': opening(
    '',
    'div',
    'details',
    "row.append(Object.assign(document.createElement('summary'), { textContent: title }), text);",
  ),
  'bare Lit elements, twenty': TWENTY_LIT,
  [LIMIT]: page(LIT, `(rows) => Object.assign(document.createElement('bare-lit'), { rows })`),
  Shoelace: opening(rowsOf('Shoelace'), 'div', 'sl-details', 'row.summary = title; row.append(text);'),
  'Web Awesome': opening(
    rowsOf('Web Awesome'),
    'div',
    'wa-details',
    'row.summary = title; row.append(text);',
  ),
  UI5: opening(
    rowsOf('UI5'),
    'div',
    'ui5-panel',
    'row.headerText = title; row.collapsed = true; row.append(text);',
  ),
  Vaadin: page(
    rowsOf('Vaadin'),
    `(items) => {
      const grid = document.createElement('vaadin-grid');
      for (const path of ['kategori', 'overskrift', 'myndighed', 'fristDato'])
        grid.append(Object.assign(document.createElement('vaadin-grid-column'), { path }));
      grid.rowDetailsRenderer = (root, _grid, { item }) => (root.textContent = item.beskrivelse);
      grid.items = items;
      return grid;
    }`,
  ),
  Carbon: opening(
    rowsOf('Carbon'),
    'cds-accordion',
    'cds-accordion-item',
    'row.title = title; row.append(text);',
  ),
  Fluent: opening(rowsOf('Fluent'), 'fluent-accordion', 'fluent-accordion-item', SLOT('heading')),
  'Material Web': opening(
    "import '@material/web/list/list.js'; import '@material/web/list/list-item.js';",
    'md-list',
    'md-list-item',
    "text.slot = 'supporting-text'; " + SLOT('headline'),
  ),
  DKFDS: opening(
    codeOf(PEERS.DKFDS['form and dialog']),
    'div',
    'div',
    `row.innerHTML = '<h3><button class="accordion-button" aria-expanded="false"></button></h3><div class="accordion-content" aria-hidden="true"></div>';
     row.querySelector('button').textContent = title; row.lastChild.append(text);`,
  ),
};

/** Runs in the page before its scripts. */
function observe() {
  const seen = (globalThis.seen = { longest: 0, shift: 0 });
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) seen.longest = Math.max(seen.longest, duration);
  }).observe({ type: 'longtask', buffered: true });
  new PerformanceObserver((list) => {
    for (const { value } of list.getEntries()) seen.shift += value;
  }).observe({ type: 'layout-shift', buffered: true });
  // The same end for every way: laid out, and a frame later. Some kits lay out only some frames after they were asked.
  globalThis.ready = (height) => {
    const end = () => {
      seen.at ??= performance.now() - seen.start;
      console.info('ready');
    };
    const look = height() ? end : () => globalThis.ready(height);
    requestAnimationFrame(() => setTimeout(look));
  };
}

const STYLES = '<link rel="stylesheet" href="page.css">';

const htmlPage = (script, body, head = '', inline = '') =>
  `<!doctype html><html lang="da"><meta charset="utf-8"><title>x</title><link rel="icon" href="data:,">${head}
<script>seen.start = performance.now(); ${inline}</script><script type="module" src="${script}"></script><main>${body}</main></html>`;

const ELEMENT = '<skranke-deadline-list backend-url="/api" refresh-seconds="0"></skranke-deadline-list>';
/** The room that a page reserves, as docs/embedding.md says: more than the list needs. */
const HEIGHT_PX = 1_600;

const kitPage = (script, count) =>
  htmlPage(
    script,
    ELEMENT.repeat(count),
    `<style>skranke-deadline-list { display: flow-root; min-height: ${HEIGHT_PX}px }</style>`,
    `let open = ${count};
     addEventListener('skranke-ready', ({ target }) => { if (!--open) ready(() => target.offsetHeight); });`,
  );

/** The widget as a host's own build takes it from the package: like all the other ways, one file. */
const OWN_CODE = `import '${join(DIST, 'components/deadline-list/deadline-list.define.js')}';`;

/** What a host's build may put first, as docs/embedding.md says. */
const BANNER = '//# allFunctionsCalledOnLoad';

async function prepare() {
  const folder = await bundlePage('startup-own', OWN_CODE);
  const withBanner = await bundlePage('startup-own-banner', OWN_CODE, BANNER);
  const sites = {
    [OWN]: { folder, html: kitPage('/page.js', 1) },
    'Skranke, one widget, the line of docs/embedding.md': {
      folder: withBanner,
      html: kitPage('/page.js', 1),
    },
    'Skranke, twenty widgets': { folder, html: kitPage('/page.js', 20) },
    'Skranke, `cdn/deadline-list.js`': { html: kitPage('/cdn/deadline-list.js', 1) },
    'Skranke, `cdn/skranke.js`': { html: kitPage('/cdn/skranke.js', 1) },
  };
  const litWithBanner = await bundlePage('startup-lit-banner', WAYS[LIMIT], BANNER);
  sites['bare Lit element, the same line'] = { folder: litWithBanner, html: htmlPage('/page.js', '') };
  for (const [name, code] of Object.entries(WAYS)) {
    const folder = await bundlePage(`startup-${name}`, code);
    const head = existsSync(join(folder, 'page.css')) ? STYLES : '';
    sites[name] = { folder, html: htmlPage('/page.js', '', head) };
  }
  const only = new RegExp(values.only);
  for (const name of Object.keys(sites)) if (!only.test(name)) delete sites[name];
  for (const site of Object.values(sites)) {
    const pages = { '/': site.html, '/api/activities': ANSWER };
    site.server = await serve(
      { '/cdn/': join(DIST, 'cdn'), ...(site.folder && { '/': site.folder }) },
      pages,
    );
  }
  return sites;
}

async function once(browser, name, { server }, network) {
  const context = await browser.newContext();
  const tab = await context.newPage();
  const session = await context.newCDPSession(tab);
  await session.send('Network.enable');
  if (network) await session.send('Network.emulateNetworkConditions', network);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  await tab.addInitScript(observe);
  const errors = [];
  tab.on('pageerror', ({ message }) => errors.push(message));
  tab.on('requestfailed', (request) => errors.push(`failed: ${request.url()}`));
  let requests = 0;
  let bytes = 0;
  session.on('Network.loadingFinished', ({ encodedDataLength }) => {
    requests += 1;
    bytes += encodedDataLength;
  });
  // Waiting in the page would have Playwright compile its own code in the midst of what is measured: 60 to 75 ms.
  const ready = tab
    .waitForEvent('console', { predicate: (line) => line.text() === 'ready', timeout: 30_000 })
    .catch(() => {
      throw new Error(`${name} is never ready: ${errors.join('; ') || 'no error'}`);
    });
  await tab.goto(server.origin);
  await ready;
  const seen = await tab.evaluate(() => globalThis.seen);
  await context.close();
  return { ...seen, requests, bytes };
}

installPeers();
const browser = await openBrowser();
const sites = await prepare();
const networks = { loopback: undefined, 'slow network': SLOW_NETWORK };
const data = {};
for (let run = -1; run < RUNS; run++) {
  for (const [network, conditions] of Object.entries(networks)) {
    const all = Object.entries(sites);
    const from = Math.max(0, run) % all.length;
    for (const [name, site] of [...all.slice(from), ...all.slice(0, from)]) {
      const seen = await once(browser, name, site, conditions);
      // The first round warms up.
      if (run >= 0) ((data[name] ??= {})[network] ??= []).push(seen);
    }
  }
}
for (const { server } of Object.values(sites)) server.close();

const medianOf = (name, network) => median(data[name][network].map((seen) => seen.at));
const names = Object.keys(sites).filter((name) => data[name]);
const hasLimit = Boolean(data[LIMIT]);

function rowOf(name) {
  const cells = Object.keys(networks).flatMap((network) => [
    three(
      data[name][network].map((seen) => seen.at),
      0,
    ),
    hasLimit ? (medianOf(name, network) / medianOf(LIMIT, network)).toFixed(2) : '–',
  ]);
  const all = data[name].loopback;
  return [
    name,
    ...cells,
    three(
      all.map(({ longest }) => longest),
      0,
    ),
    Math.max(...Object.values(data[name]).flatMap((of) => of.map(({ shift }) => shift))).toFixed(3),
    all[0].requests,
    (all[0].bytes / 1000).toFixed(0),
  ];
}

/** @returns what is not as it must be */
function overLimits() {
  const own = names.filter((name) => name.startsWith('Skranke'));
  const shifts = own.filter((name) => data[name].loopback.some(({ shift }) => shift > 0));
  const slow = Object.keys(networks).flatMap((network) => {
    if (!data[OWN]) return [];
    const times = hasLimit ? medianOf(OWN, network) / medianOf(LIMIT, network) : 0;
    const faster = names.filter((name) => name in PEERS && medianOf(name, network) < medianOf(OWN, network));
    return [
      ...(times > MOST_TIMES_LIT ? [`${network}: ${times.toFixed(2)} times a bare Lit element`] : []),
      ...faster.map((name) => `${network}: ${name} is ready before`),
    ];
  });
  return [...shifts.map((name) => `${name}: layout shift`), ...slow];
}

await record('Startup', {
  about: `Milliseconds from the script's tag to a list of ${COUNT} rows on screen with data from a backend, ${RUNS} runs, all ways in turn, min / median / max; processor ${SLOWER}× slower; slow network: 100 ms, 1.6 Mbit/s; ratios of the medians to the bare Lit element. Longest task, requests and kB over loopback, page and data included.`,
  markdown: table(
    [
      'way',
      'loopback, ms',
      '× Lit',
      'slow network, ms',
      '× Lit',
      'longest task, ms',
      'layout shift',
      'requests',
      'kB',
    ],
    names.map(rowOf),
  ),
  data,
  on: machine(browser),
  isWritten: !values.only && RUNS >= MIN_RUNS,
});
await browser.close();
for (const line of overLimits()) {
  console.log(`OVER ${line}`);
  if (values.check) process.exitCode = 1;
}
