/**
 * `skranke/mocks/browser`: the pilot in a service worker. Each page (tab) has its own state, lost on reload. The host
 * copies the worker with its own `npx msw init`.
 */
import type { HttpHandler } from 'msw';
import { setupWorker } from 'msw/browser';
import { createPilot, type Pilot, type PilotOptions } from './pilot/create-pilot.js';

export interface StartPilotOptions extends PilotOptions {
  /** Address of the msw worker file, absolute or relative to the page. It must lie at or above the page. */
  readonly serviceWorkerUrl: string;
  /** False: msw writes each request to the console. Default true. */
  readonly quiet?: boolean | undefined;
}

export interface BrowserPilot extends Pilot {
  /** Puts handlers of the host's own before the pilot's; `resetHandlers` takes them away. */
  use(...handlers: HttpHandler[]): void;
  resetHandlers(): void;
  stop(): void;
}

/**
 * Starts the pilot; resolves when the worker answers for the page. Await it before a `define` is imported. Requests
 * outside `baseUrl` go on as usual.
 */
export async function startPilot(options: StartPilotOptions): Promise<BrowserPilot> {
  const { serviceWorkerUrl, quiet = true, ...rest } = options;
  const pilot = createPilot(rest);
  const worker = setupWorker(...pilot.handlers);
  const url = new URL(serviceWorkerUrl, document.baseURI).href;
  await worker.start({ serviceWorker: { url }, quiet, onUnhandledRequest: 'bypass' });
  return {
    ...pilot,
    use: (...handlers) => worker.use(...handlers),
    resetHandlers: () => worker.resetHandlers(),
    stop: () => worker.stop(),
  };
}
