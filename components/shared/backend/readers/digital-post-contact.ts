/**
 * Tolerant readers of Digital Post's contact points and contact groups (contract, section 3). Only id and name are
 * needed; any other bad field becomes absent, and an item without the two is left out and counted.
 * A reader gives undefined for an answer of another shape altogether; it never throws.
 */
import { httpUrl } from '../../i18n/identifiers.js';
import {
  isAbsent,
  isObject,
  newProblems,
  readFlag,
  readId,
  readList,
  readNumber,
  readText,
  type Note,
  type ReadProblems,
  type Wire,
} from './digital-post-contact-fields.js';

export type { ReadProblems } from './digital-post-contact-fields.js';

/** Who may use a contact point (målgruppe). */
export type Audience = 'citizen' | 'business' | 'authority';

/** A contact group (kontaktgruppe). */
export interface ContactGroup {
  readonly id: string;
  readonly name: string;
  readonly description: string | undefined;
  /** Can be found as a recipient of its own (organisatorisk enhed). */
  readonly unit: boolean;
  /** Empty: all. */
  readonly audiences: readonly Audience[];
  /** Ids of the groups that it stands in, each once; none at the top level. */
  readonly parentIds: readonly string[];
  /** Name of the organisation that was nested in the group. */
  readonly organisationName: string | undefined;
}

/** A self-service solution that is to be used rather than a message. */
export interface ExternalLink {
  readonly heading: string | undefined;
  readonly description: string | undefined;
  readonly linkText: string | undefined;
  /** Absolute, http or https. */
  readonly url: string;
}

/** A contact point (kontaktpunkt). */
export interface ContactPoint {
  readonly id: string;
  readonly name: string;
  readonly description: string | undefined;
  /** Empty: all (the wire said nothing usable). */
  readonly audiences: readonly Audience[];
  /** Active, with a receiving system. True when the wire says nothing. */
  readonly active: boolean;
  /** False: never listed, only found by id. True when the wire says nothing. */
  readonly visible: boolean;
  readonly organisationId: string | undefined;
  /** Ids of the groups that it stands in, each once. */
  readonly groupIds: readonly string[];
  readonly keywords: readonly string[];
  /** What the user is to fill in when writing: at most a few, by the service's rules two. */
  readonly informationFields: readonly { readonly id: string; readonly name: string }[];
  readonly externalLink: ExternalLink | undefined;
  /** Largest message, in megabytes. */
  readonly maxMegabytes: number | undefined;
  readonly maxAttachments: number | undefined;
}

/** What every list answer says about itself; absent when unusable. */
export interface PageInfo {
  readonly totalPages: number | undefined;
  readonly totalElements: number | undefined;
}

/** Points, and the groups that were nested in them. */
export interface ContactPointPage extends PageInfo {
  readonly items: readonly ContactPoint[];
  /** The named groups found in the points, parents included, each id once. */
  readonly groups: readonly ContactGroup[];
  readonly problems: ReadProblems;
}

/** Groups: those listed and the parents nested in them, each id once. */
export interface ContactGroupPage extends PageInfo {
  readonly items: readonly ContactGroup[];
  readonly problems: ReadProblems;
}

type Groups = Map<string, ContactGroup & { readonly parentIds: string[] }>;

/** Groups nested in each other are followed this many levels up; nothing real is half as deep. */
const MAX_PARENTS = 64;
/** More entries than this in a list of keywords, fields, audiences or parents are not looked at. */
const MAX_ENTRIES = 100;
const MAX_URL = 2048;
/** The wire's names of the audiences, in the order in which they are listed. */
export const AUDIENCES: Readonly<Record<string, Audience>> = {
  CITIZEN: 'citizen',
  COMPANY: 'business',
  AUTHORITY: 'authority',
};

