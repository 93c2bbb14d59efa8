/** Digitalt Samtykke's endpoints on the authority's side: templates, and requests made from them. */
import type { EndpointSpec } from './endpoint.js';
import * as wire from './consents.js';
import { exampleAuthorityRequest, exampleTemplate, exampleTemplateBody } from './consents-examples.js';

const base = {
  tag: 'Digitalt Samtykke, myndighedens side',
  side: 'authority',
  personas: ['authority'],
} as const;
const access = ['not-authenticated', 'not-permitted'] as const;
const keyProblems = ['in-progress', 'idempotency-key-reused'] as const;
const bodyProblems = ['malformed', 'invalid', 'too-large'] as const;

const templateInput = { schema: wire.templateBody, example: exampleTemplateBody };
const storedTemplate = { schema: wire.template, example: exampleTemplate };
const storedRequest = { schema: wire.authorityRequest, example: exampleAuthorityRequest };

export const consentsAuthorityEndpoints: readonly EndpointSpec[] = [
  {
    ...base,
    id: 'create-consent-template',
    method: 'POST',
    path: '/consents/templates',
    summary: 'Opretter en skabelon for en samtykkeerklæring',
    body: templateInput,
    answers: { 201: { description: 'Skabelonen', location: true, ...storedTemplate } },
    problems: [...access, ...bodyProblems, ...keyProblems],
  },
  {
    ...base,
    id: 'get-consent-template',
    method: 'GET',
    path: '/consents/templates/:id',
    summary: 'Henter en skabelon',
    answers: { 200: { description: 'Skabelonen', ...storedTemplate } },
    problems: [...access, 'not-found'],
  },
  {
    ...base,
    id: 'replace-consent-template',
    method: 'PUT',
    path: '/consents/templates/:id',
    summary: 'Retter en skabelon. Åbne anmodninger får den nye erklæring med en ny version.',
    body: templateInput,
    answers: { 200: { description: 'Skabelonen', ...storedTemplate } },
    problems: [...access, 'not-found', 'precondition-failed', ...bodyProblems, ...keyProblems],
  },
  {
    ...base,
    id: 'create-consent-request',
    method: 'POST',
    path: '/consents/requests',
    summary: 'Beder en borger om samtykke efter en skabelon',
    body: {
      schema: wire.requestBody,
      example: {
        templateId: 'tpl-1001',
        cpr: '1112131016',
        redirectUrl: 'https://portal.example.dk/sag/42',
      },
    },
    answers: { 201: { description: 'Anmodningen', location: true, ...storedRequest } },
    problems: [...access, ...bodyProblems, ...keyProblems],
  },
  {
    ...base,
    id: 'get-consent-request-status',
    method: 'GET',
    path: '/consents/requests/:id',
    summary: 'Anmodningens status og borgerens afgørelser',
    answers: { 200: { description: 'Anmodningen', ...storedRequest } },
    problems: [...access, 'not-found'],
  },
  {
    ...base,
    id: 'delete-consent-request',
    method: 'DELETE',
    path: '/consents/requests/:id',
    summary: 'Trækker anmodningen tilbage. Borgeren kan se, at den er trukket tilbage.',
    answers: { 204: { description: 'Trukket tilbage' } },
    problems: [...access, 'not-found', 'precondition-failed', ...keyProblems],
  },
];
