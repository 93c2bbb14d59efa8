/**
 * `npm run bench:size`: what a page fetches of scripts and style sheets until a main task is done, read from the
 * browser's network log, and beside it the nearest match of other kits. Not a budget: that is `npm run size`.
 */
import { join } from 'node:path';
import { DIST } from '../scripts/lib/project.mjs';
import { doMainTasks, kitPage, startPilot, widgets } from './lib/kit.mjs';
import { bundlePage, installPeers, openBrowser, serve, watchAssets } from './lib/pages.mjs';
import { allOf, codeOf, PEERS } from './lib/peers.mjs';
import { machine, record, table } from './lib/figures.mjs';

const ENCODINGS = ['gzip', 'br'];
const kB = (bytes) => (bytes / 1000).toFixed(1);
const sum = (assets) => assets.reduce((total, { bytes }) => total + bytes, 0);

/** Opens a page with one way of compressing, and gives what it has fetched when `use` is done. */
async function weigh(browser, origin, path, encoding, use) {
  const page = await browser.newPage({ locale: 'da-DK' });
  await page.route('**/*', (route) =>
    route.continue({ headers: { ...route.request().headers(), 'accept-encoding': encoding } }),
  );
  const assets = watchAssets(page, origin);
  await page.goto(origin + path);
  await use(page);
  const fetched = await assets();
  await page.close();
  return fetched;
}

async function weighKit(browser) {
  const cases = [
    ...widgets.map((name) => ({ name: `\`<skranke-${name}>\`, loader`, names: [name], script: 'loader.js' })),
    { name: 'all widgets, loader', names: widgets, script: 'loader.js' },
    { name: 'all widgets, `skranke.js`', names: widgets, script: 'skranke.js' },
  ];
  const rows = [];
  for (const { name, names, script } of cases) {
    const row = { name };
    for (const encoding of ENCODINGS) {
      const pilot = await startPilot();
      const site = await serve(
        { '/cdn/': join(DIST, 'cdn') },
        { '/': kitPage(names, pilot.url, `/cdn/${script}`) },
      );
      const assets = await weigh(browser, site.origin, '/', encoding, (page) => doMainTasks(page, names));
      row[encoding] = sum(assets);
      const lazy = assets.filter(({ path }) => path.includes('sanitizer'));
      row[`lazy-${encoding}`] = sum(lazy);
      site.close();
      pilot.close();
    }
    rows.push(row);
    console.log(`${name}: ${kB(row.br)} kB brotli`);
  }
  return rows;
}

async function weighPeers(browser) {
  const rows = [];
  for (const [peer, parts] of Object.entries(PEERS)) {
    const cases = {
      ...Object.fromEntries(Object.entries(parts).map(([k, v]) => [k, codeOf(v)])),
      all: allOf(peer),
    };
    const row = { name: peer };
    for (const [part, code] of Object.entries(cases)) {
      const folder = await bundlePage(`size-${peer}-${part}`, code);
      const html = `<!doctype html><link rel="stylesheet" href="/page.css"><script type="module" src="/page.js"></script>`;
      const site = await serve({ '/': folder }, { '/index': html });
      row[part] = {};
      for (const encoding of ENCODINGS)
        row[part][encoding] = sum(
          await weigh(browser, site.origin, '/index', encoding, (page) =>
            page.waitForLoadState('networkidle'),
          ),
        );
      site.close();
    }
    rows.push(row);
    console.log(`${peer}: ${kB(row.all.br)} kB brotli`);
  }
  return rows;
}

installPeers();
const browser = await openBrowser();
const kit = await weighKit(browser);
const peers = await weighPeers(browser);
const kitTable = table(
  ['Skranke, kB', 'gzip', 'brotli', 'of it the lazy sanitiser (brotli)'],
  kit.map((row) => [row.name, kB(row.gzip), kB(row.br), row['lazy-br'] ? kB(row['lazy-br']) : '–']),
);
const parts = ['tree', 'search and list', 'form and dialog', 'QR', 'all'];
const peerTable = table(
  ['peer, kB brotli', ...parts],
  peers.map((row) => [row.name, ...parts.map((part) => (row[part] ? kB(row[part].br) : '–'))]),
);
await record('Size', {
  about:
    'Scripts and style sheets that a page fetches until the main task is done (a row opened, a code shown, a hit chosen, a request answered, a message recalled); for the peers, until their elements are defined.',
  markdown: `${kitTable}\n\n${peerTable}`,
  data: { kit, peers },
  on: machine(browser),
});
await browser.close();
