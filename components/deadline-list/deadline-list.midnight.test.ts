import { expect } from '@open-wc/testing';
import { makeActivityList, makeFrist } from '../../mocks/mit-virk/factories.js';
import { configure } from '../shared/page-state.js';
import { reads, showList } from '../../stories/deadline-list.fixture.js';

/** A list with one deadline, at an instant; `jump` sets the clock on. */
async function showAt(instant: string, fristDato: string) {
  let now = Date.parse(instant);
  const page = await showList({ 'refresh-seconds': '0' }, (pilot) => {
    configure({ now: () => now });
    pilot.addFault({ match: '/activities*', body: makeActivityList([makeFrist({ fristDato })]) });
  });
  const jump = async (to: string) => {
    now = Date.parse(to);
    // A clock that was set, or a laptop that wakes: the page is looked at again.
    document.dispatchEvent(new Event('visibilitychange'));
    await page.list.element.updateComplete;
  };
  return { ...page, jump };
}

/** Midnights in Copenhagen, a second before and at it. */
const MIDNIGHTS: readonly [name: string, date: string, before: string, after: string][] = [
  ['an ordinary day', '22-11-2026', '2026-11-22T23:59:59+01:00', '2026-11-23T00:00:00+01:00'],
  ['a day in summer', '2026-07-01', '2026-07-01T21:59:59Z', '2026-07-01T22:00:00Z'],
  ['the day when summer time begins', '2027-03-28', '2027-03-28T21:59:59Z', '2027-03-28T22:00:00Z'],
  ['the day before it', '2027-03-27', '2027-03-27T22:59:59Z', '2027-03-27T23:00:00Z'],
  ['the day when summer time ends', '2026-10-25', '2026-10-25T22:59:59Z', '2026-10-25T23:00:00Z'],
  ['the day before it', '2026-10-24', '2026-10-24T21:59:59Z', '2026-10-24T22:00:00Z'],
  ['a year’s end', '31-12-2026', '2026-12-31T22:59:59Z', '2026-12-31T23:00:00Z'],
  ['a leap day', '2028-02-29', '2028-02-29T22:59:59Z', '2028-02-29T23:00:00Z'],
];

describe('deadline list: midnight in Copenhagen', () => {
  for (const [name, date, before, after] of MIDNIGHTS) {
    it(`${name} (${date}): due today until then, overdue from then, with no request`, async () => {
      const { list, pilot, jump } = await showAt(before, date);
      expect(list.rows()[0]).to.match(/i dag$/);
      expect(list.text).not.to.contain('Overskredet:');
      await jump(after);
      expect(list.rows()[0])
        .to.contain('Overskredet: Indberet antal ansatte')
        .and.to.match(/i går$/);
      expect(list.filters).to.deep.equal(['[Alle (1)]', 'Overskredet (1)', 'Kommende (0)']);
      expect(reads(pilot)).to.have.length(1);
    });
  }

  it('moves a deadline between the filters under a user who looks at them', async () => {
    const { list, jump } = await showAt('2026-11-22T23:59:59+01:00', '22-11-2026');
    await list.filterBy('Kommende');
    await jump('2026-11-23T00:00:00+01:00');
    expect(list.rows()).to.deep.equal([]);
    expect(list.text).to.contain('Der er ingen kommende frister.');
  });

  it('also when the clock is given by the host', async () => {
    const { list } = await showAt('2026-11-22T12:00:00+01:00', '24-11-2026');
    expect(list.rows()[0]).to.match(/om 2 dage$/);
    configure({ now: () => Date.parse('2026-11-25T12:00:00+01:00') });
    await list.shows(/Overskredet: .* i går/);
  });
});

describe('deadline list: dates over the changes of summer time', () => {
  const cases: readonly [now: string, date: string, words: string][] = [
    ['2027-03-27T12:00:00+01:00', '2027-03-28', '28. marts 2027 i morgen'],
    ['2027-03-27T12:00:00+01:00', '2027-03-29', '29. marts 2027 om 2 dage'],
    ['2026-10-24T23:30:00+02:00', '2026-10-25', '25. oktober 2026 i morgen'],
    ['2026-10-26T00:30:00+01:00', '24-10-2026', '24. oktober 2026 for 2 dage siden'],
  ];
  for (const [now, date, words] of cases) {
    it(`${date} seen on ${now}: ${words}`, async () => {
      const { list } = await showAt(now, date);
      expect(list.rows()[0]).to.contain(`Frist: ${words}`);
    });
  }
});
