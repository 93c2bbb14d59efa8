/**
 * `npm run test:browsers`: the element tests and the main tasks in every engine that is found on the machine, as a table
 * engine × test file. `-- --files GLOB…` picks some, `-- --engines firefox,webkit` some engines; `-- --write` writes the
 * last outcome of each file in each engine into docs/engines.md, also that of earlier runs.
 */
import { spawnSync } from 'node:child_process';
import { globSync } from 'tinyglobby';
import { staleParts } from './lib/demo.mjs';
import { runEngine, runFlows } from './lib/engine-runs.mjs';
import { keepRun, keptRun } from './lib/engine-store.mjs';
import { printTable, summarise, writeTable } from './lib/engine-table.mjs';
import { findEngines } from './lib/engines.mjs';
import { ROOT } from './lib/project.mjs';

const ELEMENTS = ['components/**/*.test.ts', 'stories/**/*.test.ts'];
/** The main tasks once more, as whole pages over HTTP. */
const FLOWS = ['flows', 'keyboard', 'borger', 'consent-and-recall', 'recall'].map(
  (name) => `e2e/${name}.test.mjs`,
);
const NO_FLOWS =
  'Playwright cannot drive WebKitGTK; the main tasks with real keys are among the element tests';

function readArguments(args) {
  const after = (name) => {
    const at = args.indexOf(name);
    if (at < 0) return undefined;
    const rest = args.slice(at + 1);
    const end = rest.findIndex((arg) => arg.startsWith('--'));
    return end < 0 ? rest : rest.slice(0, end);
  };
  return {
    globs: after('--files'),
    only: after('--engines')?.flatMap((names) => names.split(',')),
    writes: args.includes('--write'),
  };
}

function build() {
  if (staleParts().length === 0) return;
  const { status } = spawnSync('npm', ['run', '--silent', 'build'], { cwd: ROOT, stdio: 'inherit' });
  if (status !== 0) process.exit(1);
}

function runAll({ name }, files, flows) {
  const version = keptRun(name)?.version;
  const run =
    files.length > 0
      ? runEngine(name, files)
      : { version, files: {}, notes: [], pageErrors: [], isGood: true };
  for (const file of flows) {
    if (name === 'webkit') {
      run.files[file] = { tests: [], isWhole: true, isLeftOut: true };
      run.notes.push({ file, title: 'the whole file', reason: NO_FLOWS });
      continue;
    }
    run.files[file] = runFlows(name, file);
    run.isGood &&= run.files[file].isWhole;
  }
  return run;
}

const { globs, only, writes } = readArguments(process.argv.slice(2));
const files = globSync(globs ?? ELEMENTS, { cwd: ROOT }).sort();
const elements = files.filter((file) => file.endsWith('.ts'));
const flows = globs ? files.filter((file) => FLOWS.includes(file)) : FLOWS;
if (files.length === 0) {
  console.error(`No test file fits ${globs.join(' ')}.`);
  process.exit(2);
}
if (flows.length > 0) build();

const engines = findEngines().map((engine) =>
  only && !only.includes(engine.name) ? { ...engine, why: 'not asked for' } : engine,
);
for (const engine of engines) if (!engine.why) engine.run = runAll(engine, elements, flows);
for (const engine of engines)
  engine.all = engine.run ? keepRun(engine.name, engine.run) : keptRun(engine.name);
printTable(engines);
console.log(summarise(engines));
if (engines.some(({ run }) => run && !run.isGood)) process.exitCode = 1;
if (writes)
  await writeTable(engines.map((engine) => ({ ...engine, run: engine.all, why: !engine.all && engine.why })));
