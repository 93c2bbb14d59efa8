/** The CDN files on pages with the documented security header. Run `npm run build` first. */
import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { DIST, findWidgets, ROOT } from '../scripts/lib/project.mjs';
import { startStaticServer } from '../scripts/lib/static-server.mjs';
import { openPage } from './browser-page.mjs';

const TAGS = findWidgets().map((name) => `skranke-${name}`);

/** Serves one page and `dist/`; the pages have no backend, so the widgets stay with an error of their own. */
async function servePage(t, body) {
  const folder = join(ROOT, '.tmp/e2e-pages');
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    join(folder, 'index.html'),
    `<!doctype html><html lang="da"><meta charset="utf-8"><link rel="icon" href="data:,"><title>Test</title>${body}</html>`,
  );
  const server = await startStaticServer({ port: 0, mounts: { '/dist/': DIST, '/': folder } });
  t.after(() => {
    server.close();
    server.closeAllConnections();
  });
  return `http://127.0.0.1:${server.address().port}`;
}

const isDefined = (page, tag) => page.evaluate((name) => customElements.get(name) !== undefined, tag);

test('skranke.js registers every widget and exports the kit, under the documented header', async (t) => {
  const origin = await servePage(t, '<script type="module" src="/dist/cdn/skranke.js"></script>');
  const { page, problems } = await openPage(t, origin);
  await page.goto(origin);
  for (const tag of TAGS) assert.equal(await isDefined(page, tag), true, tag);
  const names = await page.evaluate(async () => Object.keys(await import('/dist/cdn/skranke.js')));
  assert.ok(names.includes('configure') && names.includes('createBackendClient'), names.join(' '));
  assert.deepEqual(problems, []);
});

test('two copies of the kit on one page do not disturb each other', async (t) => {
  const scripts = ['skranke.js', 'loader.js'].map(
    (file) => `<script type="module" src="/dist/cdn/${file}"></script>`,
  );
  const origin = await servePage(t, scripts.join(''));
  const { page, problems } = await openPage(t, origin);
  await page.goto(origin);
  await page.evaluate((tag) => document.body.append(document.createElement(tag)), TAGS[0]);
  assert.equal(await isDefined(page, TAGS[0]), true);
  assert.deepEqual(problems, []);
});

test('loader.js fetches a widget when it first stands on the page', async (t) => {
  const origin = await servePage(t, '<main></main><script type="module" src="/dist/cdn/loader.js"></script>');
  const { page, problems } = await openPage(t, origin);
  await page.goto(origin);
  for (const tag of TAGS) assert.equal(await isDefined(page, tag), false, tag);
  const [tag] = TAGS;
  await page.evaluate((name) => {
    const section = document.createElement('section');
    section.append(document.createElement(name));
    document.querySelector('main').append(section);
  }, tag);
  await page.waitForFunction((name) => customElements.get(name) !== undefined, tag);
  assert.deepEqual(problems, []);
});
