/** All endpoints, in the order in which they are matched. A later service adds its own list here. */
import type { EndpointSpec } from './endpoint.js';
import { consentsEndpoints } from './consents-endpoints.js';
import { contactsEndpoints } from './contacts-endpoints.js';
import { messagesEndpoints } from './messages-endpoints.js';
import { mitVirkEndpoints } from './mit-virk-endpoints.js';
import { pilotEndpoints } from './pilot-endpoints.js';

export const endpoints: readonly EndpointSpec[] = [
  ...mitVirkEndpoints,
  ...messagesEndpoints,
  ...consentsEndpoints,
  ...contactsEndpoints,
  ...pilotEndpoints,
];
