import type { Activity } from '../shared/backend/mit-virk.js';
import { withoutMarkup } from '../shared/html/rich-text.js';
import type { PlainDate } from '../shared/i18n/dates.js';
import { keyOf } from './deadlines.js';

/** A deadline that a calendar can hold. */
export type Dated = Activity & { readonly dueDate: PlainDate };

/** A case may have no date yet. */
export function hasDate(activity: Activity): activity is Dated {
  return activity.dueDate !== undefined;
}

/**
 * Continues on a new line before the 76th octet, never inside a character (RFC 5545, 3.1). What is not ASCII counts as
 * 4 octets, the most that UTF-8 has.
 */
function fold(line: string): string {
  let octets = 0;
  const folded = Array.from(line, (char) => {
    octets += char < '\x80' ? 1 : 4;
    if (octets < 76) return char;
    octets = 5;
    return `\r\n ${char}`;
  });
  return `${folded.join('')}\r\n`;
}

/** A value of type TEXT (RFC 5545, 3.3.11): no text of an authority's can begin a line of its own. */
function escape(text: string): string {
  return text
    .replace(/[\\;,]/g, '\\$&')
    .replace(/\r\n?|\n/g, '\\n')
    .replace(/\p{Cc}/gu, ' ');
}

const basic = (date: string) => date.replace(/-|:|\.\d+/g, '');

function event(deadline: Dated, stamp: string): string[] {
  const { title, authority, description, dueDate, link } = deadline;
  const text = [authority, withoutMarkup(description)].filter(Boolean).join('\n\n');
  return [
    'BEGIN:VEVENT',
    // The same for the same deadline: a calendar that has it already moves it instead of showing it twice.
    `UID:${escape(keyOf(deadline))}@skranke`,
    `DTSTAMP:${stamp}`,
    // One day, as there is no end.
    `DTSTART;VALUE=DATE:${basic(dueDate)}`,
    `SUMMARY:${escape(title)}`,
    `DESCRIPTION:${escape(text)}`,
    // Percent-encoded: what is no address cannot come in here.
    link ? `URL:${new URL(link).href}` : '',
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ];
}

/**
 * A calendar file (RFC 5545) with an all-day event for each deadline. A day in it has no zone, so it is the same day
 * wherever the calendar is.
 * @param at when the file is made: milliseconds since 1970
 */
export function calendarFile(deadlines: readonly Dated[], at: number): string {
  const stamp = basic(new Date(at).toISOString());
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//skranke//deadline-list//DA',
    ...deadlines.flatMap((deadline) => event(deadline, stamp)),
    'END:VCALENDAR',
  ]
    .filter(Boolean)
    .map(fold)
    .join('');
}
