/** The demo host page with what it embeds, and the pilot it asks; for `npm start` and for tests of whole pages. */
import { spawn } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { filesBelow, ROOT } from './project.mjs';
import { startStaticServer } from './static-server.mjs';

const DEFAULT_PILOT = 'http://localhost:4010';

/** The pages name the pilot's usual address; another port is written into them and their scripts as they are sent. */
function servePages({ port, pilotPort, mounts, strict = true }) {
  return startStaticServer({
    port,
    mounts: { '/dist/': join(ROOT, 'dist'), ...mounts },
    connect: [`http://127.0.0.1:${pilotPort}`, `http://localhost:${pilotPort}`],
    rewrite: (text) => text.replaceAll(DEFAULT_PILOT, `http://localhost:${pilotPort}`),
    strict,
  });
}

/** The portal page of `npm start`. */
export function startDemo({ port, pilotPort }) {
  const fonts = join(ROOT, 'node_modules/@fontsource/ibm-plex-sans');
  return servePages({ port, pilotPort, mounts: { '/fonts/': fonts, '/': join(ROOT, 'examples/demo') } });
}

/** Pages as they stand in the folder; the rest are served from where they were built (see `examples.mjs`). */
const STATIC_EXAMPLES = ['cms', 'intranet', 'plain', 'strict-csp'];
const BUILT_EXAMPLES = ['angular', 'dkfds', 'react', 'svelte', 'vue'];

/** Those that `node examples/serve.mjs` serves. */
export const exampleNames = () => [...STATIC_EXAMPLES, ...BUILT_EXAMPLES, 'ssr'].sort();

/** One of the other examples: the plain files with the documented header, but for `plain`, which has a script in the page. */
export function serveExample(name, { port, pilotPort }) {
  const built = join(ROOT, '.tmp/examples', name);
  const place = STATIC_EXAMPLES.includes(name)
    ? join(ROOT, 'examples', name)
    : existsSync(join(built, 'dist'))
      ? join(built, 'dist')
      : built;
  const strict = STATIC_EXAMPLES.includes(name) && name !== 'plain';
  return servePages({ port, pilotPort, mounts: { '/': place }, strict });
}

/** Starts the pilot as a process of its own and waits until it answers. */
export async function startPilot(port) {
  await assertFree(port);
  const command = join(ROOT, 'dist/cli/skranke.mjs');
  const child = spawn(process.execPath, [command, 'pilot', '--port', String(port)], { stdio: 'inherit' });
  for (let attempt = 0; attempt < 100 && child.exitCode === null; attempt += 1) {
    const response = await fetch(`http://127.0.0.1:${port}/`).catch(() => undefined);
    if (response?.ok) return child;
    await delay(100);
  }
  child.kill();
  throw new Error(`The pilot did not start on port ${port}.`);
}

function assertFree(port) {
  const probe = createServer();
  return new Promise((resolve, reject) => {
    probe.once('error', reject);
    probe.listen(port, '127.0.0.1', () => probe.close(resolve));
  });
}

const changedAt = (path) => statSync(join(ROOT, path), { throwIfNoEntry: false })?.mtimeMs ?? 0;

const SHIPPED = {
  cdn: 'dist/cdn/integrity.json',
  cli: 'dist/cli/skranke.mjs',
  pilot: 'dist/pilot/http.js',
  themes: 'dist/themes/base.css',
};
const SOURCES = {
  cdn: ['components', 'scripts/cdn', 'scripts/lib'],
  cli: ['mocks', 'components/shared'],
  pilot: ['console', 'mocks', 'components/shared'],
  themes: ['themes'],
};

/** @returns the parts of `dist/` that the demo needs and that are missing or older than their sources */
export function staleParts() {
  return Object.keys(SHIPPED).filter((part) => {
    const sources = [...SOURCES[part].flatMap(filesBelow), 'package.json', 'scripts/build.mjs'];
    const built = changedAt(SHIPPED[part]);
    return sources.some((path) => !path.endsWith('.test.ts') && changedAt(path) >= built);
  });
}
