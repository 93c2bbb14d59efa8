/**
 * `npm run test:faults`, `test:properties`, `test:leaks`: runs one part of `trust/` in the browser and prints what was
 * covered. `--write` renews the document that is made from the results; without it, the document is checked.
 * `--runs N` and `--seed N` are for the properties.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { format, resolveConfig } from 'prettier';
import { faultMatrix, summaries } from './lib/trust-reports.mjs';
import { ROOT } from './lib/project.mjs';
import { RESULTS } from './lib/trust-plugin.mjs';

/** A part may leave a document behind. */
const DOCUMENTS = { faults: { path: 'docs/fault-matrix.md', make: faultMatrix } };

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { write: { type: 'boolean' }, runs: { type: 'string' }, seed: { type: 'string' } },
});
const [part] = positionals;

function runTests() {
  rmSync(RESULTS, { recursive: true, force: true });
  const env = { ...process.env };
  if (values.runs) env.TRUST_RUNS = values.runs;
  if (values.seed) env.TRUST_SEED = values.seed;
  const args = [join(ROOT, 'scripts/test-unit.mjs'), '--files', `trust/${part}/*.test.ts`];
  return spawnSync(process.execPath, args, { cwd: ROOT, stdio: 'inherit', env }).status ?? 1;
}

/** What the files of tests left, those of one part together. */
function readResults() {
  if (!existsSync(RESULTS)) return [];
  const names = readdirSync(RESULTS).filter((name) => name.startsWith(part));
  return names.sort().flatMap((name) => JSON.parse(readFileSync(join(RESULTS, name), 'utf8')));
}

async function checkDocument(results) {
  const document = DOCUMENTS[part];
  if (!document) return true;
  const path = join(ROOT, document.path);
  const wanted = await format(document.make(results), { ...(await resolveConfig(path)), filepath: path });
  if (existsSync(path) && readFileSync(path, 'utf8') === wanted) return true;
  if (values.write) writeFileSync(path, wanted);
  else console.error(`${document.path} is not up to date: npm run test:${part} -- --write`);
  return Boolean(values.write);
}

const status = runTests();
const results = readResults();
if (results.length === 0) {
  console.error(`The tests left no results for '${part}'.`);
  process.exit(status || 1);
}
console.log(summaries[part](results));
// Of a run with failures the document would be incomplete.
const isCurrent = status !== 0 || (await checkDocument(results));
process.exit(status || (isCurrent ? 0 : 1));
