/**
 * `npm run test:browsers`: the element tests in every engine that is found on the machine, as a table engine × test file.
 * `-- --files GLOB…` picks some.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { findEngines } from './lib/engines.mjs';
import { ROOT } from './lib/project.mjs';

const FILES = ['components/**/*.test.ts', 'stories/**/*.test.ts'];

const own = process.argv.slice(2);
const args = own.length > 0 ? own : ['--files', ...FILES];

function runEngine(name) {
  const results = join(ROOT, `.tmp/engine-${name}.json`);
  mkdirSync(join(ROOT, '.tmp'), { recursive: true });
  rmSync(results, { force: true });
  const { status } = spawnSync(process.execPath, ['scripts/test-unit.mjs', ...args], {
    cwd: ROOT,
    stdio: 'inherit',
    env: { ...process.env, TEST_ENGINE: name, TEST_RESULTS: results },
  });
  if (status !== 0) process.exitCode = 1;
  return existsSync(results) ? JSON.parse(readFileSync(results, 'utf8')) : {};
}

const cell = (result) =>
  result
    ? `${result.passed} ok${result.failed > 0 || !result.isWhole ? `, ${result.failed} FAILED` : ''}`
    : 'not run';

const engines = findEngines();
const columns = engines.filter(({ run }) => run).map(({ name }) => [name, runEngine(name)]);
const files = [...new Set(columns.flatMap(([, results]) => Object.keys(results)))].sort();
const width = Math.max(...files.map((file) => file.length), 9);
console.log(`\n${'test file'.padEnd(width)}  ${columns.map(([name]) => name.padEnd(18)).join('')}`);
for (const file of files)
  console.log(
    `${file.padEnd(width)}  ${columns.map(([, results]) => cell(results[file]).padEnd(18)).join('')}`,
  );
for (const { name, why } of engines.filter(({ run }) => !run)) console.log(`${name}: ${why}`);
const sums = columns.map(([name, results]) => {
  const passed = Object.values(results).reduce((sum, result) => sum + result.passed, 0);
  return `${name} ${passed} passed`;
});
console.log(
  `Engines: ${[...sums, ...engines.filter(({ run }) => !run).map(({ name }) => `${name} not run`)].join(', ')}.`,
);
