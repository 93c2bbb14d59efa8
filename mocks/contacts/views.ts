/** From what the authority has stored to what the widgets are given. An internal note is never among it. */
import type { ContactGroup, ContactPoint, NestedContactGroup, Organisation } from '../contract/contacts.js';
import type { StoredGroup, StoredPoint } from '../contract/contacts-authority.js';
import { OERESOE_ID } from './ids.js';
import { isUsable, type StructureView } from './structure.js';

const SEARCH_TERM = '0b1f6a52-0d0e-4a57-9a51';
const ATTRIBUTE = '5d9a3d36-5d53-4d0d-9f53';
const CODE = '7a1de0c3-3a11-4f5e-8a37';

/** Ids of a point's parts: like the service's own, and the same each time. */
function partId(prefix: string, pointId: string, index: number): string {
  return `${prefix}-${pointId.slice(-10)}${String(index + 1).padStart(2, '0')}`;
}

/**
 * Some services send groups as bare ids, to be joined with `/contact-groups`. In the pilot Region Øresø does, and each
 * point whose id ends in 7.
 */
export function hasBareGroups({ id, organisationId }: StoredPoint): boolean {
  return organisationId === OERESOE_ID || id.endsWith('7');
}

function groupsOf(point: StoredPoint, view: StructureView): NestedContactGroup[] {
  if (hasBareGroups(point)) return point.contactGroups.map(({ id }) => ({ id }));
  return point.contactGroups.map(({ id }) => view.nested(id) ?? { id });
}

/** A point in the service's own form. */
export function toContactPoint(point: StoredPoint, view: StructureView): ContactPoint {
  const { id, name, description, targets, visible, organisationId, externalLink } = point;
  const { memoSizeThresholdMB, allowedNumberOfAttachments } = point;
  return {
    id,
    name,
    description,
    targets,
    memoSizeThresholdMB,
    allowedNumberOfAttachments,
    active: isUsable(point),
    visible,
    organisationId,
    contactPointCodes: point.contactPointCodes.map((code, index) => ({
      id: partId(CODE, id, index),
      version: 1,
      codeVersion: '0.0.0',
      name: code.name ?? '',
      code: code.code,
      contactPointCodeTypeName: code.type,
      type: code.type,
    })),
    contactGroups: groupsOf(point, view),
    recommendedAttributes: point.recommendedAttributes.map((field, index) => ({
      id: partId(ATTRIBUTE, id, index),
      version: 0,
      name: field.name,
    })),
    searchTerms: point.searchTerms.map(({ term }, index) => ({
      id: partId(SEARCH_TERM, id, index),
      version: 0,
      term,
    })),
    translations: [],
    ...(externalLink ? { externalLink } : {}),
  };
}

/** A group as `/contact-groups` gives it: the nested form, with the audiences of its active points. */
export function toContactGroup(group: StoredGroup, view: StructureView): ContactGroup {
  const { id, name, description, organisationalUnit } = group;
  const nested = view.nested(id) ?? { id };
  return { ...nested, name, description, organisationalUnit, targets: view.audiencesOf(id) };
}

export function toOrganisation(organisation: Organisation, view: StructureView): Organisation {
  return { ...organisation, targets: view.audiencesOf(organisation.id) };
}
