/** Every scenario over every read of the contact structure: the answers keep the contract, but for what it is about. */
import assert from 'node:assert/strict';
import { contractBreaches, problem, type Schema } from '../contract/common.js';
import * as wire from '../contract/contacts.js';
import { scenarioNames, type ScenarioName } from '../contract/scenarios.js';
import { test } from '../testing/node-test.js';
import { testPilot } from '../testing/test-pilot.js';
import { FJORDBY_ID, OERESOE_ID, namedIds } from './ids.js';

const { point, group } = namedIds;

/** How many breaches a list has in scenarios whose purpose they are. */
const breaking: Partial<Record<ScenarioName, number>> = { 'one-bad-item': 1 };
const wholeBreaking: readonly ScenarioName[] = ['contract-broken', 'html', 'offline', 'hostile-structure'];

const reads: readonly (readonly [path: string, schema: Schema, isList: boolean])[] = [
  ['/recipients?q=re', wire.recipientList, true],
  [`/organisations/${FJORDBY_ID}`, wire.organisation, false],
  [`/contact-groups?organisationId=${FJORDBY_ID}&size=50`, wire.contactGroupList, true],
  [`/contact-points?organisationId=${FJORDBY_ID}&size=50`, wire.contactPointList, true],
  [`/contact-points?organisationId=${OERESOE_ID}&size=50&page=1`, wire.contactPointList, true],
  [`/contact-groups/${group.unit}`, wire.contactGroup, false],
  [`/contact-points/${point.passport}`, wire.contactPoint, false],
  [`/contact-points/${point.passport}/deep-links`, wire.deepLinkList, false],
  [`/contact-groups/${group.empty}/deep-links`, wire.deepLinkList, false],
];

for (const name of scenarioNames) {
  test(`${name}: the contact structure keeps the contract, but for what it is about`, async () => {
    const { ask, reports } = testPilot({ scenario: name, structureSize: 500 });
    for (const [path, schema, isList] of reads) {
      const answer = await ask('GET', path);
      if (wholeBreaking.includes(name)) continue;
      if (answer.status !== 200) {
        assert.deepEqual(contractBreaches(problem, answer.body), [], path);
        continue;
      }
      const total = (answer.body as { elementsOnPage?: number }).elementsOnPage ?? 0;
      const expected = isList && total > 1 ? (breaking[name] ?? 0) : 0;
      assert.equal(contractBreaches(schema, answer.body).length, expected, `${name} ${path}`);
    }
    assert.equal(
      (await ask('GET', '/digital-post/contact-points')).status,
      200,
      'the authority is not struck',
    );
    assert.deepEqual(reports, []);
  });
}
