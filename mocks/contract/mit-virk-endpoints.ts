/** Mit Virk's endpoints: the company's list, the authority's side, the public Frister API. */
import type { EndpointSpec } from './endpoint.js';
import * as wire from './mit-virk.js';

const exampleActivity = {
  id: 'f-1',
  type: 'frist',
  kategori: 'Statistik',
  overskrift: 'Indberet antal ansatte',
  beskrivelse: '<p>Indberet antallet af ansatte. <a href="https://www.example.dk/vejledning">Læs vejledningen</a>.</p>',
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
    problems: ['not-authenticated', 'not-permitted', 'invalid', 'rate-limited', 'server-error', 'unavailable'],
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
  const { id: _id, type: _type, fristDato, ...content } = exampleActivity;
  return { ...content, ...(type === 'frist' ? { fristDato } : {}), modtagere: '99000001' };
}

/** The five operations of one collection on the authority's side. */
function collectionEndpoints(collection: wire.Collection): readonly EndpointSpec[] {
  const type = wire.collections[collection];
  const base = { ...authorityBase, tag: 'Mit Virk, myndighedens side' };
  const path = `/mit-virk/${collection}`;
  const body = { schema: wire.authorityBodies[type], example: exampleBody(type) };
  const stored = { schema: wire.authorityItem, example: { id: `${type[0]}-1001`, type, ...exampleBody(type) } };
  return [
    {
      ...base,
      id: `list-${collection}`,
      method: 'GET',
      path,
      summary: `Myndighedens ${collection}`,
      query: { schema: wire.pageQuery, repeated: [] },
      answers: {
        200: {
          description: 'En side af listen',
          schema: wire.authorityList(collection),
          example: { ...oneOnPage, [collection]: [stored.example] },
        },
      },
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
    {
      ...base,
      id: `get-${type}`,
      method: 'GET',
      path: `${path}/:id`,
      summary: `Henter en ${type}`,
      answers: { 200: { description: 'Det gemte', ...stored } },
      problems: ['not-authenticated', 'not-permitted', 'not-found'],
    },
    {
      ...base,
      id: `replace-${type}`,
      method: 'PUT',
      path: `${path}/:id`,
      summary: `Erstatter en ${type}`,
      body,
      answers: { 200: { description: 'Det gemte', ...stored } },
      problems: [
        'malformed',
        'not-authenticated',
        'not-permitted',
        'not-found',
        'precondition-failed',
        'too-large',
        'invalid',
        ...writeProblems,
      ],
    },
    {
      ...base,
      id: `delete-${type}`,
      method: 'DELETE',
      path: `${path}/:id`,
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
    problems: [
      'malformed',
      'not-authenticated',
      'not-permitted',
      'not-found',
      'precondition-failed',
      'too-large',
      ...writeProblems,
    ],
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

export const mitVirkEndpoints: readonly EndpointSpec[] = [
  ...companyEndpoints,
  ...(Object.keys(wire.collections) as wire.Collection[]).flatMap(collectionEndpoints),
  ...calendarEndpoints,
];
