import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { ACTIVITY_TYPES, type Activity } from '../shared/backend/mit-virk.js';
import { addDays } from '../shared/i18n/dates.js';
import { activityOf, anyActivities, keysOf, RUNS } from '../../stories/generated-activities.js';
import {
  divide,
  filterDeadlines,
  holdRows,
  isOverdue,
  keyOf,
  pageOf,
  sectionOf,
  SECTIONS,
} from './deadlines.js';

const TODAY = '2026-11-22';

describe('deadlines: which part an activity stands in', () => {
  const cases: [Partial<Activity>, string][] = [
    [{ type: 'frist' }, 'deadlines'],
    [{ type: 'frist', status: 'Godkendt' }, 'deadlines'],
    [{ type: 'besked' }, 'notices'],
    [{ type: 'tilladelse', dueDate: TODAY }, 'permits'],
    [{ type: 'sag', status: 'Afventer virksomhed' }, 'deadlines'],
    [{ type: 'sag', status: ' afventer VIRKSOMHED ' }, 'deadlines'],
    [{ type: 'sag', status: 'Afventer virksomheden' }, 'cases'],
    [{ type: 'sag', status: 'Under behandling' }, 'cases'],
    [{ type: 'sag' }, 'cases'],
  ];
  for (const [fields, part] of cases) {
    it(`${JSON.stringify(fields)}: ${part}`, () => expect(sectionOf(activityOf(fields))).to.equal(part));
  }
});

describe('deadlines: how far off', () => {
  it('is overdue from the day after, never on the day itself', () => {
    expect(isOverdue(activityOf({ dueDate: '2026-11-21' }), TODAY)).to.be.true;
    expect(isOverdue(activityOf({ dueDate: TODAY }), TODAY)).to.be.false;
    expect(isOverdue(activityOf({ dueDate: undefined }), TODAY)).to.be.false;
  });

  it('is overdue when fewer than no days are left, for any two dates', () => {
    fc.assert(
      fc.property(fc.integer({ min: -4000, max: 4000 }), (days) => {
        const activity = activityOf({ dueDate: addDays(TODAY, days) });
        expect(isOverdue(activity, TODAY)).to.equal(days < 0);
      }),
      { numRuns: RUNS },
    );
  });
});

describe('deadlines: order', () => {
  const titlesOf = (activities: readonly Activity[]) =>
    divide(activities).deadlines.map(({ title }) => title);

  it('earliest first, then by title in Danish, those without a date last', () => {
    const made = [
      activityOf({ id: '1', type: 'sag', status: 'Afventer virksomhed', title: 'uden dato' }),
      activityOf({ id: '2', dueDate: '2026-12-01', title: 'Ål' }),
      activityOf({ id: '3', dueDate: '2026-12-01', title: 'Zebra' }),
      activityOf({ id: '4', dueDate: '2026-12-01', title: 'Ærte' }),
      activityOf({ id: '5', dueDate: '2026-11-01', title: 'overskredet' }),
      activityOf({ id: '6', dueDate: '9999-12-31', title: 'ved dagenes ende' }),
    ];
    expect(titlesOf(made)).to.deep.equal([
      'overskredet',
      'Zebra',
      'Ærte',
      'Ål',
      'ved dagenes ende',
      'uden dato',
    ]);
  });

  it('leaves notices as they came', () => {
    const made = ['c', 'a', 'b'].map((id) => activityOf({ id, type: 'besked', title: id }));
    expect(keysOf(divide(made).notices)).to.deep.equal(['besked:c', 'besked:a', 'besked:b']);
  });

  it('is sorted, loses nothing and shows nothing twice, whatever the order of the answer', () => {
    fc.assert(
      fc.property(anyActivities(), (activities) => {
        const sections = divide(activities);
        const all = SECTIONS.flatMap((name) => sections[name]);
        expect(keysOf(all).sort()).to.deep.equal(keysOf(activities).sort());
        for (const name of ['deadlines', 'cases', 'permits'] as const) {
          const dates = sections[name].map(({ dueDate }) => dueDate ?? '9999');
          expect(dates).to.deep.equal([...dates].sort());
          const backwards = divide([...activities].reverse());
          expect(keysOf(backwards[name])).to.deep.equal(keysOf(sections[name]));
        }
      }),
      { numRuns: RUNS },
    );
  });

  it('tells two activities of one id apart by their type', () => {
    const made = ACTIVITY_TYPES.map((type) => activityOf({ id: '1', type }));
    expect(new Set(keysOf(made)).size).to.equal(4);
  });
});

