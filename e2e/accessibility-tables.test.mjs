/**
 * What a screen reader finds in each widget, in docs/accessibility-tables: its first story, the first where somebody does
 * something, the first that is empty and the first that fails. `UPDATE_SNAPSHOTS=1` writes the tables anew. Run
 * `npm run build-storybook` first.
 */
import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { format, resolveConfig } from 'prettier';
import { ROOT } from '../scripts/lib/project.mjs';
import { openFrame, widgetStories } from '../scripts/lib/story-frame.mjs';
import { tableOf } from './accessibility-table.mjs';

const FOLDER = join(ROOT, 'docs/accessibility-tables');
const NOW = '2026-11-22T10:00:00+01:00';

/** In the page: what the live regions say from now on. */
function listen() {
  globalThis.announced = [];
  new MutationObserver((mutations) => {
    for (const { target, addedNodes } of mutations)
      if (target instanceof Element && target.matches('[aria-live]'))
        for (const node of addedNodes) {
          const text = node.textContent.trim();
          if (text) globalThis.announced.push(text);
        }
  }).observe(document, { childList: true, subtree: true });
}

/** In the page: what the stories say of themselves. */
async function describeStories(ids) {
  const store = globalThis.__STORYBOOK_PREVIEW__.storyStoreValue;
  const stories = await Promise.all(ids.map((storyId) => store.loadStory({ storyId })));
  return stories.map(({ id, parameters }) => ({
    id,
    state: parameters.state ?? 'ready',
    acts: parameters.acts === true,
  }));
}

/** Stories of a widget worth a table, each once. */
async function pick(page, stories) {
  const described = await page.evaluate(
    describeStories,
    stories.map(({ id }) => id),
  );
  const first = (fits) => described.find(fits)?.id;
  const ids = new Set([
    described[0].id,
    first(({ acts, state }) => acts && state === 'ready'),
    first(({ state }) => state === 'empty'),
    first(({ state }) => state === 'error'),
  ]);
  return stories.filter(({ id }) => ids.has(id));
}

async function readStory({ page, show }, { id, name }) {
  await page.evaluate(() => (globalThis.announced.length = 0));
  assert.equal(await show(id), 'success', id);
  // What is announced comes a moment after what is shown.
  await page.waitForTimeout(250);
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

test('the accessibility tables are those of the widgets', { timeout: 120_000 }, async (t) => {
  const frame = await openFrame({ now: NOW, timezoneId: 'Europe/Copenhagen' });
  t.after(() => frame.close());
  await frame.page.evaluate(listen);
  for (const widget of new Set(widgetStories().map(({ title }) => title))) {
    const title = widget.replace('Widgets/', '');
    const name = title.toLowerCase().replaceAll(' ', '-');
    const stories = await pick(
      frame.page,
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
