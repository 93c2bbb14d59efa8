/** Storybook as built: every story renders, below a path of its own, without a request elsewhere. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { ROOT } from '../scripts/lib/project.mjs';
import { startStaticServer } from '../scripts/lib/static-server.mjs';
import { showInFrame } from '../scripts/lib/story-frame.mjs';
import { openPage } from './browser-page.mjs';
import { readPairs } from './token-pairs.mjs';

const STATIC = join(ROOT, 'storybook-static');

async function serveStorybook(t) {
  const server = await startStaticServer({ port: 0, mounts: { '/some/path/': STATIC }, strict: false });
  t.after(() => {
    server.close();
    server.closeAllConnections();
  });
  return `http://127.0.0.1:${server.address().port}`;
}

const TOKENS = [
  ...new Set(
    [
      ...readFileSync(join(ROOT, 'themes/base.css'), 'utf8').matchAll(
        /--skranke-([\w-]+):\s*(?:light-dark\(|#)/g,
      ),
    ].map(([, name]) => name),
  ),
];

/** The pairs whose contrast is computed in every theme and scheme (stories/themes.test.ts), as `front on back`. */
const LEAST = new Map(
  JSON.parse(readFileSync(join(ROOT, 'stories/token-pairs.json'), 'utf8')).flatMap(({ front, on, least }) =>
    on.map((back) => [`${front} on ${back}`, least]),
  ),
);

/** What stands in a story and has no such pair, or one that asks for less than text needs. */
function unknownPairs(found) {
  return found.filter((line) => {
    const [kind, ...words] = line.split(' ');
    return (LEAST.get(words.join(' ')) ?? 0) < (kind === 'text' ? 4.5 : 3);
  });
}

/** In the page: which stories have no play function; and from now on, in `played`, which ones were played to the end. */
async function watchPlays(ids) {
  globalThis.played = [];
  globalThis.__STORYBOOK_ADDONS_CHANNEL__.on('storyRenderPhaseChanged', ({ newPhase, storyId }) => {
    if (newPhase === 'played') globalThis.played.push(storyId);
  });
  const store = globalThis.__STORYBOOK_PREVIEW__.storyStoreValue;
  const stories = await Promise.all(ids.map((storyId) => store.loadStory({ storyId })));
  return stories.filter(({ playFunction }) => !playFunction).map(({ id }) => id);
}

/** In the page: the toolbar's choices. */
function setGlobals(globals) {
  globalThis.__STORYBOOK_ADDONS_CHANNEL__.emit('updateGlobals', { globals });
}

