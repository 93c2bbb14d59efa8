/** `npm run new-widget`: what it writes passes the checks of types and of lint. In a copy of the project. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';
import { ROOT } from '../scripts/lib/project.mjs';

const COPIED = [
  'components',
  'stories',
  'mocks',
  'scripts',
  'tsconfig.json',
  'eslint.config.js',
  '.prettierrc',
];

function copyProject(t) {
  const copy = mkdtempSync(join(tmpdir(), 'skranke-new-widget-'));
  t.after(() => rmSync(copy, { recursive: true, force: true }));
  for (const name of [...COPIED, 'package.json'])
    cpSync(join(ROOT, name), join(copy, name), { recursive: true });
  symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'));
  return copy;
}

function run(copy, ...command) {
  const { status, stdout, stderr } = spawnSync(process.execPath, command, { cwd: copy, encoding: 'utf8' });
  return { status, output: stdout + stderr };
}

test('a new widget passes the checks', { timeout: 180_000 }, (t) => {
  const copy = copyProject(t);
  const made = run(copy, 'scripts/new-widget.mjs', 'permit-list');
  assert.equal(made.status, 0, made.output);
  const files = made.output.match(/^(components|stories)\/.*permit-list.*\.ts$/gm);
  assert.equal(files.length, 11, made.output);
  const { exports } = JSON.parse(readFileSync(join(copy, 'package.json'), 'utf8'));
  assert.ok('./permit-list' in exports && './permit-list/define' in exports);
  for (const entry of ['index', 'define', 'testing'])
    assert.match(readFileSync(join(copy, `components/${entry}.ts`), 'utf8'), /permit-list/);
  const storyModules = readFileSync(join(copy, 'stories/story-modules.ts'), 'utf8');
  assert.match(storyModules, /from '.\/permit-list.stories.js'[^]*'permit-list': permitList,/);

  const globals = ['components/globals.d.ts', 'components/testing.ts', 'components/index.ts'];
  // Only what is new: the rest is checked elsewhere.
  const settings = join(copy, 'tsconfig.json');
  const { compilerOptions } = JSON.parse(readFileSync(settings, 'utf8'));
  writeFileSync(settings, JSON.stringify({ compilerOptions, files: [...files, ...globals] }));
  const types = run(copy, 'node_modules/typescript/bin/tsc', '-p', 'tsconfig.json');
  assert.equal(types.status, 0, types.output);
  const lint = run(copy, 'node_modules/eslint/bin/eslint.js', '--max-warnings', '0', ...files);
  assert.equal(lint.status, 0, lint.output);
  const format = run(copy, 'node_modules/prettier/bin/prettier.cjs', '--check', ...files, 'package.json');
  assert.equal(format.status, 0, format.output);

  const again = run(copy, 'scripts/new-widget.mjs', 'permit-list');
  assert.equal(again.status, 1);
});
