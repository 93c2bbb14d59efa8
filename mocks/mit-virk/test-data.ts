/**
 * Mit Virk's made-up data, dated from a given day, so that something is always overdue, due today and due tomorrow.
 * No real authority, company or person.
 */
import { addDays, type PlainDate } from '../../components/shared/i18n/dates.js';
import type { Activity, AuthorityItem } from '../contract/mit-virk.js';
import type { DataSet } from '../contract/scenarios.js';
import { COMPANY_CVR, OTHER_COMPANY_CVR } from '../pilot/personas.js';
import { danishDate, makeBesked, makeFrist, makeSag, makeTilladelse, withRecipients } from './factories.js';
import { hostileData } from './hostile-data.js';
import { manyData } from './many-data.js';

const KOMMUNE = 'Fjordby Kommune';
const STYRELSE = 'Prøvestyrelsen';
const STATISTIK = 'Prøvestatistik';
const TILSYN = 'Øresø Arbejdstilsyn';

/** Days from today, category, title, authority, text. */
type DeadlineRow = readonly [number, string, string, string, string];

const deadlineRows: readonly DeadlineRow[] = [
  [
    -9,
    'Regnskab',
    'Indsend årsregnskab',
    STYRELSE,
    '<p>Vi har ikke modtaget regnskabet. Det skal være underskrevet af ledelsen.</p>',
  ],
  [
    -2,
    'Miljø',
    'Indberet affaldsmængder',
    KOMMUNE,
    'Oplys, hvor meget affald virksomheden har haft i det seneste kvartal.',
  ],
  [
    0,
    'Afgifter',
    'Betal for vand og spildevand',
    KOMMUNE,
    '<p>Beløbet står på opkrævningen. <a href="https://www.example.dk/vand">Se opkrævningen</a>.</p>',
  ],
  [
    1,
    'Arbejdsmiljø',
    'Svar på høring om ventilation',
    TILSYN,
    'Skriv, om I er enige i det, vi så ved besøget.',
  ],
  [
    3,
    'Statistik',
    'Indberet antal ansatte',
    STATISTIK,
    '<p>Indberet antallet af ansatte. <a href="https://www.example.dk/vejledning">Læs vejledningen</a>.</p>',
  ],
  [
    7,
    'Fødevarer',
    'Send plan for egenkontrol',
    STYRELSE,
    '<p>Planen skal vise:</p><ul><li>hvem der har ansvaret</li><li>hvor tit I måler</li></ul>',
  ],
  [14, 'Elever', 'Bekræft praktikplads', STYRELSE, 'Bekræft, at eleven kan begynde som aftalt.'],
  [
    21,
    'Statistik',
    'Oplys om udenrigshandel',
    STATISTIK,
    'Oplys værdien af varer, som I har købt og solgt i andre lande.',
  ],
  [
    30,
    'Brand',
    'Gennemgå brandudstyr',
    KOMMUNE,
    '<p>Udstyret skal være <strong>gennemgået</strong> af en fagperson.</p>',
  ],
  [45, 'Energi', 'Indsend energimærke', STYRELSE, 'Mærket må højst være ti år gammelt.'],
  [60, 'Arbejdsmiljø', 'Opdater arbejdspladsvurdering', TILSYN, 'Vurderingen skal dække alle arbejdssteder.'],
  [90, 'Vej', 'Søg om gravning i fortov', KOMMUNE, 'Søg, før gravningen begynder.'],
  [180, 'Regnskab', 'Vælg revisor', STYRELSE, 'Oplys, hvem der er revisor i det kommende år.'],
  [400, 'Miljø', 'Forny spildevandsaftale', KOMMUNE, 'Aftalen løber ud. Send et udkast i god tid.'],
];

/** Some authorities write `dd-MM-yyyy`, others `yyyy-MM-dd`: both are in the data. */
function deadlines(today: PlainDate): AuthorityItem[] {
  return deadlineRows.map(([days, kategori, overskrift, myndighed, beskrivelse], index) => {
    const fristDato = index % 3 === 1 ? addDays(today, days) : danishDate(today, days);
    const action = index % 4 === 3 ? {} : { link: `https://www.example.dk/selvbetjening/${index + 1}` };
    const linkTekst = index % 4 === 0 ? { linkTekst: 'Start nu' } : {};
    const id = `f-${index + 1}`;
    return withRecipients(
      makeFrist({ id, kategori, overskrift, beskrivelse, myndighed, fristDato, ...action, ...linkTekst }),
    );
  });
}

function awaitingCases(today: PlainDate): Activity[] {
  return [
    makeSag({
      id: 's-1',
      kategori: 'Tilladelser',
      overskrift: 'Ansøgning om udendørs servering',
      beskrivelse:
        '<p>Vi mangler en tegning af arealet. <a href="https://www.example.dk/tegning">Sådan tegner du</a>.</p>',
      status: 'Afventer virksomhed',
      sagsnummer: 'FB-2026-0417',
      fristDato: addDays(today, 5),
      link: 'https://www.example.dk/sager',
      linkTekst: 'Send tegning',
    }),
    makeSag({
      id: 's-2',
      kategori: 'Støtte',
      overskrift: 'Ansøgning om løntilskud',
      beskrivelse: 'Skriv til os, hvornår den ansatte kan begynde.',
      status: 'Afventer virksomhed',
      sagsnummer: 'FB-2026-0502',
    }),
  ];
}

