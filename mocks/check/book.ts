/** Keeps what was found: one line for each rule at each endpoint. Worst news win. */
import { ruleIds, rules, type RuleId } from './rules.js';

/** `not supported`: the contract leaves it open. `not checked`: nothing was seen that could show it. */
export type Outcome = 'failed' | 'not supported' | 'passed' | 'not checked';

export interface Finding {
  readonly rule: RuleId;
  /** As in `GET /messages/{messageUUID}`. */
  readonly endpoint: string;
  /** The fixture that it was seen with, where a rule is judged with several. */
  readonly fixture?: string;
  readonly outcome: Outcome;
  /** Section of the contract. */
  readonly section: string;
  readonly says: string;
  /** What came instead, or why it could not be checked. Never personal data. */
  readonly received?: string;
}

const WEIGHT: Record<Outcome, number> = { failed: 3, 'not supported': 2, passed: 1, 'not checked': 0 };
/** More of the same teach nothing. */
const MAX_RECEIVED = 3;

/** Where something was seen. */
export interface Place {
  readonly endpoint: string;
  readonly fixture?: string | undefined;
}

interface Line extends Place {
  readonly rule: RuleId;
  outcome: Outcome;
  received: string[];
}

const keyOf = (rule: RuleId, { endpoint, fixture = '' }: Place) => `${endpoint} ${rule} ${fixture}`;

export class Book {
  readonly #lines = new Map<string, Line>();

  /** Notes one observation. What weighs less than what is known already is dropped. */
  note(rule: RuleId, { endpoint, fixture }: Place, outcome: Outcome, received?: string): void {
    const key = keyOf(rule, { endpoint, fixture });
    const line = this.#lines.get(key);
    if (!line || WEIGHT[outcome] > WEIGHT[line.outcome]) {
      const texts = received === undefined ? [] : [received];
      this.#lines.set(key, { rule, endpoint, fixture, outcome, received: texts });
      return;
    }
    const isNew = received !== undefined && !line.received.includes(received);
    if (line.outcome === outcome && isNew && line.received.length < MAX_RECEIVED)
      line.received.push(received);
  }

  /** Says why a rule could not be judged; nothing when something is known of it. */
  explain(rule: RuleId, place: Place, reason: string): void {
    if (!this.#lines.has(keyOf(rule, place))) this.note(rule, place, 'not checked', reason);
  }

  /** By endpoint as they were met, by rule in the order of the catalogue. */
  findings(): Finding[] {
    const endpoints = [...new Set([...this.#lines.values()].map(({ endpoint }) => endpoint))];
    const place = ({ rule, endpoint }: Line) =>
      endpoints.indexOf(endpoint) * ruleIds.length + ruleIds.indexOf(rule);
    return [...this.#lines.values()]
      .sort((one, other) => place(one) - place(other))
      .map(({ rule, endpoint, fixture, outcome, received }) => ({
        rule,
        endpoint,
        ...(fixture === undefined ? {} : { fixture }),
        outcome,
        ...rules[rule],
        ...(received.length > 0 ? { received: received.join(' · ') } : {}),
      }));
  }
}
