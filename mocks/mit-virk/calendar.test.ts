/** The public Frister API, as documented. */
import assert from 'node:assert/strict';
import { omit } from '../omit.js';
import { test } from '../testing/node-test.js';
import { idsOf, slugOf, testPilot } from '../testing/test-pilot.js';

/** The documented example. */
const example = {
  overskrift: 'Min titel',
  beskrivelse: '<p>Min beskrivelse opdateret</p>\n',
  fristDato: '17-11-2031',
  link: 'https://virk.dk',
  modtagere: '',
};
const FRISTER = '/calendar/1/frister';

test('the example is created: 201, Location, the stored frist with its id', async () => {
  const { ask, pass } = testPilot();
  const created = await ask('POST', FRISTER, { body: example });
  assert.equal(created.status, 201);
  assert.deepEqual(created.body, { id: 'f-1001', ...example });
  assert.equal(created.headers.get('location'), '/calendar/1/frister/f-1001');
  assert.deepEqual((await ask('GET', `${FRISTER}/f-1001`)).body, created.body);
  pass(2000);
  assert.ok(idsOf(await ask('GET', '/activities?type=frist')).includes('f-1001'));
});

test('a base URL with a path stands before the Location', async () => {
  const { ask } = testPilot({ baseUrl: 'https://portal.test/a/pilot-api/' });
  const created = await ask('POST', FRISTER, { body: example });
  assert.equal(created.headers.get('location'), '/a/pilot-api/calendar/1/frister/f-1001');
});

test('a heading and a date are enough', async () => {
  const { ask } = testPilot();
  const created = await ask('POST', FRISTER, {
    body: { overskrift: 'Kort', fristDato: '23-11-2026', link: '' },
  });
  assert.equal(created.status, 201);
  assert.deepEqual(created.body, {
    id: 'f-1001',
    overskrift: 'Kort',
    beskrivelse: '',
    fristDato: '23-11-2026',
    modtagere: '',
  });
});

test('unknown fields are looked past', async () => {
  const { ask } = testPilot();
  const created = await ask('POST', FRISTER, { body: { ...example, id: 'f-7', farve: 'blå' } });
  assert.equal(created.status, 201);
  assert.deepEqual(created.body, { id: 'f-1001', ...example });
});

const refusals: readonly (readonly [string, Record<string, unknown>, readonly string[]])[] = [
  ['no heading', { overskrift: undefined }, ['overskrift']],
  ['blank heading', { overskrift: ' \n' }, ['overskrift']],
  ['256 characters of heading', { overskrift: 'x'.repeat(256) }, ['overskrift']],
  ['heading that is a number', { overskrift: 7 }, ['overskrift']],
  ['10,001 characters of text', { beskrivelse: 'x'.repeat(10_001) }, ['beskrivelse']],
  ['no date', { fristDato: undefined }, ['fristDato']],
  ['date in another form', { fristDato: '2031-11-17' }, ['fristDato']],
  ['date that does not exist', { fristDato: '31-02-2031' }, ['fristDato']],
  ['date in the past', { fristDato: '17-11-2020' }, ['fristDato']],
  ['today', { fristDato: '22-11-2026' }, ['fristDato']],
  ['short CVR', { modtagere: '1234567' }, ['modtagere']],
  ['CVR with letters', { modtagere: '12345678,abcdefgh' }, ['modtagere']],
  ['semicolon between', { modtagere: '12345678;87654321' }, ['modtagere']],
  ['comma at the end', { modtagere: '12345678,' }, ['modtagere']],
  ['recipients that are null', { modtagere: null }, ['modtagere']],
  ['javascript link', { link: 'javascript:alert(1)' }, ['link']],
  ['link that is no address', { link: 'virk.dk' }, ['link']],
  [
    'everything wrong',
    { overskrift: '', fristDato: 'x', modtagere: 'y', link: 'z' },
    ['fristDato', 'link', 'modtagere', 'overskrift'],
  ],
  ['wrong shape and past date', { overskrift: '', fristDato: '01-01-2020' }, ['fristDato', 'overskrift']],
];

test('what is wrong is 422 with a bare map from field to a Danish message, and nothing is stored', async () => {
  const { ask, pilot } = testPilot();
  const before = pilot.snapshot();
  for (const [name, change, fields] of refusals) {
    for (const [method, path] of [
      ['POST', FRISTER],
      ['PUT', `${FRISTER}/f-1`],
    ] as const) {
      const refused = await ask(method, path, { body: { ...example, ...change } });
      assert.equal(refused.status, 422, `${method}: ${name}`);
      assert.equal(refused.headers.get('content-type'), 'application/json');
      assert.deepEqual(Object.keys(refused.body as object).sort(), fields, name);
      for (const message of Object.values(refused.body as Record<string, string>))
        assert.match(message, /^(Skal|Må|Datoen)/);
    }
  }
  assert.deepEqual(pilot.snapshot(), before);
});

