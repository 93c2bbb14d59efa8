/**
 * `npm run test:unit`: bundles the tests that run in the browser into `.tmp/unit-…` and runs Web Test Runner over them;
 * as hundreds of single modules a file they take three times as long. `--files GLOB…` picks some. Further options go on to
 * Web Test Runner; with `--coverage` nothing is bundled, so that the report names the sources.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { globSync } from 'tinyglobby';
import { ROOT, VERSION } from './lib/project.mjs';

/** Each run has its own, so that two can go on at once. */
const FOLDER = `.tmp/unit-${process.pid}`;
const ALL = ['components/**/*.test.ts', 'stories/**/*.test.ts'];

function readArguments(args) {
  const at = args.indexOf('--files');
  if (at < 0) return { globs: ALL, rest: args };
  const after = args.slice(at + 1);
  const end = after.findIndex((arg) => arg.startsWith('--'));
  const globs = end < 0 ? after : after.slice(0, end);
  return { globs, rest: [...args.slice(0, at), ...(end < 0 ? [] : after.slice(end))] };
}

/** A test that loads a second copy of a module by its address needs the modules as they are. */
const needsModules = (file) => readFileSync(join(ROOT, file), 'utf8').includes('import.meta.url');

async function bundle(files) {
  const outdir = join(ROOT, FOLDER);
  if (files.length === 0) return [];
  await build({
    absWorkingDir: ROOT,
    entryPoints: files,
    outdir,
    outbase: '.',
    bundle: true,
    splitting: true,
    // Test widgets register themselves; the package's `sideEffects` says that nothing but define files does.
    ignoreAnnotations: true,
    format: 'esm',
    target: 'es2022',
    conditions: ['browser', 'production'],
    sourcemap: 'linked',
    // WTR's own modules must stay the one copy that its page has.
    external: ['@web/test-runner-commands'],
    define: { __SKRANKE_VERSION__: JSON.stringify(VERSION), 'process.env.NODE_ENV': '"production"' },
    logLevel: 'warning',
  });
  return files.map((file) => `${FOLDER}/${file.replace(/\.ts$/, '.js')}`);
}

const { globs, rest } = readArguments(process.argv.slice(2));
const files = globSync(globs, { cwd: ROOT }).sort();
if (files.length === 0) {
  console.error(`No test file fits ${globs.join(' ')}.`);
  process.exit(2);
}
const whole = rest.includes('--coverage') ? files : files.filter(needsModules);
const bundled = await bundle(files.filter((file) => !whole.includes(file)));
const { status } = spawnSync('npx', ['wtr', ...rest, '--files', ...bundled, ...whole], {
  cwd: ROOT,
  stdio: 'inherit',
});
rmSync(join(ROOT, FOLDER), { recursive: true, force: true });
process.exit(status ?? 1);
