/**
 * Tolerant readers of Digital Post's contact points and contact groups (contract, section 3). Only id and name are
 * needed; any other bad field becomes absent, and an item without the two is left out and counted.
 * A reader gives undefined for an answer of another shape altogether; it never throws.
 */
import { httpUrl } from '../../i18n/identifiers.js';
import { Fields, readPage, type ListPage } from '../read-fields.js';

/** Who may use a contact point (målgruppe). */
export type Audience = 'citizen' | 'business' | 'authority';

/** The wire's names of the audiences, in the order in which they are listed. */
const AUDIENCES: Readonly<Record<string, Audience>> = {
  CITIZEN: 'citizen',
  COMPANY: 'business',
  AUTHORITY: 'authority',
};
export const AUDIENCE_NAMES: readonly Audience[] = Object.values(AUDIENCES);

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
  /** Id and name of the organisation that was nested in the group; the id may also be a field of its own. */
  readonly organisationId: string | undefined;
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

/** Points, and the groups that were nested in them. */
export interface ContactPointPage extends ListPage<ContactPoint> {
  /** The named groups found in the points, parents included, each id once. */
  readonly groups: readonly ContactGroup[];
}

/** Groups: those listed and the parents nested in them, each id once. */
export type ContactGroupPage = ListPage<ContactGroup>;

type Groups = Map<string, ContactGroup & { readonly parentIds: string[] }>;
type Bad = Set<string>;

/** Groups nested in each other are followed this many levels up; nothing real is half as deep. */
const MAX_PARENTS = 64;
/** More entries than this in a list of keywords, fields, audiences or parents are not looked at. */
const MAX_ENTRIES = 100;
const MAX_URL = 2048;
/**
 * Texts and sizes are taken up to this multiple of the service's limit: limits change, and a cut text is better than
 * none. A size beyond it says nothing.
 */
const SLACK = 4;

/** Reads a page of `GET /contact-points`. */
export function readContactPoints(body: unknown): ContactPointPage | undefined {
  const groups: Groups = new Map();
  const page = readPage(body, 'contactPoints', (raw, bad) => pointOf(raw, groups, bad));
  return page && { ...page, groups: [...groups.values()] };
}

/** Reads `GET /contact-points/{id}`: as a page with one item. */
export function readContactPoint(body: unknown): ContactPointPage | undefined {
  const page = readContactPoints({ contactPoints: [body] });
  return page?.items.length ? page : undefined;
}

/** Reads a page of `GET /contact-groups`. */
export function readContactGroups(body: unknown): ContactGroupPage | undefined {
  const groups: Groups = new Map();
  const page = readPage(body, 'contactGroups', (raw, bad) =>
    groups.get(addGroups(raw, groups, '', bad) ?? ''),
  );
  return page && { ...page, items: [...groups.values()] };
}

/** Reads `GET /contact-groups/{id}`: as a page, where the group is the first item. */
export function readContactGroup(body: unknown): ContactGroupPage | undefined {
  const page = readContactGroups({ contactGroups: [body] });
  return page?.leftOut ? undefined : page;
}

function pointOf(raw: unknown, groups: Groups, bad: Bad): ContactPoint | undefined {
  const wire = new Fields(raw, bad);
  const id = wire.id();
  const name = textOf(wire, 'name', 50);
  if (!id || !name) return undefined;
  const groupIds = each(
    wire,
    'contactGroups',
    (entry) => addGroups(entry, groups, 'contactGroups.', bad),
    Infinity,
  );
  const inside = (entry: unknown) => new Fields(entry, new Set());
  return {
    id,
    name,
    description: descriptionOf(wire),
    audiences: audiencesOf(wire),
    active: flagOf(wire, 'active') ?? true,
    visible: flagOf(wire, 'visible') ?? true,
    organisationId: wire.id('organisationId'),
    groupIds: [...new Set(groupIds)],
    keywords: each(wire, 'searchTerms', (entry) => textOf(inside(entry), 'term', 30)),
    informationFields: each(wire, 'recommendedAttributes', (entry) => {
      const field = inside(entry);
      const title = { id: field.id() ?? '', name: textOf(field, 'name', 25) ?? '' };
      return title.id && title.name ? title : undefined;
    }),
    externalLink: externalLinkOf(wire, bad),
    maxMegabytes: wire.get('memoSizeThresholdMB', (mb) =>
      typeof mb === 'number' && mb > 0 && mb <= 99.5 * SLACK ? mb : undefined,
    ),
    maxAttachments: wire.count('allowedNumberOfAttachments'),
  };
}

