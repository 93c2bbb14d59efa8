/** Backends that keep the contract in a way of their own: the check must find nothing wrong with them. */
import assert from 'node:assert/strict';
import { failedRules } from '../testing/failed-rules.js';
import { test } from '../testing/node-test.js';
import { body, headers, onAnswer, type Defect, type Json } from '../testing/wrong-backends.js';

/** A problem with fewer fields than the pilot's. */
const problemsWith = (change: (one: Json) => Json) =>
  onAnswer('* /*', async (answer) => {
    if (answer.status < 400) return undefined;
    const changed = change((await answer.json()) as Json);
    return new Response(JSON.stringify(changed), { status: answer.status, headers: answer.headers });
  });
/** RFC 9457 leaves title and status to whoever writes the problem. */
const bare = ({ type, errors }: Json): Json => ({ type, errors });

const people = ['messages', 'activities', 'consents'];

const unusual: readonly Omit<Defect, 'expects'>[] = [
  {
    name: 'no-store on personal answers only: not on errors, 304 and 204',
    only: people,
    filter: headers('* /*', { 'cache-control': null }, [204, 304, 401, 403, 404, 409, 412, 422]),
  },
  { name: 'problems with a type and no title or status', only: people, filter: problemsWith(bare) },
  {
    name: 'a message may be recalled before it is put in the queue',
    only: ['get-message'],
    filter: body('GET /messages/*01', (one) => ({ ...one, status: 'VALIDATED' })),
  },
  {
    name: 'consents in another order once they are answered',
    only: ['answer-consent-request', 'withdraw-consent'],
    filter: body('GET /consent-requests/*', (one) =>
      one['status'] === 'created' ? one : { ...one, consents: [...(one['consents'] as Json[])].reverse() },
    ),
  },
  {
    name: "another's consent is not there in any request but its own",
    only: ['withdraw-consent'],
    filter: onAnswer('POST /consent-requests/cr-11/*/withdrawal', ({ headers: sent }) => {
      const gone = { type: 'https://backend.example/problems/not-found', title: 'Nej', status: 404 };
      return new Response(JSON.stringify(gone), { status: 404, headers: sent });
    }),
  },
  {
    name: 'no ETag at all',
    only: people,
    fixtures: { supports: { idempotency: true } },
    filter: headers('GET /*', { etag: null }),
  },
];

for (const backend of unusual) {
  test(`right backend: ${backend.name}`, async () => {
    const failed = await failedRules(backend);
    assert.deepEqual(
      failed.map(({ rule, endpoint, received }) => `${rule} ${endpoint} ${received}`),
      [],
    );
  });
}
