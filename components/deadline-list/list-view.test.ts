import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import type { Activity } from '../shared/backend/mit-virk.js';
import { useFakeTime } from '../shared/testing/fake-time.js';
import { activityOf, anyActivities, keysOf, RUNS } from '../../stories/generated-activities.js';
import { keyOf, SECTIONS, type SectionName } from './deadlines.js';
import { ListView, type ViewOptions } from './list-view.js';

const TODAY = '2026-11-22';
const OPTIONS: ViewOptions = { filter: 'all', pageSize: 2, today: TODAY, hasFocus: () => false };

const frist = (id: string, dueDate: string) => activityOf({ id, dueDate });
const LATE = frist('late', '2026-11-01');
const SOON = frist('soon', '2026-11-24');
const LATER = frist('later', '2026-12-24');
const WAITING = activityOf({ id: 'case', type: 'sag', status: 'Afventer virksomhed' });
const NOTICE = activityOf({ id: 'notice', type: 'besked' });

function viewOf(...activities: Activity[]): ListView {
  const view = new ListView();
  view.setActivities(activities);
  return view;
}

function shown(view: ListView, section: SectionName = 'deadlines', options: Partial<ViewOptions> = {}) {
  return view
    .sections({ ...OPTIONS, ...options })
    [section].rows.map(({ activity, gone }) => activity.id + (gone ? ' gone' : ''));
}

describe('view of the list: pages and filter', () => {
  it('begins on the first page of each part', () => {
    const view = viewOf(LATER, NOTICE, SOON, LATE);
    expect(shown(view)).to.deep.equal(['late', 'soon']);
    expect(shown(view, 'notices')).to.deep.equal(['notice']);
    expect(view.sections(OPTIONS).deadlines.page).to.include({ from: 1, to: 2, total: 3 });
  });

  it('turns the pages of one part only', () => {
    const view = viewOf(LATER, NOTICE, SOON, LATE);
    view.turnPage('deadlines', 1);
    expect(shown(view)).to.deep.equal(['later']);
    expect(shown(view, 'notices')).to.deep.equal(['notice']);
  });

  it('moves back when the page is gone, and stays there', () => {
    const view = viewOf(LATER, SOON, LATE);
    view.turnPage('deadlines', 1);
    view.setActivities([LATE, SOON]);
    expect(shown(view)).to.deep.equal(['late', 'soon']);
    view.setActivities([LATE, SOON, LATER]);
    expect(shown(view)).to.deep.equal(['late', 'soon']);
  });

  it('filters deadlines only, from the first page', () => {
    const view = viewOf(LATER, NOTICE, SOON, LATE);
    view.turnPage('deadlines', 1);
    view.startOver();
    expect(shown(view)).to.deep.equal(['late', 'soon']);
    expect(shown(view, 'deadlines', { filter: 'upcoming' })).to.deep.equal(['soon', 'later']);
    expect(shown(view, 'notices', { filter: 'upcoming' })).to.deep.equal(['notice']);
    expect(shown(view, 'notices', { filter: 'overdue' })).to.deep.equal(['notice']);
    expect(view.counts(TODAY)).to.deep.equal({ all: 3, overdue: 1, upcoming: 2 });
  });

  it('gives the deadlines with a date, on all pages', () => {
    const view = viewOf(LATER, NOTICE, SOON, LATE, WAITING);
    const dated = (filter: ViewOptions['filter']) => view.dated(filter, TODAY).map(({ id }) => id);
    expect(dated('all')).to.deep.equal(['late', 'soon', 'later']);
    expect(dated('overdue')).to.deep.equal(['late']);
    expect(dated('upcoming')).to.deep.equal(['soon', 'later']);
  });

  it('is empty only with nothing to show', () => {
    expect(new ListView().isEmpty).to.be.true;
    const view = viewOf(LATE);
    expect(view.isEmpty).to.be.false;
    view.toggle(keyOf(LATE));
    shown(view);
    view.setActivities([]);
    shown(view);
    expect(view.isEmpty, 'a row is held').to.be.false;
    view.toggle(keyOf(LATE));
    shown(view);
    expect(view.isEmpty).to.be.true;
  });
});

