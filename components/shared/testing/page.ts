import type { Configuration } from '../configuration.js';
import { configure } from '../page-state.js';

const DEFAULTS: Required<{ [Key in keyof Configuration]: undefined }> = {
  backendUrl: undefined,
  getToken: undefined,
  credentials: undefined,
  headers: undefined,
  fetch: undefined,
  timeoutMs: undefined,
  allowedReturnOrigins: undefined,
  frameOrigins: undefined,
  linkHosts: undefined,
  lang: undefined,
  now: undefined,
};

/** Puts every page-wide setting back after each test of a suite. */
export function resetConfiguration(): void {
  afterEach(() => configure(DEFAULTS));
}

/** Makes the page hidden or visible, and says so. */
export function setHidden(hidden: boolean): void {
  Object.defineProperty(document, 'visibilityState', {
    configurable: true,
    value: hidden ? 'hidden' : 'visible',
  });
  document.dispatchEvent(new Event('visibilitychange'));
}

/** Takes the browser off the net, or back. */
export function setOnline(online: boolean): void {
  Object.defineProperty(navigator, 'onLine', { configurable: true, value: online });
  window.dispatchEvent(new Event(online ? 'online' : 'offline'));
}

/** Ends what `setHidden` and `setOnline` did. */
export function restorePage(): void {
  Reflect.deleteProperty(document, 'visibilityState');
  Reflect.deleteProperty(navigator, 'onLine');
}
