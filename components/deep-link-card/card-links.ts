import { mistake } from '../shared/backend/backend-error.js';
import {
  isTrustedLink,
  type DeepLink,
  type DeepLinks,
  type LinkTarget,
} from '../shared/backend/digital-post-links.js';
import type { Audience } from '../shared/backend/readers/digital-post-contact.js';
import { dateInCopenhagen, formatDateTime, formatLongDate, type Lang } from '../shared/i18n/dates.js';
import { isUuidShaped } from '../shared/i18n/identifiers.js';
import type { DeepLinkCardMessages } from './deep-link-card.messages.js';
import { qrCode, type QrCode } from './qr-code.js';

/** A link of the card. Without a code its address is not to be trusted: it is only shown as text. */
export interface CardLink extends DeepLink {
  readonly code: QrCode | undefined;
}

/** What a host says of the card's subject; anything may come from a framework. */
interface Ids {
  readonly organisationId: string | null | undefined;
  readonly contactPointId: string | null | undefined;
  readonly contactGroupId: string | null | undefined;
}

/**
 * What the card is about.
 * @throws BackendError `bad-ids`: neither or both ids are there, or one has not the shape of an id
 */
export function readTarget({ organisationId, contactPointId, contactGroupId }: Ids): LinkTarget {
  const id = contactPointId || contactGroupId;
  const isOne = !(contactPointId && contactGroupId);
  if (id && isOne && [id, organisationId || id].every(isUuidShaped))
    return { kind: contactPointId ? 'point' : 'group', id };
  throw mistake(
    'config',
    'bad-ids',
    'contact-point-id or contact-group-id: one of them, 8-4-4-4-12 hex digits',
  );
}

/** The links for an audience, or all, with their codes. */
export function cardLinks({ links }: DeepLinks, audience: Audience | undefined): readonly CardLink[] {
  return links
    .filter(({ audiences }) => !audience || audiences.includes(audience))
    .map((link) => ({ ...link, code: isTrustedLink(link.url) ? qrCode(link.url) : undefined }));
}

/** 'virksomheder og myndigheder'. */
export function nameAudiences(
  audiences: readonly Audience[],
  { audienceNames }: DeepLinkCardMessages,
  lang: Lang,
): string {
  return new Intl.ListFormat(lang).format(audiences.map((audience) => audienceNames[audience]));
}

/** What stands on a receipt. */
export interface ReceiptFacts {
  readonly target: LinkTarget;
  readonly organisationId: string | null | undefined;
  readonly links: readonly CardLink[];
  /** When the links were so: milliseconds since 1970. */
  readonly at: number;
  readonly lang: Lang;
}

/** The receipt of the settings: id, date and links, as text on lines. */
export function receipt(facts: ReceiptFacts, texts: DeepLinkCardMessages): string {
  const { target, organisationId, links, at, lang } = facts;
  const time = formatDateTime(at).slice(-5);
  const lines = [
    texts.receiptHeading,
    '',
    `${texts.idOf[target.kind]}: ${target.id}`,
    ...(organisationId ? [`${texts.organisation}: ${organisationId}`] : []),
    `${texts.date}: ${texts.dateAndTime(formatLongDate(dateInCopenhagen(at), lang), time)}`,
  ];
  for (const { audiences, url, code } of links) {
    if (code) lines.push('', `${texts.linkFor(nameAudiences(audiences, texts, lang))}:`, url);
  }
  return `${lines.join('\r\n')}\r\n`;
}
