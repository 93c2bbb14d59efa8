import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import type { ContactGroup, ContactPoint } from '../shared/backend/readers/digital-post-contact.js';
import { ContactStructure, type Level } from './contact-structure.js';
import { compareNamed, GroupNode, mergeSorted } from './structure-nodes.js';
import { addAll, groupOf, pointOf, structureOf } from './structure-fixtures.js';

/** `name (count)` for groups, `name` for points. */
const rowsOf = (level: Level | undefined) =>
  level?.rows.map((row) => ('group' in row ? `${row.group.name} (${row.count})` : row.point.name));
const namesOf = (path: readonly ContactGroup[]) => path.map(({ name }) => name).join(' > ');
const inGroups = (...groupIds: string[]) => ({ groupIds });
const under = (...parentIds: string[]) => ({ parentIds });

describe('contact structure: problems', () => {
  const none = { cycles: 0, selfParents: 0, duplicates: 0, missingGroups: 0 };

  it('counts none in a sound structure, where groups come again and again', () => {
    const structure = structureOf(
      [pointOf('p', inGroups('A')), pointOf('p', inGroups('A'))],
      [groupOf('A'), groupOf('A')],
    );
    expect(structure.problems).to.deep.equal(none);
    expect(rowsOf(structure.browse([]))).to.deep.equal(['A (1)']);
  });

  it('keeps the first of an id with two names', () => {
    const structure = structureOf(
      [pointOf('p', inGroups('A')), pointOf('p', { name: 'x' }), pointOf('p', { name: 'y' })],
      [groupOf('A'), groupOf('A', { name: 'z' })],
    );
    expect(structure.problems).to.deep.equal({ ...none, duplicates: 2 });
    expect(structure.point('p')?.name).to.equal('p');
    expect(rowsOf(structure.browse([]))).to.deep.equal(['A (1)']);
  });

  it('passes over a group that is its own parent', () => {
    const structure = structureOf([pointOf('p', inGroups('A'))], [groupOf('A', under('A'))]);
    expect(structure.problems).to.deep.equal({ ...none, selfParents: 1 });
    expect(rowsOf(structure.browse([]))).to.deep.equal(['A (1)']);
  });

  it('cuts a cycle that the top level leads to', () => {
    const structure = structureOf(
      [pointOf('p', inGroups('B'))],
      [groupOf('R'), groupOf('A', under('R', 'B')), groupOf('B', under('A'))],
    );
    expect(structure.problems).to.deep.equal({ ...none, cycles: 1 });
    expect(namesOf(structure.path('p'))).to.equal('R > A > B');
    expect(rowsOf(structure.browse(['R', 'A', 'B']))).to.deep.equal(['p']);
  });

  it('cuts it where the top level comes to it, in whatever order the groups came', () => {
    for (const root of [groupOf('A'), groupOf('A', under('gone'))]) {
      const structure = structureOf(
        [pointOf('p', inGroups('C'))],
        [groupOf('C', under('B')), groupOf('B', under('A', 'C')), root],
      );
      expect(structure.problems.cycles).to.equal(1);
      expect(namesOf(structure.path('p'))).to.equal('A > B > C');
      expect(rowsOf(structure.browse([]))).to.deep.equal(['A (1)']);
    }
  });

  it('enters the cycle that leads to another one', () => {
    const structure = structureOf(
      [pointOf('p', inGroups('D'))],
      [
        groupOf('D', under('C')),
        groupOf('C', under('B', 'D')),
        groupOf('B', under('A')),
        groupOf('A', under('B')),
      ],
    );
    expect(structure.problems.cycles).to.equal(2);
    expect(rowsOf(structure.browse([]))).to.deep.equal(['B (1)']);
  });

  it('enters a cycle that nothing leads to, not the groups below it', () => {
    const structure = structureOf(
      [pointOf('p', inGroups('D'))],
      [groupOf('D', under('B')), groupOf('A', under('B')), groupOf('B', under('A'))],
    );
    expect(structure.problems).to.deep.equal({ ...none, cycles: 1 });
    expect(namesOf(structure.path('p'))).to.equal('B > D');
    expect(rowsOf(structure.browse([]))).to.deep.equal(['B (1)']);
  });

  it('walks chains 5,000 deep', () => {
    const groups = Array.from({ length: 5000 }, (_, at) => groupOf(`G${at}`, at ? under(`G${at - 1}`) : {}));
    const structure = structureOf([pointOf('p', inGroups('G4999'))], groups.reverse());
    expect(structure.path('p')).to.have.length(5000);
    expect(rowsOf(structure.browse([]))).to.deep.equal(['G0 (1)']);
    expect(structure.problems).to.deep.equal(none);
  });

  it('walks a ring 5,000 long', () => {
    const groups = Array.from({ length: 5000 }, (_, at) => groupOf(`G${at}`, under(`G${(at + 1) % 5000}`)));
    const structure = structureOf([pointOf('p', inGroups('G7'))], groups);
    expect(structure.problems.cycles).to.equal(1);
    expect(structure.browse([])?.rows).to.have.length(1);
    expect(namesOf(structure.path('p'))).to.match(/(^| > )G7$/);
  });
});
describe('contact structure: any graph', () => {
  const ids = Array.from({ length: 8 }, (_, at) => `G${at}`);
  const someIds = fc.uniqueArray(fc.constantFrom(...ids, 'missing'), { maxLength: 3 });
  const audiences = fc.uniqueArray(fc.constantFrom('citizen' as const, 'business' as const), {
    maxLength: 2,
  });
  const groupLists = fc.uniqueArray(
    fc
      .tuple(fc.constantFrom(...ids), someIds, audiences)
      .map(([id, parentIds, to]) => groupOf(id, { parentIds, audiences: to })),
    { selector: ({ id }) => id },
  );
  const pointLists = fc
    .array(fc.tuple(someIds, audiences, fc.boolean(), fc.boolean()))
    .map((list) =>
      list.map(([groupIds, to, active, visible], at) =>
        pointOf(`p${at}`, { groupIds, audiences: to, active, visible }),
      ),
    );

  /** Goes through every level, and gives each point's ways. Ends, because a path never repeats a group. */
  function walk(structure: ContactStructure): Map<string, string[]> {
    const ways = new Map<string, string[]>();
    const trails: string[][] = [[]];
    for (let trail = trails.pop(); trail; trail = trails.pop()) {
      expect(new Set(trail).size, 'a path repeats no group').to.equal(trail.length);
      const level = structure.browse(trail, Infinity);
      for (const row of level?.rows ?? []) {
        if ('group' in row) trails.push([...trail, row.group.id]);
        else ways.set(row.point.id, [...(ways.get(row.point.id) ?? []), trail.join()]);
      }
    }
    return ways;
  }

  /** Points that a citizen should see, straight from the rules: a way up to the top through groups for citizens. */
  function listedNaively(points: readonly ContactPoint[], groups: readonly ContactGroup[]): string[] {
    const named = new Map(groups.map((group) => [group.id, group]));
    const open = ({ audiences: to }: { audiences: readonly string[] }) =>
      !to.length || to.includes('citizen');
    const known = (of: readonly string[]) => of.flatMap((id) => named.get(id) ?? []);
    const reaches = (group: ContactGroup, above: readonly string[]): boolean => {
      if (!open(group) || above.includes(group.id)) return false;
      const parents = known(group.parentIds).filter(({ id }) => id !== group.id);
      return parents.length === 0 || parents.some((parent) => reaches(parent, [...above, group.id]));
    };
    return points
      .filter((point) => point.active && point.visible && open(point))
      .filter(
        ({ groupIds }) => !known(groupIds).length || known(groupIds).some((group) => reaches(group, [])),
      )
      .map(({ id }) => id);
  }

  /** No cycles: a group's parents have lower numbers. */
  const downwards = (group: ContactGroup) => ({
    ...group,
    parentIds: group.parentIds.filter((id) => id < group.id || id === 'missing'),
  });

  it('counts and lists what a naive walk finds, without cycles', () => {
    fc.assert(
      fc.property(pointLists, groupLists, (points, someGroups) => {
        const groups = someGroups.map(downwards);
        const structure = structureOf(points, groups);
        const ways = walk(structure);
        expect([...ways.keys()].sort()).to.deep.equal(listedNaively(points, groups).sort());
        for (const [id, trails] of ways) {
          const path = structure.path(id);
          expect(trails).to.include(path.map((group) => group.id).join());
          expect(path).to.have.length(
            Math.min(...trails.map((trail) => (trail ? trail.split(',').length : 0))),
          );
        }
        expectCounts(structure);
      }),
      { numRuns: 500 },
    );
  });

  /** Each group's count is the number of different points that the levels below it show. */
  function expectCounts(structure: ContactStructure): void {
    const below = (trail: readonly string[]): Set<string> => {
      const all = new Set<string>();
      for (const row of structure.browse(trail, Infinity)?.rows ?? []) {
        if ('point' in row) all.add(row.point.id);
        else {
          const found = below([...trail, row.group.id]);
          expect(row.count).to.equal(found.size);
          expect(row.count).to.be.above(0);
          found.forEach((id) => all.add(id));
        }
      }
      return all;
    };
    below([]);
  }

  it('ends, and loses no point, with cycles', () => {
    fc.assert(
      fc.property(pointLists, groupLists, (points, someGroups) => {
        const groups = someGroups.map((group) => ({ ...group, audiences: [] }));
        const structure = structureOf(points, groups);
        expect([...walk(structure).keys()].sort()).to.deep.equal(
          points
            .filter(
              ({ active, visible, audiences: to }) =>
                active && visible && (!to.length || to.includes('citizen')),
            )
            .map(({ id }) => id)
            .sort(),
        );
        expectCounts(structure);
        expect(structure.problems.cycles > 0).to.equal(hasCycle(groups));
      }),
      { numRuns: 500 },
    );
  });

  /** Takes away groups without parents among the rest until none is left, or only cycles are. */
  function hasCycle(groups: readonly ContactGroup[]): boolean {
    let left = [...groups];
    for (;;) {
      const rest = left.filter(({ id, parentIds }) =>
        left.some((other) => other.id !== id && parentIds.includes(other.id)),
      );
      if (rest.length === left.length) return left.length > 0;
      left = rest;
    }
  }

  it('never depends on how pages were cut', () => {
    fc.assert(
      fc.property(pointLists, groupLists, fc.nat(20), (points, groups, cut) => {
        const sliced = new ContactStructure();
        addAll(sliced, points.slice(cut), groups);
        sliced.browse([]);
        addAll(sliced, points.slice(0, cut));
        sliced.finish();
        expect(sliced.browse([], Infinity)).to.deep.equal(structureOf(points, groups).browse([], Infinity));
      }),
    );
  });
});

