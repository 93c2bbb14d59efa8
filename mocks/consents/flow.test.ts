/** The whole way: template → request → answer → withdrawal → the authority sees it, as posts to its own system too. */
import assert from 'node:assert/strict';
import type { AuthorityMessage } from '../contract/messages.js';
import { servePilot } from '../http.js';
import { CITIZEN_CPR } from '../pilot/personas.js';
import {
  decide,
  makeRequest,
  makeTemplate,
  readAsAuthority,
  readRequest,
  withdraw,
} from '../testing/consent-steps.js';
import { test } from '../testing/node-test.js';
import { slugOf, testPilot, type TestPilot } from '../testing/test-pilot.js';
import { redirectCorpus } from './hostile-data.js';
import { consentTestIds as ids } from './test-ids.js';

const sentMessage = async ({ ask }: TestPilot, id: string | undefined) => {
  const asked = await ask('GET', `/digital-post/messages/${id}`);
  assert.equal(asked.status, 200);
  return asked.body as AuthorityMessage;
};

test('template → request → answer → withdrawal → the authority sees it', async () => {
  const pilot = testPilot();
  const id = await makeRequest(pilot, await makeTemplate(pilot), {
    redirectUrl: 'https://portal.example.dk/',
  });
  await decide(pilot, id, ['given', 'given']);
  pilot.pilot.setClock('2026-11-25T08:30:00+01:00');
  await withdraw(pilot, id, 'c-1');
  const seen = await readAsAuthority(pilot, id);
  assert.equal(seen.status, 'partly-accepted');
  assert.equal(seen.receiptId, 'kv-cr-1002');
  assert.equal(seen.answeredAt, '2026-11-22T10:00:00+01:00');
  assert.deepEqual(seen.decisions, [
    { consentId: 'c-1', decision: 'given', withdrawnAt: '2026-11-25T08:30:00+01:00' },
    { consentId: 'c-2', decision: 'given' },
  ]);
  assert.deepEqual(
    seen.consents.map(({ status }) => status),
    ['withdrawn', 'given'],
  );

  const [answer, withdrawal, ...more] = seen.messages;
  assert.deepEqual(more, []);
  const first = await sentMessage(pilot, answer);
  assert.equal(first.label, 'Svar på anmodning om samtykke cr-1002');
  assert.deepEqual(first.sender, { senderID: CITIZEN_CPR, idType: 'CPR', label: 'Nanna Prøve' });
  assert.deepEqual(first.recipient, { recipientID: '12345678', idType: 'CVR', label: 'Fjordby Kommune' });
  assert.equal(first.status, 'DELIVERED');
  assert.deepEqual(first.consentAnswer, {
    consentRequestId: id,
    receiptId: 'kv-cr-1002',
    answeredAt: '2026-11-22T10:00:00+01:00',
    declarationVersion: '2026-1',
    language: 'da',
    status: 'accepted',
    decisions: [
      { consentId: 'c-1', decision: 'given' },
      { consentId: 'c-2', decision: 'given' },
    ],
  });
  const second = await sentMessage(pilot, withdrawal);
  assert.equal(second.label, 'Tilbagekaldt samtykke i anmodning cr-1002');
  assert.deepEqual(second.consentAnswer?.decisions, seen.decisions);
  const events = await pilot.ask('GET', `/digital-post/messages/${withdrawal}/events`);
  assert.deepEqual(events.body, {
    events: [
      { time: '2026-11-25T08:30:00+01:00', event: 'Valideret' },
      { time: '2026-11-25T08:30:00+01:00', event: 'Tilgængelig for modtageren' },
    ],
  });
});

test('a refusal is told to the authority just as a yes is', async () => {
  const pilot = testPilot();
  await decide(pilot, ids.open.id, ['refused']);
  const { messages } = await readAsAuthority(pilot, ids.open.id);
  assert.equal((await sentMessage(pilot, messages[0])).consentAnswer?.status, 'rejected');
});

test('a refused write sends nothing', async () => {
  const pilot = testPilot();
  assert.equal((await decide(pilot, ids.expired.id, ['given'])).status, 409);
  assert.deepEqual((await readAsAuthority(pilot, ids.expired.id)).messages, []);
});

