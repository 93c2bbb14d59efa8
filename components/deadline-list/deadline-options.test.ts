import { expect } from '@open-wc/testing';
import { asksForDeadlines, readFilter, readPageSize, readRefreshMs, readTypes } from './deadline-options.js';

type Reader<Value> = (value: unknown, complain: (text: string) => void) => Value;

/** What each value is read as, and that it is complained of where it is `bad`. */
function expectAll<Value>(
  reader: Reader<Value>,
  complaint: string,
  rows: readonly [value: unknown, read: Value, bad?: 'bad'][],
) {
  for (const [value, expected, bad] of rows) {
    const complaints: string[] = [];
    expect(
      reader(value, (text) => complaints.push(text)),
      String(value),
    ).to.deep.equal(expected);
    expect(complaints, String(value)).to.deep.equal(bad ? [complaint] : []);
  }
}

describe('deadline list: what the host sets', () => {
  it('says whether something can await the company', () => {
    expect(asksForDeadlines(['frist'])).to.be.true;
    expect(asksForDeadlines(['besked', 'sag'])).to.be.true;
    expect(asksForDeadlines(['besked', 'tilladelse'])).to.be.false;
  });

  it('types: in the kit’s own order; the default when none is known', () => {
    expectAll(readTypes, 'types holds something else than frist, sag, besked, tilladelse', [
      ['frist sag', ['frist', 'sag']],
      [' tilladelse\n frist  frist ', ['frist', 'tilladelse']],
      ['besked', ['besked']],
      ['', ['frist', 'sag']],
      [null, ['frist', 'sag']],
      [['frist'], ['frist', 'sag']],
      ['frist FRIST', ['frist'], 'bad'],
      ['deadline', ['frist', 'sag'], 'bad'],
    ]);
  });

  it('filter: one of three, else all', () => {
    expectAll(readFilter, 'filter is none of all, overdue, upcoming', [
      ['all', 'all'],
      ['overdue', 'overdue'],
      ['upcoming', 'upcoming'],
      ['Overdue', 'all', 'bad'],
      [undefined, 'all'],
      [null, 'all'],
      ['', 'all', 'bad'],
    ]);
  });

  it('page-size: a whole number from 1 to 100, else 12', () => {
    expectAll(readPageSize, 'page-size is not a whole number from 1 to 100', [
      [1, 1],
      [100, 100],
      [0, 12, 'bad'],
      [101, 12, 'bad'],
      [2.5, 12, 'bad'],
      [NaN, 12, 'bad'],
      ['5', 12, 'bad'],
      [null, 12],
    ]);
  });

  it('refresh-seconds: at least one second; off for 0, else a minute', () => {
    expectAll(readRefreshMs, 'refresh-seconds is not a number of seconds', [
      [60, 60_000],
      [1, 1_000],
      [0.1, 1_000],
      [0, 0],
      [null, 60_000],
      [undefined, 60_000],
      [-5, 60_000, 'bad'],
      [NaN, 60_000, 'bad'],
      [Infinity, 60_000, 'bad'],
      ['5', 60_000, 'bad'],
    ]);
  });
});
