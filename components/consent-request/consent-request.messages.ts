import type { Choice, ConsentStatus, RequestStatus } from '../shared/backend/digitalt-samtykke.js';
import {
  commonMessages,
  say,
  type Catalogue,
  type CommonMessages,
  type ErrorText,
} from '../shared/i18n/common.messages.js';
import { writeErrors, type WriteErrors } from '../shared/i18n/write-errors.messages.js';

/** What can be said above the rest, once something has happened. */
export type NoticeName =
  | 'saved'
  | 'withdrawn'
  | 'late'
  | 'first'
  | 'over'
  | 'notStored'
  | 'unknown'
  | 'changed'
  | 'elsewhere'
  | 'otherPerson'
  | 'framed'
  | 'refreshFailed';

/** The texts of the consent request. None of them is a legal text: those are the authority's. */
export interface ConsentRequestMessages extends CommonMessages {
  readonly heading: string;
  readonly checkHeading: string;
  readonly receipt: string;
  readonly asker: string;
  readonly respondent: string;
  readonly introduction: string;
  readonly legalBasis: string;
  readonly answerBy: string;
  readonly refusalText: string;
  readonly withdrawalText: string;
  readonly contact: string;
  readonly complaintText: string;
  readonly privacyPolicy: string;
  readonly data: string;
  readonly recipients: string;
  readonly validTo: string;
  readonly noEnd: string;
  readonly choices: Readonly<Record<Choice, string>>;
  readonly goOn: string;
  readonly problems: string;
  readonly undecided: (purpose: string) => string;
  readonly checkText: (authority: string) => string;
  readonly send: string;
  readonly change: string;
  readonly sending: string;
  readonly checkAgain: string;
  readonly receiptId: string;
  readonly time: string;
  readonly version: string;
  readonly language: string;
  readonly dateAndTime: (date: string, time: string) => string;
  readonly otherVersion: string;
  readonly print: string;
  readonly save: string;
  /** Without what comes after the dot. */
  readonly fileName: string;
  readonly backTo: (host: string) => string;
  readonly statusOf: Readonly<Record<ConsentStatus, string>>;
  /** What has become of the request. */
  readonly statuses: Readonly<Record<Exclude<RequestStatus, 'created'>, ErrorText>>;
  readonly withdraw: string;
  readonly confirm: string;
  readonly confirmed: string;
  readonly cancel: string;
  readonly changed: string;
  readonly removed: (purpose: string) => string;
  readonly notices: Readonly<Record<NoticeName, ErrorText>>;
  readonly errors: CommonMessages['errors'] & WriteErrors & Readonly<Record<'missing-text', ErrorText>>;
}

