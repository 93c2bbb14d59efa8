/** Values that a backend should never send, and how they get into an answer. */
import fc from 'fast-check';

/** What a hostile text does when it gets its way: `harmed()` tells. */
const HARM = 'window.skrankeHarmed=1';
export const harmed = (): boolean => Reflect.has(window, 'skrankeHarmed');

const MARKUP = [
  `<img src=x onerror="${HARM}">`,
  `<script>${HARM}</script>`,
  `<svg><animate onbegin="${HARM}" attributeName=x dur=1s></svg>`,
  `<a href="javascript:${HARM}">her</a>`,
  `<a href="https://virk.dk" onclick="${HARM}" style="position:fixed">Virk</a>`,
  `<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=${HARM}&gt;">`,
  `<iframe srcdoc="<script>parent.${HARM}</script>"></iframe>`,
  `<form action="https://evil.example"><input name=cpr></form><base href="https://evil.example/">`,
  `<p id="heading">${'x'.repeat(300)}</p>&#106;avascript:`,
  '<skranke-deadline-list backend-url="https://evil.example/"></skranke-deadline-list>',
  '</p></div><!-- --!> <![CDATA[x]]>',
];
const ADDRESSES = [
  `javascript:${HARM}`,
  ` java\tscript:${HARM}`,
  `data:text/html,<script>${HARM}</script>`,
  'https://virk.dk@evil.example/',
  'https://virk.dk.evil.example/',
  'http://virk.dk/',
  '//evil.example',
  'https://[::1',
  `https://virk.dk/${'a'.repeat(3000)}`,
  'vbscript:x',
  'blob:https://virk.dk/1',
];
const OTHER = [
  '',
  '   ',
  '\u202e\u2066abc',
  '\u0000',
  '\ud800',
  'Change me',
  '__proto__',
  'constructor',
  '01-01-0000',
  '31-02-2026',
  '🧑‍🤝‍🧑'.repeat(20),
];

export const hostileText = fc.oneof(
  fc.constantFrom(...MARKUP, ...ADDRESSES, ...OTHER),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
);

const deep = Array.from({ length: 400 }).reduce<unknown>(
  (inner) => ({ parent: inner, id: 'x', name: 'x' }),
  null,
);

/** Any value in the place of another. */
export const hostileValue: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 5, arbitrary: hostileText },
  {
    weight: 2,
    arbitrary: fc.constantFrom(null, true, 0, -1, 1.5, 1e9, 2 ** 53, 1e308, [], {}, [null], [[]], deep),
  },
  { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
);

/** One change in an answer: which of its places, and what comes there; undefined takes the field away. */
export interface Change {
  readonly place: number;
  readonly value: unknown;
}

export const changes: fc.Arbitrary<readonly Change[]> = fc.array(
  fc.record({
    place: fc.nat({ max: 400 }),
    value: fc.oneof({ weight: 4, arbitrary: hostileValue }, { weight: 1, arbitrary: fc.constant(undefined) }),
  }),
  { maxLength: 6 },
);

type Holder = Record<string, unknown>;

function placesIn(value: unknown, found: [Holder, string][] = []): [Holder, string][] {
  if (typeof value !== 'object' || value === null || found.length > 400) return found;
  for (const key of Object.keys(value)) {
    found.push([value as Holder, key]);
    placesIn((value as Holder)[key], found);
  }
  return found;
}

/** The answer with the changes in it; itself untouched. */
export function change(body: unknown, list: readonly Change[]): unknown {
  const whole: Holder = { body: structuredClone(body) };
  for (const { place, value } of list) {
    const places = placesIn(whole);
    const [holder, key] = places[place % places.length]!;
    if (value !== undefined) holder[key] = structuredClone(value);
    else if (holder !== whole) delete holder[key];
  }
  return whole['body'];
}
