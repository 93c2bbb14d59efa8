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

/** A value that would not come back from its line as it is stands in quotes, written as in JSON. */
const QUOTED = /^"(?:[^"\\]|\\.)*"\s*(?=;|$)/;

/** `isSplit`: the line has several parts, with semicolons between. */
function quoted(value: string, isSplit: boolean): string {
  const looksQuoted = isSplit ? value.startsWith('"') || value.includes(';') : /^$|^".*"$/.test(value);
  return looksQuoted || value !== value.trim() || /[\n\r]/.test(value) ? JSON.stringify(value) : value;
}

/** Quotes round a whole line are a part of it, but where it could not do without them. */
function unquoted(text: string, isSplit: boolean): string {
  if (QUOTED.exec(text)?.[0] !== text) return text;
  try {
    const value = JSON.parse(text) as string;
    return isSplit || quoted(value, false) === text ? value : text;
  } catch {
    // Only looks like it: `"C:\x"`.
    return text;
  }
}

function partsOf(line: string): string[] {
  const parts: string[] = [];
  for (let rest = line.trim(); ;) {
    const part = QUOTED.exec(rest)?.[0] ?? rest.split(';', 1)[0] ?? '';
    parts.push(unquoted(part.trim(), true));
    if (part.length === rest.length) return parts;
    rest = rest.slice(part.length + 1).trimStart();
  }
}

const keysOf = (keys: string) => keys.split(';');

/** A line with more parts than there are keys is sent as it stands: nothing of it is thrown away. */
function itemOf(line: string, keys: string | undefined): unknown {
  if (keys === undefined) return unquoted(line, false);
  const names = keysOf(keys);
  const parts = names.length === 1 ? [unquoted(line, false)] : partsOf(line);
  if (parts.length > names.length) return line;
  return Object.fromEntries(names.map((key, index) => [key, parts[index] ?? '']));
}

/**
 * Undefined: not sent. What cannot be read is sent as it stands, so that the pilot says what is wrong. An unchanged line is
 * the stored item, with all that it holds.
 */
function toWire({ kind, keys, required }: Field, text: string, stored?: unknown): unknown {
  if (kind === 'flag') return text === 'true';
  if (kind === 'checks' || kind === 'lines') {
    const before = Array.isArray(stored) ? (stored as readonly unknown[]) : [];
    const known = new Map(before.map((item) => [lineOf(item, keys), item]));
    const items = linesOf(text).map((line) => known.get(line) ?? itemOf(line, keys));
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

function removeIn(body: Json, name: string): void {
  const [key = '', ...parents] = name.split('.').reverse();
  const place = parents.length > 0 ? getIn(body, parents.reverse().join('.')) : body;
  if (Array.isArray(place)) place.splice(Number(key), 1);
  else if (typeof place === 'object' && place !== null) Reflect.deleteProperty(place, key);
}

const parentOf = ({ name }: Field) => name.split('.').slice(0, -1).join('.');

/** What is stored, with only that laid over a copy of it which the form says otherwise: much has no field. */
export function changedBody(fields: readonly Field[], values: Values, stored: Json): Json {
  const body = structuredClone(stored);
  const before = valuesOf(fields, stored);
  const wireOf = (field: Field) => toWire(field, values[field.name] ?? '', getIn(stored, field.name));
  const changed = fields.filter(({ name }) => (values[name] ?? '') !== before[name]);
  for (const field of changed) {
    const value = wireOf(field);
    if (value === undefined) removeIn(body, field.name);
    else setIn(body, field.name, value);
  }
  const isEmptied = (parent: string) =>
    fields.every((field) => parentOf(field) !== parent || wireOf(field) === undefined);
  const emptied = new Set(changed.map(parentOf).filter((parent) => parent !== '' && isEmptied(parent)));
  // The last first: what is taken out of a list moves those after it.
  for (const parent of [...emptied].sort().reverse())
    if (getIn(body, parent) !== undefined) removeIn(body, parent);
  return body;
}

const textOf = (value: unknown) =>
  value === undefined || value === null ? '' : typeof value === 'string' ? value : JSON.stringify(value);

function lineOf(item: unknown, keys: string | undefined): string {
  if (keys === undefined) return quoted(String(item), false);
  const names = keysOf(keys);
  const parts = names.map((key) => quoted(textOf(getIn(item, key)), names.length > 1));
  return parts.join('; ').replace(/(; )+$/, '') || '""';
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
