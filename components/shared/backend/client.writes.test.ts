import { expect } from '@open-wc/testing';
import { infoOf } from '../testing/failures.js';
import { FakeFetch, json, problem, silence, type Reply } from '../testing/fake-fetch.js';
import { createBackendClient, type WriteRequest } from './client.js';

function setUp(replies: Reply[], getToken?: () => string) {
  const backend = new FakeFetch(...replies);
  const client = createBackendClient({
    backendUrl: 'https://backend.test',
    fetch: backend.fetch,
    timeoutMs: 50,
    getToken,
  });
  const read = () => client.get({ path: '/x', lang: 'da', read: (body) => body });
  const write = (more: Partial<WriteRequest<unknown>> = {}) =>
    client.send({
      method: 'POST',
      path: '/x',
      lang: 'da',
      idempotencyKey: 'key-1',
      read: (body) => body ?? null,
      ...more,
    });
  return { backend, read, write };
}

describe('write', () => {
  it('sends key, tag, type and body', async () => {
    const { backend, write } = setUp([json({ ok: true })]);
    const { data } = await write({ method: 'PUT', body: { a: 'æ' }, ifMatch: '"v1"' });
    const { headers, init } = backend.only;
    expect(data).to.deep.equal({ ok: true });
    expect(headers.get('Idempotency-Key')).to.equal('key-1');
    expect(headers.get('If-Match')).to.equal('"v1"');
    expect(headers.get('Content-Type')).to.equal('application/json');
    expect([init.method, init.body]).to.deep.equal(['PUT', '{"a":"æ"}']);
  });

  it('has neither type nor tag where there is nothing to say', async () => {
    const { backend, write } = setUp([new Response(null, { status: 204 })]);
    expect((await write()).data).to.equal(null);
    const { headers, init } = backend.only;
    expect([headers.has('Content-Type'), headers.has('If-Match'), init.body]).to.deep.equal([
      false,
      false,
      null,
    ]);
  });

  for (const [name, reply] of Object.entries({
    '503': problem('x', 503),
    '429': problem('rate-limited', 429),
    'a broken connection': new TypeError('Failed to fetch'),
    'a time-out': silence,
  })) {
    it(`is not repeated after ${name}`, async () => {
      const { backend, write } = setUp([reply]);
      expect((await infoOf(write())).retryable).to.be.true;
      expect(backend.calls).to.have.length(1);
    });
  }

  it('goes out again with the same key after a 401 and a new token', async () => {
    const { backend, write } = setUp([problem('x', 401), json({})], () => 'abc');
    await write();
    expect(backend.calls.map(({ headers }) => headers.get('Idempotency-Key'))).to.deep.equal([
      'key-1',
      'key-1',
    ]);
  });

  it('ends when its signal does, with the reason', async () => {
    const gone = new AbortController();
    const { write } = setUp([silence]);
    const answer = write({ signal: gone.signal }).catch((error: unknown) => error);
    gone.abort();
    expect(await answer).to.equal(gone.signal.reason);
  });

  it('is followed by a read of its own', async () => {
    const { read, write } = setUp([json([1]), json({}), json([2])]);
    await read();
    await write();
    expect((await read()).data).to.deep.equal([2]);
  });

  it('is followed by a read of its own, also when its outcome is not known', async () => {
    const { read, write } = setUp([json([1]), new TypeError('reset'), json([2])]);
    await read();
    await write().catch(() => undefined);
    expect((await read()).data).to.deep.equal([2]);
  });
});
