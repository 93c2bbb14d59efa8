/** The pilot's state and all that changes it. Knows nothing of msw, HTTP or Response. */
import type { Persona } from '../contract/endpoint.js';
import type { Conditions, PilotSettings, PilotState } from '../contract/pilot.js';
import { scenarios, type ScenarioName } from '../contract/scenarios.js';
import { createConsents } from '../consents/service.js';
import { createContacts } from '../contacts/service.js';
import { createMessages } from '../messages/service.js';
import { createMitVirk } from '../mit-virk/service.js';
import { PilotClock, type ClockSetting } from './clock.js';
import { Faults } from './faults.js';
import { IdempotencyStore } from './idempotency.js';
import { RequestLog } from './request-log.js';
import type { Rule, Service, ServiceCore } from './service.js';

/** How a pilot begins, and what a reset goes back to. */
export interface CoreOptions {
  /** RFC 3339 (time stands still there), or with `running`; default: real time. */
  readonly clock?: string | ClockSetting | undefined;
  readonly persona?: Persona | undefined;
  readonly scenario?: ScenarioName | undefined;
  /** A saved state (`GET /pilot/state`) in place of the made-up data; `clock` and `scenario` win over what it says. */
  readonly state?: PilotState | undefined;
  /** Milliseconds before each answer; default 0. */
  readonly latencyMs?: number | undefined;
  /** Milliseconds until what an authority sends is in the company's list; default 2000. */
  readonly indexDelayMs?: number | undefined;
  /** Chooses among made-up data, and where ids begin (1 → `f-1001`, 0 too). Default 1. */
  readonly seed?: number | undefined;
  /** How many contact points the scenario `huge-structure` has; default 10,000. */
  readonly structureSize?: number | undefined;
  /** Real time, for tests; default `Date.now`. */
  readonly realNow?: (() => number) | undefined;
  /** Real elapsed milliseconds, for tests; default `performance.now`. */
  readonly monotonic?: (() => number) | undefined;
  /** Waits; for tests; default a timer. */
  readonly sleep?: ((ms: number) => Promise<void>) | undefined;
  /** Told when an answer of the pilot breaks the contract; default `console.error`. */
  readonly report?: ((message: string) => void) | undefined;
}

type Services = {
  readonly [Name in keyof PilotState['services']]: Service<PilotState['services'][Name]>;
};

const DEFAULT_INDEX_DELAY_MS = 2000;
const DEFAULT_STRUCTURE_SIZE = 10_000;
/** Lower numbers are those of the made-up data: an id must not be given twice. */
const FIRST_ID = 1001;

function clockSetting(clock: CoreOptions['clock']): ClockSetting {
  return typeof clock === 'object' ? clock : { now: clock ?? null };
}

export class PilotCore {
  readonly clock: PilotClock;
  readonly faults = new Faults();
  readonly log = new RequestLog();
  readonly sleep: (ms: number) => Promise<void>;
  readonly report: (message: string) => void;
  readonly rules: Readonly<Record<string, Rule>>;
  readonly #options: CoreOptions;
  readonly #services: Services;
  idempotency = new IdempotencyStore();
  persona: Persona = 'all';
  latencyMs = 0;
  indexDelayMs = DEFAULT_INDEX_DELAY_MS;
  conditions: Conditions = { idempotency: true, ifMatch: true };
  /** Goes up by one at each reset: a request that began before it is dropped. */
  generation = 0;
  #scenario: ScenarioName = 'default';
  #nextId = 0;

  constructor(options: CoreOptions) {
    this.#options = options;
    this.clock = new PilotClock(options.realNow ?? Date.now, clockSetting(options.clock));
    this.sleep = options.sleep ?? ((ms) => new Promise((resolve) => setTimeout(resolve, ms)));
    this.report = options.report ?? ((message) => console.error(message));
    const core = this.#serviceCore();
    const messages = createMessages(core);
    this.#services = {
      mitVirk: createMitVirk(core),
      messages,
      consents: createConsents(core, messages),
      contacts: createContacts(core),
    };
    const all = Object.values(this.#services).map(({ rules }) => Object.entries(rules));
    this.rules = Object.fromEntries(all.flat());
    this.reset();
  }

