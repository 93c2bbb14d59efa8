/** Runs test files in one engine, and gathers what came of each test. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { LAUNCHES } from './engines.mjs';
import { ROOT } from './project.mjs';

const escape = (text) => text.replaceAll(/[.*+?^${}()|[\]\\/]/g, '\\$&');

/** One start of an engine. `titles`: only these tests. */
function runLaunch(engine, launch, files, titles) {
  const results = join(ROOT, `.tmp/engine-${engine}-${launch}.json`);
  mkdirSync(join(ROOT, '.tmp'), { recursive: true });
  rmSync(results, { force: true });
  const grep = titles && `^(${titles.map(escape).join('|')})$`;
  const { status } = spawnSync(process.execPath, ['scripts/test-unit.mjs', '--files', ...files], {
    cwd: ROOT,
    stdio: 'inherit',
    env: {
      ...process.env,
      TEST_ENGINE: engine,
      TEST_LAUNCH: launch,
      TEST_RESULTS: results,
      ...(grep && { TEST_GREP: grep }),
    },
  });
  const found = existsSync(results) ? JSON.parse(readFileSync(results, 'utf8')) : undefined;
  return found ? { ...found, isGood: status === 0 } : { files: {}, notes: [], pageErrors: [], isGood: false };
}

const sameMedia = (one, other) => JSON.stringify(one.media) === JSON.stringify(other.media);
const sameTest = (one, other) => one.file === other.file && one.title === other.title;

/** The start of an engine that has the media of a note, if any has. */
function launchFor(engine, { media }) {
  const covers = (has) => Object.entries(media).every(([name, value]) => has[name] === value);
  return Object.keys(LAUNCHES[engine]).find((name) => covers(LAUNCHES[engine][name]));
}

/** Runs once more, in the engine started otherwise, what lacked media; puts the outcome into `first`. */
function runAgain(engine, launch, wanting, first) {
  const unique = (values) => [...new Set(values)];
  const again = runLaunch(
    engine,
    launch,
    unique(wanting.map(({ file }) => file)),
    unique(wanting.map(({ title }) => title)),
  );
  first.pageErrors.push(...again.pageErrors);
  if (again.pageErrors.length > 0) first.isGood = false;
  const isDone = (note) =>
    again.files[note.file]?.tests.some(
      ({ title, outcome }) => title === note.title && outcome === 'passed',
    ) && !again.notes.some((left) => sameTest(left, note) && sameMedia(left, note));
  for (const note of wanting) {
    const test = first.files[note.file].tests.find(({ title }) => title === note.title);
    const now = again.files[note.file]?.tests.find(({ title }) => title === note.title)?.outcome ?? 'failed';
    if (now === 'failed') first.isGood = false;
    if (now !== 'skipped') test.outcome = test.outcome === 'failed' ? 'failed' : now;
    if (isDone(note)) first.notes.splice(first.notes.indexOf(note), 1);
  }
}

/**
 * @returns `version`; `isGood`: nothing failed; `files`: by name the `tests`, each with title and outcome (`passed`,
 *   `failed`, `skipped`), and `isWhole`; `notes`: what was not applicable, with the reason. A test that is skipped without a note has failed.
 */
export function runEngine(engine, files) {
  const run = runLaunch(engine, 'plain', files);
  for (const launch of Object.keys(LAUNCHES[engine]).filter((name) => name !== 'plain')) {
    const wanting = run.notes.filter((note) => launchFor(engine, note) === launch);
    if (wanting.length > 0) runAgain(engine, launch, wanting, run);
  }
  const isNoted = (file, title) => run.notes.some((note) => sameTest(note, { file, title }));
  for (const [file, { tests }] of Object.entries(run.files)) {
    const silent = tests.filter(({ outcome, title }) => outcome === 'skipped' && !isNoted(file, title));
    for (const test of silent) test.outcome = 'failed';
    if (silent.length > 0) run.isGood = false;
  }
  return run;
}

/** Whole flows over HTTP, which Playwright drives. */
export function runFlows(engine, file) {
  const { status, stdout } = spawnSync(
    process.execPath,
    ['--test', '--test-force-exit', '--test-reporter=tap', file],
    { cwd: ROOT, encoding: 'utf8', env: { ...process.env, TEST_ENGINE: engine } },
  );
  const tests = [...stdout.matchAll(/^(not )?ok \d+ - (.*)$/gm)].map(([, not, title]) => ({
    title,
    outcome: not ? 'failed' : 'passed',
  }));
  if (status !== 0) console.log(stdout.match(/^ *not ok[\s\S]*?^ *\.\.\.$/gm)?.join('\n') ?? stdout);
  return { tests, isWhole: status === 0 };
}
