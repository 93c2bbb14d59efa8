export { createBackendClient, type BackendClient } from './shared/backend/client.js';
export type { BackendErrorInfo, ErrorKind } from './shared/backend/backend-error.js';
export { configure } from './shared/page-state.js';
export type { BackendOptions, Configuration, GetToken } from './shared/configuration.js';
export type { Lang } from './shared/i18n/dates.js';
export type { ErrorText, MessageOverrides } from './shared/i18n/common.messages.js';
export {
  SkrankeAuthRequiredEvent,
  SkrankeErrorEvent,
  SkrankeReadyEvent,
  type SkrankeErrorDetail,
} from './shared/widget-events.js';
export * from './consent-request/index.js';
export * from './contact-point-picker/index.js';
export * from './deadline-list/index.js';
export * from './deep-link-card/index.js';
export * from './message-recall/index.js';
