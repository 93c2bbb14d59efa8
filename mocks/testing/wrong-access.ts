/** Defects of who may see and do what. */
import { body, fits, onAnswer, problem, reply, type Defect, type Filter } from './wrong-backends.js';

const LIST = 'GET /activities';
const list = ['list-activities'];
const message = ['get-message'];

const asSomebody: Filter = (request, right) => {
  const sent = new Headers(request.headers);
  sent.set('authorization', 'Bearer pilot-all');
  return right(new Request(request, { headers: sent }));
};
/** Lets through whatever the pilot refuses with this status. */
const lets =
  (pattern: string, status: number): Filter =>
  async (request, right) => {
    const answer = await right(request.clone());
    return fits(request, pattern) && answer.status === status ? asSomebody(request, right) : answer;
  };

const ownMessage = {
  messageUUID: '5e57d000-0000-4000-8000-000000000012',
  label: 'Andres post',
  sender: { senderID: '99000003', idType: 'CVR' },
  recipient: { recipientID: '1112131016', idType: 'CPR' },
  doNotDeliverUntilDate: null,
  status: 'DELIVERED',
};

export const wrongAccess: readonly Defect[] = [
  {
    name: 'any token is let in',
    only: list,
    expects: ['auth.bad-token', 'privacy.refusal'],
    filter: lets(LIST, 401),
  },
  {
    name: 'nobody is let in',
    only: list,
    expects: ['auth.no-token', 'privacy.refusal'],
    fixtures: { withoutToken: 'refused' },
    filter: (request, right) => right(request),
  },
  {
    name: 'every persona may read',
    only: list,
    expects: ['auth.persona', 'privacy.refusal'],
    filter: lets(LIST, 403),
  },
  {
    name: "another's message is shown",
    only: message,
    expects: ['auth.not-permitted', 'privacy.refusal'],
    filter: onAnswer('GET /messages/*12', (answer) =>
      answer.status === 403 ? reply(200, ownMessage) : undefined,
    ),
  },
  {
    name: "another's message is 404",
    only: message,
    expects: ['auth.not-permitted'],
    filter: onAnswer('GET /messages/*12', (answer) =>
      answer.status === 403 ? problem(404, 'not-found') : undefined,
    ),
  },
  {
    name: 'a refusal with the label in it',
    only: message,
    expects: ['privacy.refusal'],
    filter: body('GET /messages/*12', (one) => ({ ...one, label: 'Afgørelse' }), 403),
  },
  {
    name: 'who may not recall recalls',
    only: ['recall-message'],
    expects: ['auth.persona'],
    filter: lets('POST /messages/*01/recall', 403),
  },
  {
    name: 'every persona may answer',
    only: ['answer-consent-request'],
    expects: ['auth.persona'],
    filter: lets('POST /consent-requests/cr-1/answer', 403),
  },
  {
    name: 'every persona may withdraw',
    only: ['answer-consent-request', 'withdraw-consent'],
    expects: ['auth.persona'],
    filter: lets('POST /consent-requests/cr-1/*/withdrawal', 403),
  },
  {
    name: 'every persona may dismiss',
    only: ['dismiss-activity'],
    expects: ['auth.persona'],
    filter: lets('POST /activities/b-1/*', 403),
  },
];
