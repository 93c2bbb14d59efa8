import * as z from 'zod/mini';

/** An id: a string; numbers are accepted and read as strings by `idText`. */
export const idSchema = z.union([z.string().check(z.minLength(1)), z.number()]);

/** A field that may be absent or null. */
export function absentable<Schema extends z.ZodMiniType>(schema: Schema) {
  return z.optional(z.nullable(schema));
}

/** A text that is there and not only blanks. */
export const filledText = z.string().check(z.regex(/\S/));

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
  readonly totalElements: number;
}

/**
 * Reads one item: a bad optional field becomes absent and is noted in `badFields`; without its required fields
 * there is no item.
 */
export function readItem<Schema extends z.ZodMiniType>(
  schema: Schema,
  required: readonly string[],
  raw: unknown,
  badFields: Set<string>,
): z.output<Schema> | undefined {
  const first = z.safeParse(schema, raw);
  if (first.success) return first.data;
  const rest = { ...(raw as Record<string, unknown>) };
  for (const issue of first.error.issues) {
    const field = String(issue.path[0] ?? '');
    if (field === '' || required.includes(field)) return undefined;
    badFields.add(field);
    delete rest[field];
  }
  const second = z.safeParse(schema, rest);
  return second.success ? second.data : undefined;
}

/**
 * Reads the envelope of a list (contract 3) and each item in it.
 * @param readOne gives undefined for an item that cannot be shown; notes bad fields in the set
 * @returns undefined when the answer is not such an envelope
 */
export function readPage<Item>(
  body: unknown,
  name: string,
  readOne: (raw: unknown, badFields: Set<string>) => Item | undefined,
): ListPage<Item> | undefined {
  const envelope = body as Record<string, unknown> | null | undefined;
  const raw = envelope?.[name];
  if (!Array.isArray(raw)) return undefined;
  const badFields = new Set<string>();
  const items = raw.map((one) => readOne(one, badFields)).filter((item) => item !== undefined);
  return {
    items,
    leftOut: raw.length - items.length,
    badFields: [...badFields],
    totalPages: count(envelope?.['totalPages'], 1),
    totalElements: count(envelope?.['totalElements'], raw.length),
  };
}

function count(value: unknown, fallback: number): number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 ? value : fallback;
}
