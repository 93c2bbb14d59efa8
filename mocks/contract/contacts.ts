/**
 * Digital Post's contact structure (kontaktstruktur) on the wire, as the widgets read it. Field names are the service's own.
 * Source: backend contract 3; limits: domain notes 1 (Digital Post, Administrativ Adgang, chapter 6).
 * The service's verbose form (each point with its groups, their organisation and parent chain in it) and the short one
 * (groups as bare ids) are both right: what only the verbose form has is optional.
 */
import * as z from 'zod/mini';
import { isCvr, isUuidShaped } from '../../components/shared/i18n/identifiers.js';
import { envelopeFields, link, pageQueryFields, requiredText, text } from './common.js';

/** Who may use a contact point (målgruppe). */
export const targets = ['CITIZEN', 'COMPANY', 'AUTHORITY'] as const;
export type Target = (typeof targets)[number];

export const MAX_NAME = 50;
export const MAX_POINT_DESCRIPTION = 250;
export const MAX_GROUP_DESCRIPTION = 255;
export const MAX_KEYWORD = 30;
export const MAX_INFORMATION_FIELDS = 2;
export const MAX_INFORMATION_FIELD_TITLE = 25;
/** What a point takes when its authority has not lowered it. */
export const MAX_MEGABYTES = 99.5;
export const MAX_ATTACHMENTS = 10;

/** UUID-shaped: the service's ids are not all valid UUIDs. */
export const contactId = z
  .string('Skal være et id')
  .check(z.refine(isUuidShaped, 'Skal have form som et UUID: 8-4-4-4-12 hexcifre'));

/** A reference to a group, to be joined with `GET /contact-groups`. */
export const groupReference = z.object({ id: contactId });

/** Audiences, each at most once; may be empty. */
export const targetList = z
  .array(z.enum(targets, `Skal være en af: ${targets.join(', ')}`), 'Skal være en liste')
  .check(z.refine((list) => new Set(list).size === list.length, 'Hver målgruppe kun én gang'));

/** Audiences of a point: one or more. */
export const pointTargets = targetList.check(z.refine((list) => list.length > 0, 'Vælg mindst én målgruppe'));

const cvrNumber = z.string().check(z.refine(isCvr, 'Skal være et CVR-nummer på 8 cifre'));

const organisationDetails = {
  authorityTerms: z.optional(z.boolean()),
  rightsIntroductionCompleted: z.optional(z.boolean()),
};

/** The organisation that stands nested in a group of the verbose form. */
const nestedOrganisation = z.object({
  id: contactId,
  name: z.optional(requiredText(255)),
  cvrNumber: z.optional(cvrNumber),
  type: z.optional(requiredText(50)),
  authorityType: z.optional(requiredText(50)),
  logoAvailable: z.optional(z.boolean()),
  targets: z.optional(targetList),
  ...organisationDetails,
});

/** Link to the authority's privacy policy (privatlivspolitik); with none, no notice is shown. */
const privacyPolicyUrl = z
  .string()
  .check(z.regex(/^https:\/\/\S+$/, 'Skal begynde med https://'), z.maxLength(2048));

/** An authority that receives Digital Post. */
export const organisation = z.object({
  id: contactId,
  name: requiredText(255),
  cvrNumber,
  type: requiredText(50),
  authorityType: requiredText(50),
  logoAvailable: z.boolean(),
  targets: targetList,
  privacyPolicyUrl: z.optional(privacyPolicyUrl),
  ...organisationDetails,
});
export type Organisation = z.infer<typeof organisation>;

const verboseGroupFields = {
  organisation: z.optional(nestedOrganisation),
  postkasseIds: z.optional(z.array(text(255))),
  /** All groups that it stands in; sent when there are several. */
  parents: z.optional(z.array(groupReference)),
};

const nestedFields = z.object({
  id: contactId,
  name: z.optional(requiredText(MAX_NAME)),
  description: z.optional(text(MAX_GROUP_DESCRIPTION)),
  organisationalUnit: z.optional(z.boolean()),
  targets: z.optional(targetList),
  ...verboseGroupFields,
});
export type NestedContactGroup = z.infer<typeof nestedFields> & {
  readonly parent?: NestedContactGroup | undefined;
};

/** A group inside a point or another group: whole with its parent chain, or nothing but its id. */
export const nestedContactGroup: z.ZodMiniType<NestedContactGroup> = z.extend(nestedFields, {
  get parent(): z.ZodMiniType<NestedContactGroup | undefined> {
    return z.optional(nestedContactGroup);
  },
});

/** A contact group (kontaktgruppe). `targets`: the audiences of the active points in it and below; may be empty. */
export const contactGroup = z.object({
  id: contactId,
  name: requiredText(MAX_NAME),
  description: text(MAX_GROUP_DESCRIPTION),
  organisationalUnit: z.boolean(),
  targets: targetList,
  ...verboseGroupFields,
  parent: z.optional(nestedContactGroup),
});
export type ContactGroup = z.infer<typeof contactGroup>;
export const contactGroupList = z.object({ ...envelopeFields, contactGroups: z.array(contactGroup) });

