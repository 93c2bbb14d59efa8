/**
 * A seeded run of operations on a pilot, by everybody: the company, the citizen, the case worker, the authority through all of its ways in, the
 * clock, personas, scenarios, faults. Pure web-platform code: the same run goes through a service worker, msw/node and
 * HTTP, and the traces must be equal.
 */
import { pick, random, type Next } from '../pilot/random.js';
import { reader, structureKeeper } from './replay-contacts.js';
import { caseworker, citizen, writer } from './replay-people.js';

export interface Operation {
  readonly method: string;
  /** Below the backend URL, with query. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Send the tag that the last read of this path gave, in this header. */
  readonly etagAs?: 'If-Match' | 'If-None-Match';
}

/** What one operation gave. `requests` is the whole of `GET /pilot/requests` after it. */
export interface Step {
  readonly operation: string;
  readonly status: number | 'network-error';
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly requests: string;
}

export type FetchLike = (url: string, init: RequestInit) => Promise<Response>;

const DAYS = ['2026-03-28', '2026-03-29', '2026-10-25', '2026-11-22', '2027-02-28', '2028-02-29'] as const;
const DATES = ['17-11-2031', '2027-06-01', '01-01-2020', '31-02-2031', '22-11-2026', 'snart', ''] as const;
const RECIPIENTS = ['', '99000001', '99000002', '99000001, 99000002', '123', '99000001;99000002'] as const;
const SCENARIOS = [
  'default',
  'empty',
  'one-bad-item',
  'hostile',
  'cases-only',
  'overdue-only',
  'hostile-structure',
  'offline',
] as const;
const FAILURES = [
  'unauthorised',
  'server-error',
  'rate-limited',
  'contract-broken',
  'html',
  'ukendt',
] as const;
const PERSONAS = ['all', 'company', 'citizen', 'authority', 'ukendt'] as const;
const PATHS = {
  beskeder: 'b',
  frister: 'f',
  sager: 's',
  tilladelser: 't',
} as const;
const NAMES = ['beskeder', 'frister', 'sager', 'tilladelser'] as const;

const json = (value: unknown) => ({ body: JSON.stringify(value) });

/** Ids of the loaded data, ids that the pilot may have made by now, and one that never is. */
function someId(next: Next, prefix: string): string {
  const number = pick(next, [1, 2, 3, Math.floor(1001 + next() * 40), Math.floor(1001 + next() * 40), 9999]);
  return `${prefix}-${number}`;
}

function itemBody(next: Next): { body: string } {
  if (next() < 0.06) return { body: '{"overskrift": "Ikke' };
  const overskrift = pick(next, ['Ny frist', 'Ændret frist æøå', 'x'.repeat(255), 'x'.repeat(256), ' ']);
  const optional = next() < 0.5 ? { beskrivelse: '<p>Tekst</p>\n', kategori: 'Miljø' } : {};
  const status = pick(next, ['Afventer virksomhed', 'Modtaget', 'Afsluttet']);
  const link = pick(next, ['https://www.example.dk/', '', 'javascript:alert(1)', 'https://virk.dk']);
  const more = next() < 0.4 ? { link } : {};
  return json({
    overskrift: next() < 0.75 ? 'Indberet tal' : overskrift,
    fristDato: next() < 0.6 ? '17-11-2031' : pick(next, DATES),
    modtagere: next() < 0.5 ? '' : pick(next, RECIPIENTS),
    status,
    ...optional,
    ...more,
  });
}

function token(next: Next): Record<string, string> {
  const chance = next();
  if (chance < 0.6) return {};
  return { Authorization: chance < 0.97 ? `Bearer pilot-${pick(next, PERSONAS)}` : 'Basic abc' };
}

function maybeKey(next: Next): Record<string, string> {
  return next() < 0.4 ? { 'Idempotency-Key': `key-${Math.floor(next() * 12)}` } : {};
}

function authority(next: Next): Operation {
  const name = pick(next, NAMES);
  const isCalendar = next() < 0.5;
  const path = isCalendar ? '/calendar/1/frister' : `/mit-virk/${name}`;
  const one = `${path}/${someId(next, isCalendar ? 'f' : PATHS[name])}`;
  const headers = { 'Accept-Language': 'da', ...token(next), ...maybeKey(next) };
  const kind = next();
  if (kind < 0.4) return { method: 'POST', path, headers, ...itemBody(next) };
  if (kind < 0.5) return { method: 'GET', path: `${path}?size=3&page=${Math.floor(next() * 3)}`, headers };
  if (kind < 0.65) return { method: 'GET', path: one, headers };
  const etag = next() < 0.3 ? ({ etagAs: 'If-Match' } as const) : {};
  if (kind < 0.85) return { method: 'PUT', path: one, headers, ...itemBody(next), ...etag };
  return { method: 'DELETE', path: one, headers, ...etag };
}

function company(next: Next): Operation {
  const headers = { 'Accept-Language': pick(next, ['da', 'en']), ...token(next) };
  const kind = next();
  if (kind < 0.25) {
    const id = next() < 0.7 ? someId(next, 'b') : someId(next, 'f');
    return {
      method: 'POST',
      path: `/activities/${id}/dismissal`,
      headers: { ...headers, ...maybeKey(next) },
    };
  }
  if (kind < 0.32)
    return {
      method: 'GET',
      path: pick(next, ['/activities?size=0', '/activities?type=x', '/findes-ikke']),
      headers,
    };
  if (kind < 0.36) return { method: 'DELETE', path: '/activities', headers };
  const types = pick(next, ['', 'type=frist&type=sag&', 'type=besked&', 'type=tilladelse&']);
  const path = `/activities?${types}size=${pick(next, [5, 200, 900])}&page=${pick(next, [0, 0, 1])}`;
  return { method: 'GET', path, headers, ...(next() < 0.5 ? { etagAs: 'If-None-Match' } : {}) };
}

