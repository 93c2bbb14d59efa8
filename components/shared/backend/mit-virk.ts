import { parseDate, type PlainDate } from '../i18n/dates.js';
import { httpUrl } from '../i18n/identifiers.js';
import type { Answer, BackendClient } from './client.js';
import type { Lang } from '../i18n/dates.js';
import { Fields, readPage, type ListPage } from './read-fields.js';

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

const webAddress = (text: string) => (httpUrl(text) ? text : undefined);

function readActivity(raw: unknown, bad: Set<string>): Activity | undefined {
  const fields = new Fields(raw, bad);
  const id = fields.id();
  const type = fields.parsed('type', (text) => ACTIVITY_TYPES.find((known) => known === text));
  const title = fields.text('overskrift');
  const dueDate = fields.parsed('fristDato', parseDate);
  // A deadline without its date would hide a duty among what has none.
  if (!id || !type || !title || (type === 'frist' && !dueDate)) return undefined;
  return {
    id,
    type,
    title,
    dueDate,
    description: fields.text('beskrivelse') ?? '',
    category: fields.text('kategori'),
    authority: fields.text('myndighed'),
    link: fields.parsed('link', webAddress),
    linkText: fields.text('linkTekst'),
    status: fields.text('status'),
    caseNumber: fields.text('sagsnummer'),
    permitNumber: fields.text('tilladelsesnummer'),
    renewalLink: fields.parsed('fornyelseLink', webAddress),
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
