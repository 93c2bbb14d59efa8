/** From a link to its QR code on the page: the deep link card, and the codes of other kits. Each run has its own page. */
import { join } from 'node:path';
import { DIST } from '../../scripts/lib/project.mjs';
import { bundlePage, installPeers, serve } from '../lib/pages.mjs';
import { codeOf, PEERS } from '../lib/peers.mjs';
import { table, three } from '../lib/figures.mjs';

const WARM_UPS = 1;
const AGAIN = 5;
const POINT_ID = '163710ae-5078-350c-0000-0000000f1001';
const URL_SHOWN = `https://post.demo.borger.dk/write?recipient=${POINT_ID}`;

/** Each defines `globalThis.show()`, which puts a code on the page and settles when it is drawn. */
const WAYS = {
  '`<skranke-deep-link-card>`, whole card': `
const deepLinks = [{ targets: ['CITIZEN'], platform: 'borger.dk', url: ${JSON.stringify(URL_SHOWN)} }];
const point = { id: '${POINT_ID}', name: 'Pas', targets: [], active: true, visible: true, contactGroups: [] };
const client = {
  get: async ({ path, read }) => ({ data: read(path.endsWith('deep-links') ? { deepLinks } : point) }),
  forget() {},
};
globalThis.show = async () => {
  const card = Object.assign(document.createElement('skranke-deep-link-card'), { contactPointId: point.id, client });
  const ready = new Promise((resolve, reject) => {
    card.addEventListener('skranke-ready', resolve, { once: true });
    card.addEventListener('skranke-error', reject, { once: true });
  });
  document.body.append(card);
  await ready;
  if (!card.shadowRoot.querySelector('svg')) throw new Error('no code');
};`,
  'Shoelace, code alone': peerCode(PEERS.Shoelace.QR, 'sl-qr-code'),
  'Web Awesome, code alone': peerCode(PEERS['Web Awesome'].QR, 'wa-qr-code'),
};

function peerCode(parts, tag) {
  return `${codeOf(parts)}
globalThis.show = async () => {
  const code = Object.assign(document.createElement('${tag}'), { value: ${JSON.stringify(URL_SHOWN)} });
  document.body.append(code);
  await code.updateComplete;
  if (!code.shadowRoot.querySelector('canvas')) throw new Error('no code');
};`;
}

async function prepare() {
  const sites = [];
  for (const [name, code] of Object.entries(WAYS)) {
    const isOwn = name.includes('skranke');
    const folder = await bundlePage(`qr-${name}`, code);
    const own = isOwn ? '<script type="module" src="/cdn/skranke.js"></script>' : '';
    const html = `<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,">${own}<script type="module" src="/page.js"></script>`;
    sites.push({
      name,
      server: await serve({ '/cdn/': join(DIST, 'cdn'), '/': folder }, { '/index': html }),
    });
  }
  return sites;
}

/** Runs in the page. */
async function showCodes(again) {
  const times = [];
  for (let n = 0; n <= again; n += 1) {
    const start = performance.now();
    await globalThis.show();
    if (document.body.offsetHeight === 0) throw new Error('not laid out');
    times.push(performance.now() - start);
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    document.body.replaceChildren();
  }
  const [first, ...rest] = times;
  return { first, again: rest.sort((a, b) => a - b)[rest.length >> 1] };
}

/** @returns what `record()` takes */
export async function benchQr(browser, { runs }) {
  installPeers();
  const sites = await prepare();
  const rows = new Map(sites.map(({ name }) => [name, []]));
  for (let round = -WARM_UPS; round < runs; round += 1) {
    const start = Math.max(0, round) % sites.length;
    for (const { name, server } of [...sites.slice(start), ...sites.slice(0, start)]) {
      const page = await browser.newPage();
      await page.goto(`${server.origin}/index`, { waitUntil: 'networkidle' });
      const run = await page.evaluate(showCodes, AGAIN);
      if (round >= 0) rows.get(name).push(run);
      await page.close();
    }
  }
  for (const { server } of sites) server.close();
  const data = Object.fromEntries(rows);
  return {
    about: `From a link in memory to its QR code laid out, ${runs} runs, each on a page of its own, by turns. Min / median / max.`,
    markdown: table(
      ['way', 'first time, ms', 'once more, ms'],
      Object.entries(data).map(([name, all]) => [
        name,
        three(all.map(({ first }) => first)),
        three(all.map(({ again }) => again)),
      ]),
    ),
    data,
  };
}