describe('view of the list: news', () => {
  it('are what was not there, nor dismissed', () => {
    const view = new ListView();
    expect(view.setActivities([LATE, NOTICE])).to.equal(2);
    view.dismiss(keyOf(NOTICE));
    expect(view.setActivities([SOON, LATE, NOTICE])).to.equal(1);
    expect([view.size, view.get(keyOf(SOON)), view.get(keyOf(NOTICE))]).to.deep.equal([2, SOON, undefined]);
  });
});

describe('view of the list: rows that somebody reads', () => {
  it('opens and closes', () => {
    const view = viewOf(LATE);
    expect(view.toggle(keyOf(LATE))).to.be.true;
    expect(view.isOpen(keyOf(LATE))).to.be.true;
    expect(view.toggle(keyOf(LATE))).to.be.false;
    expect(view.isOpen(keyOf(LATE))).to.be.false;
  });

  it('keeps an open row that others push off the page', () => {
    const view = viewOf(LATE, SOON);
    view.toggle(keyOf(SOON));
    shown(view);
    view.setActivities([frist('x', '2026-10-01'), frist('y', '2026-10-02'), LATE, SOON]);
    expect(shown(view)).to.deep.equal(['x', 'soon', 'y']);
  });

  it('puts an open row in its place on the page', () => {
    const view = viewOf(LATE, SOON);
    const options = { pageSize: 9 };
    view.toggle(keyOf(SOON));
    shown(view, 'deadlines', options);
    view.setActivities([frist('x', '2026-10-01'), LATE, SOON]);
    expect(shown(view, 'deadlines', options)).to.deep.equal(['x', 'late', 'soon']);
    expect(view.sections({ ...OPTIONS, ...options }).deadlines.page.total).to.equal(3);
  });

  it('keeps the row with the focus, and lets it go with the focus', () => {
    const view = viewOf(LATE, SOON);
    const hasFocus = (key: string) => key === keyOf(LATE);
    shown(view);
    view.setActivities([SOON]);
    expect(shown(view, 'deadlines', { hasFocus })).to.deep.equal(['late gone', 'soon']);
    expect(shown(view)).to.deep.equal(['soon']);
  });

  it('lets go of what was held when the page is turned', () => {
    const view = viewOf(LATE, SOON, LATER);
    view.toggle(keyOf(LATE));
    shown(view);
    view.setActivities([SOON, LATER]);
    view.turnPage('deadlines', 0);
    expect(shown(view)).to.deep.equal(['soon', 'later']);
  });

  it('shows an open case that changes its part where it was, and only there', () => {
    const view = viewOf(WAITING, LATE);
    view.toggle(keyOf(WAITING));
    shown(view);
    view.setActivities([{ ...WAITING, status: 'Under behandling' }, LATE]);
    expect(shown(view)).to.deep.equal(['late', 'case']);
    expect(shown(view, 'cases')).to.deep.equal([]);
    view.toggle(keyOf(WAITING));
    shown(view);
    expect(shown(view)).to.deep.equal(['late']);
    expect(shown(view, 'cases')).to.deep.equal(['case']);
  });

  it('likewise for a case that begins to wait', () => {
    const view = viewOf({ ...WAITING, status: 'Modtaget' }, LATE);
    view.toggle(keyOf(WAITING));
    shown(view);
    view.setActivities([WAITING, LATE]);
    expect(shown(view)).to.deep.equal(['late']);
    expect(shown(view, 'cases')).to.deep.equal(['case']);
  });
});

describe('view of the list: rows that nobody reads', () => {
  it('go to their other part at once', () => {
    const view = viewOf({ ...WAITING, status: 'Modtaget' }, LATE);
    shown(view);
    view.setActivities([WAITING, LATE]);
    expect(shown(view)).to.deep.equal(['late', 'case']);
    view.setActivities([{ ...WAITING, status: 'Modtaget' }, LATE]);
    expect(shown(view, 'cases')).to.deep.equal(['case']);
  });
});