/** Reads a page of `GET /contact-points`. */
export function readContactPoints(body: unknown): ContactPointPage | undefined {
  if (!isObject(body) || !Array.isArray(body.contactPoints)) return undefined;
  return { ...pointsOf(body.contactPoints), ...pageInfo(body) };
}

/** Reads `GET /contact-points/{id}`: as a page with one item. */
export function readContactPoint(body: unknown): ContactPointPage | undefined {
  const page = { ...pointsOf([body]), totalPages: 1, totalElements: 1 };
  return page.items.length ? page : undefined;
}

/** Reads a page of `GET /contact-groups`. */
export function readContactGroups(body: unknown): ContactGroupPage | undefined {
  if (!isObject(body) || !Array.isArray(body.contactGroups)) return undefined;
  return { ...groupsOf(body.contactGroups), ...pageInfo(body) };
}

/** Reads `GET /contact-groups/{id}`: as a page, where the group is the first item. */
export function readContactGroup(body: unknown): ContactGroupPage | undefined {
  const page = { ...groupsOf([body]), totalPages: 1, totalElements: 1 };
  return page.problems.leftOut ? undefined : page;
}

function pageInfo(body: Wire): PageInfo {
  const count = (value: unknown) =>
    Number.isSafeInteger(value) && Number(value) >= 0 ? Number(value) : undefined;
  return { totalPages: count(body.totalPages), totalElements: count(body.totalElements) };
}

function pointsOf(entries: readonly unknown[]): Omit<ContactPointPage, keyof PageInfo> {
  const { problems, note } = newProblems();
  const groups: Groups = new Map();
  const items: ContactPoint[] = [];
  for (const entry of entries) {
    const point = isObject(entry) ? pointOf(entry, groups, note) : undefined;
    if (point) items.push(point);
    else problems.leftOut += 1;
  }
  return { items, groups: [...groups.values()], problems };
}

function groupsOf(entries: readonly unknown[]): Omit<ContactGroupPage, keyof PageInfo> {
  const { problems, note } = newProblems();
  const groups: Groups = new Map();
  for (const entry of entries) {
    const id = addGroups(entry, groups, '', note);
    if (id === undefined || !groups.has(id)) problems.leftOut += 1;
  }
  return { items: [...groups.values()], problems };
}

function pointOf(wire: Wire, groups: Groups, note: Note): ContactPoint | undefined {
  const id = readId(wire.id);
  const name = readText(wire.name, 50, 'name', note);
  if (id === undefined || name === undefined) return undefined;
  const groupOf = (entry: unknown) => addGroups(entry, groups, 'contactGroups.', note);
  const groupIds = readList(wire.contactGroups, Infinity, groupOf, 'contactGroups', note);
  return {
    id,
    name,
    description: descriptionOf(wire.description, '', note),
    audiences: audiencesOf(wire.targets, '', note),
    active: readFlag(wire.active, true, 'active', note),
    visible: readFlag(wire.visible, true, 'visible', note),
    organisationId: readId(wire.organisationId),
    groupIds: [...new Set(groupIds)],
    keywords: readList(
      wire.searchTerms,
      MAX_ENTRIES,
      (entry) => nameOf(entry, 'term', 30),
      'searchTerms',
      note,
    ),
    informationFields: readList(
      wire.recommendedAttributes,
      MAX_ENTRIES,
      informationFieldOf,
      'recommendedAttributes',
      note,
    ),
    externalLink: externalLinkOf(wire.externalLink, note),
    maxMegabytes: readNumber(wire.memoSizeThresholdMB, (mb) => mb > 0, 'memoSizeThresholdMB', note),
    maxAttachments: readNumber(
      wire.allowedNumberOfAttachments,
      (count) => Number.isInteger(count) && count >= 0,
      'allowedNumberOfAttachments',
      note,
    ),
  };
}

/** A text in a nested object; its owner notes it when it is unusable. */
function nameOf(entry: unknown, key: string, limit: number): string | undefined {
  return isObject(entry) ? readText(entry[key], limit, '', () => undefined) : undefined;
}

