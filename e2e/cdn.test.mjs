/** The CDN files on pages with the documented security header. Run `npm run build` first. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { DIST, findWidgets, VERSION } from '../scripts/lib/project.mjs';
import { openPage } from './browser-page.mjs';
import { hostPage, serveSite, startPilot } from './servers.mjs';

const TAGS = findWidgets().map((name) => `skranke-${name}`);
const OTHER_VERSION = '9.8.7';

/** Serves one page and `dist/`; the pages have no backend, so the widgets stay with an error of their own. */
const servePage = (t, body) => serveSite(t, { '/': hostPage({ body }) });

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

test('the kit and the loader on one page do not disturb each other', async (t) => {
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

/** A page with two copies of the kit, in order; the second one configures it. */
async function openTwoCopies(t, files) {
  const pilot = await startPilot(t);
  const kit = readFileSync(join(DIST, 'cdn/skranke.js'), 'utf8');
  const doctored = kit.replaceAll(`\`${VERSION}\``, `\`${OTHER_VERSION}\``);
  assert.ok(doctored !== kit, 'the version stands in the file');
  const host = `
    import * as first from '/dist/cdn/${files[0]}';
    import * as second from '/dist/cdn/${files[1]}';
    second.configure({ backendUrl: ${JSON.stringify(pilot.url)}, getToken: () => 'pilot-company' });
    globalThis.found = {
      version: customElements.get('skranke-deadline-list').version,
      hasBoth: first.configure !== second.configure,
    };`;
  const scripts = files.map((file) => `<script type="module" src="/dist/cdn/${file}"></script>`);
  const origin = await serveSite(
    t,
    {
      '/': hostPage({
        body: `<skranke-deadline-list></skranke-deadline-list>${scripts.join('')}<script type="module" src="/host.js"></script>`,
      }),
      '/host.js': host,
      [`/dist/cdn/skranke-${OTHER_VERSION}.js`]: doctored,
    },
    { connect: [pilot.url] },
  );
  const opened = await openPage(t, origin, { allowed: [pilot.url] });
  await opened.page.goto(origin);
  await opened.page.getByText('ting venter på virksomheden').waitFor();
  const found = await opened.page.evaluate(() => globalThis.found);
  return { ...opened, found, asked: (await pilot.requests()).map(({ persona }) => persona) };
}

test('the same version twice: the first is used, nothing is said', async (t) => {
  const { found, asked, problems, warnings } = await openTwoCopies(t, [
    'skranke.js',
    `skranke-${VERSION}.js`,
  ]);
  assert.deepEqual(found, { version: VERSION, hasBoth: true });
  assert.deepEqual(asked, ['company']);
  assert.deepEqual([...problems, ...warnings], []);
});

for (const [first, second] of [
  [VERSION, OTHER_VERSION],
  [OTHER_VERSION, VERSION],
]) {
  test(`version ${second} after ${first}: the first wins, one warning, both scripts work`, async (t) => {
    const { found, asked, problems, warnings, page } = await openTwoCopies(t, [
      `skranke-${first}.js`,
      `skranke-${second}.js`,
    ]);
    assert.deepEqual(found, { version: first, hasBoth: true });
    assert.deepEqual(asked, ['company']);
    assert.deepEqual(problems, []);
    assert.equal(warnings.length, 1);
    assert.match(warnings[0], new RegExp(`already registered \\(${first}\\); version ${second} is not used`));
    const regions = page.locator('[aria-live]');
    assert.equal(await regions.count(), 1, 'one live region for the page');
  });
}

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

test('loader.js looks into open shadow roots that are there or come, and into those it is told of', async (t) => {
  const [first, second, third] = TAGS;
  const card = `<host-card><template shadowrootmode="open"><section><${first}></${first}></section></template></host-card>`;
  const origin = await servePage(t, `${card}<script type="module" src="/dist/cdn/loader.js"></script>`);
  const { page, problems } = await openPage(t, origin);
  await page.goto(origin);
  await page.waitForFunction((name) => customElements.get(name) !== undefined, first);

  await page.evaluate((name) => {
    const section = document.createElement('section');
    const host = section.appendChild(document.createElement('div'));
    host.attachShadow({ mode: 'open' }).append(document.createElement(name));
    document.body.append(section);
  }, third);
  await page.waitForFunction((name) => customElements.get(name) !== undefined, third);

  await page.evaluate(async (name) => {
    const { watch } = await import('/dist/cdn/loader.js');
    const root = document.body.appendChild(document.createElement('div')).attachShadow({ mode: 'open' });
    watch(root);
    root.append(document.createElement(name));
  }, second);
  await page.waitForFunction((name) => customElements.get(name) !== undefined, second);
  assert.deepEqual(problems, []);
});
