/** `skranke check`, apart from the process: arguments in, lines and an exit code out. */
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { FixturesError, readFixtures, type Fixtures } from './fixtures.js';
import { pilotFixtures, pilotToken } from './pilot-fixtures.js';
import { reportLines } from './report.js';
import { checkBackend, CheckError, partNames } from './run-check.js';
import type { Credentials } from './session.js';
import { credentialsFrom } from './tokens.js';

export const checkHelp = `  skranke check URL [options]   tests a backend against the contract; reads only

Options of check:
  --fixtures FILE     JSON that names the ids of each outcome (docs/check.md), or the word pilot
  --example           prints the pilot's fixtures, to begin a file with, and ends
  --token-command C   a command that prints a token, or headers; {persona}=C for one persona; may be repeated
  --write             writes too, on the fixtures' writable ids, when GET / says environment "test"
  --only NAMES        parts or endpoints, such as messages,list-activities
  --timeout MS        for one request (default 8000)
  --json              the report as JSON
Exit status of check: 0 nothing failed, 1 something failed, 2 it could not be done
`;

const flags = {
  fixtures: { type: 'string' },
  example: { type: 'boolean' },
  'token-command': { type: 'string', multiple: true },
  write: { type: 'boolean' },
  only: { type: 'string' },
  timeout: { type: 'string' },
  json: { type: 'boolean' },
} as const;

function readArguments(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: flags, strict: true, allowPositionals: true });
  } catch (error) {
    throw new CheckError(error instanceof Error ? (error.message.split('.')[0] ?? '') : String(error));
  }
}

async function fixturesFrom(name: string | undefined): Promise<Fixtures> {
  if (name === undefined) return {};
  if (name === 'pilot') return pilotFixtures;
  const text = await readFile(name, 'utf8').catch((error: unknown) => {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    throw new CheckError(`cannot read ${name} (${code})`);
  });
  return readFixtures(text);
}

const pilotCredentials: Credentials = (persona) =>
  Promise.resolve({ Authorization: `Bearer ${pilotToken(persona)}` });

function partsFrom(text: string | undefined): readonly string[] | undefined {
  const names = text?.split(',').map((name) => name.trim());
  const unknown = names?.find((name) => !partNames.includes(name));
  if (unknown !== undefined) throw new CheckError(`no part '${unknown}'; there are: ${partNames.join(', ')}`);
  return names;
}

function milliseconds(text: string | undefined): number | undefined {
  if (text === undefined || /^[1-9]\d{0,5}$/.test(text)) return text === undefined ? undefined : Number(text);
  throw new CheckError(`--timeout must be milliseconds from 1 to 999999, not '${text}'`);
}

interface Io {
  out(line: string): void;
  error(line: string): void;
}

async function carryOut(args: readonly string[], io: Io): Promise<number> {
  const { values, positionals } = readArguments(args);
  if (values.example) {
    io.out(JSON.stringify(pilotFixtures, null, 2));
    return 0;
  }
  const [url, more] = positionals;
  if (url === undefined) throw new CheckError('an address is missing');
  if (more !== undefined) throw new CheckError(`one address only, not also '${more}'`);
  const commands = values['token-command'];
  const byDefault = values.fixtures === 'pilot' ? pilotCredentials : undefined;
  const report = await checkBackend({
    url,
    fixtures: await fixturesFrom(values.fixtures),
    write: values.write,
    only: partsFrom(values.only),
    timeoutMs: milliseconds(values.timeout),
    credentials: commands ? credentialsFrom(commands) : byDefault,
  });
  if (values.json) io.out(JSON.stringify(report, null, 2));
  else reportLines(report).forEach((line) => io.out(line));
  return report.counts.failed > 0 ? 1 : 0;
}

/** Runs the command. @returns the exit code: 0 nothing failed, 1 something failed, 2 it could not be done */
export async function runCheck(args: readonly string[], io: Io): Promise<number> {
  try {
    return await carryOut(args, io);
  } catch (error) {
    if (!(error instanceof CheckError || error instanceof FixturesError)) throw error;
    io.error(`skranke check: ${error.message}. See skranke --help.`);
    return 2;
  }
}
