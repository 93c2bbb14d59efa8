import assert from 'node:assert/strict';
import { http, HttpResponse } from 'msw';
import { setupPilot } from './node.js';
import { test } from './testing/node-test.js';

test('msw/node: fetch is answered by the pilot, and by nobody after close', async () => {
  const pilot = setupPilot({ baseUrl: 'https://portal.test/api/' });
  assert.equal(pilot.baseUrl, 'https://portal.test/api');
  pilot.listen();
  try {
    assert.deepEqual(await (await fetch('https://portal.test/api/')).json(), {
      environment: 'test',
      version: '0.1.0',
    });
    pilot.setScenario('offline');
    await assert.rejects(fetch(`${pilot.baseUrl}/activities`), TypeError);
    pilot.reset();
    pilot.use(http.get(`${pilot.baseUrl}/activities`, () => HttpResponse.json({ mine: true })));
    assert.deepEqual(await (await fetch(`${pilot.baseUrl}/activities`)).json(), { mine: true });
    pilot.resetHandlers();
    assert.equal((await fetch(`${pilot.baseUrl}/activities`)).status, 200);
  } finally {
    pilot.close();
  }
  await assert.rejects(fetch(`${pilot.baseUrl}/activities`), TypeError);
});

test('two pilots in one process have state of their own', async () => {
  const one = setupPilot({ baseUrl: 'http://one.test' });
  const two = setupPilot({ baseUrl: 'http://two.test' });
  one.setScenario('empty');
  assert.notDeepEqual(one.snapshot().services, two.snapshot().services);
  assert.equal(await Promise.resolve(two.requests().length), 0);
});

test('without a base URL it answers for http://pilot.test', () => {
  assert.equal(setupPilot().baseUrl, 'http://pilot.test');
});
