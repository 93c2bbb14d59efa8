/** A host's own server code against the pilot, inside the test's own process. */
import { setupPilot } from 'skranke/mocks/node';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { countDeadlines } from '../src/count-deadlines.js';

const BACKEND = 'https://portal.test/api';
const pilot = setupPilot({
  baseUrl: BACKEND,
  clock: '2026-11-22T10:00:00+01:00',
  onUnhandledRequest: 'error',
});

beforeAll(() => pilot.listen());
beforeEach(() => pilot.reset());
afterAll(() => pilot.close());

test('counts the deadlines of the company that is signed in', async () => {
  expect(await countDeadlines(BACKEND, 'pilot-company')).toBeGreaterThan(10);
  expect(pilot.requests().map(({ persona }) => persona)).toEqual(['company']);
});

test('knows nothing on a bad day', async () => {
  pilot.setScenario('server-error');
  expect(await countDeadlines(BACKEND, 'pilot-company')).toBeNull();
});
