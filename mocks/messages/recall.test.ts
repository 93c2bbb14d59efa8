/** Recalling a message: when it may be, on both sides of the value date by the clock, and only once. */
import assert from 'node:assert/strict';
import type { Message } from '../contract/messages.js';
import { test } from '../testing/node-test.js';
import { slugOf, testPilot, type TestPilot } from '../testing/test-pilot.js';
import { messageTestIds as ids } from './test-ids.js';

const pathOf = (id: string) => `/messages/${id}`;
const read = async ({ ask }: TestPilot, id: string) => (await ask('GET', pathOf(id))).body as Message;
const recall = ({ ask }: TestPilot, id: string, headers: Record<string, string> = {}) =>
  ask('POST', `${pathOf(id)}/recall`, { headers });

const body = {
  label: 'Brev',
  sender: { senderID: '12345678', idType: 'CVR' },
  recipient: { recipientID: '1112131016', idType: 'CPR' },
};

async function send({ ask }: TestPilot, doNotDeliverUntilDate?: string): Promise<string> {
  const sent = await ask('POST', '/digital-post/messages', { body: { ...body, doNotDeliverUntilDate } });
  assert.equal(sent.status, 201);
  return (sent.body as { messageUUID: string }).messageUUID;
}

test('recall: the message is RECALLED with the time, and stays so', async () => {
  const pilot = testPilot();
  const answer = await recall(pilot, ids.recallable.id);
  assert.equal(answer.status, 200);
  const recalled = answer.body as Message;
  assert.equal(recalled.status, 'RECALLED');
  assert.equal(recalled.recalledAt, '2026-11-22T10:00:00+01:00');
  assert.deepEqual(recalled.recall, { allowed: false, reason: 'already-recalled', until: '2026-12-01' });
  assert.deepEqual(await read(pilot, ids.recallable.id), recalled);
  pilot.pilot.setClock('2027-01-01T12:00:00+01:00');
  assert.equal((await read(pilot, ids.recallable.id)).status, 'RECALLED', 'past its value date too');
});

const outcomes = [
  [ids.valueDateToday.id, 'DELIVERED', 'value-date-passed'],
  [ids.valueDatePassed.id, 'DELIVERED', 'value-date-passed'],
  [ids.guideExample.id, 'DELIVERED', 'value-date-passed'],
  [ids.alreadyRecalled.id, 'RECALLED', 'already-recalled'],
  [ids.alreadyDelivered.id, 'DELIVERED', 'already-delivered'],
  [ids.noValueDate.id, 'DELIVERED', 'no-value-date'],
  [ids.validated.id, 'VALIDATED', 'no-value-date'],
  [ids.rejected.id, 'REJECTED', 'rejected'],
] as const;

for (const [id, status, slug] of outcomes) {
  test(`${id} is ${status}, and its recall 409 ${slug}, which wins over a stale tag`, async () => {
    const pilot = testPilot();
    const before = pilot.pilot.snapshot();
    const shown = await read(pilot, id);
    assert.equal(shown.status, status);
    assert.equal(shown.recall?.allowed, false);
    assert.equal(shown.recall.reason, slug);
    for (const headers of [{}, { 'If-Match': '"gammel"' }]) {
      const refused = await recall(pilot, id, headers);
      assert.equal(refused.status, 409);
      assert.equal(slugOf(refused), slug);
    }
    assert.deepEqual(pilot.pilot.snapshot(), before);
  });
}

for (const id of [ids.recallable, ids.lastDay, ids.maskedRecipient, ids.toCompany, ids.noRecallField]) {
  test(`${id.id} ${id.what}`, async () => {
    const pilot = testPilot();
    const shown = await read(pilot, id.id);
    if (id === ids.noRecallField) assert.equal('recall' in shown, false);
    else assert.equal(shown.recall?.allowed, true);
    assert.equal((await recall(pilot, id.id)).status, 200);
  });
}

