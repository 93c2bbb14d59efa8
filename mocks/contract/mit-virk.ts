/**
 * Mit Virk on the wire: the company's list, the authority's side, the public Frister API (version 1).
 * Source: backend contract 3 and 4, and Mit Virk's public guides for the four information types.
 */
import * as z from 'zod/mini';
import { parseDate } from '../../components/shared/i18n/dates.js';
import { isCvr } from '../../components/shared/i18n/identifiers.js';
import { envelopeFields, link, pageQueryFields, requiredText, text, wireDate } from './common.js';

/** Mit Virk's four information types: deadline, case, notice, permit. */
export const activityTypes = ['frist', 'sag', 'besked', 'tilladelse'] as const;
export type ActivityType = (typeof activityTypes)[number];

/** Plural in the authority's paths → type. */
export const collections = {
  beskeder: 'besked',
  frister: 'frist',
  sager: 'sag',
  tilladelser: 'tilladelse',
} as const satisfies Record<string, ActivityType>;
export type Collection = keyof typeof collections;

/** Longest heading and text of the public Frister API; the other types keep to them too. */
export const MAX_OVERSKRIFT = 255;
export const MAX_BESKRIVELSE = 10_000;

const optionalFields = {
  kategori: z.optional(text(255)),
  link: z.optional(link),
  linkTekst: z.optional(text(255)),
  status: z.optional(text(255)),
  sagsnummer: z.optional(text(255)),
  tilladelsesnummer: z.optional(text(255)),
  fornyelseLink: z.optional(link),
};

const contentFields = {
  overskrift: requiredText(MAX_OVERSKRIFT),
  beskrivelse: text(MAX_BESKRIVELSE),
  myndighed: requiredText(255),
  ...optionalFields,
};

const id = z.string().check(z.minLength(1));

/** One activity in the company's list. A `frist` must have a `fristDato`; the other types may. */
export const activity = z.discriminatedUnion('type', [
  z.object({ id, type: z.literal('frist'), ...contentFields, fristDato: wireDate }),
  z.object({
    id,
    type: z.enum(['sag', 'besked', 'tilladelse']),
    ...contentFields,
    fristDato: z.optional(wireDate),
  }),
]);
export type Activity = z.infer<typeof activity>;

/** One page of the company's activities. The order means nothing. */
export const activityList = z.object({ ...envelopeFields, activities: z.array(activity) });

export const activityQuery = z.object({
  type: z.optional(z.array(z.enum(activityTypes, `Skal være en af: ${activityTypes.join(', ')}`))),
  ...pageQueryFields,
});

/** Comma-separated CVR numbers (8 digits each, blanks around them allowed), or `""` for all companies. */
export const modtagere = z
  .string('Skal være tekst: CVR-numre med komma imellem, eller tom for alle')
  .check(
    z.refine(
      (list) => list.trim() === '' || list.split(',').every((cvr) => isCvr(cvr.trim())),
      'Skal være CVR-numre på 8 cifre med komma imellem, eller tom for alle',
    ),
  );

/** What an authority sends for one item. `beskrivelse` is empty, `myndighed` the pilot's own, when left out. */
const authorityFields = {
  ...contentFields,
  beskrivelse: z.optional(text(MAX_BESKRIVELSE)),
  myndighed: z.optional(requiredText(255)),
  modtagere: z.optional(modtagere),
};
export const authorityBodies = {
  frist: z.object({ ...authorityFields, fristDato: wireDate }),
  sag: z.object({ ...authorityFields, fristDato: z.optional(wireDate) }),
  besked: z.object({ ...authorityFields, fristDato: z.optional(wireDate) }),
  tilladelse: z.object({ ...authorityFields, fristDato: z.optional(wireDate) }),
} as const;

/** An item as its authority sees it: the activity and who it reaches. */
export const authorityItem = z.discriminatedUnion('type', [
  z.object({ id, type: z.literal('frist'), ...contentFields, fristDato: wireDate, modtagere }),
  z.object({
    id,
    type: z.enum(['sag', 'besked', 'tilladelse']),
    ...contentFields,
    fristDato: z.optional(wireDate),
    modtagere,
  }),
]);
export type AuthorityItem = z.infer<typeof authorityItem>;

/** The authority's own list of one type, under the collection's name. */
export function authorityList(collection: Collection) {
  return z.object({ ...envelopeFields, [collection]: z.array(authorityItem) });
}

export const pageQuery = z.object(pageQueryFields);

/** `dd-MM-yyyy` only: the public Frister API knows no other form. That it lies ahead is a rule, not a shape. */
const calendarDate = z.string('Skal udfyldes').check(
  z.regex(/^\d{2}-\d{2}-\d{4}$/, 'Skal være en dato i formen dd-MM-yyyy'),
  z.refine((date) => !/^[\d-]{10}$/.test(date) || parseDate(date) !== undefined, 'Datoen findes ikke'),
);

/** Body of the public Frister API. An empty `link` is the same as none. */
export const calendarBody = z.object({
  overskrift: requiredText(MAX_OVERSKRIFT),
  beskrivelse: z.optional(text(MAX_BESKRIVELSE)),
  fristDato: calendarDate,
  link: z.optional(
    z.union([z.literal(''), link], 'Skal være en adresse, der begynder med https:// eller http://'),
  ),
  modtagere: z.optional(modtagere),
});
export type CalendarBody = z.infer<typeof calendarBody>;

/** A stored frist in the public Frister API. */
export const calendarFrist = z.object({
  id: z.string().check(z.minLength(1)),
  overskrift: requiredText(MAX_OVERSKRIFT),
  beskrivelse: text(MAX_BESKRIVELSE),
  fristDato: calendarDate,
  link: z.optional(link),
  modtagere,
});
export type CalendarFrist = z.infer<typeof calendarFrist>;

export const calendarList = z.object({ ...envelopeFields, frister: z.array(calendarFrist) });

/** The public Frister API's 422: a bare map from field to message. */
export const errorMap = z.record(z.string(), z.string());

/** Mit Virk's part of the pilot's state, as `GET|PUT /pilot/state` carries it. */
export const mitVirkState = z.object({
  /** What the authority has stored. */
  items: z.array(authorityItem),
  /** What the company's index holds. */
  index: z.array(authorityItem),
  /** Pushed, but not in the index yet; `item` null: to be removed. After a restore the index delay starts again. */
  pending: z.array(z.object({ id: z.string(), item: z.nullable(authorityItem) })),
  /** Notices that the company has removed from view. */
  dismissed: z.array(z.string()),
});
export type MitVirkSnapshot = z.infer<typeof mitVirkState>;
