import { expect } from '@open-wc/testing';
import { readFilter, readPageSize, readRefreshMs, readTypes } from './deadline-options.js';

/** What a value is read as, and how often it was complained of. */
function read<Value>(reader: (value: unknown, complain: (text: string) => void) => Value, value: unknown) {
  let complaints = 0;
  return { value: reader(value, () => (complaints += 1)), complaints };
}

function expectAll<Value>(
  reader: (value: unknown, complain: (text: string) => void) => Value,
  rows: readonly [value: unknown, read: Value, complaints?: number][],
) {
  for (const [value, expected, complaints = 0] of rows) {
    expect(read(reader, value), String(value)).to.deep.equal({ value: expected, complaints });
  }
}

describe('deadline list: what the host sets', () => {
  it('types: in the kit’s own order; the default when none is known', () => {
    expectAll(readTypes, [
      ['frist sag', ['frist', 'sag']],
      [' tilladelse\n frist  frist ', ['frist', 'tilladelse']],
      ['besked', ['besked']],
      ['', ['frist', 'sag']],
      [null, ['frist', 'sag']],
      [['frist'], ['frist', 'sag']],
      ['frist FRIST', ['frist'], 1],
      ['deadline', ['frist', 'sag'], 1],
    ]);
  });

  it('filter: one of three, else all', () => {
    expectAll(readFilter, [
      ['all', 'all'],
      ['overdue', 'overdue'],
      ['upcoming', 'upcoming'],
      ['Overdue', 'all', 1],
      [undefined, 'all', 1],
    ]);
  });

  it('page-size: a whole number from 1 to 100, else 12', () => {
    expectAll(readPageSize, [
      [1, 1],
      [100, 100],
      [0, 12, 1],
      [101, 12, 1],
      [2.5, 12, 1],
      [NaN, 12, 1],
      ['5', 12, 1],
    ]);
  });

  it('refresh-seconds: at least one second; off for 0 and what is no number', () => {
    expectAll(readRefreshMs, [
      [60, 60_000],
      [1, 1_000],
      [0.1, 1_000],
      [0, 0],
      [-5, 0],
      [NaN, 0],
      ['60', 0],
      [null, 0],
    ]);
  });
});
