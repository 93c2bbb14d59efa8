/** What a rule gives back, before it becomes a Response. */
import type { FieldErrors, ProblemSlug } from '../contract/common.js';
import { makeProblem } from '../contract/common.js';

/** An answer: a status, headers of its own, and a body that is sent as JSON (a string with `text` set: as it is). */
export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  /** Content type of a body that is sent as the text it is. */
  readonly text?: string;
  /** Faults, some scenarios and some test ids break the contract on purpose. */
  readonly unchecked?: boolean;
}

/** The connection breaks. */
export type Reply = Answer | 'network-error';

/** Thrown inside a rule to leave it with a problem. */
export class ProblemError extends Error {
  constructor(readonly answer: Answer) {
    super(`problem ${answer.status}`);
  }
}

/** An answer that is a problem; `headers` such as `Retry-After`. */
export function problemAnswer(
  slug: ProblemSlug,
  extra: { detail?: string; errors?: FieldErrors; headers?: Record<string, string> } = {},
): Answer {
  const { headers, ...fields } = extra;
  const body = makeProblem(slug, fields);
  return { status: body.status, body, ...(headers ? { headers } : {}) };
}
