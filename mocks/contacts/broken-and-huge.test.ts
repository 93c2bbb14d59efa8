/** The scenarios `huge-structure` and `hostile-structure`. */
import assert from 'node:assert/strict';
import { contractBreaches } from '../contract/common.js';
import { contactPointList } from '../contract/contacts.js';
import { servePilot } from '../http.js';
import { test } from '../testing/node-test.js';
import { itemsOf, testPilot, type TestPilot } from '../testing/test-pilot.js';
import { LAST_POINT_NAME } from './generate-structure.js';
import { CHAIN_LENGTH, hostilePoints, hostileUrls } from './hostile-data.js';
import { FJORDBY_ID, OERESOE_ID, namedIds } from './ids.js';

type Json = Record<string, unknown>;
const POINTS = `/contact-points?organisationId=${FJORDBY_ID}`;
const GROUPS = `/contact-groups?organisationId=${FJORDBY_ID}`;

async function pagesOf(ask: TestPilot['ask'], path: string, size: number): Promise<Json[]> {
  const all: Json[] = [];
  for (let page = 0; ; page++) {
    const answer = await ask('GET', `${path}&size=${size}&page=${page}`);
    assert.equal(answer.status, 200, answer.text.slice(0, 300));
    all.push(...itemsOf(answer));
    if (page + 1 >= Number((answer.body as Json)['totalPages'])) return all;
  }
}

test('huge-structure: 10,000 points, each once, the last one only on the last page; the rest as usual', async () => {
  const { ask, reports } = testPilot({ scenario: 'huge-structure' });
  const all = await pagesOf(ask, POINTS, 500);
  assert.equal(new Set(all.map(({ id }) => id)).size, 10_000);
  assert.equal(
    all.findIndex(({ name }) => name === LAST_POINT_NAME),
    9999,
  );
  assert.deepEqual(contractBreaches(contactPointList, (await ask('GET', POINTS)).body), []);
  const groups = await pagesOf(ask, GROUPS, 500);
  assert.ok(groups.length > 1000);
  assert.equal((await ask('GET', `/contact-points?organisationId=${OERESOE_ID}`)).status, 200);
  assert.deepEqual(reports, []);
});

test('huge-structure: of any size, and the authority can work in it', async () => {
  const { ask, pilot } = testPilot({ scenario: 'huge-structure', structureSize: 50_000 });
  const { body } = await ask('GET', `${POINTS}&size=1&page=49999`);
  assert.equal((body as Json)['totalElements'], 50_000);
  const last = itemsOf({ body } as Parameters<typeof itemsOf>[0])[0];
  assert.equal(last?.['name'], LAST_POINT_NAME);
  const path = `/digital-post/contact-points/${String(last['id'])}`;
  assert.equal((await ask('DELETE', path)).status, 204);
  assert.equal(((await ask('GET', `${POINTS}&size=1`)).body as Json)['totalElements'], 49_999);
  assert.equal(pilot.snapshot().services.contacts.points.length, 0, 'the state stays small');
});

test('hostile-structure over HTTP: every page is JSON that can be read, 5,000 levels deep', async () => {
  const server = await servePilot({ port: 0, scenario: 'hostile-structure' });
  try {
    const text = await (await fetch(`${server.url}${POINTS}&size=500`)).text();
    let depth = text.split('"parent":').length - 1;
    assert.ok(depth >= CHAIN_LENGTH - 1, String(depth));
    const { contactPoints } = JSON.parse(text) as { contactPoints: (Json | null)[] };
    assert.equal(contactPoints.length, hostilePoints.length);
    const deep = contactPoints.find((point) => point?.['name'] === 'Dybt nede, indlejret');
    depth = 0;
    for (let group = (deep?.['contactGroups'] as Json[])[0]; group; group = group['parent'] as Json) depth++;
    assert.equal(depth, CHAIN_LENGTH);
  } finally {
    await server.stop(100);
  }
});

test('hostile-structure holds each kind of harm, and an ordinary point in between', async () => {
  const { ask, reports } = testPilot({ scenario: 'hostile-structure' });
  const list = await ask('GET', `${POINTS}&size=500`);
  assert.notDeepEqual(
    contractBreaches(contactPointList, { ...(list.body as Json), contactPoints: [null] }),
    [],
  );
  for (const part of [
    'javascript:',
    'data:text/html',
    '<script>',
    'onerror=',
    '\u202E',
    'Ø'.repeat(10_000),
    '__proto__',
  ])
    assert.ok(list.text.includes(part), part);
  const ids = itemsOf(list).flatMap((point) => (point as Json | null)?.['id'] ?? []);
  assert.ok(new Set(ids).size < ids.length, 'an id twice');
  const names = itemsOf(list).map((point) => (point as Json | null)?.['name']);
  for (const name of ['Helt almindeligt', '', '   ', null]) assert.ok(names.includes(name), String(name));
  const groups = await pagesOf(ask, GROUPS, 500);
  assert.ok(groups.length > CHAIN_LENGTH);
  const parentOf = new Map(
    groups.map((group) => [group['id'], (group['parent'] as Json | undefined)?.['id']]),
  );
  assert.ok(
    [...parentOf].some(([id, parent]) => parent !== undefined && parentOf.get(parent) === id),
    'a cycle',
  );
  assert.ok(
    [...parentOf.values()].some((parent) => parent !== undefined && !parentOf.has(parent)),
    'a missing one',
  );
  assert.deepEqual(reports, [], 'broken on purpose is no fault of the pilot');
});

test('hostile-structure: single reads and deep links are hostile too; other ids and the authority are not', async () => {
  const { ask } = testPilot({ scenario: 'hostile-structure' });
  const urls = new Set<unknown>();
  for (let digit = 0; digit < hostileUrls.length; digit++) {
    const id = `163710ae-5078-350c-0000-dd000000000${digit}`;
    const shown = await ask('GET', `/contact-points/${id}`);
    if (shown.status === 404) continue;
    const links = itemsOf(await ask('GET', `/contact-points/${id}/deep-links`));
    urls.add(links[0]?.['url']);
  }
  assert.ok(urls.has(hostileUrls[1]) && urls.size > 5);
  assert.equal((await ask('GET', '/contact-groups/fd8ca657-157c-3ffe-0000-dd0000000001')).status, 200);
  assert.match((await ask('GET', `/organisations/${FJORDBY_ID}`)).text, /javascript:/);
  assert.equal((await ask('GET', `/organisations/${OERESOE_ID}`)).status, 200);
  assert.ok((await ask('GET', '/recipients?q=fj')).text.includes('onclick'));
  const regional = await ask('GET', `/contact-points?organisationId=${OERESOE_ID}&size=500`);
  assert.deepEqual(contractBreaches(contactPointList, regional.body), []);
  assert.equal((await ask('GET', `/digital-post/contact-points/${namedIds.point.ordinary}`)).status, 200);
});
