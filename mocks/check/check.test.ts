import assert from 'node:assert/strict';
import { servePilot } from '../http.js';
import { setupPilot } from '../node.js';
import { test } from '../testing/node-test.js';
import { pilotFixtures, pilotToken } from './pilot-fixtures.js';
import { reportLines } from './report.js';
import { checkBackend } from './run-check.js';

const credentials = (persona: Parameters<typeof pilotToken>[0]) =>
  Promise.resolve({ Authorization: `Bearer ${pilotToken(persona)}` });

test('over HTTP the pilot fails nothing', async () => {
  const server = await servePilot({ port: 0 });
  try {
    const t = performance.now();
    const report = await checkBackend({ url: server.url, fixtures: pilotFixtures, write: true, credentials });
    console.log(performance.now() - t);
    console.log(reportLines(report).join('\n'));
    assert.equal(report.counts.failed, 0);
  } finally {
    await server.stop(50);
  }
});
