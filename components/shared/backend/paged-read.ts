import type { Answer } from './client.js';
import { BackendError } from './backend-error.js';
import type { ListPage, ReadProblems } from './read-fields.js';

/** More pages than any list has (200,000 items); a backend that claims more is not followed. */
const MAX_PAGES = 1_000;
/** At most so many pages are asked for at a time. */
const PARALLEL = 4;
const UNSTEADY = { kind: 'contract', code: 'bad-shape', retryable: true } as const;
/** How often a list that changes while it is read is read from the start. */
const MAX_RESTARTS = 2;

interface PageRead<Item> {
  readonly page: ListPage<Item>;
  readonly etag: string | undefined;
}

/** A list read page by page. */
export interface PagedList<Item> extends ReadProblems {
  /** Merged by id, in the order of the pages. */
  readonly items: readonly Item[];
  /** Whether every page came. */
  readonly complete: boolean;
  /** Why a page is missing. */
  readonly failure: unknown;
  readonly contentLang: string | undefined;
  readonly pages: readonly (PageRead<Item> | undefined)[];
}

/** How to read a list. */
export interface PagedReadOptions<Item> {
  /** `isAgain`: the list is read from the start again, and no answer of a moment ago will do. */
  readonly fetchPage: (
    page: number,
    etag: string | undefined,
    isAgain: boolean,
  ) => Promise<Answer<ListPage<Item>>>;
  readonly idOf: (item: Item) => string;
  /** What is known: its pages are asked for with their `ETag`. */
  readonly previous?: PagedList<Item> | undefined;
  /** Called with what has come so far, each time a page comes and more are missing. */
  readonly onProgress?: ((list: PagedList<Item>) => void) | undefined;
}

/**
 * Walks over all pages of a list: the first, then the others, a few at a time. Starts over from the first when the
 * number of elements changes in between.
 * @param read reads a page; gives what it says of the list. `isAgain`: not from an answer of a moment ago
 * @returns what the first page that failed, other than the first of all, failed with; or that the list never held
 * still, so that items may be missing
 * @throws what the first of all failed with
 */
export async function walkPages(
  read: (
    page: number,
    isAgain: boolean,
  ) => Promise<Pick<ListPage<unknown>, 'totalPages' | 'totalElements'> | undefined>,
): Promise<unknown> {
  for (let restarts = 0; ; restarts++) {
    const isAgain = restarts > 0;
    const { totalPages = 1, totalElements } = (await read(0, isAgain)) ?? {};
    const numbers = Array.from({ length: Math.min(totalPages, MAX_PAGES) - 1 }, (_, i) => i + 1);
    let hasChanged = false as boolean;
    let failure: unknown;
    const work = async () => {
      const isLast = restarts === MAX_RESTARTS;
      for (let page = numbers.shift(); page && (isLast || !hasChanged); page = numbers.shift()) {
        try {
          const total = (await read(page, isAgain))?.totalElements ?? totalElements;
          hasChanged ||= total !== (totalElements ?? total);
        } catch (error) {
          failure ??= error;
        }
      }
    };
    await Promise.all(Array.from({ length: PARALLEL }, work));
    if (!hasChanged) return failure;
    if (restarts === MAX_RESTARTS)
      return failure ?? new BackendError(UNSTEADY, 'the list changes while it is read');
  }
}

/**
 * Reads all pages of a list. A page that fails leaves the list incomplete, with what `previous` has of it.
 * @returns `previous` itself when nothing has changed
 * @throws what the first page failed with
 */
export async function readAllPages<Item>(options: PagedReadOptions<Item>): Promise<PagedList<Item>> {
  const { previous, fetchPage, onProgress } = options;
  let pages: (PageRead<Item> | undefined)[] = [];
  let isUnchanged = true as boolean;
  let contentLang = previous?.contentLang;
  const list = (failure?: unknown): PagedList<Item> => {
    // Of a page that failed, what was known is better than nothing; what came now counts more.
    const all = failure === undefined ? pages : pages.map((page, at) => page ?? previous?.pages[at]);
    const read = all.flatMap((one) => one?.page ?? []);
    const items = [...all, ...pages].flatMap((one) => one?.page.items ?? []);
    return {
      items: [...new Map(items.map((item) => [options.idOf(item), item])).values()],
      leftOut: read.reduce((sum, { leftOut }) => sum + leftOut, 0),
      badFields: [...new Set(read.flatMap(({ badFields }) => badFields))],
      complete: read.length === pages.length && failure === undefined,
      pages: all,
      contentLang,
      failure,
    };
  };
  const failure = await walkPages(async (number, isAgain) => {
    const known = previous?.pages[number];
    const { data, etag, contentLang: lang } = await fetchPage(number, known?.etag, isAgain);
    const page = data ?? known?.page;
    if (!page) return undefined;
    if (data) {
      isUnchanged = false;
      contentLang = lang;
    }
    if (number === 0)
      pages = new Array<undefined>(Math.min(Math.max(1, page.totalPages), MAX_PAGES)).fill(undefined);
    // A tag belongs to the data that it came with.
    pages[number] = { page, etag: etag ?? (data ? undefined : known?.etag) };
    if (pages.includes(undefined)) onProgress?.(list());
    return page;
  });
  const isSame = previous?.complete && isUnchanged;
  return isSame && failure === undefined ? previous : list(failure);
}
