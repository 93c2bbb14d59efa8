import assert from 'node:assert/strict';
import { omit } from '../omit.js';
import { test } from '../testing/node-test.js';
import { idsOf, slugOf, testPilot } from '../testing/test-pilot.js';

test('GET / says that it is a test environment', async () => {
  const { ask } = testPilot();
  assert.deepEqual((await ask('GET', '/')).body, { environment: 'test', version: '0.1.0' });
});

test('the page for people says what it is and lists scenarios and endpoints', async () => {
  const { ask } = testPilot();
  for (const path of ['/pilot/', '/pilot']) {
    const page = await ask('GET', path);
    assert.equal(page.headers.get('content-type'), 'text/html; charset=utf-8');
    for (const part of ['prøvemiljø', '<html lang="da">', 'contract-broken', '/calendar/1/frister']) {
      assert.ok(page.text.includes(part), part);
    }
    assert.ok(!page.text.includes('<script'));
  }
});

test('reset puts back everything', async () => {
  const { ask, pilot, pass } = testPilot({
    seed: 3,
    scenario: 'many',
    persona: 'company',
    latencyMs: 5,
    indexDelayMs: 7,
  });
  const before = pilot.snapshot();
  await ask('POST', '/mit-virk/beskeder', {
    body: { overskrift: 'Ny' },
    headers: { 'Idempotency-Key': 'a' },
  });
  for (const [name, body] of [
    ['clock', { now: '2030-01-01T00:00:00Z', running: true }],
    ['persona', { persona: 'citizen' }],
    ['scenario', { name: 'empty' }],
    ['latency', { ms: 1 }],
    ['index-delay', { ms: 1 }],
    ['conditions', { idempotency: false, ifMatch: false }],
    ['faults', { match: '/nowhere' }],
  ] as const) {
    assert.equal((await ask('PUT', `/pilot/${name}`, { body })).status, 204, name);
  }
  pass(50_000);
  assert.equal((await ask('POST', '/pilot/reset')).status, 204);
  assert.deepEqual(pilot.snapshot(), before);
  assert.deepEqual((await ask('GET', '/pilot/requests')).body, { requests: [] });
});

test('a reset dates the data from the clock that the pilot was given', async () => {
  let real = Date.parse('2026-01-01T12:00:00Z');
  const { ask } = testPilot({ clock: { now: null }, realNow: () => real });
  const dates = async () => JSON.stringify((await ask('GET', '/calendar/1/frister?size=500')).body);
  const before = await dates();
  real += 86_400_000;
  assert.equal(await dates(), before);
  await ask('POST', '/pilot/reset');
  assert.notEqual(await dates(), before);
  assert.ok((await dates()).includes('"02-01-2026"'));
});

test('clock: real and ticking, frozen, ticking on, and real again', async () => {
  let real = Date.parse('2026-05-05T10:00:00Z');
  const { ask, pilot } = testPilot({ clock: { now: null }, realNow: () => real });
  const read = async () => (await ask('GET', '/pilot/clock')).body;
  const set = async (body: unknown) => (await ask('PUT', '/pilot/clock', { body })).status;
  assert.deepEqual(await read(), { now: '2026-05-05T10:00:00.000Z', running: true });
  assert.equal(await set({ now: '2031-03-30T01:59:59+01:00' }), 204);
  real += 1000;
  assert.deepEqual(await read(), { now: '2031-03-30T00:59:59.000Z', running: false });
  await set({ now: '2031-03-30T01:59:59+01:00', running: true });
  real += 1000;
  assert.deepEqual(await read(), { now: '2031-03-30T01:00:00.000Z', running: true });
  assert.equal(pilot.now(), Date.parse('2031-03-30T01:00:00Z'));
  await set({ now: null });
  assert.deepEqual(await read(), { now: '2026-05-05T10:00:02.000Z', running: true });
});

test('wrong bodies of controls are 422 invalid with the field; malformed JSON is 400; nothing changes', async () => {
  const { ask, pilot } = testPilot();
  const before = pilot.snapshot();
  for (const [name, body, field] of [
    ['clock', { now: 'i morgen' }, 'now'],
    ['clock', { now: '2026-11-22T10:00:00' }, 'now'],
    ['clock', {}, 'now'],
    ['persona', { persona: 'konge' }, 'persona'],
    ['scenario', { name: 'ukendt' }, 'name'],
    ['latency', { ms: -1 }, 'ms'],
    ['latency', { ms: '5' }, 'ms'],
    ['index-delay', { ms: 1.5 }, 'ms'],
    ['conditions', { ifmatch: true }, 'body'],
    ['conditions', { ifMatch: 'ja' }, 'ifMatch'],
    ['state', { clock: null }, 'clock'],
    ['faults', { match: 'activities' }, 'match'],
    ['faults', { match: '/a', status: 99 }, 'status'],
    ['faults', { match: '/a', delay: 5 }, 'body'],
    ['faults', { match: '/a', headers: { 'a b': 'c' } }, 'headers.a b'],
    ['faults', [], ''],
  ] as const) {
    const answer = await ask('PUT', `/pilot/${name}`, { body });
    if (field === '') {
      assert.equal(answer.status, 204);
      continue;
    }
    assert.equal(answer.status, 422, `${name} ${JSON.stringify(body)}`);
    assert.equal(slugOf(answer), 'invalid');
    assert.ok(field in (answer.body as { errors: object }).errors, answer.text);
    assert.equal((await ask('PUT', `/pilot/${name}`, { body: '{' })).status, 400);
  }
  assert.deepEqual(pilot.snapshot(), before);
});

