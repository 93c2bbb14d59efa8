/** Consent requests that always give one outcome: one table that the data, docs/pilot.md and tests are made from. */
import type { TestId } from '../test-ids.js';

export const consentTestIds = {
  open: { id: 'cr-1', what: '`created`: two consents, 28 days to answer, with `redirectUrl`' },
  lastDay: { id: 'cr-2', what: '`created`: today is the last day to answer' },
  accepted: { id: 'cr-3', what: '`accepted`: both given 3 days ago; an answer is `already-answered`' },
  partlyAccepted: { id: 'cr-4', what: '`partly-accepted`: one given, one refused' },
  rejected: { id: 'cr-5', what: '`rejected`: both refused; a withdrawal is `not-given`' },
  expired: { id: 'cr-6', what: '`expired`: the last day to answer was yesterday' },
  deleted: { id: 'cr-7', what: '`deleted`: taken back by the authority' },
  revoked: { id: 'cr-8', what: '`revoked`: both given, both withdrawn' },
  oneWithdrawn: { id: 'cr-9', what: '`partly-accepted`: both given, one withdrawn' },
  missingText: {
    id: 'cr-10',
    what: '`created`, but the declaration has no `legalBasis`: breaks the contract on purpose',
  },
  notYours: { id: 'cr-11', what: '`not-permitted`: for another person, whoever asks' },
  english: { id: 'cr-12', what: '`created`: the declaration is in English' },
  single: { id: 'cr-13', what: '`created`: one consent, no last day, no `redirectUrl`, no end' },
  many: { id: 'cr-14', what: '`created`: eight consents and long texts' },
  consentExpired: { id: 'cr-15', what: '`accepted`: of two given, one is `expired` (valid to 5 days ago)' },
  changesOnce: {
    id: 'cr-16',
    what: '`created`: the declaration changes when the first answer comes (`declaration-changed`), then no more',
  },
  unknown: { id: 'cr-99', what: '`not-found`' },
} as const satisfies Record<string, TestId>;
