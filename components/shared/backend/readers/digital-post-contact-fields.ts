/**
 * Reading single fields of Digital Post's contact structure tolerantly: a bad field becomes absent and its path is
 * noted (contract, section 3). Written by hand: a page of 200 points holds thousands of nested objects, and parent
 * chains may be too deep for a schema library.
 */

/** What was wrong with an answer, without any of its values. */
export interface ReadProblems {
  /** Items without an id or a name: not in the result. */
  leftOut: number;
  /** Paths of the fields that were unusable (absent now) or too long (cut), each once: `externalLink.url`. */
  badFields: string[];
}

/** A JSON object whose fields nobody has looked at. */
export type Wire = Readonly<Record<string, unknown>>;

/** Notes a bad field's path. */
export type Note = (path: string) => void;

/** Ids are UUID-shaped, 36 characters; what is far longer is no id, and would stand in paths and attributes. */
const MAX_ID = 200;
/** Texts are taken up to this multiple of the service's limit: limits change, and a cut text is better than none. */
const SLACK = 4;
/** Controls and direction overrides: they would turn around the text that stands beside a name. */
const CONTROLS = /[\0-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]+/g;
const VISIBLE = /[^\s\p{C}]/u;

export function isObject(value: unknown): value is Wire {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** JSON has no undefined, and a service's null says no more than a field that is not there. */
export function isAbsent(value: unknown): value is null | undefined {
  return value === undefined || value === null;
}

/** A note-taker and the list that it writes. */
export function newProblems(): { problems: ReadProblems; note: Note } {
  const problems: ReadProblems = { leftOut: 0, badFields: [] };
  const note: Note = (path) => {
    if (!problems.badFields.includes(path)) problems.badFields.push(path);
  };
  return { problems, note };
}

/** An id as a string; numbers are accepted. */
export function readId(value: unknown): string | undefined {
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  return typeof value === 'string' && value !== '' && value.length <= MAX_ID ? value : undefined;
}

/**
 * A text on one line without control characters. Absent when empty, noted when it is no text or far too long.
 * @param limit the service's limit in characters (domain notes, section 1)
 */
export function readText(value: unknown, limit: number, path: string, note: Note): string | undefined {
  const max = limit * SLACK;
  if (!isAbsent(value) && !(typeof value === 'string' && value.length <= max)) note(path);
  if (typeof value !== 'string') return undefined;
  const text = value.slice(0, max).replace(CONTROLS, ' ').trim();
  if (!VISIBLE.test(text)) return undefined;
  // A cut must not leave half of a character.
  return value.length > max ? `${text.replace(/[\ud800-\udbff]$/, '')}…` : text;
}

/** A number that `accept` accepts. */
export function readNumber(
  value: unknown,
  accept: (value: number) => boolean,
  path: string,
  note: Note,
): number | undefined {
  if (typeof value === 'number' && accept(value)) return value;
  if (!isAbsent(value)) note(path);
  return undefined;
}

/** True or false; `missing` when absent or unusable. */
export function readFlag(value: unknown, missing: boolean, path: string, note: Note): boolean {
  if (typeof value === 'boolean') return value;
  if (!isAbsent(value)) note(path);
  return missing;
}

/** The usable entries of a list, at most `max`; none when it is no list. Each unusable one is noted. */
export function readList<Item>(
  value: unknown,
  max: number,
  read: (entry: unknown) => Item | undefined,
  path: string,
  note: Note,
): Item[] {
  if (isAbsent(value)) return [];
  const entries: unknown[] = Array.isArray(value) ? value.slice(0, max) : [undefined];
  const items: Item[] = [];
  for (const entry of entries) {
    const item = read(entry);
    if (item === undefined) note(path);
    else items.push(item);
  }
  return items;
}
