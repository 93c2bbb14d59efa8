import { getContactGroups, getContactPoints, type Ask } from '../shared/backend/digital-post-contacts.js';
import { walkPages } from '../shared/backend/paged-read.js';
import type { ReadProblems } from '../shared/backend/read-fields.js';
import type { ContactGroup } from '../shared/backend/readers/digital-post-contact.js';
import { ContactStructure } from './contact-structure.js';

/** A structure when everything that could be read is in it. */
export interface LoadedStructure extends ReadProblems {
  readonly structure: ContactStructure;
  /** Whether all of it came. */
  readonly complete: boolean;
  /** Why something is missing. */
  readonly failures: readonly unknown[];
}

/** Half a frame: the rest is for the page. */
const SLICE_MS = 8;

/** Where it can be had, without a timer's four milliseconds: a large structure is read in hundreds of slices. */
const nextTask = () =>
  'scheduler' in globalThis
    ? scheduler.postTask(() => undefined)
    : new Promise<void>((resolve) => setTimeout(resolve));

/** Does a piece of work in slices, with room for the page in between. */
async function inSlices(work: Generator<undefined, void>, signal: AbortSignal): Promise<void> {
  // An answer that came too late adds nothing.
  signal.throwIfAborted();
  let start = performance.now();
  while (!work.next().done) {
    if (performance.now() - start < SLICE_MS) continue;
    await nextTask();
    signal.throwIfAborted();
    start = performance.now();
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
  const { signal } = ask;
  const pages = new Map<string, ReadProblems>();
  const groups: ContactGroup[] = [];
  let structure = new ContactStructure();
  const readGroups = walkPages(async (page) => {
    const data = await getContactGroups(ask, organisationId, page);
    if (!data) return undefined;
    pages.set(`groups ${page}`, data);
    groups.push(...data.items);
    await inSlices(structure.add([], data.items), signal);
    return data;
  }).catch((failure: unknown) => failure);
  const pointsFailure = await walkPages(async (page) => {
    const { data, contentLang } = await getContactPoints(ask, organisationId, page);
    if (!data) return undefined;
    pages.set(`points ${page}`, data);
    if (page === 0) structure = new ContactStructure();
    await inSlices(structure.add(data.items, page === 0 ? [...groups, ...data.groups] : data.groups), signal);
    // What the answer took, and what is shown for it, are two tasks.
    if (page === 0) structure.settled();
    await nextTask();
    signal.throwIfAborted();
    onPart(structure, contentLang);
    return data;
  });
  const groupsFailure = await readGroups;
  structure.finish();
  const all = [...pages.values()];
  return {
    structure,
    // Groups that could not be read may have come whole with the points.
    complete: !pointsFailure && !(groupsFailure && structure.problems.missingGroups),
    leftOut: all.reduce((sum, { leftOut }) => sum + leftOut, 0),
    badFields: [...new Set(all.flatMap(({ badFields }) => badFields))],
    failures: [pointsFailure, groupsFailure].filter(Boolean),
  };
}
