/** Mit Virk's four information types, and the public Frister API. */
import { html, type TemplateResult } from 'lit/html.js';
import { addDays } from '../components/shared/i18n/dates.js';
import type { Field } from './fields.js';
import type { Pair } from './pair.js';
import { textOf, type Item, type Resource } from './resource.js';

const heading = (value: string): Field => ({
  name: 'overskrift',
  label: ['Overskrift', 'Title (overskrift)'],
  required: true,
  value,
});
const description: Field = {
  name: 'beskrivelse',
  kind: 'area',
  label: ['Beskrivelse', 'Description (beskrivelse)'],
  hint: ['Må gerne have HTML.', 'May hold HTML.'],
  value: '<p>Prøv det her i dag.</p>',
};
const recipients: Field = {
  name: 'modtagere',
  label: ['Modtagere', 'Recipients (modtagere)'],
  hint: [
    'CVR-numre med komma imellem. Tom: alle. Prøvevirksomheden er 99000001.',
    'CVR numbers with commas between. Empty: all. The test company is 99000001.',
  ],
};
const link: Field = {
  name: 'link',
  label: ['Link til løsningen', 'Link to the service (link)'],
  value: 'https://virk.dk',
};
const text = (name: string, label: Pair): Field => ({ name, label, isExtra: true });

const date = (required: boolean, days?: number): Field => ({
  name: 'fristDato',
  label: ['Fristdato', 'Date (fristDato)'],
  hint: ['Som 17-11-2031 eller 2031-11-17.', 'As 17-11-2031 or 2031-11-17.'],
  required,
  ...(days === undefined ? {} : { value: (today) => addDays(today, days) }),
});

/** What every type may have; behind 'Flere felter' where it is not the type's own. */
const common: readonly Field[] = [
  text('kategori', ['Kategori', 'Category (kategori)']),
  {
    ...text('myndighed', ['Myndighed', 'Authority (myndighed)']),
    hint: ['Tom: Fjordby Kommune.', 'Empty: Fjordby Kommune.'],
  },
  { ...link, isExtra: true },
  text('linkTekst', ['Linkets tekst', 'Text of the link (linkTekst)']),
  { ...date(false), isExtra: true },
  text('status', ['Status', 'State (status)']),
  text('sagsnummer', ['Sagsnummer', 'Case number (sagsnummer)']),
  text('tilladelsesnummer', ['Tilladelsesnummer', 'Permit number (tilladelsesnummer)']),
  text('fornyelseLink', ['Link til fornyelse', 'Link to renewal (fornyelseLink)']),
];

const withCommon = (...own: readonly Field[]): readonly Field[] => [
  ...own,
  ...common.filter(({ name }) => !own.some((field) => field.name === name)),
];

const own = (name: string, value: string): Field => ({
  ...(common.find((field) => field.name === name) ?? text(name, [name, name])),
  isExtra: false,
  value,
});

const states = ['Modtaget', 'Under behandling', 'Afventer virksomhed', 'Godkendt', 'Afsluttet'] as const;

const list = (types: string) => (_id: string | undefined, fallback: TemplateResult) =>
  html`<skranke-deadline-list types=${types} page-size="6" refresh-seconds="1" heading-level="4"
    >${fallback}</skranke-deadline-list
  >`;

const title = (item: Item) => textOf(item, 'overskrift');
const canAll = { canChange: true, canDelete: true } as const;
const ofType = { ...canAll, readOnly: ['type'] } as const;

export const mitVirk: readonly Resource[] = [
  {
    ...ofType,
    id: 'frister',
    path: '/mit-virk/frister',
    listName: 'frister',
    name: ['Frister', 'Deadlines'],
    one: ['en frist', 'a deadline'],
    about: [
      'Virksomheden skal gøre noget inden en dag. Her må dagen også ligge i fortiden.',
      'The company must act before a day. Here the day may lie in the past too.',
    ],
    fields: withCommon(heading('Indberet antal ansatte'), date(true, 14), description, recipients),
    title,
    facts: (item) => [item['fristDato']],
    widget: list('frist sag'),
  },
  {
    ...canAll,
    id: 'frister-api',
    path: '/calendar/1/frister',
    listName: 'frister',
    name: ['Frister API, version 1', 'Frister API, version 1'],
    one: ['en frist', 'a deadline'],
    about: [
      'Den offentlige API til frister. Dagen skal ligge i fremtiden.',
      'The public API for deadlines. The day must lie ahead.',
    ],
    fields: [
      heading('Min titel'),
      {
        ...date(true),
        hint: ['Som 17-11-2031, og efter i dag.', 'As 17-11-2031, and after today.'],
        value: (today) => addDays(today, 14).split('-').reverse().join('-'),
      },
      description,
      recipients,
      link,
    ],
    title,
    facts: (item) => [item['fristDato']],
    widget: list('frist sag'),
  },
  {
    ...ofType,
    id: 'sager',
    path: '/mit-virk/sager',
    listName: 'sager',
    name: ['Sager', 'Cases'],
    one: ['en sag', 'a case'],
    about: [
      'Når en sag er »Afventer virksomhed«, tæller den med blandt fristerne. En afsluttet sag vises ikke.',
      'While a case is ‘Afventer virksomhed’ (waits for the company), it counts as a deadline. A closed case is not shown.',
    ],
    fields: withCommon(
      heading('Ansøgning om næringsbrev'),
      { ...own('status', 'Modtaget'), options: states },
      own('sagsnummer', '2026-1234'),
      date(false),
      description,
      recipients,
    ),
    title,
    facts: (item) => [item['status'], item['sagsnummer'], item['fristDato']],
    states,
    widget: list('frist sag'),
  },
  {
    ...ofType,
    id: 'beskeder',
    path: '/mit-virk/beskeder',
    listName: 'beskeder',
    name: ['Beskeder', 'Notices'],
    one: ['en besked', 'a notice'],
    about: ['Til orientering. Virksomheden kan fjerne den.', 'For information. The company can remove it.'],
    fields: withCommon(heading('Nye åbningstider'), description, recipients),
    title,
    facts: (item) => [item['kategori']],
    widget: list('besked'),
  },
  {
    ...ofType,
    id: 'tilladelser',
    path: '/mit-virk/tilladelser',
    listName: 'tilladelser',
    name: ['Tilladelser', 'Permits'],
    one: ['en tilladelse', 'a permit'],
    about: ['Det, som virksomheden har lov til.', 'What the company is allowed to do.'],
    fields: withCommon(
      heading('Tilladelse til udeservering'),
      own('tilladelsesnummer', 'T-2026-77'),
      own('fornyelseLink', 'https://virk.dk/forny'),
      date(false),
      description,
      recipients,
    ),
    title,
    facts: (item) => [item['tilladelsesnummer'], item['fristDato']],
    widget: list('tilladelse'),
  },
];
