/** A probe: some requests about one endpoint, and the rules that they can show. */
import type { ProblemSlug } from '../contract/common.js';
import type { Answer } from './exchange.js';
import { describeValue } from './privacy.js';
import type { Place } from './book.js';
import type { RuleId } from './rules.js';
import { describeAnswer, isProblem, labelOf, ProbeEnd, type Ask, type Session } from './session.js';

/** Parts of the contract that can be checked alone. */
export const areas = ['contacts', 'messages', 'activities', 'consents'] as const;
export type Area = (typeof areas)[number];

export interface Probe {
  readonly area: Area;
  /** The contract's name of the endpoint, such as `get-message`. */
  readonly endpoint: string;
  readonly rules: readonly RuleId[];
  /** The fixture it is about, where several probes judge one rule. */
  readonly fixture?: string;
  /** Why it cannot run: a fixture that is not there. */
  readonly missing: string | undefined;
  /** It changes something. */
  readonly isWrite?: boolean;
  run(prober: Prober): Promise<void>;
}

/** What a probe needs from the fixtures: name → value. */
type Needs = Readonly<Record<string, unknown>>;

/** The first need that is not met, in words. */
export function missingIn(needs: Needs): string | undefined {
  const names = Object.keys(needs).filter((name) => needs[name] === undefined);
  return names.length === 0 ? undefined : `no fixture ${names.join(', ')}`;
}

/** What a probe works with: requests, and verdicts about its own endpoint. */
export class Prober {
  constructor(
    readonly session: Session,
    readonly place: Place,
  ) {}

  ask(id: string, ask: Ask = {}): Promise<Answer> {
    return this.session.ask(id, ask);
  }

  read(id: string, ask: Ask = {}): Promise<Answer> {
    return this.session.read(id, ask);
  }

  /** A write; only on an id that the fixtures allow. @throws ProbeEnd on any other */
  write(id: string, ask: Ask & { readonly params: Readonly<Record<string, string>> }): Promise<Answer> {
    const [target] = Object.values(ask.params);
    if (target === undefined || !this.session.fixtures.writable?.includes(target))
      throw new ProbeEnd(`${describeValue(target, 'id')} is not in the fixtures' writable`);
    return this.session.ask(id, ask);
  }

  verdict(rule: RuleId, isKept: boolean, received: string): void {
    this.session.book.note(rule, this.place, isKept ? 'passed' : 'failed', isKept ? undefined : received);
  }

  unsupported(rule: RuleId, received: string): void {
    this.session.book.note(rule, this.place, 'not supported', received);
  }

  unchecked(rule: RuleId, reason: string): void {
    this.session.book.note(rule, this.place, 'not checked', reason);
  }

  /** Judges that an answer is this problem. An error that is no problem at all is named by the rules for errors. */
  problem(rule: RuleId, answer: Answer, slug: ProblemSlug): void {
    const isRight = isProblem(answer, slug);
    if (isRight === undefined) this.unchecked(rule, 'the answer is no problem');
    else this.verdict(rule, isRight, describeAnswer(answer));
  }

  /** Compares values; what differs is described by its field's name. */
  same(rule: RuleId, field: string, received: unknown, expected: unknown): void {
    const texts = [describeValue(received, field), describeValue(expected, field)] as const;
    this.verdict(rule, received === expected, `${field}: ${texts[0]} instead of ${texts[1]}`);
  }
}

/** Runs one probe; what it could not judge is noted with the reason. */
export async function runProbe(probe: Probe, session: Session): Promise<void> {
  const place = { endpoint: labelOf(probe.endpoint), fixture: probe.fixture };
  let reason = probe.missing ?? 'the answers before it did not get that far';
  if (probe.missing === undefined) {
    try {
      await probe.run(new Prober(session, place));
    } catch (error) {
      if (!(error instanceof ProbeEnd)) throw error;
      reason = error.message;
    }
  }
  for (const rule of probe.rules) session.book.explain(rule, place, reason);
}

/** The body of an answer as fields; anything else has none. */
export function fieldsOf(answer: Answer): Readonly<Record<string, unknown>> {
  return recordOf(answer.body);
}

export function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : {};
}

export function listOf(value: unknown): readonly Readonly<Record<string, unknown>>[] {
  return Array.isArray(value) ? value.map(recordOf) : [];
}
