import { expect } from '@open-wc/testing';
import { infoOf } from '../testing/failures.js';
import { FakeFetch, deaf, json, silence, type Reply } from '../testing/fake-fetch.js';
import { useFakeTime } from '../testing/fake-time.js';
import { createBackendClient } from './client.js';

const time = useFakeTime();

function setUp(reply: Reply, options: { timeoutMs?: number; getToken?: () => Promise<string> } = {}) {
  const backend = new FakeFetch(reply);
  const client = createBackendClient({
    backendUrl: 'https://backend.test',
    fetch: backend.fetch,
    ...options,
  });
  const read = () => client.get({ path: '/x', lang: 'da', read: (body) => body });
  const write = () =>
    client.send({ method: 'POST', path: '/x', lang: 'da', idempotencyKey: 'k', read: () => true });
  return { backend, read, write };
}

const TIMEOUT = { kind: 'timeout', code: 'timeout', retryable: true };

describe('time-out', () => {
  it('gives up a read after 8 s, without another try', async () => {
    const { backend, read } = setUp(silence);
    expect(await time().until(infoOf(read()))).to.deep.equal(TIMEOUT);
    expect(time().elapsed).to.equal(8_000);
    expect(backend.only.signal.aborted).to.be.true;
  });

  it('gives up a write after 8 s, without another try', async () => {
    const { backend, write } = setUp(silence);
    expect(await time().until(infoOf(write()))).to.deep.equal(TIMEOUT);
    expect(time().elapsed).to.equal(8_000);
    expect(backend.calls).to.have.length(1);
  });

  it('counts the body in', async () => {
    const endless = () =>
      new Response(new ReadableStream({ start: (body) => body.enqueue(new TextEncoder().encode('{')) }), {
        headers: { 'Content-Type': 'application/json' },
      });
    const { read } = setUp(endless);
    expect(await time().until(infoOf(read()))).to.deep.equal(TIMEOUT);
    expect(time().elapsed).to.equal(8_000);
  });

  it('holds for a fetch of the host that does not listen to the signal', async () => {
    const { read } = setUp(deaf);
    expect(await time().until(infoOf(read()))).to.deep.equal(TIMEOUT);
  });

  it('holds for a getToken that never answers', async () => {
    const { backend, read } = setUp(json({}), { getToken: () => new Promise(() => {}) });
    expect(await time().until(infoOf(read()))).to.deep.equal(TIMEOUT);
    expect(backend.calls).to.have.length(0);
  });

  it('takes the time of configure', async () => {
    const { read } = setUp(silence, { timeoutMs: 40 });
    expect(await time().until(infoOf(read()))).to.deep.equal(TIMEOUT);
    expect(time().elapsed).to.equal(40);
  });

  for (const timeoutMs of [NaN, Infinity]) {
    it(`falls back to 8 s for ${timeoutMs}`, async () => {
      const { write } = setUp(silence, { timeoutMs });
      expect(await time().until(infoOf(write()))).to.deep.equal(TIMEOUT);
      expect(time().elapsed).to.equal(8_000);
    });
  }

  it('ends a read with its retries within 10 s', async () => {
    const breaksAfter4s = () =>
      new Promise<Response>((_, reject) => setTimeout(() => reject(new TypeError('reset')), 4_000));
    const { backend, read } = setUp(breaksAfter4s);
    expect(await time().until(infoOf(read()))).to.deep.equal(TIMEOUT);
    expect(backend.calls).to.have.length(3);
    expect(time().elapsed).to.equal(10_000);
  });

  it('does not begin a retry that could not end within 10 s', async () => {
    const slow = () =>
      new Promise<Response>((resolve) =>
        setTimeout(() => resolve(new Response('', { status: 503, headers: { 'Retry-After': '3' } })), 7_500),
      );
    const { backend, read } = setUp(slow);
    expect((await time().until(infoOf(read()))).code).to.equal('unavailable');
    expect(backend.calls).to.have.length(1);
  });

  it('leaves no rejection behind when the timer fires after the answer', async () => {
    const { read } = setUp(json({ a: 1 }));
    expect((await time().until(read())).data).to.deep.equal({ a: 1 });
    await time().pass(20_000);
  });
});
