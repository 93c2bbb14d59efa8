/**
 * Digitalt Samtykke (contract, section 3): an authority's request for consent as the citizen sees it, the answer to it,
 * and the withdrawal of a consent. The reader is tolerant of all but what a citizen must know before deciding: what is
 * missing of that is named in `missing`, and such a request must not be answered.
 */
import { parseDate, parseInstant, type Lang, type PlainDate } from '../i18n/dates.js';
import { httpUrl } from '../i18n/identifiers.js';
import type { Answer, BackendClient } from './client.js';
import { Fields, type ReadProblems } from './read-fields.js';

const REQUEST_STATUSES = [
  'created',
  'accepted',
  'partly-accepted',
  'rejected',
  'revoked',
  'expired',
  'deleted',
] as const;
/** Where a request stands. `deleted`: the authority took it back. */
export type RequestStatus = (typeof REQUEST_STATUSES)[number];

const CONSENT_STATUSES = ['pending', 'given', 'refused', 'withdrawn', 'expired'] as const;
export type ConsentStatus = (typeof CONSENT_STATUSES)[number];

/** Yes or no. */
export type Choice = 'given' | 'refused';

/** What the citizen decided about one consent. */
export interface Decision {
  readonly consentId: string;
  readonly decision: Choice;
}

/** One purpose that is decided on by itself. */
export interface Consent {
  readonly id: string;
  readonly purpose: string;
  readonly data: readonly string[];
  readonly recipients: readonly string[];
  readonly status: ConsentStatus;
  /** The last day; without one there is no end. */
  readonly validTo: PlainDate | undefined;
}

const REQUIRED_TEXTS = [
  'version',
  'heading',
  'introduction',
  'legalBasis',
  'refusalText',
  'withdrawalText',
] as const;

/** The authority's own texts; one that is missing is empty. */
export type Declaration = Readonly<
  Record<(typeof REQUIRED_TEXTS)[number] | 'language', string> & { complaintText: string | undefined }
>;

/** Who asks. */
export interface ConsentAuthority {
  readonly name: string;
  readonly cvrNumber: string | undefined;
  readonly contactName: string | undefined;
  /** Absolute, http or https. */
  readonly url: string | undefined;
  readonly phone: string | undefined;
  readonly email: string | undefined;
  readonly privacyPolicyUrl: string | undefined;
}

/** A request for consent (anmodning om samtykke). */
export interface ConsentRequest extends ReadProblems {
  readonly id: string;
  readonly status: RequestStatus;
  /** Name of the person who answers. */
  readonly respondent: string | undefined;
  readonly authority: ConsentAuthority;
  readonly declaration: Declaration;
  readonly consents: readonly Consent[];
  readonly answerBy: PlainDate | undefined;
  /** As it came: not checked. */
  readonly redirectUrl: string | undefined;
  readonly receiptId: string | undefined;
  /** Milliseconds since 1970. */
  readonly answeredAt: number | undefined;
  /** Version and language of the declaration that was answered. */
  readonly answeredVersion: string | undefined;
  readonly answeredLanguage: string | undefined;
  /** Names of what must be known before an answer, and is not there. */
  readonly missing: readonly string[];
}

const oneOf =
  <Value>(values: readonly Value[]) =>
  (value: unknown) =>
    values.find((one) => one === value);

/** As in a `lang` attribute: `da`, `en-GB`. */
const languageOf = (text: string) => (/^[a-z]{2,3}(-[a-z\d]{2,8})*$/i.test(text) ? text : undefined);

const webAddress = (text: string) => httpUrl(text)?.href;

const inside = (fields: Fields, name: string, bad: Set<string>) =>
  new Fields(
    fields.get(name, (value) => value),
    bad,
    `${name}.`,
  );

/** All texts of a list; a list that is empty, or holds something else, counts as missing. */
function textsOf(fields: Fields, name: string, need: (name: string) => string): readonly string[] {
  const list = fields.list(name) ?? [];
  const texts = list.map((text) => new Fields({ text }, new Set()).text('text') ?? '').filter(Boolean);
  if (texts.length === 0 || texts.length < list.length) need(`consents.${name}`);
  return texts;
}

function readConsent(raw: unknown, bad: Set<string>, need: (name: string) => string): Consent | undefined {
  const fields = new Fields(raw, bad, 'consents.');
  const id = fields.id();
  const purpose = fields.text('purpose');
  const status = fields.get('status', oneOf(CONSENT_STATUSES));
  const data = textsOf(fields, 'data', need);
  const recipients = textsOf(fields, 'recipients', need);
  const validTo = fields.parsed('validTo', parseDate);
  // An end that cannot be read would look like no end.
  if (bad.has('consents.validTo')) need('consents.validTo');
  return id && purpose && status ? { id, purpose, status, data, recipients, validTo } : undefined;
}

