import type { WriteCode } from '../backend/backend-error.js';
import { say, type Catalogue, type ErrorText } from './common.messages.js';

/** What is said of failures that only something sent can have: for the widgets that send something. */
export type WriteErrors = Readonly<Record<WriteCode, ErrorText>>;

const da: WriteErrors = {
  'precondition-failed': say('Noget er ændret i mellemtiden', 'Genindlæs siden, så du ser det nyeste.'),
  'idempotency-key-reused': say(
    'Du har sendt noget andet før',
    'Genindlæs siden for at se, hvad der er gemt.',
  ),
  'in-progress': say('Vi er allerede i gang', 'Vent lidt, og prøv så igen.'),
};

const en: WriteErrors = {
  'precondition-failed': say('Something has changed meanwhile', 'Reload the page to see the latest.'),
  'idempotency-key-reused': say(
    'You have sent something else before',
    'Reload the page to see what is stored.',
  ),
  'in-progress': say('We are already working on it', 'Wait a little, then try again.'),
};

/** The texts in both languages. */
export const writeErrors: Catalogue<WriteErrors> = { da, en };
