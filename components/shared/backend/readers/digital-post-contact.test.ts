import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import {
  readContactGroup,
  readContactGroups,
  readContactPoint,
  readContactPoints,
  type ContactPointPage,
} from './digital-post-contact.js';

const organisation = { id: 'o', name: 'Fjordby Kommune', targets: [], logoAvailable: false };
/** The service's own verbose form. */
const root = {
  id: 'g1',
  organisationalUnit: false,
  name: 'Fjordby Kommune',
  description: 'Change me',
  organisation,
  targets: [],
  postkasseIds: [],
};
const housing = { ...root, id: 'g2', name: 'Bolig og flytning', description: 'Om bolig', parent: root };
const moving = {
  id: '163710ae-5078-350c-0000-0000000f1001',
  name: 'Flytning',
  description: 'Når du flytter',
  targets: ['CITIZEN', 'AUTHORITY', 'COMPANY'],
  memoSizeThresholdMB: 99.5,
  allowedNumberOfAttachments: 10,
  active: true,
  visible: true,
  organisationId: '14d6e9ad-fc0e-3918-0000-00000000f001',
  contactPointCodes: [{ type: 'KLE', code: '23.05.00' }],
  contactGroups: [housing],
  recommendedAttributes: [{ id: 'a1', version: 0, name: 'Sagsnummer' }],
  searchTerms: [{ id: 's1', version: 0, term: 'ny adresse' }],
  translations: [],
  externalLink: {
    heading: 'Meld flytning',
    description: 'Selv',
    linkText: 'Start',
    url: 'https://www.example.dk/flytning',
  },
};

const page = (...contactPoints: unknown[]) => readContactPoints({ contactPoints });
const badFieldsOf = (over: object) => page({ ...moving, ...over })?.badFields;
const pointOf = (over: object) => page({ ...moving, ...over })?.items[0];