describe('view of the list: notices and companies', () => {
  const time = useFakeTime();

  it('keeps the other notices as they were when one is dismissed', () => {
    const other = activityOf({ id: 'other', type: 'besked' });
    const view = viewOf(NOTICE, other);
    view.toggle(keyOf(other));
    shown(view);
    view.dismiss(keyOf(NOTICE));
    view.setActivities([]);
    expect(shown(view, 'notices')).to.deep.equal(['other gone']);
  });

  it('keeps a dismissed notice away, also while the index lags', () => {
    const view = viewOf(NOTICE, LATE);
    view.toggle(keyOf(NOTICE));
    shown(view);
    view.dismiss(keyOf(NOTICE));
    expect(shown(view, 'notices')).to.deep.equal([]);
    view.setActivities([NOTICE, LATE]);
    expect(shown(view, 'notices')).to.deep.equal([]);
  });

  it('dismisses before anything was shown', () => {
    const view = viewOf(NOTICE);
    view.dismiss(keyOf(NOTICE));
    expect(view.isEmpty).to.be.true;
  });

  it('forgets what is a company’s, and keeps how the user looks at it', () => {
    const view = viewOf(LATE, SOON, LATER);
    view.turnPage('deadlines', 1);
    view.toggle(keyOf(LATER));
    shown(view);
    view.forget();
    expect(view.isEmpty).to.be.true;
    view.setActivities([LATE, SOON, LATER]);
    expect(shown(view)).to.deep.equal(['later']);
    expect(view.isOpen(keyOf(LATER))).to.be.true;
  });

  for (const isLate of [false, true]) {
    it(`keeps a notice dismissed ${isLate ? 'after' : 'before'} a new login away while the index may lag`, async () => {
      const view = viewOf(NOTICE);
      if (!isLate) view.dismiss(keyOf(NOTICE));
      view.forget();
      view.setActivities([NOTICE]);
      if (isLate) view.dismiss(keyOf(NOTICE), true);
      await time().pass(9_999);
      view.setActivities([NOTICE]);
      expect(shown(view, 'notices')).to.deep.equal([]);
      await time().pass(1);
      view.setActivities([NOTICE]);
      expect(shown(view, 'notices'), 'of another company').to.deep.equal(['notice']);
    });
  }
});

describe('view of the list: a notice of the company that is there now', () => {
  const time = useFakeTime();

  it('stays away, also when that of the one before may come back', async () => {
    const view = viewOf(NOTICE);
    view.forget();
    view.setActivities([NOTICE]);
    view.dismiss(keyOf(NOTICE));
    await time().pass(10_000);
    view.setActivities([NOTICE]);
    expect(shown(view, 'notices')).to.deep.equal([]);
  });
});

describe('view of the list: any course of events', () => {
  const step = fc.oneof(
    fc.record({ kind: fc.constant('set' as const), activities: anyActivities() }),
    fc.record({ kind: fc.constant('toggle' as const), at: fc.nat() }),
    fc.record({
      kind: fc.constant('turn' as const),
      part: fc.constantFrom(...SECTIONS),
      page: fc.nat({ max: 9 }),
    }),
  );

  it('shows no row twice, no open row disappears, and the rest is the page', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), fc.integer({ min: 1, max: 6 }), (steps, pageSize) => {
        const view = new ListView();
        let before: string[] = [];
        for (const one of steps) {
          if (one.kind === 'set') view.setActivities(one.activities);
          else if (one.kind === 'turn') view.turnPage(one.part, one.page);
          else if (before.length > 0) view.toggle(before[one.at % before.length]!);
          const parts = Object.values(view.sections({ ...OPTIONS, pageSize }));
          const keys = keysOf(parts.flatMap(({ rows }) => rows.map(({ activity }) => activity)));
          expect(new Set(keys).size, 'twice').to.equal(keys.length);
          if (one.kind === 'set') {
            const open = before.filter((key) => view.isOpen(key));
            expect(keys, 'gone under the hands').to.include.members(open);
          }
          before = keys;
        }
      }),
      { numRuns: RUNS },
    );
  });
});
