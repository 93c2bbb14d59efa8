import assert from 'node:assert/strict';
import { getResponse, http, HttpResponse } from 'msw';
import { endpoints } from '../contract/endpoints.js';
import { test } from '../testing/node-test.js';
import { slugOf, testPilot, toRequest } from '../testing/test-pilot.js';

test('an unknown path below the base is 404 not-found, for every method', async () => {
  const { ask } = testPilot();
  for (const method of ['GET', 'POST', 'PUT', 'PATCH', 'DELETE']) {
    for (const path of [
      '/findes-ikke',
      '/activities/b-1',
      '/pilot/ukendt',
      '/calendar/2/frister',
      '//activities',
    ]) {
      const answer = await ask(method, path);
      assert.equal(answer.status, 404, `${method} ${path}`);
      assert.equal(slugOf(answer), 'not-found');
    }
  }
});

test('a known path with another method is 405 with Allow', async () => {
  const { ask } = testPilot();
  for (const [method, path, allow] of [
    ['DELETE', '/activities', 'GET, OPTIONS'],
    ['GET', '/activities/b-1/dismissal', 'POST, OPTIONS'],
    ['PATCH', '/calendar/1/frister/f-1', 'GET, PUT, DELETE, OPTIONS'],
    ['PUT', '/', 'GET, OPTIONS'],
    ['POST', '/pilot/clock', 'GET, PUT, OPTIONS'],
  ] as const) {
    const answer = await ask(method, path);
    assert.equal(answer.status, 405, path);
    assert.equal(slugOf(answer), 'method-not-allowed');
    assert.equal(answer.headers.get('allow'), allow);
  }
});

test('an address that cannot be decoded is 400', async () => {
  const { ask } = testPilot();
  for (const path of ['/calendar/1/frister/%E0%A4%A', '/activities/%/dismissal']) {
    const answer = await ask('GET', path);
    assert.equal(answer.status, 400);
    assert.equal(slugOf(answer), 'malformed');
  }
});

test('what is outside the base is left alone', async () => {
  const { pilot } = testPilot({ baseUrl: 'https://portal.test/pilot-api' });
  for (const url of [
    'https://portal.test/',
    'https://portal.test/pilot-apixyz/activities',
    'https://andet.test/pilot-api/',
  ]) {
    assert.equal(await getResponse(pilot.handlers, new Request(url)), undefined, url);
  }
  for (const url of [
    'https://portal.test/pilot-api',
    'https://portal.test/pilot-api/',
    'https://portal.test/pilot-api/activities',
  ]) {
    assert.equal((await getResponse(pilot.handlers, new Request(url)))?.status, 200, url);
  }
});

test('a host can put a handler of its own first', async () => {
  const { pilot } = testPilot();
  const own = http.get(`${pilot.baseUrl}/activities`, () => HttpResponse.json({ mine: true }));
  const response = await getResponse(
    [own, ...pilot.handlers],
    toRequest(pilot.baseUrl, 'GET', '/activities'),
  );
  assert.deepEqual(await response?.json(), { mine: true });
});

test('each endpoint is a handler that shows its method and path', () => {
  const { pilot } = testPilot();
  const shown = pilot.handlers.map((handler) => handler.info.header);
  for (const { method, path } of endpoints)
    assert.ok(shown.includes(`${method} ${pilot.baseUrl}${path.replace(/\/$/, '')}`), path);
});

test('cross-origin: the exact origin, credentials, and the exposed headers; nothing without an origin', async () => {
  const { ask } = testPilot();
  for (const path of ['/activities', '/findes-ikke', '/calendar/1/frister/f-99', '/pilot/clock']) {
    const { headers } = await ask('GET', path, { headers: { Origin: 'https://portal.example.dk' } });
    assert.equal(headers.get('access-control-allow-origin'), 'https://portal.example.dk');
    assert.equal(headers.get('access-control-allow-credentials'), 'true');
    assert.equal(
      headers.get('access-control-expose-headers'),
      'ETag, Retry-After, Location, Content-Language',
    );
    assert.equal(headers.get('vary'), 'Origin');
  }
  const plain = await ask('GET', '/activities');
  assert.equal(plain.headers.get('access-control-allow-origin'), null);
});

test('preflight: allowed, not logged, not struck by faults, and the asked headers given back', async () => {
  const { ask, pilot } = testPilot({ latencyMs: 1000, scenario: 'offline' });
  pilot.addFault({ match: '*', status: 500 });
  const answer = await ask('OPTIONS', '/activities/b-1/dismissal', {
    headers: {
      Origin: 'null',
      'Access-Control-Request-Method': 'POST',
      'Access-Control-Request-Headers': 'idempotency-key,x-eget',
      'Access-Control-Request-Private-Network': 'true',
    },
  });
  assert.equal(answer.status, 204);
  assert.equal(answer.headers.get('access-control-allow-origin'), 'null');
  assert.match(answer.headers.get('access-control-allow-methods') ?? '', /POST/);
  assert.equal(answer.headers.get('access-control-allow-headers'), 'idempotency-key,x-eget');
  assert.equal(answer.headers.get('access-control-allow-private-network'), 'true');
  assert.deepEqual(pilot.requests(), []);
});

test('a body over the limit is 413', async () => {
  const { ask } = testPilot();
  const answer = await ask('POST', '/mit-virk/beskeder', { body: `"${'x'.repeat(5_000_000)}"` });
  assert.equal(answer.status, 413);
  assert.equal(slugOf(answer), 'too-large');
});
