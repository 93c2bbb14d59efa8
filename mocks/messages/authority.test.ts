/** The authority's side: sending, reading, and the log of events. */
import assert from 'node:assert/strict';
import { omit } from '../omit.js';
import { test } from '../testing/node-test.js';
import { slugOf, testPilot, type TestPilot } from '../testing/test-pilot.js';
import { messageTestIds as ids } from './test-ids.js';

const content = {
  label: 'Indkaldelse til samtale',
  sender: { senderID: '12345678', idType: 'CVR', label: 'Fjordby Kommune' },
  recipient: { recipientID: '1112131016', idType: 'CPR' },
  doNotDeliverUntilDate: '2027-02-01',
};
const FIRST = '2f1d3b54-8a0c-4c56-9b1e-7c2d5e6f1001';
const SENT = '2026-11-22T10:00:00+01:00';

const eventsOf = async ({ ask }: TestPilot, id: string) =>
  (
    (await ask('GET', `/digital-post/messages/${id}/events`)).body as {
      events: { time: string; event: string }[];
    }
  ).events.map(({ time, event }) => [time, event]);

test('sent with a value date: 201, and both sides see it', async () => {
  const { ask } = testPilot();
  const sent = await ask('POST', '/digital-post/messages', { body: { ...content, ukendt: 1 } });
  assert.equal(sent.status, 201);
  assert.equal(sent.headers.get('location'), `/digital-post/messages/${FIRST}`);
  assert.deepEqual(sent.body, { messageUUID: FIRST, ...content, status: 'AWAITING_VALUE_DATE' });
  assert.deepEqual((await ask('GET', `/digital-post/messages/${FIRST}`)).body, sent.body);
  assert.deepEqual((await ask('GET', `/messages/${FIRST}`)).body, {
    ...(sent.body as object),
    recall: { allowed: true, until: '2027-01-31' },
  });
});

test('no value date is null; left out it is the same', async () => {
  const { ask } = testPilot();
  for (const body of [omit(content, 'doNotDeliverUntilDate'), { ...content, doNotDeliverUntilDate: null }]) {
    const { doNotDeliverUntilDate, status } = (await ask('POST', '/digital-post/messages', { body }))
      .body as {
      doNotDeliverUntilDate: unknown;
      status: string;
    };
    assert.deepEqual([doNotDeliverUntilDate, status], [null, 'DELIVERED']);
  }
});

test('wrong fields are 422 with each field; nothing is stored, and no number is repeated', async () => {
  const { ask, pilot } = testPilot();
  const before = pilot.snapshot();
  for (const [change, field] of [
    [{ label: '' }, 'label'],
    [{ label: undefined }, 'label'],
    [{ label: 'x'.repeat(256) }, 'label'],
    [{ sender: { senderID: '123', idType: 'CVR' } }, 'sender.senderID'],
    [{ sender: { senderID: '1112131016', idType: 'CVR' } }, 'sender.senderID'],
    [{ sender: 'Fjordby' }, 'sender'],
    [{ recipient: { recipientID: '111213-1016', idType: 'CPR' } }, 'recipient.recipientID'],
    [{ recipient: { recipientID: '111213****', idType: 'CPR' } }, 'recipient.recipientID'],
    [{ doNotDeliverUntilDate: '01-02-2027' }, 'doNotDeliverUntilDate'],
    [{ doNotDeliverUntilDate: '2027-02-29' }, 'doNotDeliverUntilDate'],
  ] as const) {
    const refused = await ask('POST', '/digital-post/messages', { body: { ...content, ...change } });
    assert.equal(refused.status, 422, field);
    const { errors } = refused.body as { errors: Record<string, string> };
    assert.deepEqual(Object.keys(errors), [field]);
    assert.ok(!refused.text.includes('1016'));
  }
  assert.equal((await ask('POST', '/digital-post/messages', { body: '{' })).status, 400);
  assert.deepEqual(pilot.snapshot(), before);
});

test('only the authority; without a token it is the authority', async () => {
  const { ask, pilot } = testPilot({ persona: 'citizen' });
  assert.equal((await ask('POST', '/digital-post/messages', { body: content })).status, 201);
  const before = pilot.snapshot();
  for (const persona of ['citizen', 'company', 'caseworker', 'caseworker-limited'])
    for (const [method, path] of [
      ['POST', ''],
      ['GET', `/${FIRST}`],
      ['GET', `/${FIRST}/events`],
    ] as const) {
      const asked = await ask(method, `/digital-post/messages${path}`, {
        as: persona,
        ...(method === 'POST' ? { body: content } : {}),
      });
      assert.equal(slugOf(asked), 'not-permitted', `${persona} ${method} ${path}`);
    }
  assert.deepEqual(pilot.snapshot(), before);
});

