import { httpUrl } from '../shared/i18n/identifiers.js';

/** What is added to the address, and which origins may be led to. */
export interface ReturnOptions {
  /** Origins (`https://host`) that the host of the page allows; none: there is no way back. */
  readonly allowed: readonly string[];
  /** Added to the query; a parameter of the same name is replaced. */
  readonly query: Readonly<Record<string, string>>;
  /** Origin of the page itself: the only one that may be without https. */
  readonly own?: string;
}

/**
 * The address that a citizen may be led back to, or undefined. Fails closed: only a whole address with https (or of
 * the page's own origin) on an allowed origin, without a user name. All else of it stays as it is, byte for byte, and
 * the query goes before a fragment, where single-page solutions keep their routes.
 */
export function returnUrl(
  address: string | undefined,
  { allowed, query, own = location.origin }: ReturnOptions,
): URL | undefined {
  // Blanks and backslashes are read in different ways by different programs.
  const url = address && !/[\s\\]/.test(address) ? httpUrl(address) : undefined;
  if (!url || url.username || url.password) return undefined;
  if (url.protocol !== 'https:' && url.origin !== own) return undefined;
  if (!allowed.some((origin) => httpUrl(origin)?.origin === url.origin)) return undefined;
  const kept = url.search.split('&').filter((pair) => {
    const [name] = new URLSearchParams(pair).keys();
    return name !== undefined && !Object.hasOwn(query, name);
  });
  url.search = [...kept, new URLSearchParams(query)].join('&');
  return url;
}
