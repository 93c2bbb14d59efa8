/** The contact structure's data in the pilot: a made-up structure, built when first asked for, and what was changed in it. */
import type {
  ContactsSnapshot,
  StoredGroup,
  StoredPoint,
  StructureKind,
} from '../contract/contacts-authority.js';
import type { DataSet } from '../contract/scenarios.js';
import { StructureView, type Structure } from './structure.js';
import { structureOf } from './test-data.js';

/** Null: deleted. */
type Changes<Item> = Map<string, Item | null>;

const kinds: Partial<Record<DataSet, StructureKind>> = {
  empty: 'empty',
  'huge-structure': 'huge',
  'hostile-structure': 'hostile',
};

function merge<Item extends { readonly id: string }>(base: readonly Item[], changes: Changes<Item>): Item[] {
  if (changes.size === 0) return [...base];
  const merged = new Map<string, Item>(base.map((item) => [item.id, item]));
  for (const [id, item] of changes) {
    if (item) merged.set(id, item);
    else merged.delete(id);
  }
  return [...merged.values()];
}

const notNull = <Item>(item: Item | null): item is Item => item !== null;

function split<Item>(changes: Changes<Item>): { changed: Item[]; deleted: string[] } {
  const deleted = [...changes].filter(([, item]) => item === null).map(([id]) => id);
  return { changed: [...changes.values()].filter(notNull), deleted };
}

function join<Item extends { readonly id: string }>(changed: readonly Item[], deleted: readonly string[]) {
  const entries: (readonly [string, Item | null])[] = changed.map((item) => [item.id, item]);
  return new Map([...entries, ...deleted.map((id) => [id, null] as const)]);
}

export class ContactStore {
  #kind: StructureKind = 'default';
  #points: Changes<StoredPoint> = new Map();
  #groups: Changes<StoredGroup> = new Map();
  #view: StructureView | undefined;
  /** What was built last; a reset goes back to it for nothing. */
  #base: { readonly kind: StructureKind; readonly structure: Structure } | undefined;

  constructor(private readonly options: { readonly seed: number; readonly structureSize: number }) {}

  get kind(): StructureKind {
    return this.#kind;
  }

  /** The structure as it is now. Built when it is first looked at after a change. */
  get view(): StructureView {
    if (this.#view) return this.#view;
    if (this.#base?.kind !== this.#kind)
      this.#base = { kind: this.#kind, structure: structureOf(this.#kind, this.options) };
    const { organisations, groups, points } = this.#base.structure;
    this.#view = new StructureView({
      organisations,
      groups: merge(groups, this.#groups),
      points: merge(points, this.#points),
    });
    return this.#view;
  }

  load(dataSet: DataSet): void {
    this.#set(kinds[dataSet] ?? 'default', new Map(), new Map());
  }

  putPoint(point: StoredPoint): void {
    this.#points.set(point.id, point);
    this.#view?.putPoint(point);
  }

  putGroup(group: StoredGroup): void {
    this.#set(this.#kind, this.#points, new Map([...this.#groups, [group.id, group]]));
  }

  deletePoint(id: string): void {
    this.#points.set(id, null);
    this.#view?.deletePoint(id);
  }

  /** What stood in the group lives on in its other groups, or at the top level. */
  deleteGroup(id: string): void {
    const stays = (reference: { readonly id: string }) => reference.id !== id;
    const points = new Map(this.#points);
    for (const point of this.view.points.values()) {
      const contactGroups = point.contactGroups.filter(stays);
      if (contactGroups.length < point.contactGroups.length)
        points.set(point.id, { ...point, contactGroups });
    }
    const groups = new Map(this.#groups);
    for (const group of this.view.groups.values()) {
      const parents = group.parents.filter(stays);
      if (parents.length < group.parents.length) groups.set(group.id, { ...group, parents });
    }
    this.#set(this.#kind, points, groups.set(id, null));
  }

  snapshot(): ContactsSnapshot {
    const points = split(this.#points);
    const groups = split(this.#groups);
    return {
      structure: this.#kind,
      points: points.changed,
      groups: groups.changed,
      deletedPoints: points.deleted,
      deletedGroups: groups.deleted,
    };
  }

  restore({ structure, points, groups, deletedPoints, deletedGroups }: ContactsSnapshot): void {
    this.#set(structure, join(points, deletedPoints), join(groups, deletedGroups));
  }

  #set(kind: StructureKind, points: Changes<StoredPoint>, groups: Changes<StoredGroup>): void {
    this.#kind = kind;
    this.#points = points;
    this.#groups = groups;
    this.#view = undefined;
  }
}
