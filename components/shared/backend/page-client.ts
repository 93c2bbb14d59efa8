import { pageState } from '../page-state.js';
import { warn } from '../warn.js';
import { baseUrlOf } from './address.js';
import { createBackendClient, type BackendClient } from './client.js';

/**
 * The address of an element's backend.
 * @param backendUrl the element's `backend-url`; empty counts as absent
 * @throws BackendError `config`
 */
export function pageAddress(backendUrl: string | undefined | null): string {
  return baseUrlOf(backendUrl || pageState().config.backendUrl);
}

/**
 * The client for an element without one of its own: one a backend address for the whole page, so that widgets
 * that ask for the same share the answer.
 * @param address of `pageAddress()`
 */
export function pageClient(address: string): BackendClient {
  const { config, clients } = pageState();
  const { headers, credentials, getToken, fetch, timeoutMs } = config;
  const hasSecrets = headers || getToken || credentials === 'include';
  // Without secrets it is the same client whatever address the page has.
  const trusted = !hasSecrets || !config.backendUrl || sameOrigin(address, config.backendUrl);
  const key = `${address} ${trusted}`;
  const known = clients.get(key);
  if (known) return known;
  if (!trusted) {
    warn('a backend-url on another origin than in configure() gets no token, headers or cookies');
  }
  const client = createBackendClient({
    backendUrl: address,
    fetch,
    timeoutMs,
    ...(trusted && { headers, credentials, getToken }),
  });
  clients.set(key, client);
  return client;
}

function sameOrigin(address: string, configured: string): boolean {
  try {
    return new URL(baseUrlOf(configured)).origin === new URL(address).origin;
  } catch {
    return false;
  }
}
