/** Copies to the clipboard, where the browser and the page's address allow it. */
import type { Lang } from '../components/shared/i18n/dates.js';
import { say } from './pair.js';
import { texts } from './texts.js';
import type { Told } from './told.js';

export async function copyText(text: string, lang: Lang): Promise<Told> {
  try {
    await navigator.clipboard.writeText(text);
    return { text: say(texts.copied, lang) };
  } catch {
    return { text: say(texts.notCopied, lang), isError: true };
  }
}
