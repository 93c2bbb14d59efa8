/** Probes that are alike for several endpoints: access, unknown ids, tags, what a browser asks beforehand. */
import type { Answer } from './exchange.js';
import type { CheckPersona, Fixtures } from './fixtures.js';
import { holdsCpr } from './privacy.js';
import { fieldsOf, missingIn, type Area, type Probe, type Prober } from './probe.js';
import { describeAnswer, isCookie, specOf, type Ask } from './session.js';
import { corsOf, isSuccess } from './judge-answer.js';

/** An endpoint with the ids that a probe asks for. */
export interface Asked {
  readonly area: Area;
  readonly endpoint: string;
  /** Name of the fixture → its value; all of them go into the path, in order. */
  readonly needs: Readonly<Record<string, string | undefined>>;
  readonly query?: string;
}

/** Parameters of the path, filled with the fixtures in order. */
function askFor({ endpoint, needs, query }: Asked): Ask & { params: Record<string, string> } {
  const names = [...specOf(endpoint).path.matchAll(/:(\w+)/g)].map(([, name]) => name ?? '');
  const values = Object.values(needs);
  const params = Object.fromEntries(names.map((name, index) => [name, values[index] ?? '']));
  return { params, ...(query === undefined ? {} : { query }) };
}

const RESOURCE_FIELDS =
  /^(respondent|consents|declaration|decisions|sender|recipient|recipientID|senderID|label|activities|overskrift|cpr)$/;

/** A refusal that tells something of what was refused. */
function judgeRefusal(p: Prober, answer: Answer): void {
  const field = Object.keys(fieldsOf(answer)).find((name) => RESOURCE_FIELDS.test(name));
  const isLeak = field !== undefined || holdsCpr(answer.text);
  p.verdict('privacy.refusal', !isLeak, `${answer.status} with ${field ?? 'a CPR number'}`);
}

/** Reads without a token, and with one that nobody has. */
export function tokenProbe(asked: Asked, { withoutToken }: Fixtures): Probe {
  return {
    ...asked,
    rules: ['auth.no-token', 'auth.bad-token', 'privacy.refusal'],
    missing: missingIn(asked.needs),
    run: async (p) => {
      const ask = askFor(asked);
      if (withoutToken === 'somebody')
        p.unchecked('auth.no-token', 'the fixtures say that without a token the caller is somebody');
      for (const [who, rule] of [
        ['unknown', 'auth.bad-token'],
        ['nobody', 'auth.no-token'],
      ] as const) {
        if (who === 'nobody' && withoutToken === 'somebody') continue;
        const answer = await p.ask(asked.endpoint, { ...ask, as: who });
        p.verdict(rule, answer.status === 401, describeAnswer(answer));
        judgeRefusal(p, answer);
      }
    },
  };
}

/** Reads as a persona that has not the right. */
export function personaProbe(asked: Asked, name: string, persona: CheckPersona | undefined): Probe {
  return {
    ...asked,
    rules: ['auth.persona', 'privacy.refusal'],
    missing: missingIn({ ...asked.needs, [`forbidden.${name}`]: persona }),
    run: async (p) => {
      if (persona === undefined || (await p.session.options.credentials(persona)) === undefined) {
        p.unchecked('auth.persona', `no token for ${persona}`);
        return;
      }
      const answer = await p.ask(asked.endpoint, { ...askFor(asked), as: persona });
      p.problem('auth.persona', answer, 'not-permitted');
      judgeRefusal(p, answer);
    },
  };
}

/** Reads what belongs to another. */
export function foreignProbe(asked: Asked): Probe {
  return {
    ...asked,
    rules: ['auth.not-permitted', 'privacy.refusal'],
    missing: missingIn(asked.needs),
    run: async (p) => {
      const answer = await p.ask(asked.endpoint, askFor(asked));
      p.problem('auth.not-permitted', answer, 'not-permitted');
      judgeRefusal(p, answer);
    },
  };
}

/** Reads an id that is not there. */
export function unknownProbe(asked: Asked): Probe {
  return {
    ...asked,
    rules: ['problem.not-found'],
    missing: missingIn(asked.needs),
    run: async (p) => p.problem('problem.not-found', await p.ask(asked.endpoint, askFor(asked)), 'not-found'),
  };
}

