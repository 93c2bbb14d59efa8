/** The authority's side: create, change, activate, hide, move and delete points and groups. */
import assert from 'node:assert/strict';
import { test } from '../testing/node-test.js';
import { idsOf, itemsOf, slugOf, testPilot, type TestPilot } from '../testing/test-pilot.js';
import { FJORDBY_ID, OERESOE_ID, namedIds } from './ids.js';

type Json = Record<string, unknown>;
const { point: p, group: g } = namedIds;
const POINTS = '/digital-post/contact-points';
const GROUPS = '/digital-post/contact-groups';

const content = {
  name: 'Nyt kontaktpunkt',
  targets: ['CITIZEN'],
  searchTerms: [{ term: 'nyt' }],
};

async function create(ask: TestPilot['ask'], path: string, body: object): Promise<string> {
  const created = await ask('POST', path, { body });
  assert.equal(created.status, 201, created.text);
  return String((created.body as Json)['id']);
}

const groupIdsOf = (point: unknown) => ((point as Json)['contactGroups'] as Json[]).map(({ id }) => id);

test('a new point: 201, Location, a UUID-shaped id, defaults; the users see it at once', async () => {
  const { ask } = testPilot();
  const created = await ask('POST', POINTS, { body: content });
  assert.equal(created.status, 201);
  const id = '163710ae-5078-350c-0000-bb0000001001';
  assert.equal(created.headers.get('location'), `${POINTS}/${id}`);
  const stored = {
    description: '',
    internalNote: '',
    visible: true,
    active: false,
    receivingSystem: null,
    memoSizeThresholdMB: 99.5,
    allowedNumberOfAttachments: 10,
    recommendedAttributes: [],
    contactPointCodes: [],
    contactGroups: [],
    ...content,
    id,
    organisationId: FJORDBY_ID,
  };
  assert.deepEqual(created.body, stored);
  assert.deepEqual((await ask('GET', `${POINTS}/${id}`)).body, stored);
  const shown = (await ask('GET', `/contact-points/${id}`)).body as Json;
  assert.deepEqual([shown['name'], shown['active'], shown['visible']], ['Nyt kontaktpunkt', false, true]);
  const pages = [await ask('GET', `${POINTS}?size=500`), await ask('GET', `${POINTS}?size=500&page=1`)];
  assert.equal(pages.flatMap(idsOf).filter((known) => known === id).length, 1);
});

test('a point is activated, hidden, moved between groups and deleted', async () => {
  const { ask } = testPilot();
  const inGroups = (...ids: string[]) => ({ contactGroups: ids.map((id) => ({ id })) });
  const id = await create(ask, POINTS, { ...content, ...inGroups(g.passport, g.empty) });
  const put = (change: object) => ask('PUT', `${POINTS}/${id}`, { body: { ...content, ...change } });
  const shown = async () => (await ask('GET', `/contact-points/${id}`)).body as Json;
  const links = async (path: string) => ((await ask('GET', `${path}/deep-links`)).body as Json)['reason'];

  assert.equal(await links(`/contact-groups/${g.empty}`), 'no-active-points');
  const usable = { active: true, receivingSystem: 'Sagssystem' };
  assert.equal((await put({ ...inGroups(g.passport, g.empty), ...usable })).status, 200);
  assert.equal((await shown())['active'], true);
  assert.equal(await links(`/contact-groups/${g.empty}`), undefined);

  await put({ ...inGroups(g.passport), ...usable, visible: false });
  assert.equal((await shown())['visible'], false);
  assert.deepEqual(groupIdsOf(await shown()), [g.passport], 'gone from one, alive in the other');
  assert.equal(await links(`/contact-groups/${g.empty}`), 'no-active-points');
  assert.equal(await links(`/contact-points/${id}`), undefined, 'hidden, but with a link');

  assert.equal((await ask('DELETE', `${POINTS}/${id}`)).status, 204);
  for (const path of [`${POINTS}/${id}`, `/contact-points/${id}`, `/contact-points/${id}/deep-links`])
    assert.equal((await ask('GET', path)).status, 404, path);
  assert.equal((await ask('DELETE', `${POINTS}/${id}`)).status, 404);
});

