/**
 * The console on any static host: the pilot runs in a service worker, for this page alone. The host's header may not ask
 * for Trusted Types: a service worker cannot be registered under them with the documented policies.
 */
import { startPilot } from '../mocks/browser.js';
import { Api } from './api.js';
import { showConsole } from './show.js';

try {
  const pilot = await startPilot({ serviceWorkerUrl: 'mockServiceWorker.js' });
  await showConsole(new Api(pilot.baseUrl), { inPage: true });
} catch (error) {
  const text = document.querySelector('#console p');
  if (text) text.textContent = 'Konsollen kunne ikke starte: browseren tillader ingen service worker her.';
  throw error;
}
