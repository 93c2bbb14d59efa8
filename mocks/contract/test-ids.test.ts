/** Test ids that always give one outcome: the table of docs/pilot.md is made from them. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { consentTestIds } from '../consents/test-ids.js';
import { messageTestIds } from '../messages/test-ids.js';
import { testIdRows } from '../test-ids.js';
import { test } from '../testing/node-test.js';

test("the table of test ids in docs/pilot.md is the code's", () => {
  const page = readFileSync(join(process.cwd(), 'docs/pilot.md'), 'utf8');
  const squeeze = (text: string) => text.replace(/ +/g, ' ');
  for (const row of [...testIdRows(consentTestIds), ...testIdRows(messageTestIds)])
    assert.ok(squeeze(page).includes(squeeze(row)), row);
});

test('no id stands for two outcomes', () => {
  const ids = [...Object.values(consentTestIds), ...Object.values(messageTestIds)].map(({ id }) => id);
  assert.equal(new Set<string>(ids).size, ids.length);
});
