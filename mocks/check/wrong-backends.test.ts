/** The check must find each deliberately wrong backend, and name the defect by the right rule and no other. */
import assert from 'node:assert/strict';
import { failedRules } from '../testing/failed-rules.js';
import { test } from '../testing/node-test.js';
import { wrongAccess } from '../testing/wrong-access.js';
import { wrongAnswers } from '../testing/wrong-answers.js';
import { wrongConsents } from '../testing/wrong-consents.js';
import { wrongContacts } from '../testing/wrong-contacts.js';
import { wrongHeaders } from '../testing/wrong-headers.js';
import { wrongLists } from '../testing/wrong-lists.js';
import { wrongServices } from '../testing/wrong-services.js';

const defects = [
  ...wrongAnswers,
  ...wrongHeaders,
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
