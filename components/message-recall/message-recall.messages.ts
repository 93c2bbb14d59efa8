import {
  commonMessages,
  say,
  type Catalogue,
  type CommonMessages,
  type ErrorText,
} from '../shared/i18n/common.messages.js';
import { writeErrors, type WriteErrors } from '../shared/i18n/write-errors.messages.js';
import type { Hindrance } from './recall-standing.js';

/** The texts of the message recall. */
export interface MessageRecallMessages extends CommonMessages {
  readonly heading: string;
  readonly id: string;
  readonly hint: string;
  readonly badId: string;
  readonly lookUp: string;
  readonly title: string;
  readonly sender: string;
  readonly recipient: string;
  readonly valueDate: string;
  readonly show: string;
  readonly hide: string;
  readonly shown: string;
  readonly notShown: string;
  /** How long it can be recalled. */
  readonly until: (date: string) => string;
  /** How many days are left, 0 on the last one; not on paper. */
  readonly left: (days: number) => string;
  readonly recall: string;
  readonly question: string;
  readonly warning: string;
  readonly confirm: string;
  readonly cancel: string;
  readonly close: string;
  readonly recalling: string;
  readonly done: ErrorText;
  readonly notDone: ErrorText;
  readonly unknown: ErrorText;
  readonly changed: ErrorText;
  readonly receipt: string;
  readonly recalledAt: string;
  readonly dateAndTime: (date: string, time: string) => string;
  readonly print: string;
  readonly save: string;
  /** Name of the file, without what comes after the dot. */
  readonly fileName: string;
  readonly errors: CommonMessages['errors'] & WriteErrors & Readonly<Record<Hindrance, ErrorText>>;
}

const da: MessageRecallMessages = {
  ...commonMessages.da,
  heading: 'Tilbagekald en meddelelse',
  id: 'MeddelelsesID',
  hint: 'Det står i loggen over meddelelser og på forretningskvitteringen.',
  badId: 'Skriv hele MeddelelsesID’et: 32 tal og bogstaver fra a til f, med eller uden bindestreger.',
  lookUp: 'Slå op',
  title: 'Titel',
  sender: 'Afsender',
  recipient: 'Modtager',
  valueDate: 'Valørdato',
  show: 'Vis CPR-nummer',
  hide: 'Skjul CPR-nummer',
  shown: 'CPR-nummeret vises',
  notShown: 'Vi kunne ikke hente CPR-nummeret. Prøv igen om lidt.',
  until: (date) => `Kan tilbagekaldes til og med ${date}.`,
  left: (days) => (days ? `Der er ${days} dag${days === 1 ? '' : 'e'} tilbage.` : 'Det er i dag.'),
  recall: 'Tilbagekald',
  question: 'Vil du tilbagekalde meddelelsen?',
  warning: 'Modtageren får den ikke. Det kan ikke fortrydes.',
  confirm: 'Bekræft tilbagekald',
  cancel: 'Fortryd',
  close: 'Luk',
  recalling: 'Tilbagekalder …',
  done: say('Meddelelsen er tilbagekaldt', 'Modtageren får den ikke.'),
  notDone: say('Meddelelsen er ikke tilbagekaldt', 'Tilbagekald den igen, hvis den skal stoppes.'),
  unknown: say(
    'Vi ved ikke, om meddelelsen er tilbagekaldt',
    'Vi fik ikke svar. Prøv igen om lidt, så slår vi den op.',
  ),
  changed: say(
    'Meddelelsen er ændret i mellemtiden',
    'Den er ikke tilbagekaldt. Se den igennem, og tilbagekald den igen, hvis den skal stoppes.',
  ),
  receipt: 'Kvittering for tilbagekald',
  recalledAt: 'Tilbagekaldt',
  dateAndTime: (date, time) => `${date} kl. ${time} (dansk tid)`,
  print: 'Udskriv',
  save: 'Hent kvittering',
  fileName: 'tilbagekald',
  errors: {
    ...commonMessages.da.errors,
    ...writeErrors.da,
    'not-found': say('Vi kan ikke finde meddelelsen', 'Tjek, at MeddelelsesID’et er rigtigt.'),
    'not-permitted': say(
      'Du må ikke tilbagekalde meddelelsen',
      'Måske mangler du rettigheden ‘Digital Post – Systemadministrator’, eller meddelelsen er fra en anden myndighed. Spørg den, der giver adgang hos jer.',
    ),
    'no-value-date': say(
      'Meddelelsen har ingen valørdato',
      'Den kan ikke tilbagekaldes. Send en ny, hvis noget skal rettes.',
    ),
    'value-date-passed': say(
      'Det er for sent at tilbagekalde',
      'Valørdatoen er nået. Send en ny, hvis noget skal rettes.',
    ),
    'until-passed': say(
      'Det er for sent at tilbagekalde',
      'Fristen for at tilbagekalde er overskredet. Send en ny, hvis noget skal rettes.',
    ),
    'already-recalled': say('Meddelelsen er allerede tilbagekaldt', 'Du skal ikke gøre mere.'),
    'already-delivered': say(
      'Meddelelsen er allerede leveret',
      'Den kan ikke tilbagekaldes. Send en ny, hvis noget skal rettes.',
    ),
    rejected: say('Meddelelsen er afvist', 'Digital Post har ikke sendt den. Du skal ikke tilbagekalde den.'),
    framed: say(
      'Du kan ikke tilbagekalde herfra',
      'Siden vises inde i en side, som den ikke kender. Åbn den i et vindue for sig.',
    ),
  },
};

