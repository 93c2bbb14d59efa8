import { httpUrl } from '../i18n/identifiers.js';
import { mistake } from './backend-error.js';

/** Query parameters; a list repeats the name. */
export type Query = Readonly<Record<string, string | number | readonly string[]>>;

/**
 * The backend's absolute address without a trailing slash.
 * @throws BackendError `config`: missing, not http or https, or with a user name in it
 */
export function baseUrlOf(address: string | undefined): string {
  const text = address?.trim();
  const url = text ? httpUrl(text, document.baseURI) : undefined;
  if (!url || url.username || url.password) {
    const where = text ? 'backend-url is not a usable http(s) address' : 'backend-url is missing';
    throw mistake('config', 'config', where);
  }
  return url.origin + url.pathname.replace(/\/+$/, '');
}

/**
 * Puts the values into a path template and appends the query.
 * @throws BackendError `bad-shape` for a value that would change the path itself (empty, `.` or `..`)
 */
export function fillPath(
  template: string,
  params: Readonly<Record<string, string>> = {},
  query: Query = {},
): string {
  const path = template.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = params[name] ?? '';
    // Browsers resolve dot segments even when they are percent-encoded.
    if (/^\.{0,2}$/.test(value)) {
      throw mistake('contract', 'bad-shape', template);
    }
    return encodeURIComponent(value);
  });
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    for (const one of Array.isArray(value) ? (value as readonly string[]) : [value])
      search.append(name, String(one));
  }
  const text = search.toString();
  return text ? `${path}?${text}` : path;
}
