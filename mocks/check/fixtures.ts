/**
 * The file that names which ids of a backend have which outcome. Every field may be left out: what stands on it is then
 * `not checked`. Unknown names are refused, so that a mistyped one does not pass in silence.
 */
import * as z from 'zod/mini';

const filled = z.string('must be text').check(z.minLength(1, 'must not be empty'));
const id = filled;
const ids = z.array(id, 'must be a list of ids');
const some = <Shape extends z.core.$ZodShape>(shape: Shape) => z.optional(z.partial(z.strictObject(shape)));

/** Personas whose tokens the check asks for. */
export const checkPersonas = ['citizen', 'company', 'caseworker', 'caseworker-limited'] as const;
export type CheckPersona = (typeof checkPersonas)[number];
const persona = z.enum(checkPersonas);

const origin = z
  .string('must be text')
  .check(z.regex(/^https?:\/\/[^/?#\s]+$/, 'must be an origin such as https://portal.example.dk'));
const host = z.string('must be text').check(z.regex(/^[^/\s]+$/, 'must be a host such as virk.dk'));

export const fixturesSchema = z.partial(
  z.strictObject({
    $schema: z.string(),
    origin,
    withoutToken: z.enum(['refused', 'somebody']),
    linkHosts: z.array(host, 'must be a list of hosts'),
    supports: some({ idempotency: z.boolean(), ifMatch: z.boolean() }),
    forbidden: some({ activities: persona, messages: persona, consentRequests: persona, recall: persona }),
    recipients: some({ query: filled, finds: id }),
    organisations: some({ known: id, unknown: id }),
    contactPoints: some({ usable: id, hidden: id, inactive: id, noReceivingSystem: id, unknown: id }),
    contactGroups: some({ usable: id, withoutActivePoints: id, unknown: id }),
    activities: some({
      shown: ids,
      closedCase: id,
      othersActivity: id,
      besked: id,
      frist: id,
      unknown: id,
    }),
    messages: some({
      recallable: id,
      masked: id,
      noValueDate: id,
      valueDatePassed: id,
      alreadyRecalled: id,
      alreadyDelivered: id,
      notPermitted: id,
      unknown: id,
    }),
    consentRequests: some({
      open: id,
      lastDay: id,
      accepted: id,
      partlyAccepted: id,
      rejected: id,
      revoked: id,
      expired: id,
      deleted: id,
      notPermitted: id,
      unknown: id,
    }),
    writable: ids,
  }),
);
export type Fixtures = z.infer<typeof fixturesSchema>;

/** The file cannot be used. The message is fit to be shown as it is. */
export class FixturesError extends Error {}

function issueText(issue: z.core.$ZodRawIssue): string {
  if (issue.code === 'unrecognized_keys') return `unknown: ${issue.keys.join(', ')}`;
  if (issue.code === 'invalid_value') return `must be one of ${issue.values.map(String).join(', ')}`;
  if (issue.code === 'invalid_type') return `must be of type ${issue.expected}`;
  return 'is not valid';
}

/** Judges parsed fixtures. @throws FixturesError that names each wrong field */
export function checkFixtures(value: unknown): Fixtures {
  const result = fixturesSchema.safeParse(value, { error: issueText });
  if (result.success) return result.data;
  const lines = result.error.issues.map(
    ({ path, message }) => `${path.map(String).join('.') || 'the file'} ${message}`,
  );
  throw new FixturesError(`the fixtures are wrong: ${lines.join('; ')}`);
}

/** Reads fixtures from JSON text. @throws FixturesError */
export function readFixtures(text: string): Fixtures {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new FixturesError('the fixtures are not JSON');
  }
  return checkFixtures(value);
}
