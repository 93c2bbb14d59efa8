/** Every reader of the kit, reached as the widgets reach it: through the functions of its service. */
import {
  findRecipients,
  getContactGroup,
  getContactGroups,
  getContactPoint,
  getContactPoints,
  getOrganisation,
  getWriteLinks,
} from '../../components/shared/backend/digital-post-contacts.js';
import { getDeepLinks } from '../../components/shared/backend/digital-post-links.js';
import type { BackendClient } from '../../components/shared/backend/client.js';
import { getMessage, getRecipientNumber } from '../../components/shared/backend/digital-post-messages.js';
import { getConsentRequest } from '../../components/shared/backend/digitalt-samtykke.js';
import { getActivities } from '../../components/shared/backend/mit-virk.js';

/** Gives each answer to the reader that was passed in, and nothing else. */
function answering(body: unknown): BackendClient {
  const answer = async (request: { read: (body: unknown) => unknown }) =>
    Promise.resolve({ data: request.read(body) as never });
  return { get: answer, send: answer, forget: () => {} };
}

export interface Reader {
  readonly name: string;
  /** Path template of its resource. */
  readonly path: string;
  readonly read: (body: unknown) => Promise<unknown>;
  /** Fields that may only hold web addresses. */
  readonly addresses: readonly string[];
}

const MESSAGE_ID = '5e57d000-0000-4000-8000-000000000001';
const { signal } = new AbortController();
const rest = { lang: 'da', signal, fresh: false } as const;
const ask = (body: unknown) => ({ ...rest, client: answering(body) });

export const readers: readonly Reader[] = [
  {
    name: 'activities',
    path: '/activities',
    read: async (body) => (await getActivities(answering(body), { ...rest, types: ['frist'], page: 0 })).data,
    addresses: ['link', 'renewalLink'],
  },
  {
    name: 'deep links',
    path: '/deep-links',
    read: async (body) =>
      (await getDeepLinks(answering(body), { ...rest, target: { kind: 'point', id: '1' } })).data,
    addresses: ['url'],
  },
  {
    name: 'links to write',
    path: '/deep-links',
    read: (body) => getWriteLinks(ask(body), '1'),
    addresses: [],
  },
  { name: 'recipients', path: '/recipients', read: (body) => findRecipients(ask(body), 'ab'), addresses: [] },
  {
    name: 'organisation',
    path: '/organisations/{id}',
    read: (body) => getOrganisation(ask(body), '1'),
    addresses: ['privacyPolicyUrl'],
  },
  {
    name: 'contact points',
    path: '/contact-points',
    read: async (body) => (await getContactPoints(ask(body), '1', 0)).data,
    addresses: ['url'],
  },
  {
    name: 'contact point',
    path: '/contact-points/{id}',
    read: (body) => getContactPoint(ask(body), '1'),
    addresses: ['url'],
  },
  {
    name: 'contact groups',
    path: '/contact-groups',
    read: (body) => getContactGroups(ask(body), '1', 0),
    addresses: [],
  },
  {
    name: 'contact group',
    path: '/contact-groups/{id}',
    read: (body) => getContactGroup(ask(body), '1'),
    addresses: [],
  },
  {
    name: 'message',
    path: '/messages/{id}',
    read: async (body) => (await getMessage(answering(body), { id: MESSAGE_ID, lang: 'da' })).data,
    addresses: [],
  },
  {
    name: 'number of a recipient',
    path: '/messages/{id}/recipient',
    read: async (body) => (await getRecipientNumber(answering(body), { id: MESSAGE_ID, lang: 'da' })).data,
    addresses: [],
  },
  {
    name: 'consent request',
    path: '/consent-requests/{id}',
    read: async (body) =>
      (await getConsentRequest(answering(body), { id: 'cr-1', lang: 'da', signal, fresh: false })).data,
    addresses: ['url', 'privacyPolicyUrl'],
  },
];
