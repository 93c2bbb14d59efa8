import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';
import fixture from '../fixtures/activities.json' with { type: 'json' };
import { dateInCopenhagen } from '../../components/shared/i18n/dates.js';
import { hostileData } from '../mit-virk/hostile-data.js';
import { makeActivityList, makeBesked, makeFrist, makeSag, makeTilladelse } from '../mit-virk/factories.js';
import { mitVirkData } from '../mit-virk/test-data.js';
import { test } from '../testing/node-test.js';
import { version } from '../version.js';
import {
  contractBreaches,
  fieldErrors,
  makeProblem,
  problem,
  problemTypes,
  slugForStatus,
} from './common.js';
import { endpoints } from './endpoints.js';
import { activity, activityList, authorityItem } from './mit-virk.js';
import { faultsBody, millisecondsBody, personaBody } from './pilot.js';
import { buildOpenApi } from './openapi.js';
import { scenarioTable } from './scenarios.js';

type Json = Record<string, unknown>;
const root = process.cwd();
const today = '2026-11-22';

test("the contract's example of activities keeps the strict schema", () => {
  assert.deepEqual(contractBreaches(activityList, fixture), []);
});

test('the strict schema refuses what the contract forbids', () => {
  const [frist] = fixture.activities;
  for (const change of [
    { id: 7 },
    { id: '' },
    { type: 'frost' },
    { fristDato: undefined },
    { fristDato: '2026-02-30' },
    { fristDato: '1/2/2026' },
    { overskrift: '' },
    { link: 'javascript:alert(1)' },
    { link: ' https://virk.dk' },
    { link: 'https://' },
    { myndighed: undefined },
    { beskrivelse: null },
    { nyt: true },
  ]) {
    assert.notDeepEqual(contractBreaches(activity, { ...frist, ...change }), [], JSON.stringify(change));
  }
});

test('an unknown field is nothing to a client, but a breach for the pilot', () => {
  const [frist] = fixture.activities;
  assert.deepEqual(fieldErrors(activity, { ...frist, nyt: true }), {});
  assert.deepEqual(contractBreaches(activity, { ...frist, nyt: true }), ['nyt: not in the contract']);
});

test("messages are the pilot's own, whatever a host has set zod to", () => {
  const errors = () => [
    fieldErrors(personaBody, { persona: 'x' }),
    fieldErrors(millisecondsBody, { ms: -1 }),
    fieldErrors(millisecondsBody, { ms: 'x', mere: 1 }),
    fieldErrors(faultsBody, { match: '/a', status: 1 }),
    contractBreaches(activity, { type: 'frist', id: 7 }),
  ];
  const before = errors();
  const settings = { ...z.config() };
  z.config({ localeError: () => 'host', customError: () => 'host' });
  try {
    assert.deepEqual(errors(), before);
  } finally {
    z.config({ localeError: settings.localeError, customError: settings.customError });
  }
  assert.ok(!JSON.stringify(before).includes('Invalid'));
  assert.deepEqual(before[1], { ms: 'Må mindst være 0' });
});

test('problems: each type keeps the schema and has its slug last', () => {
  for (const slug of Object.keys(problemTypes) as (keyof typeof problemTypes)[]) {
    const made = makeProblem(slug);
    assert.deepEqual(contractBreaches(problem, made), []);
    assert.ok(made.type.endsWith(`/${slug}`));
  }
  assert.deepEqual([404, 422, 418, 503, 599].map(slugForStatus), [
    'not-found',
    'invalid',
    'invalid',
    'unavailable',
    'server-error',
  ]);
});

test('test data and factories keep the contract', () => {
  for (const dataSet of ['default', 'empty', 'many', 'hostile', 'cases-only', 'overdue-only'] as const) {
    for (const item of mitVirkData(dataSet, today, 1))
      assert.deepEqual(contractBreaches(authorityItem, item), [], item.id);
  }
  assert.ok(hostileData(today).length > 10);
  const made = [makeFrist({ fristDato: '2027-01-01' }), makeSag(), makeBesked(), makeTilladelse()];
  assert.deepEqual(contractBreaches(activityList, makeActivityList(made)), []);
  assert.equal(makeActivityList(made, 1, 3).activities.length, 1);
});

