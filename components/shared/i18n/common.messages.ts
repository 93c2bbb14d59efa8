import type { ErrorCode } from '../backend/backend-error.js';
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
  /** One text a failure code; services add their own slugs. */
  readonly errors: Readonly<Record<ErrorCode, ErrorText> & Record<string, ErrorText>>;
}

/** One set of texts a language. All keys are required in both. */
export type Catalogue<Texts> = Readonly<Record<Lang, Texts>>;

/** What a host may replace: any text, and any of the error texts. */
export type MessageOverrides<Texts extends CommonMessages> = Partial<Omit<Texts, 'errors'>> & {
  readonly errors?: Readonly<Partial<Record<string, ErrorText>>>;
};

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
    config: {
      heading: 'Siden er sat forkert op',
      text: 'Adressen på indholdet mangler eller er forkert. Kontakt dem, der står bag siden.',
    },
    'token-failed': { heading: 'Vi kunne ikke bekræfte, hvem du er', text: 'Log ud og ind igen.' },
    network: { heading: 'Vi kan ikke få forbindelse', text: 'Tjek din internetforbindelse, og prøv igen.' },
    offline: { heading: 'Du er ikke på nettet', text: 'Vi prøver igen, så snart du er på nettet.' },
    timeout: { heading: 'Det tog for lang tid', text: 'Systemet er langsomt lige nu. Prøv igen om lidt.' },
    'not-json': {
      heading: 'Vi kan ikke læse svaret fra systemet',
      text: 'Det er ikke din fejl. Prøv igen om lidt.',
    },
    'bad-shape': {
      heading: 'Svaret fra systemet mangler noget',
      text: 'Det er ikke din fejl. Kontakt dem, der står bag siden.',
    },
    internal: {
      heading: 'Noget gik galt på siden',
      text: 'Genindlæs siden. Sker det igen, så kontakt dem, der står bag siden.',
    },
    'signed-out': {
      heading: 'Du er ikke logget ind',
      text: 'Log ind, og prøv igen. Det, du har skrevet og valgt her, er der stadig.',
    },
    invalid: { heading: 'Noget er ikke udfyldt rigtigt', text: 'Ret det, og prøv igen.' },
    'not-permitted': { heading: 'Du har ikke adgang', text: 'Spørg den, der giver adgang hos jer.' },
    'not-found': {
      heading: 'Vi kan ikke finde det',
      text: 'Det er måske slettet. Tjek adressen, eller start forfra.',
    },
    'precondition-failed': {
      heading: 'Noget er ændret i mellemtiden',
      text: 'Genindlæs siden, så du ser det nyeste.',
    },
    'idempotency-key-reused': {
      heading: 'Du har sendt noget andet før',
      text: 'Genindlæs siden for at se, hvad der er gemt.',
    },
    'in-progress': { heading: 'Vi er allerede i gang', text: 'Vent lidt, og prøv så igen.' },
    'rate-limited': { heading: 'Mange bruger systemet lige nu', text: 'Vent lidt, før du prøver igen.' },
    'server-error': { heading: 'Der er en fejl i systemet', text: 'Det er ikke din fejl. Prøv igen senere.' },
    unavailable: { heading: 'Systemet er lukket lige nu', text: 'Prøv igen om nogle minutter.' },
    http: { heading: 'Det lykkedes ikke', text: 'Systemet sagde nej. Prøv igen senere.' },
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
    config: {
      heading: 'This page is set up wrongly',
      text: 'The address of the content is missing or wrong. Contact those who run this page.',
    },
    'token-failed': { heading: 'We could not confirm who you are', text: 'Log out and in again.' },
    network: { heading: 'We cannot connect', text: 'Check your internet connection, then try again.' },
    offline: { heading: 'You are offline', text: 'We try again as soon as you are online.' },
    timeout: { heading: 'It took too long', text: 'The system is slow right now. Try again in a moment.' },
    'not-json': {
      heading: 'We cannot read the answer from the system',
      text: 'It is not your fault. Try again in a moment.',
    },
    'bad-shape': {
      heading: 'The answer from the system lacks something',
      text: 'It is not your fault. Contact those who run this page.',
    },
    internal: {
      heading: 'Something went wrong on this page',
      text: 'Reload the page. If it happens again, contact those who run this page.',
    },
    'signed-out': {
      heading: 'You are not logged in',
      text: 'Log in and try again. What you wrote and chose here is still there.',
    },
    invalid: { heading: 'Something is not filled in correctly', text: 'Correct it and try again.' },
    'not-permitted': {
      heading: 'You do not have access',
      text: 'Ask the person who gives access where you work.',
    },
    'not-found': {
      heading: 'We cannot find it',
      text: 'It may have been deleted. Check the address, or start over.',
    },
    'precondition-failed': {
      heading: 'Something has changed meanwhile',
      text: 'Reload the page to see the latest.',
    },
    'idempotency-key-reused': {
      heading: 'You have sent something else before',
      text: 'Reload the page to see what is stored.',
    },
    'in-progress': { heading: 'We are already working on it', text: 'Wait a little, then try again.' },
    'rate-limited': {
      heading: 'Many people use the system right now',
      text: 'Wait a little before you try again.',
    },
    'server-error': {
      heading: 'There is an error in the system',
      text: 'It is not your fault. Try again later.',
    },
    unavailable: { heading: 'The system is closed right now', text: 'Try again in a few minutes.' },
    http: { heading: 'It did not work', text: 'The system refused. Try again later.' },
  },
};

/** The common texts in both languages. */
export const commonMessages: Catalogue<CommonMessages> = { da, en };
