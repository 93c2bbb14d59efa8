import { expect } from '@open-wc/testing';
import type { ContactGroup } from '../shared/backend/readers/digital-post-contact.js';
import { ContactStructure, type Level } from './contact-structure.js';
import { addAll, groupOf, pointOf, structureOf } from './structure-fixtures.js';

/** `name (count)` for groups, `name` for points. */
const rowsOf = (level: Level | undefined) =>
  level?.rows.map((row) => ('group' in row ? `${row.group.name} (${row.count})` : row.point.name));
const namesOf = (path: readonly ContactGroup[]) => path.map(({ name }) => name).join(' > ');
const inGroups = (...groupIds: string[]) => ({ groupIds });
const under = (...parentIds: string[]) => ({ parentIds });

describe('contact structure: levels', () => {
  it('gives groups before points, each in Danish order, with counts', () => {
    const structure = structureOf(
      [
        pointOf('Ønsker'),
        pointOf('Adresse'),
        pointOf('Pas', inGroups('B')),
        pointOf('Aabenraa', inGroups('B', 'C')),
        pointOf('Åbent', inGroups('A')),
      ],
      [groupOf('B', { name: 'Ågade' }), groupOf('C', { name: 'Zoo', parentIds: ['A'] }), groupOf('A')],
    );
    expect(rowsOf(structure.browse([]))).to.deep.equal(['A (2)', 'Ågade (2)', 'Adresse', 'Ønsker']);
    expect(rowsOf(structure.browse(['A']))).to.deep.equal(['Zoo (1)', 'Åbent']);
    expect(rowsOf(structure.browse(['A', 'C']))).to.deep.equal(['Aabenraa']);
    expect(rowsOf(structure.browse(['B']))).to.deep.equal(['Pas', 'Aabenraa']);
  });

  it('gives as many rows as asked for, groups first, and the total', () => {
    const points = Array.from({ length: 150 }, (_, at) => pointOf(`P${at}`));
    const structure = structureOf([...points, pointOf('Q', inGroups('G'))], [groupOf('G')]);
    const level = structure.browse([], 3);
    expect(rowsOf(level)).to.deep.equal(['G (1)', 'P0', 'P1']);
    expect(level?.total).to.equal(151);
    expect(structure.browse([])?.rows).to.have.length(50);
    expect(structure.browse([], 0)).to.include({ total: 151 });
    const twoGroups = structureOf([pointOf('p', inGroups('A', 'B'))], [groupOf('A'), groupOf('B')]);
    expect(rowsOf(twoGroups.browse([], 1))).to.deep.equal(['A (1)']);
  });

  it('gives the groups gone through, and nothing for an unknown one', () => {
    const structure = structureOf(
      [pointOf('p', inGroups('B', 'missing'))],
      [groupOf('A'), groupOf('B', under('A'))],
    );
    expect(structure.browse(['A', 'B'])?.path.map(({ id }) => id)).to.deep.equal(['A', 'B']);
    expect(structure.browse(['A', 'unknown'])).to.equal(undefined);
    expect(structure.browse(['missing'])).to.equal(undefined);
  });

  it('shows no group without a listed point', () => {
    const structure = structureOf(
      [pointOf('p', { groupIds: ['B'], visible: false }), pointOf('q', inGroups('C'))],
      [groupOf('A'), groupOf('B'), groupOf('C')],
    );
    expect(rowsOf(structure.browse([]))).to.deep.equal(['C (1)']);
    expect(rowsOf(structure.browse(['B']))).to.deep.equal([]);
  });

  it('orders points of one name the same, whichever page came first', () => {
    const [one, two] = [pointOf('1', { name: 'Klage' }), pointOf('2', { name: 'Klage' })];
    for (const points of [
      [one, two],
      [two, one],
    ]) {
      const rows = structureOf(points)
        .browse([])
        ?.rows.map((row) => 'point' in row && row.point.id);
      expect(rows).to.deep.equal(['1', '2']);
    }
  });
});

