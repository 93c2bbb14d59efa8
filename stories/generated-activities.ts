/** Activities as the reader gives them, made for tests of the models. */
import fc from 'fast-check';
import { ACTIVITY_TYPES, type Activity } from '../components/shared/backend/mit-virk.js';
import { addDays } from '../components/shared/i18n/dates.js';
import { keyOf } from '../components/deadline-list/deadlines.js';

/** Generated cases a property. */
export const RUNS = 1_000;

const NOTHING: Activity = {
  id: '1',
  type: 'frist',
  title: 'Indberet antal ansatte',
  description: '',
  category: undefined,
  authority: undefined,
  dueDate: undefined,
  link: undefined,
  linkText: undefined,
  status: undefined,
  caseNumber: undefined,
  permitNumber: undefined,
  renewalLink: undefined,
};

/** An activity with only what matters said. */
export function activityOf(fields: Partial<Activity> = {}): Activity {
  return { ...NOTHING, ...fields };
}

export function keysOf(activities: readonly Activity[]): string[] {
  return activities.map(keyOf);
}

/** Any list of activities around 22 November 2026, each with a key of its own. */
export function anyActivities(): fc.Arbitrary<Activity[]> {
  const activity = fc
    .record({
      id: fc.nat({ max: 60 }).map(String),
      type: fc.constantFrom(...ACTIVITY_TYPES),
      title: fc.constantFrom('Ål', 'Aabenraa', 'Zebra', 'Ærte', 'Øl', 'a'),
      dueDate: fc.option(
        fc.integer({ min: -20, max: 20 }).map((days) => addDays('2026-11-22', days)),
        { nil: undefined },
      ),
      status: fc.constantFrom('Afventer virksomhed', 'Modtaget', undefined),
    })
    .map(activityOf);
  return fc.uniqueArray(activity, { selector: keyOf, maxLength: 40 });
}
