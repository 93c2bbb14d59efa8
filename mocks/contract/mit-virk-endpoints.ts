/** Mit Virk's endpoints: the company's list, the authority's side, the public Frister API. */
import { omit } from '../omit.js';
import type { EndpointSpec } from './endpoint.js';
import * as wire from './mit-virk.js';

const exampleActivity = {
  id: 'f-1',
  type: 'frist',
  kategori: 'Statistik',
  overskrift: 'Indberet antal ansatte',
  beskrivelse:
    '<p>Indberet antallet af ansatte. <a href="https://www.example.dk/vejledning">Læs vejledningen</a>.</p>',
  myndighed: 'Prøvestatistik',
  fristDato: '15-01-2031',
  link: 'https://www.example.dk/indberet',
  linkTekst: 'Indberet nu',
};

const exampleCalendarBody = {
  overskrift: 'Min titel',
  beskrivelse: '<p>Min beskrivelse opdateret</p>\n',
  fristDato: '17-11-2031',
  link: 'https://virk.dk',
  modtagere: '',
};
const exampleCalendarFrist = { id: 'f-1001', ...exampleCalendarBody };
const oneOnPage = { currentPage: 0, totalPages: 1, elementsOnPage: 1, totalElements: 1 };

const companyEndpoints: readonly EndpointSpec[] = [
  {
    id: 'list-activities',
    tag: 'Mit Virk',
    method: 'GET',
    path: '/activities',
    side: 'user',
    personas: ['company'],
    summary: 'Virksomhedens aktiviteter. Rækkefølgen betyder ikke noget. Afsluttede sager er ikke med.',
    query: { schema: wire.activityQuery, repeated: ['type'] },
    answers: {
      200: {
        description: 'En side af listen',
        schema: wire.activityList,
        example: { ...oneOnPage, activities: [exampleActivity] },
      },
    },
    problems: [
      'not-authenticated',
      'not-permitted',
      'invalid',
      'rate-limited',
      'server-error',
      'unavailable',
    ],
  },
  {
    id: 'dismiss-activity',
    tag: 'Mit Virk',
    method: 'POST',
    path: '/activities/:id/dismissal',
    side: 'user',
    personas: ['company'],
    summary: 'Fjerner en besked fra virksomhedens overblik. Kun en besked kan fjernes. Må gentages.',
    answers: { 204: { description: 'Beskeden er fjernet' } },
    problems: [
      'not-authenticated',
      'not-permitted',
      'not-found',
      'invalid',
      'in-progress',
      'idempotency-key-reused',
      'rate-limited',
      'server-error',
      'unavailable',
    ],
  },
];

const writeProblems = ['in-progress', 'idempotency-key-reused'] as const;
const authorityBase = { side: 'authority', personas: ['authority'] } as const;

function exampleBody(type: wire.ActivityType): Record<string, unknown> {
  const content = omit(exampleActivity, 'id', 'type', ...(type === 'frist' ? [] : ['fristDato']));
  return { ...content, modtagere: '99000001' };
}

const REPLACE_PROBLEMS = [
  'malformed',
  'not-authenticated',
  'not-permitted',
  'not-found',
  'precondition-failed',
  'too-large',
  ...writeProblems,
] as const;

function describeCollection(collection: wire.Collection) {
  const type = wire.collections[collection];
  const example = { id: `${type.charAt(0)}-1001`, type, ...exampleBody(type) };
  return {
    type,
    base: { ...authorityBase, tag: 'Mit Virk, myndighedens side' },
    path: `/mit-virk/${collection}`,
    body: { schema: wire.authorityBodies[type], example: exampleBody(type) },
    stored: { schema: wire.authorityItem, example },
  };
}

/** List and create of one collection on the authority's side. */
function collectionEndpoints(collection: wire.Collection): readonly EndpointSpec[] {
  const { type, base, path, body, stored } = describeCollection(collection);
  const example = { ...oneOnPage, [collection]: [stored.example] };
  return [
    {
      ...base,
      id: `list-${collection}`,
      method: 'GET',
      path,
      summary: `Myndighedens ${collection}`,
      query: { schema: wire.pageQuery, repeated: [] },
      answers: { 200: { description: 'En side af listen', schema: wire.authorityList(collection), example } },
      problems: ['not-authenticated', 'not-permitted', 'invalid'],
    },
    {
      ...base,
      id: `create-${type}`,
      method: 'POST',
      path,
      summary: `Sender en ${type}`,
      body,
      answers: { 201: { description: 'Gemt', location: true, ...stored } },
      problems: ['malformed', 'not-authenticated', 'not-permitted', 'invalid', 'too-large', ...writeProblems],
    },
  ];
}

