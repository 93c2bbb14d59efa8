import { expect } from '@open-wc/testing';
import { flush } from '../testing/fake-time.js';
import { FakeFetch, json } from '../testing/fake-fetch.js';
import { createBackendClient, type Answer } from './client.js';
import { getActivities } from './mit-virk.js';
import { readAllPages, type PagedList, type PagedReadOptions } from './paged-read.js';
import type { ListPage } from './read-fields.js';

interface Item {
  readonly id: string;
  readonly name: string;
}

type Page = ListPage<Item>;

function page(ids: string, totalPages: number, more: Partial<Page> = {}): Page {
  const items = Array.from(ids, (id) => ({ id, name: `${id}0` }));
  return { items, totalPages, totalElements: totalPages * 2, leftOut: 0, badFields: [], ...more };
}

/** A backend with these pages; an `Error` fails. Pages have their number as tag. */
function backend(pages: readonly (Page | Error)[]) {
  const asked: { page: number; etag: string | undefined }[] = [];
  const answer = (number: number): Answer<Page> => {
    const found = pages[number];
    if (found instanceof Error) throw found;
    return { data: found, etag: `"${number}"`, contentLang: 'da' };
  };
  const fetchPage = (number: number, etag: string | undefined): Promise<Answer<Page>> => {
    asked.push({ page: number, etag });
    return Promise.resolve().then(() => answer(number));
  };
  return { asked, fetchPage };
}

const idOf = ({ id }: Item) => id;
const read = (
  fetchPage: PagedReadOptions<Item>['fetchPage'],
  more: Partial<PagedReadOptions<Item>> = {},
): Promise<PagedList<Item>> => readAllPages({ fetchPage, idOf, ...more });
const ids = (list: PagedList<Item> | undefined) => list?.items.map(idOf).join('');

describe('reading all pages', () => {
  it('gives the items in the order of the pages, whichever came first', async () => {
    const { fetchPage } = backend([page('ab', 4), page('cd', 4), page('ef', 4), page('gh', 4)]);
    const slowSecond = async (number: number, etag: string | undefined) => {
      if (number === 1) await flush();
      return fetchPage(number, etag);
    };
    const list = await read(slowSecond);
    expect([ids(list), list.complete, list.failure, list.contentLang]).to.deep.equal([
      'abcdefgh',
      true,
      undefined,
      'da',
    ]);
  });

  it('asks once for a list of one page, and without a tag', async () => {
    const { asked, fetchPage } = backend([page('ab', 1)]);
    expect(ids(await read(fetchPage))).to.equal('ab');
    expect(asked).to.deep.equal([{ page: 0, etag: undefined }]);
  });

  it('takes a list without pages for an empty one', async () => {
    const list = await read(backend([page('', 0)]).fetchPage);
    expect([list.items, list.complete]).to.deep.equal([[], true]);
  });

  it('merges by id, the later one wins in the place of the first', async () => {
    const changed = {
      ...page('', 2),
      items: [
        { id: 'b', name: 'new' },
        { id: 'c', name: 'c0' },
      ],
    };
    const { items } = await read(backend([page('ab', 2), changed]).fetchPage);
    expect(items.map(({ id, name }) => id + name)).to.deep.equal(['aa0', 'bnew', 'cc0']);
  });

  it('asks for at most four pages at a time, each once', async () => {
    let underWay = 0;
    let most = 0;
    const { asked, fetchPage } = backend(Array.from({ length: 11 }, (_, i) => page(String(i), 11)));
    await read(async (number, etag) => {
      most = Math.max(most, ++underWay);
      await new Promise((resolve) => setTimeout(resolve, 1));
      underWay -= 1;
      return fetchPage(number, etag);
    });
    expect(most).to.equal(4);
    expect(asked.map(({ page: number }) => number).sort((a, b) => a - b)).to.deep.equal(
      Array.from({ length: 11 }, (_, i) => i),
    );
  });

  it('adds up what was left out, and names each bad field once', async () => {
    const first = page('a', 2, { leftOut: 1, badFields: ['link', 'status'] });
    const second = page('b', 2, { leftOut: 2, badFields: ['link'] });
    const { leftOut, badFields } = await read(backend([first, second]).fetchPage);
    expect([leftOut, badFields]).to.deep.equal([3, ['link', 'status']]);
  });

  it('tells what has come so far while more is missing', async () => {
    const seen: string[] = [];
    const pages = Array.from({ length: 7 }, (_, i) => page(String(i), 7));
    await read(backend(pages).fetchPage, {
      onProgress: (list) => seen.push(`${ids(list)} ${list.complete}`),
    });
    expect(seen[0]).to.equal('0 false');
    expect(seen.at(-1)).to.match(/^0123.* false$/);
  });

  it('tells nothing in between of a list of one page', async () => {
    const seen: unknown[] = [];
    await read(backend([page('a', 1)]).fetchPage, { onProgress: (list) => seen.push(list) });
    expect(seen).to.deep.equal([]);
  });
});

