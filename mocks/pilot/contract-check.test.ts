/** A mock that breaks the contract fails loudly. */
import assert from 'node:assert/strict';
import { endpoints } from '../contract/endpoints.js';
import type { Answer } from './answer.js';
import { PilotCore } from './core.js';
import { serve, type Incoming } from './serve.js';
import { createPilot } from './create-pilot.js';
import { test } from '../testing/node-test.js';

const request: Incoming = {
  method: 'GET',
  path: '/',
  query: '',
  headers: new Headers(),
  text: '',
  params: {},
};

async function answerOf(id: string, answer: Answer, text = '') {
  const reports: string[] = [];
  const core = new PilotCore({ report: (message) => reports.push(message) });
  const spec = endpoints.find((endpoint) => endpoint.id === id);
  assert.ok(spec);
  const reply = await serve(core, { spec, rule: { run: () => answer } }, { ...request, text });
  assert.ok(reply !== 'network-error');
  return { reply, reports };
}

const envelope = { currentPage: 0, totalPages: 1, elementsOnPage: 1, totalElements: 1 };
const good = {
  id: 'f-1',
  type: 'frist',
  overskrift: 'A',
  beskrivelse: '',
  myndighed: 'B',
  fristDato: '2027-01-01',
};
const list = (item: object): Answer => ({ status: 200, body: { ...envelope, activities: [item] } });

test('an answer that keeps the contract passes', async () => {
  const { reply, reports } = await answerOf('list-activities', list(good));
  assert.equal(reply.status, 200);
  assert.deepEqual(reports, []);
});

const broken: readonly (readonly [string, string, Answer])[] = [
  ['a frist without a date', 'list-activities', list({ ...good, fristDato: undefined })],
  ['an item without a title', 'list-activities', list({ ...good, overskrift: undefined })],
  ['a type that does not exist', 'list-activities', list({ ...good, type: 'frost' })],
  ['a javascript link', 'list-activities', list({ ...good, link: 'javascript:alert(1)' })],
  ['a field that the contract does not name', 'list-activities', list({ ...good, modtagere: '' })],
  ['no envelope', 'list-activities', { status: 200, body: { activities: [] } }],
  ['a status that is not in the contract', 'list-activities', { status: 203, body: {} }],
  ['a problem that is not a problem', 'list-activities', { status: 403, body: { fejl: true } }],
  [
    'a problem that the endpoint does not have',
    'list-activities',
    {
      status: 412,
      body: { type: 'https://skranke.example/problems/precondition-failed', title: 'x', status: 412 },
    },
  ],
  ['a body where none belongs', 'dismiss-activity', { status: 204, body: {} }],
  ['a bare map that holds no messages', 'calendar-delete', { status: 422, body: { a: 1 } }],
  ['an empty bare map', 'calendar-delete', { status: 422, body: {} }],
];

for (const [name, id, answer] of broken) {
  test(`${name} becomes 500 pilot-broke-contract and is reported`, async () => {
    const { reply, reports } = await answerOf(id, answer);
    assert.equal(reply.status, 500);
    assert.match((reply.body as { type: string }).type, /\/pilot-broke-contract$/);
    assert.equal(reports.length, 1);
    assert.match(reports[0] ?? '', new RegExp(`breaks the contract: ${id}`));
  });
}

test('a 201 without Location is a breach', async () => {
  const body = JSON.stringify({ overskrift: 'A', fristDato: '17-11-2031' });
  const stored = { id: 'f-1', overskrift: 'A', beskrivelse: '', fristDato: '17-11-2031', modtagere: '' };
  const { reply } = await answerOf('calendar-create', { status: 201, body: stored }, body);
  assert.match((reply.body as { detail: string }).detail, /no Location/);
});

test('a rule that throws is 500 server-error and reported', async () => {
  const reports: string[] = [];
  const core = new PilotCore({ report: (message) => reports.push(message) });
  const spec = endpoints[0];
  assert.ok(spec);
  const rule = {
    run: () => {
      throw new Error('bug');
    },
  };
  const reply = await serve(core, { spec, rule }, request);
  assert.ok(reply !== 'network-error');
  assert.equal(reply.status, 500);
  assert.equal(reports.length, 1);
});

test('by default the report goes to console.error', async () => {
  const original = console.error;
  const lines: unknown[] = [];
  console.error = (line: unknown) => lines.push(line);
  try {
    const core = new PilotCore({});
    const spec = endpoints[0];
    assert.ok(spec);
    await serve(core, { spec, rule: { run: () => ({ status: 200, body: {} }) } }, request);
  } finally {
    console.error = original;
  }
  assert.equal(lines.length, 1);
});

test('every endpoint has a rule: an endpoint without one stops createPilot', () => {
  assert.doesNotThrow(() => createPilot({ baseUrl: 'http://pilot.test' }));
});
