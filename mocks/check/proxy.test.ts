/** The example proxy in front of the pilot keeps the contract, and lets through nothing else. */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { organisationTestIds } from '../contacts/test-ids.js';
import { servePilot, type HttpPilot } from '../http.js';
import { test } from '../testing/node-test.js';
import { checkPersonas, type Fixtures } from './fixtures.js';
import { pilotFixtures } from './pilot-fixtures.js';
import { checkBackend } from './run-check.js';

interface ProxyModule {
  createProxy(options: {
    services: Record<'post' | 'virk' | 'consent', string>;
    sessions: ReadonlyMap<string, { token: string; csrf: string }>;
    allowedOrigins?: readonly string[];
    log?: (line: string) => void;
  }): Server;
}

const file = pathToFileURL(join(process.cwd(), 'examples/proxy/proxy.mjs')).href;
const sessions = new Map(checkPersonas.map((who) => [who, { token: `pilot-${who}`, csrf: 'made-up' }]));
const headersOf = (who: string) => ({ Cookie: `session=${who}`, 'X-CSRF-Token': 'made-up' });

async function withProxy(
  use: (url: string, pilot: HttpPilot, lines: string[]) => Promise<void>,
): Promise<void> {
  const { createProxy } = (await import(file)) as ProxyModule;
  const pilot = await servePilot({ port: 0 });
  const lines: string[] = [];
  const services = { post: pilot.url, virk: pilot.url, consent: pilot.url };
  const allowedOrigins = ['https://portal.example.dk'];
  const proxy = createProxy({ services, sessions, allowedOrigins, log: (line) => lines.push(line) });
  proxy.listen(0, '127.0.0.1');
  await once(proxy, 'listening');
  try {
    await use(`http://127.0.0.1:${(proxy.address() as AddressInfo).port}`, pilot, lines);
  } finally {
    proxy.close();
    proxy.closeAllConnections();
    await pilot.stop(50);
  }
}

test('skranke check runs through the proxy; nobody stands in its log', async () => {
  const fixtures: Fixtures = {
    ...pilotFixtures,
    withoutToken: 'refused',
    organisations: { known: organisationTestIds.region.id, unknown: organisationTestIds.unknown.id },
  };
  await withProxy(async (url, _pilot, lines) => {
    const credentials = (who: string) => Promise.resolve(headersOf(who));
    const report = await checkBackend({ url, fixtures, write: true, credentials, timeoutMs: 60_000 });
    assert.deepEqual(
      report.findings.filter(({ outcome }) => outcome === 'failed'),
      [],
    );
    const withoutToken = report.findings.filter(({ rule }) => rule === 'auth.no-token');
    assert.deepEqual([...new Set(withoutToken.map(({ outcome }) => outcome))], ['passed']);
    assert.ok(lines.length > 100);
    assert.doesNotMatch(lines.join('\n'), /[0-9a-f]{8}-|cr-\d|q=|pilot-|1112131016/);
  });
});

test('the proxy stops what it does not know, writes without its CSRF token, and broken answers', async () => {
  await withProxy(async (url, pilot) => {
    const status = async (path: string, init: RequestInit = {}) => {
      const answer = await fetch(url + path, init);
      assert.equal(answer.headers.get('content-type'), 'application/problem+json');
      return answer.status;
    };
    const cookie = { Cookie: 'session=company' };
    for (const path of [
      '/pilot/state',
      '/mit-virk/frister',
      '/activities/..%2fpilot%2fstate',
      '/messages/x/recall',
    ])
      assert.equal(await status(path, { headers: cookie }), 404, path);
    const dismissal = '/activities/b-1/dismissal';
    assert.equal(await status(dismissal, { method: 'POST', headers: cookie }), 403);
    const own = { method: 'POST', headers: headersOf('company') };
    assert.equal(await status(dismissal, { ...own, body: 'x'.repeat(200_000) }), 413);
    assert.ok(!pilot.requests().some(({ method }) => method === 'POST'));
    pilot.addFault({
      match: 'GET /activities*',
      status: 502,
      body: '<h1>Fejl</h1>',
      contentType: 'text/html',
      times: 1,
    });
    assert.equal(await status('/activities', { headers: cookie }), 503);
    pilot.addFault({ match: 'GET /activities*', network: true, times: 1 });
    assert.equal(await status('/activities', { headers: cookie }), 503);
  });
});
