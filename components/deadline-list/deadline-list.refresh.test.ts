import { expect } from '@open-wc/testing';
import { leaveOut } from '../shared/testing/media.js';
import { restorePage, setHidden } from '../shared/testing/page.js';
import { comeBackAfter, push, reads, showList, withdraw } from '../../stories/deadline-list.fixture.js';

const NEW = { overskrift: 'Helt ny frist', fristDato: '23-11-2026', beskrivelse: 'Skriv til os.' };

describe('deadline list: news', () => {
  afterEach(restorePage);

  it('asks with the tag of what it has; 304 changes nothing', async () => {
    const page = await showList();
    const { list, pilot, events } = page;
    const told = events.length;
    await comeBackAfter(60, page);
    const [first, second] = reads(pilot);
    expect(first!.headers).not.to.have.property('if-none-match');
    expect(second!.headers['if-none-match']).to.be.a('string');
    expect(second!.status).to.equal(304);
    expect(list.announcements).to.deep.equal([]);
    expect(events).to.have.length(told);
  });

  it('shows what an authority pushed, and says how many are new', async () => {
    const page = await showList();
    await push(page.pilot, 'frister', NEW);
    await comeBackAfter(60, page);
    expect(page.list.text).to.contain('18 ting venter');
    expect(page.list.announcements).to.deep.equal(['Listen er opdateret. 1 er ny.']);
  });

  it('comes by itself while the page is open', async () => {
    const { list, pilot } = await showList({ 'refresh-seconds': '1' });
    await push(pilot, 'frister', NEW);
    await list.shows('Helt ny frist');
  });

  it('is silent about what only went away', async () => {
    const page = await showList();
    await withdraw(page.pilot, 'frister', 'f-14');
    await comeBackAfter(60, page);
    expect(page.list.text).to.contain('16 ting venter');
    expect(page.list.announcements).to.deep.equal([]);
  });

  it('does not come while the page is hidden', async () => {
    const page = await showList();
    setHidden(true);
    await comeBackAfter(60, page);
    expect(reads(page.pilot)).to.have.length(1);
  });

  it('does not come while the element is hidden', async () => {
    const page = await showList();
    page.list.element.hidden = true;
    await comeBackAfter(60, page);
    expect(reads(page.pilot)).to.have.length(1);
  });

  it('does not come with refresh-seconds="0"', async () => {
    const page = await showList({ 'refresh-seconds': '0' });
    await comeBackAfter(3600, page);
    expect(reads(page.pilot)).to.have.length(1);
  });

  for (const seconds of ['ofte', '']) {
    it(`comes after a minute with refresh-seconds="${seconds}"`, async () => {
      const page = await showList({ 'refresh-seconds': seconds });
      await comeBackAfter(60, page);
      expect(reads(page.pilot)).to.have.length(2);
    });
  }

  it('does not come after the element has gone', async () => {
    const page = await showList();
    page.list.element.remove();
    await comeBackAfter(60, page);
    expect(reads(page.pilot)).to.have.length(1);
  });

  it('lets a case that begins to wait move up, with its count', async () => {
    const page = await showList();
    const address = `${page.pilot.baseUrl}/mit-virk/sager/s-3`;
    const body = JSON.stringify({
      overskrift: 'Byggetilladelse til lager',
      status: 'Afventer virksomhed',
      fristDato: '24-11-2026',
      modtagere: '',
    });
    page.pilot.setIndexDelay(0);
    await fetch(address, { method: 'PUT', body });
    await comeBackAfter(60, page);
    expect(page.list.rows('Afventer').some((row) => row.includes('Byggetilladelse til lager'))).to.be.true;
    expect(page.list.rows('Igangværende')).to.have.length(2);
    expect(page.list.text).to.contain('18 ting venter');
  });
});

