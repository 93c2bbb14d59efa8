import type { Message } from '../shared/backend/digital-post-messages.js';
import { dateInCopenhagen, formatDateTime, formatLongDate, type Lang } from '../shared/i18n/dates.js';
import { saveFile } from '../shared/save-file.js';
import type { MessageRecallMessages } from './message-recall.messages.js';

/** When it was recalled: `21. november 2026 kl. 14:30`; empty when the backend did not say. */
function whenRecalled({ recalledAt }: Message, { dateAndTime }: MessageRecallMessages, lang: Lang): string {
  if (!recalledAt) return '';
  const at = Date.parse(recalledAt);
  return dateAndTime(formatLongDate(dateInCopenhagen(at), lang), formatDateTime(at).slice(-5));
}

/** The receipt as rows of name and value. Nothing personal stands on it. */
export function receiptRows(
  message: Message,
  texts: MessageRecallMessages,
  lang: Lang,
): readonly (readonly [name: string, value: string])[] {
  const rows = [
    [texts.title, message.title],
    [texts.id, message.id],
    [texts.recalledAt, whenRecalled(message, texts, lang)],
  ] as const;
  return rows.filter(([, value]) => value);
}

/** The receipt as text on lines. */
export function receiptText(message: Message, texts: MessageRecallMessages, lang: Lang): string {
  const rows = receiptRows(message, texts, lang).map(([name, value]) => `${name}: ${value}`);
  return [texts.receipt, '', ...rows, ''].join('\r\n');
}

/** Hands the user the receipt as a file. */
export function saveReceipt(message: Message, texts: MessageRecallMessages, lang: Lang): void {
  const content = new Blob([receiptText(message, texts, lang)], { type: 'text/plain;charset=utf-8' });
  saveFile(`${texts.fileName}-${message.id}.txt`, content);
}
