/** One set of rules, several ways in, the same behaviour in each. The service worker's way runs in a browser test. */
import assert from 'node:assert/strict';
import { getResponse } from 'msw';
import fc from 'fast-check';
import { servePilot } from '../http.js';
import { createPilot } from '../pilot/create-pilot.js';
import { setupPilot } from '../node.js';
import { test } from './node-test.js';
import { makeOperations, runOperations, type Operation, type Step } from './replay.js';

const N = 200;

async function overHttp(operations: readonly Operation[]): Promise<Step[]> {
  const server = await servePilot({ port: 0 });
  try {
    return await runOperations(fetch, server.url, operations);
  } finally {
    await server.stop(100);
  }
}

async function overMswNode(operations: readonly Operation[]): Promise<Step[]> {
  const pilot = setupPilot({ baseUrl: 'https://portal.test/under/pilot-api' });
  pilot.listen();
  try {
    return await runOperations(fetch, pilot.baseUrl, operations);
  } finally {
    pilot.close();
  }
}

/** No network and no interception: for many runs. */
async function direct(operations: readonly Operation[], reports: string[]): Promise<Step[]> {
  const pilot = createPilot({ baseUrl: 'http://pilot.test', report: (message) => reports.push(message) });
  const ask = async (url: string, init: RequestInit) => {
    const response = await getResponse(pilot.handlers, new Request(url, init));
    if (!response || response.type === 'error') throw new TypeError('Failed to fetch');
    return response;
  };
  return runOperations(ask, pilot.baseUrl, operations);
}

function assertSame(actual: readonly Step[], expected: readonly Step[]): void {
  assert.equal(actual.length, expected.length);
  actual.forEach((step, index) =>
    assert.deepEqual(step, expected[index], `step ${index}: ${step.operation}`),
  );
}

test('200 operations: msw/node and HTTP give the same statuses, headers, bodies and request logs', async () => {
  for (const seed of [1, 20261122]) {
    const operations = makeOperations(seed, N);
    assertSame(await overMswNode(operations), await overHttp(operations));
  }
});

test('a replay after a reset is identical, over the same server', async () => {
  const operations = makeOperations(7, N);
  const server = await servePilot({ port: 0 });
  try {
    const first = await runOperations(fetch, server.url, operations);
    assertSame(await runOperations(fetch, server.url, operations), first);
  } finally {
    await server.stop(100);
  }
});

test('the run is worth something: it meets every kind of outcome', async () => {
  const steps = await direct(makeOperations(12, 500), []);
  const met = new Set(steps.map(({ status }) => status));
  for (const status of [
    200,
    201,
    204,
    304,
    400,
    401,
    403,
    404,
    405,
    412,
    422,
    503,
    'network-error',
  ] as const) {
    assert.ok(met.has(status), String(status));
  }
  assert.ok(steps.filter(({ status }) => status === 201).length > 20);
  assert.ok(steps.some(({ body }) => body.includes('idempotency-key-reused')));
  const problems = new Set(steps.flatMap(({ body }) => /problems\/([a-z-]+)"/.exec(body)?.[1] ?? []));
  for (const slug of ['already-answered', 'declaration-changed', 'not-given', 'already-recalled', 'expired'])
    assert.ok(problems.has(slug), slug);
  assert.notDeepEqual(makeOperations(1, 50), makeOperations(2, 50));
  assert.deepEqual(makeOperations(1, 50), makeOperations(1, 50));
});

test('whatever is asked, the pilot keeps its contract: no answer of its own is refused', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 1_000_000 }), async (seed) => {
      const reports: string[] = [];
      const steps = await direct(makeOperations(seed, 80), reports);
      assert.deepEqual(reports, []);
      assert.ok(!steps.some(({ body }) => body.includes('pilot-broke-contract')));
    }),
    { numRuns: 10, seed: 22 },
  );
});
