/** The authority's side: templates, requests, and a declaration that changes while it is open. */
import assert from 'node:assert/strict';
import { exampleTemplateBody } from '../contract/consents-examples.js';
import type { Template } from '../contract/consents.js';
import {
  answerTo,
  decide,
  makeRequest,
  makeTemplate,
  readAsAuthority,
  readRequest,
  sendAnswer,
} from '../testing/consent-steps.js';
import { test } from '../testing/node-test.js';
import { slugOf, testPilot, type TestPilot } from '../testing/test-pilot.js';
import { consentTestIds as ids } from './test-ids.js';

const { declaration, consents } = exampleTemplateBody;

const replace = async (
  { ask }: TestPilot,
  id: string,
  change: object,
  headers: Record<string, string> = {},
) => ask('PUT', `/consents/templates/${id}`, { body: { ...exampleTemplateBody, ...change }, headers });
const corrected = { declaration: { ...declaration, refusalText: 'En rettet tekst.' } };

test('a template gets an id, a version, a language, an authority and ids for its consents', async () => {
  const { ask } = testPilot();
  const made = await ask('POST', '/consents/templates', { body: { ...exampleTemplateBody, ukendt: 1 } });
  assert.equal(made.status, 201);
  assert.equal(made.headers.get('location'), '/consents/templates/tpl-1001');
  const template = made.body as Template;
  assert.deepEqual(
    [template.id, template.declaration.version, template.declaration.language, template.authority.name],
    ['tpl-1001', '2026-1', 'da', 'Fjordby Kommune'],
  );
  assert.deepEqual(
    template.consents.map(({ id }) => id),
    ['c-1', 'c-2'],
  );
  assert.deepEqual((await ask('GET', '/consents/templates/tpl-1001')).body, template);
});

test('a template may say all that itself', async () => {
  const { ask } = testPilot();
  const authority = {
    name: 'Prøvestyrelsen',
    cvrNumber: '99000004',
    contact: { url: 'https://www.example.dk/' },
  };
  const [first, second] = consents;
  const body = {
    authority,
    declaration: { ...declaration, version: 'v7', language: 'en' },
    consents: [{ ...first, id: 'c-2' }, second],
  };
  const template = (await ask('POST', '/consents/templates', { body })).body as Template;
  assert.deepEqual(template.authority, authority);
  assert.deepEqual([template.declaration.version, template.declaration.language], ['v7', 'en']);
  assert.deepEqual(
    template.consents.map(({ id }) => id),
    ['c-2', 'c-1'],
  );
});

test('a request made from a template: what the authority and the citizen see', async () => {
  const pilot = testPilot();
  const templateId = await makeTemplate(pilot);
  const made = await pilot.ask('POST', '/consents/requests', {
    body: { templateId, cpr: '1112131016', redirectUrl: 'https://portal.example.dk/sag/7' },
  });
  assert.equal(made.status, 201);
  assert.equal(made.headers.get('location'), '/consents/requests/cr-1002');
  assert.deepEqual(made.body, {
    id: 'cr-1002',
    templateId: 'tpl-1001',
    cpr: '1112131016',
    status: 'created',
    declarationVersion: '2026-1',
    consents: [
      { id: 'c-1', status: 'pending', validTo: '2027-06-30' },
      { id: 'c-2', status: 'pending', validTo: '2027-03-31' },
    ],
    decisions: [],
    answerBy: '2026-12-20',
    redirectUrl: 'https://portal.example.dk/sag/7',
    messages: [],
  });
  assert.deepEqual(await readAsAuthority(pilot, 'cr-1002'), made.body);
  const shown = await readRequest(pilot, 'cr-1002');
  assert.equal(shown.declaration.heading, declaration.heading);
  assert.equal(shown.redirectUrl, 'https://portal.example.dk/sag/7');
});

