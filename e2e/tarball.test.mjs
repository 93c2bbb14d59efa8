/**
 * The package as npm would publish it, in an empty folder: `npm pack`, unpacked, with its dependencies linked from
 * here. Run `npm run build` first.
 */
import assert from 'node:assert/strict';
import { execFile, spawn } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import test, { after, before } from 'node:test';
import { promisify } from 'node:util';
import { publint } from 'publint';
import { DIST, filesBelow, findWidgets, MANIFEST, ROOT } from '../scripts/lib/project.mjs';

const run = promisify(execFile);
const DEPENDENCIES = Object.keys(MANIFEST.dependencies);

let packed;

async function pack() {
  const folder = mkdtempSync(join(tmpdir(), 'skranke-pack-'));
  const { stdout } = await run('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder], {
    cwd: ROOT,
    maxBuffer: 10_000_000,
  });
  const [{ filename, files }] = JSON.parse(stdout);
  await run('tar', ['-xzf', filename], { cwd: folder });
  return { folder, content: join(folder, 'package'), files: files.map(({ path }) => path) };
}

before(async () => {
  packed = await pack();
});

after(() => packed && rmSync(packed.folder, { recursive: true }));

/** A folder with nothing in it but the package and those packages that are named. */
function makeConsumer(t, packages = []) {
  const folder = mkdtempSync(join(tmpdir(), 'skranke-host-'));
  t.after(() => rmSync(folder, { recursive: true }));
  const link = (name, target) => {
    const path = join(folder, 'node_modules', name);
    mkdirSync(dirname(path), { recursive: true });
    symlinkSync(target, path, 'dir');
  };
  link('skranke', packed.content);
  // A dependency is looked for from where the package really lies.
  const beside = join(packed.folder, 'node_modules');
  rmSync(beside, { recursive: true, force: true });
  for (const name of [...DEPENDENCIES, ...packages]) {
    mkdirSync(dirname(join(beside, name)), { recursive: true });
    symlinkSync(join(ROOT, 'node_modules', name), join(beside, name), 'dir');
    link(name, join(ROOT, 'node_modules', name));
  }
  writeFileSync(join(folder, 'package.json'), '{"type": "module", "private": true}');
  return folder;
}

async function runModule(folder, code) {
  writeFileSync(join(folder, 'host.mjs'), code);
  const { stdout, stderr } = await run(process.execPath, ['host.mjs'], { cwd: folder });
  return { stdout: stdout.trim(), stderr };
}

const NAMES = findWidgets();
const CLASSES = ['skranke', 'skranke/testing', ...NAMES.map((name) => `skranke/${name}`)];
const DEFINES = ['skranke/define', ...NAMES.map((name) => `skranke/${name}/define`)];

test('the package holds what is built, its docs and nothing else', () => {
  const strange = packed.files.filter(
    (path) => !/^(dist|docs)\//.test(path) && !['package.json', 'README.md', 'LICENSE'].includes(path),
  );
  assert.deepEqual(strange, []);
  assert.deepEqual(
    packed.files.filter((path) => /\.test\.|fixtures|coverage/.test(path)),
    [],
  );
});

