import { expect } from '@open-wc/testing';
import { Fields, readPage } from './read-fields.js';

function setUp(raw: unknown) {
  const bad = new Set<string>();
  return { fields: new Fields(raw, bad), bad: () => [...bad] };
}

describe('fields of a wire object', () => {
  for (const raw of [null, undefined, 'text', 7, []]) {
    it(`are all absent in ${JSON.stringify(raw)}`, () => {
      const { fields, bad } = setUp(raw);
      expect([fields.text('name'), fields.id(), fields.list('items'), bad()]).to.deep.equal([
        undefined,
        undefined,
        undefined,
        [],
      ]);
    });
  }

  it('that are absent or null are not bad', () => {
    const { fields, bad } = setUp({ a: null });
    expect([fields.text('a'), fields.count('a'), fields.text('b'), bad()]).to.deep.equal([
      undefined,
      undefined,
      undefined,
      [],
    ]);
  });

  it('of another type become absent and are named, never quoted', () => {
    const { fields, bad } = setUp({ a: { secret: 1 }, b: 'x', c: 'x', d: -1, id: {} });
    expect([
      fields.text('a'),
      fields.list('b'),
      fields.count('c'),
      fields.count('d'),
      fields.id(),
    ]).to.deep.equal([undefined, undefined, undefined, undefined, undefined]);
    expect(bad()).to.deep.equal(['a', 'b', 'c', 'd', 'id']);
  });

  it('of text lose controls and direction overrides, not line breaks', () => {
    const { fields } = setUp({ a: ' a\u0000b\u202ec\u2066d\ne\tf ' });
    expect(fields.text('a')).to.equal('a b c d\ne\tf');
    expect(setUp({ a: 'Ω\u202eΩ' }).fields.text('a')).to.equal('Ω Ω');
  });

  for (const blank of ['', '  ', '\u0000\u202e']) {
    it(`of text are absent, not bad, when nothing can be seen: ${JSON.stringify(blank)}`, () => {
      const { fields, bad } = setUp({ a: blank });
      expect([fields.text('a'), bad()]).to.deep.equal([undefined, []]);
    });
  }

  for (const [wire, id] of [
    ['a-1', 'a-1'],
    [7, '7'],
    [0, '0'],
    ['a\u0000b\u202ec', 'a b c'],
    ['', undefined],
    ['\u0000\u202e', undefined],
    [NaN, undefined],
    [true, undefined],
  ] as const) {
    it(`that are ids: ${JSON.stringify(wire)} is read as ${id}`, () => {
      expect(setUp({ id: wire }).fields.id()).to.equal(id);
    });
  }

  it('that are counts are whole numbers from 0', () => {
    const { fields } = setUp({ a: 0, b: 1.5, c: 12 });
    expect([fields.count('a'), fields.count('b'), fields.count('c')]).to.deep.equal([0, undefined, 12]);
  });

  it('that are parsed are bad when the parser says so', () => {
    const { fields, bad } = setUp({ a: '12', b: 'x', c: 12 });
    const number = (text: string) => (/^\d+$/.test(text) ? Number(text) : undefined);
    expect(['a', 'b', 'c'].map((name) => fields.parsed(name, number))).to.deep.equal([
      12,
      undefined,
      undefined,
    ]);
    expect(bad()).to.deep.equal(['b', 'c']);
  });
});

describe('page of a list', () => {
  const readOne = (raw: unknown, bad: Set<string>) => new Fields(raw, bad).id();

  it('gives the items, counts what was left out and names what was bad', () => {
    const body = { things: [{ id: 'a' }, { id: {} }, null, { id: 2 }], totalPages: 3, totalElements: 9 };
    expect(readPage(body, 'things', readOne)).to.deep.equal({
      items: ['a', '2'],
      leftOut: 2,
      totalPages: 3,
      totalElements: 9,
      badFields: ['id'],
    });
  });

  it('does without the numbers of the envelope', () => {
    const page = readPage({ things: [{ id: 'a' }, {}] }, 'things', readOne);
    expect([page?.totalPages, page?.totalElements, page?.badFields]).to.deep.equal([1, undefined, []]);
  });

  for (const body of [undefined, null, [], 'x', {}, { things: {} }, { things: null }, { other: [] }]) {
    it(`is not one: ${JSON.stringify(body)}`, () => {
      expect(readPage(body, 'things', readOne)).to.equal(undefined);
    });
  }
});
