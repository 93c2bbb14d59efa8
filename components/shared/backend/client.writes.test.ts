import { expect } from '@open-wc/testing';
import { infoOf } from '../testing/failures.js';
import { FakeFetch, json, problem, silence, type Reply } from '../testing/fake-fetch.js';
import { createBackendClient, type WriteRequest } from './client.js';
import { getContactPoints, getWriteLinks } from './digital-post-contacts.js';
import { getDeepLinks } from './digital-post-links.js';
import { getMessage, getRecipientNumber, recallMessage } from './digital-post-messages.js';
import { answerConsentRequest, getConsentRequest, withdrawConsent } from './digitalt-samtykke.js';
import type { ConsentRequest } from './digitalt-samtykke.js';
import { dismissActivity, getActivities } from './mit-virk.js';

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

describe('the services', () => {
  it('write by POST with a key that no form can send, and read by GET without a body', async () => {
    const backend = new FakeFetch(json({}));
    const client = createBackendClient({ backendUrl: 'https://backend.test', fetch: backend.fetch });
    const id = '63fe3b8e-89c0-4d93-b502-e275cc54621b';
    const { signal } = new AbortController();
    const ask = { client, lang: 'da', signal, fresh: true, id, page: 0 } as const;
    const write = { lang: 'da', idempotencyKey: 'k', ifMatch: '"e"', id } as const;
    const request = { id, declaration: {} } as ConsentRequest;
    const sent = async (...requests: Promise<unknown>[]) => {
      await Promise.allSettled(requests);
      return backend.calls.splice(0).map(({ init, headers }) => {
        const key = headers.get('Idempotency-Key');
        return `${init.method} ${key} ${typeof init.body}`;
      });
    };
    const writes = await sent(
      dismissActivity(client, write),
      recallMessage(client, write),
      answerConsentRequest(client, request, [], write),
      withdrawConsent(client, request, 'c-1', write),
    );
    expect(writes).to.deep.equal(['POST k object', 'POST k object', 'POST k string', 'POST k object']);
    const reads = await sent(
      getActivities(client, { ...ask, types: ['frist'] }),
      getMessage(client, ask),
      getRecipientNumber(client, ask),
      getConsentRequest(client, ask),
      getContactPoints(ask, 'o', 0),
      getWriteLinks(ask, 'p'),
      getDeepLinks(client, { ...ask, target: { kind: 'group', id } }),
    );
    expect(reads).to.deep.equal(Array.from({ length: 7 }, () => 'GET null object'));
  });
});
