/** Puts the pilot together. */
import type { HttpHandler } from 'msw';
import { endpoints } from '../contract/endpoints.js';
import { pilotState } from '../contract/pilot.js';
import { controlRules } from './control-rules.js';
import { checked, createControls, type PilotControls } from './controls.js';
import { PilotCore, type CoreOptions } from './core.js';
import { createHandlers } from './router.js';

export interface PilotOptions extends CoreOptions {
  /**
   * The backend URL that the pilot answers for: absolute, or in a browser relative to the page. Default: `pilot-api/`
   * beside the page, elsewhere `http://pilot.test`.
   */
  readonly baseUrl?: string | undefined;
}

export interface Pilot extends PilotControls {
  /** Without a slash at its end. */
  readonly baseUrl: string;
  /** Ordinary msw handlers; the last answers 404 for anything else below the base. */
  readonly handlers: HttpHandler[];
}

function resolveBase(baseUrl: string | undefined): string {
  const page = typeof document === 'undefined' ? 'http://pilot.test/' : document.baseURI;
  const fallback = typeof document === 'undefined' ? '/' : 'pilot-api/';
  const url = new URL(baseUrl ?? fallback, page);
  return (url.origin + url.pathname).replace(/\/+$/, '');
}

/**
 * Makes a pilot with state of its own. It starts nothing: give `handlers` to msw, or use `skranke/mocks/browser`,
 * `skranke/mocks/node` or `skranke pilot`.
 */
export function createPilot(options: PilotOptions = {}): Pilot {
  const baseUrl = resolveBase(options.baseUrl);
  const { state } = options;
  const core = new PilotCore(state ? { ...options, state: checked(pilotState, state) } : options);
  const controls = createControls(core);
  const rules = { ...core.rules, ...controlRules(core, controls, endpoints) };
  const handlers = createHandlers({ core, baseUrl, endpoints, rules });
  return { baseUrl, handlers, ...controls };
}
