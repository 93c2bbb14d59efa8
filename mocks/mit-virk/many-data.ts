/** 1,000 made-up activities, the same for the same seed and day. */
import { addDays, type PlainDate } from '../../components/shared/i18n/dates.js';
import type { Activity, AuthorityItem } from '../contract/mit-virk.js';
import { random } from '../pilot/random.js';
import { danishDate, makeBesked, makeFrist, makeSag, makeTilladelse, withRecipients } from './factories.js';

const SUBJECTS = [
  'Affald',
  'Ansatte',
  'Bygning',
  'Energi',
  'Fødevarer',
  'Lager',
  'Miljø',
  'Støj',
  'Vej',
  'Økonomi',
];
const ACTIONS = ['Indberet', 'Bekræft', 'Opdater', 'Betal', 'Svar på spørgsmål om'];
const STATES = ['Modtaget', 'Under behandling', 'Afventer virksomhed', 'Godkendt'];
export const MANY = 1000;

function pick<T>(list: readonly T[], chance: number): T {
  return list[Math.floor(chance * list.length)] as T;
}

function make(index: number, today: PlainDate, next: () => number): Activity {
  const subject = pick(SUBJECTS, next());
  const days = Math.floor(next() * 700) - 60;
  const common = {
    overskrift: `${pick(ACTIONS, next())} ${subject.toLowerCase()} (${index + 1})`,
    kategori: subject,
    beskrivelse: `<p>Opdigtet tekst nr. ${index + 1}.</p>`,
    link: `https://www.example.dk/mange/${index + 1}`,
  };
  const kind = next();
  if (kind < 0.7) {
    const fristDato = index % 2 === 0 ? danishDate(today, days) : addDays(today, days);
    return makeFrist({ ...common, id: `f-${index + 1}`, fristDato });
  }
  if (kind < 0.85)
    return makeSag({
      ...common,
      id: `s-${index + 1}`,
      status: pick(STATES, next()),
      fristDato: addDays(today, days),
    });
  if (kind < 0.95) return makeBesked({ ...common, id: `b-${index + 1}` });
  return makeTilladelse({ ...common, id: `t-${index + 1}` });
}

export function manyData(today: PlainDate, seed: number): AuthorityItem[] {
  const next = random(seed);
  return Array.from({ length: MANY }, (_, index) => withRecipients(make(index, today, next)));
}