test('wrong bodies are 422 or 400 and store nothing; the number is not repeated', async () => {
  const { ask, pilot } = testPilot();
  const before = pilot.snapshot();
  for (const [path, body, fields] of [
    ['/consents/requests', { templateId: 'tpl-99', cpr: '1112131016' }, ['templateId']],
    ['/consents/requests', { templateId: 'tpl-1', cpr: '111213-1016' }, ['cpr']],
    ['/consents/requests', { cpr: 1112131016 }, ['cpr', 'templateId']],
    [
      '/consents/requests',
      { templateId: 'tpl-1', cpr: '1112131016', redirectUrl: 'javascript:alert(1)' },
      ['redirectUrl'],
    ],
    ['/consents/templates', { ...exampleTemplateBody, consents: [] }, ['consents']],
    ['/consents/templates', { ...exampleTemplateBody, answerBy: '20-12-2026' }, ['answerBy']],
    ['/consents/templates', { consents }, ['declaration']],
  ] as const) {
    const refused = await ask('POST', path, { body });
    assert.equal(slugOf(refused), 'invalid', JSON.stringify(body));
    assert.deepEqual(Object.keys((refused.body as { errors: object }).errors).sort(), fields);
    assert.ok(!refused.text.includes('1016'));
    assert.equal(slugOf(await ask('POST', path, { body: '{' })), 'malformed');
  }
  for (const [method, path] of [
    ['GET', '/consents/templates/tpl-99'],
    ['PUT', '/consents/templates/tpl-99'],
    ['GET', '/consents/requests/cr-99'],
    ['DELETE', '/consents/requests/cr-99'],
  ] as const) {
    const body = method === 'PUT' ? { body: exampleTemplateBody } : {};
    assert.equal(slugOf(await ask(method, path, body)), 'not-found', path);
  }
  assert.deepEqual(pilot.snapshot(), before);
});

test('only the authority; without a token it is the authority', async () => {
  const pilot = testPilot({ persona: 'citizen' });
  assert.equal(await makeRequest(pilot, await makeTemplate(pilot)), 'cr-1002');
  const before = pilot.pilot.snapshot();
  for (const as of ['citizen', 'company', 'caseworker', 'caseworker-limited'])
    for (const [method, path, body] of [
      ['POST', '/consents/templates', exampleTemplateBody],
      ['GET', '/consents/templates/tpl-1', undefined],
      ['PUT', '/consents/templates/tpl-1', exampleTemplateBody],
      ['POST', '/consents/requests', { templateId: 'tpl-1', cpr: '1112131016' }],
      ['GET', '/consents/requests/cr-1', undefined],
      ['DELETE', '/consents/requests/cr-1', undefined],
    ] as const)
      assert.equal(slugOf(await pilot.ask(method, path, { body, as })), 'not-permitted', `${as} ${path}`);
  assert.deepEqual(pilot.pilot.snapshot(), before);
});

test('a changed template: open requests get the new declaration with a new version, and must be asked anew', async () => {
  const pilot = testPilot();
  const templateId = await makeTemplate(pilot);
  const [id, answered, deleted] = [
    await makeRequest(pilot, templateId),
    await makeRequest(pilot, templateId),
    await makeRequest(pilot, templateId),
  ];
  await decide(pilot, answered, ['given']);
  await pilot.ask('DELETE', `/consents/requests/${deleted}`);
  const old = await readRequest(pilot, id);
  const changed = await replace(pilot, templateId, { ...corrected, consents: consents.slice(0, 1) });
  assert.equal(changed.status, 200);
  assert.equal((changed.body as Template).declaration.version, '2026-2');

  const now = await readRequest(pilot, id);
  assert.deepEqual([now.declaration.version, now.declaration.refusalText], ['2026-2', 'En rettet tekst.']);
  assert.equal(now.consents.length, 1);
  for (const kept of [answered, deleted])
    assert.equal((await readRequest(pilot, kept)).declaration.version, '2026-1', 'what was decided on stays');

  const before = pilot.pilot.snapshot();
  for (const body of [
    answerTo(old, ['given']),
    { ...answerTo(now, ['given']), declarationVersion: '2026-1' },
  ]) {
    const refused = await sendAnswer(pilot, id, body);
    assert.equal(refused.status, 412);
    assert.equal(slugOf(refused), 'declaration-changed');
  }
  assert.deepEqual(pilot.pilot.snapshot(), before);
  assert.equal((await sendAnswer(pilot, id, answerTo(now, ['given']))).status, 200);
  assert.equal((await readRequest(pilot, id)).answeredVersion, '2026-2');
});