test('PUT replaces all: what is left out goes back to its default; it creates nothing', async () => {
  const { ask } = testPilot();
  const replaced = await ask('PUT', `${POINTS}/${p.lowCapacity}`, { body: content });
  const body = replaced.body as Json;
  assert.deepEqual([body['memoSizeThresholdMB'], body['allowedNumberOfAttachments']], [99.5, 10]);
  assert.deepEqual([body['recommendedAttributes'], body['contactGroups'], body['active']], [[], [], false]);
  assert.equal((await ask('PUT', `${POINTS}/${p.unknown}`, { body: content })).status, 404);
  const withLink = (await ask('GET', `${POINTS}/${p.externalLink}`)).body as Json;
  const gone = await ask('PUT', `${POINTS}/${p.externalLink}`, { body: { ...withLink, externalLink: null } });
  assert.ok(!('externalLink' in (gone.body as Json)));
});

test('what is read can be sent back unchanged', async () => {
  const { ask } = testPilot();
  for (const path of [`${POINTS}/${p.allCodes}`, `${POINTS}/${p.ordinary}`, `${GROUPS}/${g.twoParents}`]) {
    const { body } = await ask('GET', path);
    const sent = await ask('PUT', path, { body });
    assert.equal(sent.status, 200, sent.text);
    assert.deepEqual(sent.body, body);
  }
});

test('groups: made, moved under two parents, made a unit that is found, deleted', async () => {
  const { ask } = testPilot();
  const id = await create(ask, GROUPS, { name: 'Ny enhed', parents: [{ id: g.id }] });
  assert.equal(id, 'fd8ca657-157c-3ffe-0000-bb0000001001');
  const found = async () => idsOf(await ask('GET', '/recipients?q=ny%20enhed'));
  assert.deepEqual(await found(), []);
  const body = {
    name: 'Ny enhed',
    parent: { id: g.id },
    parents: [{ id: g.id }, { id: g.root.toUpperCase() }],
  };
  const replaced = await ask('PUT', `${GROUPS}/${id}`, { body: { ...body, organisationalUnit: true } });
  assert.deepEqual((replaced.body as Json)['parents'], [{ id: g.id }, { id: g.root }]);
  assert.deepEqual(await found(), [id]);
  assert.equal((await ask('DELETE', `${GROUPS}/${id}`)).status, 204);
  assert.deepEqual(await found(), []);
  assert.equal((await ask('GET', `/contact-groups/${id}`)).status, 404);
});

test('what stood in a deleted group lives on in its others, or at the top level', async () => {
  const { ask } = testPilot();
  assert.equal((await ask('DELETE', `${GROUPS}/${g.twoParents}`)).status, 204);
  assert.deepEqual(groupIdsOf((await ask('GET', `/contact-points/${p.severalGroups}`)).body), [g.housing]);
  await ask('DELETE', `${GROUPS}/${g.passport}`);
  assert.deepEqual(groupIdsOf((await ask('GET', `/contact-points/${p.passport}`)).body), []);
  await ask('DELETE', `${GROUPS}/${g.root}`);
  const top = (await ask('GET', `/contact-groups/${g.housing}`)).body as Json;
  assert.ok(!('parent' in top));
  const groups = itemsOf(await ask('GET', `/contact-groups?organisationId=${FJORDBY_ID}&size=500`));
  assert.equal(groups.length, 121);
});

test('If-Match: a write with an old tag is 412 and changes nothing', async () => {
  const { ask } = testPilot();
  for (const path of [`${POINTS}/${p.ordinary}`, `${GROUPS}/${g.empty}`]) {
    const first = await ask('GET', path);
    const headers = { 'If-Match': first.headers.get('etag') ?? '' };
    const body = { ...(first.body as object), name: 'Andet navn' };
    assert.equal((await ask('PUT', path, { body, headers })).status, 200);
    const late = await ask('PUT', path, { body: { ...body, name: 'For sent' }, headers });
    assert.equal(late.status, 412);
    assert.equal((await ask('DELETE', path, { headers })).status, 412);
    assert.equal(((await ask('GET', path)).body as Json)['name'], 'Andet navn');
  }
});

