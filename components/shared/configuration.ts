import { warn } from './warn.js';
import type { Lang } from './i18n/dates.js';

/** Gives the access token, or nothing when nobody is signed in. `refresh` asks for a new one after a 401. */
export type GetToken = (options: {
  refresh: boolean;
}) => string | null | undefined | Promise<string | null | undefined>;

/** Options of the transport: for the page by `configure()`, for one element by `createBackendClient()`. */
export interface BackendOptions {
  /** Address of the backend: absolute, or relative to the page; http or https. */
  backendUrl?: string | undefined;
  /** Where the access token comes from. It is sent as `Authorization: Bearer …`, only to the backend's origin. */
  getToken?: GetToken | undefined;
  /** As in `fetch`; `same-origin` by default. */
  credentials?: RequestCredentials | undefined;
  /** Further headers for each request to the backend's origin. */
  headers?: HeadersInit | undefined;
  /** A `fetch` of the host's own. */
  fetch?: typeof fetch | undefined;
  /** Milliseconds a request may take, body included; 8,000 by default. */
  timeoutMs?: number | undefined;
}

/** The page-wide settings. */
export interface Configuration extends BackendOptions {
  /** Origins (`https://host`) that a consent request may lead back to; none by default. */
  allowedReturnOrigins?: readonly string[] | undefined;
  /** Origins that may frame a page in which consent is given or a message recalled; none by default. */
  frameOrigins?: readonly string[] | undefined;
  /** Hosts that deep links may lead to. */
  linkHosts?: readonly string[] | undefined;
  /** Language of elements that have none of their own and none around them. */
  lang?: Lang | undefined;
  /** The clock: milliseconds since 1970. */
  now?: (() => number) | undefined;
}

/** The settings that change what a request to an address looks like. */
export const TRANSPORT_KEYS = [
  'getToken',
  'credentials',
  'headers',
  'fetch',
  'timeoutMs',
] as const satisfies readonly (keyof BackendOptions)[];

const TYPES: Record<keyof Configuration, string> = {
  backendUrl: 'string',
  getToken: 'function',
  credentials: 'string',
  headers: 'object',
  fetch: 'function',
  timeoutMs: 'number',
  allowedReturnOrigins: 'object',
  frameOrigins: 'object',
  linkHosts: 'object',
  lang: 'string',
  now: 'function',
};

function checkTexts(value: unknown): void {
  if (!Array.isArray(value) || value.some((one) => typeof one !== 'string')) throw new TypeError();
}

/** What would throw later, in the browser's own `fetch` or in a widget, and too late to say why. */
const PROBES: Partial<Record<string, (value: never) => unknown>> = {
  allowedReturnOrigins: checkTexts,
  frameOrigins: checkTexts,
  linkHosts: checkTexts,
  headers: (value) => new Headers(value),
  timeoutMs: (ms) => AbortSignal.timeout(Number(ms) || -1),
  credentials: (credentials) => new Request('https://a', { credentials }),
};

function fits(key: string, value: unknown): boolean {
  if (value === undefined) return key in TYPES;
  if (value === null || typeof value !== TYPES[key as keyof Configuration]) return false;
  try {
    PROBES[key]?.(value as never);
    return true;
  } catch {
    return false;
  }
}

/** The part of the settings that is known and well-formed; the rest is warned about and left out. */
export function checkConfiguration<Settings extends Configuration>(settings: Settings): Settings {
  const good: Record<string, unknown> = {};
  for (const [key, value] of Object.entries<unknown>({ ...(settings as object) })) {
    if (fits(key, value)) good[key] = value;
    else warn(`configure: '${key}' is unknown or of the wrong type`);
  }
  return good as Settings;
}