test('what does not exist is 404', async () => {
  assert.equal(slugOf(await recall(testPilot(), ids.unknown.id)), 'not-found');
});

/** Value date → the last moment before it and its first moment in Copenhagen, as UTC. */
const boundaries = [
  ['2026-12-01', '2026-11-30T22:59:59Z', '2026-11-30T23:00:00Z', '2026-11-30'],
  ['2027-01-01', '2026-12-31T22:59:59Z', '2026-12-31T23:00:00Z', '2026-12-31'],
  ['2027-07-15', '2027-07-14T21:59:59Z', '2027-07-14T22:00:00Z', '2027-07-14'],
  ['2027-03-28', '2027-03-27T22:59:59Z', '2027-03-27T23:00:00Z', '2027-03-27'],
  ['2027-03-29', '2027-03-28T21:59:59Z', '2027-03-28T22:00:00Z', '2027-03-28'],
  ['2027-10-31', '2027-10-30T21:59:59Z', '2027-10-30T22:00:00Z', '2027-10-30'],
  ['2027-11-01', '2027-10-31T22:59:59Z', '2027-10-31T23:00:00Z', '2027-10-31'],
  ['2028-03-01', '2028-02-29T22:59:59Z', '2028-02-29T23:00:00Z', '2028-02-29'],
] as const;

for (const [valueDate, before, after, until] of boundaries) {
  test(`value date ${valueDate}: recalled until ${before}, delivered from ${after}`, async () => {
    const pilot = testPilot();
    const id = await send(pilot, valueDate);
    const other = await send(pilot, valueDate);
    pilot.pilot.setClock(after);
    assert.deepEqual((await read(pilot, id)).recall, { allowed: false, reason: 'value-date-passed', until });
    assert.equal((await read(pilot, id)).status, 'DELIVERED');
    assert.equal(slugOf(await recall(pilot, id)), 'value-date-passed');
    pilot.pilot.setClock(before);
    assert.deepEqual((await read(pilot, id)).recall, { allowed: true, until });
    assert.equal((await read(pilot, id)).status, 'AWAITING_VALUE_DATE');
    assert.equal((await recall(pilot, id)).status, 200);
    pilot.pilot.setClock(after);
    assert.equal((await read(pilot, id)).status, 'RECALLED');
    assert.equal((await read(pilot, other)).status, 'DELIVERED');
  });
}

test("the guide's example can be recalled to and with 28 July 2023", async () => {
  const pilot = testPilot({ clock: '2023-07-28T23:59:59+02:00' });
  const shown = await read(pilot, ids.guideExample.id);
  assert.deepEqual(shown.recall, { allowed: true, until: '2023-07-28' });
  assert.equal((await recall(pilot, ids.guideExample.id)).status, 200);
});

test('sent without a value date, or with one that has come: never recallable', async () => {
  const pilot = testPilot();
  for (const [date, slug] of [
    [undefined, 'no-value-date'],
    ['2026-11-22', 'value-date-passed'],
    ['2026-11-21', 'value-date-passed'],
  ] as const) {
    const id = await send(pilot, date);
    assert.equal((await read(pilot, id)).status, 'DELIVERED');
    assert.equal(slugOf(await recall(pilot, id)), slug);
  }
});

test('sent when its value date had come: delivered for good, also with the clock set back', async () => {
  const pilot = testPilot();
  const id = await send(pilot, '2026-11-22');
  pilot.pilot.setClock('2026-11-20T12:00:00+01:00');
  assert.equal((await read(pilot, id)).status, 'DELIVERED');
  assert.equal(slugOf(await recall(pilot, id)), 'already-delivered');
});

