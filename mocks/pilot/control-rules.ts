/** The rules of the pilot's own endpoints. */
import type { EndpointSpec } from '../contract/endpoint.js';
import * as wire from '../contract/pilot.js';
import { version } from '../version.js';
import type { Answer } from './answer.js';
import type { PilotCore } from './core.js';
import { pilotPage } from './page.js';
import type { Rule } from './service.js';

const done: Answer = { status: 204 };

const get = (read: () => unknown): Rule => ({ run: () => ({ status: 200, body: read() }) });

const set = (change: (body: unknown) => void): Rule => ({
  run: ({ body }) => {
    change(body);
    return done;
  },
});

/** Rules by endpoint id. */
export function controlRules(core: PilotCore, endpoints: readonly EndpointSpec[]): Readonly<Record<string, Rule>> {
  return {
    environment: get(() => ({ environment: 'test', version })),
    'pilot-page': { run: () => ({ status: 200, body: pilotPage(core, endpoints), text: 'text/html; charset=utf-8' }) },
    'pilot-reset': set(() => core.reset()),
    'pilot-get-clock': get(() => core.clock.read()),
    'pilot-set-clock': set((body) => core.clock.set(wire.clockBody.parse(body))),
    'pilot-set-persona': set((body) => (core.persona = wire.personaBody.parse(body).persona)),
    'pilot-set-scenario': set((body) => core.setScenario(wire.scenarioBody.parse(body).name)),
    'pilot-set-latency': set((body) => (core.latencyMs = wire.millisecondsBody.parse(body).ms)),
    'pilot-set-index-delay': set((body) => (core.indexDelayMs = wire.millisecondsBody.parse(body).ms)),
    'pilot-set-conditions': set((body) => {
      const { idempotency, ifMatch } = wire.conditionsBody.parse(body);
      core.conditions = {
        idempotency: idempotency ?? core.conditions.idempotency,
        ifMatch: ifMatch ?? core.conditions.ifMatch,
      };
    }),
    'pilot-get-state': get(() => core.snapshot()),
    'pilot-set-state': set((body) => core.restore(wire.pilotState.parse(body))),
    'pilot-get-faults': get(() => ({ faults: core.faults.list() })),
    'pilot-set-faults': set((body) => {
      const faults = wire.faultsBody.parse(body);
      if (Array.isArray(faults)) core.faults.replace(faults);
      else core.faults.add(faults);
    }),
    'pilot-clear-faults': set(() => core.faults.replace([])),
    'pilot-get-requests': get(() => ({ requests: core.log.list() })),
  };
}