/** Read, replace and delete of one item on the authority's side. */
function itemEndpoints(collection: wire.Collection): readonly EndpointSpec[] {
  const { type, base, path: collectionPath, body, stored } = describeCollection(collection);
  const path = `${collectionPath}/:id`;
  return [
    {
      ...base,
      id: `get-${type}`,
      method: 'GET',
      path,
      summary: `Henter en ${type}`,
      answers: { 200: { description: 'Det gemte', ...stored } },
      problems: ['not-authenticated', 'not-permitted', 'not-found'],
    },
    {
      ...base,
      id: `replace-${type}`,
      method: 'PUT',
      path,
      summary: `Erstatter en ${type}`,
      body,
      answers: { 200: { description: 'Det gemte', ...stored } },
      problems: [...REPLACE_PROBLEMS, 'invalid'],
    },
    {
      ...base,
      id: `delete-${type}`,
      method: 'DELETE',
      path,
      summary: `Sletter en ${type}`,
      answers: { 204: { description: 'Slettet' } },
      problems: ['not-authenticated', 'not-permitted', 'not-found', 'precondition-failed', ...writeProblems],
    },
  ];
}

const calendarBase = { ...authorityBase, tag: 'Frister API, version 1', fieldErrors: 'bare-map' } as const;
const calendarBodySpec = { schema: wire.calendarBody, example: exampleCalendarBody };
const calendarStored = { schema: wire.calendarFrist, example: exampleCalendarFrist };

const calendarEndpoints: readonly EndpointSpec[] = [
  {
    ...calendarBase,
    id: 'calendar-list',
    method: 'GET',
    path: '/calendar/1/frister',
    summary: 'Myndighedens frister',
    query: { schema: wire.pageQuery, repeated: [] },
    answers: {
      200: {
        description: 'En side af listen',
        schema: wire.calendarList,
        example: { ...oneOnPage, frister: [exampleCalendarFrist] },
      },
    },
    problems: ['not-authenticated', 'not-permitted'],
  },
  {
    ...calendarBase,
    id: 'calendar-create',
    method: 'POST',
    path: '/calendar/1/frister',
    summary: 'Opretter en frist. fristDato skal ligge efter i dag i København.',
    body: calendarBodySpec,
    answers: { 201: { description: 'Oprettet', location: true, ...calendarStored } },
    problems: ['malformed', 'not-authenticated', 'not-permitted', 'too-large', ...writeProblems],
  },
  {
    ...calendarBase,
    id: 'calendar-get',
    method: 'GET',
    path: '/calendar/1/frister/:id',
    summary: 'Henter en frist',
    answers: { 200: { description: 'Fristen', ...calendarStored } },
    problems: ['not-authenticated', 'not-permitted', 'not-found'],
  },
  {
    ...calendarBase,
    id: 'calendar-replace',
    method: 'PUT',
    path: '/calendar/1/frister/:id',
    summary: 'Retter en frist',
    body: calendarBodySpec,
    answers: { 200: { description: 'Rettet', ...calendarStored } },
    problems: REPLACE_PROBLEMS,
  },
  {
    ...calendarBase,
    id: 'calendar-delete',
    method: 'DELETE',
    path: '/calendar/1/frister/:id',
    summary: 'Sletter en frist',
    answers: { 204: { description: 'Slettet' } },
    problems: ['not-authenticated', 'not-permitted', 'not-found', 'precondition-failed', ...writeProblems],
  },
];

const collectionNames = Object.keys(wire.collections) as wire.Collection[];

export const mitVirkEndpoints: readonly EndpointSpec[] = [
  ...companyEndpoints,
  ...collectionNames.flatMap((name) => [...collectionEndpoints(name), ...itemEndpoints(name)]),
  ...calendarEndpoints,
];
