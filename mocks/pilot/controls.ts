/** The controls as functions. `/pilot/*` and hosts' own code go through the same ones. */
import type * as z from 'zod/mini';
import { fieldErrors, type Schema } from '../contract/common.js';
import type { Persona } from '../contract/endpoint.js';
import * as wire from '../contract/pilot.js';
import type { ScenarioName } from '../contract/scenarios.js';
import type { PilotCore } from './core.js';

export interface PilotControls {
  /** Puts back everything: data, clock, persona, scenario, faults, times, conditions, log, ids. */
  reset(): void;
  /** The pilot's clock in milliseconds since 1970: give it to `configure({ now })`. */
  now(): number;
  /** RFC 3339, or null for real time. Time stands still unless `running`. */
  setClock(now: string | null, options?: { running?: boolean }): void;
  /** Who asks without a token on the users' side. */
  setPersona(persona: Persona): void;
  /** Loads data afresh only when the scenario stands on other data than the present one. */
  setScenario(name: ScenarioName): void;
  /** Milliseconds before each answer. */
  setLatency(ms: number): void;
  /** Milliseconds until what an authority sends is in the company's list; 0 lets all that waits through at once. */
  setIndexDelay(ms: number): void;
  /** False: the pilot looks past `Idempotency-Key` or `If-Match`, as simple backends do. */
  setConditions(conditions: Partial<wire.Conditions>): void;
  addFault(fault: wire.Fault): void;
  /** Replaces all faults. */
  setFaults(faults: readonly wire.Fault[]): void;
  faults(): wire.Fault[];
  /** What was asked since the last reset. */
  requests(): wire.LoggedRequest[];
  /** All state but the request log, as plain JSON. */
  snapshot(): wire.PilotState;
  restore(state: wire.PilotState): void;
}

/** A wrong control fails at once, with the same words as over the wire. */
export function checked<S extends Schema>(schema: S, body: unknown): z.output<S> {
  const errors = Object.entries(fieldErrors(schema, body));
  if (errors.length === 0) return schema.parse(body);
  throw new TypeError(errors.map(([field, message]) => `${field}: ${message}`).join('; '));
}

type Setters = Pick<
  PilotControls,
  'setClock' | 'setPersona' | 'setScenario' | 'setLatency' | 'setIndexDelay'
>;

function setters(core: PilotCore): Setters {
  return {
    setClock: (now, options) => core.clock.set(checked(wire.clockBody, { now, ...options })),
    setPersona: (persona) => {
      core.persona = checked(wire.personaBody, { persona }).persona;
    },
    setScenario: (name) => core.setScenario(checked(wire.scenarioBody, { name }).name),
    setLatency: (ms) => {
      core.latencyMs = checked(wire.millisecondsBody, { ms }).ms;
    },
    setIndexDelay: (ms) => {
      core.indexDelayMs = checked(wire.millisecondsBody, { ms }).ms;
    },
  };
}

export function createControls(core: PilotCore): PilotControls {
  return {
    ...setters(core),
    reset: () => core.reset(),
    now: () => core.clock.now(),
    setConditions: (conditions) => {
      const { idempotency, ifMatch } = checked(wire.conditionsBody, conditions);
      core.conditions = {
        idempotency: idempotency ?? core.conditions.idempotency,
        ifMatch: ifMatch ?? core.conditions.ifMatch,
      };
    },
    addFault: (fault) => core.faults.add(checked(wire.fault, fault)),
    setFaults: (faults) => core.faults.replace(checked(wire.faultList, { faults }).faults),
    faults: () => core.faults.list(),
    requests: () => core.log.list(),
    snapshot: () => core.snapshot(),
    restore: (state) => core.restore(checked(wire.pilotState, state)),
  };
}
