/** Looking a message up, and whose it is. */
import assert from 'node:assert/strict';
import { contractBreaches } from '../contract/common.js';
import { message, messagesState } from '../contract/messages.js';
import { CITIZEN_CPR } from '../pilot/personas.js';
import { test } from '../testing/node-test.js';
import { slugOf, testPilot } from '../testing/test-pilot.js';
import { makeMessage } from './factories.js';
import { messageUUID } from './service.js';
import { messagesData } from './test-data.js';
import { messageTestIds as ids } from './test-ids.js';

const contractExample = {
  messageUUID: '2f1d3b54-8a0c-4c56-9b1e-7c2d5e6f1001',
  label: 'Indkaldelse til samtale',
  sender: { senderID: '12345678', idType: 'CVR', label: 'Fjordby Kommune' },
  recipient: { recipientID: '7101019995', idType: 'CPR' },
  doNotDeliverUntilDate: '2027-02-01',
  status: 'AWAITING_VALUE_DATE',
  recall: { allowed: true, until: '2027-01-31' },
};

test("the contract's example keeps the strict schema", () => {
  assert.deepEqual(contractBreaches(message, contractExample), []);
  assert.deepEqual(contractBreaches(message, makeMessage()), []);
});

test('the strict schema refuses what the contract forbids', () => {
  for (const change of [
    { messageUUID: '2f1d3b548a0c4c569b1e7c2d5e6f1001' },
    { label: ' ' },
    { sender: { senderID: '1234567', idType: 'CVR' } },
    { sender: undefined },
    { recipient: { recipientID: '12345678', idType: 'CPR' } },
    { recipient: { recipientID: '111213-1016', idType: 'CPR' } },
    { recipient: { recipientID: '111213***6', idType: 'CPR' } },
    { recipient: { recipientID: '12345678', idType: 'SE' } },
    { doNotDeliverUntilDate: undefined },
    { doNotDeliverUntilDate: '01-02-2027' },
    { doNotDeliverUntilDate: '2027-02-30' },
    { status: 'WAITING' },
    { recall: { allowed: 'ja' } },
    { recall: { allowed: true, until: '31/01/2027' } },
    { recalledAt: '2026-11-22' },
    { consentAnswer: {} },
  ])
    assert.notDeepEqual(
      contractBreaches(message, { ...contractExample, ...change }),
      [],
      JSON.stringify(change),
    );
});

test('the loaded data keep the schema in every data set, on any day', () => {
  for (const dataSet of ['default', 'empty', 'many', 'hostile', 'cases-only', 'overdue-only'] as const)
    for (const today of ['2026-11-22', '2027-02-28', '2028-02-29'])
      assert.deepEqual(contractBreaches(messagesState, { messages: messagesData(dataSet, today) }), []);
});

test('a message with a value date ahead: who, what, and until when it can be recalled', async () => {
  const { ask } = testPilot();
  const asked = await ask('GET', `/messages/${ids.recallable.id}`, { as: 'caseworker' });
  assert.equal(asked.status, 200);
  assert.deepEqual(asked.body, {
    messageUUID: ids.recallable.id,
    label: 'Indkaldelse til samtale',
    sender: { senderID: '12345678', idType: 'CVR', label: 'Fjordby Kommune' },
    recipient: { recipientID: CITIZEN_CPR, idType: 'CPR' },
    doNotDeliverUntilDate: '2026-12-02',
    status: 'AWAITING_VALUE_DATE',
    recall: { allowed: true, until: '2026-12-01' },
  });
  assert.match(asked.headers.get('etag') ?? '', /^".+"$/);
  assert.equal(asked.headers.get('cache-control'), 'no-store');
});

test('the id is taken with hyphens in any case; other shapes are not found', async () => {
  const { ask } = testPilot();
  const { id } = ids.guideExample;
  for (const spelled of [id, id.toUpperCase(), id.replace('e', 'E')]) {
    const asked = await ask('GET', `/messages/${spelled}`);
    assert.equal((asked.body as { messageUUID: string }).messageUUID, id);
  }
  for (const spelled of [id.replaceAll('-', ''), `%7B${id}%7D`, `${id}%20`, 'x', ids.unknown.id])
    assert.equal(slugOf(await ask('GET', `/messages/${spelled}`)), 'not-found', spelled);
});

