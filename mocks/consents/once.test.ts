/** Exactly once: keys, tags, lost answers and many at a time. */
import assert from 'node:assert/strict';
import { exampleTemplateBody } from '../contract/consents-examples.js';
import { answerTo, readAsAuthority, readRequest, sendAnswer, withdraw } from '../testing/consent-steps.js';
import { test } from '../testing/node-test.js';
import { slugOf, testPilot, type Asked, type TestPilot } from '../testing/test-pilot.js';
import { consentTestIds as ids } from './test-ids.js';

const { id } = ids.open;
const key = (value: string) => ({ 'Idempotency-Key': value });

async function bodies(pilot: TestPilot) {
  const request = await readRequest(pilot, id);
  return { yes: answerTo(request, ['given']), no: answerTo(request, ['refused']) };
}

test('the same key and body: the same receipt; another body: 422; both off: already-answered', async () => {
  for (const idempotency of [true, false]) {
    const pilot = testPilot();
    const { yes, no } = await bodies(pilot);
    pilot.pilot.setConditions({ idempotency });
    const first = await sendAnswer(pilot, id, yes, key('k'));
    pilot.pilot.setClock('2026-11-22T11:00:00+01:00');
    const again = await sendAnswer(pilot, id, yes, key('k'));
    const other = await sendAnswer(pilot, id, no, key('k'));
    assert.equal(first.status, 200);
    if (idempotency) assert.equal(again.text, first.text);
    else assert.equal(slugOf(again), 'already-answered');
    assert.equal(slugOf(other), idempotency ? 'idempotency-key-reused' : 'already-answered');
    assert.equal(slugOf(await sendAnswer(pilot, id, no, key('ny'))), 'already-answered');
    assert.equal((await readRequest(pilot, id)).status, 'accepted');
    assert.equal((await readAsAuthority(pilot, id)).messages.length, 1);
  }
});

test('If-Match: the read tag lets the answer through, a stale one is 412; switched off it is looked past', async () => {
  const pilot = testPilot();
  const { yes } = await bodies(pilot);
  const etag =
    (await pilot.ask('GET', `/consent-requests/${id}`, { as: 'citizen' })).headers.get('etag') ?? '';
  assert.equal(slugOf(await sendAnswer(pilot, id, yes, { 'If-Match': '"x"' })), 'precondition-failed');
  assert.equal((await readRequest(pilot, id)).status, 'created');
  assert.equal((await sendAnswer(pilot, id, yes, { 'If-Match': etag })).status, 200);
  assert.equal(slugOf(await withdraw(pilot, id, 'c-1', { 'If-Match': etag })), 'precondition-failed');
  pilot.pilot.setConditions({ ifMatch: false });
  assert.equal((await withdraw(pilot, id, 'c-1', { 'If-Match': etag })).status, 200);
});

test('a changed declaration is declaration-changed, with the stale tag too; looked past, all the same', async () => {
  for (const ifMatch of [true, false]) {
    const pilot = testPilot();
    const { yes } = await bodies(pilot);
    pilot.pilot.setConditions({ ifMatch });
    const etag = (await pilot.ask('GET', `/consent-requests/${id}`)).headers.get('etag') ?? '';
    await pilot.ask('PUT', '/consents/templates/tpl-1', { body: exampleTemplateBody });
    const refused = await sendAnswer(pilot, id, yes, { 'If-Match': etag });
    assert.equal(slugOf(refused), 'declaration-changed');
  }
});

test('a declaration that changes once: 412, then the new version can be answered', async () => {
  const pilot = testPilot();
  const changing = ids.changesOnce.id;
  const old = await readRequest(pilot, changing);
  const refused = await sendAnswer(pilot, changing, answerTo(old, ['given']), key('k'));
  assert.equal(slugOf(refused), 'declaration-changed');
  const now = await readRequest(pilot, changing);
  assert.notEqual(now.declaration.version, old.declaration.version);
  assert.notDeepEqual(now.consents, old.consents);
  assert.equal(slugOf(await sendAnswer(pilot, changing, answerTo(old, ['given']))), 'declaration-changed');
  assert.equal((await sendAnswer(pilot, changing, answerTo(now, ['given']), key('k'))).status, 200);
});

