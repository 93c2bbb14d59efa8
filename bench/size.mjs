/**
 * `npm run bench:size`: what a page fetches of scripts and style sheets until a main task is done, read from the
 * browser's network log, and beside it the nearest match of other kits. Not a budget: that is `npm run size`.
 *
 *     node bench/size.mjs [--check]
 *
 * Everything is fetched twice and must be the same both times. `--check` fails where a kit is smaller than ours.
 */
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { DIST } from '../scripts/lib/project.mjs';
import { doMainTasks, kitPage, startPilot, whenReady, widgets } from './lib/kit.mjs';
import { bundlePage, installPeers, openBrowser, serve, watchAssets } from './lib/pages.mjs';
import { codeOfParts, PEERS } from './lib/peers.mjs';
import { machine, record, table } from './lib/figures.mjs';

const ENCODINGS = ['gzip', 'br'];
const ROUNDS = 2;
/** What comes nearest to each widget, of the parts in lib/peers.mjs. */
const NEAREST = {
  'consent-request': ['form and dialog'],
  'contact-point-picker': ['tree', 'search and list'],
  'deadline-list': ['rows that open'],
  'deep-link-card': ['QR'],
  'message-recall': ['form and dialog'],
};
const WHOLE = 'whole kit';

const { values } = parseArgs({ options: { check: { type: 'boolean', default: false } } });
const kB = (bytes) => (bytes / 1000).toFixed(1);
const sum = (assets) => assets.reduce((total, { bytes }) => total + bytes, 0);

/**
 * Nothing more comes. UI5 goes on asking for a font elsewhere, now and then for half a minute: after so long, what has not come from
 * here does not come. Each page is weighed twice, and must be the same.
 */
const isStill = (page) => Promise.race([page.waitForLoadState('networkidle'), page.waitForTimeout(8_000)]);

/** Opens a page. @returns what it fetched at first, and until `use` was done */
async function weigh(browser, origin, { ready, use }) {
  const page = await browser.newPage({ locale: 'da-DK' });
  const assets = watchAssets(page, origin);
  await page.goto(`${origin}/index`);
  await ready(page);
  const first = new Set((await assets()).map(({ path }) => path));
  await use?.(page);
  // What is fetched lazily comes a moment after what it is for.
  await isStill(page);
  const fetched = await assets();
  await page.close();
  return fetched.map((asset) => ({ ...asset, isLazy: !first.has(asset.path) }));
}

/** The same again must be the same: else it is no size. */
async function weighTwice(weighOnce) {
  const row = {};
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const encoding of ENCODINGS) {
      const files = (await weighOnce(encoding)).sort((a, b) => a.path.localeCompare(b.path));
      row[encoding] ??= files;
      if (sum(row[encoding]) !== sum(files)) throw new Error('another size than a moment ago');
    }
  }
  return row;
}

async function weighKit(browser) {
  const cases = [
    ...widgets.map((name) => ({ name, names: [name], script: 'loader.js' })),
    { name: WHOLE, names: widgets, script: 'skranke.js' },
    { name: `${WHOLE}, by the loader`, names: widgets, script: 'loader.js' },
  ];
  const rows = [];
  for (const { name, names, script } of cases) {
    const files = await weighTwice(async (encoding) => {
      const pilot = await startPilot();
      const html = kitPage(names, pilot.url, `/cdn/${script}`);
      const site = await serve({ '/cdn/': join(DIST, 'cdn') }, { '/index': html }, [encoding]);
      try {
        return await weigh(browser, site.origin, {
          ready: (page) => whenReady(page, names),
          use: (page) => doMainTasks(page, names),
        });
      } finally {
        site.close();
        pilot.close();
      }
    });
    rows.push({ name, files });
    console.log(`${name}: ${kB(sum(files.br))} kB brotli`);
  }
  return rows;
}

async function weighPeers(browser) {
  const rows = [];
  for (const peer of Object.keys(PEERS)) {
    const cases = { ...NEAREST, [WHOLE]: Object.keys(PEERS[peer]) };
    const row = { name: peer };
    for (const [name, parts] of Object.entries(cases)) {
      const code = codeOfParts(peer, parts);
      if (!code) continue;
      const folder = await bundlePage(`size-${peer}-${name}`, code);
      const html = `<!doctype html><link rel="icon" href="data:,"><link rel="stylesheet" href="/page.css"><script type="module" src="/page.js"></script>`;
      const ready = isStill;
      row[name] = await weighTwice(async (encoding) => {
        const site = await serve({ '/': folder }, { '/index': html }, [encoding]);
        try {
          return await weigh(browser, site.origin, { ready });
        } finally {
          site.close();
        }
      });
    }
    rows.push(row);
    console.log(`${peer}: ${kB(sum(row[WHOLE].br))} kB brotli`);
  }
  return rows;
}

const shown = (name) => (name.startsWith(WHOLE) ? name : `\`<skranke-${name}>\``);

function kitTable(rows) {
  return table(
    ['Skranke, kB', 'gzip', 'brotli', 'files', 'lazy files among them (brotli)'],
    rows.map(({ name, files }) => {
      const lazy = files.br.filter(({ isLazy }) => isLazy);
      const named = lazy.map(({ path, bytes }) => `${basename(path)} ${kB(bytes)}`);
      return [shown(name), kB(sum(files.gzip)), kB(sum(files.br)), files.br.length, named.join(', ') || '–'];
    }),
  );
}

/** Each kit's nearest match, and how many times ours it is. */
function peerTable(kit, peers) {
  const columns = [...Object.keys(NEAREST), WHOLE];
  const own = Object.fromEntries(kit.map(({ name, files }) => [name, sum(files.br)]));
  return table(
    ['kB brotli (times ours)', ...columns.map(shown)],
    [
      ['nearest match in other kits', ...columns.map((name) => NEAREST[name]?.join(' + ') ?? 'all of these')],
      ['Skranke', ...columns.map((name) => kB(own[name]))],
      ...peers.map((row) => [
        row.name,
        ...columns.map((name) => {
          const bytes = row[name] && sum(row[name].br);
          return bytes ? `${kB(bytes)} (${(bytes / own[name]).toFixed(1)})` : '–';
        }),
      ]),
    ],
  );
}

/** Where another kit's nearest match is smaller. */
function smaller(kit, peers) {
  return kit.flatMap(({ name, files }) =>
    peers
      .filter((row) => row[name] && sum(row[name].br) < sum(files.br))
      .map(
        (row) => `${row.name} has ${kB(sum(row[name].br))} kB beside ${shown(name)}, ${kB(sum(files.br))} kB`,
      ),
  );
}

installPeers();
const browser = await openBrowser();
const kit = await weighKit(browser);
const peers = await weighPeers(browser);
await record('Size', {
  about:
    'Scripts and style sheets that a page fetches until the main task is done (a hit chosen, a code shown, a row opened, a request answered, a message recalled), all dependencies, texts in two languages and the widget’s own logic included; for the other kits, until their elements are defined.',
  markdown: `${kitTable(kit)}\n\n${peerTable(kit, peers)}`,
  data: { kit, peers },
  on: machine(browser),
});
await browser.close();
for (const line of smaller(kit, peers)) {
  console.log(line);
  if (values.check) process.exitCode = 1;
}
