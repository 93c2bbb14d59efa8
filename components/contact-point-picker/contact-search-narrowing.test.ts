import { expect } from '@open-wc/testing';
import { ContactSearch } from './contact-search.js';
import { pointOf, structureOf } from './structure-fixtures.js';

const named = (...names: string[]) => names.map((name) => pointOf(name));

describe('contact search: what is looked through', () => {
  const ALL = ['Kørekort', 'Paraply', 'Pas', 'Sygesikring'];

  /** A search, and the names of the points that it looks at each time. */
  function watched() {
    const structure = structureOf(named(...ALL));
    const read: string[] = [];
    for (const sheet of structure.settled().sheets) {
      const get = (starts: number[], key: string | symbol) => {
        if (/^\d+$/.test(String(key))) read.push(String(key));
        return Reflect.get(starts, key) as unknown;
      };
      Object.assign(sheet, { starts: new Proxy(sheet.starts, { get }) });
    }
    const search = new ContactSearch(structure);
    const find = (query: string) => {
      read.length = 0;
      search.find(query, 0);
      // Of each, where its text begins and where it ends.
      return ALL.filter((_, place) => read.some((key, at) => at % 2 === 0 && key === String(place)));
    };
    return { structure, find };
  }

  it('is what the same search has found a letter ago, or what it has found without its last word', () => {
    const { find } = watched();
    const two = ['Paraply', 'Pas'];
    expect([find('p'), find('pa'), find('pas x'), find('sy')]).to.deep.equal([ALL, two, two, ALL]);
    const { find: again } = watched();
    expect([again('pas'), again('pa'), again('pas')]).to.deep.equal([ALL, ALL, ['Pas']]);
  });

  it('is all when the structure has changed, and when that was nine searches ago', () => {
    const { structure, find } = watched();
    find('pas');
    structure.audience = 'citizen';
    expect(find('pas')).to.deep.equal(['Pas']);
    structure.finish();
    expect(find('pas')).to.deep.equal(ALL);
    for (const query of '1234567') find(query);
    expect(find('pas')).to.deep.equal(['Pas']);
    for (const query of '12345678') find(query);
    expect(find('pas')).to.deep.equal(ALL);
  });

  it('is, of the points themselves, only those that may be among the best', () => {
    const looksAt = (query: string, ...names: string[]) => {
      const structure = structureOf(named(...names));
      const settled = structure.settled();
      const read = new Set<string>();
      const get = (entries: typeof settled.entries, key: string | symbol) => {
        read.add(String(key));
        return Reflect.get(entries, key) as unknown;
      };
      Object.assign(settled, { entries: new Proxy(settled.entries, { get }) });
      new ContactSearch(structure).find(query, 1);
      return [...read];
    };
    expect(looksAt('pas', 'Pas 1', 'Pas 2', 'Nyt pas')).to.deep.equal(['0']);
    expect(looksAt('pas', 'Nyt pas 1', 'Nyt pas 2', 'Pas')).to.deep.equal(['0', '2']);
    expect(looksAt('p', 'Kap', 'Sep')).to.deep.equal(['0', '1']);
  });
});
