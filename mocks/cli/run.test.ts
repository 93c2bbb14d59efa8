import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { scenarioNames } from '../contract/scenarios.js';
import { servePilot } from '../http.js';
import { createPilot } from '../pilot/create-pilot.js';
import { test } from '../testing/node-test.js';
import { version } from '../version.js';
import { run } from './run.js';

async function command(...args: string[]) {
  const out: string[] = [];
  const error: string[] = [];
  const result = await run(args, { out: (line) => out.push(line), error: (line) => error.push(line) });
  return { result, out: out.join('\n'), error: error.join('\n') };
}

test('--help and --version', async () => {
  for (const args of [['--help'], ['help'], ['pilot', '--help']]) {
    const { result, out, error } = await command(...args);
    assert.deepEqual(result, { exitCode: 0 });
    for (const part of ['skranke pilot', '--port', '--clock', ...scenarioNames])
      assert.ok(out.includes(part), part);
    assert.equal(error, '');
  }
  assert.equal((await command('--version')).out, version);
});

test('a wrong command line is exit code 2 with one clear line, and starts nothing', async () => {
  for (const [args, message] of [
    [[], /a command is missing/],
    [['pilto'], /unknown command 'pilto'/],
    [['pilot', '--prot', '4010'], /Unknown option '--prot'/],
    [['pilot', 'extra'], /Unexpected argument 'extra'/],
    [['pilot', '--port'], /--port/],
    [['pilot', '--port', 'x'], /--port must be a whole number from 0 to 65535, not 'x'/],
    [['pilot', '--port', '70000'], /--port/],
    [['pilot', '--seed', '-1'], /--seed/],
    [['pilot', '--structure-size', 'mange'], /--structure-size must be a whole number from 0 to 100000/],
    [['pilot', '--scenario', 'ukendt'], /no scenario 'ukendt'; there are: default/],
    [['pilot', '--clock', 'i morgen'], /--clock must be RFC 3339/],
    [['pilot', '--state', 'findes-ikke.json'], /--state 'findes-ikke.json' does not exist/],
    [['pilot', '--state', '.'], /--state '.' is a folder, not a file/],
    [['pilot', '--state', 'LICENSE'], /--state 'LICENSE' is not JSON/],
    [['pilot', '--state', 'package.json'], /is not a state saved from GET \/pilot\/state \(clock: /],
  ] as const) {
    const { result, error, out } = await command(...args);
    assert.deepEqual(result, { exitCode: 2 }, args.join(' '));
    assert.match(error, message);
    assert.equal(error.split('\n').length, 1);
    assert.equal(out, '');
  }
});

test('pilot prints its address and that it is a test environment, and takes its options', async () => {
  const flags = ['--port', '0', '--clock', '2026-11-22T10:00:00+01:00', '--scenario', 'empty', '--seed', '7'];
  const { result, out } = await command('pilot', ...flags);
  assert.ok('running' in result);
  const { running } = result;
  try {
    assert.ok(out.includes(running.url));
    assert.match(out, /TEST environment/);
    const clock: unknown = await (await fetch(`${running.url}/pilot/clock`)).json();
    assert.deepEqual(clock, { now: '2026-11-22T09:00:00.000Z', running: false });
    const state = (await (await fetch(`${running.url}/pilot/state`)).json()) as {
      scenario: string;
      nextId: number;
    };
    assert.deepEqual([state.scenario, state.nextId], ['empty', 7001]);
  } finally {
    await running.stop(50);
  }
});

test('--state begins with a saved state and leaves the file as it is', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'skranke-'));
  const file = join(folder, 'state.json');
  try {
    const pilot = createPilot({ scenario: 'empty', persona: 'company' });
    const saved = JSON.stringify(pilot.snapshot());
    await writeFile(file, saved);
    const { result, out } = await command('pilot', '--port', '0', '--quiet', '--state', file);
    assert.ok('running' in result);
    assert.match(out, /nothing is written back/);
    assert.equal(JSON.stringify(result.running.snapshot()), saved);
    result.running.setPersona('citizen');
    await result.running.stop(50);
    assert.equal(await readFile(file, 'utf8'), saved);
  } finally {
    await rm(folder, { recursive: true });
  }
});

test('an address that is not this machine is told plainly', async () => {
  const { result, error } = await command('pilot', '--port', '0', '--host', '192.0.2.1');
  assert.deepEqual(result, { exitCode: 1 });
  assert.match(error, /'192.0.2.1' is not an address of this machine/);
});

test('a taken port is exit code 1 with the port in the message', async () => {
  const other = await servePilot({ port: 0 });
  try {
    const { result, error } = await command('pilot', '--port', String(other.port));
    assert.deepEqual(result, { exitCode: 1 });
    assert.match(error, new RegExp(`^skranke: Port ${other.port} is already in use`));
  } finally {
    await other.stop(50);
  }
});

test('as a process: runs, answers, and ends on SIGTERM with 0', async () => {
  const bin = join(process.cwd(), '.tmp/mocks-tests/cli/skranke.mjs');
  const child = spawn(process.execPath, [bin, 'pilot', '--port', '0'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lines: string[] = [];
  child.stdout.setEncoding('utf8');
  for await (const chunk of child.stdout as AsyncIterable<string>) {
    lines.push(chunk);
    if (lines.join('').includes('Ctrl+C')) break;
  }
  const url = /http:\/\/127\.0\.0\.1:\d+/.exec(lines.join(''))?.[0] ?? '';
  assert.equal((await fetch(`${url}/`)).status, 200);
  child.kill('SIGTERM');
  const [code] = (await once(child, 'exit')) as [number];
  assert.equal(code, 0);
});

test('as a process: a wrong command line ends with 2', async () => {
  const bin = join(process.cwd(), '.tmp/mocks-tests/cli/skranke.mjs');
  const child = spawn(process.execPath, [bin, 'pilto'], { stdio: 'ignore' });
  const [code] = (await once(child, 'exit')) as [number];
  assert.equal(code, 2);
});
