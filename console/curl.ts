/** A request as a line for a terminal. */

const quoted = (text: string) => `'${text.replaceAll("'", `'\\''`)}'`;

/** The same request as the console sends, for `sh`. */
export function curlOf(url: string, method: string, body?: unknown): string {
  const data =
    body === undefined
      ? []
      : ["-H 'Content-Type: application/json'", `-d ${quoted(JSON.stringify(body, null, 2))}`];
  const ask = method === 'GET' ? 'curl' : `curl -X ${method}`;
  return [`${ask} ${quoted(url)}`, ...data].join(' \\\n  ');
}
