import { expect } from '@open-wc/testing';
import type { BackendOptions } from '../configuration.js';
import { failureOf, infoOf } from '../testing/failures.js';
import { FakeFetch, json, later, problem, type Reply } from '../testing/fake-fetch.js';
import { flush } from '../testing/fake-time.js';
import { createBackendClient } from './client.js';

/** A getToken that gives the tokens in turn and keeps how it was asked. */
function tokens(...given: (string | null)[]) {
  const asked: boolean[] = [];
  const getToken = ({ refresh }: { refresh: boolean }) => {
    asked.push(refresh);
    return given.shift() ?? null;
  };
  return { asked, getToken };
}

function setUp(replies: Reply[], options: BackendOptions = {}) {
  const backend = new FakeFetch(...replies);
  const client = createBackendClient({
    backendUrl: 'https://backend.test',
    fetch: backend.fetch,
    ...options,
  });
  const read = (path = '/x') => client.get({ path, lang: 'da', read: (body) => body });
  return { backend, client, read };
}

const sent = (backend: FakeFetch, name: string) => backend.calls.map(({ headers }) => headers.get(name));

describe('token', () => {
  it('is sent as a bearer token', async () => {
    const { backend, read } = setUp([json([])], tokens('abc'));
    await read();
    expect(sent(backend, 'Authorization')).to.deep.equal(['Bearer abc']);
  });

  it('is left out when nobody is signed in', async () => {
    const { backend, read } = setUp([json([])], tokens(null));
    await read();
    expect(sent(backend, 'Authorization')).to.deep.equal([null]);
  });

  it('is renewed once after a 401, and the request made again', async () => {
    const { asked, getToken } = tokens('old', 'new');
    const { backend, read } = setUp([problem('x', 401), json([1])], { getToken });
    expect((await read()).data).to.deep.equal([1]);
    expect(sent(backend, 'Authorization')).to.deep.equal(['Bearer old', 'Bearer new']);
    expect(asked).to.deep.equal([false, true]);
  });

  it('is not renewed a second time: the user is signed out', async () => {
    const { asked, getToken } = tokens('old', 'new', 'newer');
    const { backend, read } = setUp([problem('x', 401)], { getToken });
    const info = await infoOf(read());
    expect([info.kind, info.code, info.status]).to.deep.equal(['http', 'signed-out', 401]);
    expect([backend.calls.length, asked]).to.deep.equal([2, [false, true]]);
  });

  it('is asked for in vain: no second request', async () => {
    const { backend, read } = setUp([problem('x', 401)], tokens('old', null));
    expect((await infoOf(read())).code).to.equal('signed-out');
    expect(backend.calls).to.have.length(1);
  });

  it('is not there, whatever the problem is called', async () => {
    const { read } = setUp([problem('not-permitted', 401)]);
    expect((await infoOf(read())).code).to.equal('signed-out');
  });

  it('is not there: a 401 is final', async () => {
    const { backend, read } = setUp([problem('x', 401)]);
    expect((await infoOf(read())).code).to.equal('signed-out');
    expect(backend.calls).to.have.length(1);
  });

  it('is renewed once for all who were refused at the same time', async () => {
    const fresh = { give: (_: string) => {} };
    const asked: boolean[] = [];
    const getToken = ({ refresh }: { refresh: boolean }) => {
      asked.push(refresh);
      return refresh ? new Promise<string>((resolve) => (fresh.give = resolve)) : 'old';
    };
    const gate = ({ headers }: { headers: Headers }) =>
      headers.get('Authorization') === 'Bearer new' ? json([1]) : problem('x', 401);
    const { read } = setUp([gate], { getToken });
    const both = Promise.all([read('/a'), read('/b')]);
    await flush();
    fresh.give('new');
    expect((await both).map(({ data }) => data)).to.deep.equal([[1], [1]]);
    expect(asked.filter(Boolean)).to.have.length(1);
  });

  for (const [name, getToken] of Object.entries({
    rejects: () => Promise.reject(new Error('SECRET')),
    throws: () => {
      throw new Error('SECRET');
    },
    'fails to renew': ({ refresh }: { refresh: boolean }) =>
      refresh ? Promise.reject(new Error('SECRET')) : Promise.resolve('old'),
  })) {
    it(`has its own failure when getToken ${name}, without the host's words`, async () => {
      const { read } = setUp([problem('x', 401)], { getToken });
      const failure = await failureOf(read());
      expect([failure.info.kind, failure.info.code]).to.deep.equal(['config', 'token-failed']);
      expect(`${failure.stack} ${JSON.stringify(failure)}`).not.to.contain('SECRET');
    });
  }
});

