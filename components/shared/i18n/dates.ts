/**
 * Calendar dates as the services use them: a day in Europe/Copenhagen, never an instant.
 * Source of the rules: the Mit Virk and Digital Post guides (docs/domain in the team's shared notes, section 6).
 */

/** A calendar date `YYYY-MM-DD`. Compares correctly as a string. */
export type PlainDate = string;

/** The languages of the kit. */
export type Lang = 'da' | 'en';

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
/** The end of the years with four digits: what some backends call for ever. */
const LAST = Date.UTC(9999, 11, 31, 23, 59);

// As texts, since `Intl` takes longer to make its first formatter than all the rest of a widget (docs/adr/0011).
const MONTHS: Readonly<Record<Lang, string>> = {
  da: 'januar februar marts april maj juni juli august september oktober november december',
  en: 'January February March April May June July August September October November December',
};

/** One o'clock in UTC on the last Sunday of a month (from 0) of 31 days. */
function lastSunday(year: number, month: number): number {
  const last = new Date(Date.UTC(year, month, 31, 1));
  return last.setUTCDate(31 - last.getUTCDay());
}

/**
 * The wall clock in Copenhagen, written as UTC. Summer time is what directive 2000/84/EC of the EU says, the same since
 * 1996; instants before that may be an hour off.
 */
function wallClock(instant: number): string {
  const year = new Date(instant).getUTCFullYear();
  const isSummer = instant >= lastSunday(year, 2) && instant < lastSunday(year, 9);
  return new Date(Math.min(instant + (isSummer ? 2 : 1) * HOUR_MS, LAST)).toISOString();
}

/** The date's midnight in UTC: only for counting days, where no zone can interfere. */
function utcMidnight(date: PlainDate): number {
  return Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)) - 1, Number(date.slice(8, 10)));
}

/**
 * Reads `dd-MM-yyyy` (the public Frister API) or `yyyy-MM-dd`.
 * @returns the date, or undefined when the text is not a date that exists
 */
export function parseDate(text: string): PlainDate | undefined {
  const match = /^(?:(\d{4})-(\d{2})-(\d{2})|(\d{2})-(\d{2})-(\d{4}))$/.exec(text);
  if (!match) return undefined;
  const [, y1, m1, d1, d2, m2, y2] = match;
  const date = `${y1 ?? y2}-${m1 ?? m2}-${d1 ?? d2}`;
  if (date.startsWith('0')) return undefined;
  const real = new Date(utcMidnight(date)).toISOString().slice(0, 10);
  return real === date ? date : undefined;
}

/**
 * Reads an instant with an offset (RFC 3339) as milliseconds since 1970.
 * @returns undefined for anything else
 */
export function parseInstant(text: string): number | undefined {
  // RFC 3339 takes small letters too; Firefox's Date does not.
  const wire = text.toUpperCase();
  const instant = /T.+(Z|[+-]\d\d:\d\d)$/.test(wire) ? Date.parse(wire) : NaN;
  return Number.isNaN(instant) ? undefined : instant;
}

/** The calendar date in Copenhagen at an instant (milliseconds since 1970). */
export function dateInCopenhagen(instant: number): PlainDate {
  return wallClock(instant).slice(0, 10);
}

/** Whole days from `from` to `to`; negative when `to` lies before. */
export function daysBetween(from: PlainDate, to: PlainDate): number {
  return Math.round((utcMidnight(to) - utcMidnight(from)) / DAY_MS);
}

/** The date `days` later (or earlier, when negative). */
export function addDays(date: PlainDate, days: number): PlainDate {
  return new Date(utcMidnight(date) + days * DAY_MS).toISOString().slice(0, 10);
}

/** The date in prose: `1. juni 2022` or `1 June 2022`. */
export function formatLongDate(date: PlainDate, lang: Lang): string {
  const month = MONTHS[lang].split(' ')[Number(date.slice(5, 7)) - 1];
  return `${Number(date.slice(8, 10))}${lang === 'da' ? '.' : ''} ${month} ${date.slice(0, 4)}`;
}

/** The date in tables and fields: `DD/MM/YYYY`. `Intl` in da-DK gives dots, hence the own formatter. */
export function formatShortDate(date: PlainDate): string {
  return `${date.slice(8, 10)}/${date.slice(5, 7)}/${date.slice(0, 4)}`;
}

/** An instant (milliseconds since 1970) as `DD/MM/YYYY HH:mm` in Copenhagen. */
export function formatDateTime(instant: number): string {
  const clock = wallClock(instant);
  return `${formatShortDate(clock)} ${clock.slice(11, 16)}`;
}
