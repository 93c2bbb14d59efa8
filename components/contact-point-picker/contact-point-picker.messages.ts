import {
  commonMessages,
  say,
  type Catalogue,
  type CommonMessages,
  type ErrorText,
} from '../shared/i18n/common.messages.js';

/** The texts of the contact point picker. */
export interface ContactPointPickerMessages extends CommonMessages {
  readonly heading: string;
  readonly authority: string;
  readonly changeAuthority: string;
  readonly authorityHeading: string;
  readonly authorityLabel: string;
  readonly authorityHint: string;
  /** Where a number was typed for a name. */
  readonly noNumbers: string;
  readonly searchLabel: string;
  readonly searchHint: string;
  /** What a search gave. */
  readonly found: (count: number) => string;
  readonly noneFound: string;
  readonly stillLoading: string;
  readonly topLevel: string;
  readonly breadcrumb: string;
  readonly back: (name: string) => string;
  /** What a group holds. */
  readonly points: (count: number) => string;
  readonly keyword: string;
  readonly showMore: string;
  /** How many of all. */
  readonly showing: (shown: number, total: number) => string;
  readonly narrow: string;
  readonly empty: ErrorText;
  /** A point or a group; its name where that is known. */
  readonly unusable: (name: string | undefined) => ErrorText;
  readonly chosen: string;
  readonly chooseAnother: string;
  readonly recommended: string;
  /** Stands before the titles of the information fields. */
  readonly bring: string;
  readonly optional: string;
  readonly counter: (count: number, max: number) => string;
  readonly tooLong: (max: number) => string;
  readonly capacity: (attachments: number, megabytes: string) => string;
  readonly onBehalf: string;
  readonly privacyPolicy: string;
  readonly write: string;
  readonly noLink: ErrorText;
  /** In place of the text of `noLink`: there is a link, but to a host that is not in `linkHosts`. */
  readonly untrusted: string;
  readonly required: string;
  readonly problems: string;
  readonly incomplete: ErrorText;
}

const da: ContactPointPickerMessages = {
  ...commonMessages.da,
  errors: {
    ...commonMessages.da.errors,
    'not-permitted': say('Du har ikke adgang', 'Kontakt dem, der står bag siden.'),
  },
  heading: 'Find det rette sted at skrive til',
  authority: 'Myndighed',
  changeAuthority: 'Skift myndighed',
  authorityHeading: 'Hvem vil du skrive til?',
  authorityLabel: 'Navn på myndighed eller enhed',
  authorityHint: 'Skriv mindst to bogstaver.',
  noNumbers: 'Skriv et navn. Du kan ikke søge på CPR- eller CVR-nummer.',
  searchLabel: 'Hvad vil du skrive om?',
  searchHint: 'Søg, fx efter pas, eller vælg på listen.',
  found: (count) => (count === 1 ? '1 resultat' : `${count} resultater`),
  noneFound: 'Ingen resultater. Prøv med et andet ord eller færre bogstaver.',
  stillLoading: 'Vi henter stadig flere.',
  topLevel: 'Alle emner',
  breadcrumb: 'Du er her',
  back: (name) => `Tilbage til ${name}`,
  points: (count) => (count === 1 ? '1 kontaktpunkt' : `${count} kontaktpunkter`),
  keyword: 'Søgeord',
  showMore: 'Vis flere',
  showing: (shown, total) => `Viser ${shown} af ${total}`,
  narrow: 'Skriv mere i søgefeltet for at finde resten.',
  empty: {
    heading: 'Her er ingen kontaktpunkter',
    text: 'Se på myndighedens hjemmeside, hvordan du skriver til den.',
  },
  unusable: (name = 'Stedet') => ({
    heading: `${name} kan ikke bruges her`,
    text: 'Find et andet herunder.',
  }),
  chosen: 'Du har valgt',
  chooseAnother: 'Vælg en anden',
  recommended: 'Du kan klare det selv',
  bring: 'Hav dette klar',
  optional: '(valgfrit)',
  counter: (count, max) => `${count}/${max} tegn`,
  tooLong: (max) => `Skriv højst ${max} tegn`,
  capacity: (attachments, megabytes) =>
    attachments > 0
      ? `Du kan sende højst ${attachments} bilag, ${megabytes} MB.`
      : `Du kan ikke sende bilag. Beskeden må højst fylde ${megabytes} MB.`,
  onBehalf: 'Du skriver for en anden.',
  privacyPolicy: 'Sådan bruger myndigheden jeres oplysninger',
  write: 'Skriv besked',
  noLink: {
    heading: 'Du kan ikke skrive hertil',
    text: 'Kontaktpunktet er lukket eller for andre end dig. Vælg et andet.',
  },
  untrusted: 'Linket kan ikke bruges. Kontakt dem, der står bag siden.',
  required: 'Vælg, hvem du vil skrive til',
  problems: 'Der er problemer',
  incomplete: { heading: 'Listen er ikke komplet', text: 'Noget kunne ikke hentes eller vises. Prøv igen.' },
};

const en: ContactPointPickerMessages = {
  ...commonMessages.en,
  errors: {
    ...commonMessages.en.errors,
    'not-permitted': say('You do not have access', 'Contact those who run this page.'),
  },
  heading: 'Find the right place to write to',
  authority: 'Authority',
  changeAuthority: 'Change authority',
  authorityHeading: 'Who do you want to write to?',
  authorityLabel: 'Name of authority or unit',
  authorityHint: 'Write at least two letters.',
  noNumbers: 'Write a name. You cannot search by CPR or CVR number.',
  searchLabel: 'What do you want to write about?',
  searchHint: 'Search, e.g. for passport, or choose in the list.',
  found: (count) => (count === 1 ? '1 result' : `${count} results`),
  noneFound: 'No results. Try another word or fewer letters.',
  stillLoading: 'We are still loading more.',
  topLevel: 'All subjects',
  breadcrumb: 'You are here',
  back: (name) => `Back to ${name}`,
  points: (count) => (count === 1 ? '1 contact point' : `${count} contact points`),
  keyword: 'Keyword',
  showMore: 'Show more',
  showing: (shown, total) => `Showing ${shown} of ${total}`,
  narrow: 'Write more in the search field to find the rest.',
  empty: {
    heading: 'There are no contact points here',
    text: 'See on the website of the authority how to write to it.',
  },
  unusable: (name = 'The place') => ({
    heading: `${name} cannot be used here`,
    text: 'Find another one below.',
  }),
  chosen: 'You have chosen',
  chooseAnother: 'Choose another',
  recommended: 'You can do it yourself',
  bring: 'Have this ready',
  optional: '(optional)',
  counter: (count, max) => `${count}/${max} characters`,
  tooLong: (max) => `Write at most ${max} characters`,
  capacity: (attachments, megabytes) =>
    attachments > 0
      ? `You can send at most ${attachments} attachment${attachments === 1 ? '' : 's'}, ${megabytes} MB.`
      : `You cannot send attachments. The message may be at most ${megabytes} MB.`,
  onBehalf: 'You write for somebody else.',
  privacyPolicy: 'How the authority uses information about you both',
  write: 'Write message',
  noLink: {
    heading: 'You cannot write here',
    text: 'The contact point is closed or not for you. Choose another one.',
  },
  untrusted: 'The link cannot be used. Contact those who run this page.',
  required: 'Choose where you want to write to',
  problems: 'There are problems',
  incomplete: {
    heading: 'The list is not complete',
    text: 'Something could not be loaded or shown. Try again.',
  },
};

/** The texts in both languages. */
export const contactPointPickerMessages: Catalogue<ContactPointPickerMessages> = { da, en };
