import type { Audience, ContactGroup, ContactPoint } from '../shared/backend/readers/digital-post-contact.js';
import { ContactSearch, type Hit } from './contact-search.js';
import { ContactStructure, type GroupRow, type PointRow } from './contact-structure.js';

const FIRST_ROWS = 50;
const MOST_ROWS = 200;

/** What is on screen: the hits of a search, or a level of the structure. */
export interface ListView {
  readonly hits: readonly Hit[] | undefined;
  readonly path: readonly ContactGroup[];
  readonly rows: readonly (GroupRow | PointRow)[];
  /** How many there are in all. */
  readonly total: number;
  readonly shown: number;
  /** How many points the audience can choose between, in the level that is open. */
  readonly count: number;
  /** The group to begin in is not in the structure. */
  readonly isLost: boolean;
}

/** Where the user is in a structure: what is searched for, which group is open, and how many rows are shown. */
export class PickerList {
  query = '';
  trail: readonly string[] = [];
  structure = new ContactStructure();
  #search = new ContactSearch(this.structure);
  #limit = FIRST_ROWS;
  #view: (ListView & { readonly version: number }) | undefined;

  /** @param group id of the group to begin in; empty for the top level */
  constructor(group = '') {
    if (group) this.trail = [group];
  }

  /** More of the structure has come, or another structure, or it is shown to others. */
  take(structure: ContactStructure, audience: Audience, authorityName: string | undefined): void {
    if (structure !== this.structure) {
      this.structure = structure;
      this.#search = new ContactSearch(structure);
      this.#view &&= { ...this.#view, version: -1 };
    }
    if (audience !== structure.audience) this.#view = undefined;
    structure.audience = audience;
    structure.authorityName = authorityName;
    const [group = '', deeper] = this.trail;
    // Begun in a group in the middle: the way to it may be known by now.
    if (group && !deeper) this.trail = [...structure.path(group).map(({ id }) => id), group];
  }

  /** The user goes somewhere: from the first rows. */
  go(to: { query?: string; trail?: readonly string[] }): void {
    Object.assign(this, to);
    this.#limit = FIRST_ROWS;
    this.#view = undefined;
  }

  /** @returns the number of the first row that was not there before */
  showMore(): number {
    const before = this.#limit;
    this.#limit = MOST_ROWS;
    this.#view = undefined;
    return before;
  }

  get canShowMore(): boolean {
    return this.#limit < MOST_ROWS;
  }

  /** How many points the audience can choose between. */
  get count(): number {
    return this.structure.settled().count;
  }

  /**
   * What to show.
   * @param isLoading more is on its way: what is there stays until the user asks for something else, unless it only
   *   stands in for a group that may yet come
   */
  view(isLoading = false): ListView {
    const { version } = this.structure;
    if (!this.#view || !((isLoading && !this.#view.isLost) || this.#view.version === version))
      this.#view = { ...this.#read(), version };
    return this.#view;
  }

  /** The way to a point that is on screen. */
  pathOf(point: ContactPoint): readonly ContactGroup[] {
    const hit = this.#view?.hits?.find((one) => one.point === point);
    return hit?.path ?? this.#view?.path ?? [];
  }

  #read(): ListView {
    const { structure, count } = this;
    if (this.query.trim()) {
      const { hits, total } = this.#search.find(this.query, this.#limit);
      return { hits, path: [], rows: [], total, shown: hits.length, count, isLost: false };
    }
    const level = structure.browse(this.trail, this.#limit);
    const shown = level ?? structure.browse([], this.#limit) ?? { path: [], rows: [], total: 0, count };
    return { hits: undefined, ...shown, shown: shown.rows.length, isLost: !level };
  }
}
