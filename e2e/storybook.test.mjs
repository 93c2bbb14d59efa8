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

test('every story renders', { timeout: 240_000 }, async (t) => {
  const origin = await serveStorybook(t);
  const { page, problems } = await openPage(t, origin);
  const { entries } = JSON.parse(readFileSync(join(STATIC, 'index.json'), 'utf8'));
  const stories = Object.values(entries).filter(({ type }) => type === 'story');
  assert.ok(stories.length > 0);
  for (const { id } of stories) {
    await page.goto(`${origin}/some/path/iframe.html?id=${id}&viewMode=story`);
    await page.waitForSelector('body.sb-show-main, body.sb-show-errordisplay');
    assert.equal(await page.locator('body.sb-show-errordisplay').count(), 0, id);
  }
  assert.deepEqual(problems, []);
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
