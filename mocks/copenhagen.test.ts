import assert from 'node:assert/strict';
import fc from 'fast-check';
import { addDays, dateInCopenhagen } from '../components/shared/i18n/dates.js';
import { startOfDay, timeInCopenhagen } from './copenhagen.js';
import { test } from './testing/node-test.js';

test('an instant has the offset of its season', () => {
  for (const [instant, expected] of [
    ['2026-11-22T09:00:00Z', '2026-11-22T10:00:00+01:00'],
    ['2026-07-01T22:30:15.250Z', '2026-07-02T00:30:15+02:00'],
    ['2026-03-29T00:59:59Z', '2026-03-29T01:59:59+01:00'],
    ['2026-03-29T01:00:00Z', '2026-03-29T03:00:00+02:00'],
    ['2026-10-25T00:59:59Z', '2026-10-25T02:59:59+02:00'],
    ['2026-10-25T01:00:00Z', '2026-10-25T02:00:00+01:00'],
    ['1969-12-31T23:30:00Z', '1970-01-01T00:30:00+01:00'],
  ] as const)
    assert.equal(timeInCopenhagen(Date.parse(instant)), expected);
});

test('a day begins at midnight in Copenhagen, also where summer time begins and ends', () => {
  for (const [date, expected] of [
    ['2026-03-29', '2026-03-29T00:00:00+01:00'],
    ['2026-03-30', '2026-03-30T00:00:00+02:00'],
    ['2026-10-25', '2026-10-25T00:00:00+02:00'],
    ['2026-10-26', '2026-10-26T00:00:00+01:00'],
  ] as const)
    assert.equal(timeInCopenhagen(startOfDay(date)), expected);
});

test('on any day: the millisecond before is the day before, and an instant reads back as itself', () => {
  fc.assert(
    fc.property(fc.integer({ min: -20_000, max: 40_000 }), (days) => {
      const date = addDays('2026-01-01', days % 20_000);
      const start = startOfDay(date);
      assert.equal(dateInCopenhagen(start), date);
      assert.equal(dateInCopenhagen(start - 1), addDays(date, -1));
      assert.equal(Date.parse(timeInCopenhagen(start)), start);
    }),
    { numRuns: 500, seed: 22 },
  );
});
