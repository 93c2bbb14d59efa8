import { getContactGroups, getContactPoints, type Ask } from '../shared/backend/digital-post-contacts.js';
import { walkPages } from '../shared/backend/paged-read.js';
import type { ReadProblems } from '../shared/backend/read-fields.js';
import type { ContactGroup } from '../shared/backend/readers/digital-post-contact.js';
import { ContactStructure, type StructureProblems } from './contact-structure.js';

/** A structure when everything that could be read is in it. */
export interface LoadedStructure extends ReadProblems {
  readonly structure: ContactStructure;
  /** Whether all of it came. */
  readonly complete: boolean;
  /** Why something is missing. */
  readonly failures: readonly unknown[];
}

/** Where more and more comes in, rows are shown all the same. */
const MOST_TRIES = 3;

/** Half a frame: the rest is for the page. */
const SLICE_MS = 8;

/** Where it can be had, without a timer's four milliseconds: a large structure is read in hundreds of slices. */
export const nextTask = (): Promise<void> =>
  'scheduler' in globalThis
    ? scheduler.postTask(() => undefined)
    : new Promise<void>((resolve) => setTimeout(resolve));

/** Does work in slices, with room for the page in between. What is done side by side shares them. */
class Slices {
  readonly #signal: AbortSignal;
  #start = performance.now();

  constructor(signal: AbortSignal) {
    this.#signal = signal;
  }

  async do(work: Generator<undefined, void>): Promise<void> {
    // An answer that came too late adds nothing.
    this.#signal.throwIfAborted();
    do {
      if (performance.now() - this.#start >= SLICE_MS) await this.pause();
    } while (!work.next().done);
  }

  async pause(): Promise<void> {
    await nextTask();
    this.#signal.throwIfAborted();
    this.#start = performance.now();
  }
}

/**
 * Reads an authority's contact structure, points and groups side by side.
 * @param onPart called each time a page of points is in the structure; with another structure when the list changed
 *   while it was read, and everything is read anew
 * @throws what the first page of points failed with
 */
export async function loadStructure(
  ask: Ask,
  organisationId: string,
  onPart: (structure: ContactStructure, contentLang: string | undefined) => void,
): Promise<LoadedStructure> {
  const slices = new Slices(ask.signal);
  const pages = new Map<string, ReadProblems>();
  const groups: ContactGroup[] = [];
  let structure = new ContactStructure();
  const readGroups = walkPages(async (page, isAgain) => {
    const data = await getContactGroups(again(ask, isAgain), organisationId, page);
    if (!data) return undefined;
    pages.set(`groups ${page}`, data);
    groups.push(...data.items);
    await slices.do(structure.add([], data.items));
    return data;
  }).catch((failure: unknown) => failure);
  const pointsFailure = await walkPages(async (page, isAgain) => {
    const { data, contentLang } = await getContactPoints(again(ask, isAgain), organisationId, page);
    if (!data) return undefined;
    pages.set(`points ${page}`, data);
    if (page === 0) structure = new ContactStructure();
    await slices.do(structure.add(data.items, page === 0 ? [...groups, ...data.groups] : data.groups));
    // What the answer took, and what is shown for it, are two tasks. Groups may have come in between.
    for (let tries = page === 0 ? MOST_TRIES : 0; tries && !structure.isSettled; tries--) {
      await slices.do(structure.settling());
      await slices.pause();
    }
    onPart(structure, contentLang);
    return data;
  });
  const groupsFailure = await readGroups;
  structure.finish();
  await slices.do(structure.settling());
  return {
    structure,
    // Groups that could not be read may have come whole with the points.
    complete: !pointsFailure && !(groupsFailure && structure.problems.missingGroups),
    ...together([...pages.values(), { leftOut: 0, badFields: namesOf(structure.problems) }]),
    failures: [pointsFailure, groupsFailure].filter(Boolean),
  };
}

const again = (ask: Ask, isAgain: boolean): Ask => ({ ...ask, fresh: isAgain || ask.fresh });

/** What the structure itself had wrong, as the names of bad fields are told. */
const namesOf = (problems: StructureProblems): string[] =>
  Object.entries(problems).flatMap(([name, count]) => (count ? `${name} (${count})` : []));

const together = (all: readonly ReadProblems[]): ReadProblems => ({
  leftOut: all.reduce((sum, { leftOut }) => sum + leftOut, 0),
  badFields: [...new Set(all.flatMap(({ badFields }) => badFields))],
});
