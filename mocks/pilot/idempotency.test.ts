import assert from 'node:assert/strict';
import { getResponse } from 'msw';
import { test } from '../testing/node-test.js';
import { slugOf, testPilot, toRequest } from '../testing/test-pilot.js';

const PATH = '/mit-virk/beskeder';
const key = (value: string) => ({ 'Idempotency-Key': value });

test('the same key with the same request gets the same answer, and is carried out once', async () => {
  const { ask } = testPilot();
  const send = () => ask('POST', PATH, { body: { overskrift: 'Ny' }, headers: key('k') });
  const first = await send();
  const second = await send();
  assert.equal(second.status, 201);
  assert.equal(second.text, first.text);
  assert.equal(second.headers.get('location'), first.headers.get('location'));
  const { totalElements } = (await ask('GET', PATH)).body as { totalElements: number };
  assert.equal(totalElements, 4);
});

test('the same key with another body or path is 422 idempotency-key-reused', async () => {
  const { ask } = testPilot();
  await ask('POST', PATH, { body: { overskrift: 'Ny' }, headers: key('k') });
  const other = await ask('POST', PATH, { body: { overskrift: 'Anden' }, headers: key('k') });
  assert.equal(other.status, 422);
  assert.equal(slugOf(other), 'idempotency-key-reused');
  const elsewhere = await ask('POST', '/mit-virk/sager', { body: { overskrift: 'Ny' }, headers: key('k') });
  assert.equal(slugOf(elsewhere), 'idempotency-key-reused');
  const inCalendar = await ask('DELETE', '/calendar/1/frister/f-1', { headers: key('k') });
  assert.equal(slugOf(inCalendar), 'idempotency-key-reused', 'a problem, not a bare map');
});

test('another caller has keys of its own', async () => {
  const { ask } = testPilot();
  const first = await ask('POST', PATH, { body: { overskrift: 'Ny' }, headers: key('k'), as: 'authority' });
  const second = await ask('POST', PATH, { body: { overskrift: 'Ny' }, headers: key('k'), as: 'all' });
  assert.notEqual(second.text, first.text);
});

test('a refused write may be sent again with the same key, also corrected', async () => {
  const { ask } = testPilot();
  assert.equal((await ask('POST', PATH, { body: { overskrift: '' }, headers: key('k') })).status, 422);
  assert.equal((await ask('POST', PATH, { body: { overskrift: 'Ny' }, headers: key('k') })).status, 201);
});

test('while the first is on its way a second is 409 in-progress; afterwards it gets the answer', async () => {
  const waiting: (() => void)[] = [];
  const { pilot, ask } = testPilot({ sleep: () => new Promise((resolve) => waiting.push(resolve)) });
  pilot.addFault({ match: 'POST /activities/*', delayMs: 500, times: 1 });
  const send = () =>
    getResponse(
      pilot.handlers,
      toRequest(pilot.baseUrl, 'POST', '/activities/b-1/dismissal', { headers: key('k') }),
    );
  const first = send();
  while (waiting.length === 0) await new Promise((resolve) => setImmediate(resolve));
  const second = await ask('POST', '/activities/b-1/dismissal', { headers: key('k') });
  assert.equal(second.status, 409);
  assert.equal(slugOf(second), 'in-progress');
  for (const go of waiting) go();
  assert.equal((await first)?.status, 204);
  assert.equal((await send())?.status, 204);
});

test('a lost answer: carried out once, the repeated key gets the outcome', async () => {
  const { ask, pilot } = testPilot();
  pilot.addFault({ match: `POST ${PATH}`, network: true, after: true, times: 1 });
  const send = () => ask('POST', PATH, { body: { overskrift: 'Ny' }, headers: key('k') });
  assert.equal((await send()).isNetworkError, true);
  const again = await send();
  assert.equal(again.status, 201);
  assert.equal((again.body as { id: string }).id, 'b-1001');
  assert.equal((await ask('GET', `${PATH}/b-1002`)).status, 404);
});

test('a request that never came through leaves the key free', async () => {
  const { ask, pilot } = testPilot();
  pilot.addFault({ match: `POST ${PATH}`, network: true, times: 1 });
  const send = () => ask('POST', PATH, { body: { overskrift: 'Ny' }, headers: key('k') });
  assert.equal((await send()).isNetworkError, true);
  assert.equal((await ask('GET', `${PATH}/b-1001`)).status, 404);
  assert.equal((await send()).status, 201);
});

test('with idempotency off each one is carried out', async () => {
  const { ask } = testPilot();
  await ask('PUT', '/pilot/conditions', { body: { idempotency: false } });
  const send = async () =>
    (await ask('POST', PATH, { body: { overskrift: 'Ny' }, headers: key('k') })).body as { id: string };
  assert.deepEqual([(await send()).id, (await send()).id], ['b-1001', 'b-1002']);
});

test('reads take no notice of a key', async () => {
  const { ask } = testPilot();
  await ask('POST', PATH, { body: { overskrift: 'Ny' }, headers: key('k') });
  assert.equal((await ask('GET', PATH, { headers: key('k') })).status, 200);
});
