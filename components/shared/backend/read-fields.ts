/**
 * Tolerant reading of wire data (contract 3): a bad field becomes absent and its name is noted, an item without
 * what it takes to show it is left out. Written by hand: see docs/adr/0002.
 */

/** What was left aside while reading; told to the developer, and to the user where an item is missing. */
export interface ReadProblems {
  /** Items without what it takes to show them. */
  readonly leftOut: number;
  /** Names of fields that were not as the contract says; never their values. */
  readonly badFields: readonly string[];
}

/** One page of a list. */
export interface ListPage<Item> extends ReadProblems {
  readonly items: readonly Item[];
  readonly totalPages: number;
  readonly totalElements: number | undefined;
}

type Wire = Readonly<Record<string, unknown>>;

/** Controls and direction overrides: they would turn around the text that stands beside a name. */
const CONTROLS = /(?![\n\t])[\p{Cc}\p{Bidi_C}]/gu;

const VISIBLE = /[^\s\p{C}]/u;
/** Only what holds one of these can hold a control: nearly no text does, and CONTROLS takes ten times as long. */
const UNUSUAL = /[^ -~¡-ÿ]/;

/** Absent when there is nothing to see in it. */
const visible = (text = ''): string | undefined =>
  VISIBLE.test(text) ? (UNUSUAL.test(text) ? text.replace(CONTROLS, ' ') : text).trim() : undefined;

/** The fields of one wire object. Absent and null say the same; what is neither nor fits is noted. */
export class Fields {
  readonly #wire: Wire;
  readonly #bad: Set<string>;
  readonly #at: string;

  /** @param at where the object stands: `externalLink.` */
  constructor(raw: unknown, bad: Set<string>, at = '') {
    this.#wire = typeof raw === 'object' && raw !== null ? (raw as Wire) : {};
    this.#bad = bad;
    this.#at = at;
  }

  /** A field as `read` understands it: undefined from `read` means that it is bad. */
  get<Value>(name: string, read: (value: unknown) => Value | undefined): Value | undefined {
    const value = this.#wire[name];
    if (value === undefined || value === null) return undefined;
    const result = read(value);
    if (result === undefined) this.#bad.add(this.#at + name);
    return result;
  }

  /** A text without control characters; absent when there is nothing to see in it. */
  text(name: string): string | undefined {
    return visible(this.get(name, (value) => (typeof value === 'string' ? value : undefined)));
  }

  /** A text that `parse` turns into something else. */
  parsed<Value>(name: string, parse: (text: string) => Value | undefined): Value | undefined {
    return this.get(name, (value) => (typeof value === 'string' ? parse(value) : undefined));
  }

  /** An id: a string, as `text` has it, since ids are shown too; numbers are accepted. */
  id(name = 'id'): string | undefined {
    return this.get(name, (value) =>
      typeof value === 'string' || Number.isFinite(value) ? visible(String(value)) : undefined,
    );
  }

  /** A whole number from 0. */
  count(name: string): number | undefined {
    return this.get(name, (value) =>
      Number.isInteger(value) && (value as number) >= 0 ? (value as number) : undefined,
    );
  }

  /** A list. */
  list(name: string): readonly unknown[] | undefined {
    return this.get(name, (value) => (Array.isArray(value) ? value : undefined));
  }
}

/**
 * Reads the envelope of a list and each item in it.
 * @param readOne gives undefined for an item that cannot be shown
 * @returns undefined when the answer is not such an envelope
 */
export function readPage<Item>(
  body: unknown,
  name: string,
  readOne: (raw: unknown, bad: Set<string>) => Item | undefined,
): ListPage<Item> | undefined {
  const bad = new Set<string>();
  const envelope = new Fields(body, bad);
  const raw = envelope.list(name);
  if (!raw) return undefined;
  const items = raw.map((one) => readOne(one, bad)).filter((item) => item !== undefined);
  return {
    items,
    leftOut: raw.length - items.length,
    totalPages: envelope.count('totalPages') ?? 1,
    totalElements: envelope.count('totalElements'),
    badFields: [...bad],
  };
}