test('a masked recipient is given whole only on its own path', async () => {
  const { ask } = testPilot();
  const path = `/messages/${ids.maskedRecipient.id}`;
  const asked = await ask('GET', path);
  assert.equal((asked.body as { recipient: { recipientID: string } }).recipient.recipientID, '111213****');
  assert.ok(!asked.text.includes(CITIZEN_CPR));
  assert.deepEqual((await ask('GET', `${path}/recipient`)).body, { recipientID: CITIZEN_CPR });
  assert.deepEqual((await ask('GET', `/messages/${ids.toCompany.id}/recipient`)).body, {
    recipientID: '99000001',
  });
  assert.equal((await ask('GET', `/messages/${ids.unknown.id}/recipient`)).status, 404);
  const recalled = await ask('POST', `${path}/recall`);
  assert.ok(!recalled.text.includes(CITIZEN_CPR), 'still masked after the recall');
});

test('only case workers may look up; another authority’s post is 403 before anything is told', async () => {
  const { ask } = testPilot();
  const { id } = ids.recallable;
  for (const persona of ['citizen', 'company', 'authority'])
    for (const path of [`/messages/${id}`, `/messages/${id}/recipient`, `/messages/${ids.unknown.id}`])
      assert.equal(slugOf(await ask('GET', path, { as: persona })), 'not-permitted', persona);
  for (const persona of ['caseworker', 'caseworker-limited', 'all']) {
    assert.equal((await ask('GET', `/messages/${id}`, { as: persona })).status, 200, persona);
    for (const [method, end] of [
      ['GET', ''],
      ['GET', '/recipient'],
      ['POST', '/recall'],
    ] as const) {
      const asked = await ask(method, `/messages/${ids.notPermitted.id}${end}`, { as: persona });
      assert.equal(slugOf(asked), 'not-permitted', `${persona} ${method} ${end}`);
      assert.ok(!asked.text.includes('Andres') && !asked.text.includes(CITIZEN_CPR));
    }
  }
  assert.equal((await ask('GET', `/messages/${id}`, { as: 'ukendt' })).status, 401);
});

test('a case worker without the right sees the message, and that it is not theirs to recall', async () => {
  const { ask } = testPilot();
  const path = `/messages/${ids.recallable.id}`;
  const { recall } = (await ask('GET', path, { as: 'caseworker-limited' })).body as { recall: unknown };
  assert.deepEqual(recall, { allowed: false, reason: 'not-permitted', until: '2026-12-01' });
  const refused = await ask('POST', `${path}/recall`, { as: 'caseworker-limited' });
  assert.equal(slugOf(refused), 'not-permitted');
  assert.equal((await ask('GET', path)).text.includes('RECALLED'), false);
});

test('scenarios: nothing, and texts that try to do harm', async () => {
  const { ask, pilot, reports } = testPilot();
  pilot.setScenario('empty');
  assert.equal((await ask('GET', `/messages/${ids.recallable.id}`)).status, 404);
  pilot.setScenario('hostile');
  assert.ok((await ask('GET', `/messages/${ids.recallable.id}`)).text.includes('onerror'));
  pilot.setScenario('forbidden');
  assert.equal(slugOf(await ask('GET', `/messages/${ids.recallable.id}`)), 'not-permitted');
  assert.deepEqual(reports, []);
});

test('ids that the pilot makes are version 4 UUIDs of their own', () => {
  const made = [1, 1001, 9999, 10_000, 10_001, 999_999].map((number) => messageUUID(`m-${number}`));
  assert.equal(made[1], contractExample.messageUUID);
  assert.equal(new Set(made).size, made.length);
  for (const id of made)
    assert.match(id, /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});