function readAuthority(request: Fields, bad: Set<string>, need: (name: string) => string): ConsentAuthority {
  const fields = inside(request, 'authority', bad);
  const contact = inside(fields, 'contact', bad);
  return {
    name: fields.text('name') ?? need('authority.name'),
    cvrNumber: fields.id('cvrNumber')?.replace(/\D/g, '') || undefined,
    contactName: contact.text('name'),
    url: contact.parsed('url', webAddress),
    phone: contact.text('phone'),
    email: contact.text('email'),
    privacyPolicyUrl: fields.parsed('privacyPolicyUrl', webAddress),
  };
}

function readDeclaration(request: Fields, bad: Set<string>, need: (name: string) => string): Declaration {
  const fields = inside(request, 'declaration', bad);
  const texts = REQUIRED_TEXTS.map((name) => [name, fields.text(name) ?? need(`declaration.${name}`)]);
  return {
    ...(Object.fromEntries(texts) as Declaration),
    language: fields.parsed('language', languageOf) ?? need('declaration.language'),
    complaintText: fields.text('complaintText'),
  };
}

const receiptOf = (fields: Fields) => ({
  receiptId: fields.id('receiptId'),
  answeredAt: fields.parsed('answeredAt', parseInstant),
});

/** Reads a consent request; undefined when the answer is something else. */
export function readConsentRequest(body: unknown): ConsentRequest | undefined {
  const bad = new Set<string>();
  const missing = new Set<string>();
  const need = (name: string) => {
    missing.add(name);
    return '';
  };
  const fields = new Fields(body, bad);
  const id = fields.id();
  const status = fields.get('status', oneOf(REQUEST_STATUSES));
  const list = fields.list('consents');
  if (!id || !status || !list) return undefined;
  const consents = list.map((raw) => readConsent(raw, bad, need)).filter((one) => one !== undefined);
  const leftOut = list.length - consents.length;
  if (new Set(consents.map((consent) => consent.id)).size !== (list.length || NaN)) need('consents');
  return {
    id,
    status,
    respondent: inside(fields, 'respondent', bad).text('name'),
    authority: readAuthority(fields, bad, need),
    declaration: readDeclaration(fields, bad, need),
    consents,
    answerBy: fields.parsed('answerBy', parseDate),
    redirectUrl: fields.parsed('redirectUrl', (text) => text),
    ...receiptOf(fields),
    answeredVersion: fields.text('answeredVersion'),
    answeredLanguage: fields.parsed('answeredLanguage', languageOf),
    missing: [...missing],
    leftOut,
    badFields: [...bad],
  };
}

/** Path template of a request; what is logged. */
export const CONSENT_REQUEST_PATH = '/consent-requests/{id}';

/** A request, as it is stored now. */
export function getConsentRequest(
  client: BackendClient,
  ask: { id: string; lang: Lang; signal: AbortSignal; fresh: boolean },
): Promise<Answer<ConsentRequest>> {
  const { id, ...rest } = ask;
  return client.get({ ...rest, path: CONSENT_REQUEST_PATH, params: { id }, read: readConsentRequest });
}

/** How a write is sent. */
export interface ConsentWrite {
  readonly lang: Lang;
  readonly idempotencyKey: string;
  /** The `ETag` that came with the request. */
  readonly ifMatch: string | undefined;
}

/** What an accepted answer is known by. */
export type ConsentReceipt = Partial<
  Pick<ConsentRequest, 'receiptId' | 'answeredAt' | 'answeredVersion' | 'answeredLanguage'>
>;

/** Problems that tell that the request stands otherwise than when it was read. */
export const OVER_PROBLEMS = ['already-answered', 'expired', 'deleted', 'not-given'];

/** Answers a request: each of its consents is decided exactly once. */
export function answerConsentRequest(
  client: BackendClient,
  { id, declaration: { version: declarationVersion, language } }: ConsentRequest,
  decisions: readonly Decision[],
  write: ConsentWrite,
): Promise<Answer<ConsentReceipt>> {
  return client.send({
    ...write,
    method: 'POST',
    path: `${CONSENT_REQUEST_PATH}/answer`,
    params: { id },
    body: { declarationVersion, language, decisions },
    // What was decided is not read here: what is stored is.
    read: (body) => ({
      ...receiptOf(new Fields(body, new Set())),
      answeredVersion: declarationVersion,
      answeredLanguage: language,
    }),
    problems: OVER_PROBLEMS,
  });
}

/** Withdraws one consent that was given. */
export function withdrawConsent(
  client: BackendClient,
  { id }: ConsentRequest,
  consentId: string,
  write: ConsentWrite,
): Promise<Answer<ConsentReceipt>> {
  return client.send({
    ...write,
    method: 'POST',
    path: `${CONSENT_REQUEST_PATH}/consents/{consentId}/withdrawal`,
    params: { id, consentId },
    read: () => ({}),
    problems: OVER_PROBLEMS,
  });
}
