/** The strict schemas of consent requests, and the loaded data against them. */
import assert from 'node:assert/strict';
import { contractBreaches, fieldErrors } from '../contract/common.js';
import {
  answerBody,
  consentRequest,
  consentsState,
  requestBody,
  templateBody,
} from '../contract/consents.js';
import { exampleTemplateBody } from '../contract/consents-examples.js';
import { test } from '../testing/node-test.js';
import { makeConsentRequest } from './factories.js';
import { consentsData } from './test-data.js';
import { consentTestIds as ids } from './test-ids.js';

const example = makeConsentRequest();
const [first] = example.consents;

test("the contract's example keeps the strict schema", () => {
  const fromContract = {
    ...example,
    authority: {
      name: 'Fjordby Kommune',
      cvrNumber: '12345678',
      contact: { name: 'Borgerservice', phone: '+45 00 00 00 00' },
      privacyPolicyUrl: 'https://www.example.dk/privatliv',
    },
  };
  assert.deepEqual(contractBreaches(consentRequest, fromContract), []);
  assert.deepEqual(contractBreaches(consentRequest, example), []);
});

test('the strict schema refuses what the contract forbids', () => {
  const { declaration, authority } = example;
  for (const change of [
    { id: '' },
    { id: 7 },
    { status: 'open' },
    { respondent: {} },
    { authority: { ...authority, cvrNumber: '1234567' } },
    { authority: { ...authority, contact: undefined } },
    { authority: { ...authority, privacyPolicyUrl: 'javascript:alert(1)' } },
    ...(
      [
        'version',
        'language',
        'heading',
        'introduction',
        'legalBasis',
        'refusalText',
        'withdrawalText',
      ] as const
    ).flatMap((name) =>
      [undefined, '', '  '].map((value) => ({ declaration: { ...declaration, [name]: value } })),
    ),
    { declaration: { ...declaration, language: 'dansk sprog' } },
    { consents: [] },
    { consents: [{ ...first, status: 'open' }] },
    { consents: [{ ...first, data: [] }] },
    { consents: [{ ...first, recipients: [''] }] },
    { consents: [{ ...first, validTo: '30-06-2027' }] },
    { answerBy: '2026-12-32' },
    { redirectUrl: 'javascript:alert(1)' },
    { redirectUrl: '//evil.example' },
    { answeredAt: '2026-11-22T10:00:00' },
    { cpr: '1112131016' },
  ])
    assert.notDeepEqual(
      contractBreaches(consentRequest, { ...example, ...change }),
      [],
      JSON.stringify(change),
    );
});

test('bodies: each wrong field is named', () => {
  const answer = {
    declarationVersion: '1',
    language: 'da',
    decisions: [{ consentId: 'c-1', decision: 'given' }],
  };
  const fieldsOf = (schema: Parameters<typeof fieldErrors>[0], body: unknown) =>
    Object.keys(fieldErrors(schema, body)).sort();
  assert.deepEqual(fieldsOf(answerBody, answer), []);
  assert.deepEqual(fieldsOf(answerBody, {}), ['decisions', 'declarationVersion', 'language']);
  assert.deepEqual(fieldsOf(answerBody, { ...answer, decisions: [{ consentId: '', decision: 'ja' }] }), [
    'decisions.0.consentId',
    'decisions.0.decision',
  ]);
  assert.deepEqual(fieldsOf(answerBody, []), ['body']);
  assert.deepEqual(fieldsOf(requestBody, { templateId: 'tpl-1', cpr: '111213-1016', redirectUrl: '/sag' }), [
    'cpr',
    'redirectUrl',
  ]);
  assert.deepEqual(fieldsOf(templateBody, exampleTemplateBody), []);
  const [purpose] = exampleTemplateBody.consents;
  const twice = {
    ...exampleTemplateBody,
    consents: [
      { ...purpose, id: 'a' },
      { ...purpose, id: 'a' },
    ],
  };
  assert.deepEqual(fieldsOf(templateBody, twice), ['consents']);
  assert.deepEqual(fieldsOf(templateBody, { ...exampleTemplateBody, consents: [] }), ['consents']);
  assert.deepEqual(fieldsOf(templateBody, { consents: [{ purpose: 'x' }] }), [
    'consents.0.data',
    'consents.0.recipients',
    'declaration',
  ]);
});

test('the loaded data keep the schema in every data set, on any day, with ids of their own', () => {
  for (const dataSet of ['default', 'empty', 'many', 'hostile', 'cases-only', 'overdue-only'] as const)
    for (const today of ['2026-11-22', '2027-02-28', '2028-02-29']) {
      const data = consentsData(dataSet, today);
      assert.deepEqual(contractBreaches(consentsState, data), []);
      const known = data.requests.map(({ id }) => id);
      assert.equal(new Set(known).size, known.length);
      for (const { id } of Object.values(ids))
        if (dataSet !== 'empty' && id !== ids.unknown.id) assert.ok(known.includes(id), id);
    }
});
