/** The check must find each deliberately wrong backend, and name the defect by the right rule and no other. */
import assert from 'node:assert/strict';
import { organisationTestIds } from '../contacts/test-ids.js';
import { test } from '../testing/node-test.js';
import { wrongAccess } from '../testing/wrong-access.js';
import { wrongAnswers } from '../testing/wrong-answers.js';
import { wrongBackend, type Defect, type Filter } from '../testing/wrong-backends.js';
import { wrongConsents } from '../testing/wrong-consents.js';
import { wrongContacts } from '../testing/wrong-contacts.js';
import { wrongLists } from '../testing/wrong-lists.js';
import { wrongServices } from '../testing/wrong-services.js';
import type { CheckPersona } from './fixtures.js';
import { pilotFixtures, pilotToken } from './pilot-fixtures.js';
import { checkBackend } from './run-check.js';

/** A structure that is small enough to be read a hundred times. */
const organisations = { known: organisationTestIds.region.id, unknown: organisationTestIds.unknown.id };
const byToken = (persona: CheckPersona) =>
  Promise.resolve({ Authorization: `Bearer ${pilotToken(persona)}` });
const byCookie = (persona: CheckPersona) => Promise.resolve({ Cookie: `session=${pilotToken(persona)}` });

const isFactory = (filter: Defect['filter']): filter is () => Filter => filter.length === 0;

async function failedRules({ only, filter, fixtures, pilot, timeoutMs, withCookie }: Defect) {
  const { fetch } = wrongBackend(isFactory(filter) ? filter() : filter, pilot);
  const report = await checkBackend({
    url: 'http://pilot.test',
    fixtures: { ...pilotFixtures, organisations, ...fixtures },
    write: true,
    only,
    credentials: withCookie ? byCookie : byToken,
    fetch,
    // On a busy machine an answer may be late: only one defect is about that.
    timeoutMs: timeoutMs ?? 60_000,
  });
  return report.findings.filter(({ outcome }) => outcome === 'failed');
}

const defects = [
  ...wrongAnswers,
  ...wrongAccess,
  ...wrongLists,
  ...wrongContacts,
  ...wrongServices,
  ...wrongConsents,
];

for (const defect of defects) {
  test(`wrong backend: ${defect.name}`, async () => {
    const failed = await failedRules(defect);
    const names = [...new Set(failed.map(({ rule }) => rule))].sort();
    const why = failed.map(({ rule, endpoint, received }) => `${rule} ${endpoint} ${received}`).join('\n');
    assert.deepEqual(names, [...defect.expects].sort(), why);
    for (const { received } of failed)
      assert.doesNotMatch(received ?? '', /1112131016|111213-1016|0102031016|Prøve/, 'nobody is named');
  });
}
