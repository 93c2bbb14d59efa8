/** Defects of lists, and of single fields: dates, ids, statuses. */
import { body, fits, items, onAnswer, problem, queryOf, type Defect, type Json } from './wrong-backends.js';

const LIST = 'GET /activities';
const list = ['list-activities'];
const message = ['get-message'];

const activities = (page: Json) => page['activities'] as Json[];

const paged = (change: (page: Json, request: Request) => Json) => body(LIST, change);
const many = { pilot: { scenario: 'huge-structure', structureSize: 600 } } as const;

const listDefects: readonly Defect[] = [
  {
    name: 'no totalElements',
    only: list,
    expects: ['list.envelope'],
    filter: paged(({ totalElements, ...rest }) => (totalElements === undefined ? rest : rest)),
  },
  {
    name: 'counts as texts',
    only: list,
    expects: ['list.envelope'],
    filter: paged((page) => ({ ...page, totalPages: String(page['totalPages']) })),
  },
  {
    name: 'pages count from 1',
    only: list,
    expects: ['list.page-number'],
    filter: paged((page) => ({ ...page, currentPage: Number(page['currentPage']) + 1 })),
  },
  {
    name: 'elementsOnPage is the total',
    only: list,
    expects: ['list.count'],
    filter: paged((page) => ({ ...page, elementsOnPage: page['totalElements'] })),
  },
  {
    name: 'one page too many is promised',
    only: list,
    expects: ['list.total-pages'],
    filter: paged((page) => ({ ...page, totalPages: Number(page['totalPages']) + 1 })),
  },
  {
    name: 'size is ignored',
    only: list,
    expects: ['list.size'],
    filter: (request, right) => right(fits(request, LIST) ? withQuery(request, { size: '100' }) : request),
  },
  {
    name: 'all come without size',
    only: ['list-contact-groups'],
    expects: ['list.default-size'],
    fixtures: { organisations: { known: '14d6e9ad-fc0e-3918-0000-00000000f001' } },
    filter: (request, right) =>
      right(queryOf(request).has('size') ? request : withQuery(request, { size: '500' })),
  },
  {
    name: 'more than 500 on a page',
    only: ['list-contact-points'],
    expects: ['list.max-size'],
    ...many,
    fixtures: { organisations: { known: '14d6e9ad-fc0e-3918-0000-00000000f001' } },
    filter: onAnswer('GET /contact-points', async (answer, request) =>
      queryOf(request).get('size') === '1000' ? doubled(answer) : undefined,
    ),
  },
  {
    name: 'the last page comes again and again',
    only: list,
    expects: ['list.beyond'],
    filter: paged((page) =>
      activities(page).length === 0
        ? {
            ...page,
            elementsOnPage: 1,
            activities: [{ id: 'b-1', type: 'besked', overskrift: 'A', beskrivelse: '', myndighed: 'B' }],
          }
        : page,
    ),
  },
  {
    name: 'beyond the last page is 404',
    only: list,
    expects: ['list.beyond'],
    filter: onAnswer(LIST, async (answer) =>
      answer.status === 200 && activities((await answer.json()) as Json).length === 0
        ? problem(404, 'not-found')
        : undefined,
    ),
  },
  {
    name: 'pages overlap',
    only: list,
    expects: ['list.pages'],
    filter: paged((page, request) => ({
      ...page,
      activities: activities(page).map((one, index) =>
        index === 0 && queryOf(request).get('page') === '1' ? { ...one, id: 'b-1', type: 'besked' } : one,
      ),
    })),
  },
];

function withQuery(request: Request, changes: Record<string, string>): Request {
  const url = new URL(request.url);
  for (const [name, value] of Object.entries(changes)) url.searchParams.set(name, value);
  return new Request(url, request);
}

async function doubled(answer: Response): Promise<Response> {
  const page = (await answer.json()) as Json;
  const points = page['contactPoints'] as Json[];
  return new Response(JSON.stringify({ ...page, contactPoints: [...points, ...points] }), {
    status: 200,
    headers: answer.headers,
  });
}

const each = (change: Json) => items(LIST, 'activities', (one) => ({ ...one, ...change }));

const fieldDefects: readonly Defect[] = [
  { name: 'a text is missing', only: list, expects: ['body.schema'], filter: each({ myndighed: undefined }) },
  {
    name: 'dates as timestamps',
    only: list,
    expects: ['date.format'],
    filter: each({ fristDato: '2026-11-22T00:00:00Z' }),
  },
  {
    name: 'a date that does not exist',
    only: list,
    expects: ['date.format'],
    filter: each({ fristDato: '2026-02-30' }),
  },
  {
    name: 'a frist without a date',
    only: list,
    expects: ['date.format'],
    filter: each({ fristDato: undefined }),
  },
  {
    name: 'an unknown type',
    only: list,
    expects: ['type.known'],
    filter: items(LIST, 'activities', (one) =>
      one['type'] === 'tilladelse' ? { ...one, type: 'permit' } : one,
    ),
  },
  {
    name: 'an address that is script',
    only: list,
    expects: ['url.format'],
    filter: each({ link: 'javascript:alert(1)' }),
  },
  {
    name: 'an unknown status',
    only: message,
    expects: ['status.known', 'message.outcome', 'recall.allowed'],
    filter: body('GET /messages/*01', (one) => ({ ...one, status: 'WAITING' })),
  },
  {
    name: 'a time without an offset',
    only: message,
    expects: ['time.format'],
    filter: body('GET /messages/*05', (one) => ({ ...one, recalledAt: '2026-11-22T10:00:00' })),
  },
  {
    name: 'ids of Digital Post as numbers',
    only: ['get-organisation'],
    expects: ['id.shape', 'id.asked'],
    filter: body('GET /organisations/*', (one) => ({ ...one, id: 4711 })),
  },
  {
    name: 'ids without hyphens',
    only: ['list-contact-groups'],
    expects: ['id.shape'],
    filter: items('GET /contact-groups', 'contactGroups', (one) => ({
      ...one,
      id: String(one['id']).replaceAll('-', ''),
    })),
  },
  {
    name: 'targets in lower case',
    only: ['list-contact-groups'],
    expects: ['targets.known'],
    filter: items('GET /contact-groups', 'contactGroups', (one) => ({ ...one, targets: ['citizen'] })),
  },
];

export const wrongLists: readonly Defect[] = [...listDefects, ...fieldDefects];
