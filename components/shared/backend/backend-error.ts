/** The kinds of failure that `skranke-error` names. */
export type ErrorKind = 'config' | 'network' | 'timeout' | 'http' | 'contract';

/** The problem type slugs (RFC 9457) that every service of the contract may answer with. */
export const GENERAL_SLUGS = [
  'invalid',
  'not-permitted',
  'not-found',
  'precondition-failed',
  'idempotency-key-reused',
  'in-progress',
  'rate-limited',
] as const;

/** Failures that have no slug: found by the kit itself, or told by the HTTP status alone. */
export const OWN_CODES = [
  'config',
  'token-failed',
  'network',
  'offline',
  'timeout',
  'not-json',
  'bad-shape',
  'internal',
  'signed-out',
  'server-error',
  'unavailable',
  'http',
] as const;

/** The slugs that only an answer to something sent can have. */
export type WriteCode = 'precondition-failed' | 'idempotency-key-reused' | 'in-progress';

/** The code of a failure: picks its text. Services add slugs of their own. */
export type ErrorCode = (typeof GENERAL_SLUGS)[number] | (typeof OWN_CODES)[number];

/** What is known of a failed request. Never holds a backend's `title` or `detail`, nor anything personal. */
export interface BackendErrorInfo {
  readonly kind: ErrorKind;
  /** An `ErrorCode`, or a problem slug of a service. */
  readonly code: string;
  readonly retryable: boolean;
  /** HTTP status. */
  readonly status?: number | undefined;
  /** The problem's `type` and `status`, when the backend sent one. */
  readonly problem?: { readonly type: string; readonly status: number } | undefined;
  /** Milliseconds that the backend asked to wait. */
  readonly retryAfterMs?: number | undefined;
  /** Names of the fields that a 422 `invalid` complains of. The messages stay behind: they are the backend's. */
  readonly invalidFields?: readonly string[] | undefined;
}

/** The one error type of the transport. Its message is a code and a path template, safe to log. */
export class BackendError extends Error {
  override readonly name = 'BackendError';
  readonly info: BackendErrorInfo;
  /** `GET /activities`: method and path template, for the developer's console. */
  readonly where: string;

  constructor(info: BackendErrorInfo, where: string) {
    super(`${info.code}${info.status ? ` (${info.status})` : ''} ${where}`.trim());
    this.info = info;
    this.where = where;
  }
}

/** A mistake of the host page's (`config`) or of the backend's (`contract`) that another try would not mend. */
export function mistake(kind: 'config' | 'contract', code: string, where: string): BackendError {
  return new BackendError({ kind, code, retryable: false }, where);
}

const STATUS_CODES: Record<number, ErrorCode> = {
  401: 'signed-out',
  403: 'not-permitted',
  404: 'not-found',
  412: 'precondition-failed',
  429: 'rate-limited',
  503: 'unavailable',
};
const RETRYABLE = [408, 409, 412, 425, 429, 500, 502, 503, 504];

/** The last part of a problem's `type`; what the contract calls its slug. */
function slugOf(type: unknown): string | undefined {
  if (typeof type !== 'string') return undefined;
  return /([a-z0-9-]{1,60})[/#]?$/.exec(type)?.[1];
}

/**
 * The `Retry-After` header in milliseconds: seconds, or an HTTP date (RFC 9110, 10.2.3).
 * @param instant now, in milliseconds since 1970
 */
export function readRetryAfter(header: string | null, instant: number): number | undefined {
  if (!header) return undefined;
  const wait = /^\d+$/.test(header.trim()) ? Number(header) * 1000 : Date.parse(header) - instant;
  return Number.isFinite(wait) ? Math.max(0, wait) : undefined;
}

/**
 * The typed form of a failed answer.
 * @param body the parsed problem, or undefined when there was none
 * @param known the slugs that the caller has texts for
 */
export function errorFromResponse(
  response: Response,
  body: unknown,
  options: { instant: number; where: string; known: readonly string[] },
): BackendError {
  const { status } = response;
  const problem = typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : undefined;
  const slug = slugOf(problem?.['type']);
  const known = slug !== undefined && [...GENERAL_SLUGS, ...options.known].includes(slug);
  const fallback = STATUS_CODES[status] ?? (status >= 500 ? 'server-error' : 'http');
  const fields = problem?.['errors'];
  return new BackendError(
    {
      kind: 'http',
      // Whatever the problem is called: who is not signed in is asked to.
      code: known && status !== 401 ? slug : fallback,
      status,
      retryable: RETRYABLE.includes(status),
      ...(slug !== undefined && { problem: { type: String(problem?.['type']).slice(0, 200), status } }),
      retryAfterMs: readRetryAfter(response.headers.get('Retry-After'), options.instant),
      ...(typeof fields === 'object' && fields !== null && { invalidFields: Object.keys(fields) }),
    },
    options.where,
  );
}

/** Any thrown value as a typed failure. Of an unexpected one only the name is kept: its message may hold anything. */
export function asBackendError(error: unknown): BackendError {
  if (error instanceof BackendError) return error;
  const name = error instanceof Error ? error.name : typeof error;
  return new BackendError({ kind: 'contract', code: 'internal', retryable: true }, name);
}

/** Signed out, or no longer allowed: what is on screen must not stay there. */
export function isAccessLost({ info }: BackendError): boolean {
  return info.status === 401 || info.status === 403;
}
