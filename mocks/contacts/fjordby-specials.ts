/**
 * Fjordby Kommune's points and groups with ids that always mean the same: the first five points and three groups are those
 * of the contract's example, the rest have one outcome each. The table in docs/pilot.md tells of them. Made up.
 */
import type { StoredGroup, StoredPoint } from '../contract/contacts-authority.js';
import { makeStoredGroup, makeStoredPoint } from './factories.js';
import { namedIds, reference } from './ids.js';

const { point: p, group: g } = namedIds;
const inGroups = (...ids: string[]) => ({ contactGroups: ids.map(reference) });
const keywords = (...terms: string[]) => ({ searchTerms: terms.map((term) => ({ term })) });

/** Groups in the order of the listing; the root is named like the authority itself, as real ones are. */
export function specialGroups(): StoredGroup[] {
  const under = (...ids: string[]) => ({ parents: ids.map(reference) });
  return [
    { id: g.root, name: 'Fjordby Kommune', description: 'Change me' },
    {
      id: g.housing,
      name: 'Bolig og flytning',
      description: 'Spørgsmål om flytning, boligstøtte og byggeri',
      ...under(g.root),
    },
    { id: g.twoParents, name: 'Pas og kørekort', description: 'Change me', ...under(g.root, g.id) },
    { id: g.id, name: 'ID', description: 'Beviser på, hvem du er', ...under(g.root) },
    { id: g.passport, name: 'Pas', description: 'Nyt pas og fornyelse', ...under(g.id) },
    { id: g.empty, name: 'Ikke i brug endnu', description: '', ...under(g.root) },
    { id: g.inactiveOnly, name: 'Nedlagte ordninger', description: '', ...under(g.root) },
    { id: g.hiddenOnly, name: 'Kun med link', description: 'Til breve med et link', ...under(g.root) },
    { id: g.citizenOnly, name: 'Begravelse', description: 'Når nogen dør', ...under(g.root) },
    { id: g.companyOnly, name: 'Næringsliv', description: 'Kun for virksomheder', ...under(g.root) },
    { id: g.large, name: 'Børnehaver og vuggestuer', description: 'Skriv til institutionen' },
  ].map((fields) => makeStoredGroup(fields));
}

/** The contract's example. */
const examples: readonly Partial<StoredPoint>[] = [
  {
    id: p.ordinary,
    name: 'Flytning',
    description: 'Når du flytter til, fra eller inden for kommunen',
    contactPointCodes: [{ type: 'KLE', code: '23.05.00', name: 'Folkeregistrering' }],
    ...inGroups(g.housing),
    ...keywords('ny adresse', 'folkeregister'),
    externalLink: {
      heading: 'Meld flytning',
      description: 'Du kan melde flytning selv.',
      linkText: 'Start flytning',
      url: 'https://www.example.dk/flytning',
    },
  },
  {
    id: p.lowCapacity,
    name: 'Boligstøtte',
    description: 'Spørgsmål om ansøgning og udbetaling',
    memoSizeThresholdMB: 10,
    allowedNumberOfAttachments: 3,
    recommendedAttributes: [{ name: 'Sagsnummer' }],
    ...inGroups(g.housing),
    ...keywords('husleje', 'tilskud'),
  },
  {
    id: p.severalGroups,
    name: 'Fornyelse af kørekort',
    description: 'Change me',
    targets: ['CITIZEN'],
    ...inGroups(g.twoParents, g.housing),
    ...keywords('kørekort'),
  },
  {
    id: p.hidden,
    name: 'Svar på høring',
    description: 'Bruges fra et link i et brev',
    visible: false,
    ...inGroups(g.hiddenOnly),
    ...keywords('høring'),
  },
  {
    id: p.inactive,
    name: 'Pas (lukket)',
    description: 'Nedlagt',
    active: false,
    ...inGroups(g.inactiveOnly, g.twoParents),
    ...keywords('pas'),
  },
];

const ownCodes = Array.from({ length: 10 }, (_, index) => ({
  type: 'USER',
  code: `FB-EGEN-${index + 1}`,
  name: `Egen kode ${index + 1}`,
}));

