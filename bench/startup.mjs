/**
 * `npm run bench:startup`: from the start of the page to a list that can be used, its data fetched from a backend. Processor
 * slowed down four times; once over loopback, once over a slow network. Every way takes its turn in each round.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { DIST } from '../scripts/lib/project.mjs';
import { bundlePage, installPeers, openBrowser, serve } from './lib/pages.mjs';
import { codeOf, PEERS } from './lib/peers.mjs';
import { machine, record, show, spread, table } from './lib/figures.mjs';

const { values } = parseArgs({ options: { runs: { type: 'string', default: '7' } } });
const RUNS = Number(values.runs);
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

/** Fetches, makes the list with `make(rows)`, and says when it is on screen. */
const page = (imports, make) => `${imports}
const { activities } = await (await fetch('/api/activities')).json();
const make = ${make};
const list = make(activities);
document.querySelector('main').append(list);
await list.updateComplete;
await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
globalThis.ready(list.offsetHeight);`;

const children = (parent, child, text = 'textContent') => `(rows) => {
  const parent = document.createElement('${parent}');
  for (const { overskrift } of rows) {
    const row = document.createElement('${child}');
    row.${text} = overskrift;
    parent.append(row);
  }
  return parent;
}`;

const LIT = `import { LitElement, html } from 'lit';
customElements.define('bare-lit', class extends LitElement {
  static properties = { rows: {} };
  render() { return html\`<h2>Frister</h2><ul>\${this.rows?.map((row) => html\`<li><button><b>\${row.kategori}</b> <span>\${row.overskrift}</span> <small>\${row.myndighed}</small> <time>\${row.fristDato}</time></button></li>\`)}</ul>\`; }
});`;

const WAYS = {
  'plain DOM': page('', children('ul', 'li')),
  'bare Lit element': page(LIT, `(rows) => Object.assign(document.createElement('bare-lit'), { rows })`),
  Shoelace: page(codeOf(PEERS.Shoelace.tree), children('sl-tree', 'sl-tree-item')),
  'Web Awesome': page(codeOf(PEERS['Web Awesome'].tree), children('wa-tree', 'wa-tree-item')),
  UI5: page(codeOf(PEERS.UI5.tree), children('ui5-tree', 'ui5-tree-item', 'text')),
  Vaadin: page(
    `${codeOf(PEERS.Vaadin.tree)} import '@vaadin/grid/vaadin-grid-column.js';`,
    `(items) => {
      const grid = document.createElement('vaadin-grid');
      const column = document.createElement('vaadin-grid-column');
      column.path = 'overskrift';
      grid.append(column);
      grid.items = items;
      return grid;
    }`,
  ),
  Carbon: page(codeOf(PEERS.Carbon.tree), children('cds-tree-view', 'cds-tree-node', 'label')),
  Fluent: page(codeOf(PEERS.Fluent.tree), children('fluent-tree-view', 'fluent-tree-item')),
  'Material Web': page(
    "import '@material/web/list/list.js'; import '@material/web/list/list-item.js';",
    children('md-list', 'md-list-item'),
  ),
  DKFDS: page(codeOf(PEERS.DKFDS['form and dialog']), children('ul', 'li')),
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
  globalThis.ready = (height) => {
    if (!height) throw new Error('not on screen');
    seen.at ??= performance.now();
  };
}

const htmlPage = (script, body, inline = '') =>
  `<!doctype html><html lang="da"><meta charset="utf-8"><title>x</title><link rel="stylesheet" href="page.css">
<script>${inline}</script><script type="module" src="${script}"></script><main>${body}</main></html>`;

const kitPage = (script, count) =>
  htmlPage(
    script,
    '<skranke-deadline-list backend-url="/api" refresh-seconds="0"></skranke-deadline-list>'.repeat(count),
    `let open = ${count};
     addEventListener('skranke-ready', ({ target }) => { if (!--open) ready(target.offsetHeight); });`,
  );

async function prepare() {
  const sites = {
    'Skranke, one file a widget': { html: kitPage('/cdn/deadline-list.js', 1) },
    'Skranke, whole kit': { html: kitPage('/cdn/skranke.js', 1) },
    'Skranke, twenty widgets': { html: kitPage('/cdn/deadline-list.js', 20) },
  };
  for (const [name, code] of Object.entries(WAYS)) {
    const folder = await bundlePage(`startup-${name}`, code);
    sites[name] = { folder, html: htmlPage('/page.js', '') };
  }
  for (const site of Object.values(sites)) {
    const pages = { '/': site.html, '/api/activities': ANSWER };
    if (!site.folder) pages['/page.css'] = readFileSync(join(DIST, 'themes/base.css'), 'utf8');
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
  await tab.goto(server.origin);
  await tab
    .waitForFunction(() => globalThis.seen.at !== undefined, null, { timeout: 30_000 })
    .catch(() => {
      throw new Error(`${name} is never ready: ${errors.join('; ') || 'no error'}`);
    });
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
    for (const [name, site] of Object.entries(sites)) {
      const seen = await once(browser, name, site, conditions);
      // The first round warms up.
      if (run >= 0) ((data[name] ??= {})[network] ??= []).push(seen);
    }
  }
}
for (const { server } of Object.values(sites)) server.close();

const at = (name, network) => spread(data[name][network].map((seen) => seen.at));
const bare = {
  loopback: at('bare Lit element', 'loopback').median,
  slow: at('bare Lit element', 'slow network').median,
};
const rows = Object.keys(data).map((name) => {
  const [fast, slow] = [at(name, 'loopback'), at(name, 'slow network')];
  const all = data[name].loopback;
  return [
    name,
    show(fast, 0),
    (fast.median / bare.loopback).toFixed(2),
    show(slow, 0),
    (slow.median / bare.slow).toFixed(2),
    show(spread(all.map(({ longest }) => longest)), 0),
    Math.max(...all.map(({ shift }) => shift)).toFixed(3),
    all[0].requests,
    (all[0].bytes / 1000).toFixed(0),
  ];
});
await record('Startup', {
  about: `Milliseconds from the start of the page to a list of ${COUNT} rows on screen with data from a backend, median (range) of ${RUNS} runs, all ways in turn; processor ${SLOWER}× slower; slow network: 100 ms, 1.6 Mbit/s; ratios to the bare Lit element of the same run.`,
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
    rows,
  ),
  data,
  on: machine(browser),
});
await browser.close();
