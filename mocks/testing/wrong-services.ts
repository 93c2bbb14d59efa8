/** Defects of messages and of activities. */
import {
  accepts,
  body,
  field,
  items,
  onAnswer,
  problem,
  queryOf,
  type Defect,
  type Filter,
  type Json,
} from './wrong-backends.js';

const RECALL = 'POST /messages/*/recall';
const message = ['get-message'];
const recall = ['recall-message'];

/** The message that a recall answers. */
const recalled = (request: Request): Json => ({
  messageUUID: new URL(request.url).pathname.split('/')[2],
  label: 'Brev',
  sender: { senderID: '12345678', idType: 'CVR' },
  recipient: { recipientID: '99000001', idType: 'CVR' },
  doNotDeliverUntilDate: '2026-01-01',
  status: 'RECALLED',
  recalledAt: '2026-11-22T10:00:00+01:00',
});
const acceptsRecall = (end: string): Filter => accepts(`POST /messages/*${end}/recall`, 409, recalled);

const messageDefects: readonly Defect[] = [
  {
    name: 'recall after the value date',
    only: recall,
    expects: ['recall.value-date-passed'],
    filter: acceptsRecall('04'),
  },
  {
    name: 'recall without a value date',
    only: recall,
    expects: ['recall.no-value-date'],
    filter: acceptsRecall('07'),
  },
  {
    name: 'recall of what is delivered',
    only: recall,
    expects: ['recall.already-delivered'],
    filter: acceptsRecall('06'),
  },
  {
    name: '200 instead of 409 already-recalled',
    only: recall,
    expects: ['recall.already-recalled'],
    filter: acceptsRecall('05'),
  },
  {
    name: 'the wrong state problem',
    only: recall,
    expects: ['recall.value-date-passed'],
    filter: body(
      'POST /messages/*04/recall',
      (one) => ({ ...one, type: 'https://backend.example/problems/expired' }),
      409,
    ),
  },
  {
    name: 'a recall that is not stored',
    only: recall,
    expects: ['recall.stored'],
    filter: body('GET /messages/*01', (one) => ({ ...one, status: 'AWAITING_VALUE_DATE' })),
  },
  {
    name: 'a recall that answers the old status',
    only: recall,
    expects: ['recall.done', 'status.known'],
    filter: body(RECALL, (one) => ({ ...one, status: 'AWAITING_VALUE_DATE' })),
  },
  {
    name: '412 wins over 409',
    only: recall,
    expects: ['if-match.state-first'],
    filter: onAnswer(RECALL, (answer, request) =>
      answer.status === 409 && request.headers.has('if-match')
        ? problem(412, 'precondition-failed')
        : undefined,
    ),
  },
  {
    name: 'until is the value date',
    only: message,
    expects: ['recall.until'],
    filter: body('GET /messages/*01', (one) => field('recall', { until: one['doNotDeliverUntilDate'] })(one)),
  },
  {
    name: 'recall is allowed for what is delivered',
    only: message,
    expects: ['recall.allowed'],
    filter: body('GET /messages/*06', field('recall', { allowed: true })),
  },
  {
    name: 'recall is allowed on the value date',
    only: message,
    expects: ['recall.allowed'],
    pilot: { clock: '2031-05-06T00:30:00+02:00' },
    filter: body('GET /messages/*01', (one) => ({
      ...one,
      doNotDeliverUntilDate: '2031-05-06',
      recall: { allowed: true },
    })),
  },
  {
    name: 'the revealed number is another',
    only: ['get-message-recipient'],
    expects: ['message.reveal'],
    filter: body('GET /messages/*/recipient', () => ({ recipientID: '0102031016' })),
  },
];

const dismissal = ['dismiss-activity'];
const list = ['list-activities'];
const anActivity = {
  id: 's-9',
  type: 'sag',
  overskrift: 'Sag',
  beskrivelse: '',
  myndighed: 'Fjordby Kommune',
};
const adds = (more: Json) =>
  body('GET /activities', (page, request) =>
    queryOf(request).get('size') === '500' && !queryOf(request).has('type')
      ? {
          ...page,
          elementsOnPage: Number(page['elementsOnPage']) + 1,
          activities: [...(page['activities'] as Json[]), { ...anActivity, ...more }],
        }
      : page,
  );

const activityDefects: readonly Defect[] = [
  {
    name: 'a closed case is sent',
    only: list,
    expects: ['activities.closed-case'],
    filter: adds({ id: 's-6', status: 'Afsluttet' }),
  },
  {
    name: 'a closed case that no fixture names',
    only: list,
    expects: ['activities.closed-case'],
    fixtures: { activities: {} },
    filter: adds({ status: 'Lukket' }),
  },
  {
    name: "another company's activity is sent",
    only: list,
    expects: ['activities.others'],
    filter: adds({ id: 'f-16' }),
  },
  {
    name: 'an activity is left out',
    only: list,
    expects: ['activities.shown'],
    filter: items('GET /activities', 'activities', (one) =>
      one['id'] === 't-1' ? { ...one, id: 't-99' } : one,
    ),
  },
  {
    name: 'type is ignored',
    only: list,
    expects: ['activities.types'],
    filter: (request, right) => right(new Request(request.url.replaceAll(/type=\w+&?/g, ''), request)),
  },
  {
    name: 'a frist can be dismissed',
    only: dismissal,
    expects: ['dismissal.only-notice'],
    filter: onAnswer('POST /activities/f-1/*', ({ headers }) => new Response(null, { status: 204, headers })),
  },
  {
    name: 'what was dismissed is still there',
    only: dismissal,
    expects: ['dismissal.done'],
    filter: adds({ id: 'b-1', type: 'besked' }),
  },
  {
    name: 'a dismissal by anybody',
    only: dismissal,
    expects: ['auth.bad-token'],
    filter: onAnswer('POST /activities/b-1/*', (answer) =>
      answer.status === 401 ? new Response(null, { status: 204, headers: answer.headers }) : undefined,
    ),
  },
];
export const wrongServices: readonly Defect[] = [...messageDefects, ...activityDefects];
