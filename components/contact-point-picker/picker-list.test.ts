import { expect } from '@open-wc/testing';
import type { ContactGroup } from '../shared/backend/readers/digital-post-contact.js';
import type { ContactStructure } from './contact-structure.js';
import { PickerList, type ListView } from './picker-list.js';
import { addAll, groupOf, pointOf, structureOf } from './structure-fixtures.js';

const namesOf = (path: readonly ContactGroup[]) => path.map(({ name }) => name).join(' > ');
const rowsOf = ({ rows }: ListView) => rows.map((row) => ('group' in row ? row.group.name : row.point.name));
const manyPoints = (count: number) => Array.from({ length: count }, (_, i) => pointOf(`p${String(i)}`));
const inGroups = (...groupIds: string[]) => ({ groupIds });
const under = (...parentIds: string[]) => ({ parentIds });

/** A list of this structure, for citizens. */
function listOf(structure: ContactStructure, group?: string): PickerList {
  const list = new PickerList(group);
  list.take(structure, 'citizen', undefined);
  return list;
}

describe('the list on screen: rows', () => {
  it('are 50, then 200, and from the start again wherever the user goes', () => {
    const list = listOf(structureOf(manyPoints(260)));
    const shown = () => [list.view().shown, list.view().total, list.canShowMore];
    expect(shown()).to.deep.equal([50, 260, true]);
    expect(list.showMore()).to.equal(50);
    expect(shown()).to.deep.equal([200, 260, false]);
    list.go({ query: 'p' });
    expect(shown()).to.deep.equal([50, 260, true]);
    expect(list.view().hits).to.have.length(50);
    expect(list.showMore()).to.equal(50);
    expect(list.view().hits).to.have.length(200);
    expect(list.count).to.equal(260);
  });

  it('are a level of the structure, or hits with nothing else', () => {
    const list = listOf(structureOf([pointOf('p', inGroups('A')), pointOf('q')], [groupOf('A')]));
    const { hits, path, isLost, ...level } = list.view();
    expect([hits, path, isLost, rowsOf({ ...list.view(), ...level })]).to.deep.equal([
      ...[undefined, [], false],
      ['A', 'q'],
    ]);
    list.go({ trail: ['A'] });
    expect([namesOf(list.view().path), rowsOf(list.view()), list.view().count]).to.deep.equal([
      'A',
      ['p'],
      1,
    ]);
    list.go({ query: 'p' });
    expect([list.count, list.view().count]).to.deep.equal([2, 2]);
    const found = list.view();
    expect(found.hits?.map(({ point }) => point.name)).to.deep.equal(['p']);
    expect([found.path, found.rows, found.total, found.shown, found.isLost]).to.deep.equal([
      ...[[], [], 1, 1, false],
    ]);
    list.go({ query: '  ' });
    expect([list.view().hits, rowsOf(list.view())]).to.deep.equal([undefined, ['p']]);
  });

  it('are those of the top level while the group to begin in is not there', () => {
    const structure = structureOf([pointOf('p'), pointOf('q', inGroups('B'))]);
    const list = listOf(structure, 'B');
    expect([list.view().isLost, rowsOf(list.view())]).to.deep.equal([true, ['p', 'q']]);
    addAll(structure, [], [groupOf('B')]);
    expect([list.view().isLost, rowsOf(list.view())]).to.deep.equal([false, ['q']]);
  });

  it('do not stay while the group to begin in is on its way', () => {
    const structure = structureOf([pointOf('p', inGroups('A')), pointOf('q', inGroups('B'))], [groupOf('A')]);
    const list = listOf(structure, 'B');
    expect(list.view(true).isLost).to.equal(true);
    addAll(structure, [], [groupOf('B')]);
    expect([list.view(true).isLost, rowsOf(list.view(true))]).to.deep.equal([false, ['q']]);
  });

  it('are none before a structure has come', () => {
    const { rows, total, shown, isLost } = new PickerList().view();
    expect([rows, total, shown, isLost]).to.deep.equal([[], 0, 0, false]);
  });

  it('stay the same until something changes, and while more is on its way also then', () => {
    const structure = structureOf([pointOf('p')]);
    const list = listOf(structure);
    const before = list.view(true);
    list.take(structure, 'citizen', undefined);
    expect(list.view()).to.equal(before);
    addAll(structure, [pointOf('q')]);
    expect(list.view(true)).to.equal(before);
    expect([rowsOf(list.view()), list.view().count]).to.deep.equal([['p', 'q'], 2]);
    const another = structureOf([pointOf('r')]);
    list.take(another, 'citizen', undefined);
    expect(rowsOf(list.view(true))).to.deep.equal(['p', 'q']);
    expect(rowsOf(list.view())).to.deep.equal(['r']);
    list.take(structureOf([]), 'citizen', undefined);
    expect(rowsOf(list.view())).to.deep.equal([]);
  });

  it('are others at once when the user asks for them, or when they are for others', () => {
    const structure = structureOf([pointOf('p')]);
    const list = listOf(structure);
    list.view();
    addAll(structure, [pointOf('q'), pointOf('r', { audiences: ['business'] })]);
    list.go({});
    expect(rowsOf(list.view(true))).to.deep.equal(['p', 'q']);
    list.take(structure, 'business', undefined);
    expect(rowsOf(list.view(true))).to.deep.equal(['p', 'q', 'r']);
  });
});

