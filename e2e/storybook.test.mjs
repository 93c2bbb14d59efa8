/** Storybook as built: every story renders, below a path of its own, without a request elsewhere. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { ROOT } from '../scripts/lib/project.mjs';
import { startStaticServer } from '../scripts/lib/static-server.mjs';
import { openPage } from './browser-page.mjs';

const STATIC = join(ROOT, 'storybook-static');

async function serveStorybook(t) {
  const server = await startStaticServer({ port: 0, mounts: { '/some/path/': STATIC }, strict: false });
  t.after(() => {
    server.close();
    server.closeAllConnections();
  });
  return `http://127.0.0.1:${server.address().port}`;
}

/** Shows a story in the open frame; gives how its rendering, its play function and its check for accessibility ended. */
function showStory(storyId) {
  const channel = globalThis.__STORYBOOK_ADDONS_CHANNEL__;
  return new Promise((resolve) => {
    channel.once('storyFinished', ({ status }) => resolve(status));
    for (const name of ['storyErrored', 'storyThrewException', 'storyMissing', 'playFunctionThrewException'])
      channel.once(name, (error) => resolve(`${name}: ${error?.message ?? ''}`));
    // Another story may be shown only when the one before has finished.
    channel.emit('setCurrentStory', { storyId, viewMode: 'story' });
  });
}

test('every story renders, and what it does works', { timeout: 240_000 }, async (t) => {
  const origin = await serveStorybook(t);
  const { page, problems } = await openPage(t, origin);
  const { entries } = JSON.parse(readFileSync(join(STATIC, 'index.json'), 'utf8'));
  const stories = Object.values(entries).filter(({ type }) => type === 'story');
  assert.ok(stories.length > 0);
  await page.goto(`${origin}/some/path/iframe.html?viewMode=story`);
  await page.waitForFunction(() => globalThis.__STORYBOOK_PREVIEW__?.ready?.());
  for (const { id } of stories) assert.equal(await page.evaluate(showStory, id), 'success', id);
  // The browser reports the failures that stories are about.
  const unplanned = problems.filter((problem) => !/Failed to load resource.*\/pilot-api\//.test(problem));
  assert.deepEqual(unplanned, []);
});

test('the frame around the stories asks no other origin', async (t) => {
  const origin = await serveStorybook(t);
  const { page, problems } = await openPage(t, origin);
  await page.goto(`${origin}/some/path/`, { waitUntil: 'networkidle' });
  assert.deepEqual(
    problems.filter((problem) => problem.startsWith('request')),
    [],
  );
});
