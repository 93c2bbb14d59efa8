/** Web Test Runner's own counters stand inside a progress line: this prints them once, on a line of their own. */

import { writeFileSync } from 'node:fs';
import { notes, sourceOf } from './lib/engine-notes.mjs';

/** Uncaught errors of the pages, also those between two tests; filled by the launcher's page hook. */
export const pageErrors = [];

/** Undefined for a test that `TEST_GREP` does not pick. */
function outcomeOf({ passed, skipped, error }) {
  if (skipped) return 'skipped';
  if (passed) return 'passed';
  return error || !process.env.TEST_GREP ? 'failed' : undefined;
}

function countTests(suite) {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  for (const test of suite?.tests ?? []) {
    const outcome = outcomeOf(test);
    if (outcome) counts[outcome] += 1;
  }
  for (const child of suite?.suites ?? []) addCounts(counts, countTests(child));
  return counts;
}

function addCounts(target, counts) {
  for (const key of Object.keys(target)) target[key] += counts[key];
}

const titlesOf = (suite, before = '') => {
  const here = [before, suite?.name].filter(Boolean).join(' ');
  return [
    ...(suite?.tests ?? []).map((test) => ({
      title: `${here} ${test.name}`.trim(),
      outcome: outcomeOf(test),
    })),
    ...(suite?.suites ?? []).flatMap((child) => titlesOf(child, here)),
  ];
};

const versionOf = (launcher) => launcher?.version ?? launcher?.browser?.version();

/** Each test by file, for a table: `TEST_RESULTS` names the file to write. */
function saveByFile(sessions) {
  if (!process.env.TEST_RESULTS) return;
  const files = sessions.map(({ testFile, passed, testResults }) => [
    sourceOf(testFile),
    { tests: titlesOf(testResults), isWhole: passed },
  ]);
  const version = versionOf(sessions[0]?.browser);
  const results = { version, files: Object.fromEntries(files), notes, pageErrors };
  writeFileSync(process.env.TEST_RESULTS, JSON.stringify(results));
}

/** One line a file as it is done: a run over all files of a slow engine takes minutes. */
function tellFile(testFile, sessions) {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  for (const session of sessions) addCounts(counts, countTests(session.testResults));
  process.stdout.write(`${sourceOf(testFile)}: ${counts.passed} passed, ${counts.failed} failed\n`);
}

export function countReporter() {
  return {
    reportTestFileResults({ testFile, sessionsForTestFile }) {
      if (process.env.TEST_RESULTS) tellFile(testFile, sessionsForTestFile);
    },
    onTestRunFinished({ sessions }) {
      saveByFile([...sessions]);
      const total = { passed: 0, failed: 0, skipped: 0 };
      for (const session of sessions) {
        const counts = countTests(session.testResults);
        addCounts(total, counts);
        // With `TEST_GREP` the runner takes what was not picked for failed.
        if (!session.passed && counts.failed === 0 && !process.env.TEST_GREP) total.failed += 1;
      }
      for (const error of pageErrors) process.stdout.write(`Uncaught outside the tests: ${error}\n`);
      total.failed += pageErrors.length;
      const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : '';
      process.stdout.write(`\nUnit tests: ${total.passed} passed, ${total.failed} failed${skipped}\n`);
    },
  };
}

/** Web Test Runner exits 0 when every test passed: an error outside the tests must fail the run too. */
process.on('exit', () => {
  if (pageErrors.length > 0) process.exitCode = 1;
});