test('a lost answer is stored once: the read says so, and the same key gets the receipt', async () => {
  for (const fault of [{ network: true }, { status: 503 }]) {
    const pilot = testPilot();
    const { yes } = await bodies(pilot);
    pilot.pilot.addFault({ match: 'POST /consent-requests/*', after: true, times: 1, ...fault });
    const lost = await sendAnswer(pilot, id, yes, key('k'));
    assert.ok(lost.isNetworkError || lost.status === 503);
    const stored = await readRequest(pilot, id);
    assert.equal(stored.status, 'accepted');
    const again = await sendAnswer(pilot, id, yes, key('k'));
    assert.equal((again.body as { receiptId: string }).receiptId, stored.receiptId);
    assert.equal((await readAsAuthority(pilot, id)).messages.length, 1);
  }
});

test('an answer that never came through leaves the key free', async () => {
  const pilot = testPilot();
  const { yes } = await bodies(pilot);
  pilot.pilot.addFault({ match: 'POST /consent-requests/*', status: 503, times: 1 });
  assert.equal((await sendAnswer(pilot, id, yes, key('k'))).status, 503);
  assert.equal((await readRequest(pilot, id)).status, 'created');
  assert.equal((await sendAnswer(pilot, id, yes, key('k'))).status, 200);
});

const ways = [
  ['one key', true, () => 'k', 'in-progress'],
  ['a key each', true, (index: number) => `k-${index}`, undefined],
  ['keys looked past', false, () => 'k', undefined],
] as const;

async function fifty(pilot: TestPilot, send: (index: number) => Promise<Asked>): Promise<Asked[]> {
  pilot.pilot.addFault({ match: 'POST /consent-requests/*', delayMs: 5 });
  return Promise.all(Array.from({ length: 50 }, (_, index) => send(index)));
}

for (const [name, idempotency, keyOf, slug] of ways) {
  test(`50 answers at once with ${name}: one is stored, one message is sent`, async () => {
    const pilot = testPilot();
    const { yes } = await bodies(pilot);
    pilot.pilot.setConditions({ idempotency });
    const answers = await fifty(pilot, (index) => sendAnswer(pilot, id, yes, key(keyOf(index))));
    assert.equal(answers.filter(({ status }) => status === 200).length, 1);
    for (const refused of answers.filter(({ status }) => status !== 200))
      assert.equal(slugOf(refused), slug ?? 'already-answered');
    assert.equal((await readAsAuthority(pilot, id)).messages.length, 1);
  });

  test(`50 withdrawals at once with ${name}: one is stored, one message is sent`, async () => {
    const pilot = testPilot();
    pilot.pilot.setConditions({ idempotency });
    const answers = await fifty(pilot, (index) => withdraw(pilot, ids.accepted.id, 'c-1', key(keyOf(index))));
    assert.equal(answers.filter(({ status }) => status === 200).length, 1);
    for (const refused of answers.filter(({ status }) => status !== 200))
      assert.equal(slugOf(refused), slug ?? 'not-given');
    assert.equal((await readAsAuthority(pilot, ids.accepted.id)).messages.length, 1);
  });
}

test('50 different answers at once: the stored one is the one that got the receipt', async () => {
  const pilot = testPilot();
  const { yes, no } = await bodies(pilot);
  const answers = await fifty(pilot, (index) =>
    sendAnswer(pilot, id, index % 2 ? no : yes, key(`k-${index}`)),
  );
  const [receipt, ...more] = answers.filter(({ status }) => status === 200);
  assert.deepEqual(more, []);
  const { status } = receipt?.body as { status: string };
  assert.equal((await readRequest(pilot, id)).status, status);
});
