import { dateInCopenhagen, formatDateTime, formatLongDate, type Lang } from './dates.js';

/** An instant (milliseconds since 1970) in words: '22. november 2026 kl. 10:00'; undefined when it is not known. */
export function timeText(
  at: number | undefined,
  { dateAndTime }: { readonly dateAndTime: (date: string, time: string) => string },
  lang: Lang,
): string | undefined {
  if (at === undefined) return undefined;
  return dateAndTime(formatLongDate(dateInCopenhagen(at), lang), formatDateTime(at).slice(-5));
}