/** Where the links and pictures of a page lead, as paths in the package. */
function relativeLinks(page) {
  const text = readFileSync(join(packed.content, page), 'utf8').replaceAll(/^```[^]*?^```|`[^`\n]*`/gm, '');
  return [...text.matchAll(/\]\(([^)\s]+)\)|^\[[^\]]+\]: (\S+)|\b(?:src|href)="([^"]+)"/gm)]
    .map(([, inline, reference, html]) => inline ?? reference ?? html)
    .filter((link) => !/^(#|[a-z]+:)/.test(link))
    .map((link) => join(dirname(page), link.split('#')[0]));
}

test('every relative link of the README and the docs leads to what is in the package', () => {
  const pages = packed.files.filter((path) => path.endsWith('.md'));
  const links = pages.flatMap((page) => relativeLinks(page).map((path) => ({ page, path })));
  const dead = links.filter(({ path }) => !existsSync(join(packed.content, path)));
  assert.deepEqual(
    dead.map(({ page, path }) => `${page}: ${path}`),
    [],
  );
  assert.ok(links.length > 30);
});

test('publint has nothing to say', async () => {
  const { messages } = await publint({ pkgDir: packed.content, pack: false, strict: true });
  assert.deepEqual(messages, []);
});

test('every export leads to a file', async (t) => {
  const folder = makeConsumer(t, ['msw']);
  const themes = filesBelow('themes').map((path) => `skranke/${path}`);
  const paths = Object.keys(MANIFEST.exports)
    .filter((path) => !path.includes('*'))
    .map((path) => join('skranke', path));
  const { stdout } = await runModule(
    folder,
    `const paths = ${JSON.stringify([...paths, ...themes])};
     console.log(JSON.stringify(paths.map((path) => import.meta.resolve(path))));`,
  );
  for (const url of JSON.parse(stdout)) assert.ok(existsSync(new URL(url)), url);
});

test('on a server every element module loads, registers nothing and prints nothing', async (t) => {
  const folder = makeConsumer(t);
  const { stdout, stderr } = await runModule(
    folder,
    `for (const path of ${JSON.stringify(CLASSES)}) await import(path);
     // Lit brings a registry of its own to a server.
     console.log(${JSON.stringify(NAMES)}.some((name) => globalThis.customElements?.get('skranke-' + name)));
     for (const path of ${JSON.stringify(DEFINES)}) await import(path);
     console.log(typeof document);`,
  );
  assert.equal(stdout, 'false\nundefined');
  assert.equal(stderr, '');
});

test('the pilot answers in a test process, with msw from the host', async (t) => {
  const folder = makeConsumer(t, ['msw']);
  const { stdout } = await runModule(
    folder,
    `import { setupPilot } from 'skranke/mocks/node';
     import { scenarioNames } from 'skranke/mocks';
     const pilot = setupPilot({ baseUrl: 'https://portal.test/api' });
     pilot.listen();
     const { totalElements } = await (await fetch('https://portal.test/api/activities?type=frist')).json();
     pilot.close();
     console.log(totalElements > 0, pilot.requests().length, scenarioNames.includes('offline'));`,
  );
  assert.equal(stdout, 'true 1 true');
});

test('the command runs the pilot with no package around it, msw least of all', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'skranke-bin-'));
  t.after(() => rmSync(folder, { recursive: true }));
  rmSync(join(packed.folder, 'node_modules'), { recursive: true, force: true });
  const child = spawn(join(packed.content, MANIFEST.bin.skranke), ['pilot', '--port', '0'], { cwd: folder });
  t.after(() => child.kill('SIGKILL'));
  let url;
  for await (const line of createInterface(child.stdout)) {
    url = /http:\/\/127\.0\.0\.1:\d+/.exec(line)?.[0];
    if (url) break;
  }
  const answer = await (await fetch(url)).json();
  assert.deepEqual(answer, { environment: 'test', version: MANIFEST.version });
});

/** What a host writes, checked strictly; each line with an error is one that must be refused. */
const HOST_CODE = `
import { configure, createBackendClient, SkrankeDeadlineList, type BackendClient } from 'skranke';
import 'skranke/define';
import 'skranke/deadline-list/define';

configure({ backendUrl: '/api', getToken: async ({ refresh }) => (refresh ? null : 'token'), lang: 'da' });
const client: BackendClient = createBackendClient({ backendUrl: '/api', timeoutMs: 1000 });
const list: SkrankeDeadlineList = document.createElement('skranke-deadline-list');
list.client = client;
list.filter = 'overdue';
list.messages = { heading: 'Frister', awaiting: (count) => String(count) };
list.addEventListener('skranke-activity-opened', ({ detail }) => detail.id.length + detail.type.length);
list.addEventListener('skranke-error', ({ detail }) => detail.kind === 'network' && detail.retryable);
list.addEventListener('skranke-auth-required', ({ detail }) => detail.retry());

// @ts-expect-error: no such setting
configure({ backendURL: '/api' });
// @ts-expect-error: no such filter
list.filter = 'late';
// @ts-expect-error: no such detail
list.addEventListener('skranke-activity-opened', ({ detail }) => detail.title);
`;

const WIDGETS = JSON.parse(readFileSync(join(DIST, 'custom-elements.json'), 'utf8'))
  .modules.flatMap(({ declarations }) => declarations)
  .filter(({ tagName }) => tagName);

/** `name: SkrankeReadyEvent` by widget: what the kit adds to the events of a page. */
const EVENTS = WIDGETS.map(({ tagName, events }) => ({
  tagName,
  events: events.filter(({ name }) => name.startsWith('skranke-')),
}));

/** The events of the docs, listened for where hosts do: on the element and on all that is around it. */
const EVENT_CODE = `
${[
  ...new Set(
    EVENTS.flatMap(({ events }) => events.map(({ type }) => `import type { ${type.text} } from 'skranke';`)),
  ),
].join('\n')}

const { body } = document;
const div = document.createElement('div');
const shadow = div.attachShadow({ mode: 'open' });
${EVENTS.flatMap(({ tagName, events }, index) => [
  `const widget${index} = document.createElement('${tagName}');`,
  ...events.flatMap(({ name, type }) =>
    ['window', 'document', 'body', 'div', 'shadow', `widget${index}`].map(
      (target) => `${target}.addEventListener('${name}', (event) => { event satisfies ${type.text}; });`,
    ),
  ),
]).join('\n')}
document.addEventListener('click', ({ clientX }) => clientX);
document.addEventListener('of-the-host', (event) => { event satisfies Event; });
// @ts-expect-error: no such detail
document.addEventListener('skranke-ready', ({ detail }) => detail.done);
// @ts-expect-error: no such detail
shadow.addEventListener('skranke-activity-opened', ({ detail }) => detail.title);
`;

/** The snippets of the docs that listen: they hold in TypeScript as they stand. */
const LISTENING = [...readFileSync(join(ROOT, 'docs/embedding.md'), 'utf8').matchAll(/^```js\n([^]*?)^```/gm)]
  .map(([, code]) => code)
  .filter((code) => code.includes('document.addEventListener('))
  .map((code) => `{\n${code}\n}`)
  .join('\n');

const PILOT_CODE = `
import { createPilot, type Pilot } from 'skranke/mocks';
import { setupPilot } from 'skranke/mocks/node';
import { startPilot } from 'skranke/mocks/browser';

const pilots: Pilot[] = [createPilot(), setupPilot({ clock: '2026-11-22T10:00:00+01:00' })];
void startPilot({ serviceWorkerUrl: '/mockServiceWorker.js' });
pilots[0]?.setScenario('offline');
// @ts-expect-error: no such scenario
pilots[0]?.setScenario('no-such');
`;

/** The kit's own declarations are checked too; msw's are not ours. */
for (const [name, { code, ...options }] of Object.entries({
  'the kit with a bundler': {
    code: HOST_CODE + EVENT_CODE + LISTENING,
    module: 'ESNext',
    moduleResolution: 'Bundler',
    skipDefaultLibCheck: true,
  },
  'kit and pilot in Node': {
    code: HOST_CODE + EVENT_CODE + LISTENING + PILOT_CODE,
    module: 'NodeNext',
    moduleResolution: 'NodeNext',
    skipLibCheck: true,
  },
})) {
  test(`the types hold in a strict project: ${name}`, { timeout: 120_000 }, async (t) => {
    const folder = makeConsumer(t, ['msw']);
    writeFileSync(join(folder, 'host.ts'), code);
    const compilerOptions = {
      ...options,
      target: 'ES2022',
      lib: ['ES2022', 'DOM', 'DOM.Iterable'],
      strict: true,
      exactOptionalPropertyTypes: true,
      noEmit: true,
      types: [],
    };
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: ['host.ts'] }));
    const tsc = join(ROOT, 'node_modules/typescript/bin/tsc');
    const { stdout } = await run(process.execPath, [tsc, '-p', folder], { cwd: folder }).catch(
      (error) => error,
    );
    assert.equal(stdout, '');
  });
}
