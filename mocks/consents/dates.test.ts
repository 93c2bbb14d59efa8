/** `answerBy` and `validTo` by the clock in Copenhagen: inclusive, on both sides of each midnight. */
import assert from 'node:assert/strict';
import { exampleTemplateBody } from '../contract/consents-examples.js';
import {
  decide,
  makeRequest,
  makeTemplate,
  readRequest,
  sendAnswer,
  answerTo,
  withdraw,
} from '../testing/consent-steps.js';
import { test } from '../testing/node-test.js';
import { slugOf, testPilot } from '../testing/test-pilot.js';
import { consentTestIds as ids } from './test-ids.js';

/** A date → its last second and the first moment after it in Copenhagen, as UTC. */
const boundaries = [
  ['2026-12-20', '2026-12-20T22:59:59Z', '2026-12-20T23:00:00Z'],
  ['2026-12-31', '2026-12-31T22:59:59Z', '2026-12-31T23:00:00Z'],
  ['2027-07-15', '2027-07-15T21:59:59Z', '2027-07-15T22:00:00Z'],
  ['2027-03-27', '2027-03-27T22:59:59Z', '2027-03-27T23:00:00Z'],
  ['2027-03-28', '2027-03-28T21:59:59Z', '2027-03-28T22:00:00Z'],
  ['2027-10-30', '2027-10-30T21:59:59Z', '2027-10-30T22:00:00Z'],
  ['2027-10-31', '2027-10-31T22:59:59Z', '2027-10-31T23:00:00Z'],
  ['2028-02-29', '2028-02-29T22:59:59Z', '2028-02-29T23:00:00Z'],
] as const;

const [purpose] = exampleTemplateBody.consents;

for (const [date, before, after] of boundaries) {
  test(`answerBy ${date}: open until ${before}, expired from ${after}`, async () => {
    const pilot = testPilot();
    const id = await makeRequest(pilot, await makeTemplate(pilot, { answerBy: date }));
    const body = answerTo(await readRequest(pilot, id), ['given']);
    pilot.pilot.setClock(after);
    const late = await readRequest(pilot, id);
    assert.equal(late.status, 'expired');
    assert.ok(late.consents.every(({ status }) => status === 'pending'));
    assert.equal(slugOf(await sendAnswer(pilot, id, body)), 'expired');
    pilot.pilot.setClock(before);
    assert.equal((await readRequest(pilot, id)).status, 'created');
    assert.equal((await sendAnswer(pilot, id, body)).status, 200);
    pilot.pilot.setClock(after);
    assert.notEqual((await readRequest(pilot, id)).status, 'expired', 'an answered one does not expire');
  });

  test(`validTo ${date}: given until ${before}, expired from ${after}`, async () => {
    const pilot = testPilot();
    const consents = [
      { ...purpose, validTo: date },
      { ...purpose, validTo: '2031-01-01' },
    ];
    const id = await makeRequest(pilot, await makeTemplate(pilot, { consents, answerBy: undefined }));
    await decide(pilot, id, ['given', 'given']);
    pilot.pilot.setClock(after);
    const over = await readRequest(pilot, id);
    assert.deepEqual(
      over.consents.map(({ status }) => status),
      ['expired', 'given'],
    );
    assert.equal(over.status, 'accepted', 'a consent that runs out by itself does not change the request');
    assert.equal(slugOf(await withdraw(pilot, id, 'c-1')), 'not-given');
    pilot.pilot.setClock(before);
    assert.equal((await readRequest(pilot, id)).consents[0]?.status, 'given');
    assert.equal((await withdraw(pilot, id, 'c-1')).status, 200);
  });
}

test('one withdrawn, and the other runs out: none is left given, so revoked', async () => {
  const pilot = testPilot();
  assert.equal((await withdraw(pilot, ids.consentExpired.id, 'c-2')).status, 200);
  assert.equal((await readRequest(pilot, ids.consentExpired.id)).status, 'revoked');
});

test('all given run out by themselves: still accepted, each of them expired', async () => {
  const pilot = testPilot();
  pilot.pilot.setClock('2031-01-01T12:00:00+01:00');
  const { status, consents } = await readRequest(pilot, ids.accepted.id);
  assert.equal(status, 'accepted');
  assert.ok(consents.every((consent) => consent.status === 'expired'));
});

test('without a last day there is none', async () => {
  const pilot = testPilot();
  pilot.pilot.setClock('2099-01-01T12:00:00+01:00');
  const request = await readRequest(pilot, ids.single.id);
  assert.equal(request.status, 'created');
  for (const name of ['answerBy', 'redirectUrl', 'validTo'])
    assert.equal(name in request || name in (request.consents[0] ?? {}), false, name);
});

test('the last day is still open just before midnight', async () => {
  const pilot = testPilot();
  pilot.pilot.setClock('2026-11-22T23:59:59+01:00');
  assert.equal((await readRequest(pilot, ids.lastDay.id)).status, 'created');
  pilot.pilot.setClock('2026-11-23T00:00:00+01:00');
  assert.equal((await readRequest(pilot, ids.lastDay.id)).status, 'expired');
});
