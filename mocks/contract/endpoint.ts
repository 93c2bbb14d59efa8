/** How an endpoint is described: one row serves the router, the wrapper's checks and the OpenAPI document. */
import type { ProblemSlug, Schema } from './common.js';

/** Who is calling. `all` may do everything; it is the persona to begin with. */
export const personas = [
  'all',
  'citizen',
  'company',
  'caseworker',
  'caseworker-limited',
  'authority',
] as const;
export type Persona = (typeof personas)[number];

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

/**
 * `user`: what the widgets ask; scenarios strike here. `authority`: the authority's side; without a token the caller is
 * the authority. `control`: the pilot's own controls; no persona, no faults, no log. `open`: for anybody.
 */
export type Side = 'user' | 'authority' | 'control' | 'open';

/** One kind of successful answer. */
export interface AnswerSpec {
  readonly description: string;
  /** Absent: no body (204) or a body that is not JSON. */
  readonly schema?: Schema;
  readonly example?: unknown;
  /** Default `application/json`. */
  readonly contentType?: string;
  /** Says that the answer carries `Location`. */
  readonly location?: boolean;
}

export interface EndpointSpec {
  /** Unique in the whole contract; also OpenAPI's operationId. */
  readonly id: string;
  readonly tag: string;
  readonly method: Method;
  /** Below the backend URL, parameters as `:id`. */
  readonly path: string;
  readonly side: Side;
  /** Personas besides `all` that may call; absent: everybody. */
  readonly personas?: readonly Persona[];
  readonly summary: string;
  /** Read with repeated values as a list; a schema over strings. */
  readonly query?: { readonly schema: Schema; readonly repeated: readonly string[] };
  readonly body?: { readonly schema: Schema; readonly example?: unknown };
  readonly answers: Readonly<Record<number, AnswerSpec>>;
  readonly problems: readonly ProblemSlug[];
  /** How field errors are answered: in a problem (the rule), or as a bare map (the public Frister API only). */
  readonly fieldErrors?: 'problem' | 'bare-map';
}

/** True for a method that changes something. */
export function isWrite(method: string): boolean {
  return method !== 'GET' && method !== 'HEAD' && method !== 'OPTIONS';
}