describe('a page that fails', () => {
  it('leaves the list incomplete, with the first failure', async () => {
    const broken = new Error('page 1');
    const list = await read(backend([page('ab', 3), broken, page('ef', 3)]).fetchPage);
    expect([ids(list), list.complete, list.failure]).to.deep.equal(['abef', false, broken]);
  });

  it('fails the whole when it is the first', async () => {
    const broken = new Error('page 0');
    const error: unknown = await read(backend([broken]).fetchPage).catch((reason: unknown) => reason);
    expect(error).to.equal(broken);
  });

  it('is asked for again with the others, and then complete', async () => {
    const previous = await read(backend([page('ab', 2), new Error('no')]).fetchPage);
    const { fetchPage } = backend([page('ab', 2), page('cd', 2)]);
    const list = await read(fetchPage, { previous });
    expect([ids(list), list.complete, list.failure]).to.deep.equal(['abcd', true, undefined]);
  });
});

describe('a list that changes while it is read', () => {
  /** Each round of reading sees one element more. */
  function growing(rounds: number) {
    let round = 0;
    const fetchPage = (number: number): Promise<Answer<Page>> => {
      if (number === 0) round += 1;
      const total = 3 + (round <= rounds && number > 0 ? 1 : 0);
      return Promise.resolve({ data: page(`${number}${round}`, 2, { totalElements: total }) });
    };
    return { fetchPage, rounds: () => round };
  }

  it('is read from the start', async () => {
    const { fetchPage, rounds } = growing(1);
    const list = await read(fetchPage);
    expect([rounds(), ids(list), list.complete]).to.deep.equal([2, '021', true]);
  });

  it('is read from the start at most twice, and then shown as it came, as not complete', async () => {
    const { fetchPage, rounds } = growing(99);
    const list = await read(fetchPage);
    expect([rounds(), ids(list), list.complete]).to.deep.equal([3, '031', false]);
    expect(String(list.failure)).to.contain('changes while it is read');
  });

  it('is not read again from what the client was told a moment ago', async () => {
    const answers = [250, 251].map((totalElements) =>
      Array.from({ length: 2 }, (_, currentPage) =>
        json({
          currentPage,
          totalPages: 2,
          totalElements: currentPage === 1 ? 251 : totalElements,
          activities: [{ id: `${totalElements}-${currentPage}`, type: 'sag', overskrift: 'Sag' }],
        }),
      ),
    );
    const backend = new FakeFetch(...answers.flat());
    const client = createBackendClient({ backendUrl: 'https://backend.test', fetch: backend.fetch });
    const { signal } = new AbortController();
    const list = await readAllPages({
      fetchPage: (page, etag, fresh) =>
        getActivities(client, { types: ['sag'], lang: 'da', signal, page, etag, fresh }),
      idOf: ({ id }) => id,
    });
    expect([backend.calls.length, list.items.map(({ id }) => id).join(), list.complete]).to.deep.equal([
      4,
      '251-0,251-1',
      true,
    ]);
  });

  it('is taken as it comes when no page says how much there is', async () => {
    const { asked, fetchPage } = backend(
      ['ab', 'c'].map((ids) => page(ids, 2, { totalElements: undefined })),
    );
    const list = await read(fetchPage);
    expect([asked.length, ids(list), list.complete]).to.deep.equal([2, 'abc', true]);
  });

  it('is taken as it comes when only one page says how much there is', async () => {
    const { fetchPage } = backend([page('ab', 2, { totalElements: undefined }), page('c', 2)]);
    expect((await read(fetchPage)).complete).to.be.true;
    const { fetchPage: other } = backend([page('ab', 2), page('c', 2, { totalElements: undefined })]);
    expect((await read(other)).complete).to.be.true;
  });

  it('is asked for no more pages once that is seen, but for the last time', async () => {
    const rounds: number[] = [];
    const list = await read((number) => {
      if (number === 0) rounds.push(0);
      rounds[rounds.length - 1]! += 1;
      return Promise.resolve({ data: page(String.fromCharCode(97 + number), 12, { totalElements: number }) });
    });
    expect([rounds, ids(list), list.complete]).to.deep.equal([[5, 5, 12], 'abcdefghijkl', false]);
  });
});

