/** The endpoints as ordinary msw handlers, so that a host can override one with `use(http.get(…))`. */
import { http, type HttpHandler } from 'msw';
import type { EndpointSpec } from '../contract/endpoint.js';
import { problemAnswer, type Answer } from './answer.js';
import type { PilotCore } from './core.js';
import { preflight } from './cors.js';
import { respond } from './respond.js';
import { serve, type Incoming, type Target } from './serve.js';
import type { Rule } from './service.js';

export interface RouterOptions {
  readonly core: PilotCore;
  /** Absolute backend URL without a slash at its end. */
  readonly baseUrl: string;
  readonly endpoints: readonly EndpointSpec[];
  readonly rules: Readonly<Record<string, Rule>>;
}

const byMethod = { GET: http.get, POST: http.post, PUT: http.put, DELETE: http.delete };

async function read(request: Request, basePath: string, params: Incoming['params']): Promise<Incoming> {
  const url = new URL(request.url);
  const path = url.pathname.slice(basePath.length) || '/';
  const text = request.body === null ? '' : await request.text();
  return { method: request.method, path, query: url.search.slice(1), headers: request.headers, text, params };
}

/** Methods that the contract has for a path. */
function methodsFor(endpoints: readonly EndpointSpec[], path: string): string[] {
  const parts = path.replace(/\/$/, '').split('/');
  const fits = (spec: EndpointSpec) => {
    const pattern = spec.path.replace(/\/$/, '').split('/');
    return (
      pattern.length === parts.length &&
      pattern.every((part, i) => (part.startsWith(':') ? parts[i] !== '' : part === parts[i]))
    );
  };
  return endpoints.filter(fits).map((spec) => spec.method);
}

function isDecodable(url: string): boolean {
  try {
    decodeURIComponent(new URL(url).pathname);
    return true;
  } catch {
    return false;
  }
}

/** The handlers, in order: unreadable addresses, the endpoints, `OPTIONS`, and 404 or 405 for all else below the base. */
export function createHandlers({ core, baseUrl, endpoints, rules }: RouterOptions): HttpHandler[] {
  const basePath = new URL(baseUrl).pathname.replace(/\/$/, '');
  const isBelow = (url: string) => {
    const { origin, pathname } = new URL(url);
    const address = origin + pathname;
    return address === baseUrl || address.startsWith(`${baseUrl}/`);
  };
  const answer = async (target: Target, request: Request, params: Incoming['params'] = {}) => {
    const incoming = await read(request, basePath, params);
    return respond(await serve(core, target, incoming), request.headers, basePath);
  };
  const unknown = (path: string): Answer => {
    const methods = methodsFor(endpoints, path);
    if (methods.length === 0) return problemAnswer('not-found');
    return problemAnswer('method-not-allowed', { headers: { Allow: [...methods, 'OPTIONS'].join(', ') } });
  };
  const pathOf = (request: Request) => new URL(request.url).pathname.slice(basePath.length) || '/';
  const malformed = problemAnswer('malformed', { detail: 'Adressen kan ikke læses.' });
  return [
    // msw decodes path parameters and would throw.
    http.all(
      ({ request }) => isBelow(request.url) && !isDecodable(request.url),
      ({ request }) => answer({ fixed: malformed }, request),
    ),
    ...endpoints.map((spec) => {
      const rule = rules[spec.id];
      if (!rule) throw new Error(`no rule for endpoint ${spec.id}`);
      return byMethod[spec.method](baseUrl + spec.path.replace(/\/$/, ''), ({ request, params }) =>
        answer({ spec, rule }, request, params as Record<string, string>),
      );
    }),
    http.options(
      ({ request }) => isBelow(request.url),
      ({ request }) => preflight(request.headers, methodsFor(endpoints, pathOf(request))),
    ),
    http.all(
      ({ request }) => isBelow(request.url),
      ({ request }) => answer({ fixed: unknown(pathOf(request)) }, request),
    ),
  ];
}
