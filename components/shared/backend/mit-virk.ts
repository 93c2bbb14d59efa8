import * as z from 'zod/mini';
import { parseDate, type PlainDate } from '../i18n/dates.js';
import { httpUrl } from '../i18n/identifiers.js';
import type { Answer, BackendClient } from './client.js';
import type { Lang } from '../i18n/dates.js';
import { absentable, filledText, idSchema, readItem, readPage, type ListPage } from './read-tolerantly.js';

/** Mit Virk's four information types, as the wire names them. */
export const ACTIVITY_TYPES = ['frist', 'sag', 'besked', 'tilladelse'] as const;
export type ActivityType = (typeof ACTIVITY_TYPES)[number];

/** One activity of a company, as an authority delivered it to Mit Virk. */
export interface Activity {
  readonly id: string;
  readonly type: ActivityType;
  readonly title: string;
  /** May hold HTML of the authority's. */
  readonly description: string;
  readonly category: string | undefined;
  readonly authority: string | undefined;
  /** The day on which the company must have reacted; always there for a `frist`. */
  readonly dueDate: PlainDate | undefined;
  /** Address of the self-service solution; http or https. */
  readonly link: string | undefined;
  readonly linkText: string | undefined;
  /** State of a case; the set is open. */
  readonly status: string | undefined;
  readonly caseNumber: string | undefined;
  readonly permitNumber: string | undefined;
  readonly renewalLink: string | undefined;
}

const webAddress = z.string().check(z.refine((text) => httpUrl(text) !== undefined));
const text = absentable(z.string());

const activitySchema = z.object({
  id: idSchema,
  type: z.enum(ACTIVITY_TYPES),
  overskrift: filledText,
  beskrivelse: text,
  kategori: text,
  myndighed: text,
  fristDato: absentable(z.string().check(z.refine((date) => parseDate(date) !== undefined))),
  link: absentable(webAddress),
  linkTekst: text,
  status: text,
  sagsnummer: text,
  tilladelsesnummer: text,
  fornyelseLink: absentable(webAddress),
});

function readActivity(raw: unknown, badFields: Set<string>): Activity | undefined {
  const wire = readItem(activitySchema, ['id', 'type', 'overskrift'], raw, badFields);
  if (!wire) return undefined;
  const dueDate = wire.fristDato ? parseDate(wire.fristDato) : undefined;
  // A deadline without its date would hide a duty among what has none.
  if (wire.type === 'frist' && !dueDate) return undefined;
  return {
    id: String(wire.id),
    type: wire.type,
    title: wire.overskrift.trim(),
    description: wire.beskrivelse ?? '',
    category: wire.kategori ?? undefined,
    authority: wire.myndighed ?? undefined,
    dueDate,
    link: wire.link ?? undefined,
    linkText: wire.linkTekst ?? undefined,
    status: wire.status ?? undefined,
    caseNumber: wire.sagsnummer ?? undefined,
    permitNumber: wire.tilladelsesnummer ?? undefined,
    renewalLink: wire.fornyelseLink ?? undefined,
  };
}

/** Reads the answer of `GET /activities`; undefined when it is something else. */
export function readActivities(body: unknown): ListPage<Activity> | undefined {
  return readPage(body, 'activities', readActivity);
}

/** One page of a company's activities (Mit Virk). 200 a page, as clients should ask for. */
export function getActivities(
  client: BackendClient,
  request: {
    types: readonly ActivityType[];
    page: number;
    lang: Lang;
    signal: AbortSignal;
    etag?: string | undefined;
    fresh: boolean;
  },
): Promise<Answer<ListPage<Activity>>> {
  const { types, page, ...rest } = request;
  return client.get({
    ...rest,
    path: '/activities',
    query: { type: types, page, size: 200 },
    read: readActivities,
  });
}

/** Removes a notice (besked) from the company's view. */
export function dismissActivity(
  client: BackendClient,
  request: { id: string; lang: Lang; idempotencyKey: string },
): Promise<Answer<true>> {
  const { id, ...rest } = request;
  return client.send({
    ...rest,
    method: 'POST',
    path: '/activities/{id}/dismissal',
    params: { id },
    read: () => true,
  });
}
