/** Defects of headers: CORS, caching, entity tags. */
import {
  fits,
  headers,
  onAnswer,
  problem,
  withHeaders,
  type Defect,
  type Filter,
  type Json,
} from './wrong-backends.js';

const LIST = 'GET /activities';
const list = ['list-activities'];
const MESSAGE = 'GET /messages/*';
const message = ['get-message'];
const dismissal = ['dismiss-activity'];

/** A gateway sets CORS route by route: any of them may have been forgotten. */
const routesWithoutPreflight = [
  ['/recipients', 'find-recipients'],
  ['/contact-groups', 'list-contact-groups'],
  ['/contact-groups/*', 'get-contact-group'],
  ['/contact-groups/*/deep-links', 'get-contact-group-links'],
  ['/contact-points', 'list-contact-points'],
  ['/contact-points/*', 'get-contact-point'],
  ['/contact-points/*/deep-links', 'get-contact-point-links'],
  ['/messages/*/recipient', 'get-message-recipient'],
  ['/consent-requests/*/withdrawal', 'withdraw-consent'],
] as const;

/** Whatever happens, what was read once is read again (its own tags are not for `If-Match`). */
const sameTagForever =
  (pattern: string): Filter =>
  async (request, right) => {
    if (fits(request, pattern) && request.headers.get('if-none-match') === '"1"')
      return withHeaders(new Response(null, { status: 304, headers: (await right(request)).headers }), {
        etag: '"1"',
      });
    const sent = new Headers(request.headers);
    sent.delete('if-match');
    const answer = await right(new Request(request, { headers: sent }));
    return fits(request, pattern) && answer.status === 200 ? withHeaders(answer, { etag: '"1"' }) : answer;
  };

/** One tag for all that comes after the first answer. */
const sameTagAfterWithdrawal: Filter = async (request, right) => {
  const sent = new Headers(request.headers);
  sent.delete('if-match');
  const answer = await right(new Request(request, { headers: sent }));
  if (request.method !== 'GET' || answer.status !== 200) return answer;
  const { receiptId } = (await answer.clone().json()) as Json;
  return receiptId === undefined ? answer : withHeaders(answer, { etag: '"answered"' });
};

export const wrongHeaders: readonly Defect[] = [
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
  ...routesWithoutPreflight.map(([path, endpoint]): Defect => ({
    name: `no preflight of ${path}`,
    only: [endpoint],
    expects: ['cors.preflight'],
    filter: onAnswer(`OPTIONS ${path}`, () => problem(405, 'method-not-allowed')),
  })),
  {
    name: 'personal data may be kept',
    only: message,
    expects: ['cache.no-store'],
    filter: headers(MESSAGE, { 'cache-control': 'private, max-age=60' }),
  },
  {
    name: 'a 304 lets personal data be kept',
    only: message,
    expects: ['cache.no-store'],
    filter: headers(MESSAGE, { 'cache-control': 'private, max-age=60' }, [304]),
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
  ...(
    [
      ['a recall', MESSAGE, 'recall-message'],
      ['an answer', 'GET /consent-requests/*', 'answer-consent-request'],
      ['a dismissal', LIST, 'dismiss-activity'],
    ] as const
  ).map(([what, pattern, endpoint]): Defect => ({
    name: `the same ETag after ${what}`,
    only: [endpoint],
    expects: ['etag.changes'],
    fixtures: { supports: {} },
    filter: sameTagForever(pattern),
  })),
  {
    name: 'the same ETag after a withdrawal',
    only: ['answer-consent-request', 'withdraw-consent'],
    expects: ['etag.changes'],
    fixtures: { supports: {} },
    filter: sameTagAfterWithdrawal,
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
