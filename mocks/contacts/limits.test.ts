/** Every limit of domain notes 1, at it and one past it. What is refused stores nothing and uses up no id. */
import assert from 'node:assert/strict';
import { test } from '../testing/node-test.js';
import { slugOf, testPilot, type Asked } from '../testing/test-pilot.js';
import { FJORDBY_ID, OERESOE_ID, namedIds } from './ids.js';

const { point: p, group: g } = namedIds;
const POINTS = '/digital-post/contact-points';
const GROUPS = '/digital-post/contact-groups';
const point = { name: 'Punkt', targets: ['CITIZEN'], searchTerms: [{ term: 'ord' }] };
const link = { heading: 'Hoved', description: '', linkText: 'Start', url: 'https://www.example.dk/' };
const own = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ type: 'USER', code: `k${index}` }));
const x = (length: number) => 'x'.repeat(length);

function errorsOf(answer: Asked): Record<string, string> {
  assert.equal(answer.status, 422, answer.text);
  assert.equal(slugOf(answer), 'invalid');
  return (answer.body as { errors: Record<string, string> }).errors;
}

const allowed: readonly object[] = [
  { name: x(50), description: x(250), internalNote: x(4000) },
  { targets: ['CITIZEN', 'COMPANY', 'AUTHORITY'], visible: false, active: true },
  { memoSizeThresholdMB: 0.1, allowedNumberOfAttachments: 0 },
  { memoSizeThresholdMB: 99.5, allowedNumberOfAttachments: 10 },
  { externalLink: { heading: x(50), description: x(250), linkText: x(50), url: link.url } },
  { recommendedAttributes: [{ name: x(25) }, { name: 'Sagsnummer' }] },
  { searchTerms: [{ term: 'x'.repeat(30) }, { term: 'æ-ø å 7' }] },
  {
    contactPointCodes: [
      { type: 'FORM', code: '1' },
      { type: 'KLE', code: '2' },
      { type: 'SOR', code: '3' },
      { type: 'GLN', code: '4' },
      ...own(10),
    ],
  },
  { contactGroups: [{ id: g.passport }, { id: g.empty }], receivingSystem: null, externalLink: null },
  { organisationId: FJORDBY_ID, ukendt: 'felt' },
];

test('a point at every limit is stored', async () => {
  const { ask } = testPilot();
  for (const change of allowed) {
    const answer = await ask('POST', POINTS, { body: { ...point, ...change } });
    assert.equal(answer.status, 201, JSON.stringify(change) + answer.text);
  }
});

const refused: readonly (readonly [field: string, change: object])[] = [
  ['name', { name: undefined }],
  ['name', { name: ' ' }],
  ['name', { name: x(51) }],
  ['description', { description: x(251) }],
  ['internalNote', { internalNote: x(4001) }],
  ['targets', { targets: undefined }],
  ['targets', { targets: [] }],
  ['targets', { targets: ['CITIZEN', 'CITIZEN'] }],
  ['targets.0', { targets: ['BORGER'] }],
  ['visible', { visible: 'ja' }],
  ['active', { active: 1 }],
  ['receivingSystem', { receivingSystem: '' }],
  ['memoSizeThresholdMB', { memoSizeThresholdMB: 0 }],
  ['memoSizeThresholdMB', { memoSizeThresholdMB: 99.6 }],
  ['allowedNumberOfAttachments', { allowedNumberOfAttachments: 11 }],
  ['allowedNumberOfAttachments', { allowedNumberOfAttachments: -1 }],
  ['allowedNumberOfAttachments', { allowedNumberOfAttachments: 1.5 }],
  ['externalLink.heading', { externalLink: { ...link, heading: x(51) } }],
  ['externalLink.description', { externalLink: { ...link, description: x(251) } }],
  ['externalLink.linkText', { externalLink: { ...link, linkText: '' } }],
  ['externalLink.linkText', { externalLink: { ...link, linkText: x(51) } }],
  ['externalLink.url', { externalLink: { ...link, url: 'javascript:alert(1)' } }],
  ['externalLink.url', { externalLink: { ...link, url: undefined } }],
  ['recommendedAttributes', { recommendedAttributes: [{ name: 'a' }, { name: 'b' }, { name: 'c' }] }],
  ['recommendedAttributes.0.name', { recommendedAttributes: [{ name: x(26) }] }],
  ['searchTerms', { searchTerms: undefined }],
  ['searchTerms', { searchTerms: [] }],
  ['searchTerms.0.term', { searchTerms: [{ term: x(31) }] }],
  ['searchTerms.1.term', { searchTerms: [{ term: 'ord' }, { term: 'hvad?' }] }],
  ['searchTerms.0.term', { searchTerms: [{ term: 'c#' }] }],
  ['searchTerms.0.term', { searchTerms: [{ term: 'nu!' }] }],
  [
    'contactPointCodes',
    {
      contactPointCodes: [
        { type: 'KLE', code: '1' },
        { type: 'kle', code: '2' },
      ],
    },
  ],
  [
    'contactPointCodes',
    {
      contactPointCodes: [
        { type: 'EAN', code: '1' },
        { type: 'GLN', code: '2' },
      ],
    },
  ],
  ['contactPointCodes', { contactPointCodes: own(11) }],
  ['contactPointCodes.0.code', { contactPointCodes: [{ type: 'KLE', code: '' }] }],
  ['contactGroups', { contactGroups: [{ id: g.unknown }] }],
  ['contactGroups', { contactGroups: [{ id: g.unit }] }],
  ['contactGroups', { contactGroups: [{ id: g.empty }, { id: g.empty }] }],
  ['contactGroups.0.id', { contactGroups: [{ id: 'pas' }] }],
  ['organisationId', { organisationId: 'fjordby' }],
];

