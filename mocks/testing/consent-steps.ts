/** Steps that several tests of consent requests take, over the wire only. */
import assert from 'node:assert/strict';
import type { AuthorityRequest, ConsentRequest, Decision } from '../contract/consents.js';
import { exampleTemplateBody } from '../contract/consents-examples.js';
import { CITIZEN_CPR } from '../pilot/personas.js';
import type { Asked, TestPilot } from './test-pilot.js';

type Choice = Decision['decision'];

/** Makes a template; `change` replaces fields of the example. */
export async function makeTemplate({ ask }: TestPilot, change: object = {}): Promise<string> {
  const body = { ...exampleTemplateBody, ...change };
  const made = await ask('POST', '/consents/templates', { body });
  assert.equal(made.status, 201, made.text);
  return (made.body as { id: string }).id;
}

/** Asks a citizen for consent. */
export async function makeRequest(
  { ask }: TestPilot,
  templateId: string,
  change: object = {},
): Promise<string> {
  const body = { templateId, cpr: CITIZEN_CPR, ...change };
  const made = await ask('POST', '/consents/requests', { body });
  assert.equal(made.status, 201, made.text);
  return (made.body as { id: string }).id;
}

/** The request as its citizen reads it. */
export async function readRequest({ ask }: TestPilot, id: string): Promise<ConsentRequest> {
  const asked = await ask('GET', `/consent-requests/${id}`, { as: 'citizen' });
  assert.equal(asked.status, 200, asked.text);
  return asked.body as ConsentRequest;
}

/** The request as its authority reads it. */
export async function readAsAuthority({ ask }: TestPilot, id: string): Promise<AuthorityRequest> {
  const asked = await ask('GET', `/consents/requests/${id}`);
  assert.equal(asked.status, 200, asked.text);
  return asked.body as AuthorityRequest;
}

/** A whole, right body for a request as it stands, with the given choices in order. */
export function answerTo(request: ConsentRequest, choices: readonly Choice[]) {
  const { version, language } = request.declaration;
  const decisions = request.consents.map(({ id }, index) => ({
    consentId: id,
    decision: choices[index] ?? choices[0],
  }));
  return { declarationVersion: version, language, decisions };
}

/** Sends an answer of the citizen's. */
export function sendAnswer(
  { ask }: TestPilot,
  id: string,
  body: unknown,
  headers: Record<string, string> = {},
): Promise<Asked> {
  return ask('POST', `/consent-requests/${id}/answer`, { body, headers, as: 'citizen' });
}

/** Reads and answers at once. */
export async function decide(pilot: TestPilot, id: string, choices: readonly Choice[]): Promise<Asked> {
  return sendAnswer(pilot, id, answerTo(await readRequest(pilot, id), choices));
}

/** The citizen withdraws one consent. */
export function withdraw(
  { ask }: TestPilot,
  id: string,
  consentId: string,
  headers: Record<string, string> = {},
): Promise<Asked> {
  return ask('POST', `/consent-requests/${id}/consents/${consentId}/withdrawal`, { headers, as: 'citizen' });
}
