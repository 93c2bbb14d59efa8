/**
 * The conformance suite for a backend: every endpoint of backend contract 3, judged by the strict schemas. It is plain
 * web-platform code, so that it runs against a service worker, msw/node and a server alike.
 */
import { dateInCopenhagen } from '../../components/shared/i18n/dates.js';
import { activityProbes, dismissalProbes } from './activity-probes.js';
import { Book, type Finding, type Outcome } from './book.js';
import { consentFlow } from './consent-flow.js';
import { consentProbes } from './consent-probes.js';
import { contactProbes } from './contact-probes.js';
import { exchange, type FetchLike } from './exchange.js';
import type { CheckPersona, Fixtures } from './fixtures.js';
import { messageProbes, recallRefusals } from './message-probes.js';
import { areas, fieldsOf, runProbe, type Area, type Probe } from './probe.js';
import { recallFlow } from './recall-flow.js';
import { ruleIds, type RuleId } from './rules.js';
import { labelOf, Session, specOf, type Credentials } from './session.js';

export interface CheckOptions {
  /** The backend URL: absolute, http or https. */
  readonly url: string;
  readonly fixtures?: Fixtures | undefined;
  /** Writes too, on the ids that the fixtures name `writable`; only on a test environment. Default false. */
  readonly write?: boolean | undefined;
  /** Names of parts (`messages`) or endpoints (`get-message`, as in the OpenAPI document); default all. */
  readonly only?: readonly string[] | undefined;
  /** Headers that say who asks, such as `Authorization`; undefined: there is no token for the persona. */
  readonly credentials?: Credentials | undefined;
  readonly fetch?: FetchLike | undefined;
  /** Milliseconds for one request, body included; default 8000, as the widgets wait. */
  readonly timeoutMs?: number | undefined;
  /** Requests at most; default 400. */
  readonly maxRequests?: number | undefined;
  /** False where `Origin` cannot be set (in a page): rules about CORS are then not checked. Default true. */
  readonly mayNameOrigin?: boolean | undefined;
}

export interface CheckReport {
  readonly url: string;
  /** Whether it wrote. */
  readonly write: boolean;
  readonly requests: number;
  readonly counts: Readonly<Record<Outcome, number>>;
  readonly findings: readonly Finding[];
}

/** The check could not begin. The message is fit to be shown as it is. */
export class CheckError extends Error {}

const readers: Readonly<Record<Area, (fixtures: Fixtures) => Probe[]>> = {
  contacts: contactProbes,
  messages: messageProbes,
  activities: activityProbes,
  consents: consentProbes,
};
const writers: Partial<Record<Area, (fixtures: Fixtures) => Probe[]>> = {
  messages: (fixtures) => [...recallRefusals(fixtures), ...recallFlow(fixtures)],
  activities: dismissalProbes,
  consents: consentFlow,
};

/** `https://host/path` without a slash at its end, a name, a query. @throws CheckError */
export function backendUrl(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !/^https?:$/.test(url.protocol))
    throw new CheckError(`'${text}' is no address such as https://host/api`);
  if (url.username !== '' || url.password !== '')
    throw new CheckError('the address holds a password; use --token-command');
  return (url.origin + url.pathname).replace(/\/+$/, '');
}

/** @returns the day by the backend's clock */
async function greet(options: CheckOptions, baseUrl: string, fetchLike: FetchLike): Promise<string> {
  const ask = (path: string) =>
    exchange(fetchLike, baseUrl + path, { method: 'GET' }, options.timeoutMs ?? 8000);
  const answer = await ask('/');
  if (typeof answer === 'string') throw new CheckError(`no answer from ${baseUrl} (${answer})`);
  const isTest = fieldsOf(answer)['environment'] === 'test';
  if (options.write && !isTest)
    throw new CheckError(
      '--write was refused: GET / does not answer {"environment": "test"}, and nothing was sent',
    );
  // The pilot's clock may be set; any other backend is taken to live today.
  const clock = isTest ? await ask('/pilot/clock') : 'network';
  const now = typeof clock === 'string' ? NaN : Date.parse(String(fieldsOf(clock)['now']));
  return dateInCopenhagen(Number.isNaN(now) ? Date.now() : now);
}

/** Each persona's token is asked for once. */
function remember(credentials: Credentials): Credentials {
  const known = new Map<CheckPersona, ReturnType<Credentials>>();
  return (persona) => {
    const found = known.get(persona) ?? credentials(persona);
    known.set(persona, found);
    return found;
  };
}

/** What `only` may name. */
export const partNames: readonly string[] = [
  ...areas,
  ...new Set(areas.flatMap((area) => probesOf(area, {}, true)).map(({ endpoint }) => endpoint)),
];

/** Probes of a part; those that only may write are named too, so that nothing is left out in silence. */
function probesOf(area: Area, fixtures: Fixtures, write: boolean): Probe[] {
  const reading = readers[area](fixtures);
  const writing = writers[area]?.(fixtures) ?? [];
  const held = write ? writing : writing.map((probe) => ({ ...probe, missing: 'it needs --write' }));
  return [...reading, ...held];
}

/** Rules about every answer: named for each endpoint, also where no answer came that could show them. */
const everywhere: readonly RuleId[] = [
  ...ruleIds.filter((rule) => /^(answer|cors)\./.test(rule) && rule !== 'cors.preflight'),
  ...(['problem.media-type', 'problem.body', 'problem.slug', 'privacy.location'] as const),
];

function explainRest({ book, fixtures, options }: Session, ids: ReadonlySet<string>): void {
  for (const id of ids) {
    const place = { endpoint: labelOf(id) };
    const isPersonal = specOf(id).personas !== undefined;
    for (const rule of isPersonal ? [...everywhere, 'cache.no-store' as const] : everywhere) {
      const noOrigin = options.mayNameOrigin ? 'no fixture origin' : 'a page cannot choose its Origin';
      const isBlind = rule.startsWith('cors.') && (fixtures.origin === undefined || !options.mayNameOrigin);
      book.explain(rule, place, isBlind ? noOrigin : 'no answer came that could show it');
    }
  }
}

const noCredentials: Credentials = () => Promise.resolve(undefined);

/** Runs the suite, one request after the other. @throws CheckError when it cannot begin */
export async function checkBackend(options: CheckOptions): Promise<CheckReport> {
  const baseUrl = backendUrl(options.url);
  const { fixtures = {}, write = false, only = areas } = options;
  const fetchLike: FetchLike = options.fetch ?? ((url, init) => fetch(url, init));
  const today = await greet(options, baseUrl, fetchLike);
  const book = new Book();
  const session = new Session(
    {
      baseUrl,
      fetch: fetchLike,
      fixtures,
      credentials: remember(options.credentials ?? noCredentials),
      timeoutMs: options.timeoutMs ?? 8000,
      today,
      maxRequests: options.maxRequests ?? 400,
      mayNameOrigin: options.mayNameOrigin ?? true,
    },
    book,
  );
  for (const area of areas) {
    const isWanted = ({ endpoint }: Probe) => only.includes(area) || only.includes(endpoint);
    const probes = probesOf(area, fixtures, write).filter(isWanted);
    for (const probe of probes) await runProbe(probe, session);
    explainRest(session, new Set(probes.map(({ endpoint }) => endpoint)));
  }
  const findings = book.findings();
  const count = (wanted: Outcome) => findings.filter(({ outcome }) => outcome === wanted).length;
  return {
    url: baseUrl,
    write,
    requests: session.requests,
    counts: {
      passed: count('passed'),
      failed: count('failed'),
      'not supported': count('not supported'),
      'not checked': count('not checked'),
    },
    findings,
  };
}
