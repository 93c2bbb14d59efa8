/**
 * `npm run test:coverage`: lines of components, of which at least 90 % are run in the browser, branches of each model
 * without DOM, at least 95 %, and lines of the pilot, at least 90 % in Node. `--no-run` reads what the last run left.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { percent, readLcov } from './lib/coverage.mjs';
import { COUNTS, forgetCounts, mocksCoverage } from './lib/mocks-coverage.mjs';
import { MODELS } from './lib/mutation-models.mjs';
import { ROOT } from './lib/project.mjs';

const LINES = 90;
const BRANCHES = 95;
const LCOV = join(ROOT, 'coverage/lcov.info');

const MODEL_FILES = Object.keys(MODELS).map((model) => `components/${model}.ts`);

function run(args, env = {}) {
  const { status } = spawnSync(process.execPath, args, {
    cwd: ROOT,
    stdio: 'inherit',
    env: { ...process.env, ...env },
  });
  if (status !== 0) process.exitCode = 1;
}

if (!process.argv.includes('--no-run')) {
  rmSync(LCOV, { force: true });
  run(['scripts/test-unit.mjs', '--coverage']);
  forgetCounts();
  run(['mocks/run-tests.mjs'], { NODE_V8_COVERAGE: COUNTS });
}

/** A model that no test loads. */
const NOT_RUN = { lines: new Map([[1, 0]]), branches: new Map([['1', 0]]) };
const failures = [];

function check(name, value, least) {
  if (value < least) failures.push(name);
  return `${name} ${value.toFixed(1)} % (at least ${least})`;
}

/** The files below the mark, so that it is seen where tests lack. */
function weakest(files, kind, least) {
  const weak = [...files].filter(([, file]) => percent([file], kind) < least);
  for (const [path, file] of weak) console.log(`  ${path}: ${percent([file], kind).toFixed(1)} % of ${kind}`);
  return weak.map(([path]) => path);
}

if (!existsSync(LCOV)) throw new Error('The browser left no coverage.');
const components = readLcov(LCOV);
const models = new Map(MODEL_FILES.map((path) => [path, components.get(path) ?? NOT_RUN]));
weakest(components, 'lines', LINES);
failures.push(...weakest(models, 'branches', BRANCHES));
const pilot = await mocksCoverage();
for (const [path, value] of pilot.files) {
  if (value < LINES) console.log(`  ${path}: ${value.toFixed(1)} % of lines`);
}
const parts = [
  check('lines of the pilot', pilot.percent, LINES),
  check('lines of components', percent([...components.values()], 'lines'), LINES),
  check('branches of the models', percent([...models.values()], 'branches'), BRANCHES),
];
console.log(`Coverage: ${parts.join(', ')}.`);
if (failures.length > 0) {
  console.error(`Too little: ${failures.join(', ')}`);
  process.exitCode = 1;
}
