/** Judges a body by the strict schema, and names the rule that each breach is about. */
import type * as z from 'zod/mini';
import type { Schema } from '../contract/common.js';
import { describeValue } from './privacy.js';
import type { RuleId } from './rules.js';

export interface Breach {
  readonly rule: RuleId;
  readonly received: string;
}

const ENVELOPE = /^(currentPage|totalPages|elementsOnPage|totalElements)$/;

/** Rules by the name of a field, the first that fits. */
const byField: readonly (readonly [RegExp, RuleId])[] = [
  [/At$/, 'time.format'],
  [/(Date|Dato)$|^(answerBy|validTo|until)$/, 'date.format'],
  [/^status$/, 'status.known'],
  [/^(type|kind)$/, 'type.known'],
  [/^targets$/, 'targets.known'],
  [/^(id|organisationId|messageUUID|consentId|receiptId)$/, 'id.shape'],
  [/([uU]rl|[lL]ink)$/, 'url.format'],
];

/** The name of the field that a path leads to, indexes left out. */
const lastField = (path: readonly string[]) => path.filter((part) => !/^\d+$/.test(part)).at(-1) ?? '';

const fieldRule = (field: string) => byField.find(([pattern]) => pattern.test(field))?.[1];

function ruleFor(path: readonly string[], endpoint: string): RuleId {
  const last = lastField(path);
  if (path.length === 1 && ENVELOPE.test(last)) return 'list.envelope';
  if (endpoint.endsWith('/deep-links') && path.length === 1)
    return last === 'reason' ? 'deep-links.reason' : 'deep-links.rows';
  const isText = path[0] === 'declaration' || /^(purpose|data|recipients)$/.test(last);
  if (endpoint.includes('/consent-requests/') && isText) return 'consent.texts';
  return fieldRule(last) ?? 'body.schema';
}

/** The contract's ids are strings, and numbers are accepted: the strict schemas know strings only. */
export function withTextIds(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withTextIds);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([field, inner]) => [
    field,
    typeof inner === 'number' && fieldRule(field) === 'id.shape' ? String(inner) : withTextIds(inner),
  ]);
  return Object.fromEntries(entries) as unknown;
}

function valueAt(body: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null ? (value as Record<PropertyKey, unknown>)[key] : undefined,
    body,
  );
}

/** Of a union, the branch that came furthest says what is wrong. */
function flatten(issue: z.core.$ZodIssue): z.core.$ZodIssue[] {
  if (issue.code !== 'invalid_union') return [issue];
  const depth = (branch: readonly z.core.$ZodIssue[]) =>
    Math.max(0, ...branch.map(({ path }) => path.length));
  const [best] = [...issue.errors].sort(
    (one, other) => depth(other) - depth(one) || one.length - other.length,
  );
  if (!best || best.length === 0) return [issue];
  return best.flatMap((inner) => flatten({ ...inner, path: [...issue.path, ...inner.path] }));
}

/** What is wrong with a body; empty when it keeps the strict schema. Unknown fields are nobody's business. */
export function bodyBreaches(schema: Schema, body: unknown, endpoint: string): Breach[] {
  const read = withTextIds(body);
  const result = schema.safeParse(read);
  return (result.error?.issues ?? []).flatMap(flatten).map(({ path }) => {
    const parts = path.map(String);
    const received = describeValue(valueAt(read, path), lastField(parts));
    return { rule: ruleFor(parts, endpoint), received: `${parts.join('.') || 'the body'}: ${received}` };
  });
}

/** The rules about fields that a body holds: those can be said to be kept. */
export function rulesSeen(body: unknown, endpoint: string): Set<RuleId> {
  const seen = new Set<RuleId>(['body.schema']);
  const walk = (value: unknown, path: readonly string[]) => {
    if (Array.isArray(value)) value.forEach((inner) => walk(inner, path));
    else if (typeof value === 'object' && value !== null) {
      for (const [field, inner] of Object.entries(value)) {
        if (inner === null) continue;
        seen.add(ruleFor([...path, field], endpoint));
        walk(inner, [...path, field]);
      }
    }
  };
  walk(body, []);
  return seen;
}
