import assert from 'node:assert/strict';
import { test } from '../testing/node-test.js';
import { slugOf, testPilot } from '../testing/test-pilot.js';

/** Path → the personas that may. */
const rights = {
  '/activities': ['all', 'company'],
  '/mit-virk/frister': ['all', 'authority'],
  '/calendar/1/frister': ['all', 'authority'],
} as const;
const everybody = ['all', 'citizen', 'company', 'caseworker', 'caseworker-limited', 'authority'] as const;

for (const [path, allowed] of Object.entries(rights)) {
  test(`${path} is for ${allowed.join(' and ')}`, async () => {
    const { ask } = testPilot();
    for (const persona of everybody) {
      const answer = await ask('GET', path, { as: persona });
      const isAllowed = (allowed as readonly string[]).includes(persona);
      assert.equal(answer.status, isAllowed ? 200 : 403, persona);
      if (!isAllowed) assert.equal(slugOf(answer), 'not-permitted');
      if (!isAllowed) assert.ok(!answer.text.includes('overskrift'));
    }
  });
}

test('dismissal is for company and all, and refused before anything is told', async () => {
  const { ask } = testPilot();
  assert.equal((await ask('POST', '/activities/b-1/dismissal', { as: 'authority' })).status, 403);
  assert.equal((await ask('POST', '/activities/b-99/dismissal', { as: 'citizen' })).status, 403);
  assert.equal((await ask('POST', '/activities/b-1/dismissal', { as: 'company' })).status, 204);
});

test('an unknown or malformed token is 401 not-authenticated', async () => {
  const { ask } = testPilot();
  for (const authorization of [
    'Bearer pilot-konge',
    'Bearer hemmelig',
    'Basic abc',
    'pilot-company',
    'Bearer',
    '',
  ]) {
    for (const path of ['/activities', '/mit-virk/sager', '/calendar/1/frister']) {
      const answer = await ask('GET', path, { headers: { authorization } });
      assert.equal(answer.status, 401, `${authorization} ${path}`);
      assert.equal(slugOf(answer), 'not-authenticated');
      assert.equal(answer.headers.get('www-authenticate'), 'Bearer');
    }
  }
});

test('without a token the authority paths act as the authority, all else as the set persona', async () => {
  const { ask } = testPilot();
  assert.equal((await ask('GET', '/activities')).status, 200, 'all, to begin with');
  await ask('PUT', '/pilot/persona', { body: { persona: 'citizen' } });
  assert.equal((await ask('GET', '/activities')).status, 403);
  assert.equal((await ask('GET', '/mit-virk/frister')).status, 200);
  assert.equal((await ask('GET', '/calendar/1/frister')).status, 200);
  assert.equal((await ask('GET', '/activities', { as: 'company' })).status, 200, 'a token wins');
  const { requests } = (await ask('GET', '/pilot/requests')).body as { requests: { persona: string }[] };
  assert.deepEqual(
    requests.map(({ persona }) => persona),
    ['all', 'citizen', 'authority', 'authority', 'company'],
  );
});

test('who may not is refused before the request is judged', async () => {
  const { ask } = testPilot();
  assert.equal((await ask('GET', '/activities?size=x', { as: 'citizen' })).status, 403);
  assert.equal((await ask('POST', '/calendar/1/frister', { body: '{', as: 'company' })).status, 403);
  assert.equal((await ask('GET', '/mit-virk/frister/f-99', { as: 'company' })).status, 403);
});
