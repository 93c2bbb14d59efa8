/** Who is calling, and the made-up companies and authority behind the personas. */
import { personas, type EndpointSpec, type Persona } from '../contract/endpoint.js';
import { problemAnswer, type Answer } from './answer.js';

export { personas, type Persona } from '../contract/endpoint.js';

/** The CVR number of the persona `company` (and of `all`). Made up, like all the pilot's numbers. */
export const COMPANY_CVR = '99000001';
/** Another company, for tests of `modtagere`: what reaches only it is never in the list. */
export const OTHER_COMPANY_CVR = '99000002';
/** The authority behind the persona `authority`. */
export const AUTHORITY_NAME = 'Fjordby Kommune';
export const AUTHORITY_CVR = '12345678';
/** Another authority: its post is 403 to the case workers. */
export const OTHER_AUTHORITY_CVR = '99000003';
/** The person behind the persona `citizen`: the number of Digital Post's own guide, which nobody can have. */
export const CITIZEN_CPR = '1112131016';
export const CITIZEN_NAME = 'Nanna Prøve';
/** A person that no persona is, for tests of 403 (there is no day 71). */
export const OTHER_CITIZEN_CPR = '7102039994';

/** The persona of a request, or null when the token is not one of the pilot's. */
export function personaOf(
  authorization: string | null,
  spec: EndpointSpec | undefined,
  current: Persona,
): Persona | null {
  if (authorization === null) return spec?.side === 'authority' ? 'authority' : current;
  const name = /^Bearer +pilot-([a-z-]+) *$/i.exec(authorization)?.[1];
  return personas.find((persona) => persona === name) ?? null;
}

/** The problem that stops a caller, or undefined when the caller may go on. */
export function accessProblem(persona: Persona | null, spec: EndpointSpec): Answer | undefined {
  if (persona === null) {
    const detail = `Token skal være Bearer pilot-<persona>, hvor persona er en af: ${personas.join(', ')}.`;
    return problemAnswer('not-authenticated', { detail, headers: { 'WWW-Authenticate': 'Bearer' } });
  }
  if (!spec.personas || persona === 'all' || spec.personas.includes(persona)) return undefined;
  return problemAnswer('not-permitted');
}
