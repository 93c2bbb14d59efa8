/**
 * A contact structure that nobody should send and that somebody will: cycles, a chain 5,000 deep, missing parents, ids
 * twice, empty names, endless words, turned reading direction, script. Outside the strict schema on purpose.
 */
import { FJORDBY_ID, groupId, pointId } from './ids.js';

export type Raw = Record<string, unknown>;

/** Sets this on `window` if any of it is ever run; tests look for it. */
const HARM = 'window.__skrankeHarmed=true';
export const CHAIN_LENGTH = 5000;
/** Stands where the chain goes: JSON.stringify cannot write anything that deep. */
export const CHAIN_PLACEHOLDER = '@@kæde@@';

const MARK = 'dd';
const p = (number: number) => pointId(MARK, number);
const g = (number: number) => groupId(MARK, number);
/** The groups of the chain; 10001 is its top. */
const chainId = (level: number) => g(10_000 + level);

const longWord = 'Ø'.repeat(10_000);

/** A usable point but for what is said. */
function point(number: number, fields: Raw): Raw {
  return {
    id: p(number),
    name: `Fjendtligt kontaktpunkt ${number}`,
    description: '',
    targets: ['CITIZEN', 'COMPANY', 'AUTHORITY'],
    memoSizeThresholdMB: 99.5,
    allowedNumberOfAttachments: 10,
    active: true,
    visible: true,
    organisationId: FJORDBY_ID,
    contactPointCodes: [],
    contactGroups: [],
    recommendedAttributes: [],
    searchTerms: [{ term: 'fjendtlig' }],
    ...fields,
  };
}

const group = (number: number, name: unknown, fields: Raw = {}): Raw => ({
  id: g(number),
  name,
  description: '',
  organisationalUnit: false,
  targets: [],
  ...fields,
});

const inGroup = (...groups: unknown[]): Raw => ({ contactGroups: groups });
const link = (url: unknown): Raw => ({
  externalLink: { heading: 'Prøv her', description: '', linkText: 'Start', url },
});

/** Two that stand in each other, one that stands in itself, three in a ring. */
const circles: readonly Raw[] = [
  group(1, 'Ring A', { parent: { id: g(2), name: 'Ring B', parent: { id: g(1), name: 'Ring A' } } }),
  group(2, 'Ring B', { parent: { id: g(1), name: 'Ring A' } }),
  group(3, 'I sig selv', { parent: { id: g(3) } }),
  group(4, 'Ring 1', { parents: [{ id: g(5) }] }),
  group(5, 'Ring 2', { parents: [{ id: g(6) }] }),
  group(6, 'Ring 3', { parents: [{ id: g(4) }] }),
];

const strangeGroups: readonly Raw[] = [
  group(7, 'Uden forælder', { parent: { id: g(9999) } }),
  group(8, 'To gange', { description: 'Første' }),
  group(8, 'To gange, andet navn', { description: 'Anden', parent: { id: g(7) } }),
  group(9, ''),
  group(10, longWord, { description: longWord }),
  group(11, '\u202Enev ners\u202C \u2067omvendt\u2069'),
  group(12, `<img src=x onerror="${HARM}">`),
  group(13, null),
  group(14, 'Forældre, der ikke er en liste', { parents: 'alle', parent: 7, organisationalUnit: 'ja' }),
  { ...group(15, 'Prototype'), id: '__proto__' },
  { ...group(16, 'Konstruktør'), id: 'constructor', parent: { id: '__proto__' } },
];

/** The chain as a list: each level a group with its parent's id. */
const chain: readonly Raw[] = Array.from({ length: CHAIN_LENGTH }, (_, index) => ({
  ...group(10_001 + index, `Niveau ${index + 1}`),
  ...(index > 0 ? { parent: { id: chainId(index) } } : {}),
}));

export const hostileGroups: readonly Raw[] = [...circles, ...strangeGroups, ...chain];

/** The chain nested in itself, as JSON: built as text, from the inside of the parentheses out. */
export function chainJson(): string {
  const open: string[] = [];
  for (let level = CHAIN_LENGTH; level > 1; level--)
    open.push(`{"id":"${chainId(level)}","name":"Niveau ${level}","parent":`);
  const top = `{"id":"${chainId(1)}","name":"Niveau 1"}`;
  return open.join('') + top + '}'.repeat(CHAIN_LENGTH - 1);
}

