import { RECALL_PROBLEMS, type Message } from '../shared/backend/digital-post-messages.js';
import { addDays, type PlainDate } from '../shared/i18n/dates.js';
import { isCvr } from '../shared/i18n/identifiers.js';

/** Why a message cannot be recalled. `not-permitted`: also where the server says no, and not why. */
export type Hindrance = (typeof RECALL_PROBLEMS)[number] | 'until-passed' | 'not-permitted' | 'framed';

/**
 * The last day on which a message can be recalled: the server's word, else the day before the value date.
 * @param readOn the day on which the server said so: what it allows, it allows on that day at least, whatever the
 *   clock of this computer says
 */
export function lastDay({ allowed, until, valueDate }: Message, readOn: PlainDate): PlainDate | undefined {
  const day = until ?? (valueDate && addDays(valueDate, -1));
  return allowed && day !== undefined && day < readOn ? readOn : day;
}

/** What stands in the way of a recall, if anything. Source: domain 5, contract 3. */
export function hindranceOf(message: Message, readOn: PlainDate, today: PlainDate): Hindrance | undefined {
  const { status, valueDate, allowed, reason } = message;
  const last = lastDay(message, readOn);
  // The server's last day may lie before the value date, and its clock may be ahead of this one.
  const late = valueDate && today >= valueDate ? 'value-date-passed' : 'until-passed';
  if (status === 'RECALLED') return 'already-recalled';
  if (status === 'REJECTED') return 'rejected';
  const why = RECALL_PROBLEMS.find((known) => allowed === false && known === reason);
  if (why) return why === 'value-date-passed' ? late : why;
  if (!valueDate && !allowed) return 'no-value-date';
  if (last !== undefined && today > last) return late;
  if (status === 'DELIVERED') return 'already-delivered';
  return allowed === false ? 'not-permitted' : undefined;
}

/**
 * The message once the backend has refused to recall it: that is its word on a recall, and newer than the message.
 * @param code what the refusal was called
 */
export function refused(message: Message, code: string): Message {
  const reason = RECALL_PROBLEMS.find((known) => known === code);
  return reason ? { ...message, allowed: false, reason } : message;
}

/** Whether a number still has to be asked for before it can be shown whole. */
export const isMasked = (number: string): boolean => number.endsWith('*');

/** `CVR 12345678`, and a CPR number as the services show it: `CPR 111213-****`, whole only where that is asked for. */
export function formatNumber(number: string, isWhole: boolean): string {
  if (isCvr(number)) return `CVR ${number}`;
  return `CPR ${number.slice(0, 6)}-${isWhole ? number.slice(6) : '****'}`;
}
