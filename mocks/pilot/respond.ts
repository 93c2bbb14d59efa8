/** Makes the Response of a reply. */
import type { Reply } from './answer.js';
import { isProblem } from './check.js';
import { corsHeaders } from './cors.js';

function contentType(body: unknown): string {
  return isProblem(body) ? 'application/problem+json' : 'application/json';
}

/**
 * `request` is the request's headers. `basePath`, the path of the backend URL without a slash at its end, goes before a
 * `Location`.
 */
export function respond(reply: Reply, request: Headers, basePath: string): Response {
  if (reply === 'network-error') return Response.error();
  const headers = new Headers({
    'Content-Language': 'da',
    // Every answer is made for one caller, or changes from one moment to the next.
    'Cache-Control': 'no-store',
    ...corsHeaders(request),
    ...reply.headers,
  });
  const location = headers.get('Location');
  if (location?.startsWith('/') && !reply.unchecked) headers.set('Location', basePath + location);
  if (reply.body === undefined) return new Response(null, { status: reply.status, headers });
  if (!headers.has('Content-Type')) headers.set('Content-Type', reply.text ?? contentType(reply.body));
  const text =
    typeof reply.body === 'string' && reply.text !== undefined ? reply.body : JSON.stringify(reply.body);
  return new Response(text, { status: reply.status, headers });
}
