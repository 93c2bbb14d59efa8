/** `skranke/mocks/node`: the pilot inside a test process; `fetch` and `http` requests to its address are answered. */
import type { HttpHandler } from 'msw';
import { setupServer } from 'msw/node';
import { createPilot, type Pilot, type PilotOptions } from './pilot/create-pilot.js';

export interface NodePilotOptions extends PilotOptions {
  /** What happens to requests outside `baseUrl`; default `bypass`: they go on as usual. */
  readonly onUnhandledRequest?: 'bypass' | 'warn' | 'error' | undefined;
}

export interface NodePilot extends Pilot {
  /** Call before the first request (in a `before` hook). */
  listen(): void;
  /** Puts handlers of the host's own before the pilot's; `resetHandlers` takes them away. */
  use(...handlers: HttpHandler[]): void;
  resetHandlers(): void;
  /** Call when all is done (in an `after` hook). */
  close(): void;
}

/** Makes a pilot on `msw/node`; nothing is intercepted before `listen()`. */
export function setupPilot(options: NodePilotOptions = {}): NodePilot {
  const { onUnhandledRequest = 'bypass', ...rest } = options;
  const pilot = createPilot(rest);
  const server = setupServer(...pilot.handlers);
  return {
    ...pilot,
    listen: () => server.listen({ onUnhandledRequest }),
    use: (...handlers) => server.use(...handlers),
    resetHandlers: () => server.resetHandlers(),
    close: () => server.close(),
  };
}
