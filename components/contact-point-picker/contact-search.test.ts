import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import type { ContactGroup, ContactPoint } from '../shared/backend/readers/digital-post-contact.js';
import { compareDanish, fold, foldWords } from '../shared/i18n/collation.js';
import { ContactSearch, type SearchResult } from './contact-search.js';
import { ContactStructure } from './contact-structure.js';
import { addAll, groupOf, pointOf, structureOf } from './structure-fixtures.js';

const searchOf = (...of: Parameters<typeof structureOf>) => new ContactSearch(structureOf(...of));
const namesOf = ({ hits }: SearchResult) => hits.map(({ point }) => point.name);
const named = (...names: string[]) => names.map((name) => pointOf(name));
const marked = (text: string, ranges: readonly (readonly [number, number])[]) =>
  ranges.map((range) => text.slice(...range));

describe('contact search: what is found', () => {
  const search = searchOf(
    [
      pointOf('Pas, hemmeligt', { visible: false }),
      pointOf('Fornyelse af pas', { groupIds: ['P'], keywords: ['rejse', 'legitimation'] }),
      pointOf('Kørekort', { groupIds: ['P'], description: 'Også til udlandet' }),
      pointOf('Åbningstider', { description: 'Hvornår har vi åbent?' }),
      pointOf('Pas, lukket', { active: false }),
      pointOf('Pas til firmaer', { audiences: ['business'] }),
    ],
    [groupOf('I', { name: 'ID' }), groupOf('P', { name: 'Pas og kørekort', parentIds: ['I'] })],
  );
  const cases: [query: string, found: string[]][] = [
    ['fornyelse', ['Fornyelse af pas']],
    ['LEGITIMATION', ['Fornyelse af pas']],
    ['udlandet', ['Kørekort']],
    ['aabning', ['Åbningstider']],
    ['åbent', ['Åbningstider']],
    ['koerekort', ['Kørekort', 'Fornyelse af pas']],
    ['pas', ['Fornyelse af pas', 'Kørekort']],
    ['pas udlandet', ['Kørekort']],
    ['id rejse pas', ['Fornyelse af pas']],
    ['pas xyz', []],
    ['hemmeligt', []],
    ['ps', []],
    ['here', []],
    ['å', ['Åbningstider', 'Kørekort']],
  ];
  for (const [query, found] of cases) {
    it(`finds ${String(found.length)} for '${query}'`, () => {
      const result = search.find(query);
      expect([namesOf(result), result.total]).to.deep.equal([found, found.length]);
    });
  }

  it('finds all, in Danish order, for nothing', () => {
    for (const query of ['', '  ']) {
      expect(namesOf(search.find(query))).to.deep.equal(['Fornyelse af pas', 'Kørekort', 'Åbningstider']);
    }
  });

  it('does not find the name of the authority, whose group is passed over', () => {
    const groups = [groupOf('R', { name: 'Fjordby Kommune' }), groupOf('A', { parentIds: ['R'] })];
    const points = [pointOf('p', { groupIds: ['A'] })];
    expect(searchOf(points, groups, { authorityName: 'Fjordby Kommune' }).find('fjordby').total).to.equal(0);
    expect(searchOf(points, groups).find('fjordby').total).to.equal(1);
  });

  it('does not find by a group that is for others', () => {
    const groups = [groupOf('Firmaer', { audiences: ['business'] }), groupOf('Borgere')];
    const search = searchOf([pointOf('p', { groupIds: ['Firmaer', 'Borgere'] })], groups);
    expect(search.find('firmaer').total).to.equal(0);
    expect(search.find('borgere').total).to.equal(1);
  });

  it('finds what the audience can come to, and what has lost its group', () => {
    const groups = [groupOf('Firmaer', { audiences: ['business'] }), groupOf('Borgere')];
    const found = (...groupIds: string[]) => searchOf([pointOf('p', { groupIds })], groups).find('p').total;
    expect([found('Firmaer'), found('Firmaer', 'Borgere'), found('gone')]).to.deep.equal([0, 1, 1]);
    expect([found('Firmaer', 'gone'), found()]).to.deep.equal([0, 1]);
  });

  it('looks at thirty words at most', () => {
    const words = Array.from({ length: 31 }, (_, at) => `w${at + 100}`);
    const search = searchOf([pointOf('p', { description: words.slice(0, 30).join(' ') })]);
    expect(search.find(words.join(' '))).to.include({ total: 1 });
    expect(search.find(words.slice(1).join(' '))).to.include({ total: 0 });
  });
});

