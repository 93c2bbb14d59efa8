/** What the widgets read: recipients, organisations, groups, points. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { contractBreaches } from '../contract/common.js';
import * as wire from '../contract/contacts.js';
import { test } from '../testing/node-test.js';
import { idsOf, itemsOf, slugOf, testPilot, type TestPilot } from '../testing/test-pilot.js';
import { AAGAARD_ID, FJORDBY_ID, OERESOE_ID, namedIds } from './ids.js';
import { organisationTestIds } from './test-ids.js';

type Json = Record<string, unknown>;
const { point: p, group: g } = namedIds;
const POINTS = `/contact-points?organisationId=${FJORDBY_ID}`;
const GROUPS = `/contact-groups?organisationId=${FJORDBY_ID}`;

async function allOf(ask: TestPilot['ask'], path: string): Promise<Json[]> {
  const all: Json[] = [];
  for (let page = 0; ; page++) {
    const answer = await ask('GET', `${path}&size=500&page=${page}`);
    all.push(...itemsOf(answer));
    if (page + 1 >= Number((answer.body as Json)['totalPages'])) return all;
  }
}

async function names(ask: TestPilot['ask'], q: string): Promise<unknown[]> {
  return itemsOf(await ask('GET', `/recipients?q=${encodeURIComponent(q)}`)).map((item) => item['name']);
}

test('recipients: authorities and units, Danish folding, best first', async () => {
  const { ask } = testPilot();
  assert.deepEqual(await names(ask, 'fjordby'), ['Fjordby Kommune', 'Fjordby Sygehus']);
  assert.deepEqual(await names(ask, 'FJORDBY kom'), ['Fjordby Kommune']);
  assert.deepEqual(await names(ask, 'oeresoe ho'), [
    'Øresø Hospital',
    'Børnehospitalet Spiren',
    'Nordre Hospital',
  ]);
  assert.deepEqual(await names(ask, 'aeble'), ['Æblerø Sygehus']);
  for (const q of ['ågård', 'AAGAARD', 'aagård']) assert.deepEqual(await names(ask, q), ['Aagård Kommune']);
  assert.deepEqual((await names(ask, 'øresø')).slice(0, 2), ['Øresø Hospital', 'Region Øresø']);
  assert.equal((await names(ask, 'region øresø')).length, 7, 'its units too');
  assert.deepEqual(await names(ask, 'zzz'), []);
  const [unit] = itemsOf(await ask('GET', '/recipients?q=spiren'));
  assert.deepEqual(unit, {
    kind: 'unit',
    id: unit?.['id'],
    organisationId: OERESOE_ID,
    name: 'Børnehospitalet Spiren',
    organisationName: 'Region Øresø',
  });
});

test('recipients: from two letters, paged, and never kept', async () => {
  const { ask } = testPilot();
  for (const query of ['', '?q=', '?q=a', '?q=%20a%20', '?q=--', `?q=${'a'.repeat(201)}`]) {
    const answer = await ask('GET', `/recipients${query}`);
    assert.equal(answer.status, 422, query);
    assert.deepEqual(Object.keys((answer.body as { errors: object }).errors), ['q']);
  }
  const page = (await ask('GET', '/recipients?q=øresø&size=2&page=1')).body as Json;
  assert.deepEqual([page['currentPage'], page['elementsOnPage'], page['totalElements']], [1, 2, 7]);
  assert.equal((await ask('GET', '/recipients?q=øresø')).headers.get('cache-control'), 'no-store');
});

test('an organisation: who it is for, its privacy policy', async () => {
  const { ask } = testPilot();
  const fjordby = (await ask('GET', `/organisations/${FJORDBY_ID.toUpperCase()}`)).body as Json;
  assert.equal(fjordby['name'], 'Fjordby Kommune');
  assert.deepEqual(fjordby['targets'], ['CITIZEN', 'COMPANY', 'AUTHORITY']);
  assert.match(String(fjordby['privacyPolicyUrl']), /^https:/);
  const aagaard = (await ask('GET', `/organisations/${AAGAARD_ID}`)).body as Json;
  assert.deepEqual(aagaard['targets'], []);
  assert.ok(!('privacyPolicyUrl' in aagaard));
  assert.deepEqual(itemsOf(await ask('GET', `/contact-points?organisationId=${AAGAARD_ID}`)), []);
});

test('the list of points holds all of them with their flags, in the verbose form', async () => {
  const { ask, reports } = testPilot();
  const all = await allOf(ask, POINTS);
  assert.equal(new Set(all.map(({ id }) => id)).size, 891);
  assert.deepEqual(
    contractBreaches(wire.contactPointList, (await ask('GET', `${POINTS}&size=500`)).body),
    [],
  );
  const find = (id: string) => all.find((point) => point['id'] === id) as Json;
  assert.equal(find(p.hidden)['visible'], false);
  assert.equal(find(p.inactive)['active'], false);
  assert.equal(find(p.noReceivingSystem)['active'], false, 'active means with a receiving system');
  const groups = find(p.passport)['contactGroups'] as wire.NestedContactGroup[];
  const above = groups[0]?.parent;
  assert.deepEqual([above?.parent?.name, above?.organisation?.name], ['Fjordby Kommune', 'Fjordby Kommune']);
  const shared = (find(p.severalGroups)['contactGroups'] as wire.NestedContactGroup[])[0];
  assert.deepEqual(shared?.parents, [{ id: g.root }, { id: g.id }]);
  const bare = all.filter((point) => (point['contactGroups'] as Json[]).some((group) => !('name' in group)));
  assert.ok(bare.length > 50 && bare.length < 200, 'some with bare ids');
  assert.deepEqual(reports, []);
});

test('Region Øresø sends nothing but bare ids, and each is in its list of groups', async () => {
  const { ask } = testPilot();
  const points = await allOf(ask, `/contact-points?organisationId=${OERESOE_ID}`);
  const known = new Set(idsOf(await ask('GET', `/contact-groups?organisationId=${OERESOE_ID}&size=500`)));
  for (const point of points)
    for (const group of point['contactGroups'] as Json[]) {
      assert.deepEqual(Object.keys(group), ['id']);
      assert.ok(known.has(group['id']));
    }
});

test('the first points are those of the contract’s example', async () => {
  const { ask } = testPilot();
  const example = JSON.parse(readFileSync('mocks/fixtures/contact-points.json', 'utf8')) as Json;
  assert.deepEqual(contractBreaches(wire.contactPointList, example), []);
  const wanted = (example['contactPoints'] as Json[])[0] ?? {};
  const { body } = await ask('GET', `/contact-points/${p.ordinary}`);
  for (const key of ['name', 'description', 'contactGroups', 'externalLink', 'organisationId'])
    assert.deepEqual((body as Json)[key], wanted[key], key);
  assert.deepEqual(Object.keys(body as Json).sort(), Object.keys(wanted).sort());
});

test('the list of groups: targets are the audiences of what is active below; a second parent is told', async () => {
  const { ask } = testPilot();
  const all = await allOf(ask, GROUPS);
  assert.equal(all.length, 124);
  const find = (id: string) => all.find((group) => group['id'] === id) as Json;
  assert.deepEqual(find(g.root)['targets'], ['CITIZEN', 'COMPANY', 'AUTHORITY']);
  assert.deepEqual(find(g.empty)['targets'], []);
  assert.deepEqual(find(g.inactiveOnly)['targets'], []);
  assert.deepEqual(find(g.companyOnly)['targets'], ['COMPANY']);
  assert.deepEqual(find(g.passport)['targets'], ['CITIZEN']);
  assert.deepEqual(find(g.twoParents)['parents'], [{ id: g.root }, { id: g.id }]);
  assert.equal((find(g.passport)['parent'] as Json)['id'], g.id);
  assert.deepEqual((await ask('GET', `/contact-groups/${g.passport}`)).body, find(g.passport));
});

test('one point by its id, hidden and inactive ones too; an unknown id is not found', async () => {
  const { ask } = testPilot();
  for (const id of [p.hidden, p.inactive, p.noGroup, p.hidden.toUpperCase()])
    assert.equal((await ask('GET', `/contact-points/${id}`)).status, 200);
  const unknown = [`/contact-points/${p.unknown}`, `/contact-groups/${g.unknown}`, '/contact-points/x'];
  const unknownOrganisation = organisationTestIds.unknown.id;
  for (const path of [
    ...unknown,
    ...unknown.map((known) => `${known}/deep-links`),
    `/organisations/${unknownOrganisation}`,
    `/contact-points?organisationId=${unknownOrganisation}`,
    `/contact-groups?organisationId=${unknownOrganisation}`,
  ]) {
    const answer = await ask('GET', path);
    assert.equal(answer.status, 404, path);
    assert.equal(slugOf(answer), 'not-found');
  }
});

test('paging: 100 a page, 500 at most, each item once, a wrong query told field by field', async () => {
  const { ask } = testPilot();
  assert.equal(itemsOf(await ask('GET', POINTS)).length, 100);
  assert.equal(itemsOf(await ask('GET', `${POINTS}&size=9999`)).length, 500);
  assert.deepEqual(itemsOf(await ask('GET', `${POINTS}&page=99`)), []);
  const paged = [0, 1, 2, 3, 4].map(async (page) =>
    idsOf(await ask('GET', `${POINTS}&size=200&page=${page}`)),
  );
  assert.equal(new Set((await Promise.all(paged)).flat()).size, 891);
  for (const [query, fields] of [
    ['', ['organisationId']],
    ['?organisationId=7&size=0', ['organisationId', 'size']],
    [`?organisationId=${FJORDBY_ID}&page=x`, ['page']],
  ] as const) {
    const answer = await ask('GET', `/contact-points${query}`);
    assert.equal(answer.status, 422, query);
    assert.deepEqual(Object.keys((answer.body as { errors: object }).errors).sort(), fields);
  }
});

test('reads may be kept but must be asked about: ETag, 304, no-cache', async () => {
  const { ask } = testPilot();
  for (const path of [
    POINTS,
    GROUPS,
    `/contact-points/${p.ordinary}`,
    `/contact-points/${p.ordinary}/deep-links`,
  ]) {
    const first = await ask('GET', path);
    assert.equal(first.headers.get('cache-control'), 'no-cache');
    const etag = first.headers.get('etag') ?? '';
    const again = await ask('GET', path, { headers: { 'If-None-Match': etag } });
    assert.equal(again.status, 304);
  }
});

test('anybody may read; an unknown token is 401', async () => {
  const { ask } = testPilot();
  const paths = [POINTS, GROUPS, '/recipients?q=fj', `/contact-points/${p.hidden}/deep-links`];
  for (const path of paths) {
    for (const as of ['citizen', 'company', 'caseworker', 'caseworker-limited', 'authority', 'all'])
      assert.equal((await ask('GET', path, { as })).status, 200, `${as} ${path}`);
    assert.equal((await ask('GET', path, { as: 'konge' })).status, 401);
  }
});

test('nothing internal is ever told: no note, no name of a receiving system', async () => {
  const { ask } = testPilot();
  const texts = [(await ask('GET', `/contact-points/${p.passport}`)).text];
  for (let page = 0; page < 2; page++) texts.push((await ask('GET', `${POINTS}&size=500&page=${page}`)).text);
  const text = texts.join('');
  assert.ok(text.length > 1_000_000);
  for (const part of ['internalNote', 'Kun internt', 'receivingSystem', 'Fælles postsystem'])
    assert.ok(!text.includes(part), part);
});

test('empty: the authorities are there, their structures hold nothing', async () => {
  const { ask } = testPilot({ scenario: 'empty' });
  assert.equal((await ask('GET', `/organisations/${FJORDBY_ID}`)).status, 200);
  for (const path of [POINTS, GROUPS]) {
    const { body } = await ask('GET', path);
    assert.equal((body as Json)['totalElements'], 0);
    assert.equal((body as Json)['totalPages'], 0);
  }
});

test('scenarios strike the contact structure as all else', async () => {
  const { ask, pilot } = testPilot({ scenario: 'one-bad-item' });
  const named = itemsOf(await ask('GET', `${POINTS}&size=3`)).map((item) => 'name' in item);
  assert.deepEqual(named, [true, false, true]);
  assert.ok('name' in ((await ask('GET', `/contact-points/${p.ordinary}`)).body as Json), 'one is no list');
  pilot.setScenario('page-fails');
  assert.equal((await ask('GET', `${POINTS}&size=200`)).status, 200);
  assert.equal((await ask('GET', `${POINTS}&size=200&page=1`)).status, 500);
  pilot.setScenario('hostile');
  const links = itemsOf(await ask('GET', POINTS)).filter((item) => 'link' in item);
  assert.deepEqual(links, []);
});
