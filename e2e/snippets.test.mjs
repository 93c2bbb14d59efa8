/**
 * Every block of code in the README and the docs does what it says: pages and scripts run in a browser against the
 * pilot, commands run, and excerpts are those of the examples that `npm run test:examples` runs. A block that nothing
 * here runs fails. Run `npm run build` first.
 */
import assert from 'node:assert/strict';
import { execFile, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import test from 'node:test';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { exampleNames } from '../scripts/lib/demo.mjs';
import { DIST, filesBelow, findWidgets, MANIFEST, ROOT, VERSION } from '../scripts/lib/project.mjs';
import { contentSecurityPolicy } from '../scripts/lib/static-server.mjs';
import { openPage, recordEvents } from './browser-page.mjs';
import { hostPage, serveSite, startPilot } from './servers.mjs';

const run = promisify(execFile);
const FOLDERS = ['docs', 'stories', 'bench'];
const FILES = [
  ...['README.md', 'CONTRIBUTING.md', 'examples/README.md'],
  ...FOLDERS.flatMap(filesBelow).filter((path) => /\.mdx?$/.test(path) && !path.includes('/node_modules/')),
];
const read = (path) => readFileSync(join(ROOT, path), 'utf8');

function blocksOf(file) {
  const found = read(file).matchAll(/^```(\w*)\n([\s\S]*?)^```/gm);
  return [...found].map(([, language, code], index) => ({
    file,
    name: `${file}, block ${index + 1}`,
    language,
    code,
  }));
}

/** The ids of Digital Post's own guide, and those of the pilot that stand for them. */
const IDS = {
  '14d6e9ad-fc0e-3918-0000-0000000000ea': '14d6e9ad-fc0e-3918-0000-00000000f001',
  'bb6b168a-29a4-4a4a-ba61-29bbc6d42077': '163710ae-5078-350c-0000-0000000f1006',
};

/** Where the docs' made-up addresses and ids lead in a test. */
const localise = (text, pilotUrl) =>
  text
    .replaceAll('https://cdn.example.dk/skranke/', '/dist/')
    .replaceAll('node_modules/skranke/dist/', '/dist/')
    .replaceAll(new RegExp(Object.keys(IDS).join('|'), 'g'), (id) => IDS[id])
    .replaceAll('"skranke/themes/', '"/dist/themes/')
    .replaceAll('"skranke.js"', '"/dist/cdn/skranke.js"')
    .replaceAll(/http:\/\/(localhost|127\.0\.0\.1):4010/g, pilotUrl);

/** Tells that a script has come to its end. */
const ENDED = 'globalThis.snippetEnded = true;';

/** A page with the snippet in it, and the pilot below `/api`. */
async function openSnippet(t, { html, script }) {
  const pilot = await startPilot(t);
  const body = localise(html, pilot.url);
  const page = body.startsWith('<!doctype') ? body : hostPage({ body });
  const host = script && (await bundle([localise(script, pilot.url), ENDED].join('\n')));
  const tag = host ? '<script type="module" src="/host.js"></script>' : '';
  const origin = await serveSite(
    t,
    { '/': page.replace('</body>', `${tag}</body>`), '/host.js': host },
    { policy: null },
  );
  const opened = await openPage(t, origin, { allowed: [pilot.url] });
  await opened.page.route('**/api/**', async (route) => {
    const path = route.request().url().slice(origin.length);
    const url = pilot.url + path.replace(/^\/api(\/skranke)?/, '');
    // The test may end, and the page close, while an answer is under way.
    await route
      .fetch({ url })
      .then((response) => route.fulfill({ response }))
      .catch(() => undefined);
  });
  await opened.page.addInitScript(() => {
    // The host's own session, which the README's script asks.
    globalThis.session = { accessToken: () => 'pilot-company' };
  });
  const recorded = await recordEvents(opened.page);
  await opened.page.goto(origin);
  return { pilot, ...opened, ...recorded };
}

/** As a host's bundler would, with the package found by its name. */
async function bundle(code) {
  const { outputFiles } = await build({
    stdin: { contents: code, resolveDir: ROOT },
    bundle: true,
    write: false,
    format: 'esm',
    external: ['/dist/*'],
    logLevel: 'silent',
  });
  return outputFiles[0].text;
}

const LIST = '<skranke-deadline-list backend-url="/api"></skranke-deadline-list>';
/** An element with an id is a variable of the page's scripts. */
const PICKER = '<skranke-contact-point-picker id="picker" backend-url="/api"></skranke-contact-point-picker>';

async function runPage(t, { code }) {
  const integrity = JSON.parse(read('dist/cdn/integrity.json'));
  const file = /skranke-\d+\.\d+\.\d+\.js/.exec(code)?.[0];
  if (file) assert.equal(file, `skranke-${VERSION}.js`, 'the version in the docs is this one');
  const html = code.replace('sha384-…', integrity[`skranke-${VERSION}.js`]);
  const isPage = code.includes('<script');
  const kit = isPage ? '' : '<script type="module" src="/dist/cdn/skranke.js"></script>';
  const list = code.includes('<skranke-') ? '' : LIST;
  const { problems, warnings, waitForEvent } = await openSnippet(t, { html: kit + html + list });
  await waitForEvent('skranke-ready');
  assert.deepEqual([...problems, ...warnings], []);
}

/** The pilot in a service worker, and an element that only the snippet's own configuration leads to it. */
async function runInServiceWorker(t, { code }) {
  const origin = await serveSite(
    t,
    {
      '/': hostPage({
        body: '<skranke-deadline-list></skranke-deadline-list><script type="module" src="/host.js"></script>',
      }),
      '/host.js': await bundle(code),
      '/mockServiceWorker.js': read('node_modules/msw/lib/mockServiceWorker.js'),
    },
    { policy: null },
  );
  const { page, problems, warnings } = await openPage(t, origin);
  const { waitForEvent } = await recordEvents(page);
  await page.goto(origin);
  await waitForEvent('skranke-ready');
  assert.deepEqual([...problems, ...warnings], []);
}

async function runScript(t, block) {
  const { code } = block;
  if (code.includes('skranke/mocks/browser')) {
    await runInServiceWorker(t, block);
    return;
  }
  const ofNode = /skranke\/mocks\/node/.test(code);
  if (ofNode) {
    const options = { cwd: ROOT, timeout: 20_000 };
    await run(process.execPath, ['--input-type=module', '--eval', code.replaceAll(': string', '')], options);
    return;
  }
  const isKit = /from '(skranke|https:\/\/cdn)/.test(code);
  const kit = isKit ? '' : '<script type="module" src="/dist/cdn/skranke.js"></script>';
  const html = kit + LIST + (/\bpicker\./.test(code) ? PICKER : '');
  const opened = await openSnippet(t, { html, script: code });
  const { page, problems, warnings, waitForEvent } = opened;
  await page.waitForFunction(() => globalThis.snippetEnded);
  await waitForEvent('skranke-ready', code.includes('watch(') ? 2 : 1);
  assert.deepEqual([...problems, ...warnings], []);
}

/** An excerpt of an example: the same lines, however they are indented. */
function isInAnExample({ code }) {
  const flat = (text) => text.replaceAll(/\s+/g, '');
  const files = filesBelow('examples').filter((path) => /\.(tsx?|vue|svelte|html|js)$/.test(path));
  return files.some((path) => flat(read(path)).includes(flat(code)));
}

/** @returns the address that a started pilot prints */
async function startCommand(t, args) {
  const child = spawn(process.execPath, [join(DIST, 'cli/skranke.mjs'), ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  t.after(() => child.kill('SIGKILL'));
  for await (const line of createInterface(child.stdout)) {
    const url = /http:\/\/127\.0\.0\.1:\d+/.exec(line)?.[0];
    if (url) return url;
  }
  throw new Error(`skranke ${args.join(' ')} did not start`);
}

/** `skranke check` as it stands there against the pilot; of another backend only whether it knows the options. */
async function runCheck(words, pilotUrl) {
  const cli = join(DIST, 'cli/skranke.mjs');
  const { stdout: help } = await run(process.execPath, [cli, 'check', '--help']);
  for (const option of words.filter((word) => word.startsWith('--')))
    assert.ok(help.includes(option), option);
  if (words[1] === 'http://localhost:4010')
    await run(process.execPath, [cli, ...words.map((word) => localise(word, pilotUrl))], { maxBuffer: 1e7 });
}

/** One command of a block; the pilot's port is a free one. */
async function runCommand(t, command, pilotUrl) {
  const [program, ...words] = command
    .replace(/\s+#.*$|\s+&$/, '')
    .trim()
    .split(/\s+/);
  if (program === 'curl') {
    await run('sh', ['-c', localise(command, pilotUrl).replace(/^curl/, 'curl -s --fail-with-body -g')]);
  } else if (program === 'npx' && words[0] === 'skranke' && words[1] === 'pilot') {
    await startCommand(
      t,
      words.slice(1).map((word) => (word === '4010' ? '0' : word)),
    );
  } else if (program === 'npx' && words[0] === 'skranke' && words[1] === 'check') {
    await runCheck(words.slice(1), pilotUrl);
  } else if (program === 'npx' && words[0] === 'msw') {
    const folder = mkdtempSync(join(tmpdir(), 'skranke-msw-'));
    t.after(() => rmSync(folder, { recursive: true }));
    writeFileSync(join(folder, 'package.json'), '{}');
    await run(process.execPath, [join(ROOT, 'node_modules/msw/cli/index.js'), ...words.slice(1)], {
      cwd: folder,
    });
    assert.ok(existsSync(join(folder, words[2], 'mockServiceWorker.js')), command);
  } else if (program === 'npm') {
    const script = { start: 'start', test: 'test' }[words[0]] ?? (words[0] === 'run' ? words[1] : undefined);
    if (script) assert.ok(script in MANIFEST.scripts, command);
    else assert.ok(['ci', 'install'].includes(words[0]), command);
  } else if (program === 'node' && words[0] === 'examples/proxy/serve.mjs') {
    assert.ok(existsSync(join(ROOT, words[0])), command);
  } else if (program === 'node' && words[0] === 'examples/serve.mjs') {
    assert.ok(exampleNames().includes(words[1]), command);
  } else assert.fail(`no test runs: ${command}`);
}

async function runShell(t, { code }) {
  const { url } = await startPilot(t);
  const commands = code
    .replaceAll('\\\n', ' ')
    .split('\n')
    .flatMap((line) => line.split(' && '));
  for (const command of commands.filter(Boolean)) await runCommand(t, command, url);
}

function checkHeader({ code }) {
  assert.equal(code.trim().replaceAll(/\s+/g, ' '), contentSecurityPolicy(['https://backend.example']));
}

/** What the rules of docs/styling.md ask for comes about: at a part, and in a state. */
async function runPartStyle(t, { code }) {
  const html = `<style>${code}</style><script type="module" src="/dist/cdn/skranke.js"></script>${LIST}`;
  const { page, pilot, waitForEvent } = await openSnippet(t, { html });
  await waitForEvent('skranke-ready');
  const list = page.locator('skranke-deadline-list');
  const spacing = await list
    .getByRole('heading', { level: 2 })
    .evaluate((heading) => getComputedStyle(heading).letterSpacing);
  assert.equal(spacing, '2px');
  assert.equal(await list.isVisible(), true);
  await pilot.control('scenario', { name: 'empty' });
  await page.reload();
  await waitForEvent('skranke-ready');
  assert.equal(await list.isVisible(), false);
}

/** The rule of the docs keeps the room: what stands below does not move. */
async function runStyle(t, block) {
  const { code } = block;
  if (code.includes('::part(')) {
    await runPartStyle(t, block);
    return;
  }
  const html = `<style>${code}</style><script type="module" src="/dist/cdn/skranke.js"></script>${LIST}<p id="below">Under</p>`;
  const { page, waitForEvent } = await openSnippet(t, { html });
  await waitForEvent('skranke-ready');
  const { height } = await page.locator('skranke-deadline-list').boundingBox();
  assert.ok(height >= 640);
}

const RUNNERS = {
  html: runPage,
  js: runScript,
  ts: runScript,
  sh: runShell,
  css: runStyle,
  text: (_, block) => checkHeader(block),
};

for (const block of FILES.flatMap(blocksOf)) {
  test(`${block.name} (${block.language})`, async (t) => {
    if (isInAnExample(block)) return;
    const runner = RUNNERS[block.language];
    assert.ok(runner, `no test runs this block:\n${block.code}`);
    await runner(t, block);
  });
}

test('a wrong hash blocks the script, and the fallback stays', async (t) => {
  const html = `<script type="module" src="/dist/cdn/skranke.js" integrity="sha384-${'A'.repeat(64)}"></script>
    <skranke-deadline-list><p>Ring 12 34 56 78.</p></skranke-deadline-list>`;
  const { page, problems } = await openSnippet(t, { html });
  assert.equal(await page.getByText('Ring 12 34 56 78.').isVisible(), true);
  assert.ok(problems.some((text) => text.includes('integrity')));
});

const sources = () =>
  filesBelow('components').filter(
    (path) => /\.ts$/.test(path) && !/\.test\.|\/testing\/|harness|fixtures/.test(path),
  );

test('the docs list every request, every code and every widget', () => {
  const docs = read('docs/embedding.md');
  const code = sources().map(read).join('\n');
  const paths = [...code.matchAll(/path: ['`](\/[^'`]*)['`]/g)].map(([, path]) => path);
  const texts = [...code.matchAll(/^ {2}errors: \{\n([\s\S]*?)^ {2}\},/gm)]
    .map(([, block]) => block)
    .join('');
  const codes = [
    ...[...texts.matchAll(/^ {4}'?([a-z-]+)'?: (?:say\(|\{)/gm)],
    ...code.matchAll(/(?:kind: '\w+', code: |#reportConfig\()'([a-z-]+)'/g),
  ].map(([, name]) => name);
  assert.ok(paths.length > 5 && codes.length > 15);
  const unlisted = [...new Set([...paths, ...codes, ...findWidgets()])].filter(
    (name) => !new RegExp(`[\`| ]${name.replaceAll(/[{}]/g, '\\$&')}[\`| ]`).test(docs),
  );
  assert.deepEqual(unlisted, []);
});