describe('contact search: the order of hits', () => {
  it('puts name starts first, then word starts, keywords and the rest, each in Danish order', () => {
    const search = searchOf([
      pointOf('Rejsepas'),
      pointOf('Indfødsret', { description: 'Dit pas' }),
      pointOf('Æresborger', { keywords: ['rejsepas'] }),
      pointOf('Udland', { keywords: ['pas'] }),
      pointOf('Børnepas, pas'),
      pointOf('Aabenraa (pas)'),
      pointOf('Passager'),
      pointOf('Pas'),
    ]);
    expect(namesOf(search.find('pas')).join('; ')).to.equal(
      'Pas; Passager; Børnepas, pas; Aabenraa (pas); Udland; Æresborger; Indfødsret; Rejsepas',
    );
  });

  it('goes by the worst of several words, and by the whole text at the start of a name', () => {
    const search = searchOf([
      pointOf('Klage', { keywords: ['pas'] }),
      pointOf('Om klage og pas'),
      pointOf('Klage over pas'),
      pointOf('Pas'),
      pointOf('Klage pastor'),
      pointOf('Klage, andet', { description: 'pas' }),
    ]);
    expect(namesOf(search.find('klage pas')).join('; ')).to.equal(
      'Klage pastor; Klage over pas; Om klage og pas; Klage; Klage, andet',
    );
  });

  it('gives as many as asked for, the best ones, and the total', () => {
    const names = Array.from({ length: 400 }, (_, at) => `${at % 2 ? 'Pas' : 'Et pas'} ${at}`);
    const search = searchOf(named(...names));
    const result = search.find('pas', 3);
    expect(namesOf(result)).to.deep.equal(['Pas 1', 'Pas 3', 'Pas 5']);
    expect(result.total).to.equal(400);
    expect(search.find('pas').hits).to.have.length(50);
    expect(namesOf(search.find('pas', 201)).slice(-2)).to.deep.equal(['Pas 399', 'Et pas 0']);
    expect(search.find('pas', 0)).to.deep.include({ hits: [], total: 400 });
    const backwards = searchOf(named('Pas 3', 'Pas 1', 'Pas 4', 'Pas 2'));
    expect(namesOf(backwards.find('pas', 2))).to.deep.equal(['Pas 1', 'Pas 2']);
  });
});

