import assert from 'node:assert/strict';
import { authorityBodies, calendarBody } from '../contract/mit-virk.js';
import { fieldErrors, type Schema } from '../contract/common.js';
import { requestBody, templateBody } from '../contract/consents.js';
import { contactGroupBody, contactPointBody } from '../contract/contacts-authority.js';
import { messageBody } from '../contract/messages.js';
import { test } from '../testing/node-test.js';
import { testPilot } from '../testing/test-pilot.js';
import { curlOf } from '../../console/curl.js';
import { bodyOf, errorsOf, firstValues, sortErrors, valuesOf, type Field } from '../../console/fields.js';
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
