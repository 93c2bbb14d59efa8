/** The console as `skranke pilot` serves it: at `/pilot/`, beside the backend it talks to. */
import { Api } from './api.js';
import { showConsole } from './show.js';

const base = new URL('..', document.baseURI).href.replace(/\/$/, '');
await showConsole(new Api(base), { inPage: false });
