/** Digital Post's endpoints for messages: look-up and recall, and the authority's side. */
import { omit } from '../omit.js';
import type { EndpointSpec } from './endpoint.js';
import * as wire from './messages.js';

const exampleSent = {
  label: 'Indkaldelse til samtale',
  sender: { senderID: '12345678', idType: 'CVR', label: 'Fjordby Kommune' },
  recipient: { recipientID: '1112131016', idType: 'CPR' },
  doNotDeliverUntilDate: '2027-02-01',
};
const exampleStored = {
  messageUUID: '2f1d3b54-8a0c-4c56-9b1e-7c2d5e6f1001',
  ...exampleSent,
  status: 'AWAITING_VALUE_DATE',
};
const exampleMessage = { ...exampleStored, recall: { allowed: true, until: '2027-01-31' } };
const exampleRecalled = {
  ...exampleStored,
  status: 'RECALLED',
  recalledAt: '2026-11-22T10:00:00+01:00',
  recall: { allowed: false, reason: 'already-recalled' },
};
const exampleEvents = {
  events: [
    { time: '2026-11-20T09:00:00+01:00', event: 'Valideret' },
    { time: '2026-11-20T09:00:00+01:00', event: 'Valideret – sendes efter valør' },
    { time: '2026-11-22T10:00:00+01:00', event: 'Tilbagekaldt' },
  ],
};

const readProblems = [
  'not-authenticated',
  'not-permitted',
  'not-found',
  'rate-limited',
  'server-error',
  'unavailable',
] as const;

const caseworkerBase = {
  tag: 'Digital Post, tilbagekald',
  side: 'user',
  personas: ['caseworker', 'caseworker-limited'],
} as const;

const caseworkerEndpoints: readonly EndpointSpec[] = [
  {
    ...caseworkerBase,
    id: 'get-message',
    method: 'GET',
    path: '/messages/:messageUUID',
    summary: 'Slår en meddelelse op. MeddelelsesID med bindestreger, store eller små bogstaver.',
    answers: { 200: { description: 'Meddelelsen', schema: wire.message, example: exampleMessage } },
    problems: readProblems,
  },
  {
    ...caseworkerBase,
    id: 'get-message-recipient',
    method: 'GET',
    path: '/messages/:messageUUID/recipient',
    summary: 'Modtagerens hele nummer. Hentes først, når et menneske beder om at se det.',
    answers: {
      200: {
        description: 'Nummeret',
        schema: wire.recipientReveal,
        example: { recipientID: '1112131016' },
      },
    },
    problems: readProblems,
  },
  {
    ...caseworkerBase,
    personas: ['caseworker'],
    id: 'recall-message',
    method: 'POST',
    path: '/messages/:messageUUID/recall',
    summary: 'Tilbagekalder en meddelelse før dens valørdato. Kan ikke fortrydes.',
    answers: {
      200: {
        description: 'Meddelelsen er tilbagekaldt',
        schema: wire.recalledMessage,
        example: exampleRecalled,
      },
    },
    problems: [
      ...readProblems,
      'no-value-date',
      'value-date-passed',
      'already-recalled',
      'already-delivered',
      'rejected',
      'precondition-failed',
      'in-progress',
      'idempotency-key-reused',
    ],
  },
];

const authorityBase = {
  tag: 'Digital Post, myndighedens side',
  side: 'authority',
  personas: ['authority'],
} as const;
const accessProblems = ['not-authenticated', 'not-permitted'] as const;
const stored = { schema: wire.authorityMessage, example: exampleStored };

const authorityEndpoints: readonly EndpointSpec[] = [
  {
    ...authorityBase,
    id: 'send-message',
    method: 'POST',
    path: '/digital-post/messages',
    summary: 'Sender en meddelelse; med doNotDeliverUntilDate først på den dato',
    body: { schema: wire.messageBody, example: exampleSent },
    answers: { 201: { description: 'Sendt', location: true, ...stored } },
    problems: [
      'malformed',
      ...accessProblems,
      'invalid',
      'too-large',
      'in-progress',
      'idempotency-key-reused',
    ],
  },
  {
    ...authorityBase,
    id: 'get-sent-message',
    method: 'GET',
    path: '/digital-post/messages/:messageUUID',
    summary: 'En meddelelse, som myndighedens system ser den',
    answers: {
      200: {
        description: 'Meddelelsen',
        schema: wire.authorityMessage,
        example: omit(exampleRecalled, 'recall'),
      },
    },
    problems: [...accessProblems, 'not-found'],
  },
  {
    ...authorityBase,
    id: 'get-message-events',
    method: 'GET',
    path: '/digital-post/messages/:messageUUID/events',
    summary: 'Meddelelsens hændelser, den ældste først',
    answers: { 200: { description: 'Hændelserne', schema: wire.messageEvents, example: exampleEvents } },
    problems: [...accessProblems, 'not-found'],
  },
];

export const messagesEndpoints: readonly EndpointSpec[] = [...caseworkerEndpoints, ...authorityEndpoints];
