/**
 * What a screen reader finds in each widget, in docs/accessibility-tables: its first story, each step of its main task,
 * dialogs and receipts included, and while it loads, is empty, and fails. `UPDATE_SNAPSHOTS=1` writes the tables anew.
 * Run `npm run build-storybook` first.
 */
import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { format, resolveConfig } from 'prettier';
import { ROOT } from '../scripts/lib/project.mjs';
import { NOW, openFrame, TELLING, widgetStories } from '../scripts/lib/story-frame.mjs';
import { tableOf } from './accessibility-table.mjs';

const FOLDER = join(ROOT, 'docs/accessibility-tables');

/** Further steps of a widget's main task, beside those that say most about it. */
const STEPS = {
  'Consent request': ['Undecided', 'Confirm Withdrawal', 'Withdrawn'],
  'Contact point picker': ['Hits', 'Authorities', 'Chosen', 'Too Long'],
  'Deadline list': ['Second Page', 'Dismissal Failed'],
  'Message recall': ['Number Shown', 'Value Date Passed', 'Bad Id'],
};

/** In the page: what the live regions say from now on. */
function listen() {
  globalThis.announced = [];
  const observer = new MutationObserver((mutations) => {
    for (const { target, addedNodes } of mutations)
      if (target instanceof Element && target.matches('[aria-live]'))
        for (const node of addedNodes) {
          const text = node.textContent.trim();
          if (text) globalThis.announced.push(text);
        }
  });
  const whole = { childList: true, subtree: true };
  observer.observe(document, whole);
  // The region of an open dialog stands in it, so in a shadow root.
  const { attachShadow } = Element.prototype;
  Element.prototype.attachShadow = function (options) {
    const root = attachShadow.call(this, options);
    observer.observe(root, whole);
    return root;
  };
}

/** In the page: what the stories say of themselves. */
async function describeStories(ids) {
  const store = globalThis.__STORYBOOK_PREVIEW__.storyStoreValue;
  const stories = await Promise.all(ids.map((storyId) => store.loadStory({ storyId })));
  return stories.map(({ id, parameters }) => ({ id, state: parameters.state }));
}

/** Stories of a widget worth a table, each once. */
async function pick(page, title, stories) {
  const described = await page.evaluate(
    describeStories,
    stories.map(({ id }) => id),
  );
  const first = (fits) => described.find(fits)?.id;
  const ids = new Set([
    described[0].id,
    ...['loading', 'empty', 'error'].map((wanted) => first(({ state }) => state === wanted)),
  ]);
  const names = [...(TELLING[title] ?? []), ...(STEPS[title] ?? [])];
  for (const name of names)
    assert.ok(
      stories.some((story) => story.name === name),
      `${title}: ${name}`,
    );
  return stories.filter(({ id, name }) => ids.has(id) || names.includes(name));
}

async function readStory({ page, show }, { id, name }) {
  await page.evaluate(() => (globalThis.announced.length = 0));
  await show(id);
  // What is announced comes a moment after what is shown.
  await page.waitForTimeout(150);
  return tableOf({
    name,
    snapshot: await page.locator('#storybook-root').ariaSnapshot(),
    announced: await page.evaluate(() => [...globalThis.announced]),
  });
}

async function check(name, lines) {
  const file = join(FOLDER, `${name}.md`);
  const text = await format(lines.join('\n'), { ...(await resolveConfig(file)), parser: 'markdown' });
  if (process.env.UPDATE_SNAPSHOTS) writeFileSync(file, text);
  assert.ok(existsSync(file), `no ${file}: run with UPDATE_SNAPSHOTS=1`);
  assert.equal(text, readFileSync(file, 'utf8'), `${name}: if it is meant, run with UPDATE_SNAPSHOTS=1`);
}

test('the accessibility tables are those of the widgets', { timeout: 240_000 }, async (t) => {
  const frame = await openFrame({ now: NOW, timezoneId: 'Europe/Copenhagen' });
  t.after(() => frame.close());
  await frame.page.evaluate(listen);
  for (const widget of new Set(widgetStories().map(({ title }) => title))) {
    const title = widget.replace('Widgets/', '');
    const name = title.toLowerCase().replaceAll(' ', '-');
    const stories = await pick(
      frame.page,
      title,
      widgetStories().filter((story) => story.title === widget),
    );
    const lines = [
      `# ${title}: what a screen reader finds`,
      '',
      'In the order of reading, from the accessibility tree of Chromium (`e2e/accessibility-tables.test.mjs`). Written by',
      '`UPDATE_SNAPSHOTS=1 node --test e2e/accessibility-tables.test.mjs`.',
      '',
    ];
    for (const story of stories) lines.push(...(await readStory(frame, story)));
    await check(name, lines);
  }
});
