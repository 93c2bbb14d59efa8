/** Digital Post's contact structure: the endpoints that the widgets read, and the authority's side. */
import * as authority from './contacts-authority.js';
import * as examples from './contacts-examples.js';
import * as wire from './contacts.js';
import type { EndpointSpec } from './endpoint.js';
import type { ProblemSlug, Schema } from './common.js';

const USER_PROBLEMS = [
  'not-authenticated',
  'not-permitted',
  'not-found',
  'rate-limited',
  'server-error',
  'unavailable',
] as const;

/** No personal data: anybody may read (a token, when there is one, must be known). */
const userBase = { tag: 'Digital Post, kontaktstruktur', method: 'GET', side: 'user' } as const;

function read(
  id: string,
  path: string,
  summary: string,
  answer: { readonly description: string; readonly schema: Schema; readonly example: unknown },
  query?: Schema,
): EndpointSpec {
  const problems: readonly ProblemSlug[] = query ? [...USER_PROBLEMS, 'invalid'] : USER_PROBLEMS;
  const asked = query ? { query: { schema: query, repeated: [] } } : {};
  return { ...userBase, id, path, summary, ...asked, answers: { 200: answer }, problems };
}

const onePage = (items: Record<string, readonly unknown[]>) => ({
  currentPage: 0,
  totalPages: 1,
  elementsOnPage: 1,
  totalElements: 1,
  ...items,
});

const page = (schema: Schema, items: Record<string, readonly unknown[]>) => ({
  description: 'En side af listen',
  schema,
  example: onePage(items),
});

const userEndpoints: readonly EndpointSpec[] = [
  read(
    'find-recipients',
    '/recipients',
    'Finder myndigheder og organisatoriske enheder, fra to bogstaver',
    page(wire.recipientList, { recipients: [examples.recipient] }),
    wire.recipientQuery,
  ),
  read('get-organisation', '/organisations/:id', 'En myndighed', {
    description: 'Myndigheden',
    schema: wire.organisation,
    example: examples.organisation,
  }),
  read(
    'list-contact-groups',
    '/contact-groups',
    'Myndighedens kontaktgrupper',
    page(wire.contactGroupList, { contactGroups: [examples.group] }),
    wire.structureQuery,
  ),
  read('get-contact-group', '/contact-groups/:id', 'En kontaktgruppe', {
    description: 'Kontaktgruppen',
    schema: wire.contactGroup,
    example: examples.group,
  }),
  read('get-contact-group-links', '/contact-groups/:id/deep-links', 'En kontaktgruppes dybe links', {
    description: 'Én række pr. adresse; en grund, når der ingen er',
    schema: wire.deepLinkList,
    example: examples.groupLinks,
  }),
  read(
    'list-contact-points',
    '/contact-points',
    'Myndighedens kontaktpunkter, også skjulte og inaktive; klienten viser kun synlige og aktive',
    page(wire.contactPointList, { contactPoints: [examples.point] }),
    wire.structureQuery,
  ),
  read('get-contact-point', '/contact-points/:id', 'Et kontaktpunkt, også et skjult', {
    description: 'Kontaktpunktet',
    schema: wire.contactPoint,
    example: examples.point,
  }),
  read('get-contact-point-links', '/contact-points/:id/deep-links', 'Et kontaktpunkts dybe links', {
    description: 'Én række pr. adresse; en grund, når der ingen er',
    schema: wire.deepLinkList,
    example: examples.pointLinks,
  }),
];

const authorityBase = {
  tag: 'Digital Post, kontaktstruktur, myndighedens side',
  side: 'authority',
  personas: ['authority'],
} as const;
const writeProblems = ['in-progress', 'idempotency-key-reused'] as const;
const bodyProblems = ['malformed', 'invalid', 'too-large', ...writeProblems] as const;
const access = ['not-authenticated', 'not-permitted'] as const;

interface Kind {
  readonly noun: 'contact-point' | 'contact-group';
  readonly da: string;
  readonly listName: string;
  readonly list: Schema;
  readonly body: { readonly schema: Schema; readonly example: unknown };
  readonly stored: { readonly schema: Schema; readonly example: unknown };
}

const kinds: readonly Kind[] = [
  {
    noun: 'contact-point',
    da: 'kontaktpunkt',
    listName: 'contactPoints',
    list: authority.storedPointList,
    body: { schema: authority.contactPointBody, example: examples.pointBody },
    stored: { schema: authority.storedPoint, example: examples.storedPoint },
  },
  {
    noun: 'contact-group',
    da: 'kontaktgruppe',
    listName: 'contactGroups',
    list: authority.storedGroupList,
    body: { schema: authority.contactGroupBody, example: examples.groupBody },
    stored: { schema: authority.storedGroup, example: examples.storedGroup },
  },
];

function collectionEndpoints({ noun, da, listName, list, body, stored }: Kind): readonly EndpointSpec[] {
  const path = `/digital-post/${noun}s`;
  return [
    {
      ...authorityBase,
      id: `list-own-${noun}s`,
      method: 'GET',
      path,
      summary: `Myndighedens ${da}er med alt, hvad den selv har skrevet`,
      query: { schema: authority.ownStructureQuery, repeated: [] },
      answers: { 200: page(list, { [listName]: [stored.example] }) },
      problems: [...access, 'invalid'],
    },
    {
      ...authorityBase,
      id: `create-${noun}`,
      method: 'POST',
      path,
      summary: `Opretter: ${da}`,
      body,
      answers: { 201: { description: 'Oprettet', location: true, ...stored } },
      problems: [...access, ...bodyProblems],
    },
  ];
}

function itemEndpoints({ noun, da, body, stored }: Kind): readonly EndpointSpec[] {
  const path = `/digital-post/${noun}s/:id`;
  return [
    {
      ...authorityBase,
      id: `get-own-${noun}`,
      method: 'GET',
      path,
      summary: `Henter: ${da}`,
      answers: { 200: { description: 'Det gemte', ...stored } },
      problems: [...access, 'not-found'],
    },
    {
      ...authorityBase,
      id: `replace-${noun}`,
      method: 'PUT',
      path,
      summary: `Erstatter: ${da}`,
      body,
      answers: { 200: { description: 'Det gemte', ...stored } },
      problems: [...access, 'not-found', 'precondition-failed', ...bodyProblems],
    },
    {
      ...authorityBase,
      id: `delete-${noun}`,
      method: 'DELETE',
      path,
      summary: `Sletter: ${da}. Det, der lå i en slettet gruppe, lever videre andre steder.`,
      answers: { 204: { description: 'Slettet' } },
      problems: [...access, 'not-found', 'precondition-failed', ...writeProblems],
    },
  ];
}

export const contactsEndpoints: readonly EndpointSpec[] = [
  ...userEndpoints,
  ...kinds.flatMap((kind) => [...collectionEndpoints(kind), ...itemEndpoints(kind)]),
];
