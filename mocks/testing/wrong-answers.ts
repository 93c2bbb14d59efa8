/** Defects that any endpoint can have: forms, errors. */
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
    name: 'a problem without type',
    only: message,
    expects: ['problem.body'],
    filter: body(MESSAGE, ({ title, status }) => ({ title, status }), 404),
  },
  {
    name: 'a problem whose title is no text',
    only: message,
    expects: ['problem.body'],
    filter: body(MESSAGE, (one) => ({ ...one, title: { da: 'Nej' } }), 404),
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

export const wrongAnswers: readonly Defect[] = [...formDefects, ...errorDefects];
