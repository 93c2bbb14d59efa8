/** `npm test`: every check, those that do not disturb each other side by side. Ends with `N passed, N failed`. */
import { spawn } from 'node:child_process';
import { ROOT } from './lib/project.mjs';

/** One stage after the other; the lanes of a stage run side by side, the steps of a lane in order. */
const STAGES = [
  [
    ['format:check', 'lint', 'test:pilot'],
    ['types', 'manifest:check', 'tokens:check', 'build', 'size', 'build-storybook'],
  ],
  [['test:unit', 'test:tz']],
  [['test:e2e']],
];
const STEP_LIMIT_MS = 480_000;

const running = new Set();
const total = { passed: 0, failed: 0 };

function stopAll() {
  for (const child of running) process.kill(-child.pid, 'SIGTERM');
}

/** Runs a script of package.json in a process group of its own, so that a browser it started ends with it. */
function runScript(name) {
  return new Promise((resolve) => {
    const child = spawn('npm', ['run', '--silent', name], {
      cwd: ROOT,
      env: { ...process.env, NO_COLOR: '1' },
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    running.add(child);
    let output = '';
    child.stdout.on('data', (data) => (output += data));
    child.stderr.on('data', (data) => (output += data));
    const timer = setTimeout(() => {
      output += `\nStopped after ${STEP_LIMIT_MS / 1000} s.\n`;
      process.kill(-child.pid, 'SIGKILL');
    }, STEP_LIMIT_MS);
    child.on('close', (code) => {
      clearTimeout(timer);
      running.delete(child);
      resolve({ code, output });
    });
  });
}

const sum = (output, pattern) =>
  [...output.matchAll(pattern)].reduce((all, [, count]) => all + Number(count), 0);

/** Counts as Web Test Runner's reporter here and Node's own runner print them. */
function countTests(output) {
  return {
    passed: sum(output, /^Unit tests: (\d+) passed/gm) + sum(output, /^(?:#|ℹ) pass (\d+)$/gm),
    failed: sum(output, /^Unit tests: \d+ passed, (\d+) failed/gm) + sum(output, /^(?:#|ℹ) fail (\d+)$/gm),
  };
}

/** What to show of a failed step: of Node's test protocol only the tests that failed. */
function excerpt(output) {
  const failedTests = output.startsWith('TAP') ? output.match(/^ *not ok[\s\S]*?^ *\.\.\.$/gm) : null;
  return (failedTests?.join('\n') ?? output).trimEnd().replaceAll(/^/gm, '     ');
}

async function runStep(name) {
  const started = performance.now();
  const { code, output } = await runScript(name);
  const { passed, failed } = countTests(output);
  const isEmpty = name.startsWith('test:') && passed + failed === 0;
  const isGood = code === 0 && failed === 0 && !isEmpty;
  total.passed += passed;
  total.failed += isGood ? 0 : Math.max(failed, 1);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const tests = name.startsWith('test:') ? `, ${passed} passed, ${failed} failed` : '';
  console.log(`${isGood ? 'ok  ' : 'FAIL'} ${name} (${seconds} s${tests})`);
  if (!isGood) console.log(excerpt(output));
}

async function runLane(names) {
  for (const name of names) await runStep(name);
}

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => {
    stopAll();
    process.exit(130);
  });
}

for (const lanes of STAGES) await Promise.all(lanes.map(runLane));
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed > 0 ? 1 : 0;
