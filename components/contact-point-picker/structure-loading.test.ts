import { expect } from '@open-wc/testing';
import type { Answer, BackendClient, ReadRequest } from '../shared/backend/client.js';
import type { ContactGroup } from '../shared/backend/readers/digital-post-contact.js';
import { loadStructure } from './structure-loading.js';

const namesOf = (groups: readonly ContactGroup[]) => groups.map(({ name }) => name).join(' > ');

/** A page as the wire has it. */
const wirePage = (items: object, totalPages = 1, totalElements = 9) => ({
  ...items,
  totalPages,
  totalElements,
});
type Pages = (page: number) => unknown;

/** Loads what these pages give; an `Error` fails. */
function load(points: Pages, groups: Pages = () => wirePage({ contactGroups: [] }), isReload = false) {
  const leaving = new AbortController();
  const parts: [total: number, lang: string | undefined][] = [];
  const fresh: (boolean | undefined)[] = [];
  const get = async <Data>({ path, query, read, ...how }: ReadRequest<Data>): Promise<Answer<Data>> => {
    if (path === '/contact-points') fresh.push(how.fresh);
    const body = await (path === '/contact-points' ? points : groups)(Number(query?.['page']));
    if (body instanceof Error) throw body;
    return { data: body === undefined ? undefined : read(body), contentLang: 'da' };
  };
  const client = { get } as Partial<BackendClient> as BackendClient;
  const ask = { client, lang: 'da', signal: leaving.signal, fresh: isReload } as const;
  const workedOut: boolean[] = [];
  const loaded = loadStructure(ask, 'o', (structure, lang) => {
    workedOut.push(structure.isSettled);
    parts.push([structure.browse([])?.total ?? 0, lang]);
  });
  return { loaded, parts, workedOut, leaving, fresh };
}

const point = (id: string, ...contactGroups: object[]) => ({ id, name: id, contactGroups });
const group = (id: string, parent?: string) => ({ id, name: id, ...(parent && { parent: { id: parent } }) });

describe('loading a structure', () => {
  it('takes points and groups in, page by page', async () => {
    const { loaded, parts } = load(
      (page) => wirePage({ contactPoints: [point(`p${page}`), { active: 1 }] }, 3),
      (page) => wirePage({ contactGroups: [group(`g${page}`), {}, { id: 7, name: 7 }] }, 2),
    );
    const { structure, ...rest } = await loaded;
    expect([parts.length, parts[0], parts[2]]).to.deep.equal([3, [1, 'da'], [3, 'da']]);
    expect(
      ['g0', 'g1', 'p0', 'p2'].map((id) => (structure.group(id) ?? structure.point(id))?.name),
    ).to.deep.equal(['g0', 'g1', 'p0', 'p2']);
    expect(rest).to.deep.equal({ complete: true, leftOut: 3 + 4, badFields: ['name'], failures: [] });
  });

  it('takes no answer of a moment ago when the list has changed meanwhile, or on a reload', async () => {
    let total = 2;
    const changing = (page: number) =>
      wirePage({ contactPoints: [point(`p${page}`)] }, 2, page === 1 ? (total = 3) : total);
    const first = load(changing);
    expect((await first.loaded).complete).to.be.true;
    expect(first.fresh).to.deep.equal([false, false, true, true]);
    const second = load(changing, undefined, true);
    await second.loaded;
    expect(second.fresh).to.deep.equal([true, true]);
  });

  it('names what was wrong in the structure itself', async () => {
    const { badFields } = await load(() => wirePage({ contactPoints: [point('p', { id: 'gone' })] })).loaded;
    expect(badFields).to.deep.equal(['missingGroups (1)']);
  });

  it('shows what waits for its group when all has come', async () => {
    const { loaded, parts } = load(() => wirePage({ contactPoints: [point('p', { id: 'gone' })] }));
    const { structure } = await loaded;
    expect([parts, structure.browse([])?.total]).to.deep.equal([[[0, 'da']], 1]);
  });

  it('does without answers that say nothing new', async () => {
    const nothing = () => undefined;
    const { structure, complete, leftOut } = await load(nothing, nothing).loaded;
    expect([structure.browse([])?.total, complete, leftOut]).to.deep.equal([0, true, 0]);
  });

  it('is complete without the groups when they came with the points', async () => {
    const broken = new Error('groups');
    const points = (of: object) => () => wirePage({ contactPoints: [point('p', of)] });
    const whole = await load(points(group('A')), () => broken).loaded;
    expect([whole.complete, whole.failures]).to.deep.equal([true, [broken]]);
    const bare = await load(points({ id: 'A' }), () => broken).loaded;
    expect([bare.complete, bare.failures]).to.deep.equal([false, [broken]]);
    const missing = await load(points({ id: 'A' })).loaded;
    expect([missing.complete, missing.failures], 'nobody has it').to.deep.equal([true, []]);
  });

  it('is not complete without a page of points, and nothing without the first', async () => {
    const broken = new Error('points');
    const some = await load((page) => (page === 1 ? broken : wirePage({ contactPoints: [point('p')] }, 2)))
      .loaded;
    expect([some.complete, some.failures, some.structure.browse([])?.total]).to.deep.equal([
      false,
      [broken],
      1,
    ]);
    const error: unknown = await load(() => broken).loaded.catch((reason: unknown) => reason);
    expect(error).to.equal(broken);
  });

  it('begins anew, with the groups that have come, when the list changes meanwhile', async () => {
    let round = 0;
    const { loaded } = load(
      (page) => {
        if (page === 0) round += 1;
        const total = round === 1 && page === 1 ? 3 : 2;
        const pages = round === 1 ? 2 : 1;
        return wirePage({ contactPoints: [point(`p${page}-${round}`, { id: 'B' }), {}] }, pages, total);
      },
      () => wirePage({ contactGroups: [group('A'), group('B', 'A')] }),
    );
    const { structure, leftOut } = await loaded;
    const ids = ['p0-1', 'p1-1', 'p0-2'];
    expect(ids.map((id) => structure.point(id) !== undefined)).to.deep.equal([false, false, true]);
    expect([namesOf(structure.path('p0-2')), leftOut]).to.deep.equal(['A > B', 2]);
  });
});

