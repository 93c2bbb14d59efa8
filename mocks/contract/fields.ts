/** Fields that several services of the contract have: calendar dates, CPR and CVR numbers. */
import * as z from 'zod/mini';
import { parseDate } from '../../components/shared/i18n/dates.js';
import { isCpr, isCvr, isUuidShaped } from '../../components/shared/i18n/identifiers.js';
import { requiredText } from './common.js';

const DATE_MESSAGE = 'Skal være en dato som 2031-11-17';

/** A calendar date in Copenhagen, `YYYY-MM-DD` only (backend contract 3: `…Date`, `answerBy`, `validTo`). */
export const plainDate = z.string(DATE_MESSAGE).check(
  z.regex(/^\d{4}-\d{2}-\d{2}$/, { error: DATE_MESSAGE, abort: true }),
  z.refine((date) => parseDate(date) !== undefined, 'Datoen findes ikke'),
);

const CPR_MESSAGE = 'Skal være et CPR-nummer: 10 cifre uden bindestreg';
const CVR_MESSAGE = 'Skal være et CVR-nummer på 8 cifre';

/** A CPR number as it goes over the wire. The message never repeats what was sent. */
export const cpr = z.string(CPR_MESSAGE).check(z.refine(isCpr, CPR_MESSAGE));

/** A CPR number, whole or masked as a backend may send it: `111213****`. */
export const shownCpr = z.string(CPR_MESSAGE).check(z.regex(/^\d{6}(\d{4}|\*{4})$/, CPR_MESSAGE));

export const cvr = z.string(CVR_MESSAGE).check(z.refine(isCvr, CVR_MESSAGE));

/** An id: any text that is not blank. */
export const id = requiredText(100);

/** A message id: 8-4-4-4-12 hex digits. */
export const messageUUID = z
  .string('Skal være et MeddelelsesID')
  .check(z.refine(isUuidShaped, 'Skal være et MeddelelsesID'));
