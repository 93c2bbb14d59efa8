import type { ConsentRequest } from '../shared/backend/digitalt-samtykke.js';
import { dateInCopenhagen, formatDateTime, formatLongDate, type Lang } from '../shared/i18n/dates.js';
import type { ConsentRequestMessages } from './consent-request.messages.js';

/** An instant (milliseconds since 1970) in words: '22. november 2026 kl. 10:00 (dansk tid)'. */
function timeText(at: number, texts: ConsentRequestMessages, lang: Lang): string {
  return texts.dateAndTime(formatLongDate(dateInCopenhagen(at), lang), formatDateTime(at).slice(-5));
}

/** What proves an answer: each fact with its label, for the screen and for the file. */
export function receiptFacts(
  request: ConsentRequest,
  texts: ConsentRequestMessages,
  lang: Lang,
): readonly (readonly [label: string, value: string])[] {
  const { receiptId, answeredAt, answeredVersion, answeredLanguage, respondent } = request;
  const facts: [string, string | undefined][] = [
    [texts.receiptId, receiptId],
    [texts.time, answeredAt === undefined ? answeredAt : timeText(answeredAt, texts, lang)],
    [texts.version, answeredVersion],
    [
      texts.language,
      answeredLanguage && new Intl.DisplayNames(lang, { type: 'language' }).of(answeredLanguage),
    ],
    [texts.asker, authorityText(request)],
    [texts.respondent, respondent],
  ];
  return facts.flatMap(([label, value]) => (value ? [[label, value] as const] : []));
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
