import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import {
  addDays,
  dateInCopenhagen,
  daysBetween,
  formatDateTime,
  formatLongDate,
  formatShortDate,
  parseDate,
  parseInstant,
} from './dates.js';

const at = (text: string) => Date.parse(text);
const anyDate = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe('reading a date', () => {
  for (const [text, date] of [
    ['2022-06-01', '2022-06-01'],
    ['01-06-2022', '2022-06-01'],
    ['29-02-2024', '2024-02-29'],
    ['2000-02-29', '2000-02-29'],
    ['31-12-9999', '9999-12-31'],
  ] as const) {
    it(`takes ${text}`, () => {
      expect(parseDate(text)).to.equal(date);
    });
  }

  for (const text of [
    '',
    '29-02-2023',
    '1900-02-29',
    '31-04-2022',
    '2022-13-01',
    '2022-00-10',
    '2022-01-00',
    '00-01-2022',
    '32-01-2022',
    '0000-01-01',
    '0022-06-01',
    '0999-12-31',
    '1-6-2022',
    '01/06/2022',
    '01.06.2022',
    '2022-06-01T00:00:00Z',
    ' 2022-06-01',
    '2022-06-01\n',
    '20220601',
    '٠١-٠٦-٢٠٢٢',
  ]) {
    it(`refuses ${JSON.stringify(text)}`, () => {
      expect(parseDate(text)).to.equal(undefined);
    });
  }

  it('takes every date in both forms', () => {
    fc.assert(
      fc.property(anyDate, (date) => {
        expect(parseDate(date)).to.equal(date);
        expect(parseDate(date.split('-').reverse().join('-'))).to.equal(date);
      }),
    );
  });
});

describe('today in Copenhagen', () => {
  for (const [instant, date] of [
    ['2022-01-15T22:59:59Z', '2022-01-15'],
    ['2022-01-15T23:00:00Z', '2022-01-16'],
    ['2022-06-15T21:59:59Z', '2022-06-15'],
    ['2022-06-15T22:00:00Z', '2022-06-16'],
    // Summer time begins on 27 March 2022: midnight before it is in winter time, midnight after it in summer time.
    ['2022-03-26T22:59:59Z', '2022-03-26'],
    ['2022-03-26T23:00:00Z', '2022-03-27'],
    ['2022-03-27T21:59:59Z', '2022-03-27'],
    ['2022-03-27T22:00:00Z', '2022-03-28'],
    // It ends on 30 October 2022.
    ['2022-10-29T21:59:59Z', '2022-10-29'],
    ['2022-10-29T22:00:00Z', '2022-10-30'],
    ['2022-10-30T22:59:59Z', '2022-10-30'],
    ['2022-10-30T23:00:00Z', '2022-10-31'],
    ['2022-12-31T23:00:00Z', '2023-01-01'],
    ['2024-02-28T23:30:00Z', '2024-02-29'],
    ['0900-06-01T12:00:00Z', '0900-06-01'],
    ['9999-12-31T23:30:00Z', '9999-12-31'],
    // In California it is still the day before.
    ['2022-06-02T00:30:00+02:00', '2022-06-02'],
    // In Tokyo it is already the day after.
    ['2022-06-02T23:30:00+02:00', '2022-06-02'],
  ] as const) {
    it(`is ${date} at ${instant}`, () => {
      expect(dateInCopenhagen(at(instant))).to.equal(date);
    });
  }
});

describe('the wall clock in Copenhagen', () => {
  const browsers = new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Europe/Copenhagen',
    dateStyle: 'short',
    timeStyle: 'short',
  });
  const expectTheSame = (instant: number) =>
    void expect(formatDateTime(instant)).to.equal(browsers.format(instant).replace(',', ''));

  // It fails in a browser that knows of a new law.
  it("is the browser's own, in each hour around each change of summer time from 1996 to 2040", () => {
    for (let year = 1996; year <= 2040; year += 1)
      for (const month of [2, 9])
        for (let hour = 24 * 24; hour <= 31 * 24; hour += 1)
          expectTheSame(Date.UTC(year, month, 1, hour, 59));
  });

  it("is the browser's own at any time since 1996", () => {
    const any = fc.date({ min: new Date('1996-01-01'), max: new Date('2199-12-31'), noInvalidDate: true });
    fc.assert(fc.property(any, (date) => expectTheSame(date.getTime())));
  });
});

