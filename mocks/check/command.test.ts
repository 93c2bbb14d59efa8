import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../cli/run.js';
import { servePilot, type HttpPilot } from '../http.js';
import { test } from '../testing/node-test.js';
import { FixturesError, readFixtures } from './fixtures.js';
import { describeValue, maskCpr } from './privacy.js';
import type { CheckReport } from './run-check.js';
import { commandFor, headersFrom } from './tokens.js';

async function command(...args: string[]) {
  const out: string[] = [];
  const error: string[] = [];
  const result = await run(['check', ...args], {
    out: (line) => out.push(line),
    error: (line) => error.push(line),
  });
  assert.ok('exitCode' in result);
  return { exitCode: result.exitCode, out: out.join('\n'), error: error.join('\n') };
}

async function withPilot(use: (server: HttpPilot) => Promise<void>): Promise<void> {
  const server = await servePilot({ port: 0 });
  try {
    await use(server);
  } finally {
    await server.stop(50);
  }
}

test('a table for people, exit status 0, and JSON for a build', async () => {
  await withPilot(async ({ url }) => {
    const flags = [url, '--fixtures', 'pilot', '--only', 'get-message,recall-message', '--timeout', '60000'];
    const { exitCode, out, error } = await command(...flags);
    assert.deepEqual([exitCode, error], [0, '']);
    assert.match(out, /^skranke check http:.*reads only/);
    assert.match(out, /\n {2}message\.outcome +· +5 /);
    assert.match(out, /0 failed, \d+ passed, 0 not supported, \d+ not checked$/);
    const report = JSON.parse((await command(...flags, '--write', '--json')).out) as CheckReport;
    assert.deepEqual([report.write, report.counts.failed], [true, 0]);
  });
});

test('exit status 1 names endpoint, rule, section and what was received', async () => {
  await withPilot(async (server) => {
    server.addFault({ match: 'GET /messages/*', status: 503 });
    const { exitCode, out } = await command(server.url, '--fixtures', 'pilot', '--only', 'get-message');
    assert.equal(exitCode, 1);
    assert.match(
      out,
      /GET \/messages\/\{messageUUID\}\n {4}answer\.status {2}\(contract 3\) .*\n {4}received: 503 unavailable/,
    );
  });
});

test('wrong use and a backend that is not there are exit status 2, with one line', async () => {
  const file = join(process.cwd(), '.tmp/wrong-fixtures.json');
  writeFileSync(file, '{"mesages": {}}');
  for (const [args, message] of [
    [[], /an address is missing/],
    [['localhost:4010'], /'localhost:4010' is no address/],
    [['http://a@b:c@localhost/'], /is no address|password/],
    [['http://127.0.0.1:9/'], /no answer from http:\/\/127\.0\.0\.1:9/],
    [['http://127.0.0.1:9/', 'more'], /one address only/],
    [['http://127.0.0.1:9/', '--fixture', 'x'], /Unknown option/],
    [['http://127.0.0.1:9/', '--fixtures', 'no-such.json'], /cannot read no-such\.json \(ENOENT\)/],
    [['http://127.0.0.1:9/', '--fixtures', file], /unknown: mesages/],
    [['http://127.0.0.1:9/', '--only', 'mesages'], /no part 'mesages'/],
    [['http://127.0.0.1:9/', '--timeout', 'soon'], /--timeout/],
  ] as const) {
    const { exitCode, out, error } = await command(...args);
    assert.deepEqual([exitCode, out, error.split('\n').length], [2, '', 1], error);
    assert.match(error, message);
  }
});

test('--token-command: a token for each persona, never shown', async () => {
  await withPilot(async (server) => {
    const flags = [server.url, '--fixtures', 'pilot', '--only', 'get-message'];
    const print = (text: string) => `${process.execPath} -p ${text}`;
    const tokens = ['--token-command', print(`'"pilot-" + process.env.SKRANKE_PERSONA'`)];
    const { exitCode, out } = await command(...flags, ...tokens);
    assert.equal(exitCode, 0);
    assert.ok(!out.includes('pilot-caseworker'));
    assert.ok(server.requests().some(({ persona }) => persona === 'caseworker'));
    const wrong = await command(...flags, '--token-command', `${process.execPath} -e 'process.exit(3)'`);
    assert.deepEqual([wrong.exitCode, wrong.out], [2, '']);
    assert.match(wrong.error, /token command for \S+ ended with 3/);
  });
});

test('which command is whose, and what it may print', () => {
  const commands = ['citizen=a b=c', 'TOKEN=x other'];
  assert.equal(commandFor('citizen', commands), 'a b=c');
  assert.equal(commandFor('company', commands), 'TOKEN=x other');
  assert.equal(commandFor('company', ['citizen=a']), undefined);
  assert.deepEqual(headersFrom(' abc.def\n'), { Authorization: 'Bearer abc.def' });
  assert.deepEqual(headersFrom('Cookie: a=b\nX-CSRF-Token: c\n'), { Cookie: 'a=b', 'X-CSRF-Token': 'c' });
  assert.equal(headersFrom('\n'), undefined);
});

test('--example is a fixtures file', async () => {
  const { exitCode, out } = await command('--example');
  assert.equal(exitCode, 0);
  assert.ok(readFixtures(out).messages?.recallable);
});

test('wrong fixtures are told by field', () => {
  for (const [value, message] of [
    ['{', /not JSON/],
    ['[]', /the file must be of type object/],
    ['{"messages": {"recalable": "x"}}', /messages unknown: recalable/],
    ['{"messages": {"recallable": 7}}', /messages\.recallable must be text/],
    ['{"forbidden": {"recall": "clerk"}}', /forbidden\.recall must be one of citizen, company/],
    ['{"origin": "https://portal.example.dk/"}', /origin must be an origin/],
    ['{"writable": "b-1"}', /writable must be a list/],
  ] as const) {
    assert.throws(
      () => readFixtures(value),
      (error) => error instanceof FixturesError && message.test(error.message),
      value,
    );
  }
});

test('numbers of persons are masked, and only open fields are shown', () => {
  assert.equal(maskCpr('til 111213-1016, 1112131016.'), 'til 111213****, 111213****.');
  assert.equal(
    maskCpr('5e57d000-0000-4000-8000-000000000001 12345678 9912131016'),
    '5e57d000-0000-4000-8000-000000000001 12345678 9912131016',
  );
  assert.equal(describeValue('Nanna Prøve', 'name'), 'a text of 11 characters');
  assert.equal(describeValue('1112131016', 'id'), '"111213****"');
  assert.deepEqual(
    [describeValue(1112131016, 'cpr'), describeValue(null), describeValue([1])],
    ['a number', 'null', 'a list of 1'],
  );
});
