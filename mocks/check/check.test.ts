/** The suite against the pilot: no false alarm over HTTP or in msw/node; what is left open; what it must never do. */
import assert from 'node:assert/strict';
import { CITIZEN_CPR, CITIZEN_NAME } from '../pilot/personas.js';
import { endpoints } from '../contract/endpoints.js';
import { organisationTestIds } from '../contacts/test-ids.js';
import { servePilot } from '../http.js';
import { setupPilot } from '../node.js';
import { omit } from '../omit.js';
import { test } from '../testing/node-test.js';
import { body, items, wrongBackend, type Filter, type Json } from '../testing/wrong-backends.js';
import type { CheckPersona, Fixtures } from './fixtures.js';
import { pilotFixtures, pilotToken } from './pilot-fixtures.js';
import { ruleIds } from './rules.js';
import { labelOf } from './session.js';
import { checkBackend, CheckError, type CheckOptions, type CheckReport } from './run-check.js';

const credentials = (persona: CheckPersona) =>
  Promise.resolve({ Authorization: `Bearer ${pilotToken(persona)}` });
/** A structure that is small enough to be read often. */
const organisations = { known: organisationTestIds.region.id, unknown: organisationTestIds.unknown.id };
const fixtures: Fixtures = { ...pilotFixtures, organisations };
/** On a busy machine an answer may be late: that is not what is tested here. */
const PATIENCE_MS = 60_000;
const quick = ['messages', 'activities', 'consents'];
const right: Filter = (request, backend) => backend(request);

/** The pilot with nothing in between. */
async function checkPilot(options: Partial<CheckOptions> = {}, filter = right) {
  const { fetch, pilot } = wrongBackend(filter);
  const report = await checkBackend({
    url: 'http://pilot.test',
    fixtures,
    credentials,
    fetch,
    timeoutMs: PATIENCE_MS,
    ...options,
  });
  return { report, pilot };
}

const rulesWith = ({ findings }: CheckReport, wanted: string) =>
  new Set(findings.filter(({ outcome }) => outcome === wanted).map(({ rule }) => rule));

test('the pilot keeps every rule, over HTTP and in msw/node alike, and nobody is named', async () => {
  const server = await servePilot({ port: 0 });
  const inProcess = setupPilot({ baseUrl: 'https://portal.test/under/api' });
  inProcess.listen();
  try {
    const ways = [server.url, inProcess.baseUrl].map((url) =>
      checkBackend({ url, fixtures, write: true, credentials, timeoutMs: PATIENCE_MS }),
    );
    const [http, node] = await Promise.all(ways);
    assert.ok(http && node);
    assert.deepEqual(
      http.findings.filter(({ outcome }) => outcome === 'failed'),
      [],
    );
    assert.deepEqual(node.findings, http.findings);
    assert.equal(http.counts['not supported'], 0);
    const passed = rulesWith(http, 'passed');
    // Nobody is somebody in the pilot; that structure is too short for the most that a page may hold.
    const unseen = ruleIds.filter((rule) => !passed.has(rule));
    assert.deepEqual(unseen, ['auth.no-token', 'list.max-size']);
    const text = JSON.stringify(http);
    for (const part of [CITIZEN_CPR, CITIZEN_NAME, 'Bearer', 'pilot-citizen'])
      assert.ok(!text.includes(part), part);
  } finally {
    inProcess.close();
    await server.stop(50);
  }
});

test('a preflight is asked for every path that the widgets use', async () => {
  const { report } = await checkPilot();
  const asked = report.findings.filter(
    ({ rule, outcome }) => rule === 'cors.preflight' && outcome === 'passed',
  );
  const used = endpoints.filter(({ side }) => side === 'user').map(({ id }) => labelOf(id));
  assert.deepEqual(asked.map(({ endpoint }) => endpoint).sort(), used.sort());
});

test('the most that a page may hold is seen where a list is long enough', async () => {
  const { fetch } = wrongBackend(right, { scenario: 'huge-structure', structureSize: 600 });
  const long = { ...pilotFixtures, organisations: pilotFixtures.organisations };
  const only = ['list-contact-points'];
  const report = await checkBackend({ url: 'http://pilot.test', fixtures: long, only, credentials, fetch });
  assert.equal(report.counts.failed, 0);
  assert.ok(rulesWith(report, 'passed').has('list.max-size'));
});

test('a small backend that looks past keys and tags conforms: not supported, not failed', async () => {
  const { fetch, pilot } = wrongBackend((request, backend) => {
    pilot.setConditions({ idempotency: false, ifMatch: false });
    return backend(request);
  });
  const modest = omit(fixtures, 'supports');
  const report = await checkBackend({
    url: 'http://pilot.test',
    fixtures: modest,
    write: true,
    only: quick,
    credentials,
    fetch,
  });
  assert.deepEqual(
    report.findings.filter(({ outcome }) => outcome === 'failed'),
    [],
  );
  const open = rulesWith(report, 'not supported');
  assert.deepEqual([...open].sort(), ['idempotency.repeat', 'idempotency.reused', 'if-match.stale']);
});

