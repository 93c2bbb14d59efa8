import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { configure } from '../page-state.js';
import { FakeFetch, json } from '../testing/fake-fetch.js';
import { resetConfiguration } from '../testing/page.js';
import { createBackendClient } from './client.js';
import { getDeepLinks, isTrustedLink, readDeepLinks } from './digital-post-links.js';

const BORGER = 'https://post.borger.dk/send/o/p/';
const VIRK = 'https://virk.dk/digitalpost/new/o/p/';

const read = (...deepLinks: unknown[]) => readDeepLinks({ deepLinks })!;

describe('reading deep links', () => {
  it('reads one for citizens and one that companies and authorities share', () => {
    const links = read(
      { targets: ['AUTHORITY', 'COMPANY'], platform: 'virk.dk', url: VIRK },
      { targets: ['CITIZEN'], platform: 'borger.dk', url: BORGER },
    );
    expect(links).to.deep.equal({
      links: [
        { audiences: ['citizen'], platform: 'borger.dk', url: BORGER },
        { audiences: ['business', 'authority'], platform: 'virk.dk', url: VIRK },
      ],
      reason: undefined,
      leftOut: 0,
      badFields: [],
    });
  });

  it('reads a single target, and makes one link of rows with one URL', () => {
    const { links, leftOut } = read(
      { target: 'AUTHORITY', url: VIRK },
      { target: 'COMPANY', platform: 'virk.dk', url: VIRK },
      { target: 'COMPANY', platform: 'virk.dk', url: VIRK },
    );
    expect(links).to.deep.equal([{ audiences: ['business', 'authority'], platform: 'virk.dk', url: VIRK }]);
    expect(leftOut).to.equal(0);
  });

  for (const reason of ['inactive', 'no-receiving-system', 'no-active-points'] as const) {
    it(`says why there is none: ${reason}`, () => {
      expect(readDeepLinks({ deepLinks: [], reason })?.reason).to.equal(reason);
    });
  }

  it('passes over a reason that it does not know', () => {
    for (const reason of ['constructor', '', 7, null, {}])
      expect(readDeepLinks({ deepLinks: [], reason })?.reason).to.equal(undefined);
  });

  it('leaves out, and counts, what has no web address or no known audience', () => {
    const { links, leftOut } = read(
      { targets: ['CITIZEN'], url: 'javascript:alert(1)' },
      { targets: ['CITIZEN'], url: '/send/o/p/' },
      { targets: ['CITIZEN'], url: `${VIRK}${'a'.repeat(2048)}` },
      { targets: ['CITIZEN'], url: 7 },
      { targets: [], url: VIRK },
      { targets: ['constructor'], url: VIRK },
      { url: VIRK },
      null,
      'x',
    );
    expect([links, leftOut]).to.deep.equal([[], 9]);
  });

  it('takes an address of 2,048 characters', () => {
    const url = VIRK + 'a'.repeat(2048 - VIRK.length);
    expect(read({ target: 'CITIZEN', url }).links.map((link) => link.url)).to.deep.equal([url]);
    expect(read({ target: 'CITIZEN', url: `${url}a` }).leftOut).to.equal(1);
  });

  it('keeps a link with a bad field or a target of tomorrow, and notes the names', () => {
    const { links, badFields } = read({ targets: ['CITIZEN', 'ALIEN'], platform: 'evil.dk', url: BORGER });
    expect(links).to.deep.equal([{ audiences: ['citizen'], platform: undefined, url: BORGER }]);
    expect(badFields).to.have.members(['targets', 'platform']);
  });

  it('takes at most twelve', () => {
    const rows = Array.from({ length: 5_000 }, (_, i) => ({ target: 'CITIZEN', url: `${BORGER}${i}` }));
    const { links, leftOut } = read(...rows);
    expect([links.length, leftOut]).to.deep.equal([12, 4_988]);
  });

  it('writes addresses so that nothing in them turns around what is read', () => {
    const { links } = read({ target: 'CITIZEN', url: 'HTTPS://post.BORGER.dk/\u202edne\u0000s/ø' });
    expect(links[0]?.url).to.equal('https://post.borger.dk/%E2%80%AEdne%00s/%C3%B8');
  });

  it('gives nothing for another shape', () => {
    for (const body of [undefined, null, 7, 'x', [], {}, { deepLinks: {} }])
      expect(readDeepLinks(body)).to.equal(undefined);
  });

  it('never throws, and counts every row', () => {
    const field = fc.oneof(fc.anything(), fc.constantFrom('CITIZEN', ['COMPANY'], BORGER, VIRK));
    const row = fc.record({ url: field, target: field, targets: field, platform: field });
    fc.assert(
      fc.property(fc.array(fc.oneof(row, fc.anything())), (rows) => {
        const { links, leftOut } = read(...rows);
        expect(links.length + leftOut).to.be.at.most(rows.length);
        for (const { audiences } of links) expect(audiences.length).to.be.at.least(1);
      }),
      { numRuns: 300 },
    );
  });
});

describe('asking for deep links', () => {
  for (const kind of ['point', 'group'] as const) {
    it(`asks for those of a ${kind}`, async () => {
      const backend = new FakeFetch(json({ deepLinks: [] }));
      const client = createBackendClient({ backendUrl: 'https://backend.test/api', fetch: backend.fetch });
      const { signal } = new AbortController();
      await getDeepLinks(client, { target: { kind, id: 'a/b' }, lang: 'en', signal, fresh: false });
      expect(backend.only.url).to.equal(`https://backend.test/api/contact-${kind}s/a%2Fb/deep-links`);
      expect(backend.only.headers.get('Accept-Language')).to.equal('en');
    });
  }
});

describe('trusting a link', () => {
  resetConfiguration();

  for (const host of ['post.borger.dk', 'post.demo.borger.dk', 'virk.dk', 'pilot.virk.dk']) {
    it(`trusts ${host} by itself`, () => expect(isTrustedLink(`https://${host}/a/`)).to.equal(true));
  }

  for (const [what, url] of [
    ['http', 'http://virk.dk/a/'],
    ['a script', 'javascript:alert(1)//https://virk.dk/'],
    ['data', 'data:text/html,https://virk.dk/'],
    ['another host', 'https://evil.dk/'],
    ['a host below', 'https://evil.virk.dk/'],
    ['a host that begins alike', 'https://virk.dk.evil.dk/'],
    ['a host that ends alike', 'https://evilvirk.dk/'],
    ['a host with a dot at its end', 'https://virk.dk./'],
    ['another port', 'https://virk.dk:8443/'],
    ['a user name', 'https://virk.dk@evil.dk/'],
    ['a user name on the right host', 'https://evil@virk.dk/'],
    ['a password on the right host', 'https://:evil@virk.dk/'],
    ['letters that look alike', 'https://v\u0456rk.dk/'],
    ['a backslash', 'https://evil.dk\\@virk.dk/'],
    ['nothing', ''],
  ] as const) {
    it(`does not trust ${what}`, () => expect(isTrustedLink(url)).to.equal(false));
  }

  it('trusts only what the page says, when it says something', () => {
    configure({ linkHosts: ['post.example.dk'] });
    expect(isTrustedLink('https://post.example.dk/a/')).to.equal(true);
    expect(isTrustedLink('https://virk.dk/a/')).to.equal(false);
  });
});
