/** `--token-command`: a command whose output is a token. The token is neither shown nor stored. */
import { exec } from 'node:child_process';
import { checkPersonas, type CheckPersona } from './fixtures.js';
import type { Credentials } from './session.js';
import { CheckError } from './run-check.js';

const LIMIT_MS = 30_000;

/** Several commands may be given: `citizen=COMMAND` is for that persona, one without a name for all others. */
export function commandFor(persona: CheckPersona, commands: readonly string[]): string | undefined {
  const own = commands.find((command) => command.startsWith(`${persona}=`));
  if (own !== undefined) return own.slice(persona.length + 1);
  return commands.find((command) => !checkPersonas.some((name) => command.startsWith(`${name}=`)));
}

/** Lines such as `Cookie: a=b` are headers; anything else is a bearer token. */
export function headersFrom(output: string): Record<string, string> | undefined {
  const lines = output
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  if (lines.length === 0) return undefined;
  const pairs = lines.map((line) => /^([A-Za-z][A-Za-z0-9-]*):\s*(.+)$/.exec(line));
  const headers = pairs.flatMap((pair) => (pair ? [[pair[1] ?? '', pair[2] ?? ''] as const] : []));
  if (headers.length === lines.length) return Object.fromEntries(headers);
  return { Authorization: `Bearer ${lines[0] ?? ''}` };
}

function outputOf(command: string, persona: CheckPersona): Promise<string> {
  const env = { ...process.env, SKRANKE_PERSONA: persona };
  return new Promise((resolve, reject) => {
    exec(command, { env, timeout: LIMIT_MS }, (error, stdout) => {
      // What the command wrote might be the token.
      if (error)
        reject(new CheckError(`the token command for ${persona} ended with ${error.code ?? 'a time-out'}`));
      else resolve(stdout);
    });
  });
}

/** Asks the commands. No output: there is no token for that persona. */
export function credentialsFrom(commands: readonly string[]): Credentials {
  return async (persona) => {
    const command = commandFor(persona, commands);
    return command === undefined ? undefined : headersFrom(await outputOf(command, persona));
  };
}
