/** The console on any static host: the pilot runs in a service worker, for this page alone. */
import { startPilot } from '../mocks/browser.js';
import { Api } from './api.js';
import { showConsole } from './show.js';

const pilot = await startPilot({ serviceWorkerUrl: 'mockServiceWorker.js' });
await showConsole(new Api(pilot.baseUrl), { inPage: true });
