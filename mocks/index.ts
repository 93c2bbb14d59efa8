/**
 * `skranke/mocks`: the pilot's handlers, made-up data, scenarios and controls. Importing it does nothing by itself.
 * @example
 * const pilot = createPilot({ baseUrl: 'https://portal.test/api' });
 * const server = setupServer(...pilot.handlers);
 */
import type { HttpHandler } from 'msw';
import { createPilot, type PilotOptions } from './pilot/create-pilot.js';

export { createPilot, type Pilot, type PilotOptions } from './pilot/create-pilot.js';
export type { PilotControls } from './pilot/controls.js';
export type { ClockSetting } from './pilot/clock.js';
export {
  AUTHORITY_CVR,
  AUTHORITY_NAME,
  CITIZEN_CPR,
  CITIZEN_NAME,
  COMPANY_CVR,
  OTHER_AUTHORITY_CVR,
  OTHER_CITIZEN_CPR,
  OTHER_COMPANY_CVR,
  personas,
  type Persona,
} from './pilot/personas.js';
export { scenarios, scenarioNames, type Scenario, type ScenarioName } from './contract/scenarios.js';
export { problemTypes, makeProblem, type Problem, type ProblemSlug } from './contract/common.js';
export type { Activity, ActivityType } from './contract/mit-virk.js';
export type { Conditions, Fault, LoggedRequest, PilotState } from './contract/pilot.js';
export type { ConsentRequest, ConsentStatus, RequestStatus } from './contract/consents.js';
export type { Message, MessageStatus } from './contract/messages.js';
export type { ContactGroup, ContactPoint, DeepLink, Organisation, Recipient } from './contract/contacts.js';
export type { StoredGroup, StoredPoint } from './contract/contacts-authority.js';
export * from './mit-virk/factories.js';
export * from './consents/factories.js';
export * from './contacts/factories.js';
export { generateStructure, LAST_POINT_NAME, type GenerateOptions } from './contacts/generate-structure.js';
export { contactGroupTestIds, contactPointTestIds, organisationTestIds } from './contacts/test-ids.js';
export { redirectCorpus } from './consents/hostile-data.js';
export { consentTestIds } from './consents/test-ids.js';
export * from './messages/factories.js';
export { messageTestIds } from './messages/test-ids.js';
export { version } from './version.js';

/** The handlers of a pilot of their own, for hosts that need no controls in code (`/pilot/*` works all the same). */
export function handlers(options: PilotOptions = {}): HttpHandler[] {
  return createPilot(options).handlers;
}
