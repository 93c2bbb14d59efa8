/** Digital Post: contact points, contact groups, and messages that can be recalled. */
import { html, nothing } from 'lit/html.js';
import { addDays } from '../components/shared/i18n/dates.js';
import { FJORDBY_ID } from '../mocks/contacts/ids.js';
import type { Field } from './fields.js';
import type { Pair } from './pair.js';
import { textOf, type Item, type Resource } from './resource.js';

const targets = ['CITIZEN', 'COMPANY', 'AUTHORITY'] as const;

const name = (value: string): Field => ({ name: 'name', label: ['Navn', 'Name'], required: true, value });
const description: Field = { name: 'description', kind: 'area', label: ['Beskrivelse', 'Description'] };
const lines = (fieldName: string, label: Pair, hint: Pair, keys = 'id'): Field => ({
  name: fieldName,
  kind: 'lines',
  label,
  hint,
  keys,
  isExtra: true,
});
const groupHint: Pair = ['Gruppens id, ét på hver linje.', 'The id of the group, one a line.'];

const pointFields: readonly Field[] = [
  name('Cykelparkering'),
  description,
  {
    name: 'targets',
    kind: 'checks',
    label: ['Målgrupper', 'Audiences'],
    options: targets,
    required: true,
    value: 'CITIZEN\nCOMPANY',
  },
  {
    ...lines('searchTerms', ['Søgeord', 'Search words'], ['Ét på hver linje.', 'One a line.'], 'term'),
    isExtra: false,
    required: true,
    value: 'cykel\nstativ',
  },
  { name: 'active', kind: 'flag', label: ['Aktivt', 'Active'], value: 'true' },
  { name: 'visible', kind: 'flag', label: ['Synligt', 'Visible'], value: 'true' },
  {
    name: 'receivingSystem',
    label: ['Modtagesystem', 'Receiving system'],
    hint: ['Tom: ingen kan skrive hertil.', 'Empty: nobody can write here.'],
    value: 'Sagssystem',
  },
  lines('contactGroups', ['Kontaktgrupper', 'Contact groups'], groupHint),
  lines(
    'recommendedAttributes',
    ['Informationsfelter', 'Information fields'],
    ['Højst to, ét på hver linje.', 'At most two, one a line.'],
    'name',
  ),
  lines(
    'contactPointCodes',
    ['Koder', 'Codes'],
    [
      'Type; kode; navn – én på hver linje, som KLE; 00.01. Er der semikolon i selve koden, så sæt "…" om den.',
      'Type; code; name – one a line, as KLE; 00.01. A code with a semicolon in it stands in "…".',
    ],
    'type;code;name',
  ),
  { name: 'memoSizeThresholdMB', kind: 'number', label: ['Højst MB', 'At most MB'], isExtra: true },
  {
    name: 'allowedNumberOfAttachments',
    kind: 'number',
    label: ['Højst antal bilag', 'At most attachments'],
    isExtra: true,
  },
  { name: 'internalNote', kind: 'area', label: ['Intern note', 'Internal note'], isExtra: true },
  {
    name: 'externalLink.heading',
    label: ['Eksternt link: overskrift', 'External link: heading'],
    isExtra: true,
  },
  { name: 'externalLink.description', label: ['Eksternt link: tekst', 'External link: text'], isExtra: true },
  {
    name: 'externalLink.linkText',
    label: ['Eksternt link: linkets tekst', 'External link: text of the link'],
    isExtra: true,
  },
  { name: 'externalLink.url', label: ['Eksternt link: adresse', 'External link: address'], isExtra: true },
];

const canAll = { canChange: true, canDelete: true, showsOne: true, reloads: true } as const;

const contactPoints: Resource = {
  ...canAll,
  id: 'kontaktpunkter',
  path: '/digital-post/contact-points',
  listName: 'contactPoints',
  name: ['Kontaktpunkter', 'Contact points'],
  one: ['et kontaktpunkt', 'a contact point'],
  about: [
    'Det, som borgere og virksomheder vælger, når de skriver til Fjordby Kommune.',
    'What citizens and companies choose when they write to Fjordby Kommune.',
  ],
  fields: pointFields,
  title: (item) => textOf(item, 'name'),
  facts: (item) => [item['active'] === true ? '' : 'inaktivt', item['visible'] === true ? '' : 'skjult'],
  widget: (id, fallback) =>
    html`<skranke-contact-point-picker organisation-id=${FJORDBY_ID} heading-level="4"
        >${fallback}</skranke-contact-point-picker
      >
      ${
        id
          ? html`<skranke-deep-link-card contact-point-id=${id} heading-level="4"
              >${fallback}</skranke-deep-link-card
            >`
          : nothing
      }`,
};

