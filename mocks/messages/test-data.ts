/** Made-up messages, dated from a given day: one for each outcome of a look-up and a recall. */
import { addDays, type PlainDate } from '../../components/shared/i18n/dates.js';
import type { StoredMessage } from '../contract/messages.js';
import type { DataSet } from '../contract/scenarios.js';
import { startOfDay, timeInCopenhagen } from '../copenhagen.js';
import {
  AUTHORITY_CVR,
  AUTHORITY_NAME,
  CITIZEN_CPR,
  COMPANY_CVR,
  OTHER_AUTHORITY_CVR,
} from '../pilot/personas.js';
import { messageTestIds as ids } from './test-ids.js';

const HOUR_MS = 3_600_000;

function at(date: PlainDate, hours: number): string {
  return timeInCopenhagen(startOfDay(date) + hours * HOUR_MS);
}

/** Sent 12 days ago; without more, with no value date. */
function sentBefore(today: PlainDate) {
  return (id: string, label: string, fields: Partial<StoredMessage> = {}): StoredMessage => ({
    messageUUID: id,
    label,
    sender: { senderID: AUTHORITY_CVR, idType: 'CVR', label: AUTHORITY_NAME },
    recipient: { recipientID: CITIZEN_CPR, idType: 'CPR' },
    doNotDeliverUntilDate: null,
    sentAt: at(addDays(today, -12), 9),
    ...fields,
  });
}

/** The example of Digital Post's guide, with its own numbers and date. */
const guideExample: StoredMessage = {
  messageUUID: ids.guideExample.id,
  label: 'Brev om din ansøgning',
  sender: { senderID: '77227788', idType: 'CVR' },
  recipient: { recipientID: '1112131016', idType: 'CPR' },
  doNotDeliverUntilDate: '2023-07-29',
  sentAt: '2023-07-03T09:00:00+02:00',
};

function waitingOnes(today: PlainDate): StoredMessage[] {
  const sent = sentBefore(today);
  const inDays = (days: number) => ({ doNotDeliverUntilDate: addDays(today, days) });
  return [
    sent(ids.recallable.id, 'Indkaldelse til samtale', inDays(10)),
    sent(ids.lastDay.id, 'Svar på din ansøgning om plads', inDays(1)),
    sent(ids.maskedRecipient.id, 'Afgørelse om hjælpemiddel', { ...inDays(14), masked: true }),
    sent(ids.toCompany.id, 'Varsel om tilsyn', {
      ...inDays(20),
      recipient: { recipientID: COMPANY_CVR, idType: 'CVR', label: 'Prøvebageriet ApS' },
    }),
    sent(ids.notPermitted.id, 'Andres post', {
      ...inDays(10),
      sender: { senderID: OTHER_AUTHORITY_CVR, idType: 'CVR', label: 'Øresø Kommune' },
    }),
    sent(ids.noRecallField.id, 'Kvittering for tilmelding', { ...inDays(10), noRecallField: true }),
  ];
}

function endedOnes(today: PlainDate): StoredMessage[] {
  const sent = sentBefore(today);
  const inDays = (days: number) => ({ doNotDeliverUntilDate: addDays(today, days) });
  return [
    sent(ids.valueDateToday.id, 'Opkrævning for institution', inDays(0)),
    sent(ids.valueDatePassed.id, 'Indkaldelse til undersøgelse', inDays(-9)),
    sent(ids.alreadyRecalled.id, 'Brev med en fejl', {
      ...inDays(5),
      recalledAt: at(addDays(today, -1), 14.5),
    }),
    sent(ids.alreadyDelivered.id, 'Påmindelse om tid', { ...inDays(3650), fixedStatus: 'DELIVERED' }),
    sent(ids.noValueDate.id, 'Nye åbningstider i Borgerservice'),
    sent(ids.validated.id, 'Svar på din henvendelse', { fixedStatus: 'VALIDATED' }),
    sent(ids.rejected.id, 'Brev, der ikke kunne sendes', { ...inDays(10), fixedStatus: 'REJECTED' }),
    guideExample,
  ];
}

/** Content that tries to do harm and yet keeps the contract's shapes. */
function hostile(messages: StoredMessage[]): StoredMessage[] {
  const labels = [
    '<img src=x onerror="window.__skrankeHarmed=true">',
    'Ø'.repeat(255),
    'Betal \u202Egnud\u202C nu \u2067mod\u2069 venstre',
    '${alert(1)} {{7*7}} &lt;b&gt; 👩‍👩‍👧‍👦',
  ];
  return messages.map((message, index) => {
    const label = labels[index % labels.length] ?? '';
    return { ...message, label, sender: { ...message.sender, label } };
  });
}

/** The data set of a scenario; those that are about lists alone stand on the ordinary messages. */
export function messagesData(dataSet: DataSet, today: PlainDate): StoredMessage[] {
  if (dataSet === 'empty') return [];
  const messages = [...waitingOnes(today), ...endedOnes(today)];
  return dataSet === 'hostile' ? hostile(messages) : messages;
}