test('what does not exist is 404; the id is taken in any case', async () => {
  const { ask } = testPilot();
  for (const path of ['', '/events'])
    assert.equal(slugOf(await ask('GET', `/digital-post/messages/${ids.unknown.id}${path}`)), 'not-found');
  const upper = ids.guideExample.id.toUpperCase();
  assert.equal((await ask('GET', `/digital-post/messages/${upper}/events`)).status, 200);
});

test('events: sent at once', async () => {
  const pilot = testPilot();
  await pilot.ask('POST', '/digital-post/messages', { body: omit(content, 'doNotDeliverUntilDate') });
  assert.deepEqual(await eventsOf(pilot, FIRST), [
    [SENT, 'Valideret'],
    [SENT, 'Tilgængelig for modtageren'],
  ]);
});

test('events: a value date that comes by the clock, and goes when the clock is set back', async () => {
  const pilot = testPilot();
  await pilot.ask('POST', '/digital-post/messages', {
    body: { ...content, doNotDeliverUntilDate: '2027-07-01' },
  });
  const waiting = [
    [SENT, 'Valideret'],
    [SENT, 'Valideret – sendes efter valør'],
  ];
  assert.deepEqual(await eventsOf(pilot, FIRST), waiting);
  pilot.pilot.setClock('2027-08-01T12:00:00+02:00');
  assert.deepEqual(await eventsOf(pilot, FIRST), [
    ...waiting,
    ['2027-07-01T00:00:00+02:00', 'Sendt til modtager efter valør'],
    ['2027-07-01T00:00:00+02:00', 'Tilgængelig for modtageren'],
  ]);
  pilot.pilot.setClock('2027-06-30T23:59:59+02:00');
  assert.deepEqual(await eventsOf(pilot, FIRST), waiting);
});

test('events: recalled, and never delivered', async () => {
  const pilot = testPilot();
  await pilot.ask('POST', '/digital-post/messages', { body: content });
  pilot.pilot.setClock('2027-01-31T23:59:59+01:00');
  assert.equal((await pilot.ask('POST', `/messages/${FIRST}/recall`)).status, 200);
  pilot.pilot.setClock('2027-03-01T12:00:00+01:00');
  assert.deepEqual(await eventsOf(pilot, FIRST), [
    [SENT, 'Valideret'],
    [SENT, 'Valideret – sendes efter valør'],
    ['2027-01-31T23:59:59+01:00', 'Tilbagekaldt'],
  ]);
});

test('events of the test ids stand in order of time', async () => {
  const pilot = testPilot();
  const names = async (id: string) => (await eventsOf(pilot, id)).map(([, event]) => event);
  assert.deepEqual(await names(ids.rejected.id), ['Afvist']);
  assert.deepEqual(await names(ids.validated.id), ['Valideret']);
  assert.equal((await names(ids.alreadyDelivered.id)).at(-1), 'Tilgængelig for modtageren');
  assert.equal((await names(ids.alreadyRecalled.id)).at(-1), 'Tilbagekaldt');
  assert.equal((await names(ids.valueDatePassed.id)).length, 4);
  for (const { id } of Object.values(ids)) {
    if (id === ids.unknown.id) continue;
    const times = (await eventsOf(pilot, id)).map(([time]) => Date.parse(time ?? ''));
    assert.deepEqual(
      times,
      [...times].sort((a, b) => a - b),
      id,
    );
  }
});

test('state: a snapshot put back gives the same messages', async () => {
  const pilot = testPilot();
  await pilot.ask('POST', '/digital-post/messages', { body: content });
  await pilot.ask('POST', `/messages/${FIRST}/recall`);
  const first = await pilot.ask('GET', `/messages/${FIRST}`);
  const state = (await pilot.ask('GET', '/pilot/state')).body;
  await pilot.ask('POST', '/pilot/reset');
  assert.equal((await pilot.ask('GET', `/messages/${FIRST}`)).status, 404);
  assert.equal((await pilot.ask('PUT', '/pilot/state', { body: state })).status, 204);
  const again = await pilot.ask('GET', `/messages/${FIRST}`);
  assert.equal(again.text, first.text);
  assert.equal(again.headers.get('etag'), first.headers.get('etag'));
});