describe('contact structure: a group of which nothing is known', () => {
  it('has no name, no neighbours and no points, and nobody can come to it', () => {
    const node = new GroupNode();
    expect([node.group, node.count, node.text, node.points]).to.deep.equal([undefined, undefined, '', []]);
    expect([node.parents, node.children, node.shown, node.depth]).to.deep.equal([[], [], false, Infinity]);
  });
});

describe('contact structure: order', () => {
  it('is Danish by name, then by id', () => {
    const named = (name: string, id: string) => ({ name, id });
    const [a1, a2, aa] = [named('A', '1'), named('A', '2'), named('Å', '0')];
    const signs = [
      [a1, a2],
      [a2, a1],
      [a1, a1],
      [a2, aa],
      [aa, a2],
    ].map(([one, other]) => Math.sign(compareNamed(one!, other!)));
    expect(signs).to.deep.equal([-1, 1, 0, -1, 1]);
  });

  it('of two sorted lists put together is that of all of it sorted', () => {
    const numbers = fc.uniqueArray(fc.nat(99));
    fc.assert(
      fc.property(numbers, fc.nat(99), (all, cut) => {
        const up = (a: number, b: number) => a - b;
        const into = Uint32Array.from(all.slice(0, cut).sort(up));
        expect([...mergeSorted(into, all.slice(cut).sort(up), up)]).to.deep.equal([...all].sort(up));
      }),
    );
  });
});
