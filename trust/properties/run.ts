/** How many cases, from which seed, and what was covered. */
import fc from 'fast-check';
import { readOptions, save } from '../machine.js';

/** Cases a property, where the caller names no other number. */
const RUNS = 1_000;

const covered = { seed: 0, cases: 0, steps: 0, parts: 0 };

/** Counts the steps of users and backends. */
export function countSteps(steps: number): void {
  covered.steps += steps;
}

/** Checks a property; says with which seed it can be repeated. `share`: how many properties share the cases. */
export async function check<Input>(
  property: fc.IAsyncProperty<Input> | fc.IProperty<Input>,
  share = 1,
): Promise<void> {
  const { runs, seed } = await readOptions();
  covered.seed = seed;
  covered.parts += 1;
  const numRuns = Math.ceil((runs ?? RUNS) / share);
  const result = await fc.check(property as fc.IAsyncProperty<Input>, { numRuns, seed: covered.seed });
  covered.cases += result.numRuns;
  if (!result.failed) return;
  const { errorInstance } = result;
  const why = errorInstance instanceof Error ? errorInstance.message : String(errorInstance);
  throw new Error(`${why}\n${(await fc.asyncDefaultReportMessage(result)) ?? ''}`);
}

/** @param of the file of tests */
export const saveCovered = (of: string) => (): Promise<unknown> => save(`properties-${of}`, covered);