describe('contact search: what a hit shows', () => {
  it('marks the name, and in the path what the name does not explain', () => {
    const groups = [groupOf('P', { name: 'Pas og kørekort' })];
    const search = searchOf([pointOf('Kørekort', { groupIds: ['P'] })], groups);
    const [hit] = search.find('KOERE pa').hits;
    expect(marked('Kørekort', hit!.nameRanges)).to.deep.equal(['Køre']);
    expect(hit!.path.map(({ id }) => id)).to.deep.equal(['P']);
    expect(hit!.pathRanges.map((ranges) => marked('Pas og kørekort', ranges))).to.deep.equal([['Pa']]);
    expect(hit!.keyword).to.equal(undefined);
  });

  it('names the keyword that explains it', () => {
    const search = searchOf([pointOf('Flytning', { keywords: ['vej', 'ny adresse', 'adresse'] })]);
    const [hit] = search.find('flyt adr').hits;
    expect(hit?.keyword?.text).to.equal('ny adresse');
    expect(marked('ny adresse', hit!.keyword!.ranges)).to.deep.equal(['adr']);
    expect(search.find('flyt').hits[0]?.keyword).to.equal(undefined);
  });

  it('shows the description where nothing else explains the hit, with what is marked in it', () => {
    const search = searchOf(
      [pointOf('Zoo', { groupIds: ['P'], keywords: ['dyr'], description: 'Billetter og årskort' })],
      [groupOf('P', { name: 'Park' })],
    );
    const described = (query: string) => {
      const description = search.find(query).hits[0]?.description;
      return description && marked(description.text, description.ranges);
    };
    expect(described('aarskort')).to.deep.equal(['årskort']);
    expect(described('er')).to.deep.equal(['er']);
    expect(described('zoo dyr park og')).to.deep.equal(['og']);
    expect(described('zoo dyr park')).to.equal(undefined);
  });

  it('shows the descriptions of shown hits with one name and path', () => {
    const named = (id: string, name: string, groupId: string, description?: string) =>
      pointOf(id, { name, groupIds: [groupId], description });
    const points = [named('1', 'Indsigt', 'P', 'I din egen sag'), named('2', 'Indsigt', 'P', 'For pressen')];
    points.push(named('3', 'Indsigt', 'P'), named('4', 'Indsigt', 'Q', 'I andet'));
    points.push(pointOf('IndsigtQ', { description: 'Andet' }));
    const search = searchOf(points, [groupOf('P'), groupOf('Q')]);
    const described = (query: string, limit?: number) =>
      search.find(query, limit).hits.map(({ description }) => description?.text);
    expect(described('indsigt')).to.deep.equal([
      'I din egen sag',
      'For pressen',
      ...[undefined, undefined, undefined],
    ]);
    expect(described('indsigt', 1)).to.deep.equal([undefined]);
    expect(search.find('indsigt pressen').hits[0]?.description?.ranges).to.deep.equal([[4, 11]]);
  });

  for (const ids of ['BA', 'AB']) {
    it(`shows the shortest path, or that which explains the hit: ${ids}`, () => {
      const search = searchOf(
        [pointOf('p', { groupIds: Array.from(ids) })],
        [groupOf('A'), groupOf('X'), groupOf('B', { parentIds: ['X'] })],
      );
      const pathOf = (query: string) => search.find(query).hits[0]?.path.map(({ id }) => id);
      expect(pathOf('p')).to.deep.equal(['A']);
      expect(pathOf('x')).to.deep.equal(['X', 'B']);
      expect(pathOf('a x')).to.deep.equal(['X', 'B']);
    });
  }

  it('has an empty path while the group is awaited', () => {
    const structure = new ContactStructure();
    addAll(structure, [pointOf('p', { groupIds: ['A'] })]);
    expect(new ContactSearch(structure).find('p').hits[0]?.path).to.deep.equal([]);
  });
});

describe('contact search: page by page', () => {
  it('finds what has come, and more when more has come', () => {
    const structure = new ContactStructure();
    const search = new ContactSearch(structure);
    expect(search.find('pas')).to.deep.equal({ hits: [], total: 0 });
    addAll(structure, named('Pas 2'));
    expect(namesOf(search.find('pas'))).to.deep.equal(['Pas 2']);
    addAll(structure, [...named('Pas 1', 'Nyt pas'), pointOf('Billet', { keywords: ['pas'] })]);
    expect(namesOf(search.find('pas'))).to.deep.equal(['Pas 1', 'Pas 2', 'Nyt pas', 'Billet']);
  });

  it('explains a hit of a later page by its own text only', () => {
    const structure = new ContactStructure();
    addAll(structure, named('Alfa'));
    const groups = [groupOf('A'), groupOf('B', { name: 'Bil' })];
    addAll(structure, [pointOf('Beta', { groupIds: ['A', 'B'] }), ...named('Bil')], groups);
    const [, beta] = new ContactSearch(structure).find('bil').hits;
    expect(beta?.path.map(({ id }) => id)).to.deep.equal(['B']);
  });

  it('follows another audience', () => {
    const structure = structureOf([pointOf('Pas', { audiences: ['business'] })]);
    const search = new ContactSearch(structure);
    expect(search.find('pas').total).to.equal(0);
    structure.audience = 'business';
    expect(search.find('pas').total).to.equal(1);
  });

  it('finds in the slices that are in order, while another is not', () => {
    const structure = structureOf(named('Pas 1'));
    const work = structure.add(named('Pas 2'));
    work.next();
    const search = new ContactSearch(structure);
    expect(namesOf(search.find('pas'))).to.deep.equal(['Pas 1']);
    while (!work.next().done);
    expect(namesOf(search.find('pas'))).to.deep.equal(['Pas 1', 'Pas 2']);
  });
});

