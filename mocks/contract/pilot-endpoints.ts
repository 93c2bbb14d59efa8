/** The pilot's own endpoints: what it is, its page for people, its controls. */
import type { AnswerSpec, EndpointSpec, Method } from './endpoint.js';
import { makeProblem, type Schema } from './common.js';
import * as wire from './pilot.js';

const done: Readonly<Record<number, AnswerSpec>> = { 204: { description: 'Udført' } };
const tag = 'Prøvemiljøets styring';

function control(
  id: string,
  method: Method,
  name: string,
  summary: string,
  rest: Partial<EndpointSpec>,
): EndpointSpec {
  const problems = rest.body ? (['malformed', 'invalid', 'too-large'] as const) : [];
  return {
    id,
    tag,
    method,
    path: `/pilot/${name}`,
    side: 'control',
    summary,
    answers: done,
    problems,
    ...rest,
  };
}

function put(name: string, summary: string, schema: Schema, example: unknown): EndpointSpec {
  return control(`pilot-set-${name}`, 'PUT', name, summary, { body: { schema, example } });
}

function read(name: string, summary: string, schema: Schema, example?: unknown): EndpointSpec {
  const answer = { description: summary, schema, ...(example === undefined ? {} : { example }) };
  return control(`pilot-get-${name}`, 'GET', name, summary, { answers: { 200: answer } });
}

const exampleFault = { match: 'GET /activities*', status: 503, times: 2, headers: { 'Retry-After': '1' } };

const exampleLog = {
  requests: [
    {
      number: 1,
      method: 'GET',
      path: '/activities',
      query: 'type=frist&size=0',
      persona: 'company',
      status: 422,
      headers: { 'accept-language': 'da' },
      answer: makeProblem('invalid', { errors: { size: 'Skal være et helt tal fra 1' } }),
    },
  ],
};

const exampleState = {
  clock: { now: '2026-11-22T10:00:00+01:00', running: false },
  persona: 'all',
  scenario: 'empty',
  latencyMs: 0,
  indexDelayMs: 2000,
  conditions: { idempotency: true, ifMatch: true },
  faults: [exampleFault],
  nextId: 1001,
  finishedWrites: [],
  services: {
    mitVirk: { items: [], index: [], pending: [], dismissed: [] },
    messages: { messages: [] },
    consents: { templates: [], requests: [] },
    contacts: { structure: 'empty', points: [], groups: [], deletedPoints: [], deletedGroups: [] },
  },
};

export const pilotEndpoints: readonly EndpointSpec[] = [
  {
    id: 'environment',
    tag,
    method: 'GET',
    path: '/',
    side: 'open',
    summary: 'Siger, at det er et prøvemiljø',
    answers: {
      200: {
        description: 'Prøvemiljø',
        schema: wire.environment,
        example: { environment: 'test', version: '0.1.0' },
      },
    },
    problems: [],
  },
  {
    id: 'openapi',
    tag,
    method: 'GET',
    path: '/openapi.json',
    side: 'control',
    summary: 'Kontrakten som OpenAPI 3.1',
    answers: { 200: { description: 'Dokumentet', contentType: 'application/json' } },
    problems: [],
  },
  {
    id: 'docs',
    tag,
    method: 'GET',
    path: '/docs',
    side: 'control',
    summary: 'Kontrakten som en side for mennesker',
    answers: { 200: { description: 'HTML-side', contentType: 'text/html; charset=utf-8' } },
    problems: [],
  },
  {
    id: 'pilot-page',
    tag,
    method: 'GET',
    path: '/pilot/',
    side: 'control',
    summary: 'En side for mennesker: scenarier og endepunkter',
    answers: { 200: { description: 'HTML-side', contentType: 'text/html; charset=utf-8' } },
    problems: [],
  },
  control(
    'pilot-reset',
    'POST',
    'reset',
    'Alt som fra begyndelsen: data, ur, persona, scenarie, fejl, log',
    {},
  ),
  read('clock', 'Prøvemiljøets ur', wire.clock, { now: '2026-11-22T10:00:00.000Z', running: true }),
  put('clock', 'Stiller uret; null er den rigtige tid', wire.clockBody, { now: '2026-11-22T10:00:00+01:00' }),
  put('persona', 'Hvem der spørger uden token', wire.personaBody, { persona: 'company' }),
  put('scenario', 'Vælger et scenarie', wire.scenarioBody, { name: 'empty' }),
  put('latency', 'Ventetid før hvert svar', wire.millisecondsBody, { ms: 250 }),
  put('index-delay', 'Tid, før det sendte er i virksomhedens liste', wire.millisecondsBody, { ms: 2000 }),
  put('conditions', 'Om Idempotency-Key og If-Match følges', wire.conditionsBody, { idempotency: false }),
  read('settings', 'Alt, der er stillet på, uden data', wire.pilotSettings, {
    clock: { now: null, running: true },
    persona: 'all',
    scenario: 'default',
    latencyMs: 0,
    indexDelayMs: 2000,
    conditions: { idempotency: true, ifMatch: true },
    faults: [],
  }),
  read('state', 'Hele tilstanden, til at sætte ind igen', wire.pilotState, exampleState),
  control('pilot-set-state', 'PUT', 'state', 'Sætter en gemt tilstand ind', {
    body: { schema: wire.pilotState, example: exampleState },
  }),
  read('faults', 'Planlagte fejl', wire.faultList, { faults: [exampleFault] }),
  put('faults', 'En fejl lægges til; en liste erstatter alle', wire.faultsBody, exampleFault),
  control('pilot-clear-faults', 'DELETE', 'faults', 'Fjerner alle planlagte fejl', {}),
  {
    ...read('requests', 'Hvad der er spurgt om, og hvad der blev svaret', wire.requestLog, exampleLog),
    query: { schema: wire.requestLogQuery, repeated: [] },
    problems: ['invalid'],
  },
];