/** Cases in other states; the closed one is never sent to the company. */
function otherCases(today: PlainDate): Activity[] {
  return [
    makeSag({
      id: 's-3',
      kategori: 'Byggeri',
      overskrift: 'Byggetilladelse til lager',
      status: 'Modtaget',
      sagsnummer: 'FB-2026-0533',
    }),
    makeSag({
      id: 's-4',
      kategori: 'Miljø',
      overskrift: 'Klage over støj fra køleanlæg',
      sagsnummer: 'FB-2026-0388',
      fristDato: danishDate(today, 40),
    }),
    makeSag({
      id: 's-5',
      kategori: 'Vej',
      overskrift: 'Skilt ved indkørsel',
      status: 'Godkendt',
      sagsnummer: 'FB-2026-0291',
      link: 'https://www.example.dk/sager',
    }),
    makeSag({
      id: 's-6',
      kategori: 'Vej',
      overskrift: 'Container på fortov',
      status: 'Afsluttet',
      sagsnummer: 'FB-2026-0102',
    }),
  ];
}

function cases(today: PlainDate): AuthorityItem[] {
  return [...awaitingCases(today), ...otherCases(today)].map((item) => withRecipients(item));
}

function notices(): AuthorityItem[] {
  const more = { link: 'https://www.example.dk/nyt', linkTekst: 'Læs mere' };
  return [
    makeBesked({ id: 'b-1', overskrift: 'Nye åbningstider', beskrivelse: 'Telefonen er åben til kl. 15.' }),
    makeBesked({
      id: 'b-2',
      overskrift: 'Møde om affald for virksomheder',
      beskrivelse: '<p>Kom og hør om de nye regler på Ågården.</p>',
      ...more,
    }),
    makeBesked({
      id: 'b-3',
      overskrift: 'Nyt skema til indberetning',
      beskrivelse: 'Skemaet er kortere end før.',
      myndighed: STATISTIK,
      ...more,
    }),
  ].map((item) => withRecipients(item));
}

function permits(): AuthorityItem[] {
  return [
    makeTilladelse({
      id: 't-1',
      overskrift: 'Buskørsel',
      beskrivelse: 'Gælder for to busser.',
      myndighed: STYRELSE,
      fornyelseLink: 'https://www.example.dk/forny',
    }),
    makeTilladelse({
      id: 't-2',
      overskrift: 'Næringsbrev',
      beskrivelse: '<p>Gælder uden udløb.</p>',
      myndighed: STYRELSE,
      tilladelsesnummer: 'NB-00107',
    }),
    makeTilladelse({
      id: 't-3',
      overskrift: 'Alkoholbevilling',
      beskrivelse: 'Gælder på Æblevej 3.',
      tilladelsesnummer: 'FB-ALK-12',
      fornyelseLink: 'https://www.example.dk/bevilling',
    }),
  ].map((item) => withRecipients(item));
}

/** Items that show who is reached: one for both companies, one only for the other. */
function addressed(today: PlainDate): AuthorityItem[] {
  const both = makeFrist({
    id: 'f-15',
    kategori: 'Tilsyn',
    overskrift: 'Vælg dag for tilsyn',
    myndighed: TILSYN,
    fristDato: danishDate(today, 12),
  });
  const other = makeFrist({
    id: 'f-16',
    overskrift: 'Kun for en anden virksomhed',
    fristDato: danishDate(today, 12),
  });
  return [
    withRecipients(both, `${COMPANY_CVR},${OTHER_COMPANY_CVR}`),
    withRecipients(other, OTHER_COMPANY_CVR),
  ];
}

function defaultData(today: PlainDate): AuthorityItem[] {
  // The order means nothing in the contract; the newest deadlines stand in the middle so that nobody relies on it.
  const [first, ...rest] = deadlines(today);
  return [
    ...rest.slice(5),
    ...permits(),
    ...cases(today),
    ...addressed(today),
    ...rest.slice(0, 5),
    ...(first ? [first] : []),
    ...notices(),
  ];
}

/** The data set of a scenario; `seed` chooses among the made-up ones of `many`. */
export function mitVirkData(dataSet: DataSet, today: PlainDate, seed: number): AuthorityItem[] {
  if (dataSet === 'empty') return [];
  if (dataSet === 'many') return manyData(today, seed);
  if (dataSet === 'hostile') return hostileData(today);
  const all = defaultData(today);
  if (dataSet === 'cases-only') return all.filter((item) => item.type === 'sag');
  if (dataSet === 'overdue-only') return deadlines(today).slice(0, 2);
  return all;
}
