/** What the tests ask of the machine that runs them (`scripts/lib/trust-plugin.mjs`). */
import { executeServerCommand } from '@web/test-runner-commands';
import type { Sockets } from './faults/faults.js';

export interface Options extends Sockets {
  /** Generated cases a property, when the caller wants another number. */
  readonly runs: number | null;
  /** One for all properties of a run. */
  readonly seed: number;
}

export const readOptions = (): Promise<Options> => executeServerCommand<Options, undefined>('trust:options');

/** Leaves what a document is made of. */
export const save = (name: string, content: unknown): Promise<unknown> =>
  executeServerCommand('trust:save', { name, content });