const features: readonly Partial<StoredPoint>[] = [
  {
    id: p.passport,
    name: 'Fornyelse af pas',
    description: 'Når dit pas udløber, eller du har mistet det',
    internalNote: 'Kun internt: svar inden to dage i sommerferien.',
    ...inGroups(g.passport),
    ...keywords('pas', 'rejse', 'legitimation'),
    targets: ['CITIZEN'],
    recommendedAttributes: [{ name: 'Pasnummer' }],
  },
  { id: p.noReceivingSystem, name: 'Hittegods', receivingSystem: null, ...inGroups(g.inactiveOnly) },
  { id: p.companyOnly, name: 'Næringsbrev', targets: ['COMPANY'], ...inGroups(g.companyOnly) },
  { id: p.authorityOnly, name: 'Underretning fra myndighed', targets: ['AUTHORITY'], ...inGroups(g.root) },
  {
    id: p.companyAndAuthority,
    name: 'Samarbejde om vejarbejde',
    targets: ['COMPANY', 'AUTHORITY'],
    ...inGroups(g.root),
  },
  {
    id: p.allCodes,
    name: 'Alle slags koder',
    ...inGroups(g.root),
    contactPointCodes: [
      { type: 'FORM', code: '18.15.10.05', name: 'Byggetilladelse' },
      { type: 'KLE', code: '02.34.00', name: 'Byggesager' },
      { type: 'SOR', code: '990000016001', name: 'Opdigtet enhed' },
      { type: 'EAN/GLN', code: '5790000000000', name: 'Opdigtet lokation' },
      ...ownCodes,
    ],
  },
];

const limits: readonly Partial<StoredPoint>[] = [
  {
    id: p.informationFields,
    name: 'Klage over byggesag',
    recommendedAttributes: [{ name: 'Sagsnummer' }, { name: 'Adresse på byggegrunden' }],
    ...inGroups(g.housing),
    ...keywords('klage', 'byggeri'),
  },
  {
    id: p.externalLink,
    name: 'Leje af gavebod på torvet',
    ...inGroups(g.root),
    externalLink: {
      heading: 'Lej en bod',
      description: 'Du får svar med det samme, når du bruger selvbetjeningen.',
      linkText: 'Lej nu',
      url: 'https://www.example.dk/torvet',
    },
  },
  { id: p.noGroup, name: 'Hovedpostkasse', description: 'Hvis intet andet passer', ...keywords('andet') },
  { id: p.sameName, name: 'Aktindsigt', description: 'I en byggesag', ...inGroups(g.housing) },
  { id: p.sameNameToo, name: 'Aktindsigt', description: 'I en sag om støtte', ...inGroups(g.housing) },
  {
    id: p.longest,
    name: 'Længste navn på et kontaktpunkt, som må være på 50',
    description: 'En beskrivelse må være på 250 tegn. '.repeat(8).slice(0, 250),
    ...inGroups(g.root),
    ...keywords('søgeord på præcis tredive tegn'),
    recommendedAttributes: [{ name: 'Titel på femogtyve tegn..' }],
  },
  {
    id: p.lowestCapacity,
    name: 'Kun tekst og små filer',
    memoSizeThresholdMB: 0.5,
    allowedNumberOfAttachments: 0,
    ...inGroups(g.root),
  },
  {
    id: p.hiddenAndInactive,
    name: 'Gammelt link',
    visible: false,
    active: false,
    ...inGroups(g.inactiveOnly),
  },
  { id: p.noKeywords, name: 'Kirkegårde', searchTerms: [], ...inGroups(g.root) },
  {
    id: p.citizenOnly,
    name: 'Begravelseshjælp',
    description: 'Hjælp til udgiften',
    targets: ['CITIZEN'],
    ...inGroups(g.citizenOnly),
    ...keywords('dødsfald', 'begravelse'),
  },
];

export function specialPoints(): StoredPoint[] {
  return [...examples, ...features, ...limits].map((fields) => makeStoredPoint(fields));
}
