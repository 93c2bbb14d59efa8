/** The citizen's side: reading, answering and withdrawing, and who may. */
import assert from 'node:assert/strict';
import type { ConsentRequest } from '../contract/consents.js';
import { CITIZEN_CPR, OTHER_CITIZEN_CPR } from '../pilot/personas.js';
import {
  answerTo,
  decide,
  makeRequest,
  makeTemplate,
  readRequest,
  sendAnswer,
  withdraw,
} from '../testing/consent-steps.js';
import { test } from '../testing/node-test.js';
import { slugOf, testPilot } from '../testing/test-pilot.js';
import { consentTestIds as ids } from './test-ids.js';

const { open, notYours, unknown } = ids;

test('an open request: all that is needed to decide, and nothing of the authority’s own', async () => {
  const { ask } = testPilot();
  const asked = await ask('GET', `/consent-requests/${open.id}`, { as: 'citizen' });
  const request = asked.body as ConsentRequest;
  assert.equal(request.status, 'created');
  assert.deepEqual(request.respondent, { name: 'Nanna Prøve' });
  assert.equal(request.answerBy, '2026-12-20');
  assert.equal(request.redirectUrl, 'https://portal.example.dk/sag/42');
  assert.deepEqual(
    request.consents.map(({ status }) => status),
    ['pending', 'pending'],
  );
  for (const name of ['receiptId', 'answeredAt', 'cpr', 'templateId', 'messages'])
    assert.equal(name in request, false, name);
  assert.ok(!asked.text.includes(CITIZEN_CPR));
  assert.match(asked.headers.get('etag') ?? '', /^".+"$/);
  assert.equal(asked.headers.get('cache-control'), 'no-store');
  assert.equal(asked.headers.get('content-language'), 'da');
});

for (const [choices, status] of [
  [['given', 'given'], 'accepted'],
  [['given', 'refused'], 'partly-accepted'],
  [['refused', 'given'], 'partly-accepted'],
  [['refused', 'refused'], 'rejected'],
] as const) {
  test(`${choices.join(' and ')} is ${status}: the receipt, and what is stored`, async () => {
    const pilot = testPilot();
    const decisions = choices.map((decision, index) => ({ consentId: `c-${index + 1}`, decision }));
    const answer = await decide(pilot, open.id, choices);
    assert.equal(answer.status, 200);
    const receipt = { receiptId: 'kv-cr-1', answeredAt: '2026-11-22T10:00:00+01:00', status };
    assert.deepEqual(answer.body, { ...receipt, decisions });
    const { consents, ...stored } = await readRequest(pilot, open.id);
    assert.deepEqual(
      consents.map((consent) => consent.status),
      choices,
    );
    assert.equal(stored.status, status);
    assert.equal(stored.receiptId, receipt.receiptId);
    assert.equal(stored.answeredAt, receipt.answeredAt);
    assert.equal(stored.answeredVersion, '2026-1');
    assert.equal(stored.answeredLanguage, 'da');
  });
}

test('an English declaration: its language is told and stored', async () => {
  const pilot = testPilot();
  const asked = await pilot.ask('GET', `/consent-requests/${ids.english.id}`);
  assert.equal(asked.headers.get('content-language'), 'en');
  assert.equal((await decide(pilot, ids.english.id, ['refused'])).status, 200);
  assert.equal((await readRequest(pilot, ids.english.id)).answeredLanguage, 'en');
});

test('each consent is decided exactly once; else 422 invalid and nothing is stored', async () => {
  const pilot = testPilot();
  const before = pilot.pilot.snapshot();
  const right = answerTo(await readRequest(pilot, open.id), ['given', 'refused']);
  const [c1, c2] = right.decisions;
  for (const [change, fields] of [
    [{ decisions: [] }, ['decisions']],
    [{ decisions: [c1] }, ['decisions']],
    [{ decisions: [c1, c2, c1] }, ['decisions.2.consentId']],
    [{ decisions: [c1, c1] }, ['decisions', 'decisions.1.consentId']],
    [{ decisions: [c1, c2, { consentId: 'c-9', decision: 'given' }] }, ['decisions.2.consentId']],
    [{ decisions: [c1, { ...c2, decision: 'pending' }] }, ['decisions.1.decision']],
    [{ decisions: undefined }, ['decisions']],
    [{ language: 'en' }, ['language']],
    [{ language: undefined }, ['language']],
    [{ declarationVersion: undefined }, ['declarationVersion']],
  ] as const) {
    const refused = await sendAnswer(pilot, open.id, { ...right, ...change });
    assert.equal(refused.status, 422, JSON.stringify(change));
    assert.equal(slugOf(refused), 'invalid');
    assert.deepEqual(Object.keys((refused.body as { errors: object }).errors).sort(), fields);
  }
  assert.equal(slugOf(await sendAnswer(pilot, open.id, '{')), 'malformed');
  assert.deepEqual(pilot.pilot.snapshot(), before);
  assert.equal((await sendAnswer(pilot, open.id, { ...right, mere: true })).status, 200);
});

test('the order of the decisions means nothing', async () => {
  const pilot = testPilot();
  const right = answerTo(await readRequest(pilot, open.id), ['given', 'refused']);
  const answer = await sendAnswer(pilot, open.id, { ...right, decisions: [...right.decisions].reverse() });
  assert.deepEqual((answer.body as { decisions: unknown }).decisions, right.decisions);
});

