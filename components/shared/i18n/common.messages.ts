import type { ErrorCode, WriteCode } from '../backend/backend-error.js';
import type { Lang } from './dates.js';

/** What is said of a failure: what happened, and what to do now. */
export interface ErrorText {
  readonly heading: string;
  readonly text: string;
}

/** The texts that all widgets have. */
export interface CommonMessages {
  readonly loading: string;
  readonly retry: string;
  readonly newWindow: string;
  readonly errorLabel: string;
  readonly warningLabel: string;
  readonly infoLabel: string;
  readonly successLabel: string;
  /** How long to wait. `seconds` is at least 1. */
  readonly waitHint: (seconds: number) => string;
  /** One text a failure code; widgets that write add those of writes, and services their own slugs. */
  readonly errors: Readonly<Record<Exclude<ErrorCode, WriteCode>, ErrorText> & Record<string, ErrorText>>;
}

/** One set of texts a language. All keys are required in both. */
export type Catalogue<Texts> = Readonly<Record<Lang, Texts>>;

/** What a host may replace: any text, also a single one of a group such as `errors`. */
export type MessageOverrides<Texts> = {
  readonly [Key in keyof Texts]?: Texts[Key] extends (...values: never) => string
    ? Texts[Key]
    : Texts[Key] extends object
      ? MessageOverrides<Texts[Key]>
      : Texts[Key];
};

/** Makes a text with its heading. */
export const say = (heading: string, text = ''): ErrorText => ({ heading, text });

const da: CommonMessages = {
  loading: 'Henter …',
  retry: 'Prøv igen',
  newWindow: '(åbner i nyt vindue)',
  errorLabel: 'Fejl',
  warningLabel: 'Advarsel',
  infoLabel: 'Information',
  successLabel: 'Udført',
  waitHint: (seconds) =>
    `Vent ${seconds < 90 ? `${seconds} ${seconds === 1 ? 'sekund' : 'sekunder'}` : `${Math.ceil(seconds / 60)} minutter`}, og prøv igen.`,
  errors: {
    config: say(
      'Siden er sat forkert op',
      'Adressen på indholdet mangler eller er forkert. Kontakt dem, der står bag siden.',
    ),
    'token-failed': say('Vi kunne ikke bekræfte, hvem du er', 'Log ud og ind igen.'),
    network: say('Vi kan ikke få forbindelse', 'Tjek din internetforbindelse, og prøv igen.'),
    offline: say('Du er ikke på nettet', 'Vi prøver igen, så snart du er på nettet.'),
    timeout: say('Det tog for lang tid', 'Systemet er langsomt lige nu. Prøv igen om lidt.'),
    'not-json': say('Vi kan ikke læse svaret fra systemet', 'Det er ikke din fejl. Prøv igen om lidt.'),
    'bad-shape': say(
      'Svaret fra systemet mangler noget',
      'Det er ikke din fejl. Kontakt dem, der står bag siden.',
    ),
    internal: say(
      'Noget gik galt på siden',
      'Genindlæs siden. Sker det igen, så kontakt dem, der står bag siden.',
    ),
    'signed-out': say('Du er ikke logget ind', 'Log ind, og prøv igen.'),
    invalid: say('Noget er ikke udfyldt rigtigt', 'Ret det, og prøv igen.'),
    'not-permitted': say('Du har ikke adgang', 'Spørg den, der giver adgang hos jer.'),
    'not-found': say('Vi kan ikke finde det', 'Det er måske slettet. Tjek adressen, eller start forfra.'),
    'rate-limited': say('Mange bruger systemet lige nu', 'Vent lidt, før du prøver igen.'),
    'server-error': say('Der er en fejl i systemet', 'Det er ikke din fejl. Prøv igen senere.'),
    unavailable: say('Systemet er lukket lige nu', 'Prøv igen om nogle minutter.'),
    http: say('Det lykkedes ikke', 'Systemet sagde nej. Prøv igen senere.'),
  },
};

const en: CommonMessages = {
  loading: 'Loading …',
  retry: 'Try again',
  newWindow: '(opens in a new window)',
  errorLabel: 'Error',
  warningLabel: 'Warning',
  infoLabel: 'Information',
  successLabel: 'Done',
  waitHint: (seconds) =>
    `Wait ${seconds < 90 ? `${seconds} ${seconds === 1 ? 'second' : 'seconds'}` : `${Math.ceil(seconds / 60)} minutes`}, then try again.`,
  errors: {
    config: say(
      'This page is set up wrongly',
      'The address of the content is missing or wrong. Contact those who run this page.',
    ),
    'token-failed': say('We could not confirm who you are', 'Log out and in again.'),
    network: say('We cannot connect', 'Check your internet connection, then try again.'),
    offline: say('You are offline', 'We try again as soon as you are online.'),
    timeout: say('It took too long', 'The system is slow right now. Try again in a moment.'),
    'not-json': say(
      'We cannot read the answer from the system',
      'It is not your fault. Try again in a moment.',
    ),
    'bad-shape': say(
      'The answer from the system lacks something',
      'It is not your fault. Contact those who run this page.',
    ),
    internal: say(
      'Something went wrong on this page',
      'Reload the page. If it happens again, contact those who run this page.',
    ),
    'signed-out': say('You are not logged in', 'Log in and try again.'),
    invalid: say('Something is not filled in correctly', 'Correct it and try again.'),
    'not-permitted': say('You do not have access', 'Ask the person who gives access where you work.'),
    'not-found': say('We cannot find it', 'It may have been deleted. Check the address, or start over.'),
    'rate-limited': say('Many people use the system right now', 'Wait a little before you try again.'),
    'server-error': say('There is an error in the system', 'It is not your fault. Try again later.'),
    unavailable: say('The system is closed right now', 'Try again in a few minutes.'),
    http: say('It did not work', 'The system refused. Try again later.'),
  },
};

/** The common texts in both languages. */
export const commonMessages: Catalogue<CommonMessages> = { da, en };
