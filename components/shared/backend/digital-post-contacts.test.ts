import { expect } from '@open-wc/testing';
import { json } from '../testing/fake-fetch.js';
import { infoOf } from '../testing/failures.js';
import { fakeBackend } from '../testing/widget-page.js';
import {
  findRecipients,
  getContactGroup,
  getContactGroups,
  getContactPoint,
  getContactPoints,
  getOrganisation,
  getWriteLinks,
  type Ask,
} from './digital-post-contacts.js';

const POINT = { id: 'p/1', name: 'Flytning' };
const GROUP = { id: 'g/1', name: 'Bolig' };

/** How to ask a backend that answers so. */
function asking(...bodies: unknown[]) {
  const { client, backend } = fakeBackend(...bodies.map((body) => json(body)));
  const ask: Ask = { client, lang: 'en', signal: new AbortController().signal, fresh: false };
  return { ask, backend };
}

/** What is asked for, and in which language; the first backend answer is the body. */
async function askedWith<Data>(get: (ask: Ask) => Promise<Data>, body: unknown) {
  const { ask, backend } = asking(body);
  const data = await get(ask);
  const { url, headers } = backend.only;
  return { data, path: url.replace('https://backend.test', ''), lang: headers.get('Accept-Language') };
}

describe('asking for contacts', () => {
  const requests: [what: string, get: (ask: Ask) => Promise<unknown>, body: unknown, path: string][] = [
    [
      'recipients',
      (ask) => findRecipients(ask, 'fjord & by'),
      { recipients: [] },
      '/recipients?q=fjord+%26+by&page=0&size=50',
    ],
    ['an organisation', (ask) => getOrganisation(ask, 'o/1'), GROUP, '/organisations/o%2F1'],
    [
      'a page of points',
      (ask) => getContactPoints(ask, 'o', 3),
      { contactPoints: [] },
      '/contact-points?organisationId=o&page=3&size=200',
    ],
    [
      'a page of groups',
      (ask) => getContactGroups(ask, 'o', 3),
      { contactGroups: [] },
      '/contact-groups?organisationId=o&page=3&size=200',
    ],
    ['a point', (ask) => getContactPoint(ask, 'p/1'), POINT, '/contact-points/p%2F1'],
    ['a group', (ask) => getContactGroup(ask, 'g/1'), GROUP, '/contact-groups/g%2F1'],
    [
      'the links to a point',
      (ask) => getWriteLinks(ask, 'p/1'),
      { deepLinks: [] },
      '/contact-points/p%2F1/deep-links',
    ],
  ];
  for (const [what, get, body, path] of requests) {
    it(`for ${what} names it in the path, and the language`, async () => {
      const asked = await askedWith(get, body);
      expect([asked.path, asked.lang]).to.deep.equal([path, 'en']);
    });

    it(`for ${what} takes no answer of another shape`, async () => {
      const { ask } = asking([]);
      expect((await infoOf(get(ask))).code).to.equal('bad-shape');
    });
  }

  it('gives what was read', async () => {
    const { data: points } = await askedWith((ask) => getContactPoints(ask, 'o', 0), {
      contactPoints: [POINT],
    });
    expect(points.data?.items.map(({ name }) => name)).to.deep.equal(['Flytning']);
    const { data: groups } = await askedWith((ask) => getContactGroups(ask, 'o', 0), {
      contactGroups: [GROUP],
    });
    expect(groups?.items.map(({ name }) => name)).to.deep.equal(['Bolig']);
    expect((await askedWith((ask) => getContactPoint(ask, 'p'), POINT)).data.data?.items[0]?.id).to.equal(
      'p/1',
    );
    expect((await askedWith((ask) => getContactGroup(ask, 'g'), GROUP)).data?.items[0]?.id).to.equal('g/1');
  });

  it('may share an answer of a moment ago, unless a fresh one is asked for', async () => {
    const { ask, backend } = asking(POINT);
    await getContactPoint(ask, 'p');
    await getContactPoint(ask, 'p');
    expect(backend.calls).to.have.length(1);
    await getContactPoint({ ...ask, fresh: true }, 'p');
    expect(backend.calls).to.have.length(2);
  });
});

describe('an organisation', () => {
  const read = async (over: object) =>
    (await askedWith((ask) => getOrganisation(ask, 'o'), { id: 'o', name: 'Fjordby', ...over })).data;
  const long = (length: number) => `https://x.dk/${'a'.repeat(length - 13)}`;

  for (const [privacyPolicyUrl, kept] of [
    ['https://x.dk/privat', true],
    [long(2048), true],
    [long(2049), false],
    ['http://x.dk/privat', false],
    ['javascript:alert(1)', false],
    ['/privat', false],
    [7, false],
    [undefined, false],
  ] as const) {
    it(`${kept ? 'has' : 'is without'} the policy ${String(privacyPolicyUrl).slice(0, 30)}`, async () => {
      expect(await read({ privacyPolicyUrl })).to.deep.equal({
        id: 'o',
        name: 'Fjordby',
        privacyPolicyUrl: kept ? privacyPolicyUrl : undefined,
      });
    });
  }

  it('needs id and name', async () => {
    for (const over of [{ id: undefined }, { name: ' ' }])
      expect((await infoOf(read(over))).code).to.equal('bad-shape');
  });
});

describe('recipients', () => {
  const read = async (...recipients: unknown[]) =>
    (await askedWith((ask) => findRecipients(ask, 'x'), { recipients })).data;

  it('are authorities, and units of one', async () => {
    const page = await read(
      { kind: 'organisation', id: 'o', name: 'Fjordby' },
      { kind: 'unit', id: 'u', name: 'Borgerservice', organisationId: 'o', organisationName: 'Fjordby' },
      { kind: 'unit', id: 'u2', name: 'Jobcenter', organisationId: 'o' },
    );
    expect(page?.items).to.deep.equal([
      { id: 'o', isUnit: false, name: 'Fjordby', organisationId: 'o', organisationName: 'Fjordby' },
      { id: 'u', isUnit: true, name: 'Borgerservice', organisationId: 'o', organisationName: 'Fjordby' },
      { id: 'u2', isUnit: true, name: 'Jobcenter', organisationId: 'o', organisationName: 'Jobcenter' },
    ]);
  });

  it('need id and name, and a unit its authority', async () => {
    const page = await read(
      { id: '', name: 'Fjordby', organisationId: 'o' },
      { id: 'o', name: 7 },
      { kind: 'unit', id: 'u', name: 'Borgerservice' },
      null,
    );
    expect([page?.items, page?.leftOut, page?.badFields]).to.deep.equal([[], 4, ['id', 'name']]);
  });
});

describe('links to write to a point', () => {
  const URL = 'https://post.borger.dk/send/o/p/';

  it('need an address and an audience', async () => {
    const deepLinks = [
      { targets: ['CITIZEN'], url: URL },
      { target: 'COMPANY', url: 'https://virk.dk/' },
      { targets: ['CITIZEN'] },
      { targets: [], url: URL },
    ];
    const { data } = await askedWith((ask) => getWriteLinks(ask, 'p'), { deepLinks });
    expect(data?.items).to.deep.equal([
      { url: URL, audiences: ['citizen'] },
      { url: 'https://virk.dk/', audiences: ['business'] },
    ]);
    expect(data?.leftOut).to.equal(2);
  });
});