describe('reading contact points', () => {
  it("takes the service's own form", () => {
    const read = readContactPoints({
      currentPage: 0,
      totalPages: 2,
      totalElements: 5,
      contactPoints: [moving],
    });
    expect(read).to.deep.include({ leftOut: 0, badFields: [] });
    expect(read).to.include({ totalPages: 2, totalElements: 5 });
    expect(read?.items).to.deep.equal([
      {
        id: moving.id,
        name: 'Flytning',
        description: 'Når du flytter',
        audiences: ['citizen', 'authority', 'business'],
        active: true,
        visible: true,
        organisationId: moving.organisationId,
        groupIds: ['g2'],
        keywords: ['ny adresse'],
        informationFields: [{ id: 'a1', name: 'Sagsnummer' }],
        externalLink: moving.externalLink,
        maxMegabytes: 99.5,
        maxAttachments: 10,
      },
    ]);
    expect(read?.groups).to.deep.equal([
      {
        id: 'g2',
        name: 'Bolig og flytning',
        description: 'Om bolig',
        unit: false,
        audiences: [],
        parentIds: ['g1'],
        organisationId: 'o',
        organisationName: 'Fjordby Kommune',
      },
      {
        id: 'g1',
        name: 'Fjordby Kommune',
        description: undefined,
        unit: false,
        audiences: [],
        parentIds: [],
        organisationId: 'o',
        organisationName: 'Fjordby Kommune',
      },
    ]);
  });

  it('needs only id and name; null is absent', () => {
    for (const value of [undefined, null]) {
      const rest = Object.fromEntries(Object.keys(moving).map((key) => [key, value]));
      const read = page({ ...rest, id: 7, name: 'Pas' });
      expect(read).to.deep.include({ leftOut: 0, badFields: [] });
      expect(read?.items[0]).to.deep.equal({
        id: '7',
        name: 'Pas',
        description: undefined,
        audiences: [],
        active: true,
        visible: true,
        organisationId: undefined,
        groupIds: [],
        keywords: [],
        informationFields: [],
        externalLink: undefined,
        maxMegabytes: undefined,
        maxAttachments: undefined,
      });
    }
  });

  it('leaves out and counts what has no id or no name', () => {
    const bad = [{ ...moving, id: undefined }, { ...moving, id: '' }, { ...moving, id: NaN }, null, 'x', []];
    const nameless = ['', '  ', '\u200b\u202e', undefined, 7].map((name) => ({ ...moving, name }));
    const read = page(...bad, moving, ...nameless);
    expect(read?.items).to.have.length(1);
    expect(read?.leftOut).to.equal(11);
    expect(read?.badFields).to.deep.equal(['id', 'name']);
  });

  const badFields: [field: string, over: object, paths: string[]][] = [
    ['description', { description: 7 }, ['description']],
    ['targets', { targets: 'CITIZEN' }, ['targets']],
    ['active', { active: 'yes' }, ['active']],
    ['visible', { visible: 1 }, ['visible']],
    [
      'capacity',
      { memoSizeThresholdMB: '99', allowedNumberOfAttachments: 1.5 },
      ['memoSizeThresholdMB', 'allowedNumberOfAttachments'],
    ],
    [
      'capacity below nothing',
      { memoSizeThresholdMB: 0, allowedNumberOfAttachments: -1 },
      ['memoSizeThresholdMB', 'allowedNumberOfAttachments'],
    ],
    ['a size beyond all sense', { memoSizeThresholdMB: 1e308 }, ['memoSizeThresholdMB']],
    ['groups', { contactGroups: {} }, ['contactGroups']],
    ['keywords', { searchTerms: [{ term: 7 }, 'x', { term: 'pas' }] }, ['searchTerms']],
    [
      'information fields',
      { recommendedAttributes: [{ name: 'x' }, { id: 1 }, null] },
      ['recommendedAttributes'],
    ],
    ['external link', { externalLink: 'https://x.dk' }, ['externalLink.url']],
    ['a text in the link', { externalLink: { url: 'https://x.dk', heading: 7 } }, ['externalLink.heading']],
    [
      'a group',
      { contactGroups: [{}, { id: 'g', name: 7, parent: 7 }] },
      ['contactGroups.name', 'contactGroups.parent', 'contactGroups'],
    ],
  ];
  for (const [field, over, paths] of badFields) {
    it(`notes ${field} and keeps the point`, () => {
      expect(badFieldsOf(over)).to.deep.equal(paths);
      expect(pointOf(over)?.name).to.equal('Flytning');
    });
  }

  it('takes a size above the limit of today', () => {
    expect(pointOf({ memoSizeThresholdMB: 250 })?.maxMegabytes).to.equal(250);
    expect(pointOf({ memoSizeThresholdMB: 1e308 })?.maxMegabytes).to.equal(undefined);
  });

  it('takes what is usable of a list', () => {
    expect(pointOf({ searchTerms: [{ term: 7 }, { term: 'pas' }] })?.keywords).to.deep.equal(['pas']);
    expect(pointOf({ targets: ['COMPANY', 'toString', 'COMPANY', 3] })?.audiences).to.deep.equal([
      'business',
    ]);
    expect(pointOf({ contactGroups: [{ id: 1 }, { id: '1' }, 'x'] })?.groupIds).to.deep.equal(['1']);
  });

  it('takes a target for what it is only as a text', () => {
    expect(pointOf({ targets: [['CITIZEN'], 'AUTHORITY'] })?.audiences).to.deep.equal(['authority']);
  });

  it('takes information fields with id and name', () => {
    const recommendedAttributes = [{ name: 'x' }, { id: 1 }, { id: 2, name: 'Sag' }];
    expect(pointOf({ recommendedAttributes })?.informationFields).to.deep.equal([{ id: '2', name: 'Sag' }]);
  });

  it('looks at a hundred keywords, and at all groups', () => {
    const searchTerms = Array.from({ length: 101 }, (_, i) => ({ term: `t${i}` }));
    const contactGroups = Array.from({ length: 101 }, (_, id) => ({ id }));
    const point = pointOf({ searchTerms, contactGroups });
    expect([point?.keywords.length, point?.keywords.at(-1)]).to.deep.equal([100, 't99']);
    expect(point?.groupIds).to.have.length(101);
  });

  it('notes a field once, however often it is bad', () => {
    expect(page({ ...moving, active: 1 }, { ...moving, active: 2 })?.badFields).to.deep.equal(['active']);
  });

  it('shows no placeholder', () => {
    for (const description of ['Change me', ' change me. ', '']) {
      expect(pointOf({ description })?.description).to.equal(undefined);
    }
    for (const description of ['Change me into', 'Do not change me'])
      expect(pointOf({ description })?.description).to.equal(description);
    expect(
      pointOf({ externalLink: { url: 'https://x.dk', description: 'Change me' } })?.externalLink?.description,
    ).to.equal(undefined);
  });

  it('makes a link only of http and https', () => {
    for (const url of [
      'javascript:alert(1)',
      'data:text/html,x',
      '/a',
      'x',
      7,
      undefined,
      `https://x.dk/${'x'.repeat(2048)}`,
    ]) {
      expect(pointOf({ externalLink: { url } })?.externalLink).to.equal(undefined);
      expect(badFieldsOf({ externalLink: { url } })).to.deep.equal(['externalLink.url']);
    }
    expect(pointOf({ externalLink: { url: 'http://x.dk' } })?.externalLink?.url).to.equal('http://x.dk/');
    const longest = `https://x.dk/${'x'.repeat(2048 - 13)}`;
    expect(pointOf({ externalLink: { url: longest } })?.externalLink?.url).to.equal(longest);
  });

  it('cuts endless texts between characters, and notes it', () => {
    const name = `${'x'.repeat(199)}😀${'y'.repeat(10_000)}`;
    expect(pointOf({ name })?.name).to.equal(`${'x'.repeat(199)}…`);
    expect(pointOf({ name: `😀${name.slice(2)}` })?.name).to.equal(`😀${'x'.repeat(197)}…`);
    expect(badFieldsOf({ name })).to.deep.equal(['name']);
    expect(pointOf({ name: 'x'.repeat(200) })?.name).to.equal('x'.repeat(200));
  });

  it('takes out controls and direction overrides', () => {
    expect(pointOf({ name: 'a\u202eb\u0000c' })?.name).to.equal('a b c');
  });
});