for (const [{ id }, slug] of [
  [ids.accepted, 'already-answered'],
  [ids.partlyAccepted, 'already-answered'],
  [ids.rejected, 'already-answered'],
  [ids.revoked, 'already-answered'],
  [ids.oneWithdrawn, 'already-answered'],
  [ids.consentExpired, 'already-answered'],
  [ids.expired, 'expired'],
  [ids.deleted, 'deleted'],
] as const) {
  test(`an answer to ${id} is 409 ${slug}, which wins over version, decisions and tag`, async () => {
    const pilot = testPilot();
    const before = pilot.pilot.snapshot();
    const right = answerTo(await readRequest(pilot, id), ['given']);
    for (const [body, headers] of [
      [right, {}],
      [{ ...right, declarationVersion: 'x' }, {}],
      [{ ...right, decisions: [] }, {}],
      [right, { 'If-Match': '"gammel"' }],
    ] as const) {
      const refused = await sendAnswer(pilot, id, body, headers);
      assert.equal(refused.status, 409);
      assert.equal(slugOf(refused), slug);
    }
    assert.deepEqual(pilot.pilot.snapshot(), before);
  });
}

test('only the respondent: another person is 403 before any personal data', async () => {
  const { ask, pilot } = testPilot();
  const before = pilot.snapshot();
  for (const [id, personas] of [
    [notYours.id, ['all', 'citizen']],
    [open.id, ['company', 'caseworker', 'caseworker-limited', 'authority']],
    [unknown.id, ['company', 'caseworker']],
  ] as const)
    for (const as of personas)
      for (const [method, end, body] of [
        ['GET', '', undefined],
        ['POST', '/answer', { declarationVersion: '1', language: 'da', decisions: [] }],
        ['POST', '/consents/c-1/withdrawal', undefined],
      ] as const) {
        const refused = await ask(method, `/consent-requests/${id}${end}`, { as, body });
        assert.equal(refused.status, 403, `${as} ${method} ${id}${end}`);
        assert.equal(slugOf(refused), 'not-permitted');
        for (const secret of ['Nanna', 'Prøveborger', OTHER_CITIZEN_CPR, 'læge', 'Fjordby'])
          assert.ok(!refused.text.includes(secret), secret);
      }
  assert.deepEqual(pilot.snapshot(), before);
});

test('a request for another number is for that person only; `all` may be anybody but the other citizen', async () => {
  const pilot = testPilot();
  const id = await makeRequest(pilot, await makeTemplate(pilot), { cpr: '7101019995' });
  const statusAs = async (as: string) => (await pilot.ask('GET', `/consent-requests/${id}`, { as })).status;
  assert.deepEqual([await statusAs('citizen'), await statusAs('all')], [403, 200]);
});

test('what does not exist is 404', async () => {
  const pilot = testPilot();
  assert.equal(slugOf(await pilot.ask('GET', `/consent-requests/${unknown.id}`)), 'not-found');
  const body = answerTo(await readRequest(pilot, open.id), ['given']);
  assert.equal(slugOf(await sendAnswer(pilot, unknown.id, body)), 'not-found');
  assert.equal(slugOf(await withdraw(pilot, unknown.id, 'c-1')), 'not-found');
  assert.equal(slugOf(await withdraw(pilot, ids.accepted.id, 'c-9')), 'not-found');
});

test('withdrawal: one of two leaves partly-accepted, the last one revoked; each only once', async () => {
  const pilot = testPilot();
  const first = await withdraw(pilot, ids.accepted.id, 'c-2');
  assert.equal(first.status, 200);
  assert.deepEqual(first.body, { status: 'partly-accepted', withdrawnAt: '2026-11-22T10:00:00+01:00' });
  const between = await readRequest(pilot, ids.accepted.id);
  assert.equal(between.status, 'partly-accepted');
  assert.deepEqual(
    between.consents.map(({ status }) => status),
    ['given', 'withdrawn'],
  );
  assert.equal(slugOf(await withdraw(pilot, ids.accepted.id, 'c-2')), 'not-given');
  const last = await withdraw(pilot, ids.accepted.id, 'c-1');
  assert.equal((last.body as { status: string }).status, 'revoked');
  const after = await readRequest(pilot, ids.accepted.id);
  assert.equal(after.status, 'revoked');
  assert.equal(after.receiptId, between.receiptId, 'the receipt of the answer stays');
});

test('the only given one withdrawn is revoked, whatever was refused', async () => {
  const pilot = testPilot();
  const answer = await withdraw(pilot, ids.partlyAccepted.id, 'c-1');
  assert.equal((answer.body as { status: string }).status, 'revoked');
});

for (const [{ id }, consentId] of [
  [open, 'c-1'],
  [ids.rejected, 'c-1'],
  [ids.partlyAccepted, 'c-2'],
  [ids.revoked, 'c-1'],
  [ids.oneWithdrawn, 'c-1'],
  [ids.expired, 'c-1'],
  [ids.deleted, 'c-1'],
  [ids.consentExpired, 'c-1'],
] as const) {
  test(`a withdrawal of ${consentId} in ${id} is 409 not-given, which wins over a stale tag`, async () => {
    const pilot = testPilot();
    const before = pilot.pilot.snapshot();
    for (const headers of [{}, { 'If-Match': '"gammel"' }]) {
      const refused = await withdraw(pilot, id, consentId, headers);
      assert.equal(refused.status, 409);
      assert.equal(slugOf(refused), 'not-given');
    }
    assert.deepEqual(pilot.pilot.snapshot(), before);
  });
}
