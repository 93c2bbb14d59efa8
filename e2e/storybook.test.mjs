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

test(
  'every story renders, does what it does, and has only pairs of colours that are checked',
  { timeout: 240_000 },
  async (t) => {
    const origin = await serveStorybook(t);
    const { page, problems } = await openPage(t, origin);
    const { entries } = JSON.parse(readFileSync(join(STATIC, 'index.json'), 'utf8'));
    const stories = Object.values(entries).filter(({ type }) => type === 'story');
    assert.ok(stories.length > 0);
    await page.goto(`${origin}/some/path/iframe.html?viewMode=story`);
    await page.waitForFunction(() => globalThis.__STORYBOOK_PREVIEW__?.ready?.());
    const pairs = new Set();
    /** Each with the first story that has it. */
    const unknown = {};
    for (const { id, title } of stories) {
      assert.equal(await page.evaluate(showInFrame, id), 'success', id);
      if (!title.startsWith('Widgets/')) continue;
      const found = await page.evaluate(readPairs, TOKENS);
      for (const pair of found) pairs.add(pair);
      for (const pair of unknownPairs(found)) unknown[pair] ??= id;
    }
    assert.deepEqual(unknown, {}, 'pairs that stories/token-pairs.json lacks');
    assert.ok(pairs.size > 10, 'pairs were found');
    // The browser reports the failures that stories are about.
    const unplanned = problems.filter((problem) => !/Failed to load resource.*\/pilot-api\//.test(problem));
    assert.deepEqual(unplanned, []);
  },
);

/** Words of the page in the frame, also inside shadow roots. */
const reads = (page, text) =>
  page.frameLocator('#storybook-preview-iframe').getByText(text).first().waitFor();

test('the frame, its pages and its toolbar ask no other origin, and work below a path', async (t) => {
  const origin = await serveStorybook(t);
  const { page, problems } = await openPage(t, origin);
  await page.goto(`${origin}/some/path/?path=/docs/start--docs`);
  await reads(page, /element that a portal/);
  // The toolbar sets the pilot, and the story that is there starts over.
  await page.goto(
    `${origin}/some/path/?path=/story/widgets-deadline-list--default&globals=scenario:empty;language:en`,
  );
  await reads(page, 'Nothing awaits the company right now');
  await page.getByRole('button', { name: /^Scenario/ }).click();
  await page.getByRole('option', { name: /^server-error/ }).click();
  await reads(page, 'There is an error in the system');
  await page.goto(`${origin}/some/path/?path=/story/design-texts--texts`);
  await reads(page, 'Føj til kalender');
  assert.deepEqual(
    problems.filter((problem) => /^(request|uncaught)/.test(problem)),
    [],
  );
});
