/** Defects that any endpoint can have: headers, forms, errors. */
import {
  body,
  fits,
  headers,
  onAnswer,
  problem,
  queryOf,
  reply,
  withHeaders,
  type Defect,
} from './wrong-backends.js';

const LIST = 'GET /activities';
const list = ['list-activities'];
const MESSAGE = 'GET /messages/*';
const message = ['get-message'];
const dismissal = ['dismiss-activity'];

const formDefects: readonly Defect[] = [
  {
    name: 'no Content-Language',
    only: message,
    expects: ['answer.language'],
    filter: headers(MESSAGE, { 'content-language': null }),
  },
  {
    name: 'JSON sent as text/html',
    only: message,
    expects: ['answer.json'],
    filter: headers(MESSAGE, { 'content-type': 'text/html' }, [200]),
  },
  {
    name: 'charset iso-8859-1',
    only: message,
    expects: ['answer.utf8'],
    filter: headers(MESSAGE, { 'content-type': 'application/json; charset=ISO-8859-1' }, [200]),
  },
  {
    name: 'bytes in Latin-1',
    only: list,
    expects: ['answer.utf8'],
    filter: onAnswer(LIST, async (answer) => {
      if (answer.status !== 200) return undefined;
      const bytes = Buffer.from(await answer.text(), 'latin1');
      return new Response(bytes, { status: answer.status, headers: answer.headers });
    }),
  },
  {
    name: 'a redirect to another path',
    only: ['get-organisation'],
    expects: ['answer.redirect', 'answer.status'],
    filter: onAnswer('GET /organisations/*', (answer) =>
      answer.status === 200 ? reply(302, {}, { Location: '/v2' }) : undefined,
    ),
  },
  {
    name: 'no answer in time',
    only: ['get-organisation'],
    expects: ['answer.time'],
    timeoutMs: 20,
    filter: async (request, right) =>
      fits(request, 'GET /organisations/*e001') ? new Promise<Response>(() => undefined) : right(request),
  },
  {
    name: 'an answer without end',
    only: ['get-organisation'],
    expects: ['answer.size'],
    filter: onAnswer('GET /organisations/*', (answer) =>
      answer.status === 200 ? new Response(new Uint8Array(8_000_001)) : undefined,
    ),
  },
  {
    name: 'an unknown query parameter is refused',
    only: ['get-organisation'],
    expects: ['unknown.query'],
    filter: onAnswer('GET /organisations/*', (_, request) =>
      queryOf(request).size > 0 ? problem(400, 'malformed') : undefined,
    ),
  },
  {
    name: 'the answer is about another id',
    only: message,
    expects: ['id.asked'],
    filter: body(MESSAGE, (one) => ({ ...one, messageUUID: '5e57d000-0000-4000-8000-000000000098' })),
  },
];

