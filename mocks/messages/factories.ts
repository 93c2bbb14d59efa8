/** Maker of messages for tests and stories: a whole, valid one, with only what matters said. All is made up. */
import type { Message } from '../contract/messages.js';
import { AUTHORITY_CVR, AUTHORITY_NAME, CITIZEN_CPR } from '../pilot/personas.js';

/** A message as `GET /messages/{messageUUID}` answers it; without more, one that can be recalled until 31 January 2027. */
export function makeMessage(fields: Partial<Message> = {}): Message {
  return {
    messageUUID: '2f1d3b54-8a0c-4c56-9b1e-7c2d5e6f1001',
    label: 'Indkaldelse til samtale',
    sender: { senderID: AUTHORITY_CVR, idType: 'CVR', label: AUTHORITY_NAME },
    recipient: { recipientID: CITIZEN_CPR, idType: 'CPR' },
    doNotDeliverUntilDate: '2027-02-01',
    status: 'AWAITING_VALUE_DATE',
    recall: { allowed: true, until: '2027-01-31' },
    ...fields,
  };
}
