/** Instants as Copenhagen writes them. Source: domain 6 (all dates and times of the services are Copenhagen's). */
import { formatDateTime, type PlainDate } from '../components/shared/i18n/dates.js';

const MINUTE_MS = 60_000;

/** How far Copenhagen's wall clock is ahead of UTC at an instant, in milliseconds. */
function offsetAt(instant: number): number {
  const wall = formatDateTime(instant);
  const [day = '', time = ''] = wall.split(' ');
  const iso = `${day.split('/').reverse().join('-')}T${time}:00Z`;
  return Date.parse(iso) - Math.floor(instant / MINUTE_MS) * MINUTE_MS;
}

/** The instant when the date begins in Copenhagen. Summer time begins and ends later in the night, never at midnight. */
export function startOfDay(date: PlainDate): number {
  const midnightInUtc = Date.parse(`${date}T00:00:00Z`);
  return midnightInUtc - offsetAt(midnightInUtc);
}

/** RFC 3339 with Copenhagen's offset and whole seconds: `2026-11-22T10:00:00+01:00`. */
export function timeInCopenhagen(instant: number): string {
  const offset = offsetAt(instant);
  const minutes = Math.abs(offset) / MINUTE_MS;
  const pad = (value: number) => String(Math.floor(value)).padStart(2, '0');
  const zone = `${offset < 0 ? '-' : '+'}${pad(minutes / 60)}:${pad(minutes % 60)}`;
  return new Date(instant + offset).toISOString().slice(0, 19) + zone;
}
