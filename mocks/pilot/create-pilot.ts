/** Puts the pilot together. */
import type { HttpHandler } from 'msw';
import { fieldErrors } from '../contract/common.js';
import { endpoints } from '../contract/endpoints.js';
import type { Persona } from '../contract/endpoint.js';
import * as wire from '../contract/pilot.js';
import type { ScenarioName } from '../contract/scenarios.js';
import { controlRules } from './control-rules.js';
import { PilotCore, type CoreOptions } from './core.js';
import { createHandlers } from './router.js';

export interface PilotOptions extends CoreOptions {
  /**
   * The backend URL that the pilot answers for: absolute, or in a browser relative to the page. Default: `pilot-api/`
   * beside the page, elsewhere `http://pilot.test`.
   */
  readonly baseUrl?: string | undefined;
}

/** The controls as functions; the same as `/pilot/*`, and of the same rules. */
export interface PilotControls {
  /** Puts back everything. */
  reset(): void;
  /** The pilot's clock in milliseconds since 1970: give it to `configure({ now })`. */
  now(): number;
  /** RFC 3339, or null for real time. Time stands still unless `running`. */
  setClock(now: string | null, options?: { running?: boolean }): void;
  setPersona(persona: Persona): void;
  setScenario(name: ScenarioName): void;
  setLatency(ms: number): void;
  setIndexDelay(ms: number): void;
  setConditions(conditions: Partial<wire.Conditions>): void;
  addFault(fault: wire.Fault): void;
  setFaults(faults: readonly wire.Fault[]): void;
  requests(): wire.LoggedRequest[];
  snapshot(): wire.PilotState;
  restore(state: wire.PilotState): void;
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

type ControlBody = (typeof wire)['clockBody' | 'personaBody' | 'scenarioBody' | 'millisecondsBody' | 'faultsBody' | 'pilotState'];

/** A wrong control fails at once, with the same words as over the wire. */
function assertBody(schema: ControlBody, body: unknown): void {
  const errors = Object.entries(fieldErrors(schema, body));
  if (errors.length > 0) throw new TypeError(errors.map(([field, message]) => `${field}: ${message}`).join('; '));
}

function createControls(core: PilotCore): PilotControls {
  return {
    reset: () => core.reset(),
    now: () => core.clock.now(),
    setClock: (now, options) => {
      assertBody(wire.clockBody, { now, ...options });
      core.clock.set({ now, ...options });
    },
    setPersona: (persona) => {
      assertBody(wire.personaBody, { persona });
      core.persona = persona;
    },
    setScenario: (name) => {
      assertBody(wire.scenarioBody, { name });
      core.setScenario(name);
    },
    setLatency: (ms) => {
      assertBody(wire.millisecondsBody, { ms });
      core.latencyMs = ms;
    },
    setIndexDelay: (ms) => {
      assertBody(wire.millisecondsBody, { ms });
      core.indexDelayMs = ms;
    },
    setConditions: (conditions) => {
      core.conditions = { ...core.conditions, ...conditions };
    },
    addFault: (fault) => {
      assertBody(wire.faultsBody, fault);
      core.faults.add(fault);
    },
    setFaults: (faults) => {
      assertBody(wire.faultsBody, faults);
      core.faults.replace(faults);
    },
    requests: () => core.log.list(),
    snapshot: () => core.snapshot(),
    restore: (state) => {
      assertBody(wire.pilotState, state);
      core.restore(state);
    },
  };
}

/**
 * Makes a pilot with state of its own. It starts nothing: give `handlers` to msw, or use `skranke/mocks/browser`,
 * `skranke/mocks/node` or `skranke pilot`.
 */
export function createPilot(options: PilotOptions = {}): Pilot {
  const baseUrl = resolveBase(options.baseUrl);
  const core = new PilotCore(options);
  const rules = { ...core.rules, ...controlRules(core, endpoints) };
  const handlers = createHandlers({ core, baseUrl, endpoints, rules });
  return { baseUrl, handlers, ...createControls(core) };
}
