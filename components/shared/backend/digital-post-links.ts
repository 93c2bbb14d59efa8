import type { Lang } from '../i18n/dates.js';
import { httpUrl } from '../i18n/identifiers.js';
import { pageState } from '../page-state.js';
import type { Answer, BackendClient } from './client.js';
import { Fields, readPage, type ReadProblems } from './read-fields.js';
import { AUDIENCE_NAMES, audiencesOf, type Audience } from './readers/digital-post-contact.js';

/** A link that opens a new message to a contact point, or shows a contact group (dybt link). */
export interface DeepLink {
  /** Who it is for; at least one, citizens first. */
  readonly audiences: readonly [Audience, ...Audience[]];
  /** Where it leads. */
  readonly platform: Platform | undefined;
  /** Absolute, http or https, and not checked further: ask `isTrustedLink` before it becomes a link or a code. */
  readonly url: string;
}

/** The sites that deep links lead to, as the wire names them. */
const PLATFORMS = ['borger.dk', 'virk.dk'] as const;
export type Platform = (typeof PLATFORMS)[number];

/** Why there are no links. */
const REASONS = ['inactive', 'no-receiving-system', 'no-active-points'] as const;
export type NoLinkReason = (typeof REASONS)[number];

/** The deep links of a point or group, one a URL. */
export interface DeepLinks extends ReadProblems {
  readonly links: readonly DeepLink[];
  readonly reason: NoLinkReason | undefined;
}

/** What deep links lead to. */
export interface LinkTarget {
  readonly kind: 'point' | 'group';
  readonly id: string;
}

/** Longer ones break in browsers and mail programs, and make a code that no phone reads. */
const MAX_URL = 2048;
/** There are three audiences; more than a few links are a mistake of the sender's. */
const MAX_LINKS = 12;
/** The services' own hosts, in production and in their pilots (contract, section 3). */
const LINK_HOSTS: readonly string[] = ['post.borger.dk', 'post.demo.borger.dk', 'virk.dk', 'pilot.virk.dk'];

const oneOf =
  <Value>(values: readonly Value[]) =>
  (text: unknown) =>
    values.find((value) => value === text);

/** Normalised, so that nothing in it can turn around or hide what is read. */
function addressOf(text: string): string | undefined {
  const href = httpUrl(text)?.href;
  return href && href.length <= MAX_URL ? href : undefined;
}

/** One row of the answer; rows may share a URL. */
type Row = Omit<DeepLink, 'audiences'> & { readonly audiences: readonly Audience[] };

function readRow(raw: unknown, bad: Set<string>): Row | undefined {
  const fields = new Fields(raw, bad);
  const url = fields.parsed('url', addressOf);
  const audiences = audiencesOf(fields, 'targets', 'target');
  if (!url || audiences.length === 0) return undefined;
  return { url, audiences, platform: fields.parsed('platform', oneOf(PLATFORMS)) };
}

/** One link a URL, for all who share it; citizens first. */
function mergeByUrl(rows: readonly Row[]): DeepLink[] {
  const links = new Map<string, DeepLink>();
  for (const { url, platform, audiences } of rows) {
    const known = links.get(url);
    const [first, ...rest] = AUDIENCE_NAMES.filter(
      (audience) => audiences.includes(audience) || known?.audiences.includes(audience),
    );
    if (first) links.set(url, { url, platform: known?.platform ?? platform, audiences: [first, ...rest] });
  }
  const place = ({ audiences: [first] }: DeepLink) => AUDIENCE_NAMES.indexOf(first);
  return [...links.values()].sort((a, b) => place(a) - place(b));
}

/** Reads the answer of `…/deep-links`; undefined when it is something else. */
export function readDeepLinks(body: unknown): DeepLinks | undefined {
  const page = readPage(body, 'deepLinks', readRow);
  if (!page) return undefined;
  const all = mergeByUrl(page.items);
  const links = all.slice(0, MAX_LINKS);
  const reason = new Fields(body, new Set()).get('reason', oneOf(REASONS));
  const leftOut = page.leftOut + all.length - links.length;
  return { links, reason, leftOut, badFields: page.badFields };
}

/** The deep links of a contact point or a contact group (Digital Post). */
export function getDeepLinks(
  client: BackendClient,
  request: { target: LinkTarget; lang: Lang; signal: AbortSignal; fresh: boolean },
): Promise<Answer<DeepLinks>> {
  const { target, ...rest } = request;
  const path = `/contact-${target.kind}s/{id}/deep-links`;
  return client.get({ ...rest, path, params: { id: target.id }, read: readDeepLinks });
}

/**
 * Whether an address may be made a link or a code: https, without a user name, on one of `configure({ linkHosts })`.
 * The kit never builds such an address, and shows any other as text only.
 */
export function isTrustedLink(address: string): boolean {
  const url = httpUrl(address);
  const hosts = pageState().config.linkHosts ?? LINK_HOSTS;
  return url?.protocol === 'https:' && !url.username && !url.password && hosts.includes(url.host);
}