describe('contact structure: who sees what', () => {
  const points = [
    pointOf('alle'),
    pointOf('borgere', { audiences: ['citizen'] }),
    pointOf('firmaer', { audiences: ['business', 'authority'] }),
    pointOf('skjult', { visible: false }),
    pointOf('lukket', { active: false }),
    pointOf('i firmagruppe', inGroups('F')),
    pointOf('under firmagruppe', inGroups('U')),
    pointOf('i begge', inGroups('F', 'B')),
  ];
  const groups = [
    groupOf('F', { audiences: ['business'] }),
    groupOf('U', under('F')),
    groupOf('B', { audiences: ['citizen', 'business'] }),
  ];

  it('lists what is visible, active and for the audience, through groups for the audience', () => {
    const structure = structureOf(points, groups);
    expect(rowsOf(structure.browse([]))).to.deep.equal(['B (1)', 'alle', 'borgere']);
    expect(rowsOf(structure.browse(['B']))).to.deep.equal(['i begge']);
  });

  it('follows another audience', () => {
    const structure = structureOf(points, groups);
    const { version } = structure;
    structure.audience = 'business';
    expect(structure.version).to.be.above(version);
    expect(structure.audience).to.equal('business');
    expect(rowsOf(structure.browse([]))).to.deep.equal(['B (1)', 'F (3)', 'alle', 'firmaer']);
    expect(rowsOf(structure.browse(['F']))).to.deep.equal(['U (1)', 'i begge', 'i firmagruppe']);
    structure.audience = 'authority';
    expect(rowsOf(structure.browse([]))).to.deep.equal(['alle', 'firmaer']);
  });

  it('finds all by their id', () => {
    const structure = structureOf(points, groups);
    for (const { id, name } of points) expect(structure.point(id)?.name).to.equal(name);
    expect(structure.group('F')?.name).to.equal('F');
    expect(structure.point('x')).to.equal(undefined);
    expect(structure.group('x')).to.equal(undefined);
  });
});

describe('contact structure: the root named like the authority', () => {
  const groups = [groupOf('R', { name: 'Fjordby Kommune' }), groupOf('A', under('R'))];
  const points = [pointOf('p', inGroups('A')), pointOf('q', inGroups('R')), pointOf('r')];

  it('is passed over, in levels and in paths', () => {
    const structure = structureOf(points, groups, { authorityName: 'FJORDBY kommune' });
    expect(rowsOf(structure.browse([]))).to.deep.equal(['A (1)', 'q', 'r']);
    expect(namesOf(structure.path('p'))).to.equal('A');
    expect(namesOf(structure.path('A'))).to.equal('');
    expect(rowsOf(structure.browse(['R']))).to.deep.equal(['A (1)', 'q']);
  });

  it('is known by the name that came with it, or set later', () => {
    const [root = groupOf(''), ...others] = groups;
    const named = structureOf(points, [{ ...root, organisationName: 'Fjordby Kommune' }, ...others]);
    expect(rowsOf(named.browse([]))).to.deep.equal(['A (1)', 'q', 'r']);
    named.authorityName = 'Havby Kommune';
    expect(rowsOf(named.browse([]))).to.deep.equal(['Fjordby Kommune (2)', 'r']);
  });

  it('is another with another name, and nothing else is worked out again', () => {
    const structure = structureOf(points, groups);
    const { version, groups: settled } = structure.settled();
    structure.authorityName = 'Havby Kommune';
    expect([structure.version, structure.isSettled]).to.deep.equal([version, true]);
    structure.authorityName = 'Fjordby Kommune';
    expect([structure.version > version, structure.isSettled]).to.deep.equal([true, true]);
    expect(structure.settled().groups).to.equal(settled);
    expect(rowsOf(structure.browse([]))).to.deep.equal(['A (1)', 'q', 'r']);
    structure.authorityName = 'Havby Kommune';
    expect(rowsOf(structure.browse([]))).to.deep.equal(['Fjordby Kommune (2)', 'r']);
  });

  it('stays where it is not alone, empty groups not counted', () => {
    const options = { authorityName: 'Fjordby Kommune' };
    const empty = structureOf(points, [...groups, groupOf('E')], options);
    expect(rowsOf(empty.browse([]))).to.deep.equal(['A (1)', 'q', 'r']);
    const two = structureOf([...points, pointOf('e', inGroups('E'))], [...groups, groupOf('E')], options);
    expect(rowsOf(two.browse([]))).to.deep.equal(['E (1)', 'Fjordby Kommune (2)', 'r']);
  });
});