describe('deadline list: nothing jumps when news come', () => {
  it('the focus, an open row and the place on the page stay, with rows coming in above', async function () {
    const page = await showList();
    const { list, pilot } = page;
    await list.open('Svar på høring');
    const row = list.row('Svar på høring');
    row.focus();
    document.body.style.height = '5000px';
    row.scrollIntoView({ block: 'center' });
    const before = row.getBoundingClientRect().top;
    const scrolled = document.scrollingElement!.scrollTop;
    expect(scrolled).to.be.greaterThan(0);
    for (const overskrift of ['Ny A', 'Ny B', 'Ny C']) {
      await push(pilot, 'frister', { overskrift, fristDato: '01-11-2026' });
    }
    await comeBackAfter(60, page);
    document.body.style.height = '';
    expect(list.text).to.contain('20 ting venter');
    expect(list.row('Svar på høring')).to.equal(row);
    expect(list.element.shadowRoot!.activeElement).to.equal(row);
    expect(list.isOpen('Svar på høring')).to.be.true;
    if (CSS.supports('overflow-anchor: auto'))
      expect(Math.abs(row.getBoundingClientRect().top - before)).to.be.lessThan(2);
    else await leaveOut(this, 'no scroll anchoring: the place on the page moves');
  });

  it('a row that moves keeps the focus', async () => {
    const page = await showList();
    const { list, pilot } = page;
    list.row('Indsend årsregnskab').focus();
    pilot.setIndexDelay(0);
    const body = JSON.stringify({
      overskrift: 'Indsend årsregnskab',
      fristDato: '30-11-2026',
      modtagere: '',
    });
    await fetch(`${pilot.baseUrl}/mit-virk/frister/f-1`, { method: 'PUT', body });
    await comeBackAfter(60, page);
    expect(list.rows('Afventer')[0]).not.to.contain('Indsend årsregnskab');
    expect(list.focus).to.contain('Indsend årsregnskab');
  });

  it('a row that is pushed to the next page stays while it is open', async () => {
    const page = await showList({ 'page-size': '2' });
    const { list, pilot } = page;
    await list.open('Indberet affaldsmængder');
    await push(pilot, 'frister', { overskrift: 'Ny A', fristDato: '01-11-2026' });
    await push(pilot, 'frister', { overskrift: 'Ny B', fristDato: '01-11-2026' });
    await comeBackAfter(60, page);
    expect(list.rows('Afventer')).to.have.length(3);
    expect(list.isOpen('Indberet affaldsmængder')).to.be.true;
    await list.close('Indberet affaldsmængder');
    list.one('button', 'Alle').focus();
    await comeBackAfter(60, page);
    expect(list.rows('Afventer')).to.have.length(2);
  });

  it('an open row that the authority took back says so, and goes when it is closed', async () => {
    const page = await showList();
    const { list, pilot } = page;
    await list.open('Indberet affaldsmængder');
    await withdraw(pilot, 'frister', 'f-2');
    await comeBackAfter(60, page);
    expect(list.text).to.contain('16 ting venter');
    expect(list.opened('Indberet affaldsmængder')).to.equal(
      'Information: Myndigheden har fjernet den, siden du åbnede siden. Du skal ikke gøre mere.',
    );
    await list.close('Indberet affaldsmængder');
    list.one('button', 'Kommende').focus();
    await comeBackAfter(60, page);
    expect(list.text).not.to.contain('Indberet affaldsmængder');
  });

  it('the last open row of all stays too, until it is closed', async () => {
    const page = await showList({ types: 'frist' }, (pilot) => pilot.setScenario('overdue-only'));
    const { list, pilot } = page;
    await list.open('Indberet affaldsmængder');
    await withdraw(pilot, 'frister', 'f-1');
    await withdraw(pilot, 'frister', 'f-2');
    await comeBackAfter(60, page);
    expect(list.opened('Indberet affaldsmængder')).to.contain('Myndigheden har fjernet den');
  });

  it('a page that is no more gives way to the last one', async () => {
    const page = await showList({ 'page-size': '16' });
    await page.list.nextPage('Afventer');
    await withdraw(page.pilot, 'frister', 'f-14');
    await comeBackAfter(60, page);
    expect(page.list.rows('Afventer')).to.have.length(16);
    expect(page.list.all('navigation')).to.deep.equal([]);
  });

  it('nobody is interrupted by a failure: the list stays, and says that it may be old', async () => {
    const page = await showList();
    const { list, pilot, events } = page;
    await list.open('Indberet affaldsmængder');
    pilot.addFault({ match: '/activities*', status: 500, times: 1 });
    await comeBackAfter(60, page);
    expect(list.state).to.equal('ready');
    expect(list.text).to.contain('Listen er måske ikke den nyeste Der er en fejl i systemet.');
    expect(list.isOpen('Indberet affaldsmængder')).to.be.true;
    expect(events.at(-1)!.type).to.equal('skranke-error');
    await comeBackAfter(60, page);
    expect(list.text, 'and takes it back').not.to.contain('Listen er måske');
  });
});
