/** A small static server for pages that embed the kit, with the documented security headers. */
import { createReadStream, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, sep } from 'node:path';

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.txt': 'text/plain; charset=utf-8',
};

/** The documented header: a page with it can embed the whole kit. */
export function contentSecurityPolicy(connect = []) {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "font-src 'self'",
    "img-src 'self' data:",
    ['connect-src', "'self'", ...connect].join(' '),
    "require-trusted-types-for 'script'",
    "trusted-types lit-html dompurify 'allow-duplicates'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'self'",
  ].join('; ');
}

function isFile(path) {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}

/** @returns the file for a request path, or undefined; never one outside the mounted folders */
function findFile(mounts, pathname) {
  let path;
  try {
    path = decodeURIComponent(pathname);
  } catch {
    return undefined;
  }
  if (path.includes('\0') || path.includes('\\')) return undefined;
  const prefix = Object.keys(mounts).find((candidate) => path.startsWith(candidate));
  if (prefix === undefined) return undefined;
  const root = mounts[prefix];
  const file = join(root, path.slice(prefix.length), path.endsWith('/') ? 'index.html' : '');
  return file.startsWith(root + sep) && isFile(file) ? file : undefined;
}

/** A page or script of the host's, not one of the kit or a font. */
function isHostsOwn(mounts, file) {
  return ['.html', '.js'].includes(extname(file)) && file.startsWith(mounts['/'] + sep);
}

function answer(request, response, { mounts, headers, rewrite }) {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405, { Allow: 'GET, HEAD' }).end();
    return;
  }
  const file = findFile(mounts, request.url.split(/[?#]/)[0]);
  if (!file) {
    response.writeHead(404, { ...headers, 'Content-Type': TYPES['.txt'] }).end('Not found\n');
    return;
  }
  const type = TYPES[extname(file)] ?? 'application/octet-stream';
  response.writeHead(200, { ...headers, 'Content-Type': type });
  if (request.method === 'HEAD') response.end();
  else if (rewrite && isHostsOwn(mounts, file)) response.end(rewrite(readFileSync(file, 'utf8')));
  else createReadStream(file).pipe(response);
}

/**
 * @param {object} options
 * @param {Record<string, string>} options.mounts folders by the start of the path, the longest first
 * @param {number} options.port 0 for any free one
 * @param {string[]} [options.connect] further origins that the page may ask
 * @param {boolean} [options.strict] false: without the security header, for pages that are not a host's
 * @param {(text: string) => string} [options.rewrite] changes the pages and scripts below `/` before they are sent
 * @returns {Promise<import('node:http').Server>} rejects with EADDRINUSE when the port is taken
 */
export function startStaticServer({ mounts, port, connect, rewrite, strict = true }) {
  const headers = {
    ...(strict && { 'Content-Security-Policy': contentSecurityPolicy(connect) }),
    'X-Content-Type-Options': 'nosniff',
    'Cache-Control': 'no-cache',
  };
  const server = createServer((request, response) => answer(request, response, { mounts, headers, rewrite }));
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve(server));
  });
}
