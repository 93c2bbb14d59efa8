/** What can be seen of a deadline list. */
import type { DeadlineListHarness } from '../components/testing.js';

/** The part of what the company must react to. */
export const AWAITING = /Afventer|Awaiting/;

/** How many rows a part has. */
export const rows = (count: number, part: RegExp = AWAITING) => ({
  [`${count} rows`]: (list: DeadlineListHarness) => list.rows(part).length === count,
});

/** The parts that are there, in order. */
export const parts = (...names: readonly RegExp[]) => ({
  'these parts': (list: DeadlineListHarness) =>
    list.parts.length === names.length && names.every((name, at) => name.test(list.parts[at] ?? '')),
});

/** The filter that is on. */
export const filtered = (name: RegExp) => ({
  'the filter': ({ filters }: DeadlineListHarness) =>
    filters.some((one) => one.startsWith('[') && name.test(one)),
});
