/** The made-up contact structures of the pilot. No real authority, unit or person. */
import type { Organisation } from '../contract/contacts.js';
import type { StructureKind } from '../contract/contacts-authority.js';
import { AUTHORITY_CVR, AUTHORITY_NAME } from '../pilot/personas.js';
import { fjordbyStructure } from './fjordby-data.js';
import { generateStructure } from './generate-structure.js';
import * as ids from './ids.js';
import { oeresoeStructure } from './oeresoe-data.js';
import type { Structure } from './structure.js';

const common = {
  type: 'AUTHORITY',
  authorityTerms: true,
  logoAvailable: false,
  targets: [],
  rightsIntroductionCompleted: false,
};

/** The last two have no contact points at all, and only the first two a privacy policy. */
const organisations: readonly Organisation[] = [
  {
    ...common,
    id: ids.FJORDBY_ID,
    name: AUTHORITY_NAME,
    cvrNumber: AUTHORITY_CVR,
    authorityType: 'MUNICIPALITY',
    privacyPolicyUrl: 'https://www.example.dk/fjordby/privatliv',
  },
  {
    ...common,
    id: ids.OERESOE_ID,
    name: 'Region Øresø',
    cvrNumber: '99000011',
    authorityType: 'REGION',
    privacyPolicyUrl: 'https://www.example.dk/oeresoe/privatliv',
  },
  {
    ...common,
    id: ids.AAGAARD_ID,
    name: 'Aagård Kommune',
    cvrNumber: '99000012',
    authorityType: 'MUNICIPALITY',
  },
  {
    ...common,
    id: ids.PROEVESTYRELSEN_ID,
    name: 'Prøvestyrelsen',
    cvrNumber: '99000013',
    authorityType: 'STATE',
  },
];

/**
 * One of the structures. In `huge` it is Fjordby Kommune's that is huge, so that a page needs no other organisation id. The
 * `hostile` one is not here: such data cannot be stored, only sent (hostile-answers.ts).
 */
export function structureOf(
  kind: StructureKind,
  options: { readonly seed: number; readonly structureSize: number },
): Structure {
  if (kind === 'empty') return { organisations, groups: [], points: [] };
  const { seed, structureSize } = options;
  const fjordby = kind === 'huge' ? generateStructure({ points: structureSize, seed }) : fjordbyStructure();
  const oeresoe = oeresoeStructure();
  return {
    organisations,
    groups: [...fjordby.groups, ...oeresoe.groups],
    points: [...fjordby.points, ...oeresoe.points],
  };
}
