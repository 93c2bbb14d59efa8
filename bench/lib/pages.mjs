/** Pages to measure: bundled, served compressed on a free port, opened in the browser. */
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { chromium } from 'playwright-core';
import { findBrowser } from '../../scripts/browser.mjs';
import { ROOT } from '../../scripts/lib/project.mjs';

export const BENCH = join(ROOT, 'bench');
const TYPES = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
};
const COMPRESS = { br: (body) => brotliCompressSync(body), gzip: (body) => gzipSync(body, { level: 9 }) };

/** Installs the peers when they are not there yet: only the bench needs them. */
export function installPeers() {
  if (existsSync(join(BENCH, 'node_modules/lit'))) return;
  console.log('Installing the peers (bench/package.json) …');
  const { status } = spawnSync('npm', ['ci'], { cwd: BENCH, stdio: ['ignore', 'ignore', 'inherit'] });
  if (status !== 0) throw new Error('npm ci failed in bench/');
}

/**
 * Bundles code of the bench as a page's own build would.
 * @param banner first line of each file
 * @returns the folder with `page.js` (and what it loads lazily)
 */
export async function bundlePage(name, code, banner = '') {
  const outdir = join(ROOT, '.tmp/bench', name.replaceAll(/\W+/g, '-'));
  rmSync(outdir, { recursive: true, force: true });
  mkdirSync(outdir, { recursive: true });
  await build({
    stdin: { contents: code, resolveDir: BENCH, loader: 'js', sourcefile: 'page.js' },
    outdir,
    entryNames: 'page',
    bundle: true,
    splitting: true,
    banner: { js: banner },
    minify: true,
    format: 'esm',
    target: 'es2022',
    conditions: ['browser', 'production'],
    define: { 'process.env.NODE_ENV': '"production"' },
    loader: {
      '.svg': 'empty',
      '.woff': 'empty',
      '.woff2': 'empty',
      '.png': 'empty',
      '.eot': 'empty',
      '.ttf': 'empty',
    },
    legalComments: 'none',
    logLevel: 'error',
  });
  return outdir;
}

/**
 * Serves folders under path prefixes, and pages made up by the bench.
 * @param mounts prefix → folder
 * @param pages path → HTML or JSON text
 * @param encodings the ways of compressing that are offered; Chromium takes all
 */
export async function serve(mounts, pages = {}, encodings = Object.keys(COMPRESS)) {
  const packed = new Map();
  const server = createServer((request, response) => {
    const path = new URL(request.url, 'http://x').pathname;
    const body = pages[path] ?? fileBelow(mounts, path);
    if (body === undefined) return void response.writeHead(404).end();
    const encoding = encodings.find((name) => request.headers['accept-encoding']?.includes(name));
    const key = `${encoding} ${path}`;
    if (!packed.has(key))
      packed.set(key, encoding ? COMPRESS[encoding](Buffer.from(body)) : Buffer.from(body));
    response.writeHead(200, {
      'Content-Type': `${TYPES[path.includes('/api/') ? '.json' : extname(path)] ?? TYPES['.html']}; charset=utf-8`,
      ...(encoding && { 'Content-Encoding': encoding }),
      'Cache-Control': 'no-store',
    });
    response.end(packed.get(key));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    close: () => (server.closeAllConnections(), server.close()),
  };
}

function fileBelow(mounts, path) {
  const prefix = Object.keys(mounts).find((candidate) => path.startsWith(candidate));
  const file = prefix && join(mounts[prefix], path.slice(prefix.length));
  return file && statSync(file, { throwIfNoEntry: false })?.isFile() ? readFileSync(file) : undefined;
}

/** A kit that asks elsewhere (UI5, for its fonts) gets no answer at once, not after half a minute. */
const STAY_HERE = '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1';

export async function openBrowser() {
  const found = await findBrowser();
  return chromium.launch({ ...found, args: [...(found.args ?? []), STAY_HERE] });
}

/** What a page has fetched of scripts and style sheets from an origin, from the network log: `[{ path, bytes }]`. */
export function watchAssets(page, origin) {
  const pending = [];
  page.on('requestfinished', (request) => {
    const { pathname } = new URL(request.url());
    if (!request.url().startsWith(origin) || !/\.(js|css)$/.test(pathname)) return;
    pending.push(
      request.sizes().then(({ responseBodySize }) => ({ path: pathname, bytes: responseBodySize })),
    );
  });
  return () => Promise.all(pending);
}
