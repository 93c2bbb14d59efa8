import { expect } from '@open-wc/testing';
import { ContactStructure } from './contact-structure.js';
import { addAll, groupOf, pointOf, structureOf } from './structure-fixtures.js';

const inGroups = (...groupIds: string[]) => ({ groupIds });

describe('contact structure: worked out in pieces', () => {
  const many = () => {
    const points = Array.from({ length: 2_500 }, (_, at) =>
      pointOf(`p${at}`, { groupIds: ['G'], audiences: at % 2 ? ['citizen'] : ['citizen', 'business'] }),
    );
    return structureOf(points, [groupOf('G')]);
  };
  const counts = (structure: ContactStructure) => [
    structure.settled().count,
    ...(structure.browse([])?.rows ?? []).map((row) => ('group' in row ? row.count : 0)),
  ];

  it('pauses when the groups are laid out and after each thousand points, and is then what is asked for', () => {
    const structure = many();
    const work = structure.settling();
    for (let step = 0; step < 4; step += 1) {
      expect([work.next().done, structure.isSettled]).to.deep.equal([false, false]);
    }
    work.next();
    expect(structure.isSettled).to.equal(true);
    const settled = structure.settled();
    expect([structure.settled() === settled, ...counts(structure)]).to.deep.equal([true, 2_500, 2_500]);
    expect(work.next().done).to.equal(true);
  });

  it('has the numbers of the top level at the end, one after the other', () => {
    const structure = structureOf(
      [pointOf('p', inGroups('A')), pointOf('q', inGroups('B'))],
      [groupOf('A'), groupOf('B')],
    );
    const work = structure.settling();
    const known = () => structure.settled().top.children.map(({ count }) => count);
    while (!structure.isSettled) work.next();
    expect(known()).to.deep.equal([undefined, undefined]);
    work.next();
    expect(known().filter(Boolean)).to.deep.equal([1]);
    work.next();
    expect(known()).to.deep.equal([1, 1]);
    expect(work.next().done).to.equal(true);
  });

  it('counts no further when more has come', () => {
    const structure = structureOf([pointOf('p', inGroups('A'))], [groupOf('A')]);
    const work = structure.settling();
    while (!structure.isSettled) work.next();
    const [node] = structure.settled().top.children;
    addAll(structure, [pointOf('q')]);
    expect([work.next().done, node?.count]).to.deep.equal([true, undefined]);
  });

  it('is worked out for the very first piece, too', () => {
    const structure = new ContactStructure();
    structure.add([], [groupOf('G')]).next();
    expect([structure.version, structure.settled().groups.length]).to.deep.equal([1, 1]);
  });

  it('says the same when it is asked in between, and after that', () => {
    for (let steps = 0; steps < 6; steps += 1) {
      const structure = many();
      const work = structure.settling();
      for (let step = 0; step < steps; step += 1) work.next();
      expect(counts(structure)).to.deep.equal([2_500, 2_500]);
      while (!work.next().done) expect(counts(structure), `${steps}`).to.deep.equal([2_500, 2_500]);
      expect(counts(structure)).to.deep.equal([2_500, 2_500]);
    }
  });

  for (const steps of [1, 2, 4]) {
    it(`stops in pause ${steps} when it is shown to others meanwhile, also before anybody asks`, () => {
      const structure = many();
      const work = structure.settling();
      for (let step = 0; step < steps; step += 1) work.next();
      structure.audience = 'business';
      expect([work.next().done, structure.isSettled]).to.deep.equal([true, false]);
      expect(counts(structure)).to.deep.equal([1_250, 1_250]);
    });
  }

  it('stops when it is shown to others meanwhile', () => {
    const structure = many();
    const work = structure.settling();
    work.next();
    structure.audience = 'business';
    expect(counts(structure)).to.deep.equal([1_250, 1_250]);
    expect(work.next().done).to.equal(true);
    expect(counts(structure)).to.deep.equal([1_250, 1_250]);
  });

  it('is not taken for worked out when more has come before the authority’s name', () => {
    const structure = structureOf(
      [pointOf('p', inGroups('R')), pointOf('q')],
      [groupOf('R', { name: 'Fjordby Kommune' })],
    );
    structure.settled();
    addAll(structure, [pointOf('s')]);
    structure.authorityName = 'Fjordby Kommune';
    expect([structure.isSettled, structure.browse([])?.total, structure.settled().count]).to.deep.equal([
      false,
      3,
      3,
    ]);
  });
});
