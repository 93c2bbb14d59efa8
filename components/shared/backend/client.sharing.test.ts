import { expect } from '@open-wc/testing';
import { infoOf } from '../testing/failures.js';
import { FakeFetch, json, later, problem, silence, type Reply } from '../testing/fake-fetch.js';
import { flush, useFakeTime } from '../testing/fake-time.js';
import { createBackendClient, type ReadRequest } from './client.js';

const time = useFakeTime();

function setUp(...replies: Reply[]) {
  const backend = new FakeFetch(...replies);
  const client = createBackendClient({ backendUrl: 'https://backend.test/api/', fetch: backend.fetch });
  const read = (more: Partial<ReadRequest<unknown>> = {}) =>
    client.get({ path: '/x', lang: 'da', read: (body) => body, ...more });
  return { backend, client, read };
}

describe('sharing of reads', () => {
  it('makes one request for twenty that ask at the same time', async () => {
    const { backend, read } = setUp(json([1]));
    const answers = await Promise.all(Array.from({ length: 20 }, () => read()));
    expect(answers.map(({ data }) => data)).to.deep.equal(Array.from({ length: 20 }, () => [1]));
    expect(backend.calls).to.have.length(1);
  });

  it('lets each read the answer in its own way', async () => {
    const { read } = setUp(json([1, 2]));
    const size = (body: unknown) => (body as unknown[]).length;
    expect([(await read({ read: size })).data, (await read()).data]).to.deep.equal([2, [1, 2]]);
  });

  for (const [name, first, second] of [
    ['language', { lang: 'da' }, { lang: 'en' }],
    ['query', { query: { page: 0 } }, { query: { page: 1 } }],
    ['tag', {}, { etag: '"v1"' }],
  ] as const) {
    it(`does not mix requests of another ${name}`, async () => {
      const { backend, read } = setUp(json([1]));
      await Promise.all([read(first), read(second)]);
      expect(backend.calls).to.have.length(2);
    });
  }

  it('ends for one who leaves, and only for that one', async () => {
    const slow = later();
    const { backend, read } = setUp(slow.reply);
    const gone = new AbortController();
    const left = read({ signal: gone.signal }).catch((error: unknown) => error);
    const stayed = read({ signal: new AbortController().signal });
    await flush();
    gone.abort();
    slow.give(json([1]));
    expect(await left).to.equal(gone.signal.reason);
    expect((await stayed).data).to.deep.equal([1]);
    expect(backend.only.signal.aborted).to.be.false;
  });

  it('gives the request up when the last one leaves', async () => {
    const { backend, read } = setUp(silence);
    const gone = [new AbortController(), new AbortController()];
    const all = gone.map(({ signal }) => read({ signal }).catch((error: unknown) => (error as Error).name));
    await flush();
    for (const controller of gone) controller.abort();
    expect(await Promise.all(all)).to.deep.equal(['AbortError', 'AbortError']);
    expect(backend.only.signal.aborted).to.be.true;
  });

  it('begins anew for one who comes after all have left', async () => {
    const { read } = setUp(silence, json([2]));
    const gone = new AbortController();
    const left = read({ signal: gone.signal }).catch(() => undefined);
    await flush();
    gone.abort();
    await left;
    expect((await read()).data).to.deep.equal([2]);
  });

  it('asks nothing for one who has left already', async () => {
    const { backend, read } = setUp(json([1]));
    const error: unknown = await read({ signal: AbortSignal.abort() }).catch((reason: unknown) => reason);
    expect((error as Error).name).to.equal('AbortError');
    expect(backend.calls).to.have.length(0);
  });

  it('passes a failure on to all who wait, and never keeps it', async () => {
    const { backend, read } = setUp(problem('not-found', 404), json([1]));
    const failures = await Promise.all([infoOf(read()), infoOf(read())]);
    expect(failures.map(({ code }) => code)).to.deep.equal(['not-found', 'not-found']);
    expect((await read()).data).to.deep.equal([1]);
    expect(backend.calls).to.have.length(2);
  });

  it('lasts for 5 s after the answer', async () => {
    const { backend, read } = setUp(json([1]), json([2]));
    await read();
    await time().pass(4_900);
    expect((await read()).data).to.deep.equal([1]);
    await time().pass(200);
    expect((await read()).data).to.deep.equal([2]);
    expect(backend.calls).to.have.length(2);
  });

  it('is not for one who wants it fresh, also where the clock has not moved since the answer', async () => {
    const { backend, read } = setUp(json([1]), json([2]));
    await read();
    expect((await read({ fresh: true })).data).to.deep.equal([2]);
    expect(backend.calls).to.have.length(2);
  });

  it('is for one who wants it fresh while the request is under way', async () => {
    const { backend, read } = setUp(json([1]));
    await Promise.all([read(), read({ fresh: true })]);
    expect(backend.calls).to.have.length(1);
  });

  it('ends by forget()', async () => {
    const { backend, client, read } = setUp(json([1]));
    await read();
    client.forget();
    await read();
    expect(backend.calls).to.have.length(2);
  });

  it('does not reach from one client to another', async () => {
    const backend = new FakeFetch(json([1]));
    const options = { backendUrl: 'https://backend.test', fetch: backend.fetch };
    const request = { path: '/x', lang: 'da', read: (body: unknown) => body } as const;
    await Promise.all([createBackendClient(options).get(request), createBackendClient(options).get(request)]);
    expect(backend.calls).to.have.length(2);
  });
});

describe('address of a request', () => {
  it('holds the parameters, encoded, and the query', async () => {
    const { backend, read } = setUp(json([1]));
    const query = { type: ['frist', 'sag'], page: 0, q: 'å&b' };
    await read({ path: '/a/{id}/b/{other}', params: { id: 'a/b?c#d', other: '%2e%2e' }, query });
    expect(backend.only.url).to.equal(
      'https://backend.test/api/a/a%2Fb%3Fc%23d/b/%252e%252e?type=frist&type=sag&page=0&q=%C3%A5%26b',
    );
  });

  for (const id of ['..', '.', '']) {
    it(`refuses '${id}' as a part of the path`, async () => {
      const { backend, read } = setUp(json([1]));
      const info = await infoOf(read({ path: '/a/{id}', params: { id } }));
      expect(info).to.deep.equal({ kind: 'contract', code: 'bad-shape', retryable: false });
      expect(backend.calls).to.have.length(0);
    });
  }

  it('needs every parameter', async () => {
    const { read } = setUp(json([1]));
    expect((await infoOf(read({ path: '/a/{id}' }))).code).to.equal('bad-shape');
  });

  it('must be there', async () => {
    const client = createBackendClient({});
    const info = await infoOf(client.get({ path: '/x', lang: 'da', read: (body) => body }));
    expect(info).to.deep.equal({ kind: 'config', code: 'config', retryable: false });
  });
});

describe('fetch', () => {
  const real = window.fetch;
  afterEach(() => {
    window.fetch = real;
  });

  it("is the page's own of the moment, called as the browser wants it", async () => {
    const backend = new FakeFetch(json([1]));
    const receivers: unknown[] = [];
    window.fetch = function (this: unknown, ...request) {
      receivers.push(this);
      return backend.fetch(...request);
    };
    const client = createBackendClient({ backendUrl: 'https://backend.test' });
    await client.get({ path: '/x', lang: 'da', read: (body) => body });
    expect(receivers).to.deep.equal([undefined]);
  });
});
