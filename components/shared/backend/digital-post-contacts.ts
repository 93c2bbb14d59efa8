import { httpUrl } from '../i18n/identifiers.js';
import type { Lang } from '../i18n/dates.js';
import type { Answer, BackendClient, ReadRequest } from './client.js';
import { Fields, readPage, type ListPage } from './read-fields.js';
import {
  readContactGroup,
  readContactGroups,
  readContactPoint,
  readContactPoints,
  audiencesOf,
  type Audience,
  type ContactGroupPage,
  type ContactPointPage,
} from './readers/digital-post-contact.js';

/** An authority (myndighed). */
export interface Organisation {
  readonly id: string;
  readonly name: string;
  /** Address of its privacy policy; https. */
  readonly privacyPolicyUrl: string | undefined;
}

/** What can be found as a recipient: an authority, or an organisational unit of one. */
export interface Recipient {
  /** Of the authority, or of the unit's contact group. */
  readonly id: string;
  readonly isUnit: boolean;
  readonly name: string;
  readonly organisationId: string;
  readonly organisationName: string;
}

/** A link that opens a new message. Not checked: ask `isTrustedLink`. */
export interface WriteLink {
  readonly audiences: readonly Audience[];
  readonly url: string;
}

/** How to ask. */
export interface Ask {
  readonly client: BackendClient;
  readonly lang: Lang;
  readonly signal: AbortSignal;
  /** No answer of a moment ago will do. */
  readonly fresh: boolean;
}

const MAX_URL = 2048;
const PAGE_SIZE = 200;
const RECIPIENTS = 50;

function readOrganisation(body: unknown): Organisation | undefined {
  const fields = new Fields(body, new Set());
  const id = fields.id();
  const name = fields.text('name');
  const privacyPolicyUrl = fields.parsed('privacyPolicyUrl', (text) =>
    text.length <= MAX_URL && httpUrl(text)?.protocol === 'https:' ? text : undefined,
  );
  return id && name ? { id, name, privacyPolicyUrl } : undefined;
}

function readRecipient(raw: unknown, bad: Set<string>): Recipient | undefined {
  const fields = new Fields(raw, bad);
  const id = fields.id();
  const name = fields.text('name');
  const isUnit = fields.text('kind') === 'unit';
  const organisationId = fields.id('organisationId') ?? (isUnit ? undefined : id);
  if (!id || !name || !organisationId) return undefined;
  return { id, isUnit, name, organisationId, organisationName: fields.text('organisationName') ?? name };
}

/** The part of a request that is its own. */
type What<Data> = Pick<ReadRequest<Data>, 'path' | 'query' | 'params' | 'read'>;

async function get<Data>({ client, ...ask }: Ask, what: What<Data>): Promise<Data | undefined> {
  return (await client.get({ ...ask, ...what })).data;
}

/** Authorities and organisational units whose name holds the text, the best of them. From two letters. */
export function findRecipients(ask: Ask, q: string): Promise<ListPage<Recipient> | undefined> {
  return get(ask, {
    path: '/recipients',
    query: { q, page: 0, size: RECIPIENTS },
    read: (body) => readPage(body, 'recipients', readRecipient),
  });
}

export function getOrganisation(ask: Ask, id: string): Promise<Organisation | undefined> {
  return get(ask, { path: '/organisations/{id}', params: { id }, read: readOrganisation });
}

/** One page of an authority's contact points, with the language that it is in. */
export function getContactPoints(
  { client, ...ask }: Ask,
  organisationId: string,
  page: number,
): Promise<Answer<ContactPointPage>> {
  const query = { organisationId, page, size: PAGE_SIZE };
  return client.get({ ...ask, path: '/contact-points', query, read: readContactPoints });
}

/** One page of an authority's contact groups. */
export function getContactGroups(
  ask: Ask,
  organisationId: string,
  page: number,
): Promise<ContactGroupPage | undefined> {
  const query = { organisationId, page, size: PAGE_SIZE };
  return get(ask, { path: '/contact-groups', query, read: readContactGroups });
}

/** One contact point, also a hidden one, with the language that it is in. */
export function getContactPoint({ client, ...ask }: Ask, id: string): Promise<Answer<ContactPointPage>> {
  return client.get({ ...ask, path: '/contact-points/{id}', params: { id }, read: readContactPoint });
}

/** One contact group. */
export function getContactGroup(ask: Ask, id: string): Promise<ContactGroupPage | undefined> {
  return get(ask, { path: '/contact-groups/{id}', params: { id }, read: readContactGroup });
}

function readWriteLink(raw: unknown, bad: Set<string>): WriteLink | undefined {
  const fields = new Fields(raw, bad);
  const url = fields.text('url');
  const audiences = audiencesOf(fields, 'targets', 'target');
  return url && audiences[0] ? { url, audiences } : undefined;
}

/** The links to write to a contact point. The whole of what is known of them: `getDeepLinks`. */
export function getWriteLinks(ask: Ask, id: string): Promise<ListPage<WriteLink> | undefined> {
  return get(ask, {
    path: '/contact-points/{id}/deep-links',
    params: { id },
    read: (body) => readPage(body, 'deepLinks', readWriteLink),
  });
}
