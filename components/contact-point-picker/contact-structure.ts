/**
 * An authority's contact structure (kontaktstruktur): contact points in contact groups, any number of levels, any
 * number of parents. Pure data: no DOM, no requests, no clock.
 * Source of the rules: the team's domain notes, section 1 and 6; the field names, the contract, section 3.
 */
import type { Audience, ContactGroup, ContactPoint } from '../shared/backend/readers/digital-post-contact.js';
import { fold, sortKey } from '../shared/i18n/collation.js';
import { countPoints, isReached, layOut, settle, wayTo, type Layout } from './structure-graph.js';
import {
  canBeListed,
  compareNamed,
  entryOf,
  GroupNode,
  mergeSorted,
  type PointEntry,
  type Sheet,
} from './structure-nodes.js';

/** A group in a level, with the number of distinct points that it leads to. */
export interface GroupRow {
  readonly group: ContactGroup;
  readonly count: number;
}

/** A contact point in a level. */
export interface PointRow {
  readonly point: ContactPoint;
}

/** One level of the structure, for browsing. */
export interface Level {
  /** The groups that lead here, the level's own group last; empty at the top level. */
  readonly path: readonly ContactGroup[];
  /** Groups, then points, each in Danish order; at most as many as were asked for. */
  readonly rows: readonly (GroupRow | PointRow)[];
  /** How many rows there are in all. */
  readonly total: number;
  /** How many distinct points it leads to. */
  readonly count: number;
}

/** What was wrong with the structure itself: how many of each. What single fields had wrong, the readers count. */
export interface StructureProblems {
  /** References that would have closed a cycle, and are left out. */
  readonly cycles: number;
  /** Groups that name themselves as a parent. */
  readonly selfParents: number;
  /** Ids sent more than once with different names; the first counts. */
  readonly duplicates: number;
  /** Groups that are referred to but never came; 0 until `finish()`. */
  readonly missingGroups: number;
}

/** What the search works on. */
export interface Settled {
  readonly version: number;
  /** The points that could be listed, as they came. */
  readonly entries: readonly PointEntry[];
  /** Their texts. */
  readonly sheets: readonly Sheet[];
  /** The places in Danish order of those that are listed. */
  readonly ranks: Int32Array;
  /** Which of them are listed, as places in `entries`, with a 0 after each: where a search begins. */
  readonly listed: Int32Array;
  /** The named groups, parents before children. */
  readonly groups: readonly GroupNode[];
  /** How many points the audience can choose between. */
  readonly count: number;
  /** The single group at the top that is named like the authority: in no path. */
  readonly skipped: GroupNode | undefined;
  /** What stands at the top level. */
  readonly top: Pick<GroupNode, 'children' | 'points'>;
}

/** What is known before anything has been worked out. */
const NOTHING: Settled = {
  version: -1,
  entries: [],
  sheets: [],
  ranks: new Int32Array(),
  listed: new Int32Array(),
  groups: [],
  count: 0,
  skipped: undefined,
  top: { children: [], points: [] },
};

/** What has no name is in no layout, and below no other group. */
type NamedNode = GroupNode & { readonly group: ContactGroup };

/** Items worked on between two yields: about a millisecond. */
const SLICE = 200;

/**
 * Builds the structure page by page, and answers for what has come so far.
 *
 *     const work = structure.add(page.items, page.groups);
 *     while (!work.next().done) if (overBudget()) await nextTask();
 *
 * Pages may come in any order, groups before or after their points. When everything is read anew, begin with a new
 * structure: nothing is ever taken out of one.
 */
export class ContactStructure {
  readonly #points = new Map<string, PointEntry>();
  readonly #groups = new Map<string, GroupNode>();
  readonly #duplicates = new Set<string>();
  readonly #selfParents = new Set<string>();
  /** The points that could be listed, as they came, and their places in Danish order. */
  readonly #entries: PointEntry[] = [];
  readonly #sheets: Sheet[] = [];
  /** What they are put in order by; dropped when all have come. */
  #keys: string[] = [];
  #order: Uint32Array = new Uint32Array();
  #audience: Audience = 'citizen';
  #authorityName: string | undefined;
  #finished = false;
  #version = 0;
  #layout: Layout | undefined;
  #settled = NOTHING;
  #mark = 0;

  /** Changes whenever an answer may be another than before. */
  get version(): number {
    return this.#version;
  }

  /** Whom the structure is shown to. */
  get audience(): Audience {
    return this.#audience;
  }

