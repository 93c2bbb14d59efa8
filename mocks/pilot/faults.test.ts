import assert from 'node:assert/strict';
import { test } from '../testing/node-test.js';
import { slugOf, testPilot } from '../testing/test-pilot.js';

test('one is added, a list replaces all, DELETE clears', async () => {
  const { ask } = testPilot();
  const list = async () =>
    ((await ask('GET', '/pilot/faults')).body as { faults: { match: string }[] }).faults;
  await ask('PUT', '/pilot/faults', { body: { match: '/a' } });
  await ask('PUT', '/pilot/faults', { body: { match: '/b' } });
  assert.deepEqual(await list(), [{ match: '/a' }, { match: '/b' }]);
  await ask('PUT', '/pilot/faults', { body: [{ match: '/c' }] });
  assert.deepEqual(await list(), [{ match: '/c' }]);
  assert.equal((await ask('DELETE', '/pilot/faults')).status, 204);
  assert.deepEqual(await list(), []);
});

test('match: method, path, wildcards, query', async () => {
  for (const [match, method, path, isStruck] of [
    ['/activities', 'GET', '/activities', true],
    ['/activities', 'GET', '/activities?page=1', true],
    ['/activities', 'POST', '/activities/b-1/dismissal', false],
    ['/activities*', 'POST', '/activities/b-1/dismissal', true],
    ['GET /activities*', 'POST', '/activities/b-1/dismissal', false],
    ['POST /activities/*/dismissal', 'POST', '/activities/b-1/dismissal', true],
    ['GET /activities?*page=1*', 'GET', '/activities?type=frist&page=1', true],
    ['GET /activities?*page=1*', 'GET', '/activities?type=frist&page=0', false],
    ['*', 'DELETE', '/mit-virk/frister/f-1', true],
    ['* /mit-virk/*', 'GET', '/mit-virk/frister', true],
    ['/findes-ikke', 'GET', '/findes-ikke', true],
    ['/mit.virk/*', 'GET', '/mit-virk/frister', false],
  ] as const) {
    const { ask, pilot } = testPilot();
    pilot.addFault({ match, status: 418 });
    assert.equal((await ask(method, path)).status === 418, isStruck, `${match} ↔ ${method} ${path}`);
  }
});

test('controls are never struck', async () => {
  const { ask, pilot } = testPilot();
  pilot.addFault({ match: '*', status: 500 });
  assert.equal((await ask('GET', '/pilot/clock')).status, 200);
  assert.equal((await ask('GET', '/')).status, 500);
});

test('times: it strikes that often and is gone', async () => {
  const { ask, pilot } = testPilot();
  pilot.addFault({ match: 'GET /activities', status: 503, headers: { 'Retry-After': '1' }, times: 2 });
  const first = await ask('GET', '/activities');
  assert.equal(first.status, 503);
  assert.equal(slugOf(first), 'unavailable');
  assert.equal(first.headers.get('retry-after'), '1');
  assert.equal(first.headers.get('etag'), null);
  assert.deepEqual(pilot.faults()[0]?.times, 1);
  assert.equal((await ask('GET', '/activities')).status, 503);
  assert.equal((await ask('GET', '/activities')).status, 200);
  assert.deepEqual(pilot.faults(), []);
});

test('only a delay: the answer comes late but whole', async () => {
  const { ask, pilot, sleeps } = testPilot({ latencyMs: 10 });
  pilot.addFault({ match: '/activities', delayMs: 700 });
  assert.equal((await ask('GET', '/activities')).status, 200);
  assert.deepEqual(sleeps, [710]);
});

test('bodies: JSON, text, with a content type, none', async () => {
  const { ask, pilot } = testPilot();
  for (const [fault, status, type, text] of [
    [{ body: { a: 1 } }, 200, 'application/json', '{"a":1}'],
    [{ body: 'hej', status: 502 }, 502, 'text/plain; charset=utf-8', 'hej'],
    [{ body: '<p>', contentType: 'text/html' }, 200, 'text/html', '<p>'],
    [{ body: [1], contentType: 'application/vnd.x+json' }, 200, 'application/vnd.x+json', '[1]'],
    [{ body: null }, 200, 'application/json', 'null'],
    [{ status: 204 }, 204, null, ''],
    [{ status: 418 }, 418, 'application/problem+json', undefined],
  ] as const) {
    pilot.setFaults([{ match: '/activities', ...fault }]);
    const answer = await ask('GET', '/activities');
    assert.equal(answer.status, status);
    assert.equal(answer.headers.get('content-type'), type);
    if (text !== undefined) assert.equal(answer.text, text);
    else assert.equal((answer.body as { status: number }).status, 418);
  }
});

test('without `after` nothing is carried out, with it the answer is lost', async () => {
  const { ask, pilot } = testPilot();
  pilot.setFaults([{ match: 'POST /mit-virk/*', status: 500 }]);
  assert.equal((await ask('POST', '/mit-virk/beskeder', { body: { overskrift: 'Ny' } })).status, 500);
  assert.equal((await ask('GET', '/mit-virk/beskeder/b-1001')).status, 404);
  pilot.setFaults([{ match: 'POST /mit-virk/*', status: 504, after: true }]);
  assert.equal((await ask('POST', '/mit-virk/beskeder', { body: { overskrift: 'Ny' } })).status, 504);
  assert.equal((await ask('GET', '/mit-virk/beskeder/b-1001')).status, 200);
});

test('a broken connection is logged with no status', async () => {
  const { ask, pilot } = testPilot();
  pilot.addFault({ match: '/activities', network: true });
  assert.equal((await ask('GET', '/activities')).isNetworkError, true);
  assert.equal(pilot.requests()[0]?.status, null);
});
