/** The console's way to the pilot: the same endpoints as anybody else's. */
import type { PilotSettings } from '../mocks/contract/pilot.js';

export interface Answer {
  /** 0: no answer came. */
  readonly status: number;
  /** Parsed JSON, else the text; undefined when empty. */
  readonly body: unknown;
}

function parsed(text: string): unknown {
  if (text === '') return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}

export const isGood = ({ status }: Answer) => status >= 200 && status < 300;

/** The pilot's own words for what is wrong with a setting: `now: Skal være RFC 3339 …`. */
export function complaintOf({ status, body }: Answer): string {
  const { errors, title } = (typeof body === 'object' && body !== null ? body : {}) as {
    errors?: Record<string, string>;
    title?: string;
  };
  const words = Object.entries(errors ?? {}).map(([field, message]) => `${field}: ${message}`);
  return words.length > 0 ? words.join('; ') : (title ?? String(status));
}

/** Each control: its name, and its body for some settings. The clock first: data are dated from it. */
const CONTROLS: readonly (readonly [name: string, body: (settings: PilotSettings) => unknown])[] = [
  ['clock', ({ clock }) => (clock.now === null ? { now: null } : clock)],
  ['scenario', ({ scenario }) => ({ name: scenario })],
  ['persona', ({ persona }) => ({ persona })],
  ['latency', ({ latencyMs }) => ({ ms: latencyMs })],
  ['index-delay', ({ indexDelayMs }) => ({ ms: indexDelayMs })],
  ['conditions', ({ conditions }) => conditions],
  ['faults', ({ faults }) => faults],
];

export class Api {
  /** @param base the backend URL without a slash at its end */
  constructor(readonly base: string) {}

  async ask(method: string, path: string, body?: unknown): Promise<Answer> {
    const headers = body === undefined ? {} : { 'Content-Type': 'application/json' };
    const sent = body === undefined ? {} : { body: JSON.stringify(body) };
    try {
      const response = await fetch(this.base + path, { method, headers, ...sent, cache: 'no-store' });
      return { status: response.status, body: parsed(await response.text()) };
    } catch {
      return { status: 0, body: undefined };
    }
  }

  /** Undefined: the pilot does not answer. */
  async settings(): Promise<PilotSettings | undefined> {
    const answer = await this.ask('GET', '/pilot/settings');
    return isGood(answer) ? (answer.body as PilotSettings) : undefined;
  }

  /** Sets what differs. Gives what the pilot refused, in its words; empty when all is set. */
  async apply(wanted: PilotSettings, present: PilotSettings): Promise<string[]> {
    const refused: string[] = [];
    for (const [name, body] of CONTROLS) {
      if (JSON.stringify(body(wanted)) === JSON.stringify(body(present))) continue;
      const answer = await this.ask('PUT', `/pilot/${name}`, body(wanted));
      if (!isGood(answer)) refused.push(`${name} – ${complaintOf(answer)}`);
    }
    return refused;
  }
}