/** A text; one that is far too long is cut, not in the middle of a character. */
function textOf(wire: Fields, name: string, limit: number): string | undefined {
  const text = wire.text(name);
  const max = limit * SLACK;
  if (!text || text.length <= max) return text;
  wire.get(name, () => undefined);
  return `${text.slice(0, max).replace(/[\ud800-\udbff]$/, '')}…`;
}

/** 'Change me' is what the service puts there; real structures still hold it. */
function descriptionOf(wire: Fields): string | undefined {
  const text = textOf(wire, 'description', 255);
  return text && /^change me\W*$/i.test(text) ? undefined : text;
}

function flagOf(wire: Fields, name: string): boolean | undefined {
  return wire.get(name, (value) => (typeof value === 'boolean' ? value : undefined));
}

/** The audiences that a list names, or a single field. */
export function audiencesOf(wire: Fields, list = 'targets', single = ''): Audience[] {
  const audienceOf = (target: unknown) =>
    typeof target === 'string' && Object.hasOwn(AUDIENCES, target) ? AUDIENCES[target] : undefined;
  const one = wire.get(single, audienceOf);
  return [...new Set([...each(wire, list, audienceOf), ...(one ? [one] : [])])];
}

/** The usable entries of a list. Each unusable one is noted. */
function each<Item>(
  wire: Fields,
  name: string,
  read: (entry: unknown) => Item | undefined,
  max = MAX_ENTRIES,
): Item[] {
  const entries = (wire.list(name) ?? []).slice(0, max).map(read);
  const items = entries.filter((item) => item !== undefined);
  if (items.length < entries.length) wire.get(name, () => undefined);
  // A copy: what was filtered has room for seventeen.
  return [...items];
}

/** Without a usable address the whole link is absent: it would lead nowhere, or to a script. */
function externalLinkOf(point: Fields, bad: Bad): ExternalLink | undefined {
  const raw = point.get('externalLink', (value) => value);
  if (raw === undefined) return undefined;
  const wire = new Fields(raw, bad, 'externalLink.');
  const url = wire.parsed('url', (address) =>
    address.length <= MAX_URL ? httpUrl(address)?.href : undefined,
  );
  if (!url) {
    bad.add('externalLink.url');
    return undefined;
  }
  return {
    heading: textOf(wire, 'heading', 50),
    description: descriptionOf(wire),
    linkText: textOf(wire, 'linkText', 50),
    url,
  };
}

/**
 * Adds a nested group and its ancestors, which come as `parent`, as `parents` or both, whole or as bare ids. A bare
 * id is only a reference, to be joined with `GET /contact-groups`. Walked in a loop, since the depth is the sender's.
 * @returns the id of the group itself
 */
function addGroups(raw: unknown, groups: Groups, at: string, bad: Bad): string | undefined {
  const own = new Fields(raw, bad, at);
  const waiting = [{ wire: own, depth: 0 }];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { wire, depth } = next;
    const parentIds = addGroup(wire, groups, bad);
    for (const parent of [wire.get('parent', (value) => value), ...(wire.list('parents') ?? [])]) {
      if (parent === undefined) continue;
      const above = new Fields(parent, bad, at);
      const id = above.id();
      if (!id || depth >= MAX_PARENTS) bad.add(`${at}parent`);
      else waiting.push({ wire: above, depth: depth + 1 });
      if (id && parentIds && parentIds.length < MAX_ENTRIES && !parentIds.includes(id)) parentIds.push(id);
    }
  }
  return own.id();
}

/** @returns the group's list of parents, to be filled; undefined for a bare id */
function addGroup(wire: Fields, groups: Groups, bad: Bad): string[] | undefined {
  const id = wire.id();
  if (!id) return undefined;
  const known = groups.get(id);
  if (known) return known.parentIds;
  const name = textOf(wire, 'name', 50);
  if (!name) return undefined;
  const organisation = new Fields(
    wire.get('organisation', (value) => value),
    bad,
    'organisation.',
  );
  const parentIds: string[] = [];
  groups.set(id, {
    id,
    name,
    description: descriptionOf(wire),
    unit: flagOf(wire, 'organisationalUnit') ?? false,
    audiences: audiencesOf(wire),
    parentIds,
    organisationId: organisation.id() ?? wire.id('organisationId'),
    organisationName: textOf(organisation, 'name', 255),
  });
  return parentIds;
}
