/** What a service is to the pilot's core. */
import type { FieldErrors } from '../contract/common.js';
import type { Persona } from '../contract/endpoint.js';
import type { DataSet } from '../contract/scenarios.js';
import type { Answer } from './answer.js';

/** What the core gives a service. Nothing else may tell a service the time or make an id. */
export interface ServiceCore {
  /** The pilot's clock, milliseconds since 1970. */
  now(): number;
  /** Real elapsed milliseconds, for the index delay; not touched by the pilot's clock. */
  monotonic(): number;
  indexDelayMs(): number;
  /** The next id, `f-1001`, `s-1002`, …: one counter for the whole pilot. */
  newId(prefix: string): string;
  /** Chooses among made-up data. */
  readonly seed: number;
  /** How many contact points `huge-structure` has. */
  readonly structureSize: number;
}

/** One request, as a rule sees it: allowed, and of the right shape. */
export interface RuleContext {
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** Parsed JSON that fits the endpoint's schema. */
  readonly body: unknown;
  readonly persona: Persona;
  /**
   * Leaves the rule with 412 when `If-Match` names another version than `current`, the body that a read of the resource
   * would get. Call it after checks of the resource's state: a state problem wins over 412.
   */
  checkIfMatch(current: unknown): void;
}

/** One endpoint's rule. It must not wait: what a request does is done in one piece. */
export interface Rule {
  /** What is wrong with the body beyond its shape (a date that must lie ahead). */
  check?(body: unknown): FieldErrors;
  run(context: RuleContext): Answer;
}

/** A service: its data and one rule for each of its endpoints, by the endpoint's id. */
export interface Service<Snapshot> {
  readonly rules: Readonly<Record<string, Rule>>;
  /** Loads made-up data afresh, dated from the pilot's clock. */
  load(dataSet: DataSet): void;
  snapshot(): Snapshot;
  restore(snapshot: Snapshot): void;
}
