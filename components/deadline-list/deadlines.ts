import type { Activity } from '../shared/backend/mit-virk.js';
import type { PlainDate } from '../shared/i18n/dates.js';
import { compareDanish } from '../shared/i18n/collation.js';

/** The state in which a case waits for the company (Mit Virk guide: it is then shown with the deadlines). */
export const AWAITING_STATUS = 'Afventer virksomhed';

/** Which deadlines are shown. */
export const FILTERS = ['all', 'overdue', 'upcoming'] as const;
export type DeadlineFilter = (typeof FILTERS)[number];

/** The parts of the list, in the order in which they stand. */
export const SECTIONS = ['deadlines', 'cases', 'notices', 'permits'] as const;
export type SectionName = (typeof SECTIONS)[number];

/** Something for each part. */
export function bySection<Value>(make: (name: SectionName) => Value): Record<SectionName, Value> {
  return Object.fromEntries(SECTIONS.map((name) => [name, make(name)])) as Record<SectionName, Value>;
}

/** A company's activities, divided and sorted. */
export type Sections = Readonly<Record<SectionName, readonly Activity[]>>;

/** Ids are unique within a type only: the types come from different systems. */
export function keyOf(activity: Activity): string {
  return `${activity.type}:${activity.id}`;
}

/** The part of the list that an activity stands in. A case that waits for the company counts as a deadline. */
export function sectionOf({ type, status }: Activity): SectionName {
  if (type === 'besked') return 'notices';
  if (type === 'tilladelse') return 'permits';
  if (type === 'frist') return 'deadlines';
  return status?.trim().toLowerCase() === AWAITING_STATUS.toLowerCase() ? 'deadlines' : 'cases';
}

/** A deadline's day ends at midnight in Copenhagen: due today is not overdue. */
export function isOverdue({ dueDate }: Activity, today: PlainDate): boolean {
  return dueDate !== undefined && dueDate < today;
}

/**
 * Order by date, earliest first: what is overdue comes before what is not. Without a date last; then by title in
 * Danish order and by id, so that the order is the same every time.
 */
export function compareActivities(a: Activity, b: Activity): number {
  const byDate = (a.dueDate ?? '~') < (b.dueDate ?? '~') ? -1 : Number(a.dueDate !== b.dueDate);
  return byDate || compareDanish(a.title, b.title) || compareDanish(keyOf(a), keyOf(b));
}

/** Divides the activities of the wanted types into sorted parts. The order of the backend's answer is not trusted. */
export function divide(activities: readonly Activity[]): Sections {
  const sections = bySection<Activity[]>(() => []);
  for (const activity of activities) sections[sectionOf(activity)].push(activity);
  for (const name of SECTIONS) {
    // Notices stay as the authority's service ordered them: they have no date to sort by.
    if (name !== 'notices') sections[name].sort(compareActivities);
  }
  return sections;
}

/** The deadlines that a filter lets through. Without a date there is nothing to be late for: upcoming. */
export function filterDeadlines(
  deadlines: readonly Activity[],
  filter: DeadlineFilter,
  today: PlainDate,
): readonly Activity[] {
  if (filter === 'all') return deadlines;
  return deadlines.filter((activity) => isOverdue(activity, today) === (filter === 'overdue'));
}

/** One page of a part, with the numbers for 'Viser 1–12 af 17'. */
export interface PageOfItems {
  readonly items: readonly Activity[];
  /** From 0; moved back when the list has become shorter. */
  readonly page: number;
  readonly pageCount: number;
  /** Number of the first and last item shown, from 1. */
  readonly from: number;
  readonly to: number;
  readonly total: number;
}

/** Cuts out a page. */
export function pageOf(items: readonly Activity[], page: number, size: number): PageOfItems {
  const pageCount = Math.max(1, Math.ceil(items.length / size));
  const number = Math.min(Math.max(0, page), pageCount - 1);
  const shown = items.slice(number * size, (number + 1) * size);
  const from = shown.length === 0 ? 0 : number * size + 1;
  return {
    items: shown,
    page: number,
    pageCount,
    from,
    to: number * size + shown.length,
    total: items.length,
  };
}

/** A row on screen; `gone` when the backend no longer has it. */
export interface Row {
  readonly activity: Activity;
  readonly gone: boolean;
}

/**
 * The rows of a page after a refresh. A row that somebody is reading or stands on is kept where it was although
 * the page has moved on or the activity is gone: nothing disappears under a user's hands.
 * @param items what the page holds now
 * @param before the rows shown until now
 * @param isHeld whether a row is open or has the focus
 * @param latest the activity as it is now, by key
 */
export function holdRows(
  items: readonly Activity[],
  before: readonly Row[],
  isHeld: (key: string) => boolean,
  latest: ReadonlyMap<string, Activity>,
): readonly Row[] {
  const rows: Row[] = items.map((activity) => ({ activity, gone: false }));
  const present = new Set(items.map(keyOf));
  before.forEach((row, index) => {
    const key = keyOf(row.activity);
    if (present.has(key) || !isHeld(key)) return;
    const current = latest.get(key);
    rows.splice(Math.min(index, rows.length), 0, { activity: current ?? row.activity, gone: !current });
  });
  return rows;
}
