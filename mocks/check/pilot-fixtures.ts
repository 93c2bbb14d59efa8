/** The pilot's own fixtures, made from its tables of test ids: `skranke check URL --fixtures pilot`. */
import { consentTestIds as consents } from '../consents/test-ids.js';
import {
  contactGroupTestIds as groups,
  contactPointTestIds as points,
  organisationTestIds as organisations,
} from '../contacts/test-ids.js';
import { messageTestIds as messages } from '../messages/test-ids.js';
import type { CheckPersona, Fixtures } from './fixtures.js';

const idsIn = (section: Readonly<Record<string, string | readonly string[]>>) =>
  Object.values(section).flatMap((value) => value);

const messageIds = {
  recallable: messages.recallable.id,
  masked: messages.maskedRecipient.id,
  noValueDate: messages.noValueDate.id,
  valueDatePassed: messages.valueDatePassed.id,
  alreadyRecalled: messages.alreadyRecalled.id,
  alreadyDelivered: messages.alreadyDelivered.id,
  notPermitted: messages.notPermitted.id,
  unknown: messages.unknown.id,
};

const consentIds = {
  open: consents.open.id,
  lastDay: consents.lastDay.id,
  accepted: consents.accepted.id,
  partlyAccepted: consents.partlyAccepted.id,
  rejected: consents.rejected.id,
  revoked: consents.revoked.id,
  expired: consents.expired.id,
  deleted: consents.deleted.id,
  notPermitted: consents.notYours.id,
  unknown: consents.unknown.id,
};

/** Fresh data of the scenario `default`: after `--write` the open ones are used up until `POST /pilot/reset`. */
export const pilotFixtures: Fixtures = {
  origin: 'https://portal.example.dk',
  // The pilot acts as a persona of its own choice where there is no token.
  withoutToken: 'somebody',
  supports: { idempotency: true, ifMatch: true },
  forbidden: {
    activities: 'citizen',
    messages: 'citizen',
    consentRequests: 'company',
    recall: 'caseworker-limited',
  },
  recipients: { query: 'fj', finds: organisations.municipality.id },
  organisations: { known: organisations.municipality.id, unknown: organisations.unknown.id },
  contactPoints: {
    usable: points.ordinary.id,
    hidden: points.hidden.id,
    inactive: points.inactive.id,
    noReceivingSystem: points.noReceivingSystem.id,
    unknown: points.unknown.id,
  },
  contactGroups: {
    usable: groups.housing.id,
    withoutActivePoints: groups.empty.id,
    unknown: groups.unknown.id,
  },
  activities: {
    shown: ['f-1', 's-1', 'b-1', 't-1'],
    closedCase: 's-6',
    othersActivity: 'f-16',
    besked: 'b-1',
    frist: 'f-1',
    unknown: 'b-999',
  },
  messages: messageIds,
  consentRequests: consentIds,
  writable: [...idsIn(messageIds), ...idsIn(consentIds), 'b-1', 'f-1', 'b-999'],
};

/** A persona's token in the pilot. */
export function pilotToken(persona: CheckPersona): string {
  return `pilot-${persona}`;
}
