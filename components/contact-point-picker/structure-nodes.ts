import type { ContactGroup, ContactPoint } from '../shared/backend/readers/digital-post-contact.js';
import { compareDanish, fold } from '../shared/i18n/collation.js';

/**
 * What the contact structure keeps of a group: the group, its edges, and what was last worked out about it.
 * Plain objects that point at each other: walking them is faster and shorter than looking ids up.
 */
export class GroupNode {
  /** Undefined while nobody has sent more than its id. */
  group: ContactGroup | undefined;
  /** Folded name. */
  text = '';
  /** The name's place in Danish order. */
  key = '';
  /** Parents as they were sent: may be missing, and may form cycles. */
  readonly declared = new Set<GroupNode>();
  /** All points that stand in it, hidden ones too. */
  readonly points: PointEntry[] = [];

  /** Parents and children without the edges that close cycles. */
  parents: GroupNode[] = [];
  children: GroupNode[] = [];

  /** Steps from the top level for the audience; Infinity where it cannot come. */
  depth = Infinity;
  /** Holds at least one listed point, itself or below. */
  shown = false;
  /** Distinct listed points in it and below; undefined until asked for. */
  count: number | undefined;
  /** The last walk that passed. */
  mark = 0;
  /** Bit n: the nth word searched for stands in its name or in that of a group above it. */
  words = 0;
}

/**
 * The folded texts of points that came together, one after the other. Read as one they are searched several times as
 * fast as one by one, and what is not found need not be looked at: it lies all over the memory.
 */
export interface Sheet {
  /** Place in all that could be listed of the first point on it. */
  readonly first: number;
  /** Where the text of each point begins; where the last ends. */
  readonly starts: number[];
  text: string;
}

/** What the contact structure keeps of a contact point. */
export interface PointEntry {
  readonly point: ContactPoint;
  readonly groups: readonly GroupNode[];
  /** Place in all that could be listed, as they came; -1 when it never is. */
  readonly at: number;
  /** Where its text stands. */
  readonly sheet: Sheet;
  /** Where in its text the name ends. */
  readonly nameEnd: number;
  /** Where in its text the keywords end. */
  readonly keywordsEnd: number;
  /** Place in Danish order; -1 until its page has been put in order. */
  rank: number;
  /** Found by browsing and searching, for the audience. */
  listed: boolean;
  /** The last walk that passed. */
  mark: number;
}

/** Makes the entry of a point. If it can be listed, adds its text, folded for searching, to those for the sheet. */
export function entryOf(
  point: ContactPoint,
  groups: readonly GroupNode[],
  sheet: Sheet,
  texts: string[],
): PointEntry {
  const { first, starts } = sheet;
  const name = fold(point.name);
  const keywords = point.keywords.length ? fold(point.keywords.join('\n')) : '';
  const nameEnd = name.length;
  let at = -1;
  if (canBeListed(point)) {
    const text = [name, keywords, fold(point.description ?? ''), ''].join('\n');
    at = first + texts.length;
    texts.push(text);
    starts.push(Number(starts.at(-1)) + text.length);
  }
  return {
    point,
    groups,
    at,
    sheet,
    nameEnd,
    keywordsEnd: nameEnd + 1 + keywords.length,
    rank: -1,
    listed: false,
    mark: 0,
  };
}

/** Name, keywords and description of a point that could be listed, folded, with a line feed after each. */
export function textOf({ at, sheet: { first, starts, text } }: PointEntry): string {
  return text.slice(starts[at - first], starts[at - first + 1]);
}

/** Only what is visible and active is listed, whatever the audience; the rest is found by id. */
export function canBeListed({ visible, active }: ContactPoint): boolean {
  return visible && active;
}

/** What is put in order. */
interface Named {
  readonly name: string;
  readonly id: string;
}

/**
 * Danish order by name; points of one name by id, so that the order never depends on which page came first.
 * @param left key of `a`, from `sortKey`; empty or undefined where only the collator can tell
 * @param right key of `b`
 */
export function compareNamed(a: Named, b: Named, left?: string, right?: string): number {
  if (left && right && left !== right) return left < right ? -1 : 1;
  return compareDanish(a.name, b.name) || (a.id < b.id ? -1 : Number(a.id > b.id));
}

/**
 * Merges places in a list of entries, sorted, into sorted ones. Each is put where halving finds it, because
 * comparing is slower than moving numbers.
 */
export function mergeSorted(
  into: Uint32Array,
  sorted: readonly number[],
  compare: (a: number, b: number) => number,
): Uint32Array {
  const merged = new Uint32Array(into.length + sorted.length);
  let taken = 0;
  sorted.forEach((place, before) => {
    let low = taken;
    let high = into.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (compare(Number(into[middle]), place) < 0) low = middle + 1;
      else high = middle;
    }
    merged.set(into.subarray(taken, low), taken + before);
    merged[low + before] = place;
    taken = low;
  });
  merged.set(into.subarray(taken), taken + sorted.length);
  return merged;
}