  #serviceCore(): ServiceCore {
    return {
      now: () => this.clock.now(),
      monotonic: this.#options.monotonic ?? (() => performance.now()),
      indexDelayMs: () => this.indexDelayMs,
      newId: (prefix) => `${prefix}-${this.#nextId++}`,
      seed: this.#options.seed ?? 1,
      structureSize: this.#options.structureSize ?? DEFAULT_STRUCTURE_SIZE,
    };
  }

  get scenario(): ScenarioName {
    return this.#scenario;
  }

  /**
   * Chooses a scenario. Data are loaded afresh only when it stands on other data than the present one, so that going
   * `offline` and back keeps what was sent.
   */
  setScenario(name: ScenarioName): void {
    const before = scenarios[this.#scenario].data;
    this.#scenario = name;
    if (scenarios[name].data !== before) this.#load();
  }

  #load(): void {
    for (const service of Object.values(this.#services)) service.load(scenarios[this.#scenario].data);
  }

  /** Puts back everything: clock, persona, scenario, data, faults, times, conditions, log, ids. */
  reset(): void {
    this.generation += 1;
    this.clock.reset();
    this.faults.replace([]);
    this.log.clear();
    this.idempotency = new IdempotencyStore();
    this.persona = this.#options.persona ?? 'all';
    this.latencyMs = this.#options.latencyMs ?? 0;
    this.indexDelayMs = this.#options.indexDelayMs ?? DEFAULT_INDEX_DELAY_MS;
    this.conditions = { idempotency: true, ifMatch: true };
    this.#nextId = Math.max(FIRST_ID, (this.#options.seed ?? 1) * 1000 + 1);
    this.#scenario = this.#options.scenario ?? 'default';
    this.#load();
    if (this.#options.state) this.#restoreFirst(this.#options.state);
  }

  #restoreFirst(state: PilotState): void {
    const { clock, scenario } = this.#options;
    this.restore(state);
    if (clock !== undefined) this.clock.reset();
    if (scenario !== undefined) this.setScenario(scenario);
  }

  /** What can be set, without the data. */
  settings(): PilotSettings {
    return {
      clock: this.clock.snapshot(),
      persona: this.persona,
      scenario: this.#scenario,
      latencyMs: this.latencyMs,
      indexDelayMs: this.indexDelayMs,
      conditions: this.conditions,
      faults: this.faults.list(),
    };
  }

  /** Everything but the request log, as plain JSON. */
  snapshot(): PilotState {
    const state: PilotState = {
      ...this.settings(),
      nextId: this.#nextId,
      finishedWrites: this.idempotency.snapshot(),
      services: {
        mitVirk: this.#services.mitVirk.snapshot(),
        messages: this.#services.messages.snapshot(),
        consents: this.#services.consents.snapshot(),
        contacts: this.#services.contacts.snapshot(),
      },
    };
    return structuredClone(state);
  }

  /** Puts a snapshot back. The request log goes on. */
  restore(snapshot: PilotState): void {
    const state = structuredClone(snapshot);
    this.clock.set(state.clock);
    this.persona = state.persona;
    this.#scenario = state.scenario;
    this.latencyMs = state.latencyMs;
    this.indexDelayMs = state.indexDelayMs;
    this.conditions = state.conditions;
    this.faults.replace(state.faults);
    this.#nextId = Math.max(FIRST_ID, state.nextId);
    this.idempotency = new IdempotencyStore();
    this.idempotency.restore(state.finishedWrites);
    this.#services.mitVirk.restore(state.services.mitVirk);
    this.#services.messages.restore(state.services.messages);
    this.#services.consents.restore(state.services.consents);
    this.#services.contacts.restore(state.services.contacts);
  }
}
