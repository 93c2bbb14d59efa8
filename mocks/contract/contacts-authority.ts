/**
 * The authority's side of the contact structure: what it sends and what it has stored.
 * Source: backend contract 4; all limits: domain notes 1 (Digital Post, Administrativ Adgang, chapter 6).
 */
import * as z from 'zod/mini';
import { envelopeFields, pageQueryFields, requiredText, text } from './common.js';
import * as wire from './contacts.js';

/** Nobody but the authority ever sees it. The guides name no limit; this one only keeps the pilot's memory sane. */
export const MAX_INTERNAL_NOTE = 4000;
/** Groups nest to any depth in the service; the pilot stops where the kit stops reading. */
export const MAX_LEVELS = 64;
export const MAX_OWN_CODES = 10;

/** Letters (with accents), digits, blanks and hyphens: no special characters such as `! # ?`. */
const KEYWORD = /^[\p{L}\p{M}\p{N} -]*$/u;
const keyword = z.object({
  term: requiredText(wire.MAX_KEYWORD).check(
    z.regex(KEYWORD, 'Må kun have bogstaver, tal, mellemrum og bindestreg'),
  ),
});

/** The public classifications: at most one code of each on a point. Any other type is the authority's own. */
const publicCodeTypes: Readonly<Record<string, string>> = {
  FORM: 'FORM',
  KLE: 'KLE',
  SOR: 'SOR',
  EAN: 'EAN/GLN',
  GLN: 'EAN/GLN',
  'EAN/GLN': 'EAN/GLN',
};

const code = z.object({ type: requiredText(50), code: requiredText(255), name: z.optional(text(255)) });
type Code = z.infer<typeof code>;

const publicTypeOf = ({ type }: Code) => publicCodeTypes[type.toUpperCase()];

function hasOneOfEach(codes: readonly Code[]): boolean {
  const known = codes.map(publicTypeOf).filter((type) => type !== undefined);
  return new Set(known).size === known.length;
}

const codes = z.array(code, 'Skal være en liste').check(
  z.refine(hasOneOfEach, 'Højst én kode af hver af typerne FORM, KLE, SOR og EAN/GLN'),
  z.refine(
    (list) => list.filter((own) => publicTypeOf(own) === undefined).length <= MAX_OWN_CODES,
    `Højst ${MAX_OWN_CODES} brugerdefinerede koder`,
  ),
);

const references = z
  .array(wire.groupReference, 'Skal være en liste')
  .check(
    z.refine((list) => new Set(list.map(({ id }) => id)).size === list.length, 'Hver gruppe kun én gang'),
  );

const informationFields = z
  .array(z.object({ name: requiredText(wire.MAX_INFORMATION_FIELD_TITLE) }), 'Skal være en liste')
  .check(z.maxLength(wire.MAX_INFORMATION_FIELDS, `Højst ${wire.MAX_INFORMATION_FIELDS} informationsfelter`));

const flag = z.optional(z.boolean('Skal være true eller false'));
const organisationId = z.optional(wire.contactId);

/** What an authority sends for a point. `PUT` replaces all of it: what is left out goes back to its default. */
export const contactPointBody = z.object({
  organisationId,
  name: requiredText(wire.MAX_NAME),
  description: z.optional(text(wire.MAX_POINT_DESCRIPTION)),
  internalNote: z.optional(text(MAX_INTERNAL_NOTE)),
  targets: wire.pointTargets,
  visible: flag,
  active: flag,
  receivingSystem: z.optional(z.nullable(requiredText(100))),
  memoSizeThresholdMB: z.optional(wire.megabytes),
  allowedNumberOfAttachments: z.optional(wire.attachments),
  contactGroups: z.optional(references),
  searchTerms: z.array(keyword, 'Skriv mindst ét søgeord').check(z.minLength(1, 'Skriv mindst ét søgeord')),
  recommendedAttributes: z.optional(informationFields),
  contactPointCodes: z.optional(codes),
  externalLink: z.optional(z.nullable(wire.externalLink)),
});

/** A point as its authority sees it. `active` is the status alone; the users' side joins it with the receiving system. */
export const storedPoint = z.object({
  id: wire.contactId,
  organisationId: wire.contactId,
  name: requiredText(wire.MAX_NAME),
  description: text(wire.MAX_POINT_DESCRIPTION),
  internalNote: text(MAX_INTERNAL_NOTE),
  targets: wire.pointTargets,
  visible: z.boolean(),
  active: z.boolean(),
  receivingSystem: z.nullable(requiredText(100)),
  memoSizeThresholdMB: wire.megabytes,
  allowedNumberOfAttachments: wire.attachments,
  contactGroups: references,
  /** Old structures hold points without a keyword; a new one must have one. */
  searchTerms: z.array(keyword),
  recommendedAttributes: informationFields,
  contactPointCodes: codes,
  externalLink: z.optional(wire.externalLink),
});
export type StoredPoint = z.infer<typeof storedPoint>;

/** What an authority sends for a group: its parents as `parents`, as one `parent`, or both. */
export const contactGroupBody = z.object({
  organisationId,
  name: requiredText(wire.MAX_NAME),
  description: z.optional(text(wire.MAX_GROUP_DESCRIPTION)),
  organisationalUnit: flag,
  parent: z.optional(z.nullable(wire.groupReference)),
  parents: z.optional(references),
});

/** A group as its authority sees it. */
export const storedGroup = z.object({
  id: wire.contactId,
  organisationId: wire.contactId,
  name: requiredText(wire.MAX_NAME),
  description: text(wire.MAX_GROUP_DESCRIPTION),
  organisationalUnit: z.boolean(),
  parents: references,
});
export type StoredGroup = z.infer<typeof storedGroup>;

export const storedPointList = z.object({ ...envelopeFields, contactPoints: z.array(storedPoint) });
export const storedGroupList = z.object({ ...envelopeFields, contactGroups: z.array(storedGroup) });

/** Without an organisation: the authority's own. */
export const ownStructureQuery = z.object({ organisationId, ...pageQueryFields });

/** Which made-up structure the pilot holds. */
export const structureKinds = ['default', 'empty', 'huge', 'hostile'] as const;
export type StructureKind = (typeof structureKinds)[number];

/**
 * The contact structure's part of the pilot's state: which made-up structure, and what has been changed in it. The made-up
 * structure itself is not carried along; `seed` and the size of the huge one are the pilot's options.
 */
export const contactsState = z.object({
  structure: z.enum(structureKinds),
  points: z.array(storedPoint),
  groups: z.array(storedGroup),
  deletedPoints: z.array(wire.contactId),
  deletedGroups: z.array(wire.contactId),
});
export type ContactsSnapshot = z.infer<typeof contactsState>;