test('state: a snapshot put back gives the same answers, what waits for the index too', async () => {
  const { ask, pass } = testPilot();
  await ask('POST', '/mit-virk/beskeder', {
    body: { overskrift: 'Venter' },
    headers: { 'Idempotency-Key': 'k' },
  });
  await ask('POST', '/activities/b-1/dismissal');
  const { text } = await ask('GET', '/pilot/state');
  const list = await ask('GET', '/activities');
  await ask('POST', '/pilot/reset');
  await ask('PUT', '/pilot/scenario', { body: { name: 'empty' } });
  assert.equal((await ask('PUT', '/pilot/state', { body: text })).status, 204);
  assert.equal((await ask('GET', '/pilot/state')).text, text);
  assert.equal((await ask('GET', '/activities')).text, list.text);
  pass(2000);
  assert.ok(idsOf(await ask('GET', '/activities')).includes('b-1001'));
  const replayed = await ask('POST', '/mit-virk/beskeder', {
    body: { overskrift: 'Venter' },
    headers: { 'Idempotency-Key': 'k' },
  });
  assert.equal((replayed.body as { id: string }).id, 'b-1001');
});

test('the snapshot of a real clock stays real', () => {
  let real = 1_000_000;
  const { pilot } = testPilot({ clock: { now: null }, realNow: () => real });
  const state = pilot.snapshot();
  assert.deepEqual(state.clock, { now: null, running: true });
  real += 5000;
  pilot.restore(state);
  assert.equal(pilot.now(), real);
});

test('a scenario on the same data keeps what was sent; one on other data loads afresh', async () => {
  const { ask, pilot } = testPilot({ indexDelayMs: 0 });
  await ask('POST', '/mit-virk/beskeder', { body: { overskrift: 'Ny' } });
  const has = async () => idsOf(await ask('GET', '/activities?size=500')).includes('b-1001');
  pilot.setScenario('offline');
  pilot.setScenario('default');
  assert.equal(await has(), true);
  pilot.setScenario('empty');
  assert.equal(await has(), false);
  pilot.setScenario('default');
  assert.equal(await has(), false);
});

test('the log holds what was asked, in order, with no controls, no times and no tokens', async () => {
  const { ask } = testPilot();
  const headers = {
    'Accept-Language': 'en',
    'Idempotency-Key': 'k1',
    'If-Match': '"e"',
    Accept: 'application/json',
  };
  await ask('PUT', '/mit-virk/frister/f-1', { body: '{"a":', headers, as: 'authority' });
  await ask('PUT', '/pilot/latency', { body: { ms: 0 } });
  await ask('GET', '/activities?type=frist&size=1', { as: 'ukendt', headers: { 'If-None-Match': '"x"' } });
  await ask('POST', '/calendar/1/frister', { body: { overskrift: '' }, as: 'all' });
  const log = await ask('GET', '/pilot/requests');
  const { requests } = log.body as { requests: Record<string, unknown>[] };
  assert.deepEqual(
    { requests: requests.map((request) => omit(request, 'answer')) },
    {
      requests: [
        {
          number: 1,
          status: 400,
          method: 'PUT',
          path: '/mit-virk/frister/f-1',
          query: '',
          persona: 'authority',
          headers: { 'accept-language': 'en', 'idempotency-key': 'k1', 'if-match': '"e"' },
          body: '{"a":',
        },
        {
          number: 2,
          status: 401,
          method: 'GET',
          path: '/activities',
          query: 'type=frist&size=1',
          persona: null,
          headers: { 'if-none-match': '"x"' },
        },
        {
          number: 3,
          status: 422,
          method: 'POST',
          path: '/calendar/1/frister',
          query: '',
          persona: 'all',
          headers: {},
          body: { overskrift: '' },
        },
      ],
    },
  );
});

