import { expect } from '@open-wc/testing';
import { configure } from '../page-state.js';
import { captureConsole } from '../testing/console-lines.js';
import { FakeFetch, json } from '../testing/fake-fetch.js';
import { resetConfiguration } from '../testing/page.js';
import { pageAddress, pageClient } from './page-client.js';

const clientOf = (backendUrl: string | null | undefined) => pageClient(pageAddress(backendUrl));

const lines = captureConsole();
resetConfiguration();

const HERE = 'https://backend.test/api';
const ELSEWHERE = 'https://elsewhere.test/api';
const ask = (address: string | null) =>
  clientOf(address).get({ path: '/x', lang: 'da', read: (body) => body });

describe('client of the page', () => {
  it('is one for all who ask at an address, however it is written', () => {
    expect(clientOf('/api/')).to.equal(clientOf(`${location.origin}/api`));
  });

  it('is another one for another address', () => {
    expect(clientOf(HERE)).not.to.equal(clientOf(ELSEWHERE));
  });

  for (const absent of [null, undefined, '']) {
    it(`goes to the configured address without one of the element's own: ${JSON.stringify(absent)}`, () => {
      configure({ backendUrl: HERE });
      expect(clientOf(absent)).to.equal(clientOf(HERE));
    });
  }

  it('cannot be made without an address', () => {
    expect(() => clientOf(null)).to.throw('config backend-url is missing');
  });

  for (const setting of [
    { getToken: () => 'abc' },
    { headers: { a: 'b' } },
    { credentials: 'include' },
    { timeoutMs: 500 },
    { fetch: new FakeFetch().fetch },
  ] as const) {
    it(`is a new one after configure(${Object.keys(setting).join()})`, () => {
      const before = clientOf(HERE);
      configure(setting);
      expect(clientOf(HERE)).not.to.equal(before);
    });
  }

  it('stays after settings that no request depends on', () => {
    const before = clientOf(HERE);
    configure({ lang: 'en', linkHosts: ['backend.test'], now: () => 0 });
    expect(clientOf(HERE)).to.equal(before);
  });

  it('stays for an element with an address of its own when only the page-wide one changes', () => {
    configure({ backendUrl: HERE });
    const before = clientOf(ELSEWHERE);
    configure({ backendUrl: 'https://third.test' });
    expect(clientOf(ELSEWHERE)).to.equal(before);
  });
});

describe('token, headers and cookies', () => {
  it('go to the configured origin', async () => {
    const backend = new FakeFetch(json([]));
    const headers = { 'X-Key': '1' };
    configure({
      backendUrl: HERE,
      getToken: () => 'abc',
      headers,
      credentials: 'include',
      fetch: backend.fetch,
    });
    await ask('https://backend.test/other');
    const { headers: sent, init } = backend.only;
    expect([sent.get('Authorization'), sent.get('X-Key'), init.credentials]).to.deep.equal([
      'Bearer abc',
      '1',
      'include',
    ]);
    expect(lines()).to.deep.equal([]);
  });

  for (const backendUrl of [HERE, 'http://backend.test/api', 'https://backend.test:8443', 'nonsense://x']) {
    it(`go nowhere else when the configured address is ${backendUrl}`, async () => {
      const backend = new FakeFetch(json([]));
      const headers = { 'X-Key': '1' };
      configure({ backendUrl, getToken: () => 'abc', headers, credentials: 'include', fetch: backend.fetch });
      await ask(backendUrl === HERE ? ELSEWHERE : HERE);
      const { headers: sent, init } = backend.only;
      expect([sent.get('Authorization'), sent.get('X-Key'), init.credentials]).to.deep.equal([
        null,
        null,
        'same-origin',
      ]);
    });
  }

  it('go to an address no more once another one is configured', async () => {
    const backend = new FakeFetch(json([]));
    configure({ backendUrl: HERE, getToken: () => 'abc', fetch: backend.fetch });
    await ask(HERE);
    configure({ backendUrl: ELSEWHERE });
    await clientOf(HERE).get({ path: '/y', lang: 'da', read: (body) => body });
    expect(backend.calls.map(({ headers }) => headers.get('Authorization'))).to.deep.equal([
      'Bearer abc',
      null,
    ]);
  });

  it('being held back is told once', async () => {
    configure({ backendUrl: HERE, getToken: () => 'abc', fetch: new FakeFetch(json([])).fetch });
    await ask(ELSEWHERE);
    await ask(ELSEWHERE);
    expect(lines()).to.deep.equal([
      '[skranke] a backend-url on another origin than in configure() gets no token, headers or cookies',
    ]);
  });

  it("go to an element's own address when none is configured", async () => {
    const backend = new FakeFetch(json([]));
    configure({ getToken: () => 'abc', fetch: backend.fetch });
    await ask(ELSEWHERE);
    expect(backend.only.headers.get('Authorization')).to.equal('Bearer abc');
  });
});
