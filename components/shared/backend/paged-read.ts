import type { Answer } from './client.js';
import type { ListPage, ReadProblems } from './read-fields.js';

/** At most so many pages are asked for at a time. */
const PARALLEL = 4;
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
  readonly fetchPage: (page: number, etag: string | undefined) => Promise<Answer<ListPage<Item>>>;
  readonly idOf: (item: Item) => string;
  /** What is known: its pages are asked for with their `ETag`. */
  readonly previous?: PagedList<Item> | undefined;
  /** Called with what has come so far, each time a page comes and more are missing. */
  readonly onProgress?: ((list: PagedList<Item>) => void) | undefined;
}

/**
 * Reads all pages of a list. Starts over when the number of elements changes in between; a page that fails leaves
 * the list incomplete.
 * @returns `previous` itself when nothing has changed
 * @throws what the first page failed with
 */
export async function readAllPages<Item>(options: PagedReadOptions<Item>): Promise<PagedList<Item>> {
  for (let restarts = 0; ; restarts++) {
    const list = await readOnce(options, restarts < MAX_RESTARTS);
    if (list) return list;
  }
}

/** Reads the pages once; undefined when the list changed meanwhile and `mayRestart`. */
async function readOnce<Item>(
  options: PagedReadOptions<Item>,
  mayRestart: boolean,
): Promise<PagedList<Item> | undefined> {
  const reader = new PagedReader(options);
  await reader.readPage(0);
  const numbers = Array.from({ length: reader.pages.length - 1 }, (_, i) => i + 1);
  const work = async () => {
    for (let page = numbers.shift(); page !== undefined; page = numbers.shift()) {
      await reader.tryPage(page);
      if (reader.hasChanged && mayRestart) return;
      if (numbers.length > 0) options.onProgress?.(reader.list());
    }
  };
  if (numbers.length > 0) options.onProgress?.(reader.list());
  await Promise.all(Array.from({ length: PARALLEL }, work));
  return reader.hasChanged && mayRestart ? undefined : reader.result();
}

class PagedReader<Item> {
  readonly #options: PagedReadOptions<Item>;
  #unchanged = true;
  #failure: unknown;
  #contentLang: string | undefined;
  pages: (PageRead<Item> | undefined)[] = [];

  constructor(options: PagedReadOptions<Item>) {
    this.#options = options;
    this.#contentLang = options.previous?.contentLang;
  }

  async readPage(number: number): Promise<void> {
    const known = this.#options.previous?.pages[number];
    const { data, etag, contentLang } = await this.#options.fetchPage(number, known?.etag);
    const page = data ?? known?.page;
    if (!page) return;
    if (data) {
      this.#unchanged = false;
      this.#contentLang = contentLang;
    }
    if (number === 0) this.pages = new Array<undefined>(Math.max(1, page.totalPages)).fill(undefined);
    // A tag belongs to the data that it came with.
    this.pages[number] = { page, etag: etag ?? (data ? undefined : known?.etag) };
  }

  async tryPage(number: number): Promise<void> {
    try {
      await this.readPage(number);
    } catch (error) {
      this.#failure ??= error;
    }
  }

  /** Whether a page tells of another number of elements than the first: the list changed in between. */
  get hasChanged(): boolean {
    const total = this.pages[0]?.page.totalElements;
    return this.pages.some((read) => read && read.page.totalElements !== total);
  }

  result(): PagedList<Item> {
    const { previous } = this.#options;
    const same = previous?.complete && this.#unchanged && this.pages.length === previous.pages.length;
    return same && this.#failure === undefined ? previous : this.list();
  }

  list(): PagedList<Item> {
    const pages = this.pages.filter((page) => page !== undefined).map(({ page }) => page);
    const byId = new Map(pages.flatMap(({ items }) => items.map((item) => [this.#options.idOf(item), item])));
    return {
      items: [...byId.values()],
      leftOut: pages.reduce((sum, { leftOut }) => sum + leftOut, 0),
      badFields: [...new Set(pages.flatMap(({ badFields }) => badFields))],
      complete: pages.length === this.pages.length,
      failure: this.#failure,
      contentLang: this.#contentLang,
      pages: this.pages,
    };
  }
}
