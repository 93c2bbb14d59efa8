/** `--state FILE`: a state saved from `GET /pilot/state`. Read once, at the start; never written. */
import { readFileSync, statSync } from 'node:fs';
import { fieldErrors } from '../contract/common.js';
import { pilotState, type PilotState } from '../contract/pilot.js';

/** Why a file cannot be used, in one sentence. */
export class StateFileError extends Error {
  constructor(path: string, reason: string) {
    super(`--state '${path}' ${reason}`);
  }
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'does not exist',
  EACCES: 'may not be read by you',
};

function readText(path: string): string {
  try {
    if (statSync(path).isDirectory()) throw new StateFileError(path, 'is a folder, not a file');
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (error instanceof StateFileError) throw error;
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    throw new StateFileError(path, REASONS[code] ?? `cannot be read (${code})`);
  }
}

/** Reads and judges the file; throws a {@link StateFileError}. */
export function readStateFile(path: string): PilotState {
  const text = readText(path);
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    throw new StateFileError(path, 'is not JSON');
  }
  const [first] = Object.entries(fieldErrors(pilotState, content));
  if (first) {
    const what = `${first[0]}: ${first[1]}`.replaceAll(/\s+/g, ' ').slice(0, 200);
    throw new StateFileError(path, `is not a state saved from GET /pilot/state (${what})`);
  }
  return pilotState.parse(content);
}