const da: ConsentRequestMessages = {
  ...commonMessages.da,
  heading: 'Anmodning om samtykke',
  checkHeading: 'Tjek dit svar',
  receipt: 'Kvittering for dit svar',
  asker: 'Hvem spørger',
  respondent: 'Hvem svarer',
  introduction: 'Hvorfor',
  legalBasis: 'Retsgrundlag',
  answerBy: 'Svar senest',
  refusalText: 'Hvis du siger nej',
  withdrawalText: 'Hvis du vil tilbagekalde dit samtykke',
  contact: 'Kontakt',
  complaintText: 'Hvis du vil klage',
  privacyPolicy: 'Sådan bruger myndigheden dine oplysninger',
  data: 'Oplysninger',
  recipients: 'Hvem får dem',
  validTo: 'Gælder til og med',
  noEnd: 'Ingen slutdato',
  choices: { given: 'Ja, jeg giver samtykke', refused: 'Nej, jeg giver ikke samtykke' },
  goOn: 'Gå videre',
  problems: 'Der er problemer',
  undecided: (purpose) => `Vælg ja eller nej til: ${purpose}`,
  checkText: (authority) =>
    `Du har ikke svaret endnu. Når du trykker på Send svar, får ${authority} dette svar:`,
  send: 'Send svar',
  change: 'Ret',
  sending: 'Vent …',
  checkAgain: 'Tjek igen',
  receiptId: 'Kvitteringsnummer',
  time: 'Tidspunkt',
  version: 'Erklæringens version',
  language: 'Erklæringens sprog',
  dateAndTime: (date, time) => `${date} kl. ${time} (dansk tid)`,
  otherVersion: 'Du svarede på en anden version af teksterne.',
  print: 'Udskriv',
  save: 'Hent kvittering',
  fileName: 'kvittering',
  backTo: (host) => `Tilbage til ${host}`,
  statusOf: {
    pending: 'Du har ikke svaret',
    given: 'Ja, du har givet samtykke',
    refused: 'Nej, du har ikke givet samtykke',
    withdrawn: 'Du har tilbagekaldt samtykket',
    expired: 'Samtykket gælder ikke længere',
  },
  statuses: {
    accepted: say('Du har givet samtykke'),
    'partly-accepted': say('Du har givet samtykke til en del af det'),
    rejected: say('Du har ikke givet samtykke'),
    revoked: say('Du har tilbagekaldt dit samtykke'),
    expired: say(
      'Fristen for at svare er udløbet',
      'Der er ikke gemt noget svar. Kontakt myndigheden, hvis du stadig vil svare.',
    ),
    deleted: say(
      'Myndigheden har trukket anmodningen tilbage',
      'Du skal ikke gøre noget. Intet samtykke gælder.',
    ),
  },
  withdraw: 'Tilbagekald samtykke',
  confirm: 'Vil du tilbagekalde dette samtykke?',
  confirmed: 'Ja, tilbagekald',
  cancel: 'Fortryd',
  changed: 'Ændret',
  removed: (purpose) => `Fjernet: ${purpose}.`,
  notices: {
    saved: say('Dit svar er modtaget'),
    withdrawn: say('Samtykket er tilbagekaldt'),
    late: say('', 'Vi fik ikke svar med det samme, men det er gemt.'),
    first: say('Dit første svar er gemt', 'Det, du valgte bagefter, er ikke gemt.'),
    over: say('Det, du valgte her, er ikke gemt'),
    notStored: say('Det er ikke gemt endnu', 'Dine valg er her stadig.'),
    unknown: say('Vi ved ikke, om det er gemt', 'Vi fik ikke svar. Tjek igen, før du gør andet.'),
    changed: say(
      'Myndigheden har ændret anmodningen',
      'Dine valg er slettet. Intet er sendt. Læs det, der er mærket Ændret, og vælg igen.',
    ),
    elsewhere: say(
      'Det er allerede gjort et andet sted',
      'Måske i et andet vindue. Det, du valgte her, er ikke gemt.',
    ),
    otherPerson: say(
      'En anden person er logget ind',
      'Det, der var valgt her, er slettet. Intet er sendt for dig.',
    ),
    framed: say(
      'Du kan ikke gøre det her på denne side',
      'En fremmed side viser den. Intet er sendt. Åbn siden direkte, og prøv igen.',
    ),
    refreshFailed: say('Det er måske ikke det nyeste'),
  },
  errors: {
    ...commonMessages.da.errors,
    ...writeErrors.da,
    'missing-text': say(
      'Du kan ikke svare endnu',
      'Der mangler en tekst, som du har ret til at se først. Kontakt myndigheden.',
    ),
    'not-permitted': say('Anmodningen er ikke til dig', 'Log ind som den, der har fået den.'),
    'not-found': say('Anmodningen findes ikke', 'Tjek linket, eller kontakt myndigheden.'),
    'already-answered': say('Det er allerede gjort et andet sted', 'Måske i et andet vindue.'),
    expired: say('Fristen for at svare er udløbet', 'Kontakt myndigheden, hvis du stadig vil svare.'),
    deleted: say('Myndigheden har trukket anmodningen tilbage', 'Du skal ikke gøre noget.'),
    'not-given': say('Samtykket gælder ikke længere', 'Du skal ikke gøre noget.'),
  },
};

