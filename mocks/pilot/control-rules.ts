/** The rules of the pilot's own endpoints. */
import type { EndpointSpec } from '../contract/endpoint.js';
import { buildOpenApi } from '../contract/openapi.js';
import * as wire from '../contract/pilot.js';
import { version } from '../version.js';
import type { Answer } from './answer.js';
import type { PilotControls } from './controls.js';
import type { PilotCore } from './core.js';
import { DOCS_POLICY, docsPage } from './docs-page.js';
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

/** Made when it is first asked for: turning the schemas into JSON Schema takes a moment. */
function contractRules(): Readonly<Record<string, Rule>> {
  let document: ReturnType<typeof buildOpenApi> | undefined;
  let page: string | undefined;
  const read = () => (document ??= buildOpenApi(version));
  const headers = { 'Content-Security-Policy': DOCS_POLICY, 'X-Content-Type-Options': 'nosniff' };
  return {
    openapi: { run: () => ({ status: 200, body: JSON.stringify(read()), text: 'application/json' }) },
    docs: {
      run: () => ({
        status: 200,
        headers,
        body: (page ??= docsPage(read())),
        text: 'text/html; charset=utf-8',
      }),
    },
  };
}

/** Rules by endpoint id. The bodies fit their schemas when a rule runs. */
export function controlRules(
  core: PilotCore,
  controls: PilotControls,
  endpoints: readonly EndpointSpec[],
): Readonly<Record<string, Rule>> {
  const page = () => pilotPage(core, endpoints);
  return {
    ...contractRules(),
    environment: get(() => ({ environment: 'test', version })),
    'pilot-page': { run: () => ({ status: 200, body: page(), text: 'text/html; charset=utf-8' }) },
    'pilot-reset': set(() => controls.reset()),
    'pilot-get-clock': get(() => core.clock.read()),
    'pilot-set-clock': set((body) => core.clock.set(wire.clockBody.parse(body))),
    'pilot-set-persona': set((body) => controls.setPersona(wire.personaBody.parse(body).persona)),
    'pilot-set-scenario': set((body) => controls.setScenario(wire.scenarioBody.parse(body).name)),
    'pilot-set-latency': set((body) => controls.setLatency(wire.millisecondsBody.parse(body).ms)),
    'pilot-set-index-delay': set((body) => controls.setIndexDelay(wire.millisecondsBody.parse(body).ms)),
    'pilot-set-conditions': set((body) => controls.setConditions(body as Partial<wire.Conditions>)),
    'pilot-get-settings': get(() => core.settings()),
    'pilot-get-state': get(() => controls.snapshot()),
    'pilot-set-state': set((body) => controls.restore(wire.pilotState.parse(body))),
    'pilot-get-faults': get(() => ({ faults: controls.faults() })),
    'pilot-set-faults': set((body) => {
      const faults = wire.faultsBody.parse(body);
      if (Array.isArray(faults)) controls.setFaults(faults);
      else controls.addFault(faults);
    }),
    'pilot-clear-faults': set(() => controls.setFaults([])),
    'pilot-get-requests': {
      run: ({ query }) => {
        const last = query.get('last');
        return { status: 200, body: { requests: core.log.list(last === null ? undefined : Number(last)) } };
      },
    },
  };
}
