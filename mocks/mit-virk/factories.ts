/** Makers of activities for tests and stories: a whole, valid one, with only what matters said. All is made up. */
import { addDays, type PlainDate } from '../../components/shared/i18n/dates.js';
import type { Activity, AuthorityItem } from '../contract/mit-virk.js';
import type { activityList } from '../contract/mit-virk.js';
import { paginate } from '../contract/common.js';
import type * as z from 'zod/mini';

/** A page of activities as `GET /activities` answers it. */
export type ActivityList = z.infer<typeof activityList>;

type Fields = Partial<Omit<Activity, 'type'>>;

const common = { beskrivelse: 'En opdigtet tekst.', myndighed: 'Fjordby Kommune' };

/** A date some days from `today` as the public Frister API writes it, `dd-MM-yyyy`. */
export function danishDate(today: PlainDate, days: number): string {
  return addDays(today, days).split('-').reverse().join('-');
}

/** A deadline. `fristDato` in either form of the wire. */
export function makeFrist(fields: Fields & { fristDato: string }): Activity {
  return { id: 'f-1', type: 'frist', overskrift: 'Indberet antal ansatte', ...common, ...fields };
}

/** A case; with `status: 'Afventer virksomhed'` it counts as a deadline. */
export function makeSag(fields: Fields = {}): Activity {
  const defaults = { status: 'Under behandling', sagsnummer: 'FB-2026-0001' };
  return {
    id: 's-1',
    type: 'sag',
    overskrift: 'Ansøgning om skilt på facaden',
    ...common,
    ...defaults,
    ...fields,
  };
}

/** A notice. */
export function makeBesked(fields: Fields = {}): Activity {
  return { id: 'b-1', type: 'besked', overskrift: 'Nye åbningstider', ...common, ...fields };
}

/** A permit; with `fornyelseLink` it can be renewed. */
export function makeTilladelse(fields: Fields = {}): Activity {
  const defaults = { tilladelsesnummer: 'BUS-00042' };
  return { id: 't-1', type: 'tilladelse', overskrift: 'Buskørsel', ...common, ...defaults, ...fields };
}

/** One page with its envelope. */
export function makeActivityList(activities: readonly Activity[], page = 0, size = 100): ActivityList {
  const { envelope, onPage } = paginate(activities, page, size);
  return { ...envelope, activities: onPage };
}

/** The item as its authority stores it. */
export function withRecipients(activity: Activity, modtagere = ''): AuthorityItem {
  return { ...activity, modtagere };
}