/** Shows every story in a language, one after the other. Gives the pairs of colours in them, each with its first story. */
async function showAll(t, origin, stories, globals) {
  const { page, problems } = await openPage(t, origin);
  await page.goto(`${origin}/some/path/iframe.html?viewMode=story`);
  await page.waitForFunction(() => globalThis.__STORYBOOK_PREVIEW__?.ready?.());
  await page.evaluate(setGlobals, globals);
  const { language } = globals;
  const ids = stories.map(({ id }) => id);
  assert.deepEqual(await page.evaluate(watchPlays, ids), [], 'stories without a play function');
  const pairs = new Map();
  for (const { id, title } of stories) {
    assert.equal(await page.evaluate(showInFrame, id), 'success', `${id}, ${language}`);
    // The colours are the same in every language.
    if (!title.startsWith('Widgets/') || language !== 'da') continue;
    for (const pair of await page.evaluate(readPairs, TOKENS)) if (!pairs.has(pair)) pairs.set(pair, id);
  }
  assert.deepEqual(await page.evaluate(() => globalThis.played), ids, 'each was played to its end');
  assert.equal(await page.evaluate(() => document.documentElement.lang), language);
  // The browser reports the failures that stories are about.
  const unplanned = problems.filter((problem) => !/Failed to load resource.*\/pilot-api\//.test(problem));
  assert.deepEqual(unplanned, []);
  return pairs;
}

const DANISH = { language: 'da' };
/** Each widget's stories are played and looked at by axe in both languages already (stories/*.test.ts): one is enough here. */
const ENGLISH = { language: 'en', a11y: { manual: true } };

test(
  'every story is played, and has only pairs of colours that are checked; in English, each page and widget',
  { timeout: 300_000 },
  async (t) => {
    const origin = await serveStorybook(t);
    const { entries } = JSON.parse(readFileSync(join(STATIC, 'index.json'), 'utf8'));
    const stories = Object.values(entries).filter(({ type }) => type === 'story');
    assert.ok(stories.length > 0);
    // They wait more than they work, so that both fit on one core.
    const [pairs] = await Promise.all(
      [
        [DANISH, stories],
        [ENGLISH, stories.filter(({ title, name }) => !title.startsWith('Widgets/') || name === 'Default')],
      ].map(([globals, shown]) => showAll(t, origin, shown, globals)),
    );
    const unknown = unknownPairs([...pairs.keys()]).map((pair) => `${pair}: ${pairs.get(pair)}`);
    assert.deepEqual(unknown, [], 'pairs that stories/token-pairs.json lacks');
    assert.ok(pairs.size > 10, 'pairs were found');
  },
);

/** The canvas, also inside shadow roots. */
const canvas = (page) => page.frameLocator('#storybook-preview-iframe');
const reads = (page, text) => canvas(page).getByText(text).first().waitFor();
const show = (page, origin, path) => page.goto(`${origin}/some/path/?path=/${path}`);

/** Requests to elsewhere, and what was thrown. */
const escapes = (problems) => problems.filter((problem) => /^(request|uncaught)/.test(problem));

test('the landing page, the page of a widget and those of the design ask no other origin', async (t) => {
  const origin = await serveStorybook(t);
  const { page, problems } = await openPage(t, origin);
  await show(page, origin, 'docs/start--docs');
  await reads(page, /element that a portal/);
  await canvas(page).getByRole('link', { name: 'Deadline list' }).click();
  await reads(page, /shows a company what authorities expect of it/);
  const headings = [
    'When to use it',
    'States',
    'Texts',
    'Accessibility',
    'Tokens',
    'Attributes, events, parts',
  ];
  for (const name of headings) await canvas(page).getByRole('heading', { name }).first().waitFor();
  await reads(page, /^\d+ texts of its own$/);
  await canvas(page).getByText('What a screen reader finds').click();
  await canvas(page)
    .getByRole('cell', { name: '17 ting venter på virksomheden', exact: true })
    .first()
    .waitFor();
  await canvas(page).getByRole('link', { name: 'Row Open' }).press('Enter');
  await page.waitForURL(/story\/widgets-deadline-list--row-open/);
  await show(page, origin, 'story/design-texts--texts');
  await reads(page, 'Føj til kalender');
  await reads(page, 'Add to calendar');
  assert.deepEqual(escapes(problems), []);
});

/** Chooses in the toolbar as a person does. */
async function choose(page, tool, option) {
  await page.getByRole('button', { name: tool }).first().click();
  await page.getByRole('option', { name: option }).first().click();
}

test('each choice of the toolbar shows in the canvas at once', async (t) => {
  const origin = await serveStorybook(t);
  const { page, problems } = await openPage(t, origin, {
    context: { viewport: { width: 1400, height: 900 } },
  });
  await show(page, origin, 'story/widgets-message-recall--found');
  await reads(page, 'Kan tilbagekaldes til og med 1. december 2026');
  const widget = canvas(page).locator('skranke-message-recall');
  const look = () =>
    widget.evaluate((element) => {
      const button = element.shadowRoot.querySelector('.primary');
      return {
        button: getComputedStyle(button).backgroundColor,
        text: getComputedStyle(element).color,
        width: innerWidth,
      };
    });
  const plain = await look();

  await choose(page, /^Theme/, 'theme: borger');
  const borger = await look();
  assert.notEqual(borger.button, plain.button, 'theme');
  await choose(page, /^Colour scheme/, 'dark');
  assert.notEqual((await look()).text, borger.text, 'colour scheme');
  await choose(page, /^Viewport/, /320 px/);
  await page.waitForFunction(
    () => document.querySelector('#storybook-preview-iframe').contentWindow.innerWidth === 320,
  );
  await choose(page, /^Language/, 'English');
  await reads(page, 'Can be recalled until and including 1 December 2026');
  await choose(page, /^Persona/, /without the right/);
  await reads(page, 'You may not recall the message');
  await choose(page, /^Scenario/, /^server-error/);
  await reads(page, 'There is an error in the system');
  // What the story is about is not there, and nobody calls that a mistake.
  assert.equal(await canvas(page).locator('.sb-errordisplay:visible').count(), 0);

  await page.getByRole('tab', { name: /^Accessibility/ }).click();
  await page
    .getByText(/Violations/)
    .first()
    .waitFor();
  assert.deepEqual(escapes(problems), []);
});