describe('the list on screen: what is taken in', () => {
  const structure = structureOf(
    [pointOf('p', inGroups('B')), pointOf('q', { audiences: ['business'] })],
    [groupOf('A'), groupOf('B', under('A'))],
  );

  it('is for the audience, and changes nothing when it is the same', () => {
    const list = listOf(structure);
    expect(list.count).to.equal(1);
    list.take(structure, 'business', undefined);
    expect([structure.audience, list.count]).to.deep.equal(['business', 2]);
    const { version } = structure;
    list.take(structure, 'business', undefined);
    expect(structure.version).to.equal(version);
  });

  it('knows the authority’s name, also in another structure', () => {
    const named = () => structureOf([pointOf('p', inGroups('A'))], [groupOf('A')]);
    const [first, second] = [named(), named()];
    const list = listOf(first);
    expect(rowsOf(list.view())).to.deep.equal(['A']);
    list.take(first, 'citizen', 'A');
    expect(rowsOf(list.view())).to.deep.equal(['p']);
    const { version } = first;
    list.take(first, 'citizen', 'A');
    expect(first.version).to.equal(version);
    list.take(second, 'citizen', 'A');
    expect(rowsOf(list.view())).to.deep.equal(['p']);
  });

  it('tells the way to a group that was begun in, and to no other', () => {
    const begun = listOf(structure, 'B');
    expect(begun.trail).to.deep.equal(['A', 'B']);
    const deeper = structureOf(
      [pointOf('p', inGroups('B'))],
      [groupOf('X'), groupOf('A', under('X')), groupOf('B', under('A'))],
    );
    begun.take(deeper, 'citizen', undefined);
    expect(begun.trail).to.deep.equal(['A', 'B']);
    expect(listOf(structure).trail).to.deep.equal([]);
    expect(listOf(structure, 'unknown').trail).to.deep.equal(['unknown']);
  });

  it('has the way to a point from where the user is', () => {
    const point = structure.point('p')!;
    const list = listOf(structure, 'B');
    expect(list.pathOf(point)).to.deep.equal([]);
    list.view();
    expect(namesOf(list.pathOf(point))).to.equal('A > B');
    list.go({ query: 'p', trail: [] });
    list.view();
    expect(namesOf(list.pathOf(point))).to.equal('A > B');
    expect(list.pathOf(pointOf('p')), 'not that one').to.deep.equal([]);
  });
});