test('If-Match: the read tag lets the recall through, a stale one is 412 and changes nothing', async () => {
  const pilot = testPilot();
  const path = pathOf(ids.recallable.id);
  const etag = (await pilot.ask('GET', path)).headers.get('etag') ?? '';
  const stale = await recall(pilot, ids.recallable.id, { 'If-Match': '"gammel"' });
  assert.equal(slugOf(stale), 'precondition-failed');
  assert.equal((await read(pilot, ids.recallable.id)).status, 'AWAITING_VALUE_DATE');
  pilot.pilot.setConditions({ ifMatch: false });
  assert.equal((await recall(pilot, ids.lastDay.id, { 'If-Match': '"gammel"' })).status, 200);
  pilot.pilot.setConditions({ ifMatch: true });
  const weak = await recall(pilot, ids.recallable.id, { 'If-Match': `W/${etag}` });
  assert.equal(slugOf(weak), 'precondition-failed', 'a weak tag never fits');
  assert.equal((await recall(pilot, ids.recallable.id, { 'If-Match': `"andet", ${etag}` })).status, 200);
  const again = await recall(pilot, ids.recallable.id, { 'If-Match': etag });
  assert.equal(slugOf(again), 'already-recalled', 'the state wins over the tag');
});

test('idempotency: the same key gives the same answer; off, the second is already-recalled', async () => {
  for (const idempotency of [true, false]) {
    const pilot = testPilot();
    pilot.pilot.setConditions({ idempotency });
    const first = await recall(pilot, ids.recallable.id, { 'Idempotency-Key': 'k' });
    pilot.pilot.setClock('2026-11-22T11:00:00+01:00');
    const second = await recall(pilot, ids.recallable.id, { 'Idempotency-Key': 'k' });
    assert.equal(first.status, 200);
    if (idempotency) assert.equal(second.text, first.text);
    else assert.equal(slugOf(second), 'already-recalled');
    const other = await recall(pilot, ids.lastDay.id, { 'Idempotency-Key': 'k' });
    assert.equal(idempotency ? slugOf(other) : other.status, idempotency ? 'idempotency-key-reused' : 200);
    assert.equal((await read(pilot, ids.recallable.id)).recalledAt, '2026-11-22T10:00:00+01:00');
  }
});

test('a lost answer: the recall is stored; the read says so, and the same key gets the answer', async () => {
  const pilot = testPilot();
  pilot.pilot.addFault({ match: 'POST /messages/*', network: true, after: true, times: 1 });
  const lost = await recall(pilot, ids.recallable.id, { 'Idempotency-Key': 'k' });
  assert.equal(lost.isNetworkError, true);
  assert.equal((await read(pilot, ids.recallable.id)).status, 'RECALLED');
  assert.equal((await recall(pilot, ids.recallable.id, { 'Idempotency-Key': 'k' })).status, 200);
  assert.equal(
    slugOf(await recall(pilot, ids.recallable.id, { 'Idempotency-Key': 'ny' })),
    'already-recalled',
  );
});

for (const [name, idempotency, keyOf] of [
  ['one key', true, () => 'k'],
  ['a key each', true, (index: number) => `k-${index}`],
  ['keys looked past', false, () => 'k'],
] as const) {
  test(`50 at once with ${name}: one recall, one event`, async () => {
    const pilot = testPilot();
    pilot.pilot.setConditions({ idempotency });
    pilot.pilot.addFault({ match: 'POST /messages/*', delayMs: 5 });
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, index) =>
        recall(pilot, ids.recallable.id, { 'Idempotency-Key': keyOf(index) }),
      ),
    );
    const done = answers.filter(({ status }) => status === 200);
    assert.equal(done.length === 1 || name === 'one key', true);
    assert.equal(new Set(done.map(({ text }) => text)).size, 1);
    for (const refused of answers.filter(({ status }) => status !== 200))
      assert.equal(slugOf(refused), name === 'one key' ? 'in-progress' : 'already-recalled');
    const { events } = (await pilot.ask('GET', `/digital-post/messages/${ids.recallable.id}/events`))
      .body as {
      events: { event: string }[];
    };
    assert.equal(events.filter(({ event }) => event === 'Tilbagekaldt').length, 1);
  });
}
