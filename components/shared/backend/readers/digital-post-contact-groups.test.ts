import { expect } from '@open-wc/testing';
import { readContactGroups, readContactPoints } from './digital-post-contact.js';

const root = { id: 'g1', name: 'Fjordby Kommune', description: 'Change me', targets: [], postkasseIds: [] };
const housing = { ...root, id: 'g2', name: 'Bolig og flytning', parent: root };
const moving = { id: 'p1', name: 'Flytning' };
const page = (...contactPoints: unknown[]) => readContactPoints({ contactPoints });

describe('reading groups nested in points', () => {
  const chain = (depth: number) => {
    let group: object = { id: 'g0', name: 'G' };
    for (let at = 1; at <= depth; at++) group = { id: `g${String(at)}`, name: 'G', parent: group };
    return group;
  };

  it('joins the parents that several points tell of', () => {
    const read = page(
      { ...moving, contactGroups: [{ id: 'g', name: 'G', parent: { id: 'a' } }] },
      { ...moving, id: '2', contactGroups: [{ id: 'g', name: 'G', parents: [{ id: 'b' }, { id: 'a' }] }] },
    );
    expect(read?.groups).to.have.length(1);
    expect(read?.groups[0]?.parentIds).to.deep.equal(['a', 'b']);
  });

  it('takes a bare id as a reference only, and what stands above it', () => {
    const read = page({ ...moving, contactGroups: [{ id: 'g', parent: { id: 'a', name: 'A' } }] });
    expect(read?.items[0]?.groupIds).to.deep.equal(['g']);
    expect(read?.groups.map(({ id }) => id)).to.deep.equal(['a']);
  });

  it('takes no group without an id', () => {
    const read = page({ ...moving, contactGroups: [{ name: 'G', parent: { id: 'a', name: 'A' } }] });
    expect(read?.groups.map(({ id }) => id)).to.deep.equal(['a']);
  });

  it('takes a hundred parents', () => {
    const parents = Array.from({ length: 101 }, (_, id) => ({ id }));
    const read = page({ ...moving, contactGroups: [{ id: 'g', name: 'G', parents }] });
    expect(read?.groups[0]?.parentIds).to.have.length(100);
  });

  it('goes up 64 levels and no further', () => {
    expect(page({ ...moving, contactGroups: [chain(64)] })?.groups).to.have.length(65);
    const read = page({ ...moving, contactGroups: [chain(5000)] });
    expect(read?.groups).to.have.length(65);
    expect(read?.badFields).to.deep.equal(['contactGroups.parent']);
  });
});

describe('reading groups', () => {
  it('takes lists with parents whole or as ids', () => {
    const read = readContactGroups({
      totalPages: 1,
      totalElements: 3,
      contactGroups: [
        housing,
        {
          id: 'g3',
          name: 'Pas',
          parents: [{ id: 'g1' }, { id: 'g2' }],
          organisationalUnit: true,
          targets: ['CITIZEN'],
        },
        { id: 'x' },
      ],
    });
    expect(read?.items.map(({ id, parentIds }) => [id, parentIds])).to.deep.equal([
      ['g2', ['g1']],
      ['g1', []],
      ['g3', ['g1', 'g2']],
    ]);
    expect(read?.items[0]?.unit).to.be.false;
    expect(read?.items[2]).to.include({ unit: true, description: undefined, organisationName: undefined });
    expect(read?.items[2]?.audiences).to.deep.equal(['citizen']);
    expect(read).to.deep.include({ leftOut: 1, badFields: [] });
    expect(read).to.include({ totalPages: 1, totalElements: 3 });
  });

  it('notes what is bad in a group, in its authority and in one above', () => {
    const badFieldsOf = (group: object) => readContactGroups({ contactGroups: [group] })?.badFields;
    expect(badFieldsOf({ id: 'g', name: 7 })).to.deep.equal(['name']);
    expect(badFieldsOf({ ...root, organisation: { id: {}, name: 7 } })).to.deep.equal([
      ...['organisation.id', 'organisation.name'],
    ]);
    expect(badFieldsOf({ ...root, parent: {} })).to.deep.equal(['parent']);
  });

  it('takes the authority from its own field, as points have it, or nested', () => {
    const authorityOf = (group: object) =>
      readContactGroups({ contactGroups: [{ ...root, ...group }] })?.items[0]?.organisationId;
    expect(authorityOf({ organisationId: 'o' })).to.equal('o');
    expect(authorityOf({ organisationId: 7 })).to.equal('7');
    expect(authorityOf({ organisation: { id: 'n' }, organisationId: 'o' })).to.equal('n');
    expect(authorityOf({})).to.equal(undefined);
  });

  it('counts entries that are no groups', () => {
    expect(readContactGroups({ contactGroups: [null, 7, { name: 'x' }, root] })?.leftOut).to.equal(3);
  });
});