describe('deadlines: filter and pages', () => {
  it('divides all into overdue and upcoming', () => {
    fc.assert(
      fc.property(anyActivities(), (activities) => {
        const { deadlines } = divide(activities);
        const overdue = filterDeadlines(deadlines, 'overdue', TODAY);
        const upcoming = filterDeadlines(deadlines, 'upcoming', TODAY);
        expect(filterDeadlines(deadlines, 'all', TODAY)).to.equal(deadlines);
        expect([...overdue, ...upcoming]).to.have.members([...deadlines]);
        expect(overdue.every((activity) => isOverdue(activity, TODAY))).to.be.true;
      }),
      { numRuns: RUNS },
    );
  });

  it('shows everything once over all pages, and numbers that fit', () => {
    fc.assert(
      fc.property(anyActivities(), fc.integer({ min: 1, max: 100 }), (activities, size) => {
        const { pageCount } = pageOf(activities, 0, size);
        const pages = Array.from({ length: pageCount }, (_, number) => pageOf(activities, number, size));
        expect(pages.flatMap(({ items }) => items)).to.deep.equal(activities);
        let last = 0;
        for (const { from, to, total, items } of pages) {
          expect(total).to.equal(activities.length);
          expect(from).to.equal(items.length === 0 ? 0 : last + 1);
          expect(to).to.equal(last + items.length);
          last = to;
        }
      }),
      { numRuns: RUNS },
    );
  });

  it('moves back to the last page when the list has become shorter', () => {
    const activities = ['1', '2', '3'].map((id) => activityOf({ id }));
    expect(pageOf(activities, 7, 2)).to.include({ page: 1, pageCount: 2, from: 3, to: 3, total: 3 });
    expect(pageOf(activities, -1, 2).page).to.equal(0);
    expect(pageOf([], 3, 2)).to.include({ page: 0, pageCount: 1, from: 0, to: 0, total: 0 });
  });
});

describe('deadlines: rows that are held', () => {
  const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((id) => activityOf({ id })) as [
    Activity,
    Activity,
    Activity,
    Activity,
  ];
  const rowsOf = (...activities: Activity[]) => activities.map((activity) => ({ activity, gone: false }));
  const latest = (...activities: Activity[]) => new Map(activities.map((one) => [keyOf(one), one]));

  it('keeps a held row that has left the page where it was', () => {
    const rows = holdRows([a, c, d], rowsOf(a, b, c), (key) => key === keyOf(b), latest(a, b, c, d));
    expect(rows).to.deep.equal(rowsOf(a, b, c, d));
  });

  it('shows what a held row is now', () => {
    const now = { ...b, title: 'Ny titel' };
    expect(holdRows([a], rowsOf(b), () => true, latest(a, now))[0]).to.deep.equal({
      activity: now,
      gone: false,
    });
  });

  it('marks a held row that the backend no longer has', () => {
    expect(holdRows([a], rowsOf(b), () => true, latest(a))).to.deep.equal([
      { activity: b, gone: true },
      { activity: a, gone: false },
    ]);
  });

  it('lets go of what nobody holds', () => {
    expect(holdRows([a], rowsOf(b, c), () => false, latest(a, b))).to.deep.equal(rowsOf(a));
  });

  it('loses no item, holds what is held, and shows nothing twice', () => {
    fc.assert(
      fc.property(anyActivities(), anyActivities(), fc.func(fc.boolean()), (items, former, isHeld) => {
        const rows = holdRows(items, rowsOf(...former), isHeld, latest(...items));
        const keys = keysOf(rows.map(({ activity }) => activity));
        expect(new Set(keys).size).to.equal(keys.length);
        const held = keysOf(former).filter((key) => isHeld(key));
        expect([...keys].sort()).to.deep.equal([...new Set([...keysOf(items), ...held])].sort());
        const order = rows.filter(({ gone }) => !gone).map(({ activity }) => activity);
        expect(keysOf(order)).to.deep.equal(keysOf(items));
      }),
      { numRuns: RUNS },
    );
  });
});
