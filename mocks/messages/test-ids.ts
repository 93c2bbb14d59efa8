/** Message ids that always give one outcome: one table that the data, docs/pilot.md and tests are made from. */

import type { TestId } from '../test-ids.js';

const testId = (number: number, what: string): TestId => ({
  id: `5e57d000-0000-4000-8000-${String(number).padStart(12, '0')}`,
  what,
});

export const messageTestIds = {
  recallable: testId(1, 'can be recalled: value date in 10 days'),
  lastDay: testId(2, 'can be recalled today for the last time: value date tomorrow'),
  valueDateToday: testId(3, '`value-date-passed`: value date today'),
  valueDatePassed: testId(4, '`value-date-passed`: value date 9 days ago, delivered then'),
  alreadyRecalled: testId(5, '`already-recalled`: yesterday at 14:30'),
  alreadyDelivered: testId(6, '`already-delivered`: delivered although its value date lies ahead'),
  noValueDate: testId(7, '`no-value-date`: delivered at once'),
  validated: testId(8, '`no-value-date`: still `VALIDATED`'),
  rejected: testId(9, '`rejected`: `REJECTED` by Digital Post'),
  maskedRecipient: testId(
    10,
    'can be recalled; the recipient comes masked, `GET …/recipient` gives it whole',
  ),
  toCompany: testId(11, 'can be recalled; to a company (CVR)'),
  notPermitted: testId(12, "`not-permitted`, to read too: another authority's"),
  noRecallField: testId(13, 'can be recalled; the answer has no `recall`, as a simple backend’s'),
  guideExample: {
    id: '63fe3b8e-89c0-4d93-b502-e275cc54621b',
    what: "the guide's example: value date 29/07/2023 whatever the clock says (set it before that to recall)",
  },
  unknown: testId(99, '`not-found`'),
} as const satisfies Record<string, TestId>;