test('the default data have what a demo needs, on any day', () => {
  for (const day of ['2026-11-22', '2027-02-28', '2028-02-29', dateInCopenhagen(0)]) {
    const shown = mitVirkData('default', day, 1).filter(
      (item) => item.modtagere.includes('99000001') || item.modtagere === '',
    );
    const awaiting = shown.filter((item) => item.type === 'sag' && item.status === 'Afventer virksomhed');
    assert.equal(
      shown.filter((item) => item.type === 'frist').length + awaiting.length,
      17,
      'two pages of 12',
    );
    assert.deepEqual(
      awaiting.map((item) => item.fristDato !== undefined),
      [true, false],
    );
    const text = JSON.stringify(shown);
    for (const part of ['Modtaget', 'Under behandling', '<a href=', 'æ', 'ø', 'å'])
      assert.ok(text.includes(part), part);
    const permits = shown.filter((item) => item.type === 'tilladelse');
    assert.deepEqual([...new Set(permits.map((item) => item.fornyelseLink !== undefined))].sort(), [
      false,
      true,
    ]);
    assert.equal(new Set(shown.map((item) => item.id)).size, shown.length);
  }
});

test('endpoints have ids of their own, and one row a method and path', () => {
  assert.equal(new Set(endpoints.map(({ id }) => id)).size, endpoints.length);
  assert.equal(new Set(endpoints.map(({ method, path }) => `${method} ${path}`)).size, endpoints.length);
});

test('the OpenAPI document: every endpoint, every reference resolves, examples hold', () => {
  const document = buildOpenApi('1.2.3');
  assert.equal(document['openapi'], '3.1.0');
  assert.equal((document['info'] as Json)['version'], '1.2.3');
  const paths = document['paths'] as Record<string, Record<string, Json>>;
  for (const { method, path, id } of endpoints) {
    const operation = paths[path.replace(/:(\w+)/g, '{$1}')]?.[method.toLowerCase()];
    assert.equal(operation?.['operationId'], id);
  }
  const schemas = (document['components'] as { schemas: Json }).schemas;
  const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/components\/schemas\/([^"]*)"/g)].map(
    ([, name]) => name,
  );
  assert.ok(references.length > 10);
  for (const name of references) assert.ok(name !== undefined && name in schemas, name);
  const list = paths['/activities']?.['get'];
  assert.deepEqual(Object.keys(list?.['responses'] as Json), [
    '200',
    '401',
    '403',
    '422',
    '429',
    '500',
    '503',
  ]);
  assert.ok(!JSON.stringify(schemas['Activity']).includes('additionalProperties'), 'open to unknown fields');
  assert.equal(JSON.stringify(buildOpenApi('1.2.3')), JSON.stringify(document), 'the same each time');
});

test('the OpenAPI document describes the bare map of the public Frister API', () => {
  const paths = buildOpenApi('0')['paths'] as Record<
    string,
    Record<string, { responses: Record<string, { content: Json }> }>
  >;
  const answer = paths['/calendar/1/frister']?.['post']?.responses['422'];
  assert.deepEqual(Object.keys(answer?.content ?? {}), ['application/json', 'application/problem+json']);
});

test('the version is that of package.json', () => {
  const { version: published } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    version: string;
  };
  assert.equal(version, published);
});

test("the table of scenarios in docs/pilot.md is the code's", () => {
  const page = readFileSync(join(root, 'docs/pilot.md'), 'utf8');
  // Prettier pads the columns of a table.
  const squeeze = (text: string) =>
    text.replace(/ +/g, ' ').replace(/-+/g, '-').replace(/\| - /g, '|-').replaceAll('|- |', '|-|');
  for (const row of scenarioTable().split('\n').slice(2))
    assert.ok(squeeze(page).includes(squeeze(row)), row);
});
