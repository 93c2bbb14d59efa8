import { ACTIVITY_TYPES, type ActivityType } from '../shared/backend/mit-virk.js';
import { FILTERS, type DeadlineFilter } from './deadlines.js';

export const DEFAULT_TYPES: readonly ActivityType[] = ['frist', 'sag'];
export const DEFAULT_PAGE_SIZE = 12;

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
  const known = FILTERS.find((name) => name === text);
  if (!known) complain(`filter is none of ${FILTERS.join(', ')}`);
  return known ?? 'all';
}

/** Rows a page: a whole number from 1 to 100, else the default. */
export function readPageSize(size: unknown, complain: Complain): number {
  if (typeof size === 'number' && Number.isInteger(size) && size >= 1 && size <= 100) return size;
  complain('page-size is not a whole number from 1 to 100');
  return DEFAULT_PAGE_SIZE;
}

/** Milliseconds between two refreshes, at least 1,000; 0 when it is off or not a number. */
export function readRefreshMs(seconds: unknown): number {
  return typeof seconds === 'number' && seconds > 0 ? Math.max(1, seconds) * 1000 : 0;
}

/** Whether it can be said of them that something, or nothing, awaits the company. */
export function asksForDeadlines(types: readonly ActivityType[]): boolean {
  return types.includes('frist') || types.includes('sag');
}