const inStructure: readonly Raw[] = [
  point(1, { name: 'Helt almindeligt', ...inGroup({ id: g(20), name: 'Almindelig gruppe' }) }),
  point(2, { name: 'I en ring', ...inGroup(circles[0]) }),
  point(3, { name: 'I sig selv', ...inGroup(circles[2], { id: g(4) }) }),
  point(4, { name: 'Dybt nede, indlejret', ...inGroup(CHAIN_PLACEHOLDER) }),
  point(5, { name: 'Dybt nede, kun id', ...inGroup({ id: chainId(CHAIN_LENGTH) }) }),
  point(6, { name: 'I en gruppe, der ikke findes', ...inGroup({ id: g(9998) }) }),
  point(7, { name: 'Under en forælder, der ikke findes', ...inGroup({ id: g(7) }) }),
  point(8, { name: 'To gange', description: 'Første' }),
  point(8, { name: 'To gange, andet navn', description: 'Anden' }),
  point(9, {
    name: 'I 300 grupper',
    contactGroups: Array.from({ length: 300 }, (_, i) => ({ id: chainId(i + 1) })),
  }),
  point(10, { name: 'Samme gruppe to gange', ...inGroup({ id: g(8) }, { id: g(8) }) }),
  point(11, { name: 'Hos en anden myndighed', organisationId: '14d6e9ad-fc0e-3918-0000-00000000ffff' }),
];

const names: readonly Raw[] = [
  point(20, { name: '' }),
  point(21, { name: '   ' }),
  point(22, { name: null }),
  point(23, { name: undefined }),
  point(24, { name: longWord, description: longWord, searchTerms: [{ term: longWord }] }),
  point(25, { name: 'Betal \u202Egnud\u202C nu \u2067mod\u2069 venstre', description: '\u202Evendt om' }),
  point(26, { name: 'Nul\u0000tegn og \u0007 klokke\u200B\u2028linje' }),
  point(27, { name: `<script>${HARM}</script>`, description: `<img src=x onerror="${HARM}">` }),
  point(28, { name: '${alert(1)} {{7*7}} &lt;b&gt; &amp;amp;' }),
  point(29, { name: 'Emoji 👩‍👩‍👧‍👦 og z̷̢a̸l̴g̵o̶' }),
  point(30, { name: '\u202E\u200B' }),
];

const links: readonly Raw[] = [
  point(40, { name: 'Link med javascript', ...link(`javascript:${HARM}`) }),
  point(41, { name: 'Link med skjult javascript', ...link(` jav\tascript:${HARM}`) }),
  point(42, { name: 'Link med data', ...link(`data:text/html,<script>${HARM}</script>`) }),
  point(43, { name: 'Link med vbscript', ...link('vbscript:msgbox(1)') }),
  point(44, { name: 'Link med navn og kode', ...link('https://www.virk.dk@evil.example/%2e%2e') }),
  point(45, { name: 'Link, der ikke er tekst', ...link({ href: 'https://www.example.dk/' }) }),
  point(46, { name: 'Meget langt link', ...link(`https://www.example.dk/${'x'.repeat(10_000)}`) }),
];

const shapes: readonly unknown[] = [
  null,
  7,
  'tekst',
  [],
  { name: 'Uden id' },
  point(60, { id: 60, name: 'Tal som id' }),
  { ...point(61, { name: 'Prototype' }), id: '__proto__', ['__proto__']: { polluted: true } },
  point(62, { name: 'Ingen rigtige målgrupper', targets: ['ALIEN', 7, 'CITIZEN', 'CITIZEN'] }),
  point(63, { name: 'Målgruppe som tekst', targets: 'CITIZEN' }),
  point(64, { name: 'Grupper som tekst', contactGroups: 'alle' }),
  point(65, { name: 'Grupper uden id', contactGroups: [null, {}, { id: null }, 7, [{ id: g(8) }]] }),
  point(66, { name: 'Forkerte tal', memoSizeThresholdMB: -1, allowedNumberOfAttachments: '10' }),
  point(67, { name: 'Forkerte flag', active: 'ja', visible: 1 }),
  point(68, { name: 'Tusind søgeord', searchTerms: Array.from({ length: 1000 }, () => ({ term: 'ord' })) }),
  point(69, { name: 'Forkerte felter', recommendedAttributes: [{ name: longWord }, null, { id: 1 }] }),
];

export const hostilePoints: readonly unknown[] = [...inStructure, ...names, ...links, ...shapes];

export const hostileRecipients: readonly Raw[] = [
  '',
  longWord,
  '\u202Enev ners',
  `<b onclick="${HARM}">Fed</b>`,
].map((name, index) => ({
  kind: index % 2 ? 'unit' : 'organisation',
  id: index < 2 ? FJORDBY_ID : g(index),
  organisationId: FJORDBY_ID,
  name,
  organisationName: name,
}));

/** The last digit of a point's id chooses one. */
export const hostileUrls: readonly string[] = [
  'https://post.demo.borger.dk/send/ok/',
  `javascript:${HARM}`,
  'https://evil.example/send/',
  'http://post.demo.borger.dk/send/',
  'https://post.demo.borger.dk.evil.example/',
  'https://post.demo.borger.dk@evil.example/',
  'https://pilot.virk.dk:8443/digitalpost/',
  `https://pilot.virk.dk/${'x'.repeat(5000)}/`,
  'data:text/html,hej',
  '//evil.example/',
];
