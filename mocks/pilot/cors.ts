/** Cross-origin headers: the caller's exact origin, never `*`, so that a host may send credentials. */

const EXPOSED = 'ETag, Retry-After, Location, Content-Language';
const ALLOWED_HEADERS =
  'Authorization, Content-Type, Idempotency-Key, If-Match, If-None-Match, Accept-Language';

/** Headers for an answer; none when the request has no `Origin`. */
export function corsHeaders(request: Headers): Record<string, string> {
  const origin = request.get('origin');
  if (origin === null) return {};
  return {
    'Access-Control-Allow-Origin': origin,
    'Access-Control-Allow-Credentials': 'true',
    'Access-Control-Expose-Headers': EXPOSED,
    Vary: 'Origin',
  };
}

/** The answer to `OPTIONS`; it is never logged, delayed or struck by a fault. */
export function preflight(request: Headers, methods: readonly string[]): Response {
  const allow = methods.length > 0 ? [...methods, 'OPTIONS'].join(', ') : 'GET, POST, PUT, DELETE, OPTIONS';
  const headers = new Headers({ Allow: allow, ...corsHeaders(request) });
  if (request.has('access-control-request-method')) {
    headers.set('Access-Control-Allow-Methods', 'GET, POST, PUT, DELETE');
    headers.set(
      'Access-Control-Allow-Headers',
      request.get('access-control-request-headers') ?? ALLOWED_HEADERS,
    );
    headers.set('Access-Control-Max-Age', '600');
  }
  if (request.get('access-control-request-private-network') === 'true') {
    headers.set('Access-Control-Allow-Private-Network', 'true');
  }
  return new Response(null, { status: 204, headers });
}
