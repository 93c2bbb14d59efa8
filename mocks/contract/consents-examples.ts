/** What the examples of Digitalt Samtykke's endpoints share. All is made up. */
import { omit } from '../omit.js';

export const exampleAuthority = {
  name: 'Fjordby Kommune',
  cvrNumber: '12345678',
  contact: { name: 'Borgerservice', phone: '+45 00 00 00 00' },
  privacyPolicyUrl: 'https://www.example.dk/privatliv',
};

export const exampleDeclaration = {
  version: '2026-1',
  language: 'da',
  heading: 'Samtykke til at hente oplysninger',
  introduction: 'Vi behandler din ansøgning om hjælpemidler og vil gerne hente oplysninger fra andre.',
  legalBasis: 'Forvaltningslovens § 29',
  refusalText: 'Uden samtykke afgør vi sagen på det grundlag, vi har.',
  withdrawalText: 'Du kan trække samtykket tilbage her på siden, så længe sagen er åben.',
};

export const examplePurposes = [
  {
    id: 'c-1',
    purpose: 'Hente journal fra din læge',
    data: ['Diagnose', 'Seneste behandling'],
    recipients: ['Fjordby Kommune'],
    validTo: '2027-06-30',
  },
  {
    id: 'c-2',
    purpose: 'Hente oplysninger fra din bank',
    data: ['Kontoudtog for tre måneder'],
    recipients: ['Fjordby Kommune'],
    validTo: '2027-03-31',
  },
];

/** What an authority sends: the version, the ids and the authority are made. */
export const exampleTemplateBody = {
  declaration: omit(exampleDeclaration, 'version', 'language'),
  consents: examplePurposes.map((purpose) => omit(purpose, 'id')),
  answerBy: '2026-12-20',
};

export const exampleTemplate = {
  id: 'tpl-1001',
  authority: exampleAuthority,
  declaration: exampleDeclaration,
  consents: examplePurposes,
  answerBy: '2026-12-20',
};

export const exampleAuthorityRequest = {
  id: 'cr-1002',
  templateId: 'tpl-1001',
  cpr: '1112131016',
  status: 'accepted',
  declarationVersion: '2026-1',
  consents: examplePurposes.map(({ id, validTo }) => ({ id, status: 'given', validTo })),
  decisions: examplePurposes.map(({ id }) => ({ consentId: id, decision: 'given' })),
  answerBy: '2026-12-20',
  redirectUrl: 'https://portal.example.dk/sag/42',
  receiptId: 'kv-cr-1002',
  answeredAt: '2026-11-22T10:00:00+01:00',
  answeredVersion: '2026-1',
  answeredLanguage: 'da',
  messages: ['2f1d3b54-8a0c-4c56-9b1e-7c2d5e6f1003'],
};
