/** A pilot for the pilot's own tests: time stands still, waits are noted and take none, nothing is intercepted. */
import { getResponse } from 'msw';
import { createPilot, type Pilot, type PilotOptions } from '../pilot/create-pilot.js';

/** A Sunday in winter; in Copenhagen 10 o'clock. */
export const NOW = '2026-11-22T10:00:00+01:00';

export interface Asked {
  readonly status: number;
  readonly headers: Headers;
  /** Parsed when the answer is JSON, else the text. */
  readonly body: unknown;
  readonly text: string;
  readonly isNetworkError: boolean;
}

export interface Ask {
  readonly headers?: Record<string, string>;
  /** Sent as JSON; a string as it is. */
  readonly body?: unknown;
  /** A persona: `Authorization: Bearer pilot-<as>`. */
  readonly as?: string;
}

export interface TestPilot {
  readonly pilot: Pilot;
  /** What the pilot complained of itself. */
  readonly reports: readonly string[];
  /** How long it has waited, in order. */
  readonly sleeps: readonly number[];
  /** Lets real time pass, for the index delay. */
  pass(ms: number): void;
  ask(method: string, path: string, options?: Ask): Promise<Asked>;
}

async function read(response: Response): Promise<Asked> {
  const text = await response.text();
  const isJson = (response.headers.get('content-type') ?? '').includes('json');
  const { status, headers } = response;
  const body = isJson ? (JSON.parse(text) as unknown) : text;
  return { status, headers, text, body, isNetworkError: response.type === 'error' };
}

export function toRequest(baseUrl: string, method: string, path: string, options: Ask = {}): Request {
  const { headers = {}, body, as } = options;
  const authorization = as === undefined ? {} : { authorization: `Bearer pilot-${as}` };
  const sent = typeof body === 'string' ? body : JSON.stringify(body);
  return new Request(baseUrl + path, {
    method,
    headers: { ...authorization, ...headers },
    ...(body === undefined ? {} : { body: sent }),
  });
}

export function testPilot(options: PilotOptions = {}): TestPilot {
  let elapsed = 0;
  const reports: string[] = [];
  const sleeps: number[] = [];
  const pilot = createPilot({
    clock: NOW,
    baseUrl: 'http://pilot.test',
    monotonic: () => elapsed,
    sleep: (ms) => {
      sleeps.push(ms);
      return Promise.resolve();
    },
    report: (message) => reports.push(message),
    ...options,
  });
  return {
    pilot,
    reports,
    sleeps,
    pass: (ms) => {
      elapsed += ms;
    },
    ask: async (method, path, init) => {
      const response = await getResponse(pilot.handlers, toRequest(pilot.baseUrl, method, path, init));
      if (!response) throw new Error(`no answer to ${method} ${path}`);
      return read(response);
    },
  };
}

/** The last part of a problem's type. */
export function slugOf(asked: Asked): string {
  const type =
    typeof asked.body === 'object' && asked.body !== null && 'type' in asked.body ? asked.body.type : '';
  return String(type).split('/').at(-1) ?? '';
}

/** The items of a list answer. */
export function itemsOf(asked: Asked): Record<string, unknown>[] {
  const list = Object.values(asked.body as Record<string, unknown>).find(Array.isArray);
  return (list ?? []) as Record<string, unknown>[];
}

export function idsOf(asked: Asked): unknown[] {
  return itemsOf(asked).map((item) => item['id']);
}
