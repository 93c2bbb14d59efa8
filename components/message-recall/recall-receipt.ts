import type { Message } from '../shared/backend/digital-post-messages.js';
import { parseInstant, type Lang } from '../shared/i18n/dates.js';
import { timeText } from '../shared/i18n/time-text.js';
import { saveFile } from '../shared/save-file.js';
import type { MessageRecallMessages } from './message-recall.messages.js';

/** The receipt as rows of name and value. Nothing personal stands on it. */
export function receiptRows(
  message: Message,
  texts: MessageRecallMessages,
  lang: Lang,
): readonly (readonly [name: string, value: string])[] {
  const { id, title, recalledAt } = message;
  const at = recalledAt ? parseInstant(recalledAt) : undefined;
  const rows = [
    [texts.title, title],
    [texts.id, id],
    [texts.recalledAt, timeText(at, texts, lang)],
  ] as const;
  return rows.flatMap(([name, value]) => (value ? [[name, value] as const] : []));
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
