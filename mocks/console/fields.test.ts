import assert from 'node:assert/strict';
import { authorityBodies, calendarBody } from '../contract/mit-virk.js';
import { fieldErrors, type Schema } from '../contract/common.js';
import { requestBody, templateBody } from '../contract/consents.js';
import { contactGroupBody, contactPointBody } from '../contract/contacts-authority.js';
import { messageBody } from '../contract/messages.js';
import { test } from '../testing/node-test.js';
import { testPilot } from '../testing/test-pilot.js';
import { curlOf } from '../../console/curl.js';
import {
  bodyOf,
  changedBody,
  errorsOf,
  firstValues,
  sortErrors,
  valuesOf,
  type Field,
} from '../../console/fields.js';
import { idOf, writableOf, type Item } from '../../console/resource.js';
import { resources } from '../../console/resources.js';
import { stateTables } from '../../console/state-tables.js';

const field = (name: string, rest: Partial<Field> = {}): Field => ({ name, label: ['x', 'x'], ...rest });

test('typed texts become a body: nested names, lists, flags, numbers; what is empty is not sent', () => {
  const fields = [
    field('a'),
    field('recipient.idType', { kind: 'select' }),
    field('list', { kind: 'lines', keys: 'type;code' }),
    field('wanted', { kind: 'checks', required: true }),
    field('consents.0.data', { kind: 'lines', required: true }),
    field('consents.1.data', { kind: 'lines' }),
    field('flag', { kind: 'flag' }),
    field('size', { kind: 'number' }),
    field('odd', { kind: 'number' }),
    field('empty'),
  ];
  const values = {
    a: 'tekst',
    'recipient.idType': 'CPR',
    list: ' KLE; 00.01 \n\nFORM;7',
    'consents.0.data': 'x\ny',
    size: '0.5',
    odd: 'mange',
  };
  const body = bodyOf(fields, values);
  assert.deepEqual(body, {
    a: 'tekst',
    recipient: { idType: 'CPR' },
    list: [
      { type: 'KLE', code: '00.01' },
      { type: 'FORM', code: '7' },
    ],
    wanted: [],
    consents: [{ data: ['x', 'y'] }],
    flag: false,
    size: 0.5,
    odd: 'mange',
  });
  assert.deepEqual(bodyOf(fields, valuesOf(fields, body)), body, 'there and back');
});

test('a change is laid over what is stored: what has no field, or was not touched, stays', () => {
  const fields = [
    field('name'),
    field('active', { kind: 'flag' }),
    field('size', { kind: 'number' }),
    field('codes', { kind: 'lines', keys: 'type;code;name' }),
    field('link.text'),
    field('link.url'),
    field('consents.0.purpose'),
    field('consents.0.data', { kind: 'lines', required: true }),
    field('consents.1.purpose'),
    field('consents.1.data', { kind: 'lines' }),
  ];
  const code = { type: 'X', code: '00.01; 00.02', name: 'Et; "to"', extra: 1 };
  const consents = ['a', 'b', 'c'].map((id) => ({ id, purpose: id, data: [`${id}\nto`, ' x'] }));
  const stored = {
    authority: { name: 'Prøvestyrelsen' },
    name: 'N',
    codes: [code, { type: 'KLE', code: '1' }],
    link: { text: 't', url: 'u' },
    consents,
  };
  const values = valuesOf(fields, stored);
  const change = (typed: Record<string, string>) => changedBody(fields, { ...values, ...typed }, stored);
  assert.deepEqual(change({}), stored);
  assert.deepEqual(change({ name: 'M', size: '2' }), { ...stored, name: 'M', size: 2 });
  assert.equal('name' in change({ name: '' }), false);
  assert.equal('link' in change({ 'link.text': '', 'link.url': '' }), false);
  assert.deepEqual(change({ codes: `${values['codes']}\nFORM; 7` }).codes, [
    ...stored.codes,
    { type: 'FORM', code: '7', name: '' },
  ]);
  const [first, second, third] = consents;
  assert.deepEqual(change({ 'consents.0.purpose': 'ny' }).consents, [
    { ...first, purpose: 'ny' },
    second,
    third,
  ]);
  const data = `${values['consents.1.data']}\ny`;
  assert.deepEqual(change({ 'consents.1.data': data }).consents, [
    first,
    { ...second, data: ['b\nto', ' x', 'y'] },
    third,
  ]);
  const emptied = change({ 'consents.1.purpose': '', 'consents.1.data': '' });
  assert.deepEqual(emptied['consents'], [first, third]);
  assert.deepEqual(stored.consents, consents, 'the stored one itself is left alone');
});

