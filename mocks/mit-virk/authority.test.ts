/** The authority's side of Mit Virk: four collections, the same five operations. */
import assert from 'node:assert/strict';
import { omit } from '../omit.js';
import { test } from '../testing/node-test.js';
import { idsOf, itemsOf, slugOf, testPilot } from '../testing/test-pilot.js';

const collections = [
  ['beskeder', 'besked', 'b-1001'],
  ['frister', 'frist', 'f-1001'],
  ['sager', 'sag', 's-1001'],
  ['tilladelser', 'tilladelse', 't-1001'],
] as const;

const content = {
  overskrift: 'Ny ting',
  beskrivelse: '<p>Tekst</p>',
  myndighed: 'Prøvestyrelsen',
  kategori: 'Miljø',
  link: 'https://www.example.dk/',
  linkTekst: 'Start',
  fristDato: '2027-01-15',
  modtagere: '99000001',
};

for (const [collection, type, id] of collections) {
  test(`${collection}: create, read, list, replace, delete, and the company's list follows`, async () => {
    const { ask } = testPilot({ indexDelayMs: 0 });
    const path = `/mit-virk/${collection}`;
    const created = await ask('POST', path, { body: content });
    assert.equal(created.status, 201);
    assert.equal(created.headers.get('location'), `${path}/${id}`);
    assert.deepEqual(created.body, { id, type, ...content });
    assert.deepEqual((await ask('GET', `${path}/${id}`)).body, created.body);
    assert.ok(idsOf(await ask('GET', `${path}?size=500`)).includes(id));
    assert.ok(itemsOf(await ask('GET', path)).every((item) => item['type'] === type));

    const listed = async () =>
      itemsOf(await ask('GET', `/activities?type=${type}`)).find((item) => item['id'] === id);
    const shown = omit(content, 'modtagere');
    assert.deepEqual(await listed(), { id, type, ...shown });

    const replaced = await ask('PUT', `${path}/${id}`, {
      body: { overskrift: 'Kun titel', fristDato: '15-01-2027' },
    });
    assert.equal(replaced.status, 200);
    const bare = {
      id,
      type,
      overskrift: 'Kun titel',
      beskrivelse: '',
      myndighed: 'Fjordby Kommune',
      fristDato: '15-01-2027',
    };
    assert.deepEqual(replaced.body, { ...bare, modtagere: '' });
    assert.deepEqual(await listed(), bare);

    assert.equal((await ask('DELETE', `${path}/${id}`)).status, 204);
    assert.equal((await ask('GET', `${path}/${id}`)).status, 404);
    assert.equal(await listed(), undefined);
  });

  test(`${collection}: wrong fields are 422 invalid with errors, malformed JSON 400, unknown 404; nothing stored`, async () => {
    const { ask, pilot } = testPilot();
    const before = pilot.snapshot();
    const wrong = {
      overskrift: 'x'.repeat(256),
      beskrivelse: 7,
      link: 'ftp://x',
      fristDato: '32-01-2027',
      modtagere: '1',
    };
    const refused = await ask('POST', `/mit-virk/${collection}`, { body: wrong });
    assert.equal(refused.status, 422);
    assert.equal(slugOf(refused), 'invalid');
    const { errors } = refused.body as { errors: Record<string, string> };
    assert.deepEqual(Object.keys(errors).sort(), Object.keys(wrong).sort());
    assert.equal((await ask('POST', `/mit-virk/${collection}`, { body: '{' })).status, 400);
    for (const method of ['GET', 'PUT', 'DELETE']) {
      const body = method === 'PUT' ? { body: content } : {};
      assert.equal((await ask(method, `/mit-virk/${collection}/x-1`, body)).status, 404, method);
    }
    assert.deepEqual(pilot.snapshot(), before);
  });

  test(`${collection}: modtagere decides who is reached`, async () => {
    const { ask } = testPilot({ indexDelayMs: 0 });
    for (const modtagere of ['99000002', '99000002,99000001', '']) {
      await ask('POST', `/mit-virk/${collection}`, { body: { ...content, modtagere } });
    }
    const made = idsOf(await ask('GET', '/activities')).filter((known) => /-100\d$/.test(String(known)));
    const prefix = id.charAt(0);
    assert.deepEqual(made, [`${prefix}-1002`, `${prefix}-1003`]);
  });
}

test('a frist must have a date; it may lie in the past here', async () => {
  const { ask } = testPilot();
  const dateless = omit(content, 'fristDato');
  const refused = await ask('POST', '/mit-virk/frister', { body: dateless });
  assert.deepEqual(Object.keys((refused.body as { errors: object }).errors), ['fristDato']);
  assert.equal((await ask('POST', '/mit-virk/sager', { body: dateless })).status, 201);
  assert.equal(
    (await ask('POST', '/mit-virk/frister', { body: { ...content, fristDato: '01-01-2020' } })).status,
    201,
  );
});

test('a replaced notice that the company removed stays removed', async () => {
  const { ask } = testPilot({ indexDelayMs: 0 });
  await ask('POST', '/activities/b-1/dismissal');
  await ask('PUT', '/mit-virk/beskeder/b-1', { body: { overskrift: 'Rettet' } });
  assert.ok(!idsOf(await ask('GET', '/activities')).includes('b-1'));
});

test('If-Match: the read tag lets a write through, another is 412 and nothing changes', async () => {
  const { ask } = testPilot();
  for (const path of ['/mit-virk/frister/f-1', '/calendar/1/frister/f-2']) {
    const body = { overskrift: 'Rettet', fristDato: '17-11-2031' };
    const etag = (await ask('GET', path)).headers.get('etag') ?? '';
    assert.equal((await ask('PUT', path, { body, headers: { 'If-Match': etag } })).status, 200);
    const stale = await ask('PUT', path, {
      body: { ...body, overskrift: 'Igen' },
      headers: { 'If-Match': etag },
    });
    assert.equal(stale.status, 412);
    assert.equal(slugOf(stale), 'precondition-failed');
    assert.equal((await ask('DELETE', path, { headers: { 'If-Match': etag } })).status, 412);
    assert.equal(((await ask('GET', path)).body as { overskrift: string }).overskrift, 'Rettet');
    await ask('PUT', '/pilot/conditions', { body: { ifMatch: false } });
    assert.equal((await ask('DELETE', path, { headers: { 'If-Match': etag } })).status, 204);
    await ask('PUT', '/pilot/conditions', { body: { ifMatch: true } });
  }
});

test('If-Match on what is not there is 404', async () => {
  const { ask } = testPilot();
  assert.equal(
    (await ask('DELETE', '/mit-virk/frister/f-99', { headers: { 'If-Match': '"x"' } })).status,
    404,
  );
});
