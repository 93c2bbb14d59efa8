/** Digitalt Samtykke's endpoints: the citizen's side. The authority's side: consents-authority-endpoints.ts. */
import type { EndpointSpec } from './endpoint.js';
import * as wire from './consents.js';
import { consentsAuthorityEndpoints } from './consents-authority-endpoints.js';
import { exampleAuthority, exampleDeclaration, examplePurposes } from './consents-examples.js';

const exampleRequest = {
  id: 'cr-1002',
  status: 'created',
  respondent: { name: 'Nanna Prøve' },
  authority: exampleAuthority,
  declaration: exampleDeclaration,
  consents: examplePurposes.map((purpose) => ({ ...purpose, status: 'pending' })),
  answerBy: '2026-12-20',
  redirectUrl: 'https://portal.example.dk/sag/42',
};
const exampleDecisions = [
  { consentId: 'c-1', decision: 'given' },
  { consentId: 'c-2', decision: 'refused' },
];

const readProblems = [
  'not-authenticated',
  'not-permitted',
  'not-found',
  'rate-limited',
  'server-error',
  'unavailable',
] as const;
const writeProblems = [
  ...readProblems,
  'precondition-failed',
  'in-progress',
  'idempotency-key-reused',
] as const;

const citizenBase = { tag: 'Digitalt Samtykke', side: 'user', personas: ['citizen'] } as const;

const citizenEndpoints: readonly EndpointSpec[] = [
  {
    ...citizenBase,
    id: 'get-consent-request',
    method: 'GET',
    path: '/consent-requests/:id',
    summary: 'En anmodning om samtykke. Kun den borger, den er til, kan se den.',
    answers: { 200: { description: 'Anmodningen', schema: wire.consentRequest, example: exampleRequest } },
    problems: readProblems,
  },
  {
    ...citizenBase,
    id: 'answer-consent-request',
    method: 'POST',
    path: '/consent-requests/:id/answer',
    summary: 'Borgerens svar: hvert samtykke afgøres netop én gang',
    body: {
      schema: wire.answerBody,
      example: { declarationVersion: '2026-1', language: 'da', decisions: exampleDecisions },
    },
    answers: {
      200: {
        description: 'Kvitteringen',
        schema: wire.consentAnswer,
        example: {
          receiptId: 'kv-cr-1002',
          answeredAt: '2026-11-22T10:00:00+01:00',
          status: 'partly-accepted',
          decisions: exampleDecisions,
        },
      },
    },
    problems: [
      ...writeProblems,
      'malformed',
      'invalid',
      'too-large',
      'already-answered',
      'expired',
      'deleted',
      'declaration-changed',
    ],
  },
  {
    ...citizenBase,
    id: 'withdraw-consent',
    method: 'POST',
    path: '/consent-requests/:id/consents/:consentId/withdrawal',
    summary: 'Borgeren tilbagekalder et samtykke',
    answers: {
      200: {
        description: 'Anmodningens status nu',
        schema: wire.consentWithdrawal,
        example: { status: 'revoked', withdrawnAt: '2026-11-25T08:30:00+01:00' },
      },
    },
    problems: [...writeProblems, 'not-given'],
  },
];

export const consentsEndpoints: readonly EndpointSpec[] = [
  ...citizenEndpoints,
  ...consentsAuthorityEndpoints,
];
