/** Examples of the contact structure for the OpenAPI document. Made up; the ids are those of the guides' examples' kind. */
const FJORDBY = '14d6e9ad-fc0e-3918-0000-00000000f001';
const POINT = '163710ae-5078-350c-0000-0000000f1006';
const ID_GROUP = 'fd8ca657-157c-3ffe-0000-0000000f0004';
const PASSPORT_GROUP = 'fd8ca657-157c-3ffe-0000-0000000f0005';

const nestedOrganisation = {
  id: FJORDBY,
  name: 'Fjordby Kommune',
  cvrNumber: '12345678',
  type: 'AUTHORITY',
  authorityType: 'MUNICIPALITY',
  authorityTerms: true,
  logoAvailable: false,
  targets: [],
  rightsIntroductionCompleted: false,
};

export const organisation = {
  ...nestedOrganisation,
  targets: ['CITIZEN', 'COMPANY', 'AUTHORITY'],
  privacyPolicyUrl: 'https://www.example.dk/fjordby/privatliv',
};

export const recipient = {
  kind: 'unit',
  id: 'fd8ca657-157c-3ffe-0000-0000000e0001',
  organisationId: '14d6e9ad-fc0e-3918-0000-00000000e001',
  name: 'Øresø Hospital',
  organisationName: 'Region Øresø',
};

const idGroup = {
  id: ID_GROUP,
  organisationalUnit: false,
  name: 'ID',
  description: 'Beviser på, hvem du er',
  organisation: nestedOrganisation,
  targets: [],
  postkasseIds: [],
};

const nestedGroup = {
  ...idGroup,
  id: PASSPORT_GROUP,
  name: 'Pas',
  description: 'Nyt pas og fornyelse',
  parent: idGroup,
};

export const group = { ...nestedGroup, targets: ['CITIZEN'] };

export const point = {
  id: POINT,
  name: 'Fornyelse af pas',
  description: 'Når dit pas udløber, eller du har mistet det',
  targets: ['CITIZEN'],
  memoSizeThresholdMB: 99.5,
  allowedNumberOfAttachments: 10,
  active: true,
  visible: true,
  organisationId: FJORDBY,
  contactPointCodes: [
    {
      id: '7a1de0c3-3a11-4f5e-8a37-00000f100601',
      version: 1,
      codeVersion: '0.0.0',
      name: 'Pas',
      code: '23.10.00',
      contactPointCodeTypeName: 'KLE',
      type: 'KLE',
    },
  ],
  contactGroups: [nestedGroup],
  recommendedAttributes: [{ id: '5d9a3d36-5d53-4d0d-9f53-00000f100601', version: 0, name: 'Pasnummer' }],
  searchTerms: [{ id: '0b1f6a52-0d0e-4a57-9a51-00000f100601', version: 0, term: 'pas' }],
  translations: [],
};

export const pointLinks = {
  deepLinks: [
    {
      targets: ['CITIZEN'],
      platform: 'borger.dk',
      url: `https://post.demo.borger.dk/send/${FJORDBY}/${POINT}/`,
    },
  ],
};

export const groupLinks = { deepLinks: [], reason: 'no-active-points' };

export const pointBody = {
  name: 'Fornyelse af pas',
  description: 'Når dit pas udløber, eller du har mistet det',
  internalNote: 'Kun internt: svar inden to dage.',
  targets: ['CITIZEN'],
  visible: true,
  active: true,
  receivingSystem: 'Fælles postsystem',
  contactGroups: [{ id: PASSPORT_GROUP }],
  searchTerms: [{ term: 'pas' }],
  recommendedAttributes: [{ name: 'Pasnummer' }],
  contactPointCodes: [{ type: 'KLE', code: '23.10.00', name: 'Pas' }],
};

export const storedPoint = {
  ...pointBody,
  id: POINT,
  organisationId: FJORDBY,
  memoSizeThresholdMB: 99.5,
  allowedNumberOfAttachments: 10,
};

export const groupBody = {
  name: 'Pas',
  description: 'Nyt pas og fornyelse',
  parents: [{ id: ID_GROUP }],
};

export const storedGroup = {
  ...groupBody,
  id: PASSPORT_GROUP,
  organisationId: FJORDBY,
  organisationalUnit: false,
};