describe('a page that is said to be unchanged, and is not known', () => {
  it('is missing, and nothing has failed', async () => {
    const list = await read((number) => Promise.resolve({ data: number === 1 ? undefined : page('ab', 2) }));
    expect([ids(list), list.complete, list.failure]).to.deep.equal(['ab', false, undefined]);
    expect((await read(() => Promise.resolve({ data: undefined }))).items).to.deep.equal([]);
  });
});

describe('a list that claims more pages than there can be', () => {
  it('is followed for 1,000 pages', async () => {
    let asked = 0;
    const list = await read((number) => {
      asked += 1;
      return Promise.resolve({ data: page(String(number), 4_000_000_000) });
    });
    expect([asked, list.pages.length]).to.deep.equal([1_000, 1_000]);
  });
});

describe('a list that is known', () => {
  const pages = [page('ab', 2), page('cd', 2)];
  const known = () => read(backend(pages).fetchPage);
  const notModified = (_: number, etag: string | undefined): Promise<Answer<Page>> =>
    Promise.resolve({ data: undefined, etag });

  it('is asked for with its tags', async () => {
    const { asked, fetchPage } = backend(pages);
    await read(fetchPage, { previous: await known() });
    expect(asked).to.deep.equal([
      { page: 0, etag: '"0"' },
      { page: 1, etag: '"1"' },
    ]);
  });

  it('is given back itself when nothing changed', async () => {
    const previous = await known();
    expect(await read(notModified, { previous })).to.equal(previous);
  });

  it('gets the page that changed, and keeps the language of the rest', async () => {
    const previous = await known();
    const list = await read(
      (number, etag) =>
        number === 1
          ? Promise.resolve({ data: page('cx', 2), contentLang: 'en' })
          : notModified(number, etag),
      { previous },
    );
    expect([ids(list), list.contentLang]).to.deep.equal(['abcx', 'en']);
  });

  it('keeps the tag of a page that did not change, and only that', async () => {
    const previous = await known();
    const again = await read(
      (number) => Promise.resolve({ data: number === 1 ? page('ce', 2) : undefined, etag: undefined }),
      { previous },
    );
    expect(again.pages.map((one) => one?.etag)).to.deep.equal(['"0"', undefined]);
  });

  it('may have fewer pages now', async () => {
    const list = await read(backend([page('a', 1)]).fetchPage, { previous: await known() });
    expect([ids(list), list.complete]).to.deep.equal(['a', true]);
  });

  it('is shown with the old page and the failure when one fails', async () => {
    const previous = await known();
    const broken = new Error('no');
    const list = await read(
      (number, etag) => (number === 1 ? Promise.reject(broken) : notModified(number, etag)),
      { previous },
    );
    expect([ids(list), list.complete, list.failure]).to.deep.equal(['abcd', false, broken]);
    expect(await read(notModified, { previous: list })).to.include({ complete: true, failure: undefined });
  });

  it('has the newer of two where an item has moved off the page that fails', async () => {
    const moved = { ...page('', 2), items: [{ id: 'd', name: 'new' }] };
    const list = await read(backend([moved, new Error('no')]).fetchPage, { previous: await known() });
    expect(list.items.map(({ id, name }) => id + name)).to.deep.equal(['dnew', 'cc0']);
  });
});
