/** The pilot's state as tables for people. Plain data, no DOM. */
import type { Lang } from '../components/shared/i18n/dates.js';
import type { PilotState } from '../mocks/contract/pilot.js';
import { say, type Pair } from './pair.js';

export interface Table {
  readonly name: string;
  /** How many there are; `rows` holds at most the newest 100. */
  readonly total: number;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

const MOST = 100;

type Row = Readonly<Record<string, unknown>>;

/** One table: where its rows come from, and the columns as paths into a row. */
interface Source {
  readonly name: Pair;
  readonly rows: (services: PilotState['services']) => readonly Row[];
  readonly columns: readonly string[];
}

const onlyIds = (ids: readonly string[]): Row[] => ids.map((id) => ({ id }));

const sources: readonly Source[] = [
  {
    name: ['Mit Virk: hos myndigheden', 'Mit Virk: at the authority'],
    rows: ({ mitVirk }) => mitVirk.items,
    columns: ['id', 'type', 'overskrift', 'status', 'fristDato', 'modtagere'],
  },
  {
    name: ['Mit Virk: venter på at komme i listen', 'Mit Virk: waits to come into the list'],
    rows: ({ mitVirk }) => mitVirk.pending,
    columns: ['id', 'item.overskrift'],
  },
  {
    name: ['Mit Virk: fjernet af virksomheden', 'Mit Virk: removed by the company'],
    rows: ({ mitVirk }) => onlyIds(mitVirk.dismissed),
    columns: ['id'],
  },
  {
    name: ['Meddelelser', 'Messages'],
    rows: ({ messages }) => messages.messages,
    columns: ['messageUUID', 'label', 'recipient.recipientID', 'doNotDeliverUntilDate', 'recalledAt'],
  },
  {
    name: ['Samtykke: skabeloner', 'Consent: templates'],
    rows: ({ consents }) => consents.templates.map(({ template }) => template),
    columns: ['id', 'declaration.heading', 'declaration.version', 'answerBy'],
  },
  {
    name: ['Samtykke: anmodninger', 'Consent: requests'],
    rows: ({ consents }) => consents.requests,
    columns: ['id', 'templateId', 'cpr', 'answerBy', 'answer.answeredAt', 'deleted'],
  },
  {
    name: ['Kontaktpunkter, der er ændret', 'Contact points that were changed'],
    rows: ({ contacts }) => [...contacts.points, ...onlyIds(contacts.deletedPoints)],
    columns: ['id', 'name', 'active', 'visible'],
  },
  {
    name: ['Kontaktgrupper, der er ændret', 'Contact groups that were changed'],
    rows: ({ contacts }) => [...contacts.groups, ...onlyIds(contacts.deletedGroups)],
    columns: ['id', 'name', 'organisationalUnit'],
  },
];

function cellOf(row: Row, path: string): string {
  const value = path
    .split('.')
    .reduce<unknown>((place, key) => (place as Row | null | undefined)?.[key], row);
  if (value === undefined || value === null) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** Those that hold something, the newest row first. */
export function stateTables({ services }: PilotState, lang: Lang): Table[] {
  return sources
    .map(({ name, rows, columns }) => {
      const all = rows(services);
      const newest = all.slice(-MOST).reverse();
      return {
        name: say(name, lang),
        total: all.length,
        columns: columns.map((path) => path.split('.').at(-1) ?? path),
        rows: newest.map((row) => columns.map((path) => cellOf(row, path))),
      };
    })
    .filter(({ total }) => total > 0);
}
