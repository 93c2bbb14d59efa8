/** Recalls one message for real, and looks at it from all sides. */
import type { Fixtures } from './fixtures.js';
import { fieldsOf, missingIn, type Probe, type Prober } from './probe.js';
import {
  carryOut,
  judgePersona,
  judgeRepeat,
  judgeStateFirst,
  judgeStrangers,
  judgeTagChange,
  send,
  type Write,
} from './writes.js';

const area = 'messages' as const;
const RECALL = 'recall-message';

async function recall(p: Prober, id: string): Promise<void> {
  const params = { messageUUID: id };
  const write: Write = { endpoint: RECALL, params };
  await judgeStrangers(p, write);
  // A case worker that may look up, and may not recall.
  await judgePersona(p, write, 'recall');
  const before = await p.read('get-message', { params });
  const tag = before.headers.get('etag');
  const { answer, key } = await carryOut(p, write, tag);
  const { status, recalledAt, messageUUID } = fieldsOf(answer);
  p.same('recall.done', 'status', status, 'RECALLED');
  p.verdict('recall.done', typeof recalledAt === 'string', 'no recalledAt');
  p.same('id.asked', 'messageUUID', String(messageUUID).toLowerCase(), id.toLowerCase());
  const stored = await p.read('get-message', { params });
  p.same('recall.stored', 'status', fieldsOf(stored)['status'], 'RECALLED');
  judgeTagChange(p, before, stored);
  judgeRepeat(p, answer, await send(p, write, { key }));
  p.problem('recall.already-recalled', await send(p, write), 'already-recalled');
  if (tag === null) p.unsupported('if-match.state-first', 'no ETag to send back');
  else await judgeStateFirst(p, write);
}

/** The recall that is carried out; it comes last. */
export function recallFlow({ messages = {} }: Fixtures): Probe[] {
  const needs = { 'messages.recallable': messages.recallable };
  return [
    {
      area,
      endpoint: RECALL,
      rules: [
        'answer.status',
        'auth.no-token',
        'auth.bad-token',
        'auth.persona',
        'etag.changes',
        'id.asked',
        'if-match.stale',
        'if-match.current',
        'if-match.state-first',
        'idempotency.repeat',
        'recall.done',
        'recall.stored',
        'recall.already-recalled',
      ],
      isWrite: true,
      missing: missingIn(needs),
      run: (p) => recall(p, messages.recallable ?? ''),
    },
  ];
}