const headerDefects: readonly Defect[] = [
  {
    name: 'ETag is not exposed',
    only: message,
    expects: ['cors.expose'],
    filter: headers('* /*', { 'access-control-expose-headers': 'Retry-After, Location, Content-Language' }),
  },
  {
    name: '* with credentials',
    only: message,
    expects: ['cors.origin', 'cors.preflight'],
    filter: headers('* /*', { 'access-control-allow-origin': '*' }),
  },
  {
    name: 'errors without CORS',
    only: message,
    expects: ['cors.origin', 'cors.expose'],
    filter: headers(
      MESSAGE,
      { 'access-control-allow-origin': null, 'access-control-expose-headers': null },
      [401, 403, 404],
    ),
  },
  {
    name: '* for a page with a cookie',
    only: message,
    withCookie: true,
    expects: ['cors.origin', 'cors.preflight'],
    filter: headers('* /*', {
      'access-control-allow-origin': '*',
      'access-control-allow-credentials': null,
    }),
  },
  {
    name: 'no Allow-Credentials for a page with a cookie',
    only: message,
    withCookie: true,
    expects: ['cors.origin'],
    filter: headers('GET /*', { 'access-control-allow-credentials': null }),
  },
  {
    name: 'no Allow-Credentials in the preflight for a cookie',
    only: dismissal,
    withCookie: true,
    expects: ['cors.preflight'],
    filter: headers('OPTIONS /*', { 'access-control-allow-credentials': null }),
  },
  {
    name: 'the preflight refuses Idempotency-Key',
    only: dismissal,
    expects: ['cors.preflight'],
    filter: headers('OPTIONS /*', {
      'access-control-allow-headers': 'authorization, content-type, if-match',
    }),
  },
  {
    name: 'the preflight refuses If-None-Match',
    only: list,
    expects: ['cors.preflight'],
    filter: headers('OPTIONS /*', {
      'access-control-allow-headers': 'authorization, content-type, idempotency-key, if-match',
    }),
  },
  {
    name: 'personal data may be kept',
    only: message,
    expects: ['cache.no-store'],
    filter: headers(MESSAGE, { 'cache-control': 'private, max-age=60' }),
  },
  {
    name: 'a CPR number in Location',
    only: ['recall-message'],
    expects: ['privacy.location'],
    filter: headers('POST /messages/*', { location: '/messages/of/111213-1016' }, [200]),
  },
  {
    name: 'an ETag without quotes',
    only: message,
    expects: ['etag.form'],
    filter: headers(MESSAGE, { etag: '33a64df5' }, [200]),
  },
  {
    name: 'a new ETag each time',
    only: message,
    expects: ['etag.stable'],
    filter: () => {
      let count = 0;
      return onAnswer(MESSAGE, (answer) => {
        if (answer.status !== 200) return undefined;
        return withHeaders(answer, { etag: `"${count++}"` });
      });
    },
  },
  {
    name: 'If-None-Match is an error',
    only: message,
    expects: ['etag.revalidate'],
    filter: onAnswer(MESSAGE, (answer) =>
      answer.status === 304 ? problem(412, 'precondition-failed') : undefined,
    ),
  },
];

const errorDefects: readonly Defect[] = [
  {
    name: 'errors are HTML',
    only: message,
    expects: ['problem.media-type'],
    filter: onAnswer(MESSAGE, ({ status, headers: sent }) => {
      if (status < 400) return undefined;
      const page = new Response('<h1>Fejl</h1>', { status, headers: sent });
      return withHeaders(page, { 'content-type': 'text/html; charset=utf-8' });
    }),
  },
  {
    name: 'a problem sent as application/json',
    only: message,
    expects: ['problem.media-type'],
    filter: headers(MESSAGE, { 'content-type': 'application/json' }, [401, 403, 404]),
  },
  {
    name: 'a problem without title',
    only: message,
    expects: ['problem.body'],
    filter: body(MESSAGE, ({ type, status }) => ({ type, status }), 404),
  },
  {
    name: 'a problem with another status in it',
    only: message,
    expects: ['problem.body'],
    filter: body(MESSAGE, (one) => ({ ...one, status: 500 }), 404),
  },
  {
    name: 'a slug of its own',
    only: message,
    expects: ['problem.slug', 'problem.not-found'],
    filter: body(
      MESSAGE,
      (one) => ({ ...one, type: 'https://backend.example/problems/no-such-message' }),
      404,
    ),
  },
  {
    name: 'an unknown id is a server error',
    only: message,
    expects: ['answer.server-error', 'problem.not-found'],
    filter: onAnswer(MESSAGE, (answer) => (answer.status === 404 ? problem(500, 'server-error') : undefined)),
  },
  {
    name: 'an unknown id is an empty 200',
    only: ['get-contact-group'],
    expects: ['problem.not-found'],
    filter: onAnswer('GET /contact-groups/*', (answer) =>
      answer.status === 404 ? reply(200, {}) : undefined,
    ),
  },
  {
    name: 'a wrong page is 400',
    only: list,
    expects: ['problem.invalid'],
    filter: onAnswer(LIST, (answer) => (answer.status === 422 ? problem(400, 'malformed') : undefined)),
  },
  {
    name: '422 without errors',
    only: list,
    expects: ['problem.invalid'],
    filter: body(LIST, ({ type, title, status }) => ({ type, title, status }), 422),
  },
];

export const wrongAnswers: readonly Defect[] = [...formDefects, ...headerDefects, ...errorDefects];
