import assert from 'node:assert/strict';
import { test } from '../testing/node-test.js';
import { idsOf, itemsOf, slugOf, testPilot } from '../testing/test-pilot.js';

test('a page has the envelope and the default size of 100', async () => {
  const { ask } = testPilot();
  const list = await ask('GET', '/activities', { as: 'company' });
  assert.equal(list.status, 200);
  const { activities, ...envelope } = list.body as Record<string, unknown>;
  const total = (activities as unknown[]).length;
  assert.deepEqual(envelope, { currentPage: 0, totalPages: 1, elementsOnPage: total, totalElements: total });
  assert.equal(list.headers.get('content-type'), 'application/json');
  assert.equal(list.headers.get('cache-control'), 'no-store');
  assert.equal(list.headers.get('content-language'), 'da');
});

test('types may be repeated; without any all four come', async () => {
  const { ask } = testPilot();
  const types = async (query: string) =>
    [...new Set(itemsOf(await ask('GET', `/activities${query}`)).map((item) => String(item['type'])))].sort();
  assert.deepEqual(await types('?type=frist&type=sag'), ['frist', 'sag']);
  assert.deepEqual(await types('?type=besked'), ['besked']);
  assert.deepEqual(await types(''), ['besked', 'frist', 'sag', 'tilladelse']);
});

test('pages hold each item once; a page past the end is empty', async () => {
  const { ask } = testPilot();
  const all = idsOf(await ask('GET', '/activities'));
  const paged: unknown[] = [];
  for (let page = 0; page < Math.ceil(all.length / 7); page++) {
    const answer = await ask('GET', `/activities?size=7&page=${page}`);
    const body = answer.body as Record<string, unknown>;
    assert.equal(body['currentPage'], page);
    assert.equal(body['totalPages'], Math.ceil(all.length / 7));
    assert.equal(body['totalElements'], all.length);
    paged.push(...idsOf(answer));
  }
  assert.deepEqual(paged, all);
  const beyond = await ask('GET', '/activities?size=7&page=99');
  assert.equal(beyond.status, 200);
  assert.deepEqual(idsOf(beyond), []);
});

test('a size over 500 is read as 500, 100 without one', async () => {
  const { ask } = testPilot({ scenario: 'many' });
  assert.equal(idsOf(await ask('GET', '/activities?size=9999')).length, 500);
  assert.equal(idsOf(await ask('GET', '/activities')).length, 100);
});

test('a wrong query is 422 invalid with a message for each field', async () => {
  const { ask } = testPilot();
  for (const [query, fields] of [
    ['page=-1', ['page']],
    ['size=0', ['size']],
    ['size=mange&page=x', ['page', 'size']],
    ['type=frist&type=frost', ['type']],
    ['type=', ['type']],
    ['page=1.5', ['page']],
  ] as const) {
    const answer = await ask('GET', `/activities?${query}`);
    assert.equal(answer.status, 422, query);
    assert.equal(slugOf(answer), 'invalid');
    assert.equal(answer.headers.get('content-type'), 'application/problem+json');
    const { errors } = answer.body as { errors: Record<string, string> };
    assert.deepEqual(Object.keys(errors).sort(), fields);
  }
});

test('only what reaches the company is in the list, and never to whom else it goes', async () => {
  const { ask } = testPilot();
  const list = await ask('GET', '/activities');
  assert.ok(idsOf(list).includes('f-15'), 'named among others');
  assert.ok(!idsOf(list).includes('f-16'), 'for another company');
  assert.ok(!list.text.includes('modtagere'));
});

test('closed cases are not sent', async () => {
  const { ask, pilot } = testPilot({ indexDelayMs: 0 });
  assert.ok(!idsOf(await ask('GET', '/activities')).includes('s-6'));
  const sag = { overskrift: 'Sag', status: 'Modtaget' };
  const created = await ask('POST', '/mit-virk/sager', { body: sag });
  const { id } = created.body as { id: string };
  assert.ok(idsOf(await ask('GET', '/activities')).includes(id));
  await ask('PUT', `/mit-virk/sager/${id}`, { body: { ...sag, status: 'Afsluttet' } });
  assert.ok(!idsOf(await ask('GET', '/activities')).includes(id));
  assert.equal(pilot.requests().at(-1)?.status, 200);
});