test('a rule without its fixture is not checked, never passed; the reason names the fixture', async () => {
  const { report } = await checkPilot({ fixtures: { withoutToken: 'somebody' }, write: true });
  assert.equal(report.counts.failed, 0);
  const outside = report.findings.filter(({ endpoint }) => !endpoint.includes('/activities'));
  assert.deepEqual([...new Set(outside.map(({ outcome }) => outcome))], ['not checked']);
  const outcome = outside.filter(({ rule }) => rule === 'message.outcome');
  assert.deepEqual(outcome.map(({ received }) => received).slice(0, 2), [
    'no fixture messages.recallable',
    'no fixture messages.noValueDate',
  ]);
  const one = await checkPilot({
    fixtures: { messages: { recallable: pilotFixtures.messages?.recallable } },
    only: ['get-message'],
  });
  const seen = one.report.findings
    .filter(({ rule }) => rule === 'message.outcome')
    .map(({ outcome: found }) => found);
  assert.deepEqual(seen, ['passed', 'not checked', 'not checked', 'not checked', 'not checked']);
});

test('it only reads, unless it is told to write', async () => {
  const { report, pilot } = await checkPilot({ only: quick });
  assert.deepEqual(new Set(pilot.requests().map(({ method }) => method)), new Set(['GET']));
  assert.ok(report.findings.some(({ received }) => received === 'it needs --write'));
});

test('it writes on a test environment only, and only on the ids that are writable', async () => {
  const real: Filter = async (request, backend) =>
    new URL(request.url).pathname === '/' ? Response.json({ environment: 'production' }) : backend(request);
  await assert.rejects(
    checkPilot({ write: true }, real),
    (error) => error instanceof CheckError && /refused/.test(error.message),
  );
  const { report, pilot } = await checkPilot({
    write: true,
    only: quick,
    fixtures: { ...fixtures, writable: ['b-1'] },
  });
  const writes = pilot
    .requests()
    .filter(({ method }) => method === 'POST')
    .map(({ path }) => path);
  assert.deepEqual(new Set(writes), new Set(['/activities/b-1/dismissal']));
  assert.equal(report.counts.failed, 0);
  assert.ok(report.findings.some(({ received }) => received?.includes("not in the fixtures' writable")));
});

test('numbers are accepted as ids of Mit Virk, and unknown fields are nothing to it', async () => {
  const asNumbers = items('GET /activities', 'activities', (one) => ({
    ...one,
    id: Number(String(one['id']).replace(/\D/g, '')) + String(one['type']).length * 1000,
    nyt: true,
  }));
  const activities = omit(fixtures.activities ?? {}, 'shown');
  const { report } = await checkPilot(
    { only: ['list-activities'], fixtures: { ...fixtures, activities } },
    asNumbers,
  );
  assert.deepEqual(
    report.findings.filter(({ outcome }) => outcome === 'failed'),
    [],
  );
});

test('a server may cap its pages: what stands on the pages that were not read is not missing', async () => {
  const capped: Filter = (request, backend) =>
    backend(new Request(request.url.replace(/size=\d{2,}/, 'size=1'), request));
  const { report } = await checkPilot({ only: ['activities'], write: true }, capped);
  assert.deepEqual(
    report.findings.filter(({ outcome }) => outcome === 'failed'),
    [],
  );
  const left = report.findings.filter(({ received }) => received?.includes('first 15 pages'));
  assert.deepEqual(
    left.map(({ rule, outcome }) => [rule, outcome]),
    ['activities.shown', 'activities.closed-case', 'activities.others', 'dismissal.done'].map((rule) => [
      rule,
      'not checked',
    ]),
  );
});

test('the consents of an expired request may have run out with it', async () => {
  const runOut = body('GET /consent-requests/cr-*', (one) =>
    one['status'] === 'expired'
      ? { ...one, consents: (one['consents'] as Json[]).map((each) => ({ ...each, status: 'expired' })) }
      : one,
  );
  const { report } = await checkPilot({ only: ['get-consent-request'] }, runOut);
  const status = report.findings.find(
    ({ rule, fixture }) => rule === 'consent.status' && fixture === 'expired',
  );
  assert.equal(status?.outcome, 'passed');
});

test('the day is that of the pilot, whatever its clock says', async () => {
  for (const clock of ['2019-05-06T10:00:00+02:00', '2041-05-06T10:00:00+02:00']) {
    const { fetch } = wrongBackend(right, { clock });
    const report = await checkBackend({
      url: 'http://pilot.test',
      fixtures,
      credentials,
      fetch,
      only: ['messages'],
    });
    assert.equal(report.counts.failed, 0, clock);
  }
});

test('requests are bounded', async () => {
  const { report, pilot } = await checkPilot({ maxRequests: 6 });
  assert.equal(report.requests, 6);
  assert.equal(pilot.requests().length - 1, 6, 'and the greeting');
  assert.ok(report.findings.some(({ received }) => received?.includes('limit of 6 requests')));
});

test('in a page, where Origin cannot be chosen, rules about it are not checked', async () => {
  const { report } = await checkPilot({ mayNameOrigin: false, only: ['get-message'] });
  const cors = report.findings.filter(({ rule }) => rule.startsWith('cors.'));
  assert.ok(cors.length > 0 && cors.every(({ outcome }) => outcome === 'not checked'));
});
