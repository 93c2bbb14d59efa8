/** What the scenarios do to requests on the user's side. Which scenarios there are: contract/scenarios.ts. */
import type { ScenarioName } from '../contract/scenarios.js';
import { omit } from '../omit.js';
import { problemAnswer, type Answer } from './answer.js';
import type { Effect } from './faults.js';

const always: Partial<Record<ScenarioName, Effect>> = {
  slow: { delayMs: 3000 },
  offline: { reply: 'network-error' },
  unauthorised: { reply: problemAnswer('not-authenticated', { headers: { 'WWW-Authenticate': 'Bearer' } }) },
  forbidden: { reply: problemAnswer('not-permitted') },
  'not-found': { reply: problemAnswer('not-found') },
  'server-error': { reply: problemAnswer('server-error') },
  unavailable: { reply: problemAnswer('unavailable') },
  'rate-limited': { reply: problemAnswer('rate-limited', { headers: { 'Retry-After': '120' } }) },
  'contract-broken': { reply: { status: 200, body: { data: { rows: [], total: 0 } }, unchecked: true } },
  html: {
    reply: {
      status: 200,
      body: '<!doctype html><html lang="da"><title>Log på</title><h1>Log på portalen</h1></html>',
      text: 'text/html; charset=utf-8',
      unchecked: true,
    },
  },
};

/** The effect of a scenario on one request, or none. */
export function scenarioEffect(name: ScenarioName, query: URLSearchParams): Effect | undefined {
  if (name === 'page-fails') {
    return Number(query.get('page') ?? 0) > 0 ? { reply: problemAnswer('server-error') } : undefined;
  }
  return always[name];
}

type Item = Record<string, unknown>;

interface Distortion {
  /** Names of the lists that it strikes; absent: all. */
  readonly lists?: readonly string[];
  change(item: Item, index: number): Item;
}

const distortions: Partial<Record<ScenarioName, Distortion>> = {
  'one-bad-item': { change: (item, index) => (index === 1 ? omit(item, 'overskrift', 'name') : item) },
  hostile: {
    lists: ['activities'],
    // The contract's own schema refuses such an address, so it cannot stand in the data.
    change: (item, index) => (index < 2 ? { ...item, link: 'javascript:alert(document.domain)' } : item),
  },
};

/** Breaks the contract on purpose in a list with the contract's envelope, where the scenario is about that. */
export function distort(name: ScenarioName, answer: Answer): Answer {
  const distortion = distortions[name];
  if (!distortion || answer.status !== 200 || typeof answer.body !== 'object' || answer.body === null)
    return answer;
  const body = answer.body as Record<string, unknown>;
  const list = 'currentPage' in body && Object.entries(body).find(([, value]) => Array.isArray(value));
  if (!list || !(distortion.lists ?? [list[0]]).includes(list[0])) return answer;
  return { ...answer, body: { ...body, [list[0]]: (list[1] as Item[]).map(distortion.change) } };
}
