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
    seconds < 90
      ? `Vent ${seconds} ${seconds === 1 ? 'sekund' : 'sekunder'}, og prøv igen.`
      : `Vent ${Math.ceil(seconds / 60)} minutter, og prøv igen.`,
  errors: {
    'missing-backend-url': {
      heading: 'Siden er ikke sat færdig op',
      text: 'Der mangler en adresse at hente indholdet fra. Kontakt dem, der står bag siden.',
    },
    'bad-backend-url': {
      heading: 'Siden er sat forkert op',
      text: 'Adressen, som indholdet skal hentes fra, kan ikke bruges. Kontakt dem, der står bag siden.',
    },
    'token-failed': {
      heading: 'Vi kunne ikke bekræfte, hvem du er',
      text: 'Prøv igen. Hjælper det ikke, så log ud og ind igen.',
    },
    network: {
      heading: 'Vi kan ikke få forbindelse',
      text: 'Systemet svarer ikke. Tjek din internetforbindelse, og prøv igen.',
    },
    offline: {
      heading: 'Du er ikke på nettet',
      text: 'Vi henter indholdet, så snart du er på nettet igen.',
    },
    timeout: {
      heading: 'Det tog for lang tid at få svar',
      text: 'Systemet er langsomt lige nu. Prøv igen om lidt.',
    },
    'not-json': {
      heading: 'Vi fik et svar, vi ikke kan læse',
      text: 'Fejlen ligger ikke hos dig. Prøv igen om lidt, eller kontakt dem, der står bag siden.',
    },
    'bad-shape': {
      heading: 'Svaret mangler oplysninger',
      text: 'Derfor kan vi ikke vise indholdet. Prøv igen senere, eller kontakt dem, der står bag siden.',
    },
    'too-large': {
      heading: 'Svaret er for stort',
      text: 'Vi stoppede, før siden blev overbelastet. Kontakt dem, der står bag siden.',
    },
    redirected: {
      heading: 'Indholdet er flyttet',
      text: 'Af hensyn til din sikkerhed følger vi ikke med til en ny adresse. Kontakt dem, der står bag siden.',
    },
    internal: {
      heading: 'Noget gik galt på siden',
      text: 'Genindlæs siden. Sker det igen, så kontakt dem, der står bag siden.',
    },
    'signed-out': {
      heading: 'Du er ikke logget ind',
      text: 'Log ind, og prøv igen. Det, du har skrevet og valgt her, er der stadig.',
    },
    invalid: {
      heading: 'Noget er ikke udfyldt rigtigt',
      text: 'Ret oplysningerne, og prøv igen.',
    },
    'not-permitted': {
      heading: 'Du har ikke adgang',
      text: 'Du er logget ind, men har ikke ret til at se dette. Spørg den, der giver adgang hos jer.',
    },
    'not-found': {
      heading: 'Vi kan ikke finde det',
      text: 'Det er måske slettet, eller adressen er forkert. Tjek adressen, eller start forfra.',
    },
    'precondition-failed': {
      heading: 'Noget er ændret i mellemtiden',
      text: 'Hent siden igen, så du ser det nyeste, før du går videre.',
    },
    'idempotency-key-reused': {
      heading: 'Det blev sendt på en anden måde før',
      text: 'Hent siden igen for at se, hvad der er gemt. Send så igen, hvis det er nødvendigt.',
    },
    'in-progress': {
      heading: 'Vi er allerede i gang',
      text: 'Det, du sendte før, er ved at blive behandlet. Vent lidt, og prøv så igen.',
    },
    'rate-limited': {
      heading: 'Der er mange, der bruger systemet lige nu',
      text: 'Vent lidt, før du prøver igen.',
    },
    'http-400': {
      heading: 'Systemet forstod ikke, hvad vi bad om',
      text: 'Fejlen ligger ikke hos dig. Kontakt dem, der står bag siden.',
    },
    'http-413': {
      heading: 'Det, du sendte, fylder for meget',
      text: 'Gør det kortere, og prøv igen.',
    },
    'http-500': {
      heading: 'Der er en fejl i systemet',
      text: 'Fejlen ligger ikke hos dig. Prøv igen om lidt.',
    },
    'http-502': {
      heading: 'Et system bagved svarer ikke rigtigt',
      text: 'Det går ofte over hurtigt. Prøv igen om et øjeblik.',
    },
    'http-503': {
      heading: 'Systemet er lukket ned lige nu',
      text: 'Det er måske ved at blive opdateret. Prøv igen om nogle minutter.',
    },
    'http-504': {
      heading: 'Et system bagved er for længe om at svare',
      text: 'Prøv igen om lidt. Hjælper det ikke, så kom tilbage senere.',
    },
    http: {
      heading: 'Det lykkedes ikke',
      text: 'Systemet sagde nej uden at fortælle hvorfor. Prøv igen senere.',
    },
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
    seconds < 90
      ? `Wait ${seconds} ${seconds === 1 ? 'second' : 'seconds'}, then try again.`
      : `Wait ${Math.ceil(seconds / 60)} minutes, then try again.`,
  errors: {
    'missing-backend-url': {
      heading: 'This page is not fully set up',
      text: 'It has no address to get the content from. Contact those who run this page.',
    },
    'bad-backend-url': {
      heading: 'This page is set up wrongly',
      text: 'The address of the content cannot be used. Contact those who run this page.',
    },
    'token-failed': {
      heading: 'We could not confirm who you are',
      text: 'Try again. If that does not help, log out and in again.',
    },
    network: {
      heading: 'We cannot connect',
      text: 'The system does not answer. Check your internet connection, then try again.',
    },
    offline: {
      heading: 'You are offline',
      text: 'We will get the content as soon as you are online again.',
    },
    timeout: {
      heading: 'It took too long to get an answer',
      text: 'The system is slow right now. Try again in a moment.',
    },
    'not-json': {
      heading: 'We got an answer that we cannot read',
      text: 'You did nothing wrong. Try again in a moment, or contact those who run this page.',
    },
    'bad-shape': {
      heading: 'The answer lacks information',
      text: 'So we cannot show the content. Try again later, or contact those who run this page.',
    },
    'too-large': {
      heading: 'The answer is too large',
      text: 'We stopped before it overloaded the page. Contact those who run this page.',
    },
    redirected: {
      heading: 'The content has moved',
      text: 'For your safety we do not follow to a new address. Contact those who run this page.',
    },
    internal: {
      heading: 'Something went wrong on this page',
      text: 'Reload the page. If it happens again, contact those who run this page.',
    },
    'signed-out': {
      heading: 'You are not logged in',
      text: 'Log in and try again. What you wrote and chose here is still there.',
    },
    invalid: {
      heading: 'Something is not filled in correctly',
      text: 'Correct the information and try again.',
    },
    'not-permitted': {
      heading: 'You do not have access',
      text: 'You are logged in, but may not see this. Ask the person who gives access where you work.',
    },
    'not-found': {
      heading: 'We cannot find it',
      text: 'It may have been deleted, or the address is wrong. Check the address, or start over.',
    },
    'precondition-failed': {
      heading: 'Something has changed meanwhile',
      text: 'Reload the page to see the latest before you go on.',
    },
    'idempotency-key-reused': {
      heading: 'It was sent in another form before',
      text: 'Reload the page to see what is stored. Then send again if needed.',
    },
    'in-progress': {
      heading: 'We are already working on it',
      text: 'What you sent before is being handled. Wait a little, then try again.',
    },
    'rate-limited': {
      heading: 'Many people use the system right now',
      text: 'Wait a little before you try again.',
    },
    'http-400': {
      heading: 'The system did not understand what we asked for',
      text: 'You did nothing wrong. Contact those who run this page.',
    },
    'http-413': {
      heading: 'What you sent is too large',
      text: 'Make it shorter and try again.',
    },
    'http-500': {
      heading: 'There is an error in the system',
      text: 'You did nothing wrong. Try again in a moment.',
    },
    'http-502': {
      heading: 'A system behind this one does not answer properly',
      text: 'It often passes quickly. Try again in a moment.',
    },
    'http-503': {
      heading: 'The system is closed right now',
      text: 'It may be being updated. Try again in a few minutes.',
    },
    'http-504': {
      heading: 'A system behind this one takes too long to answer',
      text: 'Try again in a while. If that does not help, come back later.',
    },
    http: {
      heading: 'It did not work',
      text: 'The system refused without saying why. Try again later.',
    },
  },
};

/** The common texts in both languages. */
export const commonMessages: Catalogue<CommonMessages> = { da, en };