test('a semicolon within a value comes back in quotes, or is left for the pilot to refuse', () => {
  const fields = [
    field('codes', { kind: 'lines', keys: 'type;code;name' }),
    field('ids', { kind: 'lines', keys: 'id' }),
  ];
  const body = {
    codes: [
      { type: 'X', code: '00.01; 00.02', name: 'Et; to' },
      { type: '"q"', code: ' blank ', name: 'to\nlinjer' },
      { type: 'KLE', code: '"', name: 'C:\\x' },
    ],
    ids: [{ id: 'a; b' }, { id: '"' }, { id: '' }, { id: '"Ja"' }, { id: ' a' }],
  };
  const values = valuesOf(fields, body);
  assert.equal(values['codes']?.split('\n')[0], 'X; "00.01; 00.02"; "Et; to"');
  assert.deepEqual(bodyOf(fields, values), body);
  assert.deepEqual(bodyOf(fields, { ids: '"Ja"\n"a\\nb"' }), { ids: [{ id: '"Ja"' }, { id: 'a\nb' }] });
  assert.deepEqual(bodyOf(fields, { codes: 'KLE; 1; to; tre', ids: '' }), { codes: ['KLE; 1; to; tre'] });
  assert.deepEqual(bodyOf(fields, { codes: 'KLE; "1" x; "\\x"' }), {
    codes: [{ type: 'KLE', code: '"1" x', name: '"\\x"' }],
  });
});

test('errors stand at the field that they are about, the rest is told apart', () => {
  const fields = [field('searchTerms'), field('fristDato')];
  const errors = errorsOf(422, { type: 'x/invalid', errors: { 'searchTerms.0.term': 'A', ukendt: 'B' } });
  assert.deepEqual(sortErrors(fields, errors), { byField: { searchTerms: 'A' }, rest: ['ukendt: B'] });
  assert.deepEqual(errorsOf(422, { fristDato: 'C' }), { fristDato: 'C' }, 'the bare map of the Frister API');
  assert.deepEqual(errorsOf(422, { type: 'x/idempotency-key-reused', title: 'T' }), {});
  assert.deepEqual(errorsOf(500, { errors: { a: 'b' } }), {});
});

const schemas: Readonly<Record<string, Schema>> = {
  frister: authorityBodies.frist,
  'frister-api': calendarBody,
  sager: authorityBodies.sag,
  beskeder: authorityBodies.besked,
  tilladelser: authorityBodies.tilladelse,
  kontaktpunkter: contactPointBody,
  kontaktgrupper: contactGroupBody,
  meddelelser: messageBody,
  skabeloner: templateBody,
  samtykker: requestBody,
};

test('each form is good as it begins, has every field of the contract, and comes back unchanged from the store', async () => {
  assert.deepEqual(Object.keys(schemas).sort(), resources.map(({ id }) => id).sort());
  const { ask } = testPilot();
  for (const { id, path, fields } of resources) {
    const schema = schemas[id] as Schema & { shape: Record<string, unknown> };
    const body = bodyOf(fields, firstValues(fields, '2026-11-22'));
    assert.deepEqual(fieldErrors(schema, body), {}, id);
    const covered = new Set(fields.map(({ name }) => name.split('.')[0]));
    // The other end of `parents`, the authority's own id, and what the pilot itself fills in.
    const left = Object.keys(schema.shape).filter((name) => !covered.has(name));
    assert.deepEqual(
      left.filter((name) => !['organisationId', 'parent', 'authority'].includes(name)),
      [],
      id,
    );
    const created = await ask('POST', path, { body });
    assert.equal(created.status, 201, `${id}: ${created.text}`);
    const again = bodyOf(fields, valuesOf(fields, created.body));
    for (const [name, value] of Object.entries(body)) assert.deepEqual(again[name], value, `${id}.${name}`);
  }
});

test('whatever is stored, in any scenario, an untouched edit changes nothing', async () => {
  for (const scenario of ['default', 'hostile'] as const) {
    const { ask, pilot } = testPilot({ scenario });
    for (const resource of resources.filter(({ canChange }) => canChange)) {
      const { path, fields, listName = '', inState } = resource;
      const list = await ask('GET', `${path}?size=500`);
      const items =
        inState?.(pilot.snapshot().services) ?? (list.body as Record<string, Item[]>)[listName] ?? [];
      let taken = 0;
      for (const item of items) {
        const address = `${path}/${idOf(resource, item)}`;
        const before = await ask('GET', address);
        const stored = writableOf(resource, before.body as Item);
        const body = changedBody(fields, valuesOf(fields, stored), stored);
        const answer = await ask('PUT', address, { body });
        if (answer.status === 200) assert.deepEqual(answer.body, before.body, `${scenario} ${address}`);
        // Some of what is stored keeps no rule of today, such as a date ahead; but nothing may be unknown.
        else assert.doesNotMatch(answer.text, /Kender ikke/, address);
        taken += answer.status === 200 ? 1 : 0;
      }
      assert.ok(taken > 0, `${scenario} ${path}`);
    }
  }
});

test('curl is quoted for a shell', () => {
  assert.equal(
    curlOf('http://x/a', 'POST', { a: "d'e" }),
    `curl -X POST 'http://x/a' \\\n  -H 'Content-Type: application/json' \\\n  -d '{\n  "a": "d'\\''e"\n}'`,
  );
  assert.equal(curlOf('http://x/a', 'GET'), "curl 'http://x/a'");
});

test('the state as tables: what there is, the newest first', () => {
  const { pilot } = testPilot();
  const tables = stateTables(pilot.snapshot(), 'en');
  const messages = tables.find(({ name }) => name === 'Messages');
  assert.ok(messages && messages.total > 5 && messages.rows.length === messages.total);
  assert.equal(messages.rows.at(-1)?.[0], '5e57d000-0000-4000-8000-000000000001');
  assert.ok(!tables.some(({ name }) => name.includes('changed')));
});
