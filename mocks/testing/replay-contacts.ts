/** Operations of the seeded run on the contact structure: what the widgets read, and the authority that keeps it. */
import { contactGroupTestIds, contactPointTestIds, organisationTestIds } from '../contacts/test-ids.js';
import { pick, type Next } from '../pilot/random.js';
import type { Operation } from './replay.js';

type Ids = readonly [string, ...string[]];

const idsOf = (ids: Readonly<Record<string, { readonly id: string }>>) =>
  Object.values(ids).map(({ id }) => id) as unknown as Ids;

/** The last ones are those that the pilot may have made by now. */
const POINTS: Ids = [...idsOf(contactPointTestIds), '163710ae-5078-350c-0000-bb0000001001', '7'];
const GROUPS: Ids = [...idsOf(contactGroupTestIds), 'fd8ca657-157c-3ffe-0000-bb0000001002'];
const ORGANISATIONS: Ids = [...idsOf(organisationTestIds), 'fjordby', ''];

const json = (value: unknown) => ({ body: JSON.stringify(value) });
const token = (next: Next, ...personas: [string, ...string[]]) =>
  next() < 0.5 ? { Authorization: `Bearer pilot-${pick(next, personas)}` } : {};

/** Searches, browses, opens points and asks for deep links. */
export function reader(next: Next): Operation {
  const headers = { 'Accept-Language': 'da', ...token(next, 'citizen', 'company', 'ukendt') };
  const page = `size=${pick(next, [2, 3, 0])}&page=${pick(next, [0, 1, 400])}`;
  const path = pick<() => string>(next, [
    () =>
      `/recipients?q=${encodeURIComponent(pick(next, ['fj', 'øresø', 'aagaard', 'x', 'hospital']))}&${page}`,
    () => `/organisations/${pick(next, ORGANISATIONS)}`,
    () => `/contact-groups?organisationId=${pick(next, ORGANISATIONS)}&${page}`,
    () => `/contact-points?organisationId=${pick(next, ORGANISATIONS)}&${page}`,
    () => `/contact-points/${pick(next, POINTS)}`,
    () => `/contact-groups/${pick(next, GROUPS)}`,
    () => `/contact-points/${pick(next, POINTS)}/deep-links`,
    () => `/contact-groups/${pick(next, GROUPS)}/deep-links`,
  ])();
  return { method: 'GET', path, headers, ...(next() < 0.3 ? { etagAs: 'If-None-Match' } : {}) };
}

function pointBody(next: Next): { body: string } {
  return json({
    name: pick(next, ['Nyt punkt', 'Nyt punkt', 'x'.repeat(51)]),
    targets: pick<readonly string[]>(next, [['CITIZEN'], ['COMPANY', 'AUTHORITY'], []]),
    searchTerms: [{ term: pick(next, ['nyt', 'nyt', 'nyt!']) }],
    contactGroups: [{ id: pick(next, GROUPS) }],
    active: next() < 0.7,
    visible: next() < 0.7,
    receivingSystem: next() < 0.7 ? 'Sagssystem' : null,
    internalNote: 'Kun internt',
  });
}

function groupBody(next: Next): { body: string } {
  const parents = [{ id: pick(next, GROUPS) }];
  return json({
    name: pick(next, ['Ny gruppe', 'Ny gruppe', '']),
    organisationalUnit: next() < 0.5,
    parents,
  });
}

/** Creates, changes, moves and deletes points and groups. */
export function structureKeeper(next: Next): Operation {
  const [path, ids, bodyOf] = pick(next, [
    ['/digital-post/contact-points', POINTS, pointBody],
    ['/digital-post/contact-groups', GROUPS, groupBody],
  ] as const);
  const key = next() < 0.3 ? { 'Idempotency-Key': `key-${Math.floor(next() * 12)}` } : {};
  const headers = { ...token(next, 'authority', 'all', 'citizen'), ...key };
  const one = `${path}/${pick(next, ids)}`;
  const kind = next();
  if (kind < 0.35) return { method: 'POST', path, headers, ...bodyOf(next) };
  if (kind < 0.5) return { method: 'GET', path: `${path}?size=2`, headers };
  if (kind < 0.65) return { method: 'GET', path: one, headers };
  const etag = next() < 0.3 ? ({ etagAs: 'If-Match' } as const) : {};
  if (kind < 0.9) return { method: 'PUT', path: one, headers, ...bodyOf(next), ...etag };
  return { method: 'DELETE', path: one, headers, ...etag };
}
