/** Runs scripts of package.json as the steps of a test run, and adds up what they count. */
import { spawn } from 'node:child_process';
import { MANIFEST, ROOT } from './project.mjs';

/**
 * `npm test`: one stage after the other; the lanes of a stage run side by side, the steps of a lane in order. The tests in
 * browsers wait more than they work, so that two lanes of them fit on two cores.
 */
export const STAGES = [
  [
    ['test:pilot', 'format:check', 'size'],
    ['types', 'manifest:check', 'tokens:check', 'build', 'build-storybook', 'lint'],
  ],
  [
    ['test:unit', 'test:faults', 'test:properties', 'test:leaks'],
    ['test:e2e', 'test:tz'],
  ],
];

const running = new Set();
const total = { passed: 0, failed: 0, missing: [] };

function stopAll() {
  for (const child of running) process.kill(-child.pid, 'SIGTERM');
}

/** Runs a script in a process group of its own, so that a browser it started ends with it. */
function runScript([name, ...args], limitMs) {
  return new Promise((resolve) => {
    const child = spawn('npm', ['run', '--silent', name, ...(args.length > 0 ? ['--', ...args] : [])], {
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
      output += `\nStopped after ${limitMs / 1000} s.\n`;
      process.kill(-child.pid, 'SIGKILL');
    }, limitMs);
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

/** What a step says of what it covered, of which seed and with which figures. */
const summaryOf = (output) =>
  output.match(/^(Fault matrix|Properties|Leaks|Coverage|Engines|Mutations): .*$/gm)?.join('\n     ');

async function runStep(step, { limitMs, mustCount }) {
  const [name] = [step].flat();
  if (!(name in MANIFEST.scripts)) {
    total.missing.push(name);
    console.log(`MISSING ${name}: no such script in package.json`);
    return;
  }
  const started = performance.now();
  const { code, output } = await runScript([step].flat(), limitMs);
  const { passed, failed } = countTests(output);
  const isEmpty = mustCount && name.startsWith('test:') && passed + failed === 0;
  const isGood = code === 0 && failed === 0 && !isEmpty;
  total.passed += passed;
  total.failed += isGood ? 0 : Math.max(failed, 1);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const tests = name.startsWith('test:') ? `, ${passed} passed, ${failed} failed` : '';
  console.log(`${isGood ? 'ok  ' : 'FAIL'} ${[step].flat().join(' ')} (${seconds} s${tests})`);
  const summary = summaryOf(output);
  if (summary) console.log(`     ${summary}`);
  if (!isGood) console.log(excerpt(output));
}

/**
 * Runs stages; a step is the name of a script, or the name and its arguments. A script that is missing is named.
 * @param options `mustCount`: a step `test:…` that counts no test has failed
 */
export async function runStages(stages, { limitMs = 660_000, mustCount = true } = {}) {
  for (const lanes of stages) {
    await Promise.all(
      lanes.map(async (steps) => {
        for (const step of steps) await runStep(step, { limitMs, mustCount });
      }),
    );
  }
}

/** Ends with `N passed, N failed`, and with what was missing. */
export function finish() {
  if (total.missing.length > 0) console.log(`\nmissing: ${total.missing.join(', ')}`);
  console.log(`\n${total.passed} passed, ${total.failed} failed`);
  process.exitCode = total.failed > 0 ? 1 : 0;
}

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => {
    stopAll();
    process.exit(130);
  });
}
