/** Whole answers with every field that the contract knows, by resource: what the generated ones are made from. */

const ORGANISATION = '14d6e9ad-fc0e-3918-0000-0000000000ea';
const POINT = 'bb6b168a-29a4-4a4a-ba61-29bbc6d42077';
const GROUP = 'fd8ca657-157c-3ffe-0000-000000001b2a';

export const ids = { organisation: ORGANISATION, point: POINT, group: GROUP };

const envelope = (name: string, items: readonly unknown[]) => ({
  currentPage: 0,
  totalPages: 1,
  elementsOnPage: items.length,
  totalElements: items.length,
  [name]: items,
});

const activity = (id: string, type: string, more: object = {}) => ({
  id,
  type,
  overskrift: `Send plan ${id}`,
  beskrivelse: '<p>Se <a href="https://virk.dk">Virk</a></p>',
  kategori: 'Miljø',
  myndighed: 'Fjordby Kommune',
  fristDato: '17-11-2031',
  link: 'https://virk.dk/start',
  linkTekst: 'Start',
  ...more,
});

const group = {
  id: GROUP,
  name: 'Bolig og flytning',
  description: 'Om at bo',
  organisationalUnit: false,
  targets: ['CITIZEN', 'COMPANY'],
  organisation: { id: ORGANISATION, name: 'Fjordby Kommune' },
  parent: { id: 'fd8ca657-157c-3ffe-0000-000000001b2b', name: 'Fjordby', description: '', parents: [] },
};

const point = {
  id: POINT,
  name: 'Flytning',
  description: 'Meld flytning',
  targets: ['CITIZEN'],
  memoSizeThresholdMB: 99.5,
  allowedNumberOfAttachments: 10,
  active: true,
  visible: true,
  organisationId: ORGANISATION,
  contactGroups: [group],
  searchTerms: [{ term: 'bolig' }],
  recommendedAttributes: [{ id: 'sag', name: 'Sagsnummer' }],
  contactPointCodes: [{ type: 'KLE', code: '23.05', name: 'Flytning' }],
  externalLink: {
    heading: 'Selvbetjening',
    description: 'Brug den',
    linkText: 'Start',
    url: 'https://borger.dk/',
  },
};

const deepLink = (targets: readonly string[], platform: string, url: string) => ({ targets, platform, url });

const message = {
  messageUUID: '5e57d000-0000-4000-8000-000000000001',
  label: 'Indkaldelse til samtale',
  sender: { senderID: '12345678', idType: 'CVR', label: 'Fjordby Kommune' },
  recipient: { recipientID: '111213****', idType: 'CPR', label: 'Prøve Person' },
  doNotDeliverUntilDate: '2031-11-17',
  status: 'AWAITING_VALUE_DATE',
  recall: { allowed: true, reason: null, until: '2031-11-16' },
};

const consent = (id: string) => ({
  id,
  purpose: 'Hente journal',
  data: ['Diagnose'],
  recipients: ['Fjordby Kommune'],
  status: 'pending',
  validTo: '2031-06-30',
});

const consentRequest = {
  id: 'cr-1',
  status: 'created',
  respondent: { name: 'Prøve Person' },
  authority: {
    name: 'Fjordby Kommune',
    cvrNumber: '12345678',
    contact: {
      name: 'Borgerservice',
      url: 'https://www.example.dk/',
      phone: '+45 00 00 00 00',
      email: 'a@example.dk',
    },
    privacyPolicyUrl: 'https://www.example.dk/privatliv',
  },
  declaration: {
    version: '2026-1',
    language: 'da',
    heading: 'Samtykke',
    introduction: 'Vi behandler din ansøgning.',
    legalBasis: 'Forvaltningslovens § 29',
    refusalText: 'Så afgør vi sagen uden.',
    withdrawalText: 'Du kan trække det tilbage her.',
    complaintText: 'Klag til kommunen.',
  },
  consents: [consent('c-1'), consent('c-2')],
  answerBy: '2031-12-20',
  redirectUrl: 'https://portal.example.dk/sag/42',
};

/** By the end of the path. */
export const bodies: Readonly<Record<string, unknown>> = {
  '/activities': envelope('activities', [
    activity('f-1', 'frist'),
    activity('f-2', 'frist', { fristDato: '2020-02-29' }),
    activity('s-1', 'sag', { status: 'Afventer virksomhed', sagsnummer: '17-2' }),
    activity('s-2', 'sag', { status: 'Modtaget' }),
    activity('b-1', 'besked'),
    activity('t-1', 'tilladelse', { tilladelsesnummer: 'T-1', fornyelseLink: 'https://virk.dk/forny' }),
  ]),
  '/dismissal': null,
  '/deep-links': {
    deepLinks: [
      deepLink(['CITIZEN'], 'borger.dk', `https://post.demo.borger.dk/send/${ORGANISATION}/${POINT}/`),
      deepLink(
        ['COMPANY', 'AUTHORITY'],
        'virk.dk',
        `https://pilot.virk.dk/digitalpost/new/${ORGANISATION}/${POINT}/`,
      ),
    ],
    reason: 'inactive',
  },
  '/recipients': envelope('recipients', [
    {
      kind: 'organisation',
      id: ORGANISATION,
      organisationId: ORGANISATION,
      name: 'Fjordby Kommune',
      organisationName: 'Fjordby Kommune',
    },
    {
      kind: 'unit',
      id: GROUP,
      organisationId: ORGANISATION,
      name: 'Øresø Hospital',
      organisationName: 'Region Øresø',
    },
  ]),
  '/organisations/{id}': {
    id: ORGANISATION,
    name: 'Fjordby Kommune',
    cvrNumber: '12345678',
    type: 'ORGANISATION',
    authorityType: 'KOMMUNE',
    logoAvailable: false,
    targets: ['CITIZEN'],
    privacyPolicyUrl: 'https://fjordby.example/privat',
  },
  '/contact-points': envelope('contactPoints', [
    point,
    { ...point, id: `${POINT.slice(0, -1)}8`, name: 'Pas', contactGroups: [] },
  ]),
  '/contact-points/{id}': point,
  '/contact-groups': envelope('contactGroups', [group]),
  '/contact-groups/{id}': group,
  '/consent-requests/{id}': consentRequest,
  '/answer': {
    receiptId: 'kv-1',
    answeredAt: '2026-11-22T10:00:00+01:00',
    status: 'accepted',
    decisions: [
      { consentId: 'c-1', decision: 'given' },
      { consentId: 'c-2', decision: 'given' },
    ],
  },
  '/withdrawal': { status: 'revoked', withdrawnAt: '2026-11-22T10:00:00+01:00' },
  '/messages/{id}': message,
  '/messages/{id}/recipient': { recipientID: '1112131016' },
  '/messages/{id}/recall': { ...message, status: 'RECALLED', recalledAt: '2026-11-22T10:00:00+01:00' },
};

/** The whole answer to a request for this path template. */
export function bodyFor(path: string): unknown {
  return bodies[path] ?? bodies[`/${path.split('/').at(-1) ?? ''}`] ?? {};
}
