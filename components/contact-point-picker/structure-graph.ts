import type { Audience, ContactGroup } from '../shared/backend/readers/digital-post-contact.js';
import type { GroupNode, PointEntry } from './structure-nodes.js';

/** The groups in an order in which parents stand before children. */
export interface Layout {
  readonly sorted: readonly GroupNode[];
  /** Edges that would have closed a cycle, left out. */
  readonly cycles: number;
}

/**
 * Takes the edges that close cycles out of the graph, so that everything after this can walk it without care: sets
 * each group's `parents` and `children`. Begins at the groups without a parent that is known; a cycle that cannot be
 * reached from there is entered at one of its groups, which then stands at the top. Loops, not recursion: real
 * structures are four levels deep, hostile ones five thousand.
 */
export function layOut(nodes: Iterable<GroupNode>): Layout {
  const named = [...nodes].filter(({ group }) => group);
  const below = new Map<GroupNode, GroupNode[]>(named.map((node) => [node, []]));
  for (const node of named) {
    node.parents = [];
    node.children = [];
    for (const parent of node.declared) below.get(parent)?.push(node);
  }
  const seen = new Set<GroupNode>();
  const sorted: GroupNode[] = [];
  let cycles = 0;
  const enter = (node: GroupNode) => {
    if (!seen.has(node)) cycles += descend(node, below, seen, sorted);
  };
  named.filter((node) => !knownParent(node)).forEach(enter);
  for (const node of named) enter(seen.has(node) ? node : onCycleAbove(node));
  return { sorted: sorted.reverse(), cycles };
}

/** Walks down from a group and lists it and what is new below it, children first. @returns the edges left out */
function descend(
  from: GroupNode,
  below: ReadonlyMap<GroupNode, GroupNode[]>,
  seen: Set<GroupNode>,
  sorted: GroupNode[],
): number {
  const open = new Set([from]);
  const trail = [{ node: from, next: 0 }];
  let cut = 0;
  seen.add(from);
  for (let step = trail.at(-1); step; step = trail.at(-1)) {
    const { node } = step;
    const child = below.get(node)?.[step.next++];
    if (!child) {
      open.delete(node);
      sorted.push(node);
      trail.pop();
    } else if (open.has(child)) {
      cut += 1;
    } else {
      child.parents.push(node);
      node.children.push(child);
      if (seen.has(child)) continue;
      seen.add(child);
      open.add(child);
      trail.push({ node: child, next: 0 });
    }
  }
  return cut;
}

/** For a group that no top-level group leads to: going up from it must come to a cycle. */
function onCycleAbove(node: GroupNode): GroupNode {
  const passed = new Set<GroupNode>();
  let at: GroupNode | undefined = node;
  for (; at && !passed.has(at); at = knownParent(at)) passed.add(at);
  return at ?? node;
}

function knownParent(node: GroupNode): GroupNode | undefined {
  for (const parent of node.declared) if (parent.group) return parent;
  return undefined;
}

/** No audiences means all: so the service's own data says it, and a point that said nothing usable must not vanish. */
export function admits(audiences: readonly Audience[], audience: Audience): boolean {
  return audiences.length === 0 || audiences.includes(audience);
}

/** Entries looked at between two yields: well under a millisecond. */
const SLICE = 1_000;

/**
 * Works out what the audience sees: each group's `depth` and `shown`, each entry's `listed`. Each yield is a place to
 * pause.
 *
 * A point is listed when it is visible, active and for the audience, and when at least one way to it leads through
 * groups for the audience only. One without a group that is known stands at the top level.
 * @param ranks is filled in: the place in Danish order of each entry that is listed
 * @param listed is filled in: the places in `entries` of those that are listed, with a 0 after each
 * @returns how many are listed
 */
export function* settle(
  groups: readonly GroupNode[],
  entries: readonly PointEntry[],
  audience: Audience,
  { ranks, listed }: { readonly ranks: Int32Array; readonly listed: Int32Array },
): Generator<undefined, number> {
  for (const node of groups) {
    node.depth = node.parents.length ? Infinity : 0;
    for (const parent of node.parents) node.depth = Math.min(node.depth, parent.depth + 1);
    if (!admits(node.group?.audiences ?? [], audience)) node.depth = Infinity;
    node.shown = false;
    node.count = undefined;
  }
  let count = 0;
  for (let from = 0; from < entries.length; from += SLICE) {
    for (const entry of entries.slice(from, from + SLICE)) {
      entry.listed = isListed(entry, audience);
      if (!entry.listed) continue;
      ranks[entry.at] = entry.rank;
      listed[2 * count] = entry.at;
      count += 1;
      for (const node of entry.groups) node.shown = true;
    }
    yield;
  }
  for (let at = groups.length; at--;) {
    const node = groups[at];
    if (!node?.shown || !isReached(node)) continue;
    for (const parent of node.parents) parent.shown = true;
  }
  return count;
}

function isListed({ rank, point, groups }: PointEntry, audience: Audience): boolean {
  if (rank < 0 || !admits(point.audiences, audience)) return false;
  return groups.some(isReached) || groups.every(({ group }) => !group);
}

/** Whether the audience can come to a group. */
export function isReached({ depth }: GroupNode): boolean {
  return depth < Infinity;
}

/** Distinct listed points in a group and below it. `mark` must be new for each call. */
export function countPoints(from: GroupNode, mark: number): number {
  let count = 0;
  const waiting = [from];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (node.mark === mark || !isReached(node)) continue;
    node.mark = mark;
    for (const entry of node.points) {
      if (!entry.listed || entry.mark === mark) continue;
      entry.mark = mark;
      count += 1;
    }
    for (const child of node.children) waiting.push(child);
  }
  return count;
}

/**
 * A way from the top level down to one of the groups: the shortest, or one through groups whose `words` are wanted.
 * @param without a group that is left out: it stands at the beginning, and says nothing
 * @param wanted bits of `words`
 */
export function wayTo(
  groups: readonly GroupNode[],
  without: GroupNode | undefined,
  wanted = 0,
): ContactGroup[] {
  const way: ContactGroup[] = [];
  let [node] = groups;
  for (let above = groups; node; above = node.parents) {
    const reached = above.filter(isReached);
    [node] = reached.sort((a, b) => (b.words & wanted) - (a.words & wanted) || a.depth - b.depth);
    if (!node) break;
    if (node.group && node !== without) way.push(node.group);
  }
  return way.reverse();
}