test('versions: the same content keeps it, a stated one is used, none comes twice', async () => {
  const pilot = testPilot();
  const id = await makeTemplate(pilot);
  const version = async (change: object) =>
    ((await replace(pilot, id, change)).body as Template).declaration.version;
  assert.equal(await version({}), '2026-1');
  assert.equal(await version({ answerBy: '2027-01-31' }), '2026-1', 'a later last day is no new declaration');
  assert.equal(await version(corrected), '2026-2');
  assert.equal(await version({}), '2026-3', 'back to the old text is a change too');
  assert.equal(await version({ declaration: { ...declaration, version: 'jul' } }), 'jul');
  const sameWord = { declaration: { ...declaration, heading: 'Ny', version: 'jul' } };
  assert.equal(await version(sameWord), '2026-5', 'a used version cannot name other content');
  pilot.pilot.setClock('2027-02-01T12:00:00+01:00');
  assert.equal(await version(corrected), '2027-6');
});

test('a changed template leaves the last day to answer of requests already sent', async () => {
  const pilot = testPilot();
  const templateId = await makeTemplate(pilot);
  const id = await makeRequest(pilot, templateId);
  await replace(pilot, templateId, { ...corrected, answerBy: '2027-01-31' });
  assert.equal((await readRequest(pilot, id)).answerBy, '2026-12-20');
  const later = await makeRequest(pilot, templateId);
  assert.equal((await readRequest(pilot, later)).answerBy, '2027-01-31');
});

test('a request taken back is deleted, and can be neither answered nor withdrawn from', async () => {
  const pilot = testPilot();
  for (const id of [ids.open.id, ids.accepted.id]) {
    assert.equal((await pilot.ask('DELETE', `/consents/requests/${id}`)).status, 204);
    assert.equal(
      (await pilot.ask('DELETE', `/consents/requests/${id}`)).status,
      204,
      'once more changes nothing',
    );
    assert.equal((await readAsAuthority(pilot, id)).status, 'deleted');
    assert.equal((await readRequest(pilot, id)).status, 'deleted');
  }
  const [first] = (await readRequest(pilot, ids.accepted.id)).consents;
  assert.equal(first?.status, 'expired', 'what was given is no longer in force');
  assert.equal((await readAsAuthority(pilot, ids.accepted.id)).decisions.length, 2, 'what was decided stays');
});

test('If-Match on templates and requests: a stale tag is 412 and changes nothing', async () => {
  const pilot = testPilot();
  for (const [path, write] of [
    [
      '/consents/templates/tpl-1',
      (headers: Record<string, string>) => replace(pilot, 'tpl-1', corrected, headers),
    ],
    [
      '/consents/requests/cr-1',
      (headers: Record<string, string>) => pilot.ask('DELETE', '/consents/requests/cr-1', { headers }),
    ],
  ] as const) {
    const etag = (await pilot.ask('GET', path)).headers.get('etag') ?? '';
    const before = pilot.pilot.snapshot();
    assert.equal(slugOf(await write({ 'If-Match': '"gammel"' })), 'precondition-failed');
    assert.deepEqual(pilot.pilot.snapshot(), before);
    assert.ok((await write({ 'If-Match': etag })).status < 300);
  }
});
