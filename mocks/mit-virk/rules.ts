/** Mit Virk's rules on plain data: no msw, no clock of their own, nothing changed in place. */
import { parseDate, type PlainDate } from '../../components/shared/i18n/dates.js';
import type { FieldErrors } from '../contract/common.js';
import * as wire from '../contract/mit-virk.js';
import { omit } from '../omit.js';

interface Pending {
  readonly id: string;
  /** Null: to be removed from the index. */
  readonly item: wire.AuthorityItem | null;
  /** Real elapsed milliseconds when it was sent. */
  readonly sentAt: number;
}

export interface MitVirkState {
  /** What the authority has stored; it sees its own at once. */
  readonly items: readonly wire.AuthorityItem[];
  /** The index: what the companies' lists are made from. */
  readonly index: readonly wire.AuthorityItem[];
  readonly pending: readonly Pending[];
  readonly dismissed: readonly string[];
}

/**
 * Data as they are after a load: stored and indexed alike. Parsed, so that wrong test data fail at once, and so that the
 * fields stand in one order wherever an item comes from (entity tags are made of the text).
 */
export function loadedState(loaded: readonly wire.AuthorityItem[]): MitVirkState {
  const items = loaded.map((item) => wire.authorityItem.parse(item));
  return { items, index: items, pending: [], dismissed: [] };
}

function replaceIn(list: readonly wire.AuthorityItem[], id: string, item: wire.AuthorityItem | null) {
  if (item === null) return list.filter((other) => other.id !== id);
  return list.some((other) => other.id === id)
    ? list.map((other) => (other.id === id ? item : other))
    : [...list, item];
}

/** Stores (or with null deletes) an item; the index follows later. */
export function send(
  state: MitVirkState,
  id: string,
  item: wire.AuthorityItem | null,
  sentAt: number,
): MitVirkState {
  return {
    ...state,
    items: replaceIn(state.items, id, item),
    pending: [...state.pending, { id, item, sentAt }],
  };
}

/**
 * Takes into the index what was sent at least `delayMs` ago. The delay is the present one, so that setting it to 0 lets
 * everything through at once.
 */
export function settle(state: MitVirkState, elapsed: number, delayMs: number): MitVirkState {
  const isDue = ({ sentAt }: Pending) => sentAt + delayMs <= elapsed;
  if (!state.pending.some(isDue)) return state;
  // By id: thousands may be due at once, and a list searched for each would hold everybody up.
  const index = new Map(state.index.map((item) => [item.id, item]));
  for (const { id, item } of state.pending.filter(isDue)) {
    if (item) index.set(id, item);
    else index.delete(id);
  }
  return {
    ...state,
    index: [...index.values()],
    pending: state.pending.filter((pending) => !isDue(pending)),
  };
}

/** CVR numbers without the blanks around them; empty = all companies. */
export function normaliseRecipients(list: string): string {
  return list
    .split(',')
    .map((cvr) => cvr.trim())
    .join(',');
}

/** An item reaches all companies (`""`) or only those that it names. */
export function reaches(item: wire.AuthorityItem, cvr: string): boolean {
  return item.modtagere === '' || item.modtagere.split(',').includes(cvr);
}

const CLOSED = ['afsluttet', 'lukket'];

/** A closed case is no longer shown. The set of states is open; these two are the pilot's words for closed. */
export function isClosed(item: wire.AuthorityItem): boolean {
  return item.type === 'sag' && CLOSED.includes((item.status ?? '').trim().toLowerCase());
}

function isShown(state: MitVirkState, item: wire.AuthorityItem, cvr: string): boolean {
  return reaches(item, cvr) && !isClosed(item) && !state.dismissed.includes(item.id);
}

/** The activity without what only its authority may see. */
export function toActivity(item: wire.AuthorityItem): wire.Activity {
  return omit(item, 'modtagere');
}

/** The company's activities; `types` empty means all four. */
export function activitiesFor(state: MitVirkState, cvr: string, types: readonly string[]): wire.Activity[] {
  const wanted = (item: wire.AuthorityItem) => types.length === 0 || types.includes(item.type);
  return state.index.filter((item) => wanted(item) && isShown(state, item, cvr)).map(toActivity);
}

/** Removes a notice from view. To remove it once more changes nothing and is no error. */
export function dismiss(
  state: MitVirkState,
  cvr: string,
  id: string,
): MitVirkState | 'not-found' | 'not-a-notice' {
  const item = state.index.find((other) => other.id === id);
  if (!item || !reaches(item, cvr) || isClosed(item)) return 'not-found';
  if (item.type !== 'besked') return 'not-a-notice';
  return state.dismissed.includes(id) ? state : { ...state, dismissed: [...state.dismissed, id] };
}

/** What an authority sent, as it is stored. */
export function itemFrom(
  id: string,
  type: wire.ActivityType,
  body: unknown,
  authority: string,
): wire.AuthorityItem {
  const sent = wire.authorityBodies[type].parse(body);
  const modtagere = normaliseRecipients(sent.modtagere ?? '');
  const defaults = { beskrivelse: '', myndighed: authority };
  return wire.authorityItem.parse({ id, type, ...defaults, ...sent, modtagere });
}

/** A frist of the public Frister API, as it is stored; what that API does not know is kept from `before`. */
export function itemFromCalendar(
  id: string,
  body: unknown,
  authority: string,
  before?: wire.AuthorityItem,
): wire.AuthorityItem {
  const { overskrift, beskrivelse, fristDato, link, modtagere } = wire.calendarBody.parse(body);
  const kept = before ? omit(before, 'link') : { myndighed: authority };
  return wire.authorityItem.parse({
    ...kept,
    id,
    type: 'frist',
    overskrift,
    beskrivelse: beskrivelse ?? '',
    fristDato,
    ...(link ? { link } : {}),
    modtagere: normaliseRecipients(modtagere ?? ''),
  });
}

/** A stored frist as the public Frister API gives it: `dd-MM-yyyy`, and only its own fields. */
export function toCalendar(item: wire.AuthorityItem): wire.CalendarFrist {
  const { id, overskrift, beskrivelse, link, modtagere } = item;
  const date = parseDate(item.fristDato ?? '') ?? '';
  const fristDato = date.split('-').reverse().join('-');
  return { id, overskrift, beskrivelse, fristDato, ...(link ? { link } : {}), modtagere };
}

/** The public Frister API takes only dates after today in Copenhagen. */
export function calendarErrors(body: unknown, today: PlainDate): FieldErrors {
  if (typeof body !== 'object' || body === null || !('fristDato' in body)) return {};
  const date = typeof body.fristDato === 'string' ? parseDate(body.fristDato) : undefined;
  return date !== undefined && date <= today ? { fristDato: 'Skal ligge i fremtiden' } : {};
}