describe('401', () => {
  it('drops what was shared, since another person may sign in', async () => {
    const { backend, read } = setUp([json([1]), problem('x', 401), json([2])]);
    await read('/a');
    await read('/b').catch(() => undefined);
    expect((await read('/a')).data).to.deep.equal([2]);
    expect(backend.calls).to.have.length(3);
  });

  it('drops also a read under way', async () => {
    const slow = later();
    const { read } = setUp([slow.reply, problem('x', 401), json([2])]);
    const before = read('/a');
    await read('/b').catch(() => undefined);
    expect((await read('/a')).data).to.deep.equal([2]);
    slow.give(json([1]));
    expect((await before).data).to.deep.equal([1]);
  });
});

describe('redirect', () => {
  for (const [name, options, mode] of [
    ['a token', { getToken: () => 'abc' }, 'manual'],
    ["headers of the host's", { headers: { 'X-Key': '1' } }, 'manual'],
    ['neither', {}, 'follow'],
  ] as const) {
    it(`is '${mode}' with ${name}`, async () => {
      const { backend, read } = setUp([json([])], options);
      await read();
      expect(backend.only.init.redirect).to.equal(mode);
    });
  }

  it('that is not followed is a failure without a retry, and without a status: none was to be seen', async () => {
    const opaque = Object.defineProperties(new Response(null), {
      type: { value: 'opaqueredirect' },
      status: { value: 0 },
      ok: { value: false },
    });
    const { read } = setUp([() => opaque], { getToken: () => 'abc' });
    const { kind, code, retryable, status } = await infoOf(read());
    expect([kind, code, retryable, status]).to.deep.equal(['contract', 'bad-shape', false, undefined]);
  });
});

describe('headers', () => {
  it('say the language and what is accepted', async () => {
    const { backend, client } = setUp([json([])]);
    await client.get({ path: '/x', lang: 'en', read: (body) => body });
    expect(sent(backend, 'Accept-Language')).to.deep.equal(['en']);
    expect(sent(backend, 'Accept')).to.deep.equal(['application/json, application/problem+json']);
  });

  it("carry the host's, which cannot replace the kit's own", async () => {
    const headers = { 'X-Key': '1', Accept: 'text/html' };
    const { backend, read } = setUp([json([])], { headers });
    await read();
    expect(sent(backend, 'X-Key')).to.deep.equal(['1']);
    expect(sent(backend, 'Accept')).to.deep.equal(['application/json, application/problem+json']);
  });

  it('go with cookies of the same origin only, by default', async () => {
    const { backend, read } = setUp([json([])]);
    await read();
    expect(backend.only.init.credentials).to.equal('same-origin');
  });

  it('go with the cookies that the host wants', async () => {
    const { backend, read } = setUp([json([])], { credentials: 'include' });
    await read();
    expect(backend.only.init.credentials).to.equal('include');
  });
});

describe('headers of the host', () => {
  for (const headers of [{ 'X-Tenant': 'abc' }, new Headers({ 'X-Tenant': 'abc' })]) {
    it(`are sent, given as ${headers.constructor.name}`, async () => {
      const { backend, read } = setUp([json([])], { headers });
      await read();
      expect(sent(backend, 'X-Tenant')).to.deep.equal(['abc']);
    });
  }

  it('do not stand beside the kit’s own, however they are written', async () => {
    const headers = { accept: 'text/html', AUTHORIZATION: 'Basic abc', 'accept-language': 'kl' };
    const { backend, read } = setUp([json([])], { headers, ...tokens('t') });
    await read();
    expect(
      ['Accept', 'Authorization', 'Accept-Language'].flatMap((name) => sent(backend, name)),
    ).to.deep.equal(['application/json, application/problem+json', 'Bearer t', 'da']);
  });
});
