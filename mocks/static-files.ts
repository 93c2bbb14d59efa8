/**
 * The console's files over HTTP: its page at `/pilot/`, the kit and the themes beside it. Which files there are is read
 * once, at the start, so that no address can lead anywhere else.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { extname, join } from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
};

/** Folders of `dist/` that a browser may read. The page is the one that talks to this server. */
const FOLDERS = ['pilot', 'cdn', 'themes'];
const PAGE = 'pilot/http.html';

/** The header that docs tell hosts to send: what runs here runs on a strict page. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "require-trusted-types-for 'script'",
  "trusted-types lit-html dompurify 'allow-duplicates'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
].join('; ');

const HEADERS = {
  'Content-Security-Policy': POLICY,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cache-Control': 'no-cache',
};

/** Gives the answer to a path without its query, or undefined when there is no such file. */
export type StaticFiles = (path: string) => Response | undefined;

function filesIn(root: string, folder: string): string[] {
  const isThere = statSync(join(root, folder), { throwIfNoEntry: false })?.isDirectory() ?? false;
  if (!isThere) return [];
  return readdirSync(join(root, folder))
    .filter((name) => extname(name) in TYPES)
    .map((name) => `${folder}/${name}`);
}

/** @param root the folder `dist/`; without the console's page in it nothing is served */
export function staticFiles(root: string): StaticFiles {
  const files = new Map(FOLDERS.flatMap((folder) => filesIn(root, folder)).map((file) => [`/${file}`, file]));
  if (!files.has(`/${PAGE}`)) return () => undefined;
  for (const path of ['/pilot/', '/pilot']) files.set(path, PAGE);
  return (path) => {
    const file = files.get(path);
    if (file === undefined) return undefined;
    // Relative addresses in the page need the slash.
    if (path === '/pilot') return new Response(null, { status: 308, headers: { Location: '/pilot/' } });
    const headers = { ...HEADERS, 'Content-Type': TYPES[extname(file)] ?? '' };
    return new Response(new Uint8Array(readFileSync(join(root, file))), { headers });
  };
}
