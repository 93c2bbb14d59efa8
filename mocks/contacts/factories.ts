/** Makers of contact points and groups, for the made-up structures and for hosts' tests. All is made up. */
import {
  MAX_ATTACHMENTS,
  MAX_MEGABYTES,
  targets,
  type ContactGroup,
  type ContactPoint,
} from '../contract/contacts.js';
import type { StoredGroup, StoredPoint } from '../contract/contacts-authority.js';
import { FJORDBY_ID, namedIds } from './ids.js';

/** The receiving system of all made-up points that have one. */
export const RECEIVING_SYSTEM = 'Fælles postsystem';

/** A point as its authority stores it: visible, active, for all, at the top level of Fjordby Kommune. */
export function makeStoredPoint(fields: Partial<StoredPoint> = {}): StoredPoint {
  return {
    id: namedIds.point.ordinary,
    organisationId: FJORDBY_ID,
    name: 'Flytning',
    description: '',
    internalNote: '',
    targets: [...targets],
    visible: true,
    active: true,
    receivingSystem: RECEIVING_SYSTEM,
    memoSizeThresholdMB: MAX_MEGABYTES,
    allowedNumberOfAttachments: MAX_ATTACHMENTS,
    contactGroups: [],
    searchTerms: [{ term: 'post' }],
    recommendedAttributes: [],
    contactPointCodes: [],
    ...fields,
  };
}

/** A group as its authority stores it, at the top level of Fjordby Kommune. */
export function makeStoredGroup(fields: Partial<StoredGroup> = {}): StoredGroup {
  return {
    id: namedIds.group.root,
    organisationId: FJORDBY_ID,
    name: 'Bolig og flytning',
    description: '',
    organisationalUnit: false,
    parents: [],
    ...fields,
  };
}

/** A point as `GET /contact-points` gives it: visible, active, for all, at the top level. */
export function makeContactPoint(fields: Partial<ContactPoint> = {}): ContactPoint {
  return {
    id: namedIds.point.ordinary,
    name: 'Flytning',
    description: '',
    targets: [...targets],
    memoSizeThresholdMB: MAX_MEGABYTES,
    allowedNumberOfAttachments: MAX_ATTACHMENTS,
    active: true,
    visible: true,
    organisationId: FJORDBY_ID,
    contactPointCodes: [],
    contactGroups: [],
    recommendedAttributes: [],
    searchTerms: [],
    ...fields,
  };
}

/** A group as `GET /contact-groups` gives it, at the top level. */
export function makeContactGroup(fields: Partial<ContactGroup> = {}): ContactGroup {
  return {
    id: namedIds.group.root,
    name: 'Bolig og flytning',
    description: '',
    organisationalUnit: false,
    targets: [...targets],
    ...fields,
  };
}
