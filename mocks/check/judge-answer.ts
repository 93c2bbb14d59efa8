/** The rules that hold for every answer, whatever was asked. */
import type { Answer } from './exchange.js';
import { holdsCpr, maskCpr } from './privacy.js';
import type { RuleId } from './rules.js';

/** Notes one rule as kept or broken. */
export type Judge = (rule: RuleId, isKept: boolean, received: string) => void;

export interface AnswerContext {
  /** Personal data may stand in the answers of this endpoint. */
  readonly isPersonal: boolean;
  /** The Origin that was sent, if any. */
  readonly origin: string | undefined;
  /** The session is a cookie: a page's `fetch` sends it along, and then a browser asks for more. */
  readonly withCookie: boolean;
}

const header = (answer: Answer, name: string) => answer.headers.get(name) ?? '';
const shown = (answer: Answer, name: string) =>
  `${answer.status} with ${name}: ${maskCpr(header(answer, name)) || '(none)'}`;

export const isSuccess = ({ status }: Answer) => status >= 200 && status < 300;

function mediaType(answer: Answer): { type: string; charset: string } {
  const [type = '', ...parameters] = header(answer, 'content-type').toLowerCase().split(';');
  const charset = parameters.map((part) => part.trim()).find((part) => part.startsWith('charset='));
  return { type: type.trim(), charset: charset?.slice('charset='.length).replaceAll('"', '') ?? 'utf-8' };
}

function judgeForm(answer: Answer, judge: Judge): void {
  const { type, charset } = mediaType(answer);
  const isJson = type === 'application/json' && answer.body !== undefined;
  if (isSuccess(answer)) judge('answer.json', isJson, shown(answer, 'Content-Type'));
  const encoding = answer.isUtf8
    ? shown(answer, 'Content-Type')
    : `${answer.status} with bytes that are no UTF-8`;
  judge('answer.utf8', answer.isUtf8 && charset === 'utf-8', encoding);
  const isLanguage = /^[a-z]{2,3}(-[a-z0-9]+)*(, *[a-z]{2,3}(-[a-z0-9]+)*)*$/i;
  judge(
    'answer.language',
    isLanguage.test(header(answer, 'content-language')),
    shown(answer, 'Content-Language'),
  );
}

/**
 * The slug of a problem, or undefined when the body is no problem with a type that ends in one. By the widgets' own rule
 * (components/shared/backend/backend-error.ts): what is right here must be read there.
 */
export function slugOf({ body }: Answer): string | undefined {
  if (typeof body !== 'object' || body === null || !('type' in body)) return undefined;
  return typeof body.type === 'string' ? /([a-z0-9-]{1,60})[/#]?$/.exec(body.type)?.[1] : undefined;
}

const SLUGS: Readonly<Record<number, readonly string[]>> = {
  403: ['not-permitted'],
  404: ['not-found'],
  412: ['precondition-failed', 'declaration-changed'],
  422: ['invalid', 'idempotency-key-reused'],
  429: ['rate-limited'],
};

function judgeProblem(answer: Answer, judge: Judge): void {
  judge('answer.server-error', answer.status < 500, `${answer.status}`);
  const { type } = mediaType(answer);
  const isProblem = type === 'application/problem+json' && answer.body !== undefined;
  judge('problem.media-type', isProblem, shown(answer, 'Content-Type'));
  if (!isProblem) return;
  const { title, status } = answer.body as { title?: unknown; status?: unknown };
  const slug = slugOf(answer);
  // RFC 9457 asks for neither title nor status; what stands there must be right.
  const isTitle = title === undefined || typeof title === 'string';
  const isRight = slug !== undefined && isTitle && (status === undefined || status === answer.status);
  judge('problem.body', isRight, `${answer.status} with no slug, a title that is no text, or another status`);
  if (slug === undefined) return;
  const known = SLUGS[answer.status];
  const isSlug = known ? known.includes(slug) : /^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug);
  judge('problem.slug', isSlug, `${answer.status} with the slug ${maskCpr(slug)}`);
}

const EXPOSED = ['etag', 'retry-after', 'location', 'content-language'];

/** How a page of an origin may see an answer; the same for what it asks beforehand. */
export function corsOf(answer: Answer, origin: string, withCookie: boolean) {
  const allowed = header(answer, 'access-control-allow-origin');
  const withCredentials = header(answer, 'access-control-allow-credentials') === 'true';
  /** With credentials a star is a name like any other, and stands for nothing. */
  const starCounts = !withCookie && !withCredentials;
  const isLetIn = allowed === origin || (allowed === '*' && starCounts);
  return { starCounts, isLetIn, isCookieLetIn: withCredentials || !withCookie };
}

function judgeCors(answer: Answer, origin: string, withCookie: boolean, judge: Judge): void {
  const { starCounts, isLetIn, isCookieLetIn } = corsOf(answer, origin, withCookie);
  judge('cors.origin', isLetIn, shown(answer, 'Access-Control-Allow-Origin'));
  judge('cors.origin', isCookieLetIn, shown(answer, 'Access-Control-Allow-Credentials'));
  const exposed = header(answer, 'access-control-expose-headers').toLowerCase();
  const names = exposed.split(',').map((name) => name.trim());
  const missing = EXPOSED.filter((name) => !names.includes(name) && !(exposed === '*' && starCounts));
  judge('cors.expose', missing.length === 0, `${answer.status} without ${missing.join(', ')}`);
}

const ADDRESSES = ['location', 'content-location', 'link', 'refresh'];

/**
 * Refusals and empty answers hold nothing to keep. A 304 has no body either, but what it says of keeping goes for the
 * answer that it stands for.
 */
function holdsPersonalData(answer: Answer): boolean {
  return answer.status === 304
    ? answer.headers.has('cache-control')
    : isSuccess(answer) && answer.text !== '';
}

function judgePrivacy(answer: Answer, { isPersonal }: AnswerContext, judge: Judge): void {
  // A CVR number cannot be told from an id of eight digits.
  const leak = ADDRESSES.find((name) => holdsCpr(header(answer, name)));
  judge('privacy.location', leak === undefined, `a number in the header ${leak}`);
  if (!isPersonal || !holdsPersonalData(answer)) return;
  const isKept = /(^|[,\s])no-store([,\s]|$)/i.test(header(answer, 'cache-control'));
  judge('cache.no-store', isKept, shown(answer, 'Cache-Control'));
}

/** Judges one answer by all of them. */
export function judgeAnswer(answer: Answer, context: AnswerContext, judge: Judge): void {
  const isRedirect = answer.status >= 300 && answer.status < 400 && answer.status !== 304;
  judge('answer.redirect', !isRedirect, `${answer.status}`);
  judgePrivacy(answer, context, judge);
  if (context.origin !== undefined) judgeCors(answer, context.origin, context.withCookie, judge);
  if (answer.status >= 400) judgeProblem(answer, judge);
  if (answer.text !== '') judgeForm(answer, judge);
  const etag = answer.headers.get('etag');
  if (etag !== null) judge('etag.form', /^(W\/)?"[^"]*"$/.test(etag), shown(answer, 'ETag'));
}
