/** A whole contact structure as the pilot holds it, and what is worked out about it. Plain data; nothing changes in place. */
import type { NestedContactGroup, Organisation, Target } from '../contract/contacts.js';
import { targets } from '../contract/contacts.js';
import { MAX_LEVELS, type StoredGroup, type StoredPoint } from '../contract/contacts-authority.js';

/** Groups and points may be the parts of several organisations. */
export interface Structure {
  readonly organisations: readonly Organisation[];
  readonly groups: readonly StoredGroup[];
  readonly points: readonly StoredPoint[];
}

/** It can be used only when it is active and has a receiving system (domain notes 1). */
export function isUsable({ active, receivingSystem }: StoredPoint): boolean {
  return active && receivingSystem !== null;
}

/**
 * Steps from the top level for each group, the longest way; undefined when groups stand in a circle. Groups that a parent
 * names but that are not there count for nothing.
 */
export function levelsOf(groups: ReadonlyMap<string, StoredGroup>): ReadonlyMap<string, number> | undefined {
  const waitsFor = new Map<string, number>();
  const children = new Map<string, string[]>();
  for (const { id, parents } of groups.values()) {
    const known = parents.filter((parent) => groups.has(parent.id));
    waitsFor.set(id, known.length);
    for (const parent of known) children.set(parent.id, [...(children.get(parent.id) ?? []), id]);
  }
  const levels = new Map<string, number>();
  const ready = [...waitsFor].filter(([, count]) => count === 0).map(([id]) => id);
  const deepest = new Map<string, number>();
  for (let id = ready.pop(); id !== undefined; id = ready.pop()) {
    const level = (deepest.get(id) ?? 0) + 1;
    levels.set(id, level);
    for (const child of children.get(id) ?? []) {
      deepest.set(child, Math.max(deepest.get(child) ?? 0, level));
      const left = (waitsFor.get(child) ?? 0) - 1;
      waitsFor.set(child, left);
      if (left === 0) ready.push(child);
    }
  }
  return levels.size === groups.size ? levels : undefined;
}

function groupBy<Item>(items: readonly Item[], key: (item: Item) => string): Map<string, Item[]> {
  const byKey = new Map<string, Item[]>();
  for (const item of items) {
    const known = byKey.get(key(item));
    if (known) known.push(item);
    else byKey.set(key(item), [item]);
  }
  return byKey;
}

const NONE: readonly never[] = [];

/**
 * A structure with its indexes. Made anew after a change of the groups; a point is put in or taken out in place, since
 * 50,000 others would be indexed again for it.
 */
export class StructureView {
  readonly groups: ReadonlyMap<string, StoredGroup>;
  readonly organisations: ReadonlyMap<string, Organisation>;
  readonly #points: Map<string, StoredPoint>;
  readonly #groupsOf: ReadonlyMap<string, readonly StoredGroup[]>;
  readonly #pointsOf: Map<string, StoredPoint[]>;
  readonly #nested = new Map<string, NestedContactGroup>();
  #audiences: ReadonlyMap<string, number> | undefined;

  constructor(structure: Structure) {
    this.organisations = new Map(structure.organisations.map((item) => [item.id, item]));
    this.groups = new Map(structure.groups.map((item) => [item.id, item]));
    this.#points = new Map(structure.points.map((item) => [item.id, item]));
    this.#groupsOf = groupBy(structure.groups, ({ organisationId }) => organisationId);
    this.#pointsOf = groupBy(structure.points, ({ organisationId }) => organisationId);
  }

  get points(): ReadonlyMap<string, StoredPoint> {
    return this.#points;
  }

  /** A known id keeps its place, a new one comes last. */
  putPoint(point: StoredPoint): void {
    const list = this.#pointsOf.get(point.organisationId);
    const place = this.#points.has(point.id) ? (list?.findIndex(({ id }) => id === point.id) ?? -1) : -1;
    this.#points.set(point.id, point);
    this.#audiences = undefined;
    if (!list) this.#pointsOf.set(point.organisationId, [point]);
    else if (place < 0) list.push(point);
    else list[place] = point;
  }

  deletePoint(id: string): void {
    const point = this.#points.get(id);
    if (!point) return;
    this.#points.delete(id);
    this.#audiences = undefined;
    const list = this.pointsOf(point.organisationId).filter((other) => other.id !== id);
    this.#pointsOf.set(point.organisationId, list);
  }

  groupsOf(organisationId: string): readonly StoredGroup[] {
    return this.#groupsOf.get(organisationId) ?? NONE;
  }

  pointsOf(organisationId: string): readonly StoredPoint[] {
    return this.#pointsOf.get(organisationId) ?? NONE;
  }

  /** Audiences of the usable points in a group or organisation and below, in the contract's order. */
  audiencesOf(id: string): Target[] {
    this.#audiences ??= this.#findAudiences();
    const bits = this.#audiences.get(id) ?? 0;
    return targets.filter((_, index) => bits & (1 << index));
  }

  /**
   * The group in the service's verbose form, with its parent chain; made once and shared by all that stand in it. As in
   * the service's own answers, `targets` is empty here.
   */
  nested(id: string): NestedContactGroup | undefined {
    const waiting: StoredGroup[] = [];
    let next = this.groups.get(id);
    while (next && !this.#nested.has(next.id) && waiting.length < MAX_LEVELS) {
      waiting.push(next);
      next = this.groups.get(next.parents[0]?.id ?? '');
    }
    // From the top down, in a loop.
    for (const group of waiting.reverse()) this.#nested.set(group.id, this.#nestOne(group));
    return this.#nested.get(id);
  }

  #nestOne({ id, organisationId, name, description, organisationalUnit, parents }: StoredGroup) {
    const organisation = this.organisations.get(organisationId);
    const parent = this.#nested.get(parents[0]?.id ?? '');
    return {
      id,
      organisationalUnit,
      name,
      description,
      ...(organisation ? { organisation: nestedOrganisation(organisation) } : {}),
      ...(parent ? { parent } : {}),
      ...(parents.length > 1 ? { parents } : {}),
      targets: [],
      postkasseIds: [],
    };
  }

  /** Each usable point's audiences, carried up; a group is passed again only when it has something new. */
  #findAudiences(): ReadonlyMap<string, number> {
    const bits = new Map<string, number>();
    for (const point of this.#points.values()) {
      if (!isUsable(point)) continue;
      const own = point.targets.reduce((sum, target) => sum | (1 << targets.indexOf(target)), 0);
      const waiting = [point.organisationId, ...point.contactGroups.map(({ id }) => id)];
      for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
        const before = bits.get(id) ?? 0;
        if ((before | own) === before) continue;
        bits.set(id, before | own);
        for (const parent of this.groups.get(id)?.parents ?? NONE) waiting.push(parent.id);
      }
    }
    return bits;
  }
}

/** `targets` is empty in nested organisations, as in the service's own answers. */
function nestedOrganisation({ id, name, cvrNumber, type, authorityType, logoAvailable }: Organisation) {
  const details = { authorityTerms: true, logoAvailable, targets: [], rightsIntroductionCompleted: false };
  return { id, name, cvrNumber, type, authorityType, ...details };
}
