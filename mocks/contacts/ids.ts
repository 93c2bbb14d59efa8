/**
 * Ids of the contact structure: UUID-shaped, in the manner of the service's own, and all made up. The last twelve
 * characters tell where one comes from: `f` Fjordby, `e` Region Øresø, `aa` the generator, `bb` made by the pilot.
 */

export const FJORDBY_ID = '14d6e9ad-fc0e-3918-0000-00000000f001';
export const OERESOE_ID = '14d6e9ad-fc0e-3918-0000-00000000e001';
export const AAGAARD_ID = '14d6e9ad-fc0e-3918-0000-00000000a001';
export const PROEVESTYRELSEN_ID = '14d6e9ad-fc0e-3918-0000-00000000b001';

const POINT = '163710ae-5078-350c-0000';
const GROUP = 'fd8ca657-157c-3ffe-0000';

function tail(mark: string, number: number): string {
  return mark + String(number).padStart(12 - mark.length, '0');
}

export const pointId = (mark: string, number: number) => `${POINT}-${tail(mark, number)}`;
export const groupId = (mark: string, number: number) => `${GROUP}-${tail(mark, number)}`;

/** Where the ids of the two authorities begin: `0000000f1001`. */
export const FJORDBY = '0000000f';
export const OERESOE = '0000000e';
export const GENERATED = 'aa';
export const MADE = 'bb';

const point = (number: number) => pointId(FJORDBY, number);
const group = (number: number) => groupId(FJORDBY, number);

/** Ids that always give one outcome in the default data; test-ids.ts tells which. */
export const namedIds = {
  point: {
    ordinary: point(1001),
    lowCapacity: point(1002),
    severalGroups: point(1003),
    hidden: point(1004),
    inactive: point(1005),
    passport: point(1006),
    noReceivingSystem: point(1007),
    companyOnly: point(1008),
    authorityOnly: point(1009),
    companyAndAuthority: point(1010),
    allCodes: point(1011),
    informationFields: point(1012),
    externalLink: point(1013),
    noGroup: point(1014),
    sameName: point(1015),
    sameNameToo: point(1016),
    longest: point(1017),
    lowestCapacity: point(1018),
    hiddenAndInactive: point(1019),
    noKeywords: point(1020),
    citizenOnly: point(1021),
    unknown: point(1999),
  },
  group: {
    root: group(1),
    housing: group(2),
    twoParents: group(3),
    id: group(4),
    passport: group(5),
    empty: group(6),
    inactiveOnly: group(7),
    hiddenOnly: group(8),
    citizenOnly: group(9),
    companyOnly: group(10),
    large: group(11),
    unit: groupId(OERESOE, 1),
    unknown: group(999),
  },
} as const;

/** Shared by the points of a structure that have the same: ten thousands of them stay small. */
export const reference = (id: string) => ({ id });