describe('reading one', () => {
  it('gives a point or a group as a page', () => {
    expect(readContactPoint(moving)?.items[0]?.name).to.equal('Flytning');
    expect(readContactPoint(moving)?.groups).to.have.length(2);
    expect(readContactGroup(housing)?.items.map(({ id }) => id)).to.deep.equal(['g2', 'g1']);
  });

  it('gives nothing for another shape', () => {
    for (const body of [undefined, null, 7, 'x', [], {}, { contactPoints: {} }, { contactGroups: 7 }]) {
      expect(readContactPoints(body)).to.equal(undefined);
      expect(readContactGroups(body)).to.equal(undefined);
      expect(readContactPoint(body)).to.equal(undefined);
      expect(readContactGroup(body)).to.equal(undefined);
    }
  });
});

describe('reading anything', () => {
  it('never throws, and gives only what it promises', () => {
    const anything = fc.anything({ maxDepth: 3 });
    const entry = fc.record(
      Object.fromEntries([...Object.keys(moving), 'parent', 'parents'].map((key) => [key, anything])),
      { requiredKeys: [] },
    );
    const named = fc
      .tuple(entry, fc.oneof(anything, fc.constant('x')))
      .map(([over, name]) => ({ ...over, id: 'i', name }));
    const keys = (read: ContactPointPage) => new Set(read.items.flatMap((item) => Object.keys(item))).size;
    fc.assert(
      fc.property(fc.array(fc.oneof(anything, entry, named)), (entries) => {
        const read = readContactPoints({ contactPoints: entries, totalPages: entries[0] });
        expect((read?.items.length ?? 0) + (read?.leftOut ?? 0)).to.equal(entries.length);
        for (const { id, name } of read?.items ?? [])
          expect([typeof id, typeof name]).to.deep.equal(['string', 'string']);
        expect([0, 13]).to.include(read ? keys(read) : 0);
        readContactGroups({ contactGroups: entries });
      }),
      { numRuns: 500 },
    );
  });
});
