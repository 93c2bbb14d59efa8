import { expect } from '@open-wc/testing';
import { infoOf } from '../testing/failures.js';
import { FakeFetch, json, problem, type Reply } from '../testing/fake-fetch.js';
import { useFakeTime } from '../testing/fake-time.js';
import { resetConfiguration, restorePage, setOnline } from '../testing/page.js';
import { configure } from '../page-state.js';
import { createBackendClient } from './client.js';

const time = useFakeTime();
resetConfiguration();

function setUp(...replies: Reply[]) {
  const backend = new FakeFetch(...replies);
  const client = createBackendClient({ backendUrl: 'https://backend.test', fetch: backend.fetch });
  const read = (signal?: AbortSignal) => client.get({ path: '/x', lang: 'da', read: (body) => body, signal });
  return { backend, client, read };
}

const busy = (retryAfter: string, status = 503) =>
  new Response('', { status, headers: { 'Retry-After': retryAfter } });

describe('retries of a read', () => {
  const { random } = Math;
  afterEach(() => {
    Math.random = random;
  });

  for (const status of [429, 502, 503, 504]) {
    it(`tries again after ${status}`, async () => {
      const { backend, read } = setUp(problem('x', status), json([1]));
      expect((await time().until(read())).data).to.deep.equal([1]);
      expect(backend.calls).to.have.length(2);
    });
  }

  it('tries again after a broken connection', async () => {
    const { backend, read } = setUp(new TypeError('Failed to fetch'), json([1]));
    expect((await time().until(read())).data).to.deep.equal([1]);
    expect(backend.calls).to.have.length(2);
  });

  it('tries again after a connection that broke in the body', async () => {
    const broken = () =>
      new Response(new ReadableStream({ pull: (body) => body.error(new TypeError('reset')) }), {
        headers: { 'Content-Type': 'application/json' },
      });
    const { backend, read } = setUp(broken, json([1]));
    expect((await time().until(read())).data).to.deep.equal([1]);
    expect(backend.calls).to.have.length(2);
  });

  it('tries again at most twice', async () => {
    const { backend, read } = setUp(problem('x', 502));
    const info = await time().until(infoOf(read()));
    expect([info.code, info.status]).to.deep.equal(['server-error', 502]);
    expect(backend.calls).to.have.length(3);
  });

  for (const status of [400, 403, 404, 408, 409, 412, 422, 500, 501]) {
    it(`does not try again after ${status}`, async () => {
      const { backend, read } = setUp(problem('x', status));
      expect((await time().until(infoOf(read()))).status).to.equal(status);
      expect(backend.calls).to.have.length(1);
    });
  }

  it('does not try again after an answer that cannot be read', async () => {
    const { backend, read } = setUp(new Response('<html>'));
    expect((await time().until(infoOf(read()))).code).to.equal('not-json');
    expect(backend.calls).to.have.length(1);
  });

  for (const [luck, total] of [
    [0, 150 + 450],
    [0.5, 225 + 675],
  ] as const) {
    it(`waits a little longer each time, with chance in it (${luck})`, async () => {
      Math.random = () => luck;
      const { read } = setUp(new TypeError('Failed to fetch'));
      expect((await time().until(infoOf(read()))).code).to.equal('network');
      expect(time().elapsed).to.equal(total);
    });
  }

  it('makes no request when it is given up in a pause', async () => {
    const { backend, read } = setUp(busy('2'));
    const gone = new AbortController();
    const answer = read(gone.signal).catch((error: unknown) => error);
    await time().pass(1_000);
    gone.abort();
    expect(await answer).to.equal(gone.signal.reason);
    await time().pass(5_000);
    expect(backend.calls).to.have.length(1);
  });

  it('says offline when the browser knows that it is', async () => {
    setOnline(false);
    const { read } = setUp(new TypeError('Failed to fetch'));
    const info = await time().until(infoOf(read()));
    restorePage();
    expect(info).to.deep.equal({ kind: 'network', code: 'offline', retryable: true });
  });
});

describe('Retry-After', () => {
  const { random } = Math;
  afterEach(() => {
    Math.random = random;
  });

  it('is waited for up to 3 s', async () => {
    const { backend, read } = setUp(busy('3', 429), json([1]));
    expect((await time().until(read())).data).to.deep.equal([1]);
    expect(time().elapsed).to.equal(3_000);
    expect(backend.calls).to.have.length(2);
  });

  it('is shown instead when it is longer', async () => {
    const { backend, read } = setUp(busy('4', 429));
    const info = await time().until(infoOf(read()));
    expect(info.retryAfterMs).to.equal(4_000);
    expect([info.code, info.retryable, backend.calls.length]).to.deep.equal(['rate-limited', true, 1]);
    expect(time().elapsed).to.equal(0);
  });

  for (const [ahead, waited, calls] of [
    [2_000, 2_000, 2],
    [-5_000, 0, 2],
    [60_000, 0, 1],
  ] as const) {
    it(`is read as a date ${ahead} ms ahead of the page's clock`, async () => {
      const instant = Date.UTC(2022, 5, 1, 12);
      configure({ now: () => instant });
      const { backend, read } = setUp(busy(new Date(instant + ahead).toUTCString()), json([1]));
      await time().until(read().catch(() => undefined));
      expect([backend.calls.length, time().elapsed]).to.deep.equal([calls, waited]);
    });
  }

  it('is ignored when it makes no sense', async () => {
    Math.random = () => 0;
    const { backend, read } = setUp(busy('soon'), json([1]));
    await time().until(read());
    expect([backend.calls.length, time().elapsed]).to.deep.equal([2, 150]);
  });
});