describe('counting days', () => {
  for (const [from, to, days] of [
    ['2022-06-01', '2022-06-01', 0],
    ['2022-06-01', '2022-06-02', 1],
    ['2022-06-02', '2022-06-01', -1],
    ['2022-03-26', '2022-03-28', 2],
    ['2022-10-29', '2022-10-31', 2],
    ['2024-02-28', '2024-03-01', 2],
    ['2022-01-01', '2023-01-01', 365],
  ] as const) {
    it(`finds ${days} from ${from} to ${to}`, () => {
      expect(daysBetween(from, to)).to.equal(days);
    });
  }

  it('adds them to a date', () => {
    expect([addDays('2024-02-28', 2), addDays('2022-01-01', -1)]).to.deep.equal(['2024-03-01', '2021-12-31']);
  });

  it('and adding them are each the opposite of the other', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -40_000, max: 40_000 }), (date, days) => {
        expect(daysBetween(date, addDays(date, days))).to.equal(days);
      }),
    );
  });
});

describe('writing a date', () => {
  it('is short with slashes', () => {
    expect(formatShortDate('2022-06-01')).to.equal('01/06/2022');
  });

  for (const [date, da, en] of [
    ['2022-06-01', '1. juni 2022', '1 June 2022'],
    ['2022-12-31', '31. december 2022', '31 December 2022'],
    ['2022-01-01', '1. januar 2022', '1 January 2022'],
    ['2024-05-10', '10. maj 2024', '10 May 2024'],
  ] as const) {
    it(`is long in prose: ${da}, ${en}`, () => {
      expect([formatLongDate(date, 'da'), formatLongDate(date, 'en')]).to.deep.equal([da, en]);
    });
  }

  for (const lang of ['da', 'en'] as const) {
    it(`names the months as the browser does in ${lang}`, () => {
      const names = new Intl.DateTimeFormat(lang, { month: 'long', timeZone: 'UTC' });
      for (let month = 1; month <= 12; month += 1) {
        const date = `2022-${String(month).padStart(2, '0')}-07`;
        expect(formatLongDate(date, lang).split(' ')[1]).to.equal(names.format(new Date(date)));
      }
    });
  }

  for (const [instant, text] of [
    ['2024-06-21T08:30:00Z', '21/06/2024 10:30'],
    ['2024-01-21T08:05:59Z', '21/01/2024 09:05'],
    ['2022-06-15T22:00:00Z', '16/06/2022 00:00'],
    // The hour that comes twice, and the one that does not come.
    ['2022-10-30T00:30:00Z', '30/10/2022 02:30'],
    ['2022-10-30T00:59:59Z', '30/10/2022 02:59'],
    ['2022-10-30T01:00:00Z', '30/10/2022 02:00'],
    ['2022-10-30T01:30:00Z', '30/10/2022 02:30'],
    ['2022-03-27T01:00:00Z', '27/03/2022 03:00'],
  ] as const) {
    it(`has the time in Copenhagen: ${text} at ${instant}`, () => {
      expect(formatDateTime(at(instant))).to.equal(text);
    });
  }
});

describe('reading an instant', () => {
  const NOON = Date.UTC(2026, 10, 22, 12);
  for (const text of ['2026-11-22T12:00:00Z', '2026-11-22t12:00:00z', '2026-11-22T13:00:00+01:00'])
    it(`takes ${text}`, () => void expect(parseInstant(text)).to.equal(NOON));
  for (const text of [
    '2026-11-22',
    '2026-11-22T12:00:00',
    '2026-11-22T12:00:00+0100',
    '2026-11-22T12:00:00+1:00',
    '2026-11-22T12:00:00Z?',
    '2026-13-22T12:00:00Z',
    'Sun, 22 Nov 2026 12:00:00 Z',
    'Sat Nov 21 2026 10:00:00 GMT+01:00 (dansk tid)',
    'T+01:00',
    '',
  ])
    it(`does not take '${text}'`, () => void expect(parseInstant(text)).to.equal(undefined));
});
