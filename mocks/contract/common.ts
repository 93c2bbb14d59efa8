/**
 * What all services of the backend contract share: problems, list envelopes, list queries, strict checking.
 * Source: backend contract, version 1 (docs/pilot.md tells where the pilot is more exact).
 */
import * as z from 'zod/mini';
import { httpUrl } from '../../components/shared/i18n/identifiers.js';
import { parseDate } from '../../components/shared/i18n/dates.js';

/** Any zod/mini schema. */
export type Schema = z.ZodMiniType;

/** A field's name (nested: `consents.0.id`; the whole body: `body`) → one Danish sentence. */
export type FieldErrors = Record<string, string>;

const PROBLEM_BASE = 'https://skranke.example/problems/';

/** Slug → status and Danish title of every problem that the pilot can answer. Later services add theirs here. */
export const problemTypes = {
  malformed: { status: 400, title: 'Forespørgslen kan ikke læses' },
  'not-authenticated': { status: 401, title: 'Du er ikke logget ind' },
  'not-permitted': { status: 403, title: 'Du har ikke adgang' },
  'not-found': { status: 404, title: 'Findes ikke' },
  'method-not-allowed': { status: 405, title: 'Metoden kan ikke bruges her' },
  'in-progress': { status: 409, title: 'Den samme forespørgsel er i gang' },
  'already-answered': { status: 409, title: 'Anmodningen er allerede besvaret' },
  expired: { status: 409, title: 'Fristen for at svare er udløbet' },
  deleted: { status: 409, title: 'Myndigheden har trukket anmodningen tilbage' },
  'not-given': { status: 409, title: 'Samtykket gælder ikke og kan ikke tilbagekaldes' },
  'no-value-date': { status: 409, title: 'Meddelelsen har ingen valørdato' },
  'value-date-passed': { status: 409, title: 'Valørdatoen er nået' },
  'already-recalled': { status: 409, title: 'Meddelelsen er allerede tilbagekaldt' },
  'already-delivered': { status: 409, title: 'Meddelelsen er allerede leveret' },
  rejected: { status: 409, title: 'Meddelelsen er afvist og bliver ikke sendt' },
  'precondition-failed': { status: 412, title: 'Indholdet er ændret i mellemtiden' },
  'declaration-changed': { status: 412, title: 'Samtykkeerklæringen er ændret i mellemtiden' },
  'too-large': { status: 413, title: 'Forespørgslen er for stor' },
  invalid: { status: 422, title: 'Noget er ikke udfyldt rigtigt' },
  'idempotency-key-reused': { status: 422, title: 'Nøglen er brugt til en anden forespørgsel' },
  'rate-limited': { status: 429, title: 'For mange forespørgsler' },
  'server-error': { status: 500, title: 'Der er sket en fejl' },
  'pilot-broke-contract': { status: 500, title: 'Prøvemiljøets svar bryder kontrakten' },
  unavailable: { status: 503, title: 'Tjenesten er lukket lige nu' },
} as const;

/** The last part of a problem's `type`. */
export type ProblemSlug = keyof typeof problemTypes;

const LINK_MESSAGE = 'Skal være en adresse, der begynder med https:// eller http://';

/** An absolute http(s) address. Not `z.url`, which cuts blanks off: the contract has no transforms. */
export const link = z.string(LINK_MESSAGE).check(
  z.regex(/^https?:\/\/\S+$/i, { error: LINK_MESSAGE, abort: true }),
  z.refine((address) => httpUrl(address) !== undefined, LINK_MESSAGE),
  z.maxLength(2048, 'Må højst være 2048 tegn'),
);

/** RFC 9457 problem, as `application/problem+json`. */
export const problem = z.object({
  type: link,
  title: z.string().check(z.minLength(1)),
  status: z.int().check(z.gte(400), z.lte(599)),
  detail: z.optional(z.string()),
  instance: z.optional(z.string()),
  errors: z.optional(z.record(z.string(), z.string())),
});
export type Problem = z.infer<typeof problem>;

/** Makes a problem of a known type; `extra` may add `detail` and `errors`. */
export function makeProblem(
  slug: ProblemSlug,
  extra: { detail?: string; errors?: FieldErrors } = {},
): Problem {
  const { status, title } = problemTypes[slug];
  return { type: PROBLEM_BASE + slug, title, status, ...extra };
}

/** The slug that fits a status best; used where only a status is given (faults). */
export function slugForStatus(status: number): ProblemSlug {
  const found = Object.entries(problemTypes).find(([, type]) => type.status === status)?.[0];
  return (found as ProblemSlug | undefined) ?? (status < 500 ? 'invalid' : 'server-error');
}

const count = z.int().check(z.gte(0));

/** The envelope fields of every list; a service adds its items under a name of its own. */
export const envelopeFields = {
  currentPage: count,
  totalPages: count,
  elementsOnPage: count,
  totalElements: count,
};

/** One page of a list with its envelope. `size` is already capped. */
export function paginate<Item>(items: readonly Item[], page: number, size: number) {
  const onPage = items.slice(page * size, (page + 1) * size);
  return {
    envelope: {
      currentPage: page,
      totalPages: Math.ceil(items.length / size),
      elementsOnPage: onPage.length,
      totalElements: items.length,
    },
    onPage,
  };
}

