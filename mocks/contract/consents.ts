/**
 * Digitalt Samtykke on the wire: the citizen's consent request, the authority's templates and requests.
 * Source: backend contract 3 and 4, domain 4, and GDPR article 7 (a declaration says what is needed to decide freely).
 */
import * as z from 'zod/mini';
import { instant, link, requiredText } from './common.js';
import { cpr, cvr, id, messageUUID, plainDate } from './fields.js';

export const requestStatuses = [
  'created',
  'accepted',
  'partly-accepted',
  'rejected',
  'revoked',
  'expired',
  'deleted',
] as const;
export type RequestStatus = (typeof requestStatuses)[number];

export const consentStatuses = ['pending', 'given', 'refused', 'withdrawn', 'expired'] as const;
export type ConsentStatus = (typeof consentStatuses)[number];

const MAX_TEXT = 4000;
const MAX_CONSENTS = 50;

const requestStatus = z.enum(requestStatuses);
const choice = z.enum(['given', 'refused'], 'Skal være given eller refused');

/** A language as in the `lang` attribute: `da`, `en`, `da-DK`. */
const language = z
  .string('Skal være et sprog som da eller en')
  .check(z.regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'Skal være et sprog som da eller en'));

/** Who asks, and whom to turn to. */
export const consentAuthority = z.object({
  name: requiredText(255),
  cvrNumber: cvr,
  contact: z.object({
    name: z.optional(requiredText(255)),
    url: z.optional(link),
    phone: z.optional(requiredText(50)),
    email: z.optional(requiredText(255)),
  }),
  privacyPolicyUrl: z.optional(link),
});

/** The texts that a citizen must have before deciding. All but the way to complain are required. */
const declarationTexts = {
  heading: requiredText(255),
  introduction: requiredText(MAX_TEXT),
  legalBasis: requiredText(MAX_TEXT),
  refusalText: requiredText(MAX_TEXT),
  withdrawalText: requiredText(MAX_TEXT),
  complaintText: z.optional(requiredText(MAX_TEXT)),
};

export const declaration = z.object({ version: requiredText(50), language, ...declarationTexts });

const texts = z
  .array(requiredText(255))
  .check(z.minLength(1, 'Skal have mindst én'), z.maxLength(100, 'Må højst have 100'));

/** One purpose: what it is for, which data, who receives them, how long. */
const purposeFields = {
  purpose: requiredText(500),
  data: texts,
  recipients: texts,
  validTo: z.optional(plainDate),
};

/** One consent, as the citizen sees it. */
export const consent = z.object({ id, ...purposeFields, status: z.enum(consentStatuses) });

/** `answeredVersion` and `answeredLanguage`: the declaration that was decided on. */
const answerFields = {
  receiptId: z.optional(id),
  answeredAt: z.optional(instant),
  answeredVersion: z.optional(requiredText(50)),
  answeredLanguage: z.optional(language),
};

/** `GET /consent-requests/{id}`. */
export const consentRequest = z.object({
  id,
  status: requestStatus,
  respondent: z.optional(z.object({ name: requiredText(255) })),
  authority: consentAuthority,
  declaration,
  consents: z.array(consent).check(z.minLength(1, 'Skal have mindst én')),
  answerBy: z.optional(plainDate),
  redirectUrl: z.optional(link),
  ...answerFields,
});
export type ConsentRequest = z.infer<typeof consentRequest>;

const decision = z.object({ consentId: id, decision: choice });
export type Decision = z.infer<typeof decision>;

/** Body of `POST /consent-requests/{id}/answer`. That each consent is decided exactly once is a rule, not a shape. */
export const answerBody = z.object({
  declarationVersion: requiredText(50),
  language,
  decisions: z.array(decision).check(z.maxLength(MAX_CONSENTS, `Må højst have ${MAX_CONSENTS}`)),
});
export type AnswerBody = z.infer<typeof answerBody>;

/** What a citizen gets for an answer: the receipt. */
export const consentAnswer = z.object({
  receiptId: id,
  answeredAt: instant,
  status: requestStatus,
  decisions: z.array(decision),
});