test('Idempotency-Key: the same POST twice makes one point', async () => {
  const { ask } = testPilot();
  const headers = { 'Idempotency-Key': 'k' };
  const first = await ask('POST', POINTS, { body: content, headers });
  const again = await ask('POST', POINTS, { body: content, headers });
  assert.deepEqual([again.status, again.body], [201, first.body]);
  assert.equal(slugOf(await ask('POST', GROUPS, { body: { name: 'x' }, headers })), 'idempotency-key-reused');
});

test('the authority is Fjordby Kommune: of another’s structure it reads and changes nothing; all may', async () => {
  const { ask } = testPilot();
  const own = idsOf(await ask('GET', POINTS));
  assert.equal(own[0], p.ordinary);
  const foreign = `${GROUPS}/${g.unit}`;
  const body = { ...content, organisationId: OERESOE_ID };
  for (const answer of [
    await ask('GET', foreign),
    await ask('PUT', foreign, { body: { name: 'Kapret' } }),
    await ask('DELETE', foreign),
    await ask('GET', `${POINTS}?organisationId=${OERESOE_ID}`),
    await ask('POST', POINTS, { body }),
    await ask('GET', POINTS, { as: 'citizen' }),
    await ask('GET', POINTS, { as: 'caseworker' }),
  ]) {
    assert.equal(answer.status, 403);
    assert.equal(slugOf(answer), 'not-permitted');
  }
  assert.equal((await ask('POST', POINTS, { body, as: 'all' })).status, 201);
  assert.equal(
    itemsOf(await ask('GET', `${POINTS}?organisationId=${OERESOE_ID}`, { as: 'all' })).length,
    100,
  );
});

test('a reset and another scenario put the structure back; a saved state brings the changes again', async () => {
  const { ask, pilot } = testPilot();
  const id = await create(ask, POINTS, { ...content, contactGroups: [{ id: g.passport }] });
  await ask('DELETE', `${GROUPS}/${g.empty}`);
  await ask('DELETE', `${POINTS}/${p.hidden}`);
  const state = pilot.snapshot();
  assert.ok(JSON.stringify(state.services.contacts).length < 2000, 'only what was changed');
  const texts = async () => {
    const asked = [`/contact-points/${id}`, `/contact-groups/${g.empty}`, `/contact-points/${p.hidden}`];
    return Promise.all(asked.map(async (path) => (await ask('GET', path)).status));
  };
  assert.deepEqual(await texts(), [200, 404, 404]);
  pilot.setScenario('offline');
  pilot.setScenario('default');
  assert.deepEqual(await texts(), [200, 404, 404], 'the same data');
  pilot.reset();
  assert.deepEqual(await texts(), [404, 200, 200]);
  pilot.restore(JSON.parse(JSON.stringify(state)) as typeof state);
  assert.deepEqual(await texts(), [200, 404, 404]);
  pilot.setScenario('empty');
  assert.deepEqual(await texts(), [404, 404, 404]);
});

test('points put in, changed and taken out in place stand as in a structure that is made anew', async () => {
  const { ask, pilot } = testPilot();
  const lists = async (of: TestPilot['ask']) =>
    Promise.all(
      ['/contact-points', '/contact-groups'].map(
        async (path) => (await of('GET', `${path}?organisationId=${FJORDBY_ID}&size=500`)).text,
      ),
    );
  await lists(ask);
  const id = await create(ask, POINTS, { ...content, active: true, receivingSystem: 'X' });
  await create(ask, POINTS, content);
  await ask('PUT', `${POINTS}/${id}`, { body: { ...content, name: 'Rettet' } });
  await ask('PUT', `${POINTS}/${p.passport}`, { body: { ...content, targets: ['COMPANY'] } });
  await ask('DELETE', `${POINTS}/${p.hidden}`);
  const other = testPilot({ state: pilot.snapshot() });
  assert.deepEqual(await lists(ask), await lists(other.ask));
});