test('no CPR number in a path or query of the log, nor in what the citizen reads', async () => {
  const pilot = testPilot();
  const id = await makeRequest(pilot, await makeTemplate(pilot));
  const answers = [await decide(pilot, id, ['given']), await withdraw(pilot, id, 'c-1')];
  const shown = [...answers.map(({ text }) => text), JSON.stringify(await readRequest(pilot, id))];
  for (const text of shown) assert.ok(!text.includes(CITIZEN_CPR));
  for (const { path, query, headers } of pilot.pilot.requests())
    assert.ok(!JSON.stringify([path, query, headers]).includes(CITIZEN_CPR), path);
});

test('state: a snapshot put back gives the same request and tag', async () => {
  const pilot = testPilot();
  const id = await makeRequest(pilot, await makeTemplate(pilot));
  await decide(pilot, id, ['given', 'refused']);
  const read = () => pilot.ask('GET', `/consent-requests/${id}`, { as: 'citizen' });
  const first = await read();
  const state = (await pilot.ask('GET', '/pilot/state')).body;
  await pilot.ask('POST', '/pilot/reset');
  assert.equal((await read()).status, 404);
  assert.equal((await pilot.ask('PUT', '/pilot/state', { body: state })).status, 204);
  const again = await read();
  assert.equal(again.text, first.text);
  assert.equal(again.headers.get('etag'), first.headers.get('etag'));
});

test('a required legal text missing: sent as it is, unchecked, with no complaint', async () => {
  const pilot = testPilot();
  const request = await readRequest(pilot, ids.missingText.id);
  assert.equal('legalBasis' in request.declaration, false);
  assert.equal(typeof request.declaration.refusalText, 'string');
  assert.deepEqual(pilot.reports, []);
});

test('hostile: texts that try to do harm, and each return address of the corpus', async () => {
  const pilot = testPilot({ scenario: 'hostile' });
  assert.ok(JSON.stringify(await readRequest(pilot, ids.open.id)).includes('onerror'));
  for (const [index, { url }] of redirectCorpus.entries())
    assert.equal((await readRequest(pilot, `cr-redirect-${index + 1}`)).redirectUrl, url);
  assert.deepEqual(pilot.reports, []);
});

test('scenarios strike the citizen, never the authority', async () => {
  const { ask, pilot } = testPilot();
  for (const [scenario, slug] of [
    ['forbidden', 'not-permitted'],
    ['unauthorised', 'not-authenticated'],
    ['not-found', 'not-found'],
    ['rate-limited', 'rate-limited'],
  ] as const) {
    pilot.setScenario(scenario);
    assert.equal(slugOf(await ask('GET', `/consent-requests/${ids.open.id}`)), slug);
    assert.equal((await ask('GET', `/consents/requests/${ids.open.id}`)).status, 200);
  }
  pilot.setScenario('empty');
  assert.equal((await ask('GET', `/consents/requests/${ids.open.id}`)).status, 404);
});

test('the same over HTTP, as by curl', async () => {
  const server = await servePilot({ port: 0, clock: '2026-11-22T10:00:00+01:00' });
  try {
    const ask: TestPilot['ask'] = async (method, path, { body, headers, as } = {}) => {
      const authorization: Record<string, string> = as ? { authorization: `Bearer pilot-${as}` } : {};
      const sent = body === undefined ? {} : { body: JSON.stringify(body) };
      const init = { method, headers: { ...authorization, ...headers }, ...sent };
      const response = await fetch(server.url + path, init);
      const text = await response.text();
      const { status } = response;
      const parsed = text === '' ? '' : (JSON.parse(text) as unknown);
      return { status, headers: response.headers, text, body: parsed, isNetworkError: false };
    };
    const pilot = { ...testPilot(), ask };
    const id = await makeRequest(pilot, await makeTemplate(pilot));
    assert.equal((await decide(pilot, id, ['given', 'refused'])).status, 200);
    assert.equal((await withdraw(pilot, id, 'c-1')).status, 200);
    assert.equal((await readAsAuthority(pilot, id)).status, 'revoked');
  } finally {
    await server.stop(100);
  }
});
