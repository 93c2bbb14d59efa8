/** Texts in both languages, side by side: `[dansk, english]`. */
import type { Lang } from '../components/shared/i18n/dates.js';

export type Pair = readonly [da: string, en: string];

/** The text in the language. */
export function say(pair: Pair, lang: Lang): string {
  return pair[lang === 'da' ? 0 : 1];
}
