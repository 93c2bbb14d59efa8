/** Contact points and groups that always give one outcome: the tables in docs/pilot.md are made from these. */
import type { TestId } from '../test-ids.js';
import { AAGAARD_ID, FJORDBY_ID, OERESOE_ID, PROEVESTYRELSEN_ID, namedIds } from './ids.js';

const { point, group } = namedIds;

export const organisationTestIds = {
  municipality: { id: FJORDBY_ID, what: 'Fjordby Kommune: by subject, four levels of groups' },
  region: { id: OERESOE_ID, what: 'Region Øresø: hospitals as organisational units, groups as bare ids' },
  withoutPoints: { id: AAGAARD_ID, what: 'Aagård Kommune: no points, no groups, no privacy policy' },
  agency: { id: PROEVESTYRELSEN_ID, what: 'Prøvestyrelsen: no points, no groups, no privacy policy' },
  unknown: { id: '14d6e9ad-fc0e-3918-0000-00000000f999', what: '`not-found`, in lists too' },
} as const satisfies Record<string, TestId>;

export const contactPointTestIds = {
  ordinary: { id: point.ordinary, what: 'Flytning: for all three, with an external link; two deep links' },
  lowCapacity: { id: point.lowCapacity, what: 'at most 10 MB and 3 attachments; one information field' },
  severalGroups: {
    id: point.severalGroups,
    what: 'in two groups, one of them under two parents; `Change me`',
  },
  hidden: { id: point.hidden, what: 'hidden: in no search, but with deep links' },
  inactive: { id: point.inactive, what: 'no deep links: `inactive`' },
  passport: { id: point.passport, what: 'Fornyelse af pas: Fjordby Kommune → ID → Pas; for citizens' },
  noReceivingSystem: { id: point.noReceivingSystem, what: 'no deep links: `no-receiving-system`' },
  companyOnly: { id: point.companyOnly, what: 'for companies only: one link, on Virk' },
  authorityOnly: { id: point.authorityOnly, what: 'for authorities only: one link, on Virk' },
  companyAndAuthority: { id: point.companyAndAuthority, what: 'for both: one link with two `targets`' },
  allCodes: { id: point.allCodes, what: 'FORM, KLE, SOR, EAN/GLN and ten codes of the authority’s own' },
  informationFields: { id: point.informationFields, what: 'two information fields' },
  externalLink: { id: point.externalLink, what: 'an external link to a self-service solution' },
  noGroup: { id: point.noGroup, what: 'in no group: at the top level' },
  sameName: { id: point.sameName, what: 'Aktindsigt, in Bolig og flytning' },
  sameNameToo: { id: point.sameNameToo, what: 'the same name in the same group' },
  longest: { id: point.longest, what: 'every text as long as it may be' },
  lowestCapacity: { id: point.lowestCapacity, what: 'at most 0.5 MB and no attachments' },
  hiddenAndInactive: { id: point.hiddenAndInactive, what: 'no deep links: `inactive`; hidden too' },
  noKeywords: { id: point.noKeywords, what: 'no keywords, as in old structures' },
  citizenOnly: { id: point.citizenOnly, what: 'for citizens only: one link, on borger.dk' },
  unknown: { id: point.unknown, what: '`not-found`' },
} as const satisfies Record<string, TestId>;

export const contactGroupTestIds = {
  root: { id: group.root, what: 'the single root, named like the authority; `Change me`' },
  housing: { id: group.housing, what: 'Bolig og flytning: of the contract’s example' },
  twoParents: { id: group.twoParents, what: 'Pas og kørekort: under the root and under ID' },
  id: { id: group.id, what: 'ID: holds groups only' },
  passport: { id: group.passport, what: 'Pas, under ID' },
  empty: { id: group.empty, what: 'holds nothing: `no-active-points`' },
  inactiveOnly: { id: group.inactiveOnly, what: 'holds only points that cannot be used: `no-active-points`' },
  hiddenOnly: { id: group.hiddenOnly, what: 'holds one hidden, active point: has links, lists nothing' },
  citizenOnly: { id: group.citizenOnly, what: 'all for citizens: one link, on borger.dk' },
  companyOnly: { id: group.companyOnly, what: 'all for companies: one link, on Virk' },
  large: { id: group.large, what: 'Børnehaver og vuggestuer: 130 points' },
  unit: { id: group.unit, what: 'Øresø Hospital: an organisational unit of Region Øresø' },
  unknown: { id: group.unknown, what: '`not-found`' },
} as const satisfies Record<string, TestId>;
