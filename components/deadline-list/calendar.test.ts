import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import ICAL from 'ical.js';
import { activityOf, RUNS } from '../../stories/generated-activities.js';
import type { Activity } from '../shared/backend/mit-virk.js';
import { addDays } from '../shared/i18n/dates.js';
import { calendarFile, hasDate } from './calendar.js';

/** A Sunday evening in Copenhagen. */
const AT = Date.parse('2026-11-22T20:15:30.250Z');

const fileOf = (...activities: Partial<Activity>[]) =>
  calendarFile(activities.map(activityOf).filter(hasDate), AT);

/** The events as another program reads them. */
function read(file: string): ICAL.Event[] {
  const calendar = new ICAL.Component(ICAL.parse(file) as unknown[]);
  return calendar.getAllSubcomponents('vevent').map((event) => new ICAL.Event(event));
}

/** First day and the day after the last, at midnight in Copenhagen's own time. */
const days = (event: ICAL.Event | undefined) => [event?.startDate.toString(), event?.endDate.toString()];

const octets = (text: string) => new TextEncoder().encode(text).length;

describe('the calendar file', () => {
  // Summer time begins on 29 March 2026 and ends on 25 October; the day before, the day itself, the day after.
  for (const day of ['2026-03-28', '2026-03-29', '2026-03-30', '2026-10-24', '2026-10-25', '2026-10-26']) {
    it(`has ${day} as that whole day, whatever the zone`, () => {
      const [event] = read(fileOf({ dueDate: day }));
      expect(days(event)).to.deep.equal([day, addDays(day, 1)]);
      expect(event?.startDate.isDate).to.equal(true);
      const copenhagen = new Intl.DateTimeFormat('sv', { timeZone: 'Europe/Copenhagen' });
      // Without a zone: midnight of where it is read.
      const { year = 0, month = 0, day: date = 0 } = event?.startDate ?? {};
      expect(copenhagen.format(Date.UTC(year, month - 1, date, 12))).to.equal(day);
    });
  }

  it('goes over the end of a month, a year and a leap day', () => {
    const events = read(
      fileOf(...['2026-12-31', '2028-02-28', '2028-02-29'].map((dueDate) => ({ dueDate }))),
    );
    expect(events.map(days)).to.deep.equal([
      ['2026-12-31', '2027-01-01'],
      ['2028-02-28', '2028-02-29'],
      ['2028-02-29', '2028-03-01'],
    ]);
  });

  it('has the last day that there is, with no day after it in the file', () => {
    const file = fileOf({ dueDate: '9999-12-31' });
    expect(file).to.contain('DTSTART;VALUE=DATE:99991231').and.not.to.contain('10000');
  });

  it('says what, whose and where, as lines that end in CRLF', () => {
    const file = fileOf({
      id: '7',
      title: 'Indberet; ansatte, i alt',
      authority: 'Erhvervsstyrelsen',
      description: '<p>Gør <b>det</b> nu.</p><p>Ring ellers.</p>',
      dueDate: '2026-12-01',
      link: 'https://virk.dk/a?b=1,2;3',
    });
    expect(file.split('\r\n')).to.deep.equal([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//skranke//deadline-list//DA',
      'BEGIN:VEVENT',
      'UID:frist:7@skranke',
      'DTSTAMP:20261122T201530Z',
      'DTSTART;VALUE=DATE:20261201',
      'SUMMARY:Indberet\\; ansatte\\, i alt',
      'DESCRIPTION:Erhvervsstyrelsen\\n\\nGør det nu.\\nRing ellers.',
      'URL:https://virk.dk/a?b=1,2;3',
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ]);
  });

  it('has what has a date only, and no line for what is not known', () => {
    const file = fileOf({ id: '1', dueDate: '2026-12-01', link: undefined }, { id: '2', dueDate: undefined });
    const lines = file.split('\r\n');
    expect(lines.filter((line) => line === 'BEGIN:VEVENT')).to.have.length(1);
    expect(lines.indexOf('')).to.equal(lines.length - 1);
    expect(file).not.to.contain('URL');
  });

  it('folds a line after 75 octets', () => {
    const of = (length: number) => {
      const lines = fileOf({ title: 'a'.repeat(length), dueDate: '2026-12-01' }).split('\r\n');
      const at = lines.findIndex((line) => line.startsWith('SUMMARY'));
      return lines.slice(at, at + 2);
    };
    expect(of(67)).to.deep.equal([`SUMMARY:${'a'.repeat(67)}`, 'DESCRIPTION:']);
    expect(of(68)).to.deep.equal([`SUMMARY:${'a'.repeat(67)}`, ' a']);
  });

  it('keeps breaks of a line however they are written, and blanks for other controls', () => {
    const file = fileOf({ title: 'a\rb\nc\r\nd\u0000e', dueDate: '2026-12-01' });
    expect(file).to.contain('SUMMARY:a\\nb\\nc\\nd e\r\n');
  });

  it('lets no text begin a line of its own', () => {
    const evil = 'x\r\nEND:VEVENT\rATTACH:file:///etc/passwd\nBEGIN:VALARM\u0000\u0085';
    const file = fileOf({
      id: evil,
      title: evil,
      authority: evil,
      dueDate: '2026-12-01',
      link: 'https://virk.dk/\r\nATTACH:x',
    });
    const names = file
      .replaceAll('\r\n ', '')
      .split('\r\n')
      .map((line) => line.split(/[:;]/)[0]);
    expect(names).not.to.include.members(['ATTACH']);
    expect(names.filter((name) => name === 'END')).to.have.length(2);
    expect(file.replaceAll('\r\n', '')).not.to.match(/\p{Cc}/u);
  });

  it('is read back as it was written, folded before the 76th octet', () => {
    const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 120 });
    const property = fc.property(text, text, (title, authority) => {
      const file = fileOf({ title, authority, dueDate: '2026-12-01' });
      expect(Math.max(...file.split('\r\n').map(octets))).to.be.at.most(75);
      const [event] = read(file);
      const shown = (value: string) => value.replace(/\r\n?/g, '\n').replace(/(?!\n)\p{Cc}/gu, ' ');
      expect(event?.summary).to.equal(shown(title));
      expect(event?.description).to.equal(shown(authority));
    });
    fc.assert(property, { numRuns: RUNS });
  });

  it('keeps one identity for one deadline, and different ones for two types with one id', () => {
    const [a, b, later] = read(
      fileOf(
        { id: '1', dueDate: '2026-12-01' },
        { id: '1', type: 'sag', dueDate: '2026-12-01' },
        { id: '1', dueDate: '2026-12-09' },
      ),
    );
    expect(a?.uid).to.equal(later?.uid);
    expect(a?.uid).not.to.equal(b?.uid);
  });
});
