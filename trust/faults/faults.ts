/** Everything that can go wrong between a widget and its backend (issue 9), one row a fault. */
import { json, problem, silence, type Call } from '../../components/shared/testing/fake-fetch.js';

export interface Fault {
  readonly name: string;
  readonly answer: (call: Call, good: () => Response, sockets: Sockets) => Response | Promise<Response>;
  /** The answer is as good as any: nothing is to be seen of it. */
  readonly harmless?: true;
  /** An answer newer than what is there, in which nothing can be read: it says so in its place. */
  readonly isNews?: true;
  /** A write is carried out although the widget never hears so. */
  readonly carriesOut?: true;
  /** It takes for ever: so long is waited for it, instead of 8 s. */
  readonly patienceMs?: number;
}

/** Addresses of a server that breaks connections, and of a port where nobody listens. */
export interface Sockets {
  readonly server: string;
  readonly closed: string;
}

const JSON_TYPE = { 'Content-Type': 'application/json' };
const body = (text: BodyInit) => new Response(text, { headers: JSON_TYPE });

/** A request to the server of broken connections, without anything that would ask for a preflight. */
const over =
  (fault: string): Fault['answer'] =>
  ({ signal }, _, { server }) =>
    fetch(`${server}/${fault}`, { signal, credentials: 'omit' });

const status = (
  code: number,
  name: string,
  answer: () => Response = () => problem('broken', code),
): Fault => ({
  name: `${code} ${name}`,
  answer,
  // A gateway may give up on what is then carried out behind it.
  ...([500, 502, 504].includes(code) && { carriesOut: true as const }),
});

const html = (code: number) =>
  new Response('<h1>SECRET</h1>', { status: code, headers: { 'Content-Type': 'text/html' } });

const withHeader = (response: Response, name: string, value: string) => {
  const headers = new Headers(response.headers);
  headers.set(name, value);
  return new Response(response.body, { status: response.status, headers });
};

/** All texts replaced by numbers, all lists by texts. */
const wrongTypes = (value: unknown): unknown => {
  if (typeof value === 'string') return 17;
  if (Array.isArray(value))
    return value.map((one: unknown) => (typeof one === 'object' ? wrongTypes(one) : one));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, wrongTypes(one)]));
};

/** The same with more in it than the contract knows. */
const extraFields = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(extraFields);
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value).map(([key, one]): [string, unknown] => [key, extraFields(one)]);
  return { ...Object.fromEntries(fields), unknownText: 'SECRET', unknownList: [{ a: 1 }], constructor: null };
};

const changed =
  (change: (value: unknown) => unknown): Fault['answer'] =>
  async (_, good) => {
    const answer = good();
    const text = await answer.text();
    return text ? json(change(JSON.parse(text))) : new Response(null, { status: answer.status });
  };

/** Cut off in the middle, with a length that says so. */
const truncated: Fault['answer'] = async (_, good) => body((await good().text()).slice(0, -3) || '{"a": [');

/** Danish letters in Windows' old coding: not UTF-8. */
const latin1: Fault['answer'] = () =>
  body(Uint8Array.from('{"name": "L\u00e6s\u00f8"}', (letter) => letter.charCodeAt(0)));

function huge(): Response {
  const chunk = new Uint8Array(1_000_000).fill(0x20);
  let chunks = 0;
  const stream = new ReadableStream<Uint8Array>({
    pull: (controller) => {
      if (++chunks > 20) controller.close();
      else controller.enqueue(chunk);
    },
  });
  return new Response(stream, { headers: JSON_TYPE });
}

/** In one hour, as an HTTP date. */
const inOneHour = () => new Date(performance.timeOrigin + performance.now() + 3_600_000).toUTCString();

/** Faults in the connection, over real sockets where `fetch` itself has to fail. */
const connection: readonly Fault[] = [
  {
    name: 'connection refused',
    answer: ({ signal }, _, { closed }) => fetch(closed, { signal, credentials: 'omit' }),
  },
  { name: 'reset before the answer', answer: over('reset'), carriesOut: true },
  { name: 'reset in the middle', answer: over('reset-middle'), carriesOut: true },
  { name: 'time-out', answer: silence, carriesOut: true, patienceMs: 250 },
  { name: 'slow drip', answer: over('drip'), carriesOut: true, patienceMs: 250 },
];

const statuses: readonly Fault[] = [
  status(400, 'bad request'),
  status(401, 'signed out'),
  status(403, 'not permitted', () => problem('not-permitted', 403)),
  status(404, 'not found', () => problem('not-found', 404)),
  status(409, 'in progress', () => problem('in-progress', 409)),
  status(412, 'changed meanwhile', () => problem('precondition-failed', 412)),
  status(413, 'too large'),
  status(422, 'invalid', () => problem('invalid', 422, { errors: { field: 'SECRET' } })),
  status(429, 'Retry-After in seconds', () => withHeader(problem('rate-limited', 429), 'Retry-After', '120')),
  status(429, 'Retry-After as a date', () =>
    withHeader(problem('rate-limited', 429), 'Retry-After', inOneHour()),
  ),
  status(500, 'server error'),
  status(502, 'bad gateway', () => html(502)),
  status(503, 'closed'),
  status(504, 'gateway time-out'),
];

const bodies: readonly Fault[] = [
  { name: 'HTML instead of JSON', answer: () => html(200) },
  { name: 'empty body', answer: () => body(''), carriesOut: true },
  { name: 'truncated JSON', answer: truncated, carriesOut: true },
  { name: 'shorter than its length', answer: over('short'), carriesOut: true },
  { name: 'wrong charset', answer: latin1, carriesOut: true },
  { name: 'wrong types', answer: changed(wrongTypes), isNews: true, carriesOut: true },
  { name: 'missing fields', answer: changed(() => ({})), carriesOut: true },
  { name: 'extra fields', answer: changed(extraFields), harmless: true, carriesOut: true },
  { name: 'huge body', answer: huge, carriesOut: true },
  { name: 'huge body, packed', answer: over('bomb'), carriesOut: true },
  { name: 'redirect', answer: over('redirect') },
];

export const faults: readonly Fault[] = [...connection, ...statuses, ...bodies];