test('the log holds the answers too, long ones cut, and gives only the newest when asked', async () => {
  const { ask } = testPilot();
  await ask('POST', '/calendar/1/frister', { body: { overskrift: 'A' } });
  await ask('GET', '/activities');
  await ask('DELETE', '/mit-virk/frister/f-1');
  const { requests } = (await ask('GET', '/pilot/requests')).body as { requests: { answer?: unknown }[] };
  assert.deepEqual(requests[0]?.answer, { fristDato: 'Skal udfyldes' });
  assert.match(String(requests[1]?.answer), /^\{"currentPage":0.{1970,}…$/);
  assert.ok(!('answer' in (requests[2] ?? {})));
  const { requests: newest } = (await ask('GET', '/pilot/requests?last=2')).body as {
    requests: { number: number }[];
  };
  assert.deepEqual(
    newest.map(({ number }) => number),
    [2, 3],
  );
  assert.equal(slugOf(await ask('GET', '/pilot/requests?last=x')), 'invalid');
});

test('the settings are the state without the data', async () => {
  const { ask, pilot } = testPilot();
  pilot.setLatency(5);
  pilot.addFault({ match: '/activities', status: 500 });
  const { body } = await ask('GET', '/pilot/settings');
  assert.deepEqual(body, omit(pilot.snapshot(), 'services', 'nextId', 'finishedWrites'));
});

test('a pilot that begins with a saved state goes back to it at a reset; clock and scenario given win', async () => {
  const first = testPilot();
  await first.ask('POST', '/mit-virk/beskeder', { body: { overskrift: 'Gemt' } });
  first.pilot.setPersona('company');
  const state = first.pilot.snapshot();
  const { pilot, ask } = testPilot({ state, clock: '2030-01-01T00:00:00Z' });
  assert.deepEqual(omit(pilot.snapshot(), 'clock'), omit(state, 'clock'));
  assert.equal(new Date(pilot.now()).toISOString(), '2030-01-01T00:00:00.000Z');
  await ask('DELETE', '/mit-virk/beskeder/b-1');
  pilot.setClock(null);
  pilot.reset();
  assert.deepEqual(omit(pilot.snapshot(), 'clock'), omit(state, 'clock'));
  assert.equal(new Date(pilot.now()).toISOString(), '2030-01-01T00:00:00.000Z');
  const empty = testPilot({ state, scenario: 'empty' }).pilot.snapshot();
  assert.deepEqual([empty.scenario, empty.services.mitVirk.items], ['empty', []]);
  assert.throws(() => testPilot({ state: { ...state, persona: 'x' as 'all' } }), /persona/);
});

test('no id is given twice, whatever number a state or a seed begins with', async () => {
  const { ask, pilot } = testPilot();
  const state = pilot.snapshot();
  for (const nextId of [-1, 1.5, 1e10, 2 ** 53]) {
    const refused = await ask('PUT', '/pilot/state', { body: { ...state, nextId } });
    assert.equal(slugOf(refused), 'invalid', String(nextId));
  }
  pilot.restore({ ...state, nextId: 1 });
  for (const send of [ask, testPilot({ seed: 0 }).ask]) {
    const { body } = await send('POST', '/mit-virk/beskeder', { body: { overskrift: 'Ny' } });
    assert.equal((body as { id: string }).id, 'b-1001', 'b-1 is in the made-up data');
  }
});

test('a finished write that no pilot can have kept is refused', async () => {
  const { ask, pilot } = testPilot();
  const state = pilot.snapshot();
  for (const status of [199, 304, 422, 999]) {
    const finishedWrites = [{ key: 'k', fingerprint: 'f', status, headers: {} }];
    const refused = await ask('PUT', '/pilot/state', { body: { ...state, finishedWrites } });
    assert.equal(slugOf(refused), 'invalid', String(status));
  }
});

test('the controls in code refuse what the wire refuses', () => {
  const { pilot } = testPilot();
  assert.throws(() => pilot.setClock('i morgen'), /now: Skal være RFC 3339/);
  assert.throws(() => pilot.setLatency(-1), /ms/);
  assert.throws(() => pilot.addFault({ match: 'x' }), /match/);
  assert.throws(() => pilot.setScenario('ukendt' as 'empty'), /name/);
});

test('latency is waited for before each answer, controls aside', async () => {
  const { ask, sleeps } = testPilot();
  await ask('PUT', '/pilot/latency', { body: { ms: 250 } });
  await ask('GET', '/activities');
  await ask('GET', '/findes-ikke');
  await ask('GET', '/pilot/clock');
  assert.deepEqual(sleeps, [250, 250]);
});

test('a request that a reset overtakes is dropped, and changes nothing', async () => {
  const waiting: (() => void)[] = [];
  const { ask, pilot } = testPilot({
    latencyMs: 10,
    sleep: () => new Promise((resolve) => waiting.push(resolve)),
  });
  const before = pilot.snapshot();
  const late = ask('POST', '/mit-virk/beskeder', { body: { overskrift: 'Sen' } });
  while (waiting.length === 0) await new Promise((resolve) => setImmediate(resolve));
  pilot.reset();
  for (const go of waiting) go();
  assert.equal((await late).isNetworkError, true);
  assert.deepEqual(pilot.snapshot(), before);
  assert.deepEqual(pilot.requests(), []);
});
