/** Makes the groups and points of a made-up structure, with ids that count on. */
import type { StoredGroup, StoredPoint } from '../contract/contacts-authority.js';
import { makeStoredGroup, makeStoredPoint } from './factories.js';
import { groupId, pointId, reference } from './ids.js';
import type { OutlineGroup, OutlinePoint } from './outline.js';
import { sprinkle } from './sprinkle.js';

export interface BuilderOptions {
  readonly organisationId: string;
  /** Where ids come from; see ids.ts. */
  readonly mark: string;
  readonly firstGroup: number;
  readonly firstPoint: number;
}

export class StructureBuilder {
  readonly groups: StoredGroup[] = [];
  readonly points: StoredPoint[] = [];

  constructor(private readonly options: BuilderOptions) {}

  /** @returns the new group's id */
  group(fields: Partial<StoredGroup>, ...parents: string[]): string {
    const id = groupId(this.options.mark, this.options.firstGroup + this.groups.length);
    const { organisationId } = this.options;
    this.groups.push(makeStoredGroup({ organisationId, parents: parents.map(reference), ...fields, id }));
    return id;
  }

  point(point: OutlinePoint, ...groups: string[]): void {
    const number = this.options.firstPoint + this.points.length;
    const { name, description, targets } = point;
    this.points.push(
      makeStoredPoint({
        organisationId: this.options.organisationId,
        id: pointId(this.options.mark, number),
        name,
        description,
        targets: [...targets],
        searchTerms: point.keywords.map((term) => ({ term })),
        contactGroups: groups.map(reference),
        ...sprinkle(number, name),
      }),
    );
  }

  /** Whole branches; `known` groups are there already and only filled. @returns ids by name */
  outline(
    branches: readonly OutlineGroup[],
    parents: readonly string[],
    known: Readonly<Record<string, string>> = {},
  ) {
    const ids: Record<string, string> = {};
    for (const { name, description, groups, points } of branches) {
      const id = known[name] ?? this.group({ name, description }, ...parents);
      ids[name] = id;
      for (const point of points) this.point(point, id);
      this.outline(groups, [id]);
    }
    return ids;
  }
}