describe('contact search: any text', () => {
  const text = fc.string({ unit: fc.constantFrom(...Array.from('aåAeæØo pP-1')), maxLength: 8 });
  const ids = fc.uniqueArray(fc.constantFrom('G0', 'G1', 'G2'));
  const points = fc
    .array(fc.tuple(text, text, fc.array(text, { maxLength: 2 }), ids))
    .map((list) =>
      list.map(([name, description, keywords, groupIds], at) =>
        pointOf(`p${String(at)}`, { name, description, keywords, groupIds }),
      ),
    );
  const groups = fc
    .tuple(text, text, text)
    .map((names) =>
      names.map((name, at) => groupOf(`G${String(at)}`, { name, parentIds: at ? ['G0'] : [] })),
    );

  /** All hits, straight from the rules. */
  function findNaively(
    all: readonly ContactPoint[],
    groupList: readonly ContactGroup[],
    query: string,
  ): string[] {
    const words = foldWords(query);
    const rankOf = (point: ContactPoint): number => {
      const name = fold(point.name);
      const keywords = point.keywords.map(fold);
      const names = groupList.filter(
        ({ id }) => point.groupIds.includes(id) || (id === 'G0' && point.groupIds.length > 0),
      );
      const rest = [name, fold(point.description ?? ''), ...names.map((group) => fold(group.name))];
      if (name.startsWith(words.join(' '))) return 0;
      return Math.max(
        ...words.map((word) => {
          const starts = name.split(/(?<![\p{L}\p{N}])(?=.)/u);
          if (starts.some((_, at) => starts.slice(at).join('').startsWith(word))) return 1;
          if (keywords.some((keyword) => keyword.includes(word))) return 2;
          return rest.some((each) => each.includes(word)) ? 3 : Infinity;
        }),
      );
    };
    return all
      .map((point) => ({ point, rank: rankOf(point) }))
      .filter(({ rank }) => rank < Infinity)
      .sort(
        (a, b) =>
          a.rank - b.rank ||
          compareDanish(a.point.name, b.point.name) ||
          compareDanish(a.point.id, b.point.id),
      )
      .map(({ point }) => point.id);
  }

  // Ids of one digit, so that comparing them by code unit and in Danish order is the same.
  const few = points.map((list) => list.slice(0, 10));

  it('finds what a naive search finds, in its order', () => {
    fc.assert(
      fc.property(few, groups, text, (all, groupList, query) => {
        const { hits, total } = searchOf(all, groupList, { authorityName: 'no group is called so' }).find(
          query,
          Infinity,
        );
        expect(hits.map(({ point }) => point.id)).to.deep.equal(findNaively(all, groupList, query));
        expect(total).to.equal(hits.length);
      }),
      { numRuns: 1000 },
    );
  });

  it('finds the same key by key, back and forth, as at once', () => {
    fc.assert(
      fc.property(
        points,
        groups,
        fc.array(text, { minLength: 1, maxLength: 12 }),
        (all, groupList, queries) => {
          const structure = structureOf(all, groupList);
          const search = new ContactSearch(structure);
          for (const query of queries.flatMap((each) => Array.from(each, (_, at) => each.slice(0, at + 1)))) {
            expect(search.find(query, 4)).to.deep.equal(new ContactSearch(structure).find(query, 4));
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});
