import { ACTIVITY_TYPES, type ActivityType } from '../shared/backend/mit-virk.js';
import { FILTERS, type DeadlineFilter } from './deadlines.js';

export const DEFAULT_TYPES: readonly ActivityType[] = ['frist', 'sag'];
export const DEFAULT_PAGE_SIZE = 12;
export const DEFAULT_REFRESH_SECONDS = 60;

/** Hears of a value that the host set and that cannot be used. */
type Complain = (text: string) => void;

/** The wanted types, in the kit's own order; the default when none is known. */
export function readTypes(text: unknown, complain: Complain): readonly ActivityType[] {
  const names: string[] = typeof text === 'string' ? (text.match(/\S+/g) ?? []) : [];
  const known = ACTIVITY_TYPES.filter((type) => names.includes(type));
  if (known.length < new Set(names).size)
    complain(`types holds something else than ${ACTIVITY_TYPES.join(', ')}`);
  return known.length > 0 ? known : DEFAULT_TYPES;
}

/** The filter; `all` for anything unknown. */
export function readFilter(text: unknown, complain: Complain): DeadlineFilter {
  const known = FILTERS.find((name) => name === (text ?? 'all'));
  if (!known) complain(`filter is none of ${FILTERS.join(', ')}`);
  return known ?? 'all';
}

/** Rows a page: a whole number from 1 to 100, else the default. */
export function readPageSize(size: unknown, complain: Complain): number {
  const wanted = size ?? DEFAULT_PAGE_SIZE;
  if (typeof wanted === 'number' && Number.isInteger(wanted) && wanted >= 1 && wanted <= 100) return wanted;
  complain('page-size is not a whole number from 1 to 100');
  return DEFAULT_PAGE_SIZE;
}

/** Milliseconds between two refreshes, at least 1,000; 0 when it is off. */
export function readRefreshMs(seconds: unknown, complain: Complain): number {
  const wanted = seconds ?? DEFAULT_REFRESH_SECONDS;
  if (wanted === 0) return 0;
  if (typeof wanted === 'number' && wanted > 0 && wanted < Infinity) return Math.max(1, wanted) * 1000;
  complain('refresh-seconds is not a number of seconds');
  return DEFAULT_REFRESH_SECONDS * 1000;
}

/** Whether it can be said of them that something, or nothing, awaits the company. */
export function asksForDeadlines(types: readonly ActivityType[]): boolean {
  return types.includes('frist') || types.includes('sag');
}