const wholeNumber = (lowest: number, message: string) =>
  z.optional(
    z.string(message).check(
      z.regex(/^\d{1,9}$/, message),
      z.refine((text) => Number(text) >= lowest, message),
    ),
  );

/** `page` (from 0) and `size` (from 1; more than 500 is read as 500) as they stand in a query. */
export const pageQueryFields = {
  page: wholeNumber(0, 'Skal være et helt tal fra 0'),
  size: wholeNumber(1, 'Skal være et helt tal fra 1'),
};

/** Size of a page when nothing is asked for, and the most that is given. */
export const DEFAULT_PAGE_SIZE = 100;
export const MAX_PAGE_SIZE = 500;

/** Page and size of a checked query. */
export function readPaging(query: URLSearchParams): { page: number; size: number } {
  const size = Number(query.get('size') ?? DEFAULT_PAGE_SIZE);
  return { page: Number(query.get('page') ?? 0), size: Math.min(size, MAX_PAGE_SIZE) };
}

/** A required text of at most `max` characters that is not blank. */
export const requiredText = (max: number) =>
  z.string('Skal udfyldes').check(
    z.minLength(1, 'Skal udfyldes'),
    z.refine((text) => text.trim() !== '', { error: 'Skal udfyldes', abort: true }),
    z.maxLength(max, `Må højst være ${max} tegn`),
  );

/** A text of at most `max` characters; may be empty. */
export const text = (max: number) =>
  z.string('Skal være tekst').check(z.maxLength(max, `Må højst være ${max} tegn`));

/** A date that exists, `dd-MM-yyyy` or `yyyy-MM-dd`. */
export const wireDate = z.string('Skal være en dato').check(
  z.regex(/^(\d{4}-\d{2}-\d{2}|\d{2}-\d{2}-\d{4})$/, 'Skal være en dato som 17-11-2031 eller 2031-11-17'),
  z.refine((date) => !/^[\d-]{10}$/.test(date) || parseDate(date) !== undefined, 'Datoen findes ikke'),
);

/** RFC 3339 with an offset or Z. */
export const instant = z.iso.datetime({
  offset: true,
  error: 'Skal være RFC 3339 som 2026-11-22T10:00:00+01:00',
});

type Issue = z.core.$ZodIssue;

const NOT_VALID = 'Er ikke gyldig';

/**
 * The words for a schema that has none of its own. Given with each parse: zod's texts are page-wide settings that a host
 * may change, and zod/mini begins with none; loading a locale here would change the host's zod.
 */
function issueText(issue: z.core.$ZodRawIssue): string {
  if (issue.code === 'invalid_type') return `Skal være af typen ${issue.expected}`;
  if (issue.code === 'invalid_value') return `Skal være en af: ${issue.values.map(String).join(', ')}`;
  if (issue.code === 'too_small') return `Må mindst være ${issue.minimum}`;
  if (issue.code === 'too_big') return `Må højst være ${issue.maximum}`;
  if (issue.code === 'unrecognized_keys') return `Kender ikke: ${issue.keys.join(', ')}`;
  return NOT_VALID;
}

const judge = (schema: Schema, value: unknown) => schema.safeParse(value, { error: issueText });

/** Of a union that has no words of its own, the branch that came furthest says what is wrong. */
function explained(issue: Issue): Issue[] {
  if (issue.code !== 'invalid_union' || issue.message !== NOT_VALID) return [issue];
  const isOtherType = (branch: readonly Issue[]) =>
    branch.some(({ code, path }) => code === 'invalid_type' && path.length === 0);
  const branch = issue.errors.find((issues) => issues.length > 0 && !isOtherType(issues));
  if (!branch) return [issue];
  return branch.flatMap((inner) => explained({ ...inner, path: [...issue.path, ...inner.path] }));
}

/** What is wrong with a request's body or query: the first message for each field; empty when nothing is. */
export function fieldErrors(schema: Schema, value: unknown): FieldErrors {
  const result = judge(schema, value);
  const errors: FieldErrors = {};
  for (const issue of (result.error?.issues ?? []).flatMap(explained))
    errors[issue.path.map(String).join('.') || 'body'] ??= issue.message;
  return errors;
}

/** The path is put together only when something is found: a page may hold ten thousands of fields. */
function firstUnknown(sent: unknown, known: unknown): string | undefined {
  if (typeof sent !== 'object' || sent === null || typeof known !== 'object' || known === null)
    return undefined;
  for (const key of Object.keys(sent)) {
    const value = (sent as Record<string, unknown>)[key];
    if (value === undefined) continue;
    if (!(key in known)) return key;
    const inside = firstUnknown(value, (known as Record<string, unknown>)[key]);
    if (inside !== undefined) return `${key}.${inside}`;
  }
  return undefined;
}

/**
 * Judges an answer of the pilot. Stricter than the schema alone: the contract lets clients ignore unknown fields, so
 * the schemas allow them, but the pilot itself may never send a field that the contract does not name
 * (`modtagere` in a company's list, say).
 * @returns what is wrong, one line each; empty when the answer keeps the contract
 */
export function contractBreaches(schema: Schema, answer: unknown): string[] {
  const result = judge(schema, answer);
  if (!result.success)
    return result.error.issues.map(
      (issue) => `${issue.path.map(String).join('.') || 'body'}: ${issue.message}`,
    );
  const unknown = firstUnknown(answer, result.data);
  return unknown === undefined ? [] : [`${unknown}: not in the contract`];
}