const en: ConsentRequestMessages = {
  ...commonMessages.en,
  heading: 'Request for consent',
  checkHeading: 'Check your answer',
  receipt: 'Receipt for your answer',
  asker: 'Who asks',
  respondent: 'Who answers',
  introduction: 'Why',
  legalBasis: 'Legal basis',
  answerBy: 'Answer by',
  refusalText: 'If you say no',
  withdrawalText: 'If you want to withdraw your consent',
  contact: 'Contact',
  complaintText: 'If you want to complain',
  privacyPolicy: 'How the authority uses your data',
  data: 'Data',
  recipients: 'Who gets them',
  validTo: 'Valid until and including',
  noEnd: 'No end date',
  choices: { given: 'Yes, I give consent', refused: 'No, I do not give consent' },
  goOn: 'Continue',
  problems: 'There are problems',
  undecided: (purpose) => `Choose yes or no to: ${purpose}`,
  checkText: (authority) =>
    `You have not answered yet. When you press Send answer, ${authority} gets this answer:`,
  send: 'Send answer',
  change: 'Change',
  sending: 'Wait …',
  checkAgain: 'Check again',
  receiptId: 'Receipt number',
  time: 'Time',
  version: 'Version of the declaration',
  language: 'Language of the declaration',
  dateAndTime: (date, time) => `${date} at ${time} (Danish time)`,
  otherVersion: 'You answered another version of the texts.',
  print: 'Print',
  save: 'Save receipt',
  fileName: 'receipt',
  backTo: (host) => `Back to ${host}`,
  statusOf: {
    pending: 'You have not answered',
    given: 'Yes, you have given consent',
    refused: 'No, you have not given consent',
    withdrawn: 'You have withdrawn the consent',
    expired: 'The consent is no longer valid',
  },
  statuses: {
    accepted: say('You have given consent'),
    'partly-accepted': say('You have given consent to a part of it'),
    rejected: say('You have not given consent'),
    revoked: say('You have withdrawn your consent'),
    expired: say(
      'The time to answer has run out',
      'No answer is stored. Contact the authority if you still want to answer.',
    ),
    deleted: say(
      'The authority has taken the request back',
      'You need not do anything. No consent is valid.',
    ),
  },
  withdraw: 'Withdraw consent',
  confirm: 'Do you want to withdraw this consent?',
  confirmed: 'Yes, withdraw',
  cancel: 'Cancel',
  changed: 'Changed',
  removed: (purpose) => `Removed: ${purpose}.`,
  notices: {
    saved: say('Your answer has been received'),
    withdrawn: say('The consent has been withdrawn'),
    late: say('', 'We got no answer at once, but it is stored.'),
    first: say('Your first answer is stored', 'What you chose after it is not stored.'),
    over: say('What you chose here is not stored'),
    notStored: say('It is not stored yet', 'Your choices are still here.'),
    unknown: say(
      'We do not know whether it is stored',
      'We got no answer. Check again before you do anything else.',
    ),
    changed: say(
      'The authority has changed the request',
      'Your choices are deleted. Nothing has been sent. Read what is marked Changed, and choose again.',
    ),
    elsewhere: say(
      'It has already been done somewhere else',
      'Perhaps in another window. What you chose here is not stored.',
    ),
    otherPerson: say(
      'Another person has logged in',
      'What was chosen here is deleted. Nothing has been sent for you.',
    ),
    framed: say(
      'You cannot do this on this page',
      'A stranger’s page shows it. Nothing has been sent. Open the page directly, then try again.',
    ),
    refreshFailed: say('It may not be up to date'),
  },
  errors: {
    ...commonMessages.en.errors,
    ...writeErrors.en,
    'missing-text': say(
      'You cannot answer yet',
      'A text that you have the right to see first is missing. Contact the authority.',
    ),
    'not-permitted': say('The request is not for you', 'Log in as the person who got it.'),
    'not-found': say('The request does not exist', 'Check the link, or contact the authority.'),
    'already-answered': say('It has already been done somewhere else', 'Perhaps in another window.'),
    expired: say('The time to answer has run out', 'Contact the authority if you still want to answer.'),
    deleted: say('The authority has taken the request back', 'You need not do anything.'),
    'not-given': say('The consent is no longer valid', 'You need not do anything.'),
  },
};

/** The texts in both languages. */
export const consentRequestMessages: Catalogue<ConsentRequestMessages> = { da, en };