function fault(next: Next): unknown {
  const match = pick(next, [
    'GET /activities*',
    '/mit-virk/*',
    'GET /contact-*',
    'POST /calendar/1/frister',
    '*',
    'uden skråstreg',
  ]);
  const kind = pick<object>(next, [
    { status: 503, headers: { 'Retry-After': '1' } },
    { network: true },
    { network: true, after: true },
    { status: 200, body: { andet: true } },
    { status: 502, body: '<h1>Fejl</h1>', contentType: 'text/html' },
    { delayMs: 1 },
  ]);
  return { match, ...kind, times: 1 + Math.floor(next() * 2) };
}

function control(next: Next): Operation {
  const put = (name: string, body: unknown): Operation => ({
    method: 'PUT',
    path: `/pilot/${name}`,
    headers: {},
    ...json(body),
  });
  const time = `${pick(next, DAYS)}T${pick(next, ['00:00:00+01:00', '23:30:00Z', '12:00:00+02:00', '25:00:00Z'])}`;
  return pick<() => Operation>(next, [
    () => put('clock', { now: time }),
    () => put('clock', { now: time }),
    () => put('persona', { persona: pick(next, PERSONAS) }),
    () => put('scenario', { name: next() < 0.7 ? 'default' : pick(next, SCENARIOS) }),
    () => put('scenario', { name: next() < 0.6 ? 'default' : pick(next, FAILURES) }),
    // Nothing in between: what is in the index must not hang on how fast a run goes.
    () => put('index-delay', { ms: pick(next, [0, 0, 3_600_000, -1]) }),
    () => put('conditions', { idempotency: next() < 0.7, ifMatch: next() < 0.7 }),
    () => put('faults', fault(next)),
    () => ({ method: 'DELETE', path: '/pilot/faults', headers: {} }),
    () => ({ method: 'GET', path: '/pilot/state', headers: {} }),
    () => ({ method: 'GET', path: '/pilot/clock', headers: {} }),
  ])();
}

/** `n` operations, the same for the same seed; the first ones take out what would depend on time. */
export function makeOperations(seed: number, n: number): Operation[] {
  const next = random(seed);
  const start: Operation[] = [
    { method: 'POST', path: '/pilot/reset', headers: {} },
    { method: 'PUT', path: '/pilot/clock', headers: {}, ...json({ now: '2026-11-22T10:00:00+01:00' }) },
    // The loaded data are dated from the clock: load them again now that it stands still.
    { method: 'PUT', path: '/pilot/scenario', headers: {}, ...json({ name: 'empty' }) },
    { method: 'PUT', path: '/pilot/scenario', headers: {}, ...json({ name: 'default' }) },
    { method: 'PUT', path: '/pilot/index-delay', headers: {}, ...json({ ms: 0 }) },
  ];
  const rest = Array.from({ length: Math.max(0, n - start.length) }, () => {
    const kind = next();
    if (kind < 0.22) return authority(next);
    if (kind < 0.4) return company(next);
    if (kind < 0.48) return reader(next);
    if (kind < 0.55) return structureKeeper(next);
    if (kind < 0.65) return citizen(next);
    if (kind < 0.75) return caseworker(next);
    return kind < 0.85 ? writer(next) : control(next);
  });
  return [...start, ...rest].slice(0, n);
}

const TRACED = [
  'content-type',
  'content-language',
  'etag',
  'retry-after',
  'location',
  'cache-control',
  'allow',
];

function tracedHeaders(response: Response, basePath: string): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const name of TRACED) {
    const value = response.headers.get(name);
    if (value !== null) headers[name] = name === 'location' ? value.replace(basePath, '') : value;
  }
  return headers;
}

/** Runs the operations one after the other. `baseUrl` without a slash at its end. */
export async function runOperations(
  fetchLike: FetchLike,
  baseUrl: string,
  operations: readonly Operation[],
): Promise<Step[]> {
  const basePath = new URL(baseUrl).pathname.replace(/\/$/, '');
  const etags = new Map<string, string>();
  const steps: Step[] = [];
  for (const { method, path, headers: sent, body, etagAs } of operations) {
    // A tag that was never read is an old one.
    const known = etags.get(path) ?? (etagAs === 'If-Match' ? '"gammel"' : undefined);
    const headers = { ...sent, ...(etagAs && known !== undefined ? { [etagAs]: known } : {}) };
    const init = { method, headers, ...(body === undefined ? {} : { body }) };
    const answer = await fetchLike(baseUrl + path, init).then(
      async (response) => ({ response, text: await response.text() }),
      () => undefined,
    );
    const etag = answer?.response.headers.get('etag');
    if (method === 'GET' && etag) etags.set(path, etag);
    const log = await fetchLike(`${baseUrl}/pilot/requests`, {});
    steps.push({
      operation: `${method} ${path}`,
      status: answer?.response.status ?? 'network-error',
      headers: answer ? tracedHeaders(answer.response, basePath) : {},
      body: answer?.text ?? '',
      requests: await log.text(),
    });
  }
  return steps;
}
