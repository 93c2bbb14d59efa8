/** A made-up contact structure of any size, by subject, the same for the same size and seed. */
import { targets, type Target } from '../contract/contacts.js';
import type { StoredGroup, StoredPoint } from '../contract/contacts-authority.js';
import { random } from '../pilot/random.js';
import { makeStoredGroup, makeStoredPoint } from './factories.js';
import { FJORDBY_ID, GENERATED, groupId, pointId, reference } from './ids.js';
import { sprinkle } from './sprinkle.js';

export interface GenerateOptions {
  /** How many contact points; the last one is called `LAST_POINT_NAME`. */
  readonly points: number;
  readonly seed?: number | undefined;
  /** Default Fjordby Kommune. */
  readonly organisationId?: string | undefined;
}

/** Only the last point of a generated structure, and so only its last page, has this name. */
export const LAST_POINT_NAME = 'Nålen i høstakken';

const ACTIONS = [
  'Ansøgning om',
  'Spørgsmål om',
  'Klage over',
  'Ændring af',
  'Betaling for',
  'Tilladelse til',
  'Afmelding af',
  'Bestilling af',
  'Tilsyn med',
  'Forslag til',
] as const;
const SUBJECTS = [
  'affald',
  'befordring',
  'byggeri',
  'cykelsti',
  'dagpleje',
  'ejendom',
  'frivillige',
  'genoptræning',
  'havn',
  'hjælpemidler',
  'idræt',
  'jord',
  'kloak',
  'kørekort',
  'lokaler',
  'madservice',
  'musik',
  'natur',
  'omsorg',
  'parkering',
  'pas',
  'pension',
  'rotter',
  'skole',
  'støj',
  'sygdom',
  'tandpleje',
  'udbud',
  'vej',
  'vielse',
  'ydelser',
  'ældrebolig',
  'øvelokaler',
  'åbeskyttelse',
] as const;
const PLACES = [
  'Aaby',
  'Bøgelund',
  'Egebæk',
  'Fjordby',
  'Havnen',
  'Lyngby Å',
  'Skovby',
  'Æblerø',
  'Østerled',
  'Ådalen',
];

/** Points in an ordinary group, groups in a group, and one group that is far larger. */
const IN_GROUP = 9;
const IN_PARENT = 12;
const IN_LARGE = 150;

const everybody: Target[] = [...targets];
const someTargets: readonly Target[][] = [everybody, everybody, ['CITIZEN'], ['COMPANY', 'AUTHORITY']];
const termsOf = new Map<string, { term: string }[]>(SUBJECTS.map((term) => [term, [{ term }]]));

function at<T>(list: readonly T[], index: number): T {
  return list[index % list.length] as T;
}

const blank = makeStoredPoint();

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** Leaf groups first, then level by level what they stand in, up to the root. */
function makeGroups(leaves: number, organisationId: string): StoredGroup[] {
  const groups: StoredGroup[] = [];
  let below: number[] = [];
  for (let count = leaves, level = 0; ; count = Math.ceil(count / IN_PARENT), level++) {
    const first = groups.length;
    for (let index = 0; index < count; index++) {
      const subject = capital(at(SUBJECTS, index + level * 7));
      const name = count === 1 ? 'Fjordby Kommune' : `${subject} ${at(PLACES, index)} ${index + 1}`;
      const id = groupId(GENERATED, groups.length + 1);
      groups.push(makeStoredGroup({ id, organisationId, name, description: index % 3 ? '' : 'Change me' }));
    }
    below.forEach((child, index) => setParents(groups, child, first, Math.floor(index / IN_PARENT), count));
    if (count <= 1) return groups;
    below = Array.from({ length: count }, (_, index) => first + index);
  }
}

/** Every fortieth group stands under two parents. */
function setParents(groups: StoredGroup[], child: number, first: number, own: number, count: number): void {
  const second = child % 40 === 0 && count > 1 ? [(own + 1) % count] : [];
  const parents = [own, ...second].map((index) => reference(groups[first + index]?.id ?? ''));
  const group = groups[child];
  if (group) groups[child] = { ...group, parents };
}

/** References to the leaf groups: one array a group, shared by all points in it. */
type LeafReferences = readonly { id: string }[][];

function leafOf(index: number): number {
  return index < IN_LARGE ? 0 : 1 + Math.floor((index - IN_LARGE) / IN_GROUP);
}

/** Every fifteenth point stands in another group too. */
function groupsOf(index: number, chance: number, leaves: LeafReferences): { id: string }[] {
  const own = leaves[leafOf(index)] ?? [];
  const other = leaves[Math.floor(chance * leaves.length)] ?? own;
  return index % 15 === 0 && other !== own ? [...own, ...other] : own;
}

/** What points have in common is shared: 50,000 of them must stay small. */
function makePoint(index: number, next: () => number, organisationId: string, leaves: LeafReferences) {
  const subject = at(SUBJECTS, Math.floor(next() * SUBJECTS.length));
  const action = at(ACTIONS, Math.floor(next() * ACTIONS.length));
  const name = `${action} ${subject}, ${at(PLACES, Math.floor(next() * PLACES.length))}`;
  const point: StoredPoint = {
    ...blank,
    id: pointId(GENERATED, index + 1),
    organisationId,
    name,
    description: index % 4 ? '' : `Opdigtet kontaktpunkt nr. ${index + 1} om ${subject}`,
    targets: at(someTargets, index),
    searchTerms: termsOf.get(subject) ?? [],
    contactGroups: groupsOf(index, next(), leaves),
  };
  return Object.assign(point, sprinkle(index + 1, name));
}

/** Makes the whole structure; 50,000 points take some tenths of a second. */
export function generateStructure(options: GenerateOptions): {
  groups: StoredGroup[];
  points: StoredPoint[];
} {
  const { points: total, seed = 1, organisationId = FJORDBY_ID } = options;
  const next = random(seed);
  const leaves = 1 + Math.ceil(Math.max(0, total - IN_LARGE) / IN_GROUP);
  const groups = makeGroups(leaves, organisationId);
  const references = groups.slice(0, leaves).map(({ id }) => [reference(id)]);
  const points = Array.from({ length: total }, (_, index) =>
    makePoint(index, next, organisationId, references),
  );
  const last = points.at(-1);
  if (last) {
    const found = {
      visible: true,
      active: true,
      receivingSystem: 'Fælles postsystem',
      targets: [...targets],
    };
    points[points.length - 1] = { ...last, ...found, name: LAST_POINT_NAME, searchTerms: [{ term: 'nål' }] };
  }
  return { groups, points };
}