describe('contact structure: paths', () => {
  it('gives the shortest way', () => {
    const structure = structureOf(
      [pointOf('p', inGroups('C', 'A')), pointOf('q')],
      [groupOf('A'), groupOf('B'), groupOf('C', under('B', 'A'))],
    );
    expect(namesOf(structure.path('p'))).to.equal('A');
    expect(['A', 'B']).to.include(namesOf(structure.path('C')));
    expect(structure.path('q')).to.deep.equal([]);
    expect(structure.path('unknown')).to.deep.equal([]);
  });

  it('tells two points of one name apart', () => {
    const structure = structureOf(
      [pointOf('1', { name: 'Klage', groupIds: ['A'] }), pointOf('2', { name: 'Klage', groupIds: ['B'] })],
      [groupOf('A'), groupOf('B')],
    );
    expect(['1', '2'].map((id) => namesOf(structure.path(id)))).to.deep.equal(['A', 'B']);
  });

  it('gives none that the audience cannot go', () => {
    const structure = structureOf([pointOf('p', inGroups('F'))], [groupOf('F', { audiences: ['business'] })]);
    expect(structure.path('p')).to.deep.equal([]);
    expect(structure.path('F')).to.deep.equal([]);
  });

  it('gives one where there are a thousand million', () => {
    const floors = Array.from({ length: 30 }, (_, at) => at);
    const groups = floors.flatMap((at) =>
      ['a', 'b'].map((side) => groupOf(`${side}${at}`, at ? under(`a${at - 1}`, `b${at - 1}`) : {})),
    );
    const structure = structureOf([pointOf('p', inGroups('a29', 'b29'))], groups);
    expect(structure.path('p')).to.have.length(30);
    expect(rowsOf(structure.browse([]))).to.deep.equal(['a0 (1)', 'b0 (1)']);
  });
});

