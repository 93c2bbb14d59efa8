/** What a form is made of, and how typed texts become a request's body and back. Plain data, no DOM. */
import type { PlainDate } from '../components/shared/i18n/dates.js';
import type { Pair } from './pair.js';

export interface Field {
  /** Where it stands in the body: `overskrift`, `recipient.recipientID`, `consents.0.purpose`. */
  readonly name: string;
  /** `lines`: one item a line. Default `text`. */
  readonly kind?: 'text' | 'area' | 'number' | 'flag' | 'select' | 'checks' | 'lines';
  readonly label: Pair;
  readonly hint?: Pair;
  readonly required?: boolean;
  /** Choices of `select` and `checks`; for a text, suggestions. */
  readonly options?: readonly string[];
  /** Of `lines`: the keys of each item, as in `type;code;name`; without it an item is the line itself. */
  readonly keys?: string;
  /** What stands there to begin with. */
  readonly value?: string | ((today: PlainDate) => string);
  /** Stands behind 'Flere felter'. */
  readonly isExtra?: boolean;
}

/** What is typed, by field name: lists with a line break between, a flag as `true` or nothing. */
export type Values = Readonly<Record<string, string>>;
type Json = Record<string, unknown>;

const isIndex = (key: string | undefined) => key !== undefined && /^\d+$/.test(key);

function setIn(body: Json, name: string, value: unknown): void {
  const keys = name.split('.');
  let place = body;
  keys.slice(0, -1).forEach((key, index) => {
    place[key] ??= isIndex(keys[index + 1]) ? [] : {};
    place = place[key] as Json;
  });
  place[keys.at(-1) ?? ''] = value;
}

function getIn(body: unknown, name: string): unknown {
  return name.split('.').reduce<unknown>((place, key) => (place as Json | null | undefined)?.[key], body);
}

/** The lines of a field, without blank ones. */
export function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

function itemOf(line: string, keys: string | undefined): unknown {
  if (keys === undefined) return line;
  const parts = line.split(';').map((part) => part.trim());
  return Object.fromEntries(keys.split(';').map((key, index) => [key, parts[index] ?? '']));
}

/** Undefined: not sent. What cannot be read is sent as it stands, so that the pilot says what is wrong. */
function toWire({ kind, keys, required }: Field, text: string): unknown {
  if (kind === 'flag') return text === 'true';
  if (kind === 'checks' || kind === 'lines') {
    const items = linesOf(text).map((line) => itemOf(line, keys));
    return items.length > 0 || required ? items : undefined;
  }
  if (text === '') return undefined;
  return kind === 'number' && Number.isFinite(Number(text)) ? Number(text) : text;
}

/** The body that the form sends. */
export function bodyOf(fields: readonly Field[], values: Values): Json {
  const body: Json = {};
  for (const field of fields) {
    const value = toWire(field, values[field.name] ?? '');
    if (value !== undefined) setIn(body, field.name, value);
  }
  return body;
}

const textOf = (value: unknown) =>
  value === undefined || value === null ? '' : typeof value === 'string' ? value : JSON.stringify(value);

function lineOf(item: unknown, keys: string | undefined): string {
  if (keys === undefined) return String(item);
  return keys
    .split(';')
    .map((key) => textOf(getIn(item, key)))
    .join('; ')
    .replace(/(; )+$/, '');
}

function toText({ kind, keys }: Field, value: unknown): string {
  if (value === undefined || value === null || value === false) return '';
  if (kind === 'checks' || kind === 'lines')
    return Array.isArray(value) ? value.map((item) => lineOf(item, keys)).join('\n') : '';
  return textOf(value);
}

/** What a form shows of something stored. */
export function valuesOf(fields: readonly Field[], item: unknown): Values {
  return Object.fromEntries(fields.map((field) => [field.name, toText(field, getIn(item, field.name))]));
}

/** What a form begins with. */
export function firstValues(fields: readonly Field[], today: PlainDate): Values {
  return Object.fromEntries(
    fields.map(({ name, value = '' }) => [name, typeof value === 'function' ? value(today) : value]),
  );
}

export interface SortedErrors {
  /** By field name. */
  readonly byField: Readonly<Record<string, string>>;
  /** About something that has no field in the form. */
  readonly rest: readonly string[];
}

/** Puts each of the pilot's errors (`searchTerms.0.term`) at the field that it is about (`searchTerms`). */
export function sortErrors(fields: readonly Field[], errors: Readonly<Record<string, string>>): SortedErrors {
  const byField: Record<string, string> = {};
  const rest: string[] = [];
  for (const [path, message] of Object.entries(errors)) {
    const field = fields.find(({ name }) => path === name || path.startsWith(`${name}.`));
    if (field) byField[field.name] ??= message;
    else rest.push(`${path}: ${message}`);
  }
  return { byField, rest };
}

/** Field errors of an answer: a problem's `errors`, or the bare map of the public Frister API. */
export function errorsOf(status: number, body: unknown): Readonly<Record<string, string>> {
  if (status !== 422 || typeof body !== 'object' || body === null) return {};
  const map = 'errors' in body ? body.errors : 'type' in body ? {} : body;
  const entries = Object.entries((map ?? {}) as Json).filter(([, message]) => typeof message === 'string');
  return Object.fromEntries(entries) as Record<string, string>;
}
