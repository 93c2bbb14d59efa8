/** Many widgets on one page, as on a portal's front page. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { openPage, watchShifts } from './browser-page.mjs';
import { hostPage, KIT, serveSite, startPilot } from './servers.mjs';

/** Ids of the pilot's table in docs/pilot.md. */
const EACH_WIDGET = [
  'contact-point-picker organisation-id="14d6e9ad-fc0e-3918-0000-00000000f001"',
  'deep-link-card contact-point-id="163710ae-5078-350c-0000-0000000f1001"',
  'deadline-list',
  'consent-request request-id="cr-1"',
  'message-recall message-id="5e57d000-0000-4000-8000-000000000001"',
];

test('twenty widgets ask for each resource once, and nothing moves where the room is reserved', async (t) => {
  const pilot = await startPilot(t);
  const elements = EACH_WIDGET.map(
    (tag) => `<skranke-${tag} backend-url="${pilot.url}"></skranke-${tag.split(' ')[0]}>`,
  );
  const body = `<main>${elements.join('').repeat(20 / elements.length)}</main>`;
  const host = hostPage({ head: `<link rel="stylesheet" href="/host.css">${KIT}`, body });
  const room = 'main > * { display: flow-root; min-height: 2400px; }';
  const origin = await serveSite(t, { '/': host, '/host.css': room }, { connect: [pilot.url] });
  const { page, problems } = await openPage(t, origin, { allowed: [pilot.url] });
  const shifts = await watchShifts(page);
  await page.goto(origin);
  await page.waitForFunction(() => document.querySelectorAll('main > :state(ready)').length === 20);
  await page.waitForLoadState('networkidle');
  const reads = (await pilot.requests())
    .filter(({ method }) => method === 'GET')
    .map(({ path, query }) => `${path} ${JSON.stringify(query)}`);
  assert.ok(reads.length >= 5, reads.join('\n'));
  assert.deepEqual(reads.sort(), [...new Set(reads)].sort());
  assert.deepEqual(await shifts(), []);
  assert.deepEqual(problems, []);
});