/** What a citizen gets for a withdrawal; `status` is the request's. */
export const consentWithdrawal = z.object({ status: requestStatus, withdrawnAt: instant });

const purposesOf = <Purpose extends z.ZodMiniType<{ id?: string | undefined }>>(purpose: Purpose) =>
  z.array(purpose).check(
    z.minLength(1, 'Skal have mindst én'),
    z.maxLength(MAX_CONSENTS, `Må højst have ${MAX_CONSENTS}`),
    z.refine((list) => {
      const ids = list.flatMap((item) => (item.id === undefined ? [] : [item.id]));
      return new Set(ids).size === ids.length;
    }, 'Hvert samtykke skal have sit eget id'),
  );

/**
 * Body of `POST /consents/templates` and `PUT /consents/templates/{id}`: a consent request without what belongs to one
 * citizen. Left out: `authority` is the pilot's own, `language` Danish, `version` and the consents' ids are made.
 */
export const templateBody = z.object({
  authority: z.optional(consentAuthority),
  declaration: z.object({
    version: z.optional(requiredText(50)),
    language: z.optional(language),
    ...declarationTexts,
  }),
  consents: purposesOf(z.object({ id: z.optional(id), ...purposeFields })),
  answerBy: z.optional(plainDate),
});
export type TemplateBody = z.infer<typeof templateBody>;

/** A stored template. */
export const template = z.object({
  id,
  authority: consentAuthority,
  declaration,
  consents: purposesOf(z.object({ id, ...purposeFields })),
  answerBy: z.optional(plainDate),
});
export type Template = z.infer<typeof template>;

/** Body of `POST /consents/requests`. */
export const requestBody = z.object({ templateId: id, cpr, redirectUrl: z.optional(link) });
export type RequestBody = z.infer<typeof requestBody>;

const keptDecision = z.object({ ...decision.shape, withdrawnAt: z.optional(instant) });

/** A request as the authority sees it. */
export const authorityRequest = z.object({
  id,
  templateId: id,
  cpr,
  status: requestStatus,
  declarationVersion: requiredText(50),
  consents: z.array(z.object({ id, status: z.enum(consentStatuses), validTo: z.optional(plainDate) })),
  /** What the citizen decided; empty until the answer. */
  decisions: z.array(keptDecision),
  answerBy: z.optional(plainDate),
  redirectUrl: z.optional(z.string()),
  ...answerFields,
  /** The messages that the authority's system was sent about it: the answer, then each withdrawal. */
  messages: z.array(messageUUID),
});
export type AuthorityRequest = z.infer<typeof authorityRequest>;

/** The documentation of an answer or a withdrawal, in the message to the authority's system. */
export const consentDocument = z.object({
  consentRequestId: id,
  receiptId: id,
  answeredAt: instant,
  declarationVersion: requiredText(50),
  language,
  status: requestStatus,
  decisions: z.array(keptDecision),
});
export type ConsentDocument = z.infer<typeof consentDocument>;

/** A request as it is stored. What hangs on the clock (statuses) is worked out at each look, never stored. */
const storedRequest = z.object({
  id,
  templateId: id,
  cpr,
  authority: consentAuthority,
  declaration,
  consents: z.array(
    z.object({ id, ...purposeFields, decision: z.optional(choice), withdrawnAt: z.optional(instant) }),
  ),
  answerBy: z.optional(plainDate),
  redirectUrl: z.optional(z.string()),
  answer: z.optional(z.object({ receiptId: id, answeredAt: instant, version: requiredText(50), language })),
  deleted: z.boolean(),
  messages: z.array(messageUUID),
  /**
   * Test ids only. `no-legal-basis`: answered without that text; `any-redirect`: the address may break the contract;
   * `changes-once`: the declaration changes when the first answer comes.
   */
  quirk: z.optional(z.enum(['no-legal-basis', 'any-redirect', 'changes-once'])),
});
export type StoredRequest = z.infer<typeof storedRequest>;

/** The consents' part of the pilot's state. */
export const consentsState = z.object({
  templates: z.array(z.object({ template, versions: z.array(requiredText(50)) })),
  requests: z.array(storedRequest),
});
export type ConsentsSnapshot = z.infer<typeof consentsState>;
