import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { BackendError } from '../shared/backend/backend-error.js';
import type { Choice, Consent, ConsentRequest } from '../shared/backend/digitalt-samtykke.js';
import { formatLongDate, type Lang } from '../shared/i18n/dates.js';
import { externalLink, fact as plainFact, heading } from '../shared/templates.js';
import type { ConsentCase } from './consent-case.js';
import type { ConsentRequestMessages, NoticeName } from './consent-request.messages.js';
import type { Act } from './decisions.js';
import { partKey } from './declaration-changes.js';
import { authorityText } from './receipt.js';

/** Something to be said, at the top or at a consent. */
export interface Notice {
  readonly is: NoticeName;
  /** The consent that it is about. */
  readonly consentId?: string | undefined;
  readonly failure?: BackendError | undefined;
  /** The outcome was found out afterwards. */
  readonly isLate?: boolean;
}

/** Everything that the templates need. */
export interface ConsentContext {
  readonly flow: ConsentCase;
  readonly request: ConsentRequest;
  readonly texts: ConsentRequestMessages;
  readonly lang: Lang;
  /** Level of the headings of parts. */
  readonly level: number;
  readonly notice: Notice | undefined;
  readonly backUrl: URL | undefined;
  /** An act is under way, or its outcome is being found out. */
  readonly isBusy: boolean;
  readonly choose: (consent: Consent, choice: Choice) => void;
  readonly goOn: () => void;
  readonly goBack: () => void;
  readonly act: (act: Act) => void;
  readonly check: () => void;
  /** Asks whether a consent is to be withdrawn; without an id, no longer. */
  readonly confirm: (index: number, id?: string) => void;
  readonly focusField: (field: string) => void;
  readonly retry: () => void;
}

/** The authority's own words, in their language. */
export const own = ({ request, lang }: ConsentContext) => {
  const { language } = request.declaration;
  return language.split('-')[0] === lang ? nothing : language;
};

/** Words of the authority's within a sentence. */
export const inOwn = (words: string, context: ConsentContext): TemplateResult =>
  html`<span lang=${own(context)}>${words}</span>`;

export const text = (words: string | undefined, context: ConsentContext) =>
  words && html`<p class="text" lang=${own(context)}>${words}</p>`;

const list = (items: readonly string[], context: ConsentContext) =>
  html`<ul role="list" lang=${own(context)}>
    ${items.map((item) => html`<li>${item}</li>`)}
  </ul>`;

export function mark(key: string, { flow, texts }: ConsentContext): unknown {
  return flow.changes?.keys.has(key) ? html` <mark>${texts.changed}</mark>` : nothing;
}

export function fact(label: string, value: unknown, context: ConsentContext, key = ''): unknown {
  return plainFact([label, mark(key, context)], value);
}

const PHONE = /^\+?[\d ()-]{5,}$/;
const EMAIL = /^[^\s:/?&@]+@[^\s:/?&@]+$/;

function contact({ request: { authority }, texts }: ConsentContext): unknown {
  const { contactName, url, phone, email } = authority;
  const link = (is: RegExp, scheme: string, value: string) =>
    is.test(value) ? html`<a href="${scheme}:${value.replaceAll(' ', '')}">${value}</a>` : value;
  const ways = [
    contactName,
    url && externalLink(url, url, texts),
    phone && link(PHONE, 'tel', phone),
    email && link(EMAIL, 'mailto', email),
  ].filter(Boolean);
  return html`<ul role="list">
    ${(ways.length > 0 ? ways : [authority.name]).map((way) => html`<li>${way}</li>`)}
  </ul>`;
}

/** All that is to be known before a choice, but for what belongs to one purpose. */
export function facts(context: ConsentContext): TemplateResult {
  const { request, texts, lang } = context;
  const { declaration, authority, answerBy, respondent } = request;
  const isOpen = request.status === 'created';
  const words = (name: 'introduction' | 'legalBasis' | 'refusalText' | 'withdrawalText' | 'complaintText') =>
    fact(texts[name], text(declaration[name], context), context, name);
  return html`${heading(context.level, [inOwn(declaration.heading, context), mark('heading', context)], { kind: 'part' })}
    <dl class="facts" part="facts">
      ${fact(texts.asker, authorityText(request), context, 'authority')}
      ${isOpen ? fact(texts.respondent, respondent, context) : nothing} ${words('introduction')}
      ${words('legalBasis')}
      ${isOpen && answerBy ? fact(texts.answerBy, formatLongDate(answerBy, lang), context, 'answerBy') : nothing}
      ${isOpen ? words('refusalText') : nothing} ${words('withdrawalText')}
      ${fact(texts.contact, contact(context), context, 'contact')} ${words('complaintText')}
      ${fact(texts.version, declaration.version, context, 'version')}
    </dl>
    ${
      authority.privacyPolicyUrl
        ? html`<p>${externalLink(authority.privacyPolicyUrl, texts.privacyPolicy, texts)}</p>`
        : nothing
    }`;
}

/** What belongs to one purpose. */
export function details(consent: Consent, context: ConsentContext): TemplateResult {
  const { texts, lang } = context;
  const { data, recipients, validTo } = consent;
  return html`<dl class="facts">
    ${fact(texts.data, list(data, context), context, partKey(consent, 'data'))}
    ${fact(texts.recipients, list(recipients, context), context, partKey(consent, 'recipients'))}
    ${fact(texts.validTo, validTo ? formatLongDate(validTo, lang) : texts.noEnd, context, partKey(consent, 'validTo'))}
  </dl>`;
}