function informationFieldOf(entry: unknown): { id: string; name: string } | undefined {
  const name = nameOf(entry, 'name', 25);
  const id = isObject(entry) ? readId(entry.id) : undefined;
  return name !== undefined && id !== undefined ? { id, name } : undefined;
}

/** 'Change me' is what the service puts there; real structures still hold it. */
function descriptionOf(value: unknown, at: string, note: Note): string | undefined {
  const text = readText(value, 255, `${at}description`, note);
  return text && /^change me\W*$/i.test(text) ? undefined : text;
}

function audiencesOf(value: unknown, at: string, note: Note): Audience[] {
  const audienceOf = (target: unknown) =>
    typeof target === 'string' && Object.hasOwn(AUDIENCES, target) ? AUDIENCES[target] : undefined;
  return [...new Set(readList(value, MAX_ENTRIES, audienceOf, `${at}targets`, note))];
}

/** Without a usable address the whole link is absent: it would lead nowhere, or to a script. */
function externalLinkOf(wire: unknown, note: Note): ExternalLink | undefined {
  if (isAbsent(wire)) return undefined;
  const address = isObject(wire) ? wire.url : undefined;
  const url = typeof address === 'string' && address.length <= MAX_URL ? httpUrl(address)?.href : undefined;
  if (url === undefined || !isObject(wire)) {
    note('externalLink.url');
    return undefined;
  }
  return {
    heading: readText(wire.heading, 50, 'externalLink.heading', note),
    description: descriptionOf(wire.description, 'externalLink.', note),
    linkText: readText(wire.linkText, 50, 'externalLink.linkText', note),
    url,
  };
}

/**
 * Adds a nested group and its ancestors, which come as `parent`, as `parents` or both, whole or as bare ids. A bare
 * id is only a reference, to be joined with `GET /contact-groups`. Walked in a loop, since the depth is the sender's.
 * @returns the id of the group itself
 */
function addGroups(wire: unknown, groups: Groups, at: string, note: Note): string | undefined {
  const own = isObject(wire) ? readId(wire.id) : undefined;
  if (own === undefined || !isObject(wire)) return undefined;
  const waiting: { wire: Wire; id: string; depth: number }[] = [{ wire, id: own, depth: 0 }];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { depth } = next;
    const parentIds = addGroup(next.wire, next.id, groups, at, note);
    for (const parent of parentsOf(next.wire)) {
      const id = isObject(parent) ? readId(parent.id) : undefined;
      if (id === undefined || !isObject(parent)) note(`${at}parent`);
      else {
        if (parentIds && parentIds.length < MAX_ENTRIES && !parentIds.includes(id)) parentIds.push(id);
        if (depth < MAX_PARENTS) waiting.push({ wire: parent, id, depth: depth + 1 });
        else note(`${at}parent`);
      }
    }
  }
  return own;
}

function parentsOf({ parent, parents }: Wire): unknown[] {
  const list: unknown[] = Array.isArray(parents)
    ? parents
    : (parents ?? undefined) === undefined
      ? []
      : [parents];
  return parent === undefined || parent === null ? list : [parent, ...list];
}

/** @returns the group's list of parents, to be filled; undefined for a bare id */
function addGroup(wire: Wire, id: string, groups: Groups, at: string, note: Note): string[] | undefined {
  const known = groups.get(id);
  if (known) return known.parentIds;
  const name = readText(wire.name, 50, `${at}name`, note);
  if (name === undefined) return undefined;
  const parentIds: string[] = [];
  groups.set(id, {
    id,
    name,
    description: descriptionOf(wire.description, at, note),
    unit: readFlag(wire.organisationalUnit, false, `${at}organisationalUnit`, note),
    audiences: audiencesOf(wire.targets, at, note),
    parentIds,
    organisationName: nameOf(wire.organisation, 'name', 255),
  });
  return parentIds;
}