/** Reads, judges by the strict schema, and reads again with the tag. Of a list a few items are enough. */
export function readProbe(whole: Asked & { readonly items?: string }, idField?: string): Probe {
  const few = [whole.query ?? '', 'size=5'].filter((part) => part !== '').join('&');
  const asked: Asked = whole.items === undefined ? whole : { ...whole, query: few };
  const isOne = idField === undefined ? [] : (['id.asked'] as const);
  return {
    ...asked,
    rules: ['answer.status', 'body.schema', 'unknown.query', 'etag.stable', 'etag.revalidate', ...isOne],
    missing: missingIn(asked.needs),
    run: async (p) => {
      const ask = askFor(asked);
      const answer = await p.read(asked.endpoint, ask);
      const [id] = Object.values(asked.needs);
      if (idField !== undefined)
        p.same('id.asked', idField, String(fieldsOf(answer)[idField]).toLowerCase(), id?.toLowerCase());
      const more = [ask.query, 'skrankeCheck=1'].filter(Boolean).join('&');
      const withMore = await p.ask(asked.endpoint, { ...ask, query: more });
      p.verdict('unknown.query', isSuccess(withMore), describeAnswer(withMore));
      await judgeTag(p, asked, answer);
    },
  };
}

async function judgeTag(p: Prober, asked: Asked, answer: Answer): Promise<void> {
  const tag = answer.headers.get('etag');
  if (tag === null) {
    for (const rule of ['etag.stable', 'etag.revalidate'] as const) p.unsupported(rule, 'no ETag');
    return;
  }
  const again = await p.ask(asked.endpoint, askFor(asked));
  // What changed by itself in between may have another tag.
  if (again.text === answer.text) p.same('etag.stable', 'etag', again.headers.get('etag'), tag);
  else p.unchecked('etag.stable', 'the content changed between two reads');
  const known = await p.ask(asked.endpoint, { ...askFor(asked), headers: { 'If-None-Match': tag } });
  if (known.status === 200)
    p.unsupported('etag.revalidate', 'If-None-Match is answered with the whole again');
  else p.verdict('etag.revalidate', known.status === 304 && known.text === '', describeAnswer(known));
}

/** What a browser asks before a request of the widgets from another origin. */
export function preflightProbe(asked: Asked, { origin }: Fixtures): Probe {
  return {
    ...asked,
    rules: ['cors.preflight'],
    missing: missingIn({ ...asked.needs, origin }),
    run: async (p) => {
      if (!p.session.options.mayNameOrigin) {
        p.unchecked('cors.preflight', 'a page cannot choose its Origin');
        return;
      }
      const { method, path } = specOf(asked.endpoint);
      const { params, query } = askFor(asked);
      const token = Object.keys(await p.session.credentialsFor(asked.endpoint));
      const own =
        method === 'POST' ? ['Content-Type', 'Idempotency-Key', 'If-Match'] : await revalidating(p, asked);
      const requested = [...token, ...own]
        .filter((name) => !isCookie(name))
        .map((name) => name.toLowerCase());
      const filled = path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));
      const address = query ? `${filled}?${query}` : filled;
      const answer = await p.session.preflight(asked.endpoint, method, address, requested.sort().join(','));
      const withCookie = await p.session.usesCookie(asked.endpoint);
      const refused = refusedBy(answer, requested, corsOf(answer, origin ?? '', withCookie));
      p.verdict('cors.preflight', refused === undefined, `${answer.status}: ${refused ?? ''}`);
    },
  };
}

/** The one read that the widgets repeat with the tag of the last. */
const REFRESHED = 'list-activities';

/** Who got a tag sends it back at the next read: without leave to do so, the first read works and no other. */
async function revalidating(p: Prober, asked: Asked): Promise<string[]> {
  if (asked.endpoint !== REFRESHED) return [];
  const { headers } = await p.ask(asked.endpoint, askFor(asked));
  return headers.has('etag') ? ['If-None-Match'] : [];
}

function refusedBy(
  answer: Answer,
  requested: readonly string[],
  { starCounts, isLetIn, isCookieLetIn }: ReturnType<typeof corsOf>,
): string | undefined {
  if (!isSuccess(answer)) return 'no success';
  if (!isLetIn) return 'the origin is not let in';
  if (!isCookieLetIn) return 'no Access-Control-Allow-Credentials: true, and the session is a cookie';
  const allowed = (answer.headers.get('access-control-allow-headers') ?? '')
    .toLowerCase()
    .split(',')
    .map((name) => name.trim());
  // The star never stands for Authorization.
  const isAllowed = (name: string) =>
    allowed.includes(name) || (starCounts && allowed.includes('*') && name !== 'authorization');
  const missing = requested.filter((name) => !isAllowed(name));
  return missing.length === 0 ? undefined : `Access-Control-Allow-Headers has no ${missing.join(', ')}`;
}
