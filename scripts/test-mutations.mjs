/**
 * `npm run test:mutations`: changes the models one place at a time, as Stryker does; the tests of the model must notice.
 * `-- --model TEXT` takes the models with the text in their path (may stand several times), `--write` renews their rows
 * in docs/trust.md, `--concurrency N` works in N browsers at once.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { format, resolveConfig } from 'prettier';
import { ModelRunner } from './lib/model-runner.mjs';
import { LEAST, MODELS } from './lib/mutation-models.mjs';
import { percent, reportOf, withRows } from './lib/mutation-report.mjs';
import { ROOT } from './lib/project.mjs';

const DOCUMENT = join(ROOT, 'docs/trust.md');

const { values: options } = parseArgs({
  options: {
    model: { type: 'string', multiple: true, default: [''] },
    write: { type: 'boolean', default: false },
    concurrency: { type: 'string', default: '1' },
  },
});

function tell(report) {
  const { model, all, timeouts, unknown, stale } = report;
  console.log(
    `${model}: ${percent(report).toFixed(1)} % of ${all}${timeouts ? `, ${timeouts} by time-out` : ''}`,
  );
  for (const line of unknown) console.log(`  not noticed: ${line}`);
  for (const line of stale) console.log(`  is noticed now, or not there: ${line}`);
}

const isGood = (report) =>
  percent(report) >= LEAST && report.unknown.length === 0 && report.stale.length === 0;

const reports = [];
const waiting = Object.entries(MODELS).filter(([model]) =>
  options.model.some((text) => model.includes(text)),
);

async function work() {
  const runner = new ModelRunner();
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    const [model, { tests, left }] = next;
    const report = reportOf(model, await runner.run(model, tests), left);
    tell(report);
    reports.push(report);
  }
  await runner.close();
}

await Promise.all(Array.from({ length: Number(options.concurrency) }, work));
if (options.write) {
  const text = withRows(readFileSync(DOCUMENT, 'utf8'), reports);
  writeFileSync(DOCUMENT, await format(text, { ...(await resolveConfig(DOCUMENT)), filepath: DOCUMENT }));
}
const sum = (of) => reports.reduce((total, report) => total + of(report), 0);
const total = { noticed: sum(({ noticed }) => noticed), all: sum(({ all }) => all) };
console.log(
  `Mutations: ${total.noticed} of ${total.all} noticed in ${reports.length} models, ${percent(total).toFixed(1)} % (at least ${LEAST} in each).`,
);
const bad = reports.filter((report) => !isGood(report)).map(({ model }) => model);
if (bad.length > 0 || reports.length === 0) {
  console.error(`Below ${LEAST} %, or not explained: ${bad.join(', ') || 'no model'}`);
  process.exitCode = 1;
}
