/** Bundles each mocks/**\/*.test.ts into .tmp/mocks-tests/ and runs Node's test runner over them. Arguments: file name parts. */
import { spawnSync } from 'node:child_process';
import { readdirSync, rmSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const mocks = dirname(fileURLToPath(import.meta.url));
const root = dirname(mocks);
const outdir = join(root, '.tmp', 'mocks-tests');
const wanted = process.argv.slice(2);

const files = readdirSync(mocks, { recursive: true })
  .map(String)
  .filter((file) => file.endsWith('.test.ts'))
  .filter((file) => wanted.length === 0 || wanted.some((part) => file.includes(part)))
  .sort();
if (files.length === 0) {
  console.error('no test files');
  process.exit(2);
}

rmSync(outdir, { recursive: true, force: true });
await build({
  absWorkingDir: root,
  entryPoints: [...files.map((file) => join(mocks, file)), join(mocks, 'cli/skranke.ts')],
  outbase: mocks,
  outdir,
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  packages: 'external',
  sourcemap: 'inline',
  outExtension: { '.js': '.mjs' },
  logLevel: 'warning',
});

const bundles = files.map((file) => relative(root, join(outdir, file.replace(/\.ts$/, '.mjs'))));
const { status } = spawnSync(process.execPath, ['--enable-source-maps', '--test', ...bundles], {
  cwd: root,
  stdio: 'inherit',
});
process.exit(status ?? 1);
