import { MessageRecallHarness } from '../../components/message-recall/message-recall.harness.js';
import type { SkrankeMessageRecall } from '../../components/message-recall/message-recall.js';
import '../../components/message-recall/message-recall.define.js';
import { json } from '../../components/shared/testing/fake-fetch.js';
import { element, isWrite, type Subject } from '../subject.js';

const ID = '5e57d000-0000-4000-8000-000000000001';
const MESSAGE = {
  messageUUID: ID,
  label: 'Indkaldelse til samtale',
  sender: { senderID: '12345678', idType: 'CVR', label: 'Fjordby Kommune' },
  recipient: { recipientID: '1112131016', idType: 'CPR' },
  doNotDeliverUntilDate: '2031-11-17',
  status: 'AWAITING_VALUE_DATE',
};
const RECALLED = { ...MESSAGE, status: 'RECALLED', recalledAt: '2026-11-22T10:00:00+01:00' };

export const messageRecall: Subject = {
  name: 'message-recall',
  make: () => element('skranke-message-recall', { 'message-id': ID, lang: 'da' }),
  harness: (made) => new MessageRecallHarness(made as unknown as SkrankeMessageRecall),
  answer: (call, isStored) => json(isWrite(call) || isStored ? RECALLED : MESSAGE),
  isRead: (call) => !isWrite(call),
  content: 'Indkaldelse til samtale',
  submit: {
    name: 'recall the message',
    isMine: isWrite,
    writes: true,
    act: async (harness) => {
      const recall = harness as unknown as MessageRecallHarness;
      if (!recall.summary) await recall.lookUp(ID);
      if (!recall.dialog) await recall.ask();
      await recall.confirm();
    },
    kept: 'Indkaldelse til samtale',
    done: { shows: 'er tilbagekaldt' },
  },
};
