import type { ConsentRequest } from '../shared/backend/digitalt-samtykke.js';
import type { Lang } from '../shared/i18n/dates.js';
import { timeText } from '../shared/i18n/time-text.js';
import { saveFile } from '../shared/save-file.js';
import type { ConsentRequestMessages } from './consent-request.messages.js';

/** What proves an answer: each fact with its label, for the screen and for the file. */
export function receiptFacts(
  request: ConsentRequest,
  texts: ConsentRequestMessages,
  lang: Lang,
): readonly (readonly [label: string, value: string])[] {
  const { receiptId, answeredAt, answeredVersion, answeredLanguage, respondent } = request;
  const facts: [string, string | undefined][] = [
    [texts.receiptId, receiptId],
    [texts.time, timeText(answeredAt, texts, lang)],
    [texts.version, answeredVersion],
    [texts.language, answeredLanguage && languageName(answeredLanguage, lang)],
    [texts.asker, authorityText(request)],
    [texts.respondent, respondent],
  ];
  return facts.flatMap(([label, value]) => (value ? [[label, value] as const] : []));
}

/** 'engelsk'; the tag itself where it is one that the browser does not take, such as `zh-cmn-Hans`. */
function languageName(tag: string, lang: Lang): string | undefined {
  try {
    return new Intl.DisplayNames(lang, { type: 'language' }).of(tag);
  } catch {
    return tag;
  }
}

/** 'Fjordby Kommune (CVR 12345678)'. */
export function authorityText({ authority: { name, cvrNumber } }: ConsentRequest): string {
  return cvrNumber ? `${name} (CVR ${cvrNumber})` : name;
}

/** The receipt as a file: text on lines. */
export function receiptText(request: ConsentRequest, texts: ConsentRequestMessages, lang: Lang): string {
  const { declaration, consents } = request;
  const lines = [
    texts.receipt,
    declaration.heading,
    '',
    ...receiptFacts(request, texts, lang).map(([label, value]) => `${label}: ${value}`),
    ...consents.flatMap(({ purpose, status }) => ['', purpose, texts.statusOf[status]]),
  ];
  return `${lines.join('\r\n')}\r\n`;
}

/** Hands the user the receipt as a file. */
export function saveReceipt(request: ConsentRequest, texts: ConsentRequestMessages, lang: Lang): void {
  const content = new Blob([receiptText(request, texts, lang)], { type: 'text/plain;charset=utf-8' });
  saveFile(`${texts.fileName}-${request.id.replaceAll(/\W+/g, '-')}.txt`, content);
}
