/**
 * Writes `dist/` (contract, section 1). `--only cdn,cli` writes a part of it.
 * The same sources give the same bytes.
 */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs, promisify } from 'node:util';
import { build as esbuild } from 'esbuild';
import { buildKit, buildLibrary, buildLoader, libraryEntries } from './lib/bundles.mjs';
import { checkExports } from './lib/exports.mjs';
import { editorData } from './lib/host/editor-data.mjs';
import { frameworkTypes } from './lib/host/framework-types.mjs';
import { readWidgets } from './lib/host/widget-model.mjs';
import { licencesOf } from './lib/licences.mjs';
import { makeSbom } from './lib/sbom.mjs';
import { DIST, filesBelow, ROOT, VERSION } from './lib/project.mjs';

const run = promisify(execFile);
const CDN = join(DIST, 'cdn');

const writeJson = (path, data) => writeFileSync(path, `${JSON.stringify(data, null, 2)}\n`);

async function cdn() {
  rmSync(CDN, { recursive: true, force: true });
  const outputs = [...(await buildKit(CDN)), ...(await buildLoader(CDN))];
  copyFileSync(join(CDN, 'skranke.js'), join(CDN, `skranke-${VERSION}.js`));
  const scripts = filesBelow('dist/cdn').map((path) => path.slice('dist/cdn/'.length));
  const sri = (file) =>
    `sha384-${createHash('sha384')
      .update(readFileSync(join(CDN, file)))
      .digest('base64')}`;
  writeJson(join(CDN, 'integrity.json'), Object.fromEntries(scripts.map((file) => [file, sri(file)])));
  const modules = outputs.flatMap((chunk) => chunk.moduleIds ?? []);
  writeFileSync(join(CDN, 'THIRD-PARTY-LICENSES.txt'), `${licencesOf(modules)}\n`);
}

const NODE_BUNDLE = { bundle: true, platform: 'node', target: 'node20', format: 'esm', metafile: true };

const PAGE_BUNDLE = {
  absWorkingDir: ROOT,
  bundle: true,
  platform: 'browser',
  target: 'es2022',
  format: 'esm',
  minify: true,
  legalComments: 'none',
  metafile: true,
  define: { 'process.env.NODE_ENV': '"production"' },
};

async function cli() {
  const folder = join(DIST, 'cli');
  rmSync(folder, { recursive: true, force: true });
  const { metafile } = await esbuild({
    ...NODE_BUNDLE,
    absWorkingDir: ROOT,
    entryPoints: ['mocks/cli/skranke.ts'],
    outfile: 'dist/cli/skranke.mjs',
    // Some of msw's dependencies are CommonJS and ask for Node's modules by require().
    banner: {
      js: "#!/usr/bin/env node\nimport { createRequire as skrankeRequire } from 'node:module';\nconst require = skrankeRequire(import.meta.url);",
    },
    legalComments: 'none',
  });
  chmodSync(join(folder, 'skranke.mjs'), 0o755);
  writeFileSync(join(folder, 'THIRD-PARTY-LICENSES.txt'), `${licencesOf(Object.keys(metafile.inputs))}\n`);
}

/** The pilot's console: one page for `skranke pilot`, one for static hosts with the pilot in a service worker. */
async function pilot() {
  const folder = join(DIST, 'pilot');
  rmSync(folder, { recursive: true, force: true });
  const { metafile } = await esbuild({
    ...PAGE_BUNDLE,
    entryPoints: { http: 'console/http.ts', static: 'console/static.ts' },
    outdir: 'dist/pilot',
  });
  const page = readFileSync(join(ROOT, 'console/page.html'), 'utf8');
  for (const [file, entry] of [
    ['http.html', 'http'],
    ['index.html', 'static'],
  ])
    writeFileSync(join(folder, file), page.replace('ENTRY', entry));
  copyFileSync(join(ROOT, 'console/page.css'), join(folder, 'page.css'));
  copyFileSync(join(ROOT, 'node_modules/msw/lib/mockServiceWorker.js'), join(folder, 'mockServiceWorker.js'));
  writeFileSync(join(folder, 'THIRD-PARTY-LICENSES.txt'), `${licencesOf(Object.keys(metafile.inputs))}\n`);
}

/** Declarations for the entries and what they import, and for nothing else. */
async function declarations() {
  const project = join(ROOT, '.tmp/tsconfig.declarations.json');
  writeJson(project, {
    extends: '../tsconfig.json',
    compilerOptions: {
      noEmit: false,
      declaration: true,
      emitDeclarationOnly: true,
      rootDir: ROOT,
      outDir: DIST,
      types: ['node'],
      typeRoots: [join(ROOT, 'node_modules/@types')],
    },
    include: [],
    files: [...libraryEntries(), join(ROOT, 'components/globals.d.ts')],
  });
  await run('npx', ['tsc', '-p', project], { cwd: ROOT });
}

async function library() {
  for (const part of ['components', 'helpers', 'mocks']) {
    rmSync(join(DIST, part), { recursive: true, force: true });
  }
  await Promise.all([buildLibrary(), declarations()]);
  if (existsSync(join(ROOT, 'themes')))
    cpSync(join(ROOT, 'themes'), join(DIST, 'themes'), { recursive: true });
}

function themes() {
  rmSync(join(DIST, 'themes'), { recursive: true, force: true });
  cpSync(join(ROOT, 'themes'), join(DIST, 'themes'), { recursive: true });
}

async function manifest() {
  await run('npx', ['cem', 'analyze', '--config', 'custom-elements-manifest.config.mjs'], { cwd: ROOT });
}

async function openapi() {
  const outfile = join(ROOT, '.tmp/openapi.mjs');
  await esbuild({ ...NODE_BUNDLE, absWorkingDir: ROOT, entryPoints: ['mocks/contract/openapi.ts'], outfile });
  const { buildOpenApi } = await import(`${pathToFileURL(outfile)}?${Date.now()}`);
  writeJson(join(DIST, 'openapi.json'), buildOpenApi(VERSION));
}

/** Made from the licence files of `cdn` and `cli`. */
function sbom() {
  const licences = (folder) => readFileSync(join(DIST, folder, 'THIRD-PARTY-LICENSES.txt'), 'utf8');
  writeJson(join(DIST, 'sbom.cdx.json'), makeSbom({ cdn: licences('cdn'), cli: licences('cli') }));
}

/** Types for frameworks and data for editors, from the manifest that was written before. */
function hosts() {
  const widgets = readWidgets();
  for (const folder of ['types', 'angular']) rmSync(join(DIST, folder), { recursive: true, force: true });
  for (const [path, text] of Object.entries(frameworkTypes(widgets))) {
    mkdirSync(dirname(join(DIST, path)), { recursive: true });
    writeFileSync(join(DIST, path), text);
  }
  for (const [path, data] of Object.entries(editorData(widgets))) writeJson(join(DIST, path), data);
}

const PARTS = { library, themes, cdn, cli, pilot, manifest, hosts, openapi, sbom };

async function main() {
  const { values } = parseArgs({ options: { only: { type: 'string' } } });
  const names = values.only?.split(',') ?? Object.keys(PARTS);
  for (const folder of [DIST, join(ROOT, '.tmp')]) mkdirSync(folder, { recursive: true });
  for (const name of names) {
    const started = performance.now();
    await PARTS[name]();
    console.log(`${name.padEnd(10)} ${((performance.now() - started) / 1000).toFixed(1)} s`);
  }
  if (!values.only) checkExports();
}

main().catch((error) => {
  console.error(error.stdout || error.stack || error);
  process.exitCode = 1;
});
