/** Servers for tests of whole pages: the pilot as built, and host pages made up for one test. All end with it. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { DIST } from '../scripts/lib/project.mjs';
import { contentSecurityPolicy } from '../scripts/lib/static-server.mjs';

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
};

/** Listens on a free port of this machine; closed with the test. */
export async function listen(t, handler) {
  const server = createServer(handler).listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.after(() => {
    server.close();
    server.closeAllConnections();
  });
  return `http://127.0.0.1:${server.address().port}`;
}

function fileOf(path) {
  const file = join(DIST, path.slice('/dist/'.length));
  return statSync(file, { throwIfNoEntry: false })?.isFile() ? readFileSync(file) : undefined;
}

/**
 * Serves pages and scripts from memory, and `dist/` below `/dist/`.
 * @param routes by path: the text, or a request handler, or undefined for 404 (also for a file of `dist/`)
 * @param options `connect`: further origins that the page may ask; `policy`: another Content-Security-Policy, or
 *   null for none; by default the documented one
 */
export function serveSite(t, routes, { connect, policy = contentSecurityPolicy(connect) } = {}) {
  return listen(t, (request, response) => {
    const [path] = request.url.split('?');
    const route = path in routes ? routes[path] : path.startsWith('/dist/') ? fileOf(path) : undefined;
    if (policy !== null) response.setHeader('Content-Security-Policy', policy);
    if (typeof route === 'function') return route(request, response);
    if (route === undefined) return response.writeHead(404).end();
    const type = TYPES[extname(path) || '.html'];
    return response.writeHead(200, { 'Content-Type': type, 'Cache-Control': 'no-cache' }).end(route);
  });
}

/** A host page. Scripts and styles stand in files, as the documented header asks. */
export function hostPage({ head = '', body = '', lang = 'da' }) {
  return `<!doctype html>
<html lang="${lang}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><link rel="icon" href="data:,"><title>Test</title>${head}</head>
<body>${body}</body>
</html>`;
}

export const KIT = '<script type="module" src="/dist/cdn/skranke.js"></script>';

/**
 * Starts the built command `skranke pilot` on a free port.
 * @returns its `url`, `control(name, body)` for a `PUT /pilot/name`, `requests()` for the log
 */
export async function startPilot(t, ...options) {
  const command = join(DIST, 'cli/skranke.mjs');
  const child = spawn(process.execPath, [command, 'pilot', '--port', '0', '--quiet', ...options], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  t.after(() => child.kill('SIGKILL'));
  let url;
  for await (const line of createInterface(child.stdout)) {
    url = /http:\/\/127\.0\.0\.1:\d+/.exec(line)?.[0];
    if (url) break;
  }
  if (!url) throw new Error('The pilot did not start.');
  // It goes on writing: an unread pipe would fill up.
  child.stdout.resume();
  const ask = async (method, path, body) => {
    const response = await fetch(url + path, { method, body: body && JSON.stringify(body) });
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
    return response.json().catch(() => undefined);
  };
  return {
    url,
    control: (name, body) => ask('PUT', `/pilot/${name}`, body),
    push: (name, item) => ask('POST', `/mit-virk/${name}`, item),
    requests: async () => (await ask('GET', '/pilot/requests')).requests,
  };
}