test('a point past any limit is 422 with that field, on POST and PUT, and nothing is changed', async () => {
  const { ask, pilot } = testPilot();
  const before = pilot.snapshot();
  for (const [field, change] of refused) {
    const body = { ...point, ...change };
    for (const answer of [
      await ask('POST', POINTS, { body }),
      await ask('PUT', `${POINTS}/${p.ordinary}`, { body }),
    ]) {
      const errors = errorsOf(answer);
      assert.deepEqual(Object.keys(errors), [field], JSON.stringify(change));
      assert.doesNotMatch(errors[field] ?? '', /Er ikke gyldig|Invalid/, field);
    }
  }
  assert.deepEqual(pilot.snapshot(), before);
});

test('several wrong fields are told at once; malformed JSON is 400', async () => {
  const { ask } = testPilot();
  const errors = errorsOf(await ask('POST', POINTS, { body: { name: x(51), targets: [] } }));
  assert.deepEqual(Object.keys(errors).sort(), ['name', 'searchTerms', 'targets']);
  assert.equal((await ask('POST', POINTS, { body: '{' })).status, 400);
  assert.equal((await ask('PUT', `${GROUPS}/${g.empty}`, { body: '{' })).status, 400);
});

test('a group at its limits is stored; past them it is 422', async () => {
  const { ask, pilot } = testPilot();
  const good = { name: x(50), description: x(255), organisationalUnit: true, parents: [{ id: g.root }] };
  assert.equal((await ask('POST', GROUPS, { body: good })).status, 201);
  const before = pilot.snapshot();
  for (const [field, change] of [
    ['name', { name: '' }],
    ['name', { name: x(51) }],
    ['description', { description: x(256) }],
    ['organisationalUnit', { organisationalUnit: 'ja' }],
    ['parents', { parents: [{ id: g.unknown }] }],
    ['parents', { parents: [{ id: g.unit }] }],
    ['parents', { parent: { id: g.unknown } }],
    ['parents', { parents: [{ id: g.root }, { id: g.root }] }],
  ] as const) {
    const answer = await ask('POST', GROUPS, { body: { name: 'Gruppe', ...change } });
    assert.deepEqual(Object.keys(errorsOf(answer)), [field], JSON.stringify(change));
  }
  assert.deepEqual(pilot.snapshot(), before);
});

test('a group cannot stand in itself, directly or through others', async () => {
  const { ask } = testPilot();
  for (const parent of [g.id, g.passport, g.twoParents]) {
    const answer = await ask('PUT', `${GROUPS}/${g.id}`, { body: { name: 'ID', parents: [{ id: parent }] } });
    assert.deepEqual(errorsOf(answer), { parents: 'Gruppen kan ikke ligge i sig selv' });
  }
  assert.equal((await ask('GET', `/contact-groups/${g.id}`)).status, 200);
});

test('groups nest 64 levels deep and no deeper, and the answers keep the contract', async () => {
  const { ask, reports } = testPilot();
  let parent: string = g.root;
  for (let level = 2; level <= 64; level++) {
    const body = { name: `Niveau ${level}`, parents: [{ id: parent }] };
    const made = await ask('POST', GROUPS, { body });
    assert.equal(made.status, 201, `level ${level}`);
    parent = (made.body as { id: string }).id;
  }
  const tooDeep = await ask('POST', GROUPS, { body: { name: 'For dybt', parents: [{ id: parent }] } });
  assert.match(errorsOf(tooDeep)['parents'] ?? '', /64/);
  const made = await ask('POST', POINTS, { body: { ...point, contactGroups: [{ id: parent }] } });
  const { id } = made.body as { id: string };
  let nested = ((await ask('GET', `/contact-points/${id}`)).body as { contactGroups: { parent?: unknown }[] })
    .contactGroups[0];
  let depth = 0;
  for (; nested; nested = nested.parent as typeof nested) depth++;
  assert.equal(depth, 64);
  assert.deepEqual(reports, []);
});

test('a point or group stays with its authority; a new one needs one that exists', async () => {
  const { ask } = testPilot();
  for (const path of [`${POINTS}/${p.ordinary}`, `${GROUPS}/${g.empty}`]) {
    const body = { ...point, organisationId: OERESOE_ID };
    assert.deepEqual(Object.keys(errorsOf(await ask('PUT', path, { body, as: 'all' }))), ['organisationId']);
  }
  const body = { ...point, organisationId: '14d6e9ad-fc0e-3918-0000-00000000f999' };
  assert.deepEqual(Object.keys(errorsOf(await ask('POST', POINTS, { body, as: 'all' }))), ['organisationId']);
});
