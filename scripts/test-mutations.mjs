/**
 * `npm run test:mutations`: Stryker changes the models one place at a time; the tests of the model must notice.
 * `-- --model TEXT` takes the models with the text in their path (may stand several times), `--write` renews their rows
 * in docs/trust.md, `--concurrency N` works in N browsers at once.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Stryker } from '@stryker-mutator/core';
import { format, resolveConfig } from 'prettier';
import { MODELS } from './lib/mutation-models.mjs';
import { percent, reportOf, withRows } from './lib/mutation-report.mjs';
import { ROOT } from './lib/project.mjs';

/** Percent of a model's mutants that must be noticed. */
const LEAST = 90;
const RUNNER = join(ROOT, 'scripts/lib/model-runner.mjs');
const DOCUMENT = join(ROOT, 'docs/trust.md');

const { values: options } = parseArgs({
  options: {
    model: { type: 'string', multiple: true, default: [''] },
    write: { type: 'boolean', default: false },
    concurrency: { type: 'string', default: '1' },
  },
});

/** @returns what became of each mutant: `status`, `location`, `mutatorName`, `replacement` */
function mutate(model, tests) {
  const stryker = new Stryker({
    mutate: [`components/${model}.ts`],
    plugins: [RUNNER],
    testRunner: 'models',
    modelTests: tests.map((path) => `components/${path}.test.ts`),
    coverageAnalysis: 'perTest',
    ignorePatterns: ['**', '!components/**', '!mocks/**', '!stories/**', '!*.json'],
    tempDirName: '.tmp/stryker',
    concurrency: Number(options.concurrency),
    timeoutMS: 5_000,
    reporters: [],
    warnings: false,
    logLevel: 'error',
    allowConsoleColors: false,
  });
  return stryker.runMutationTest();
}

/** @returns whether the model is as well tested as it must be */
function tell(report) {
  const { model, all, unknown, stale } = report;
  console.log(`${model}: ${percent(report).toFixed(1)} % of ${all}`);
  for (const line of unknown) console.log(`  not noticed: ${line}`);
  for (const line of stale) console.log(`  is noticed now, or not there: ${line}`);
  return percent(report) >= LEAST && unknown.length === 0 && stale.length === 0;
}

const reports = [];
const bad = [];
for (const [model, { tests, left }] of Object.entries(MODELS)) {
  if (!options.model.some((text) => model.includes(text))) continue;
  const report = reportOf(model, await mutate(model, tests), left);
  reports.push(report);
  if (!tell(report)) bad.push(model);
}
if (options.write) {
  const text = withRows(readFileSync(DOCUMENT, 'utf8'), reports);
  writeFileSync(DOCUMENT, await format(text, { ...(await resolveConfig(DOCUMENT)), filepath: DOCUMENT }));
}
const sum = (of) => reports.reduce((total, report) => total + of(report), 0);
const total = { noticed: sum(({ noticed }) => noticed), all: sum(({ all }) => all) };
console.log(
  `Mutations: ${total.noticed} of ${total.all} noticed in ${reports.length} models, ${percent(total).toFixed(1)} % (at least ${LEAST} in each).`,
);
if (bad.length > 0 || reports.length === 0) {
  console.error(`Below ${LEAST} %, or not explained: ${bad.join(', ') || 'no model'}`);
  process.exitCode = 1;
}
