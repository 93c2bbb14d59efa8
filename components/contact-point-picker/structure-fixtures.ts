import type { ContactGroup, ContactPoint } from '../shared/backend/readers/digital-post-contact.js';
import { ContactStructure } from './contact-structure.js';

/** A group for tests of the model: named like its id, at the top level, for all. */
export function groupOf(id: string, over: Partial<ContactGroup> = {}): ContactGroup {
  return {
    id,
    name: id,
    description: undefined,
    unit: false,
    audiences: [],
    parentIds: [],
    organisationId: undefined,
    organisationName: undefined,
    ...over,
  };
}

/** A point for tests of the model: named like its id, at the top level, visible, active and for all. */
export function pointOf(id: string, over: Partial<ContactPoint> = {}): ContactPoint {
  return {
    id,
    name: id,
    description: undefined,
    audiences: [],
    active: true,
    visible: true,
    organisationId: undefined,
    groupIds: [],
    keywords: [],
    informationFields: [],
    externalLink: undefined,
    maxMegabytes: undefined,
    maxAttachments: undefined,
    ...over,
  };
}

/** A whole structure at once. */
export function structureOf(
  points: readonly ContactPoint[],
  groups: readonly ContactGroup[] = [],
  options: Partial<Pick<ContactStructure, 'audience' | 'authorityName'>> = {},
): ContactStructure {
  const structure = Object.assign(new ContactStructure(), options);
  addAll(structure, points, groups);
  structure.finish();
  return structure;
}

/** Adds without pausing. @returns how many pauses were offered */
export function addAll(
  structure: ContactStructure,
  points: readonly ContactPoint[],
  groups: readonly ContactGroup[] = [],
): number {
  let pauses = 0;
  for (const work = structure.add(points, groups); !work.next().done;) pauses += 1;
  return pauses;
}