describe('contact structure: coming page by page', () => {
  it('pauses once for 200 groups, and three times for 200 points', () => {
    const many = (count: number) => Array.from({ length: count }, (_, at) => String(at));
    const pauses = (points: number, groups: number) =>
      addAll(
        new ContactStructure(),
        many(points).map((id) => pointOf(id)),
        many(groups).map((id) => groupOf(id)),
      );
    expect([pauses(0, 0), pauses(0, 200), pauses(0, 201)]).to.deep.equal([0, 1, 2]);
    expect([pauses(200, 0), pauses(201, 0)]).to.deep.equal([3, 6]);
    expect(Array.from(new ContactStructure().add([pointOf('p')]))).to.have.length(3);
    const structure = new ContactStructure();
    const work = structure.add(
      many(201).map((id) => pointOf(id)),
      many(201).map((id) => groupOf(id)),
    );
    work.next();
    expect([structure.group('199')?.id, structure.group('200')]).to.deep.equal(['199', undefined]);
    work.next();
    work.next();
    expect([structure.point('199')?.id, structure.point('200')]).to.deep.equal(['199', undefined]);
  });

  it('is in order however many slices came', () => {
    const names = Array.from({ length: 450 }, (_, at) => `P${(at * 7) % 450}`);
    const structure = structureOf(names.map((name) => pointOf(name)));
    expect(rowsOf(structure.browse([], 450))).to.deep.equal(Array.from({ length: 450 }, (_, at) => `P${at}`));
  });

  it('takes up groups and parents that come after it was looked at', () => {
    const structure = new ContactStructure();
    addAll(structure, [pointOf('p', inGroups('B'))], [groupOf('A'), groupOf('B')]);
    expect(rowsOf(structure.browse([]))).to.deep.equal(['B (1)']);
    addAll(structure, [pointOf('q', inGroups('C'))]);
    expect(rowsOf(structure.browse([]))).to.deep.equal(['B (1)']);
    addAll(structure, [], [groupOf('C')]);
    expect(rowsOf(structure.browse([]))).to.deep.equal(['B (1)', 'C (1)']);
    addAll(structure, [], [groupOf('B', under('A'))]);
    expect(rowsOf(structure.browse([]))).to.deep.equal(['A (1)', 'C (1)']);
  });

  it('shows a ring of groups before all has come, though a parent is awaited', () => {
    const structure = new ContactStructure();
    addAll(
      structure,
      [pointOf('p', inGroups('X'))],
      [groupOf('X', under('awaited', 'Y')), groupOf('Y', under('X'))],
    );
    expect(rowsOf(structure.browse([]))).to.deep.equal(['X (1)']);
  });

  it('answers anew after each change of who looks, and the same when nothing changed', () => {
    const structure = structureOf([pointOf('p', { audiences: ['business'] })]);
    expect(structure.browse([])?.total).to.equal(0);
    structure.authorityName = 'O';
    structure.audience = 'business';
    expect(structure.browse([])?.total).to.equal(1);
    expect(structure.settled()).to.equal(structure.settled());
    expect(structureOf([], [], { authorityName: 'O' }).browse([])?.total).to.equal(0);
  });

  it('offers pauses, and answers for what has come', () => {
    const points = Array.from({ length: 1000 }, (_, at) => pointOf(`P${at}`));
    const structure = new ContactStructure();
    const pauses = addAll(structure, points.slice(0, 600));
    expect(pauses).to.be.at.least(3);
    expect(structure.browse([])?.total).to.equal(600);
    addAll(structure, points.slice(600));
    expect(rowsOf(structure.browse([], 3))).to.deep.equal(['P0', 'P1', 'P2']);
    expect(structure.browse([])?.total).to.equal(1000);
  });

  it('takes pages side by side', () => {
    const structure = new ContactStructure();
    const works = [3, 1, 2].map((page) => structure.add([pointOf(`P${page}`)], [groupOf(`G${page}`)]));
    while (works.some((work) => !work.next().done));
    works.forEach((work) => Array.from(work));
    expect(rowsOf(structure.browse([]))).to.deep.equal(['P1', 'P2', 'P3']);
  });

  it('holds back what waits for its group until all has come', () => {
    const structure = new ContactStructure();
    addAll(structure, [pointOf('p', inGroups('A')), pointOf('q', inGroups('B'))], [groupOf('B', under('C'))]);
    expect(rowsOf(structure.browse([]))).to.deep.equal([]);
    expect(structure.path('p')).to.deep.equal([]);
    expect(structure.problems.missingGroups).to.equal(0);
    structure.finish();
    expect(rowsOf(structure.browse([]))).to.deep.equal(['B (1)', 'p']);
    expect(structure.problems.missingGroups).to.equal(2);
  });

  it('is the same whether groups come before or after their points', () => {
    const points = [pointOf('p', inGroups('B'))];
    const groups = [groupOf('B', under('A')), groupOf('A')];
    const after = new ContactStructure();
    addAll(after, points);
    expect(rowsOf(after.browse([]))).to.deep.equal([]);
    addAll(after, [], groups);
    after.finish();
    expect(rowsOf(after.browse([]))).to.deep.equal(['A (1)']);
    expect(after.browse(['A', 'B'])).to.deep.equal(structureOf(points, groups).browse(['A', 'B']));
  });

  it('joins what several pages say of a group', () => {
    const whole = groupOf('A', {
      description: 'D',
      unit: true,
      audiences: ['business'],
      parentIds: ['Q'],
      organisationName: 'O',
    });
    for (const pages of [
      [groupOf('A', under('P')), whole],
      [whole, groupOf('A', under('P'))],
    ]) {
      const structure = structureOf([pointOf('p', inGroups('A'))], [...pages, groupOf('P'), groupOf('Q')]);
      structure.audience = 'business';
      expect({ ...structure.group('A'), parentIds: ['Q'] }).to.deep.equal(whole);
      expect(['P > A', 'Q > A']).to.include(namesOf(structure.path('p')));
    }
    expect(structureOf([], [groupOf('A'), groupOf('A')]).group('A')).to.deep.equal(groupOf('A'));
  });
});
