import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { compareDanish, findWord, fold, foldWords, isWordStart, matchRanges, sortKey } from './collation.js';

/** Texts of the characters that folding has rules for, accents and invisible characters among them. */
const awkward = fc.oneof(
  fc.string({
    unit: fc.constantFrom(
      ...Array.from('aeoåäöøæÅÆØœßþðđłıΣςİK xX-1ﾟ'),
      '\u030a',
      '\u0308',
      '\u0301',
      '\u200d',
      '\u202e',
      '😀',
    ),
  }),
  fc.string({ unit: 'binary' }),
);
const marked = (text: string, query: string) =>
  matchRanges(text, foldWords(query)).map(([from, to]) => text.slice(from, to));

describe('Danish order', () => {
  it('puts æ, ø, å last and Aabenraa with å', () => {
    const names = ['Åbenrå', 'Ærø', 'Zebra', 'Aabenraa', 'Øl', 'Alkohol', 'zoo'];
    expect(names.sort(compareDanish)).to.deep.equal([
      'Alkohol',
      'Zebra',
      'zoo',
      'Ærø',
      'Øl',
      'Åbenrå',
      'Aabenraa',
    ]);
  });

  it('orders numbers by value', () => {
    expect(['Skole 10', 'Skole 2'].sort(compareDanish)).to.deep.equal(['Skole 2', 'Skole 10']);
  });

  it('tells apart texts that the language finds equal, whichever comes first', () => {
    const composed = '\u00e9';
    const decomposed = 'e\u0301';
    expect(compareDanish(composed, decomposed)).to.equal(1);
    expect(compareDanish(decomposed, composed)).to.equal(-1);
    expect(compareDanish('pas', 'pas')).to.equal(0);
  });

  describe('by keys', () => {
    const browsers = new Intl.Collator('da', { numeric: true });
    const printable = Array.from({ length: 95 }, (_, at) => String.fromCharCode(32 + at));
    const plain = fc.string({
      unit: fc.constantFrom(...Array.from('aAbBkløåØ0019 -.'), ...printable),
      maxLength: 8,
    });
    const expectTheSame = (a: string, b: string) => {
      const [left, right] = [sortKey(a), sortKey(b)];
      if (left === right || !left || !right) return;
      expect(left < right, `${a} < ${b}`).to.equal(browsers.compare(a, b) < 0);
    };

    for (const texts of [
      'Pas|Passet|Pas og kørekort|pas|PAS|Pas-',
      'Skole 1|Skole 01|Skole 2|Skole 10|Skole 10b|Skole|Skole b|Skole  2|1. skole',
      'Viga|Vigaa|Vigå|Vigab|Viaduk|Vi|Aab|Åb|aAb|Aaab|aAaab|aåb|Zb',
      '9007199254740993|9007199254740992|123456789012345678901|12345678901234567890123456789|0',
      printable.join('|').replace('|||', '|'),
    ])
      it(`is that of the collator in ${texts}`, () => {
        const all = texts.split('|').concat('|');
        for (const one of all) for (const other of all) expectTheSame(one, other);
      });

    it('is that of the collator for any two texts, also with the same beginning', () => {
      const check = (start: string, a: string, b: string) => expectTheSame(start + a, start + b);
      fc.assert(fc.property(plain, plain, plain, check), { numRuns: 60_000 });
      fc.assert(fc.property(awkward, awkward, awkward, check));
    });

    for (const text of [
      'Café',
      'Aå',
      'aAa',
      '日本',
      'e\u0301',
      '\ud83d',
      '0'.repeat(3) + '9'.repeat(30),
      '\n',
      '',
    ])
      it(`has none for ${JSON.stringify(text)}`, () => void expect(sortKey(text)).to.equal(''));

    it('has one for what names are made of', () => {
      for (const text of [
        'Aabenraa',
        'Børn & unge (0-6 år)',
        'P-afgift: klage',
        '2. skole',
        'a_b',
        '00' + '9'.repeat(29),
      ])
        expect(sortKey(text)).not.to.equal('');
    });
  });

  it('is a total order: the result of sorting never depends on the order before', () => {
    fc.assert(
      fc.property(fc.array(awkward), (texts) => {
        const sorted = [...texts].sort(compareDanish);
        expect([...texts].reverse().sort(compareDanish)).to.deep.equal(sorted);
      }),
    );
  });
});