const en: MessageRecallMessages = {
  ...commonMessages.en,
  heading: 'Recall a message',
  id: 'Message id',
  hint: 'It stands in the log of messages and on the business receipt.',
  badId: 'Write the whole message id: 32 digits and letters from a to f, with or without hyphens.',
  lookUp: 'Look up',
  title: 'Title',
  sender: 'Sender',
  recipient: 'Recipient',
  valueDate: 'Value date',
  show: 'Show CPR number',
  hide: 'Hide CPR number',
  shown: 'The CPR number is shown',
  notShown: 'We could not get the CPR number. Try again in a moment.',
  until: (date) => `Can be recalled until and including ${date}.`,
  left: (days) => (days ? `${days} ${days === 1 ? 'day is' : 'days are'} left.` : 'That is today.'),
  recall: 'Recall',
  question: 'Do you want to recall the message?',
  warning: 'The recipient will not get it. This cannot be undone.',
  confirm: 'Confirm recall',
  cancel: 'Cancel',
  close: 'Close',
  recalling: 'Recalling …',
  done: say('The message is recalled', 'The recipient will not get it.'),
  notDone: say('The message is not recalled', 'Recall it again if it has to be stopped.'),
  unknown: say(
    'We do not know whether the message is recalled',
    'We got no answer. Try again in a moment, then we look it up.',
  ),
  changed: say(
    'The message has changed meanwhile',
    'It is not recalled. Look through it, and recall it again if it has to be stopped.',
  ),
  receipt: 'Receipt for the recall',
  recalledAt: 'Recalled',
  dateAndTime: (date, time) => `${date} at ${time} (Danish time)`,
  print: 'Print',
  save: 'Save receipt',
  fileName: 'recall',
  errors: {
    ...commonMessages.en.errors,
    ...writeErrors.en,
    'not-found': say('We cannot find the message', 'Check that the message id is right.'),
    'not-permitted': say(
      'You may not recall the message',
      'You may lack the right ‘Digital Post – Systemadministrator’, or another authority sent it. Ask the person who gives access where you work.',
    ),
    'no-value-date': say(
      'The message has no value date',
      'It cannot be recalled. Send a new one if something has to be corrected.',
    ),
    'value-date-passed': say(
      'It is too late to recall it',
      'The value date has come. Send a new one if something has to be corrected.',
    ),
    'until-passed': say(
      'It is too late to recall it',
      'The deadline for recalling it has passed. Send a new one if something has to be corrected.',
    ),
    'already-recalled': say('The message is already recalled', 'You need not do anything more.'),
    'already-delivered': say(
      'The message is already delivered',
      'It cannot be recalled. Send a new one if something has to be corrected.',
    ),
    rejected: say('The message is rejected', 'Digital Post has not sent it. You need not recall it.'),
    framed: say(
      'You cannot recall from here',
      'This page is shown inside a page that it does not know. Open it in a window of its own.',
    ),
  },
};

/** The texts in both languages. */
export const messageRecallMessages: Catalogue<MessageRecallMessages> = { da, en };
