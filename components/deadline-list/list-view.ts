import type { Activity } from '../shared/backend/mit-virk.js';
import type { PlainDate } from '../shared/i18n/dates.js';
import {
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
  type Sections,
} from './deadlines.js';

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

const NOTHING: Sections = { deadlines: [], cases: [], notices: [], permits: [] };

/** What the user sees of the list: which page of each part, which rows are open, and what is held for them. */
export class ListView {
  #sections: Sections = NOTHING;
  #latest: ReadonlyMap<string, Activity> = new Map();
  readonly #pages: Record<SectionName, number> = { deadlines: 0, cases: 0, notices: 0, permits: 0 };
  #rows: Partial<Record<SectionName, readonly Row[]>> = {};
  readonly #open = new Set<string>();
  readonly #dismissed = new Set<string>();

  /** Whether there is nothing at all, not even a row held for somebody. */
  get isEmpty(): boolean {
    return SECTIONS.every((name) => this.#sections[name].length === 0 && !this.#rows[name]?.length);
  }

  /** Everything in a part, sorted. */
  all(section: SectionName): readonly Activity[] {
    return this.#sections[section];
  }

  /** Takes over what the backend has now. A dismissed notice stays away, also while the backend's index lags. */
  setActivities(activities: readonly Activity[]): void {
    const shown = activities.filter((activity) => !this.#dismissed.has(keyOf(activity)));
    this.#latest = new Map(shown.map((activity) => [keyOf(activity), activity]));
    this.#sections = divide(shown);
  }

  /**
   * Forgets the data of one company: another may be signed in. Pages and open rows stay, as what a user chose does
   * over a login.
   */
  forget(): void {
    this.#dismissed.clear();
    this.#rows = {};
    this.setActivities([]);
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

  /** The notice is gone for good. */
  dismiss(activity: Activity): void {
    this.#dismissed.add(keyOf(activity));
    this.setActivities([...this.#latest.values()]);
    this.#rows.notices = this.#rows.notices?.filter((row) => keyOf(row.activity) !== keyOf(activity)) ?? [];
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

  /** All parts as they are shown now. */
  sections(options: ViewOptions): Readonly<Record<SectionName, SectionView>> {
    return {
      deadlines: this.#section('deadlines', options),
      cases: this.#section('cases', options),
      notices: this.#section('notices', options),
      permits: this.#section('permits', options),
    };
  }

  #section(name: SectionName, { filter, pageSize, today, hasFocus }: ViewOptions): SectionView {
    const all = this.#sections[name];
    const items = name === 'deadlines' ? filterDeadlines(all, filter, today) : all;
    const page = pageOf(items, this.#pages[name], pageSize);
    this.#pages[name] = page.page;
    const isHeld = (key: string) => this.#open.has(key) || hasFocus(key);
    const rows = holdRows(page.items, this.#rows[name] ?? [], isHeld, this.#latest);
    this.#rows[name] = rows;
    return { page, rows };
  }
}
