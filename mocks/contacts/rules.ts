/** The rules of the contact structure on plain data. Source: domain notes 1 and 2 (Administrativ Adgang, chapter 6). */
import { compareDanish, fold, foldWords, isWordStart } from '../../components/shared/i18n/collation.js';
import type { FieldErrors } from '../contract/common.js';
import type { DeepLink, NoLinkReason, Recipient, Target } from '../contract/contacts.js';
import * as authority from '../contract/contacts-authority.js';
import { MAX_ATTACHMENTS, MAX_MEGABYTES } from '../contract/contacts.js';
import { isUsable, levelsOf, type StructureView } from './structure.js';

/** An answer of `…/deep-links`. */
export interface DeepLinks {
  readonly deepLinks: readonly DeepLink[];
  readonly reason?: NoLinkReason;
}

const BORGER = 'https://post.demo.borger.dk';
const VIRK = 'https://pilot.virk.dk/digitalpost/new';

/** The pilot environments' patterns; the slash at the end belongs to the link. Citizens use borger.dk, all others Virk. */
function linksFor(audiences: readonly Target[], kind: 'send' | 'contact', ids: string): DeepLink[] {
  const virk = audiences.filter((target) => target !== 'CITIZEN');
  const borger: DeepLink = { targets: ['CITIZEN'], platform: 'borger.dk', url: `${BORGER}/${kind}/${ids}/` };
  return [
    ...(audiences.includes('CITIZEN') ? [borger] : []),
    ...(virk.length > 0 ? [{ targets: virk, platform: 'virk.dk' as const, url: `${VIRK}/${ids}/` }] : []),
  ];
}

/** A point has links when it can be used; a hidden one too: that is what hiding is for. */
export function pointLinks(point: authority.StoredPoint): DeepLinks {
  if (!point.active) return { deepLinks: [], reason: 'inactive' };
  if (!isUsable(point)) return { deepLinks: [], reason: 'no-receiving-system' };
  return { deepLinks: linksFor(point.targets, 'send', `${point.organisationId}/${point.id}`) };
}

/** A group has links for the audiences of the active points in it and below. */
export function groupLinks(group: authority.StoredGroup, view: StructureView): DeepLinks {
  const audiences = view.audiencesOf(group.id);
  if (audiences.length === 0) return { deepLinks: [], reason: 'no-active-points' };
  return { deepLinks: linksFor(audiences, 'contact', `${group.organisationId}/${group.id}`) };
}

/** 0 the name begins with the word, 1 a word of it does, 2 it stands inside, 3 in the authority's name; else undefined. */
function rankOf(name: string, authorityName: string, word: string): number | undefined {
  const at = name.indexOf(word);
  if (at === 0) return 0;
  if (at < 0) return authorityName.includes(word) ? 3 : undefined;
  for (let next = at; next >= 0; next = name.indexOf(word, next + 1)) if (isWordStart(name, next)) return 1;
  return 2;
}

function matchRank(recipient: Recipient, words: readonly string[]): number | undefined {
  const name = fold(recipient.name);
  const authorityName = fold(recipient.organisationName);
  let worst = 0;
  for (const word of words) {
    const rank = rankOf(name, authorityName, word);
    if (rank === undefined) return undefined;
    worst = Math.max(worst, rank);
  }
  return worst;
}

/** Authorities and organisational units whose name (or whose authority's) holds all words, the best first. */
export function findRecipients(view: StructureView, query: string): Recipient[] {
  const words = foldWords(query);
  const all: Recipient[] = [];
  for (const { id, name } of view.organisations.values()) {
    all.push({ kind: 'organisation', id, organisationId: id, name, organisationName: name });
    for (const group of view.groupsOf(id)) {
      if (!group.organisationalUnit) continue;
      all.push({ kind: 'unit', id: group.id, organisationId: id, name: group.name, organisationName: name });
    }
  }
  return all
    .flatMap((recipient) => {
      const rank = matchRank(recipient, words);
      return rank === undefined ? [] : [{ recipient, rank }];
    })
    .sort((a, b) => a.rank - b.rank || compareDanish(a.recipient.name, b.recipient.name))
    .map(({ recipient }) => recipient);
}

/** What an authority sent for a point, as it is stored. Ids are compared in lower case everywhere. */
export function pointFrom(id: string, organisationId: string, body: unknown): authority.StoredPoint {
  const { externalLink, contactGroups, ...sent } = authority.contactPointBody.parse(body);
  return authority.storedPoint.parse({
    description: '',
    internalNote: '',
    visible: true,
    active: false,
    receivingSystem: null,
    memoSizeThresholdMB: MAX_MEGABYTES,
    allowedNumberOfAttachments: MAX_ATTACHMENTS,
    recommendedAttributes: [],
    contactPointCodes: [],
    ...sent,
    contactGroups: lowerCase(contactGroups ?? []),
    id,
    organisationId,
    ...(externalLink ? { externalLink } : {}),
  });
}

/** What an authority sent for a group, as it is stored. */
export function groupFrom(id: string, organisationId: string, body: unknown): authority.StoredGroup {
  const { parent, parents, ...sent } = authority.contactGroupBody.parse(body);
  const all = lowerCase([...(parent ? [parent] : []), ...(parents ?? [])]);
  return authority.storedGroup.parse({
    description: '',
    organisationalUnit: false,
    ...sent,
    parents: all.filter((one, index) => all.findIndex((other) => other.id === one.id) === index),
    id,
    organisationId,
  });
}

const lowerCase = (references: readonly { id: string }[]) =>
  references.map((reference) => ({ id: reference.id.toLowerCase() }));

function unknownGroups(
  references: readonly { id: string }[],
  organisationId: string,
  view: StructureView,
): boolean {
  return references.some(({ id }) => view.groups.get(id)?.organisationId !== organisationId);
}

/** What is wrong with a point beyond its own fields. */
export function pointErrors(point: authority.StoredPoint, view: StructureView): FieldErrors {
  return unknownGroups(point.contactGroups, point.organisationId, view)
    ? { contactGroups: 'En af grupperne findes ikke hos myndigheden' }
    : {};
}

/** What is wrong with a group beyond its own fields: unknown parents, a circle, too many levels. */
export function groupErrors(group: authority.StoredGroup, view: StructureView): FieldErrors {
  if (unknownGroups(group.parents, group.organisationId, view) && !isOwnParent(group))
    return { parents: 'En af grupperne findes ikke hos myndigheden' };
  const levels = levelsOf(new Map([...view.groups, [group.id, group]]));
  if (!levels) return { parents: 'Gruppen kan ikke ligge i sig selv' };
  const deepest = Math.max(...levels.values());
  return deepest > authority.MAX_LEVELS
    ? { parents: `Der må højst være ${authority.MAX_LEVELS} niveauer af grupper` }
    : {};
}

const isOwnParent = ({ id, parents }: authority.StoredGroup) => parents.some((parent) => parent.id === id);