test('a body that is not an object is 422, one that is not JSON a 400 problem; nothing is stored', async () => {
  const { ask, pilot } = testPilot();
  const before = pilot.snapshot();
  for (const body of ['[]', 'null', '"tekst"', '7'])
    assert.equal((await ask('POST', FRISTER, { body })).status, 422, body);
  for (const body of ['{"overskrift": "Ikke', '', 'overskrift=Min', "{'a':1}"]) {
    const refused = await ask('POST', FRISTER, { body });
    assert.equal(refused.status, 400, body);
    assert.equal(slugOf(refused), 'malformed');
  }
  assert.deepEqual(pilot.snapshot(), before);
});

test('the future is that of the pilot clock in Copenhagen', async () => {
  const { ask } = testPilot();
  const post = async (fristDato: string) =>
    (await ask('POST', FRISTER, { body: { ...example, fristDato } })).status;
  await ask('PUT', '/pilot/clock', { body: { now: '2026-11-22T22:59:59Z' } });
  assert.equal(await post('23-11-2026'), 201);
  await ask('PUT', '/pilot/clock', { body: { now: '2026-11-22T23:00:00Z' } });
  assert.equal(await post('23-11-2026'), 422, 'it is the 23rd in Copenhagen');
  assert.equal(await post('24-11-2026'), 201);
  await ask('PUT', '/pilot/clock', { body: { now: '2027-06-01T22:00:00Z' } });
  assert.equal(await post('02-06-2027'), 422, 'summer time');
});

test('limits themselves are allowed', async () => {
  const { ask } = testPilot();
  const body = { ...example, overskrift: 'æ'.repeat(255), beskrivelse: 'ø'.repeat(10_000) };
  assert.equal((await ask('POST', FRISTER, { body })).status, 201);
});

test('a frist reaches only its recipients; blanks around the numbers are cut off', async () => {
  const { ask } = testPilot({ indexDelayMs: 0 });
  const post = async (modtagere: string) =>
    (await ask('POST', FRISTER, { body: { ...example, modtagere } })).body;
  assert.equal(
    ((await post(' 99000002 , 99000001')) as { modtagere: string }).modtagere,
    '99000002,99000001',
  );
  await post('99000002');
  await post('12345678');
  const ids = idsOf(await ask('GET', '/activities'));
  assert.deepEqual(
    ['f-1001', 'f-1002', 'f-1003'].filter((id) => ids.includes(id)),
    ['f-1001'],
  );
});

test('replace and delete; what is not there is 404', async () => {
  const { ask } = testPilot();
  const replaced = await ask('PUT', `${FRISTER}/f-1`, { body: example });
  assert.equal(replaced.status, 200);
  assert.deepEqual(replaced.body, { id: 'f-1', ...example });
  assert.equal((await ask('DELETE', `${FRISTER}/f-1`)).status, 204);
  for (const method of ['GET', 'DELETE'] as const)
    assert.equal((await ask(method, `${FRISTER}/f-1`)).status, 404);
  const missing = await ask('PUT', `${FRISTER}/f-1`, { body: example });
  assert.equal(slugOf(missing), 'not-found');
  assert.equal((await ask('GET', `${FRISTER}/b-1`)).status, 404, 'a notice is no frist');
});

test("both ways in are one store; the other way's own fields stay", async () => {
  const { ask } = testPilot();
  const sent = {
    ...example,
    kategori: 'Miljø',
    linkTekst: 'Start',
    myndighed: 'Prøvestyrelsen',
    fristDato: '2031-11-17',
  };
  await ask('POST', '/mit-virk/frister', { body: sent });
  assert.deepEqual((await ask('GET', `${FRISTER}/f-1001`)).body, { id: 'f-1001', ...example });
  const noLink = omit(example, 'link');
  await ask('PUT', `${FRISTER}/f-1001`, { body: { ...noLink, overskrift: 'Rettet' } });
  const { body } = await ask('GET', '/mit-virk/frister/f-1001');
  const { kategori, myndighed, overskrift, link } = body as Record<string, unknown>;
  assert.deepEqual([kategori, myndighed, overskrift, link], ['Miljø', 'Prøvestyrelsen', 'Rettet', undefined]);
});

test('the list has the envelope, dates as dd-MM-yyyy, and pages', async () => {
  const { ask } = testPilot();
  const list = await ask('GET', `${FRISTER}?size=5`);
  const { frister, totalElements } = list.body as { frister: { fristDato: string }[]; totalElements: number };
  assert.equal(frister.length, 5);
  assert.equal(totalElements, 16);
  for (const { fristDato } of frister) assert.match(fristDato, /^\d{2}-\d{2}-\d{4}$/);
  const wrong = await ask('GET', `${FRISTER}?size=x`);
  assert.equal(wrong.status, 422);
  assert.deepEqual(Object.keys(wrong.body as object), ['size']);
});
