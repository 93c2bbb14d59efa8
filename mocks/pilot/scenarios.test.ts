import assert from 'node:assert/strict';
import { contractBreaches, problem } from '../contract/common.js';
import { activityList, calendarList } from '../contract/mit-virk.js';
import { scenarioNames, type ScenarioName } from '../contract/scenarios.js';
import { test } from '../testing/node-test.js';
import { itemsOf, slugOf, testPilot } from '../testing/test-pilot.js';

/** Scenarios whose very purpose is to break the contract, and how many items of a first page of 500 are broken. */
const breaking: Partial<Record<ScenarioName, number>> = { 'one-bad-item': 1, hostile: 2 };
const wholeBreaking: readonly ScenarioName[] = ['contract-broken', 'html', 'offline'];

for (const name of scenarioNames) {
  test(`${name}: every answer keeps the contract, but for what it is about`, async () => {
    const { ask, reports, pilot } = testPilot();
    assert.equal((await ask('PUT', '/pilot/scenario', { body: { name } })).status, 204);
    for (const query of ['?size=500', '?type=frist&type=sag&size=500', '?type=besked', '?page=1&size=200']) {
      const answer = await ask('GET', `/activities${query}`);
      if (wholeBreaking.includes(name)) continue;
      if (answer.status !== 200) {
        assert.deepEqual(contractBreaches(problem, answer.body), []);
        continue;
      }
      const breaches = contractBreaches(activityList, answer.body);
      const expected = Math.min(breaking[name] ?? 0, Math.max(0, itemsOf(answer).length));
      assert.equal(breaches.length, expected, breaches.join('\n'));
    }
    assert.equal((await ask('GET', '/mit-virk/frister')).status, 200, 'the authority is not struck');
    const calendar = await ask('GET', '/calendar/1/frister?size=500');
    assert.deepEqual(contractBreaches(calendarList, calendar.body), []);
    assert.equal((await ask('GET', '/')).status, 200);
    assert.deepEqual(reports, []);
    pilot.setScenario('default');
    assert.equal((await ask('GET', '/activities')).status, 200);
  });
}

test('scenarios answer with the status that they are named for, on reads and writes', async () => {
  for (const [name, status, slug] of [
    ['unauthorised', 401, 'not-authenticated'],
    ['forbidden', 403, 'not-permitted'],
    ['not-found', 404, 'not-found'],
    ['server-error', 500, 'server-error'],
    ['unavailable', 503, 'unavailable'],
    ['rate-limited', 429, 'rate-limited'],
  ] as const) {
    const { ask } = testPilot({ scenario: name });
    for (const answer of [await ask('GET', '/activities'), await ask('POST', '/activities/b-1/dismissal')]) {
      assert.equal(answer.status, status);
      assert.equal(slugOf(answer), slug);
      assert.equal(answer.headers.get('content-type'), 'application/problem+json');
      assert.equal(answer.headers.get('retry-after'), name === 'rate-limited' ? '120' : null);
    }
  }
});

test('empty: lists with nothing in them', async () => {
  const { ask } = testPilot({ scenario: 'empty' });
  const body = { currentPage: 0, totalPages: 0, elementsOnPage: 0, totalElements: 0, activities: [] };
  assert.deepEqual((await ask('GET', '/activities')).body, body);
});

test('many: 1,000 activities, the same for the same seed, others for another', async () => {
  const first = await testPilot({ scenario: 'many' }).ask('GET', '/activities?size=500');
  const again = await testPilot({ scenario: 'many' }).ask('GET', '/activities?size=500');
  const other = await testPilot({ scenario: 'many', seed: 2 }).ask('GET', '/activities?size=500');
  assert.equal((first.body as { totalElements: number }).totalElements, 1000);
  assert.equal(again.text, first.text);
  assert.notEqual(other.text, first.text);
});

test('one-bad-item: exactly the second item of each page has no title', async () => {
  const { ask } = testPilot({ scenario: 'one-bad-item' });
  for (const page of [0, 1]) {
    const titles = itemsOf(await ask('GET', `/activities?size=5&page=${page}`)).map(
      (item) => 'overskrift' in item,
    );
    assert.deepEqual(titles, [true, false, true, true, true]);
  }
});

test('hostile: scripts, handlers, javascript links, long words, reversed direction', async () => {
  const { ask } = testPilot({ scenario: 'hostile' });
  const list = await ask('GET', '/activities');
  for (const part of ['<script>', 'onerror=', 'javascript:', 'iframe', '\u202E']) {
    assert.ok(list.text.includes(part), part);
  }
  const lengths = itemsOf(list).map((item) => String(item['beskrivelse']).length);
  assert.equal(Math.max(...lengths), 10_000);
  assert.match(String(itemsOf(list)[0]?.['link']), /^javascript:/);
});

test('cases-only and overdue-only hold only that', async () => {
  const cases = itemsOf(await testPilot({ scenario: 'cases-only' }).ask('GET', '/activities'));
  assert.ok(cases.length > 3 && cases.every((item) => item['type'] === 'sag'));
  const overdue = itemsOf(await testPilot({ scenario: 'overdue-only' }).ask('GET', '/activities'));
  assert.deepEqual(
    overdue.map((item) => item['fristDato']),
    ['13-11-2026', '2026-11-20'],
  );
});

test('slow waits 3 seconds; the authority is not slowed', async () => {
  const { ask, sleeps } = testPilot({ scenario: 'slow' });
  assert.equal((await ask('GET', '/activities')).status, 200);
  await ask('GET', '/mit-virk/frister');
  assert.deepEqual(sleeps, [3000]);
});

test('offline breaks the connection', async () => {
  const { ask } = testPilot({ scenario: 'offline' });
  assert.equal((await ask('GET', '/activities')).isNetworkError, true);
});

test('page-fails: the first page comes, the others are 500', async () => {
  const { ask } = testPilot({ scenario: 'page-fails' });
  assert.equal((await ask('GET', '/activities?size=200')).status, 200);
  assert.equal((await ask('GET', '/activities?size=200&page=0')).status, 200);
  assert.equal((await ask('GET', '/activities?size=200&page=1')).status, 500);
  assert.equal((await ask('GET', '/activities?size=200&page=4')).status, 500);
});

test('contract-broken and html are 200 with something else', async () => {
  const shape = await testPilot({ scenario: 'contract-broken' }).ask('GET', '/activities');
  assert.equal(shape.status, 200);
  assert.ok(!('activities' in (shape.body as object)));
  const html = await testPilot({ scenario: 'html' }).ask('GET', '/activities');
  assert.equal(html.status, 200);
  assert.equal(html.headers.get('content-type'), 'text/html; charset=utf-8');
});

test('a planned fault wins over the scenario', async () => {
  const { ask, pilot } = testPilot({ scenario: 'server-error' });
  pilot.addFault({ match: '/activities', status: 404 });
  assert.equal((await ask('GET', '/activities')).status, 404);
});