test('an unchanged list is 304 for its ETag, a changed one 200 with another', async () => {
  const { ask } = testPilot({ indexDelayMs: 0 });
  const first = await ask('GET', '/activities');
  const etag = first.headers.get('etag') ?? '';
  assert.match(etag, /^"[0-9a-f]+"$/);
  const again = await ask('GET', '/activities', { headers: { 'If-None-Match': `"andet", W/${etag}` } });
  assert.equal(again.status, 304);
  assert.equal(again.text, '');
  assert.equal(again.headers.get('etag'), etag);
  assert.equal(again.headers.get('content-type'), null);
  await ask('POST', '/mit-virk/beskeder', { body: { overskrift: 'Ny' } });
  const changed = await ask('GET', '/activities', { headers: { 'If-None-Match': etag } });
  assert.equal(changed.status, 200);
  assert.notEqual(changed.headers.get('etag'), etag);
});

test('a notice is removed from view at once, and may be removed again', async () => {
  const { ask } = testPilot();
  const removed = await ask('POST', '/activities/b-1/dismissal', { as: 'company' });
  assert.equal(removed.status, 204);
  assert.equal(removed.text, '');
  assert.deepEqual(idsOf(await ask('GET', '/activities?type=besked')), ['b-2', 'b-3']);
  assert.equal((await ask('POST', '/activities/b-1/dismissal')).status, 204);
  assert.equal((await ask('GET', '/mit-virk/beskeder/b-1')).status, 200, 'the authority keeps it');
});

test('only a notice can be removed; what the company does not see is not found', async () => {
  const { ask } = testPilot();
  for (const id of ['f-1', 's-1', 't-1']) {
    const refused = await ask('POST', `/activities/${id}/dismissal`);
    assert.equal(refused.status, 422);
    assert.equal(slugOf(refused), 'invalid');
  }
  for (const id of ['b-99', 'f-16', 's-6', 'b%2F1']) {
    const unknown = await ask('POST', `/activities/${id}/dismissal`);
    assert.equal(unknown.status, 404, id);
    assert.equal(slugOf(unknown), 'not-found');
  }
});

test('what an authority sends comes after the index delay; it sees it itself at once', async () => {
  const { ask, pass } = testPilot();
  const { body } = await ask('POST', '/mit-virk/frister', {
    body: { overskrift: 'Ny', fristDato: '2027-01-01' },
  });
  const { id } = body as { id: string };
  const isListed = async () => idsOf(await ask('GET', '/activities')).includes(id);
  assert.equal((await ask('GET', `/mit-virk/frister/${id}`)).status, 200);
  pass(1999);
  assert.equal(await isListed(), false);
  pass(1);
  assert.equal(await isListed(), true);
  await ask('DELETE', `/mit-virk/frister/${id}`);
  assert.equal((await ask('GET', `/mit-virk/frister/${id}`)).status, 404);
  assert.equal(await isListed(), true, 'still in the index');
  pass(2000);
  assert.equal(await isListed(), false);
});

test('a changed item comes into the index as it was sent, in the order it was sent', async () => {
  const { ask, pass } = testPilot();
  const title = async () =>
    itemsOf(await ask('GET', '/activities')).find((item) => item['id'] === 'b-1')?.['overskrift'];
  await ask('PUT', '/mit-virk/beskeder/b-1', { body: { overskrift: 'Første' } });
  pass(1000);
  await ask('PUT', '/mit-virk/beskeder/b-1', { body: { overskrift: 'Anden' } });
  pass(1000);
  assert.equal(await title(), 'Første');
  pass(1000);
  assert.equal(await title(), 'Anden');
});

test('setting the index delay to 0 lets through at once what waits', async () => {
  const { ask } = testPilot();
  const { body } = await ask('POST', '/mit-virk/beskeder', { body: { overskrift: 'Ny' } });
  const { id } = body as { id: string };
  assert.ok(!idsOf(await ask('GET', '/activities')).includes(id));
  await ask('PUT', '/pilot/index-delay', { body: { ms: 0 } });
  assert.ok(idsOf(await ask('GET', '/activities')).includes(id));
});
