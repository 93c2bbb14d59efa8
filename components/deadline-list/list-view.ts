import type { Activity } from '../shared/backend/mit-virk.js';
import type { PlainDate } from '../shared/i18n/dates.js';
import { hasDate, type Dated } from './calendar.js';
import {
  bySection,
  divide,
  filterDeadlines,
  holdRows,
  isOverdue,
  keyOf,
  pageOf,
  SECTIONS,
  type DeadlineFilter,
  type PageOfItems,
  type Row,
  type SectionName,
} from './deadlines.js';

/** An index that lags has caught up by then, and a removal under way has its answer. */
const INDEX_LAG_MS = 10_000;

/** One part of the list as it is on screen. */
export interface SectionView {
  readonly page: PageOfItems;
  readonly rows: readonly Row[];
}

/** How the list is looked at. */
export interface ViewOptions {
  readonly filter: DeadlineFilter;
  readonly pageSize: number;
  readonly today: PlainDate;
  /** Whether a row has the focus. */
  readonly hasFocus: (key: string) => boolean;
}

/** What the user sees of the list: which page of each part, which rows are open, and what is held for them. */
export class ListView {
  #sections = divide([]);
  #latest: ReadonlyMap<string, Activity> = new Map();
  readonly #pages = bySection(() => 0);
  #rows: Partial<Record<SectionName, readonly Row[]>> = {};
  readonly #open = new Set<string>();
  /** By their keys; true when it was the notice of a company that has left. */
  readonly #dismissed = new Map<string, boolean>();

  /** Whether there is nothing at all, not even a row held for somebody. */
  get isEmpty(): boolean {
    return this.size === 0 && SECTIONS.every((name) => !this.#rows[name]?.length);
  }

  /** How much there is, without what was dismissed and without what is only held. */
  get size(): number {
    return this.#latest.size;
  }

  /**
   * Takes over what the backend has now. A dismissed notice stays away, also while the backend's index lags.
   * @returns how many were not there before
   */
  setActivities(activities: readonly Activity[]): number {
    const before = this.#latest;
    const shown = activities.filter((activity) => !this.#dismissed.has(keyOf(activity)));
    this.#latest = new Map(shown.map((activity) => [keyOf(activity), activity]));
    this.#sections = divide(shown);
    return shown.filter((activity) => !before.has(keyOf(activity))).length;
  }

  /**
   * Forgets the data of one company: another may be signed in. Pages and open rows stay, as what a user chose does
   * over a login, and a dismissed notice stays away while the index may lag; later it is another company's own.
   */
  forget(): void {
    const dismissed = this.#dismissed;
    for (const key of dismissed.keys()) dismissed.set(key, true);
    setTimeout(() => {
      for (const [key, isFormer] of dismissed) if (isFormer) dismissed.delete(key);
    }, INDEX_LAG_MS);
    this.#rows = {};
    this.setActivities([]);
  }

  /** What the backend has under a key, and is not dismissed. */
  get(key: string): Activity | undefined {
    return this.#latest.get(key);
  }

  isOpen(key: string): boolean {
    return this.#open.has(key);
  }

  /** Opens or closes a row. Returns whether it is open now. */
  toggle(key: string): boolean {
    if (this.#open.delete(key)) return false;
    this.#open.add(key);
    return true;
  }

  /** The notice is gone for good. `isLate`: it was that of the company before. */
  dismiss(key: string, isLate = false): void {
    this.#dismissed.set(key, isLate);
    this.setActivities([...this.#latest.values()]);
    this.#rows.notices = this.#rows.notices?.filter((row) => keyOf(row.activity) !== key) ?? [];
  }

  turnPage(section: SectionName, page: number): void {
    this.#pages[section] = page;
    delete this.#rows[section];
  }

  /** The user looks at the deadlines in another way: from the first page, with nothing held. */
  startOver(): void {
    this.turnPage('deadlines', 0);
  }

  /** Deadlines of each filter, for the numbers on its buttons. */
  counts(today: PlainDate): Record<DeadlineFilter, number> {
    const all = this.#sections.deadlines.length;
    const overdue = this.#sections.deadlines.filter((activity) => isOverdue(activity, today)).length;
    return { all, overdue, upcoming: all - overdue };
  }

  /** The deadlines that a filter lets through and that have a date, on all pages. */
  dated(filter: DeadlineFilter, today: PlainDate): readonly Dated[] {
    return filterDeadlines(this.#sections.deadlines, filter, today).filter(hasDate);
  }

  /** All parts as they are shown now. */
  sections(options: ViewOptions): Readonly<Record<SectionName, SectionView>> {
    return bySection((name) => this.#section(name, options));
  }

  #section(name: SectionName, { filter, pageSize, today, hasFocus }: ViewOptions): SectionView {
    const isHeld = (key: string) => this.#open.has(key) || hasFocus(key);
    // A case that changes its part while somebody reads it stays where it is, and is not shown twice.
    const elsewhere = SECTIONS.filter((other) => other !== name)
      .flatMap((other) => this.#rows[other] ?? [])
      .map((row) => keyOf(row.activity))
      .filter(isHeld);
    const all = this.#sections[name].filter((activity) => !elsewhere.includes(keyOf(activity)));
    const items = name === 'deadlines' ? filterDeadlines(all, filter, today) : all;
    const page = pageOf(items, this.#pages[name], pageSize);
    this.#pages[name] = page.page;
    const rows = holdRows(page.items, this.#rows[name] ?? [], isHeld, this.#latest);
    this.#rows[name] = rows;
    return { page, rows };
  }
}
