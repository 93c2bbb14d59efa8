/** Judges requests against the contract before a rule runs, and answers after it. */
import {
  contractBreaches,
  fieldErrors,
  problem,
  type FieldErrors,
  type Problem,
} from '../contract/common.js';
import type { EndpointSpec } from '../contract/endpoint.js';
import { problemAnswer, type Answer } from './answer.js';

function queryErrors(spec: EndpointSpec, query: URLSearchParams): FieldErrors {
  if (!spec.query) return {};
  const values: Record<string, string | string[]> = {};
  for (const name of new Set(query.keys())) {
    values[name] = spec.query.repeated.includes(name) ? query.getAll(name) : (query.get(name) ?? '');
  }
  const errors: FieldErrors = {};
  // `type.1` says nothing to somebody who reads a query: the field's name alone does.
  for (const [path, message] of Object.entries(fieldErrors(spec.query.schema, values))) {
    errors[path.split('.')[0] ?? path] ??= message;
  }
  return errors;
}

/** The answer to field errors: a problem, or a bare map (the public Frister API). */
export function invalidAnswer(spec: EndpointSpec, errors: FieldErrors): Answer {
  return spec.fieldErrors === 'bare-map'
    ? { status: 422, body: errors }
    : problemAnswer('invalid', { errors });
}

/** Reads and judges query and body. */
export function readInput(
  spec: EndpointSpec,
  input: { query: URLSearchParams; text: string },
  check: ((body: unknown) => FieldErrors) | undefined,
): { refused: Answer } | { body: unknown } {
  const inQuery = queryErrors(spec, input.query);
  if (Object.keys(inQuery).length > 0) return { refused: invalidAnswer(spec, inQuery) };
  if (!spec.body) return { body: undefined };
  let body: unknown;
  try {
    body = JSON.parse(input.text);
  } catch {
    return { refused: problemAnswer('malformed', { detail: 'Indholdet er ikke JSON.' }) };
  }
  const errors = { ...check?.(body), ...fieldErrors(spec.body.schema, body) };
  return Object.keys(errors).length > 0 ? { refused: invalidAnswer(spec, errors) } : { body };
}

function problemBreaches(spec: EndpointSpec, body: unknown): string[] {
  const breaches = contractBreaches(problem, body);
  if (breaches.length > 0) return breaches;
  const slug = (body as Problem).type.split('/').at(-1) ?? '';
  return spec.problems.some((known) => known === slug)
    ? []
    : [`problem ${slug} is not in the contract for this endpoint`];
}

/** What is wrong with an answer of the pilot's own; empty when it keeps the contract. */
export function answerBreaches(spec: EndpointSpec, answer: Answer): string[] {
  if (answer.status === 422 && spec.fieldErrors === 'bare-map' && !isProblem(answer.body)) {
    const values = Object.values((answer.body ?? {}) as Record<string, unknown>);
    return values.length > 0 && values.every((value) => typeof value === 'string')
      ? []
      : ['not a map of messages'];
  }
  const described = spec.answers[answer.status];
  if (!described)
    return answer.status >= 400 ? problemBreaches(spec, answer.body) : [`status ${answer.status}`];
  const breaches = described.schema ? contractBreaches(described.schema, answer.body) : [];
  if (!described.schema && !described.contentType && answer.body !== undefined)
    breaches.push('a body where none belongs');
  if (described.location && !answer.headers?.['Location']) breaches.push('no Location');
  return breaches;
}

/** True for a body that is a problem. */
export function isProblem(body: unknown): boolean {
  return typeof body === 'object' && body !== null && 'type' in body && 'status' in body && 'title' in body;
}
