/** The command line of the bin `skranke`, apart from the process: arguments in, lines and an exit code out. */
import { parseArgs } from 'node:util';
import { scenarioNames, type ScenarioName } from '../contract/scenarios.js';
import { instant } from '../contract/common.js';
import { checkHelp, runCheck } from '../check/command.js';
import type { PilotState } from '../contract/pilot.js';
import { PortTakenError, servePilot, type HttpPilot, type ServePilotOptions } from '../http.js';
import { version } from '../version.js';
import { readStateFile, StateFileError } from './state-file.js';

export const help = `skranke ${version}

Usage:
  skranke pilot [options]   runs the pilot, a test environment, over HTTP

Options of pilot:
  --port NUMBER       port to listen on (default 4010; 0 chooses a free one)
  --host ADDRESS      address to listen on (default 127.0.0.1: only this machine)
  --clock RFC3339     the pilot's clock stands still at this time, such as 2026-11-22T10:00:00+01:00
  --scenario NAME     ${scenarioNames.join(', ')}
  --state FILE        begins with a state saved from GET /pilot/state; the file is read, never written
  --seed NUMBER       chooses among the made-up data, and where ids begin (default 1)
  --structure-size N  contact points in the scenario huge-structure (default 10000)
  --quiet             no line for each request

${checkHelp}
  --help, --version
`;

/** Where lines go, and how a running pilot is handed to the process. */
export interface CommandIo {
  out(line: string): void;
  error(line: string): void;
  /** The folder `dist/` that holds the console. */
  readonly dist?: string | undefined;
}

/** What a command ended with: an exit code, or a pilot that runs until it is stopped. */
export type CommandResult = { readonly exitCode: number } | { readonly running: HttpPilot };

class UsageError extends Error {}

function wholeNumber(name: string, text: string | undefined, highest: number): number | undefined {
  if (text === undefined) return undefined;
  const number = Number(text);
  if (/^\d+$/.test(text) && number <= highest) return number;
  throw new UsageError(`--${name} must be a whole number from 0 to ${highest}, not '${text}'`);
}

function scenarioNamed(name: string | undefined): ScenarioName | undefined {
  const found = scenarioNames.find((scenario) => scenario === name);
  if (name === undefined || found) return found;
  throw new UsageError(`no scenario '${name}'; there are: ${scenarioNames.join(', ')}`);
}

function stateFrom(path: string): PilotState {
  try {
    return readStateFile(path);
  } catch (error) {
    throw error instanceof StateFileError ? new UsageError(error.message) : error;
  }
}

const flags = {
  port: { type: 'string' },
  host: { type: 'string' },
  clock: { type: 'string' },
  scenario: { type: 'string' },
  state: { type: 'string' },
  seed: { type: 'string' },
  'structure-size': { type: 'string' },
  quiet: { type: 'boolean' },
} as const;

function readPilotOptions(args: readonly string[], io: CommandIo): ServePilotOptions {
  let values;
  try {
    ({ values } = parseArgs({ args: [...args], options: flags, strict: true, allowPositionals: false }));
  } catch (error) {
    throw new UsageError(error instanceof Error ? (error.message.split('.')[0] ?? '') : String(error));
  }
  if (values.clock !== undefined && !instant.safeParse(values.clock).success) {
    throw new UsageError(`--clock must be RFC 3339 such as 2026-11-22T10:00:00+01:00, not '${values.clock}'`);
  }
  return {
    ...(values.state === undefined ? {} : { state: stateFrom(values.state) }),
    port: wholeNumber('port', values.port, 65_535),
    host: values.host,
    clock: values.clock,
    scenario: scenarioNamed(values.scenario),
    seed: wholeNumber('seed', values.seed, 1_000_000),
    structureSize: wholeNumber('structure-size', values['structure-size'], 100_000),
    onRequest: values.quiet
      ? undefined
      : ({ method, path, status }) => io.out(`${method} ${path} ${status || 'broken'}`),
  };
}

/** Why the pilot does not run, and what to do now. */
function startFailure(error: unknown, host = ''): string {
  if (error instanceof PortTakenError) return error.message;
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return `'${host}' is not an address of this machine: leave out --host, or give one that is.`;
  if (code === 'EACCES') return 'This port is only for the administrator: choose one from 1024 with --port.';
  return `cannot start: ${String(error)}`;
}

async function runPilot(args: readonly string[], io: CommandIo): Promise<CommandResult> {
  const options = { ...readPilotOptions(args, io), dist: io.dist };
  try {
    const running = await servePilot(options);
    io.out(`Skranke pilot ${version}: a TEST environment with made-up data only.`);
    io.out(`  Backend URL  ${running.url}`);
    io.out(`  Console      ${running.url}/pilot/`);
    if (options.state)
      io.out('  Begins with the state from the file, as does a reset; nothing is written back to it.');
    if (options.host && !['127.0.0.1', '::1', 'localhost'].includes(options.host)) {
      io.out('  It can be reached from other machines.');
    }
    io.out('Stop with Ctrl+C.');
    return { running };
  } catch (error) {
    io.error(`skranke: ${startFailure(error, options.host)}`);
    return { exitCode: 1 };
  }
}

/** Runs one command. Exit code 2: the command line is wrong; 1: it could not be done. */
export async function run(args: readonly string[], io: CommandIo): Promise<CommandResult> {
  const [command, ...rest] = args;
  if (args.includes('--help') || command === 'help') {
    io.out(help);
    return { exitCode: 0 };
  }
  if (command === '--version') {
    io.out(version);
    return { exitCode: 0 };
  }
  try {
    if (command === 'pilot') return await runPilot(rest, io);
    if (command === 'check') return { exitCode: await runCheck(rest, io) };
    throw new UsageError(command === undefined ? 'a command is missing' : `unknown command '${command}'`);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    io.error(`skranke: ${error.message}. See skranke --help.`);
    return { exitCode: 2 };
  }
}