const contactGroups: Resource = {
  ...canAll,
  id: 'kontaktgrupper',
  path: '/digital-post/contact-groups',
  listName: 'contactGroups',
  name: ['Kontaktgrupper', 'Contact groups'],
  one: ['en kontaktgruppe', 'a contact group'],
  about: ['Emner, som kontaktpunkterne står under.', 'Subjects that contact points stand under.'],
  fields: [
    name('Cykler'),
    description,
    { name: 'organisationalUnit', kind: 'flag', label: ['Organisatorisk enhed', 'Organisational unit'] },
    { ...lines('parents', ['Står under', 'Stands under'], groupHint), isExtra: false },
  ],
  title: (item) => textOf(item, 'name'),
  facts: (item) => [item['organisationalUnit'] === true ? 'enhed' : ''],
  widget: (id, fallback) =>
    html`<skranke-contact-point-picker
        organisation-id=${FJORDBY_ID}
        contact-group-id=${id ?? nothing}
        heading-level="4"
        >${fallback}</skranke-contact-point-picker
      >
      ${
        id
          ? html`<skranke-deep-link-card contact-group-id=${id} heading-level="4"
              >${fallback}</skranke-deep-link-card
            >`
          : nothing
      }`,
};

const CAN_BE_RECALLED = '5e57d000-0000-4000-8000-000000000001';

const messages: Resource = {
  id: 'meddelelser',
  path: '/digital-post/messages',
  inState: ({ messages: service }) => (service as { messages: Item[] }).messages,
  idName: 'messageUUID',
  name: ['Meddelelser', 'Messages'],
  one: ['en meddelelse', 'a message'],
  about: [
    'En meddelelse med valørdato kan kaldes tilbage, til dagen kommer.',
    'A message with a value date can be recalled until that day comes.',
  ],
  fields: [
    { name: 'label', label: ['Titel', 'Title (label)'], required: true, value: 'Indkaldelse til samtale' },
    {
      name: 'recipient.recipientID',
      label: ['Modtagerens nummer', 'Number of the recipient'],
      hint: ['Opdigtet, som 1112131016. Aldrig et rigtigt.', 'Made up, as 1112131016. Never a real one.'],
      required: true,
      value: '1112131016',
    },
    {
      name: 'recipient.idType',
      kind: 'select',
      label: ['Nummerets type', 'Kind of number'],
      options: ['CPR', 'CVR'],
      value: 'CPR',
    },
    { name: 'recipient.label', label: ['Modtagerens navn', 'Name of the recipient'], isExtra: true },
    {
      name: 'doNotDeliverUntilDate',
      label: ['Valørdato', 'Value date'],
      hint: ['Som 2031-11-17. Tom: leveres med det samme.', 'As 2031-11-17. Empty: delivered at once.'],
      value: (today) => addDays(today, 10),
    },
    {
      name: 'sender.senderID',
      label: ['Afsenderens CVR-nummer', 'CVR number of the sender'],
      value: '12345678',
      isExtra: true,
    },
    {
      name: 'sender.idType',
      kind: 'select',
      label: ['Afsenderens type', 'Kind of sender'],
      options: ['CVR', 'CPR'],
      value: 'CVR',
      isExtra: true,
    },
    {
      name: 'sender.label',
      label: ['Afsenderens navn', 'Name of the sender'],
      value: 'Fjordby Kommune',
      isExtra: true,
    },
  ],
  title: (item) => textOf(item, 'label'),
  facts: (item) => [item['doNotDeliverUntilDate'], item['recalledAt'] && 'RECALLED'],
  showsOne: true,
  widget: (id, fallback) =>
    html`<skranke-message-recall message-id=${id ?? CAN_BE_RECALLED} heading-level="4"
      >${fallback}</skranke-message-recall
    >`,
};

export const digitalPost: readonly Resource[] = [contactPoints, contactGroups, messages];
