/**
 * The rules of messages on plain data: no msw, no clock of their own, nothing changed in place. `today` is the date in
 * Copenhagen. Source: domain 5 and backend contract 3.
 */
import { addDays, dateInCopenhagen, type PlainDate } from '../../components/shared/i18n/dates.js';
import { startOfDay, timeInCopenhagen } from '../copenhagen.js';
import type * as wire from '../contract/messages.js';
import { OTHER_AUTHORITY_CVR } from '../pilot/personas.js';

/** Why a message cannot be recalled: the slug of the 409 problem, and `recall.reason`. */
export type RecallProblem =
  'no-value-date' | 'value-date-passed' | 'already-recalled' | 'already-delivered' | 'rejected';

/** The value date was already there when the message was sent: it never waited. */
function neverWaited({ doNotDeliverUntilDate: valueDate, sentAt }: wire.StoredMessage): boolean {
  return valueDate === null || valueDate <= dateInCopenhagen(Date.parse(sentAt));
}

/** The status on a day: what waits is delivered when its value date begins in Copenhagen. */
export function statusOf(message: wire.StoredMessage, today: PlainDate): wire.MessageStatus {
  if (message.recalledAt !== undefined) return 'RECALLED';
  if (message.fixedStatus) return message.fixedStatus;
  const valueDate = message.doNotDeliverUntilDate;
  return valueDate === null || neverWaited(message) || valueDate <= today
    ? 'DELIVERED'
    : 'AWAITING_VALUE_DATE';
}

/** Only post with a value date can be recalled, only before that date, and only once. */
export function recallProblem(message: wire.StoredMessage, today: PlainDate): RecallProblem | undefined {
  const status = statusOf(message, today);
  const valueDate = message.doNotDeliverUntilDate;
  if (status === 'RECALLED') return 'already-recalled';
  if (status === 'REJECTED') return 'rejected';
  if (valueDate === null) return 'no-value-date';
  if (message.fixedStatus === 'DELIVERED') return 'already-delivered';
  if (valueDate <= today) return 'value-date-passed';
  return status === 'DELIVERED' ? 'already-delivered' : undefined;
}

/** `111213****`: the date of birth stays, as the services show it. */
export function maskCpr(cpr: string): string {
  return `${cpr.slice(0, 6)}****`;
}

function recallWord(
  message: wire.StoredMessage,
  today: PlainDate,
  mayRecall: boolean,
): NonNullable<wire.Message['recall']> {
  const valueDate = message.doNotDeliverUntilDate;
  const until = valueDate === null ? {} : { until: addDays(valueDate, -1) };
  const reason = recallProblem(message, today) ?? (mayRecall ? undefined : 'not-permitted');
  return reason === undefined ? { allowed: true, ...until } : { allowed: false, reason, ...until };
}

function shownRecipient({ recipient, masked }: wire.StoredMessage): wire.Message['recipient'] {
  return masked && recipient.idType === 'CPR'
    ? { ...recipient, recipientID: maskCpr(recipient.recipientID) }
    : recipient;
}

function common(message: wire.StoredMessage, today: PlainDate) {
  const { messageUUID, label, sender, doNotDeliverUntilDate, recalledAt } = message;
  const status = statusOf(message, today);
  const recalled = recalledAt === undefined ? {} : { recalledAt };
  return { messageUUID, label, sender, doNotDeliverUntilDate, status, ...recalled };
}

/** The message as a case worker sees it. */
export function toMessage(message: wire.StoredMessage, today: PlainDate, mayRecall: boolean): wire.Message {
  const recall = message.noRecallField ? {} : { recall: recallWord(message, today, mayRecall) };
  return { ...common(message, today), recipient: shownRecipient(message), ...recall };
}

/** The message as the authority's system sees it. */
export function toAuthority(message: wire.StoredMessage, today: PlainDate): wire.AuthorityMessage {
  const { recipient, consentAnswer } = message;
  return { ...common(message, today), recipient, ...(consentAnswer ? { consentAnswer } : {}) };
}

/** Post from another authority is not for the pilot's case worker. */
export function isForeign({ sender }: wire.StoredMessage): boolean {
  return sender.senderID === OTHER_AUTHORITY_CVR;
}

/** The log of events, the oldest first. Delivery has the time when the value date began. */
export function eventsOf(message: wire.StoredMessage, today: PlainDate): wire.MessageEvent[] {
  const { sentAt, recalledAt, doNotDeliverUntilDate: valueDate } = message;
  const status = statusOf(message, today);
  const at = (time: string) => (event: wire.EventName) => ({ time, event });
  if (status === 'REJECTED') return [at(sentAt)('Afvist')];
  const validated = at(sentAt)('Valideret');
  if (status === 'VALIDATED') return [validated];
  if (valueDate === null || neverWaited(message))
    return [validated, at(sentAt)('Tilgængelig for modtageren')];
  const waiting = [validated, at(sentAt)('Valideret – sendes efter valør')];
  if (recalledAt !== undefined) return [...waiting, at(recalledAt)('Tilbagekaldt')];
  if (status !== 'DELIVERED') return waiting;
  const delivered = at(valueDate <= today ? timeInCopenhagen(startOfDay(valueDate)) : sentAt);
  return [...waiting, delivered('Sendt til modtager efter valør'), delivered('Tilgængelig for modtageren')];
}