describe('loading a structure that nobody waits for any more', () => {
  const failureOf = (loaded: Promise<unknown>) =>
    loaded.then(
      () => 'none',
      (error: unknown) => (error as Error).name,
    );

  it('takes no page in that comes after that', async () => {
    const { loaded, parts, leaving } = load(async () => {
      await Promise.resolve();
      leaving.abort();
      return wirePage({ contactPoints: [point('p')] });
    });
    expect([await failureOf(loaded), parts]).to.deep.equal(['AbortError', []]);
  });

  describe('and the pauses of the work', () => {
    const { setTimeout: wait } = window;
    let [pauses, onPause] = [0, () => {}];
    function paused() {
      pauses += 1;
      onPause();
    }
    /** A clock that goes on by so many milliseconds each time that it is read. */
    function goOnBy(ms: number) {
      let now = 100;
      performance.now = () => (now += ms);
    }
    beforeEach(() => {
      pauses = 0;
      onPause = () => {};
      window.setTimeout = ((run: () => void) => {
        paused();
        return wait(run);
      }) as typeof window.setTimeout;
      if ('scheduler' in window)
        Object.defineProperty(scheduler, 'postTask', {
          configurable: true,
          value: () => {
            paused();
            return new Promise<void>((resolve) => wait(resolve));
          },
        });
    });
    afterEach(() => {
      Reflect.deleteProperty(performance, 'now');
      window.setTimeout = wait;
      if ('scheduler' in window) Reflect.deleteProperty(scheduler, 'postTask');
    });
    const onePoint = () => wirePage({ contactPoints: [point('p', group('A'))] });

    it('are none but the one before a page is shown, while there is time', async () => {
      goOnBy(0);
      await load(onePoint).loaded;
      expect(pauses).to.equal(1);
    });

    it('are made by a timer where there is nothing better', async () => {
      const better = Object.getOwnPropertyDescriptor(window, 'scheduler');
      Reflect.deleteProperty(window, 'scheduler');
      try {
        await load(onePoint).loaded;
        expect(['scheduler' in window, pauses]).to.deep.equal([false, 1]);
      } finally {
        if (better) Object.defineProperty(window, 'scheduler', better);
      }
    });

    it('are one each 8 ms', async () => {
      goOnBy(8);
      await load(onePoint).loaded;
      expect(pauses, 'no groups, a point, what is worked out twice, the page').to.equal(1 + 5 + 2 * 4 + 1);
    });

    it('are not what a page is shown without, when groups come in meanwhile: it is worked out again', async () => {
      goOnBy(0);
      let handOver: (page: unknown) => void = () => {};
      onPause = () => handOver(wirePage({ contactGroups: [group(`B${pauses}`)] }));
      const { loaded, workedOut } = load(onePoint, () => new Promise((resolve) => (handOver = resolve)));
      await loaded;
      expect([workedOut, pauses]).to.deep.equal([[true], 2]);
    });

    it('come to an end where groups come in without end', async () => {
      goOnBy(0);
      const waiting: ((page: unknown) => void)[] = [];
      const answer = (...groups: object[]) => waiting.shift()?.(wirePage({ contactGroups: groups }, 9));
      onPause = () => answer(group(`B${pauses}`));
      const { loaded, workedOut } = load(onePoint, () => new Promise((resolve) => waiting.push(resolve)));
      while (workedOut.length === 0) await new Promise((resolve) => wait(resolve));
      expect([workedOut, pauses]).to.deep.equal([[false], 3]);
      onPause = () => {};
      const goOn = setInterval(answer);
      await loaded.finally(() => clearInterval(goOn));
    });

    it('are shared by what goes on side by side', async () => {
      goOnBy(1);
      await load(onePoint).loaded;
      expect(pauses).to.equal(2);
    });

    for (const [ms, last] of [
      [0, 1],
      [9, 3],
    ] as const) {
      it(`are where it ends: the ${last}. of them`, async () => {
        goOnBy(ms);
        const { loaded, parts, leaving } = load(onePoint);
        onPause = () => {
          if (pauses === last) leaving.abort();
        };
        expect([await failureOf(loaded), parts, pauses]).to.deep.equal(['AbortError', [], last]);
      });
    }
  });
});