/** A link to a self-service solution. */
export const externalLink = z.object({
  heading: requiredText(MAX_NAME),
  description: text(MAX_POINT_DESCRIPTION),
  linkText: requiredText(MAX_NAME),
  url: link,
});

const versioned = { version: z.optional(z.int()) };
const optionalId = z.optional(z.string().check(z.minLength(1)));

/** How much one message may hold; an authority may lower it, never raise it. */
export const megabytes = z
  .number('Skal være et tal')
  .check(z.gt(0, 'Skal være over 0'), z.lte(MAX_MEGABYTES, `Må højst være ${MAX_MEGABYTES}`));
export const attachments = z
  .int('Skal være et helt tal')
  .check(z.gte(0, 'Må mindst være 0'), z.lte(MAX_ATTACHMENTS, `Må højst være ${MAX_ATTACHMENTS}`));

/** A contact point (kontaktpunkt). `active`: active and with a receiving system. */
export const contactPoint = z.object({
  id: contactId,
  name: requiredText(MAX_NAME),
  description: text(MAX_POINT_DESCRIPTION),
  targets: pointTargets,
  memoSizeThresholdMB: megabytes,
  allowedNumberOfAttachments: attachments,
  active: z.boolean(),
  visible: z.boolean(),
  organisationId: contactId,
  contactPointCodes: z.array(
    z.object({
      id: optionalId,
      ...versioned,
      codeVersion: z.optional(text(50)),
      name: text(255),
      code: requiredText(255),
      contactPointCodeTypeName: z.optional(text(50)),
      type: requiredText(50),
    }),
  ),
  contactGroups: z.array(nestedContactGroup),
  recommendedAttributes: z
    .array(
      z.object({
        id: z.string().check(z.minLength(1)),
        ...versioned,
        name: requiredText(MAX_INFORMATION_FIELD_TITLE),
      }),
    )
    .check(z.maxLength(MAX_INFORMATION_FIELDS)),
  searchTerms: z.array(z.object({ id: optionalId, ...versioned, term: requiredText(MAX_KEYWORD) })),
  translations: z.optional(z.array(z.unknown())),
  externalLink: z.optional(externalLink),
});
export type ContactPoint = z.infer<typeof contactPoint>;
export const contactPointList = z.object({ ...envelopeFields, contactPoints: z.array(contactPoint) });

/** An authority, or an organisational unit (organisatorisk enhed) of one, that a user can look for. */
export const recipient = z.object({
  kind: z.enum(['organisation', 'unit']),
  id: contactId,
  organisationId: contactId,
  name: requiredText(255),
  organisationName: requiredText(255),
});
export type Recipient = z.infer<typeof recipient>;
export const recipientList = z.object({ ...envelopeFields, recipients: z.array(recipient) });

/** Why there is no link. */
export const noLinkReasons = ['inactive', 'no-receiving-system', 'no-active-points'] as const;
export type NoLinkReason = (typeof noLinkReasons)[number];

/** One row a URL: companies and authorities share Virk's. */
export const deepLink = z.object({
  targets: pointTargets,
  platform: z.enum(['borger.dk', 'virk.dk']),
  url: link,
});
export type DeepLink = z.infer<typeof deepLink>;

/** Deep links (dybe links) of a point or group; `reason` exactly when there are none. */
export const deepLinkList = z
  .object({ deepLinks: z.array(deepLink), reason: z.optional(z.enum(noLinkReasons)) })
  .check(
    z.refine(({ deepLinks, reason }) => (deepLinks.length === 0) === (reason !== undefined), {
      error: 'Skal være der, når der ingen links er, og kun da',
      path: ['reason'],
    }),
    z.refine(({ deepLinks }) => new Set(deepLinks.map(({ url }) => url)).size === deepLinks.length, {
      error: 'Én række pr. adresse',
      path: ['deepLinks'],
    }),
  );

/** What is looked for: at least two letters or digits. */
export const MIN_QUERY = 2;
const enoughLetters = (query: string) => (query.match(/[\p{L}\p{N}]/gu) ?? []).length >= MIN_QUERY;

export const recipientQuery = z.object({
  q: z
    .string(`Skriv mindst ${MIN_QUERY} bogstaver`)
    .check(
      z.refine(enoughLetters, `Skriv mindst ${MIN_QUERY} bogstaver`),
      z.maxLength(200, 'Må højst være 200 tegn'),
    ),
  ...pageQueryFields,
});

export const structureQuery = z.object({
  organisationId: z
    .string('Skal være et id')
    .check(z.refine(isUuidShaped, 'Skal have form som et UUID: 8-4-4-4-12 hexcifre')),
  ...pageQueryFields,
});
