import assert from 'node:assert/strict';
import fixture from '../fixtures/contact-points.json' with { type: 'json' };
import { makeContactGroup, makeContactPoint } from '../contacts/factories.js';
import { test } from '../testing/node-test.js';
import { contractBreaches } from './common.js';
import * as wire from './contacts.js';
import { buildOpenApi } from './openapi.js';

test("the contract's example of contact points keeps the strict schema, and a short backend's answer too", () => {
  assert.deepEqual(contractBreaches(wire.contactPointList, fixture), []);
  const short = makeContactPoint({
    contactGroups: [{ id: 'fd8ca657-157c-3ffe-0000-000000000001' }],
    searchTerms: [{ term: 'pas' }],
    contactPointCodes: [{ type: 'KLE', code: '23', name: '' }],
  });
  assert.deepEqual(contractBreaches(wire.contactPoint, short), []);
  assert.deepEqual(contractBreaches(wire.contactGroup, makeContactGroup()), []);
});

test('the strict schema refuses what the contract forbids', () => {
  const point = makeContactPoint();
  for (const change of [
    { id: 'pas' },
    { id: 7 },
    { name: '' },
    { name: 'x'.repeat(51) },
    { description: undefined },
    { targets: [] },
    { targets: ['BORGER'] },
    { active: undefined },
    { visible: 'ja' },
    { memoSizeThresholdMB: 100 },
    { organisationId: '' },
    { contactGroups: undefined },
    { contactGroups: [{ name: 'Uden id' }] },
    { contactGroups: [{ id: point.id, parent: { id: 'x' } }] },
    { recommendedAttributes: [{ name: 'Uden id' }] },
    { searchTerms: [{ term: 'x'.repeat(31) }] },
    { externalLink: { heading: 'A', description: '', linkText: 'B', url: 'javascript:alert(1)' } },
    { internalNote: 'Kun internt' },
    { receivingSystem: 'Sagssystem' },
  ])
    assert.notDeepEqual(
      contractBreaches(wire.contactPoint, { ...point, ...change }),
      [],
      JSON.stringify(change),
    );
});

test('deep links: a reason exactly when there are none, one row a URL, http addresses only', () => {
  const row = { targets: ['CITIZEN'], platform: 'borger.dk', url: 'https://post.demo.borger.dk/send/a/b/' };
  const breaches = (list: unknown) => contractBreaches(wire.deepLinkList, list).length;
  assert.equal(breaches({ deepLinks: [row] }), 0);
  assert.equal(breaches({ deepLinks: [], reason: 'inactive' }), 0);
  for (const list of [
    { deepLinks: [] },
    { deepLinks: [row], reason: 'inactive' },
    { deepLinks: [row, row] },
    { deepLinks: [], reason: 'andet' },
    { deepLinks: [{ ...row, url: 'javascript:alert(1)' }] },
    { deepLinks: [{ ...row, targets: [] }] },
    { deepLinks: [{ ...row, platform: 'e-boks' }] },
  ])
    assert.equal(breaches(list), 1, JSON.stringify(list));
});

test('the OpenAPI document describes a nested group by reference to itself', () => {
  const { components } = buildOpenApi('0') as unknown as {
    components: { schemas: Record<string, { properties: Record<string, unknown> }> };
  };
  const nested = components.schemas['NestedContactGroup']?.properties['parent'];
  assert.deepEqual(nested, { $ref: '#/components/schemas/NestedContactGroup' });
});