  set audience(audience: Audience) {
    if (audience !== this.#audience) this.#version += 1;
    this.#audience = audience;
  }

  /** The authority's name; without it, the name that came nested in the groups counts. */
  set authorityName(name: string | undefined) {
    if (name === this.#authorityName) return;
    this.#authorityName = name;
    if (!this.isSettled) return;
    // Only what stands at the top may be another: the rest has not to be worked out again.
    const settled = this.#withTop(this.#settled);
    if (settled.skipped === this.#settled.skipped) return;
    this.#version += 1;
    this.#settled = { ...settled, version: this.#version };
  }

  /** Whether what has come is worked out. */
  get isSettled(): boolean {
    return this.#settled.version === this.#version;
  }

  get problems(): StructureProblems {
    const missing = [...this.#groups.values()].filter(({ group }) => !group);
    return {
      cycles: this.#laidOut().cycles,
      selfParents: this.#selfParents.size,
      duplicates: this.#duplicates.size,
      missingGroups: this.#finished ? missing.length : 0,
    };
  }

  /**
   * Adds a page of points with the groups that were nested in them, or of groups alone. Each yield is a place to
   * pause; pages may be added side by side. What is added counts at once, except that points are listed only when
   * their slice is in order.
   */
  *add(points: readonly ContactPoint[], groups: readonly ContactGroup[] = []): Generator<undefined, void> {
    for (let from = 0; from < groups.length; from += SLICE) {
      for (const group of groups.slice(from, from + SLICE)) this.#addGroup(group);
      this.#version += 1;
      yield;
    }
    for (let from = 0; from < points.length; from += SLICE) {
      const first = this.#entries.length;
      const sheet: Sheet = { first, starts: [0], text: '' };
      const texts: string[] = [];
      for (const point of points.slice(from, from + SLICE)) this.#addPoint(point, sheet, texts);
      sheet.text = texts.join('');
      this.#sheets.push(sheet);
      const added = Array.from({ length: this.#entries.length - first }, (_, at) => first + at);
      yield;
      added.sort(this.#compare);
      yield;
      this.#order = mergeSorted(this.#order, added, this.#compare);
      this.#version += 1;
      yield;
    }
  }

  /**
   * Everything has come. Only now are groups whose parents are unknown, and points whose groups are, shown at the
   * top level: before, they would stand there for a moment and be gone.
   */
  finish(): void {
    this.#finished = true;
    this.#keys = [];
    this.#version += 1;
  }

  /** A point by its id, hidden and inactive ones and those for others too. */
  point(id: string): ContactPoint | undefined {
    return this.#points.get(id)?.point;
  }

  /** A group by its id, empty ones and those for others too. */
  group(id: string): ContactGroup | undefined {
    return this.#groups.get(id)?.group;
  }

  /**
   * One level for browsing.
   * @param trail ids of the groups gone through; it may begin in any group
   * @param limit rows to give
   * @returns undefined when a group in the trail is unknown
   */
  browse(trail: readonly string[], limit = 50): Level | undefined {
    const settled = this.settled();
    const way = trail.map((id) => this.#groups.get(id));
    const path = way.flatMap((node) => node?.group ?? []);
    if (path.length < way.length) return undefined;
    const here = way.at(-1);
    const { children, points } = here ?? settled.top;
    const shownGroups = children.filter(isShown).sort((a, b) => compareNamed(a.group, b.group, a.key, b.key));
    const shownPoints = points.filter(({ listed }) => listed).sort((a, b) => a.rank - b.rank);
    const rows = [
      ...shownGroups.slice(0, limit).map((node): GroupRow => {
        return { group: node.group, count: this.#count(node) };
      }),
      ...shownPoints.slice(0, Math.max(0, limit - shownGroups.length)).map(({ point }): PointRow => {
        return { point };
      }),
    ];
    const total = shownGroups.length + shownPoints.length;
    return { path, rows, total, count: here ? this.#count(here) : settled.count };
  }

  /** The shortest way to a point or a group (without the group itself); empty at the top level and for an unknown id. */
  path(id: string): ContactGroup[] {
    const groups = this.#points.get(id)?.groups ?? this.#groups.get(id)?.parents;
    return groups ? wayTo(groups, this.settled().skipped) : [];
  }

  /** What the search works on, up to date. Only for the modules beside this one. */
  settled(): Settled {
    const work = this.settling();
    while (!this.isSettled) work.next();
    return this.#settled;
  }

  /**
   * Works out what `settled()` gives, then the numbers in the top level. Each yield is a place to pause; when more is
   * added meanwhile, it stops.
   */
  *settling(): Generator<undefined, void> {
    const version = this.#version;
    const groups = this.#laidOut().sorted;
    const entries = this.#entries;
    this.#order.forEach((at, rank) => {
      const entry = entries[at];
      if (entry) entry.rank = rank;
    });
    yield;
    // What was asked for meanwhile is worked out, and must not be undone under a reader's eyes.
    if (this.#version !== version || this.isSettled) return;
    const ranks = new Int32Array(entries.length);
    const listed = new Int32Array(2 * entries.length);
    const work = settle(groups, entries, this.#audience, { ranks, listed });
    let step = work.next();
    for (; !step.done; step = work.next()) {
      yield;
      if (this.#version !== version) return;
    }
    this.#settled = this.#withTop({
      ...NOTHING,
      version,
      entries,
      sheets: this.#sheets,
      ranks,
      listed: listed.slice(0, 2 * step.value),
      groups,
      count: step.value,
    });
    for (const node of this.#settled.top.children) {
      yield;
      if (this.#version !== version) return;
      this.#count(node);
    }
  }

  #addGroup(group: ContactGroup): void {
    const node = this.#node(group.id);
    const edges = node.declared.size;
    for (const parentId of group.parentIds) {
      if (parentId === group.id) this.#selfParents.add(group.id);
      else node.declared.add(this.#node(parentId));
    }
    if (!node.group || node.declared.size > edges) this.#layout = undefined;
    if (node.group && node.group.name !== group.name) this.#duplicates.add(group.id);
    else node.group = node.group ? fillIn(node.group, group) : group;
    node.text ||= fold(node.group.name);
    node.key ||= sortKey(node.group.name);
  }

  #addPoint(point: ContactPoint, sheet: Sheet, texts: string[]): void {
    const known = this.#points.get(point.id);
    if (known) {
      if (known.point.name !== point.name) this.#duplicates.add(point.id);
      return;
    }
    const groups = point.groupIds.map((id) => this.#node(id));
    const entry = entryOf(point, groups, sheet, texts);
    this.#points.set(point.id, entry);
    for (const node of groups) node.points.push(entry);
    if (!canBeListed(point)) return;
    this.#entries.push(entry);
    this.#keys.push(sortKey(point.name));
  }

  readonly #compare = (a: number, b: number): number => {
    const [left, right] = [this.#entries[a], this.#entries[b]];
    return left && right ? compareNamed(left.point, right.point, this.#keys[a], this.#keys[b]) : 0;
  };

  #node(id: string): GroupNode {
    const known = this.#groups.get(id);
    if (known) return known;
    const node = new GroupNode();
    this.#groups.set(id, node);
    return node;
  }

  #laidOut(): Layout {
    this.#layout ??= layOut(this.#groups.values());
    return this.#layout;
  }

  #topGroups({ groups }: Settled): GroupNode[] {
    return groups.filter(
      ({ depth, declared }) =>
        depth === 0 && (this.#finished || declared.size === 0 || [...declared].some(({ group }) => group)),
    );
  }

  #topPoints({ entries }: Settled): PointEntry[] {
    return entries.filter(
      ({ groups }) => groups.length === 0 || (this.#finished && groups.every(({ group }) => !group)),
    );
  }

  /** Adds what stands at the top level: below the single group there that is named like the authority, if there is one. */
  #withTop(settled: Settled): Settled {
    const groups = this.#topGroups(settled);
    const points = this.#topPoints(settled);
    const [root, another] = groups.filter(isShown);
    const name = this.#authorityName ?? root?.group.organisationName;
    if (!root || another || name === undefined || root.text !== fold(name))
      return { ...settled, skipped: undefined, top: { children: groups, points } };
    const { children } = root;
    return { ...settled, skipped: root, top: { children, points: points.concat(root.points) } };
  }

  #count(node: GroupNode): number {
    node.count ??= countPoints(node, ++this.#mark);
    return node.count;
  }
}

/** The same group is sent with each point in it, and not always whole. */
function fillIn(known: ContactGroup, again: ContactGroup): ContactGroup {
  return {
    ...known,
    description: known.description ?? again.description,
    unit: known.unit || again.unit,
    audiences: known.audiences.length ? known.audiences : again.audiences,
    organisationName: known.organisationName ?? again.organisationName,
  };
}

const isShown = (node: GroupNode): node is NamedNode => node.shown && isReached(node);
