/**
 * A thin proxy in front of Digital Post, Mit Virk and Digitalt Samtykke: plain Node, no packages. It knows who is logged
 * in, lets through only what the widgets ask, and keeps tokens, personal data and other people's errors on its own side.
 * See docs/backend-guide.md. Here the pilot stands for all three services.
 */
/* global AbortSignal */
import { createServer } from 'node:http';

const UUID = '[0-9a-fA-F-]{36}';
const ID = '[\\w.~-]{1,100}';
/** What the widgets ask, and nothing else: method, path, service, whether it is about a person. The path is also the log's. */
const ROUTES = [
  ['GET', '/recipients', 'post', false],
  ['GET', `/organisations/${UUID}`, 'post', false],
  ['GET', `/contact-(?:points|groups)(?:/${UUID}(?:/deep-links)?)?`, 'post', false],
  ['GET', `/messages/${UUID}(?:/recipient)?`, 'post', true],
  ['POST', `/messages/${UUID}/recall`, 'post', true],
  ['GET', '/activities', 'virk', true],
  ['POST', `/activities/${ID}/dismissal`, 'virk', true],
  ['GET', `/consent-requests/${ID}`, 'consent', true],
  ['POST', `/consent-requests/${ID}/(?:answer|consents/${ID}/withdrawal)`, 'consent', true],
].map(([method, path, service, isPersonal]) => ({
  method,
  path: new RegExp(`^${path}$`),
  log: `${method} ${path.replaceAll(UUID, '{id}').replaceAll(ID, '{id}')}`,
  service,
  isPersonal,
}));

const TO_SERVICE = [
  'accept',
  'accept-language',
  'content-type',
  'idempotency-key',
  'if-match',
  'if-none-match',
];
const TO_PAGE = ['content-type', 'content-language', 'etag', 'retry-after'];
const EXPOSED = 'ETag, Retry-After, Location, Content-Language';
const ALLOWED = 'Content-Type, Idempotency-Key, If-Match, If-None-Match, X-CSRF-Token';
const BODY_LIMIT = 100_000;
/** Under the widgets' 8 seconds, so that they get an answer and not a broken connection. */
const LIMIT_MS = 7000;

const TITLES = {
  400: 'Forespørgslen kan ikke læses',
  401: 'Du er ikke logget ind',
  403: 'Du har ikke adgang',
  404: 'Findes ikke',
  413: 'Forespørgslen er for stor',
  503: 'Tjenesten svarer ikke lige nu',
};
const SLUGS = {
  400: 'malformed',
  401: 'not-authenticated',
  403: 'not-permitted',
  404: 'not-found',
  413: 'too-large',
  503: 'unavailable',
};

function problem(status) {
  const type = `https://portal.example.dk/problems/${SLUGS[status]}`;
  const headers = { 'content-type': 'application/problem+json', 'content-language': 'da' };
  return { status, headers, body: JSON.stringify({ type, title: TITLES[status], status }) };
}

/** Page and proxy on one origin need none of this; another origin must be named exactly. */
function corsHeaders({ origin }, allowedOrigins) {
  if (!allowedOrigins.includes(origin)) return {};
  return {
    'access-control-allow-origin': origin,
    'access-control-allow-credentials': 'true',
    'access-control-expose-headers': EXPOSED,
    vary: 'Origin',
  };
}

async function readBody(request) {
  const chunks = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    // Read to its end all the same: a connection that is cut gives the page no answer.
    if (size <= BODY_LIMIT) chunks.push(chunk);
  }
  return size > BODY_LIMIT ? undefined : Buffer.concat(chunks);
}

/** @returns the session that the cookie names, or undefined */
function sessionOf({ cookie = '' }, sessions) {
  return sessions.get(/(?:^|;\s*)session=([^;]+)/.exec(cookie)?.[1] ?? '');
}

/** What may not pass, before anything is asked: another site's page could send the cookie too. */
function refusal(request, route, session) {
  if (!route) return problem(404);
  if (route.isPersonal && !session) return problem(401);
  if (request.method !== 'POST') return undefined;
  return request.headers['x-csrf-token'] === session?.csrf ? undefined : problem(403);
}

/** Asks the service with the user's token; whatever is no JSON, or fails by itself, becomes a problem. */
async function ask({ url, method, headers: sent }, body, base, session) {
  const headers = Object.fromEntries(TO_SERVICE.flatMap((name) => (sent[name] ? [[name, sent[name]]] : [])));
  if (session) headers.authorization = `Bearer ${session.token}`;
  const init = { method, headers, redirect: 'error', signal: AbortSignal.timeout(LIMIT_MS) };
  const answer = await fetch(base + url, body.length > 0 ? { ...init, body } : init);
  const text = await answer.text();
  const isJson = /^application\/(problem\+)?json\b/.test(answer.headers.get('content-type') ?? '');
  if (answer.status >= 500 || (text !== '' && !isJson)) return problem(503);
  const back = TO_PAGE.flatMap((name) =>
    answer.headers.has(name) ? [[name, answer.headers.get(name)]] : [],
  );
  return { status: answer.status, headers: Object.fromEntries(back), body: text };
}

/**
 * @param services addresses by name: `{post, virk, consent}`
 * @param sessions Map from session id to `{token, csrf}`; in a portal: its own session store
 * @param allowedOrigins other origins whose pages may ask
 * @param log told `GET /messages/{id} 200 12 ms`: no id, no query, no name
 */
export function createProxy({ services, sessions, allowedOrigins = [], log = console.log }) {
  async function answerTo(request) {
    const path = request.url.split('?')[0];
    if (path === '/') return ask(request, '', services.post);
    const route = ROUTES.find((one) => one.method === request.method && one.path.test(path));
    const session = sessionOf(request.headers, sessions);
    const refused = refusal(request, route, session);
    if (refused) return { ...refused, route };
    const body = await readBody(request);
    if (!body) return { ...problem(413), route };
    const answer = await ask(request, body, services[route.service], session).catch(() => problem(503));
    return { ...answer, route };
  }
  return createServer(async (request, response) => {
    const started = performance.now();
    const cors = corsHeaders(request.headers, allowedOrigins);
    if (request.method === 'OPTIONS')
      return response.writeHead(204, { ...cors, 'access-control-allow-headers': ALLOWED }).end();
    const { status, headers, body, route } = await answerTo(request).catch(() => problem(400));
    // The contract's word for personal answers; what is public is asked about again each time.
    const cache = route?.isPersonal === false && status < 400 ? 'no-cache' : 'no-store';
    response.writeHead(status, { ...headers, ...cors, 'cache-control': cache }).end(body);
    log(`${route?.log ?? 'other'} ${status} ${Math.round(performance.now() - started)} ms`);
  });
}