describe('folding', () => {
  for (const [text, folded] of [
    ['Aabenraa', 'aabenraa'],
    ['ÅBENRÅ', 'aabenraa'],
    ['a\u030abenra\u030a', 'aabenraa'],
    ['Æble Ærø', 'aeble aeroe'],
    ['Çà et là, é', 'ca et la, e'],
    ['ÄÖü', 'aeoeu'],
    ['ǽ ǿ ǻ ĳ ﬁ ½', 'ae oe aa ij fi 1⁄2'],
    ['Straße Łódź Þór', 'strasse lodz thor'],
    ['ΟΔΟΣ ΟΔΟΣΑ', 'οδοσ οδοσα'],
    ['İI', 'ii'],
    ['Œ ð đ ı', 'oe d d i'],
    ['for\u00adtryd \u202eabc\u200d', 'fortryd abc'],
    ['', ''],
  ] as const) {
    it(`makes '${text}' '${folded}'`, () => void expect(fold(text)).to.equal(folded));
  }

  it('is done after one time', () => {
    fc.assert(fc.property(awkward, (text) => void expect(fold(fold(text))).to.equal(fold(text))));
  });

  it('splits a search text into words, each once', () => {
    expect(foldWords('  Pas  å PAS\u00a0aa\n')).to.deep.equal(['pas', 'aa']);
    expect(foldWords(' \t ')).to.deep.equal([]);
  });
});

describe('finding a word', () => {
  it('knows where words start', () => {
    const text = 'ab 1c-dé,f';
    expect(Array.from(text, (_, at) => isWordStart(text, at))).to.deep.equal([
      true,
      false,
      false,
      true,
      false,
      false,
      true,
      false,
      false,
      true,
    ]);
  });

  it('takes letters and digits for parts of a word, up to the very last of them, and nothing else of ASCII', () => {
    const ends = (before: string) => isWordStart(`${before}x`, 1);
    expect(Array.from('az09\u0080å').filter(ends)).to.deep.equal([]);
    expect(Array.from('`{/:\u007f').every(ends)).to.be.true;
  });

  it('prefers the start of a word to an earlier middle', () => {
    expect(findWord('rejsepas og pas', 'pas')).to.equal(12);
    expect(findWord('rejsepas', 'pas')).to.equal(5);
    expect(findWord('rejse', 'pas')).to.equal(-1);
  });

  it('finds nothing that reaches over the end it is given', () => {
    expect(findWord('rejsepas', 'pas', 7)).to.equal(-1);
    expect(findWord('rejsepas', 'pas', 8)).to.equal(5);
    expect(findWord('rejsepas og pas', 'pas', 14)).to.equal(5);
  });
});

describe('marking', () => {
  it('marks the characters of the original', () => {
    expect(marked('Rådhus i Åbenrå', 'raad AAB')).to.deep.equal(['Råd', 'Åb']);
    expect(marked('Fornyelse af pas', 'pas forny')).to.deep.equal(['Forny', 'pas']);
  });

  it('marks a whole character for half of it, with its accents', () => {
    expect(marked('Årsag', 'a')).to.deep.equal(['Å']);
    expect(marked('Cafe\u0301 X', 'cafe')).to.deep.equal(['Cafe\u0301']);
    expect(marked('xA\u030ay', 'aa')).to.deep.equal(['A\u030a']);
  });

  it('joins parts that touch or lie in each other', () => {
    expect(marked('pasfoto', 'pas foto')).to.deep.equal(['pasfoto']);
    expect(marked('pasfoto', 'pasf asf as')).to.deep.equal(['pasf']);
  });

  it('marks nothing for words that are not there', () => {
    expect(matchRanges('Pas', ['xyz'])).to.deep.equal([]);
    expect(matchRanges('', foldWords(''))).to.deep.equal([]);
  });

  it('marks, in any text, ranges in order whose folding holds the word', () => {
    fc.assert(
      fc.property(awkward, fc.nat(), fc.integer({ min: 1, max: 4 }), (text, from, length) => {
        const start = from % (fold(text).length + 1);
        const word = fold(text).slice(start, start + length);
        fc.pre(word.length > 0);
        const ranges = matchRanges(text, [word]);
        expect(ranges).to.have.length(1);
        const [range] = ranges;
        expect(fold(text.slice(...range!))).to.contain(word);
      }),
      { numRuns: 1000 },
    );
  });

  it('keeps ranges apart, in order and inside the text', () => {
    fc.assert(
      fc.property(awkward, fc.array(fc.string({ maxLength: 2 })), (text, words) => {
        let end = -1;
        for (const [from, to] of matchRanges(text, words.map(fold).filter(Boolean))) {
          expect(from).to.be.above(end);
          expect(to).to.be.above(from).and.at.most(text.length);
          end = to;
        }
      }),
    );
  });
});
