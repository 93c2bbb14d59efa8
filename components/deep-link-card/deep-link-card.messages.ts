import type { LinkTarget, NoLinkReason, Platform } from '../shared/backend/digital-post-links.js';
import type { Audience } from '../shared/backend/readers/digital-post-contact.js';
import {
  commonMessages,
  type Catalogue,
  type CommonMessages,
  type ErrorText,
} from '../shared/i18n/common.messages.js';

type Kind = LinkTarget['kind'];

/** The texts of the deep-link card. `who` is one or more audiences: `virksomheder og myndigheder`. */
export interface DeepLinkCardMessages extends CommonMessages {
  readonly heading: string;
  readonly audienceNames: Readonly<Record<Audience, string>>;
  readonly linkFor: (who: string) => string;
  readonly opens: (kind: Kind, platform: Platform | undefined) => string;
  readonly codeFor: (who: string) => string;
  readonly ready: (count: number) => string;
  readonly copy: string;
  readonly copied: string;
  readonly selected: string;
  readonly save: (format: string) => string;
  readonly noPng: string;
  readonly saveReceipt: string;
  /** Names of the files, without what comes after the dot. */
  readonly fileNames: Readonly<Record<'code' | 'receipt', string>>;
  readonly receiptHeading: string;
  readonly idOf: Readonly<Record<Kind, string>>;
  readonly organisation: string;
  readonly date: string;
  readonly dateAndTime: (date: string, time: string) => string;
  readonly noLinks: string;
  readonly reasons: Readonly<Record<NoLinkReason | 'unknown', string>>;
  readonly noneFor: (who: string) => string;
  readonly noneForText: string;
  readonly untrusted: string;
  readonly untrustedText: string;
  readonly leftOut: (count: number) => string;
  readonly refreshFailed: string;
  readonly errors: CommonMessages['errors'] & Readonly<Record<'bad-ids', ErrorText>>;
}

const da: DeepLinkCardMessages = {
  ...commonMessages.da,
  heading: 'Link og QR-kode',
  audienceNames: { citizen: 'borgere', business: 'virksomheder', authority: 'myndigheder' },
  linkFor: (who) => `Link for ${who}`,
  opens: (kind, platform) =>
    `${kind === 'point' ? 'Åbner en ny besked til kontaktpunktet' : 'Viser gruppens kontaktpunkter'}${platform ? ` på ${platform}` : ''}.`,
  codeFor: (who) => `QR-kode med linket for ${who}`,
  ready: (count) => (count === 1 ? '1 link er klar' : `${count} links er klar`),
  copy: 'Kopiér link',
  copied: 'Linket er kopieret.',
  selected:
    'Browseren tillader ikke kopiering. Linket er markeret: Tryk Ctrl+C (på Mac ⌘C), eller hold fingeren på det, og vælg Kopiér.',
  save: (format) => `Hent ${format}`,
  noPng: 'Browseren kan ikke lave billedet. Hent koden som SVG i stedet.',
  saveReceipt: 'Hent kvittering',
  fileNames: { code: 'qr-kode', receipt: 'kvittering' },
  receiptHeading: 'Kvittering for dybe links i Digital Post',
  idOf: { point: 'Kontaktpunkt', group: 'Kontaktgruppe' },
  organisation: 'Organisation',
  date: 'Dato',
  dateAndTime: (date, time) => `${date} kl. ${time} (dansk tid)`,
  noLinks: 'Der er ikke noget link lige nu',
  reasons: {
    inactive: 'Kontaktpunktet er ikke aktivt. Linket kommer, når kontaktpunktet bliver aktivt.',
    'no-receiving-system':
      'Kontaktpunktet har ikke noget modtagersystem. Linket kommer, når der er valgt et, og kontaktpunktet er aktivt.',
    'no-active-points':
      'Gruppen har ingen aktive kontaktpunkter. Linket kommer, når mindst ét af dens kontaktpunkter er aktivt.',
    unknown: 'Prøv igen senere.',
  },
  noneFor: (who) => `Der er ikke noget link for ${who}`,
  noneForText: 'Linket kommer, når målgruppen er valgt på et aktivt kontaktpunkt.',
  untrusted: 'Brug ikke denne adresse',
  untrustedText:
    'Den fører ikke til et sted, som siden har godkendt. Kontakt dem, der står bag siden. Adressen er:',
  leftOut: (count) => (count === 1 ? '1 link kunne ikke vises' : `${count} links kunne ikke vises`),
  refreshFailed: 'Linkene er måske ikke de nyeste',
  errors: {
    ...commonMessages.da.errors,
    'bad-ids': {
      heading: 'Siden er sat forkert op',
      text: 'Kortet skal have id’et på enten et kontaktpunkt eller en kontaktgruppe. Kontakt dem, der står bag siden.',
    },
    'not-found': {
      heading: 'Kontaktpunktet eller gruppen findes ikke',
      text: 'Den er måske slettet, eller id’et er forkert. Tjek id’et i kontaktstrukturen.',
    },
  },
};

const en: DeepLinkCardMessages = {
  ...commonMessages.en,
  heading: 'Link and QR code',
  audienceNames: { citizen: 'citizens', business: 'companies', authority: 'authorities' },
  linkFor: (who) => `Link for ${who}`,
  opens: (kind, platform) =>
    `${kind === 'point' ? 'Opens a new message to the contact point' : 'Shows the contact points of the group'}${platform ? ` on ${platform}` : ''}.`,
  codeFor: (who) => `QR code with the link for ${who}`,
  ready: (count) => (count === 1 ? '1 link is ready' : `${count} links are ready`),
  copy: 'Copy link',
  copied: 'The link is copied.',
  selected:
    'The browser does not allow copying. The link is selected: press Ctrl+C (⌘C on a Mac), or hold your finger on it and choose Copy.',
  save: (format) => `Save ${format}`,
  noPng: 'The browser cannot make the picture. Save the code as SVG instead.',
  saveReceipt: 'Save receipt',
  fileNames: { code: 'qr-code', receipt: 'receipt' },
  receiptHeading: 'Receipt for deep links in Digital Post',
  idOf: { point: 'Contact point', group: 'Contact group' },
  organisation: 'Organisation',
  date: 'Date',
  dateAndTime: (date, time) => `${date} at ${time} (Danish time)`,
  noLinks: 'There is no link right now',
  reasons: {
    inactive: 'The contact point is not active. The link comes when the contact point becomes active.',
    'no-receiving-system':
      'The contact point has no receiving system. The link comes when one is chosen and the contact point is active.',
    'no-active-points':
      'The group has no active contact points. The link comes when at least one of its contact points is active.',
    unknown: 'Try again later.',
  },
  noneFor: (who) => `There is no link for ${who}`,
  noneForText: 'The link comes when an active contact point has this audience.',
  untrusted: 'Do not use this address',
  untrustedText:
    'It does not lead to a place that this page has approved. Contact those who run this page. The address is:',
  leftOut: (count) => (count === 1 ? '1 link could not be shown' : `${count} links could not be shown`),
  refreshFailed: 'The links may not be up to date',
  errors: {
    ...commonMessages.en.errors,
    'bad-ids': {
      heading: 'This page is set up wrongly',
      text: 'The card needs the id of either a contact point or a contact group. Contact those who run this page.',
    },
    'not-found': {
      heading: 'The contact point or group does not exist',
      text: 'It may have been deleted, or the id is wrong. Check the id in the contact structure.',
    },
  },
};

/** The texts in both languages. */
export const deepLinkCardMessages: Catalogue<DeepLinkCardMessages> = { da, en };
