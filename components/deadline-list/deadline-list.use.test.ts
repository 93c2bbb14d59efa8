import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { showList } from '../../stories/deadline-list.fixture.js';
import { catchFiles } from '../shared/testing/catch-files.js';

const PRESS = async (key: string) => sendKeys({ press: key });

describe('deadline list: filter', () => {
  it('shows what is overdue, says how many, and leaves the focus on the button', async () => {
    const { list } = await showList();
    list.one('button', 'Overskredet (2)').focus();
    await PRESS('Enter');
    await list.hears('Viser 1–2 af 2');
    expect(list.filters).to.deep.equal(['Alle (17)', '[Overskredet (2)]', 'Kommende (15)']);
    expect(list.rows('Afventer')).to.have.length(2);
    expect(list.focus).to.equal('button Overskredet (2)');
    expect(list.element.filter).to.equal('overdue');
  });

  it('goes back to the first page', async () => {
    const { list } = await showList();
    await list.nextPage('Afventer');
    await list.filterBy('Kommende');
    await list.hears('Viser 1–12 af 15');
    expect(list.text).to.contain('Viser 1–12 af 15');
  });

  it('says when there is none', async () => {
    const { list } = await showList({}, (pilot) => pilot.setScenario('overdue-only'));
    await list.filterBy('Kommende');
    await list.hears('Der er ingen kommende frister.');
    expect(list.rows()).to.deep.equal([]);
  });

  it('leaves the other parts alone', async () => {
    const { list } = await showList({ filter: 'overdue' });
    expect(list.rows('Igangværende')).to.have.length(3);
  });

  it('can be set by the host, before and after, without a word', async () => {
    const { list } = await showList({ filter: 'overdue' });
    expect(list.rows('Afventer')).to.have.length(2);
    list.element.filter = 'upcoming';
    await list.shows('Viser 1–12 af 15');
    expect(list.announcements).to.deep.equal([]);
  });
});

describe('deadline list: pages', () => {
  it('go on with the focus at the head of the part, and say where one is', async () => {
    const { list } = await showList();
    list.one('button', 'Næste').focus();
    await PRESS('Enter');
    await list.hears('Viser 13–17 af 17');
    expect(list.rows('Afventer')).to.have.length(5);
    expect(list.focus).to.equal('heading Afventer virksomhed');
  });

  it('go on there too where there are more pages yet', async () => {
    const { list } = await showList({ 'page-size': '5' });
    await list.nextPage('Afventer');
    await list.hears('Viser 6–10 af 17');
    expect(list.focus).to.equal('heading Afventer virksomhed');
  });

  it('come back', async () => {
    const { list } = await showList();
    await list.nextPage('Afventer');
    await list.previousPage('Afventer');
    await list.hears('Viser 1–12 af 17');
    expect(list.buttons).to.include('Næste').and.not.to.include('Forrige');
  });

  it('have a name each part, and turn alone', async () => {
    const { list } = await showList({ types: 'frist sag besked', 'page-size': '2' });
    await list.nextPage('Igangværende sager');
    expect(list.rows('Igangværende')).to.have.length(1);
    expect(list.rows('Beskeder')).to.have.length(2);
    expect(list.focus).to.equal('heading Igangværende sager');
  });

  it('lead to the widget’s heading where a part stands alone', async () => {
    const { list } = await showList({ types: 'tilladelse', 'page-size': '2' });
    await list.nextPage();
    expect(list.focus).to.equal('heading Tilladelser');
  });

  it('are not there when all fits', async () => {
    const { list } = await showList({ 'page-size': '17' });
    expect(list.all('navigation')).to.deep.equal([]);
  });
});

describe('deadline list: rows by keyboard', () => {
  for (const key of ['Enter', 'Space']) {
    it(`${key} opens and closes, with the focus kept`, async () => {
      const { list } = await showList();
      list.row('Indberet affaldsmængder').focus();
      await PRESS(key);
      await list.shows('Oplys, hvor meget affald');
      expect(list.focus).to.contain('Indberet affaldsmængder');
      await PRESS(key);
      expect(list.isOpen('Indberet affaldsmængder')).to.be.false;
      expect(list.focus).to.contain('Indberet affaldsmængder');
    });
  }

  it('Tab goes through all that can be pressed in the order in which it stands', async () => {
    const { list } = await showList({ 'page-size': '2', types: 'frist' });
    await list.open('Indsend årsregnskab');
    list.one('button', 'Alle').focus();
    const order: string[] = [];
    for (let stop = 0; stop < 8; stop++) {
      await PRESS('Tab');
      order.push(list.focus.replace(/ (\(|Overskredet: ).*/, ''));
    }
    expect(order).to.deep.equal([
      'button Overskredet',
      'button Kommende',
      'button Regnskab',
      'link Start nu',
      'button Føj til kalender',
      'button Miljø',
      'button Næste',
      'button Føj alle til kalender',
    ]);
  });

  it('many rows can be open', async () => {
    const { list } = await showList();
    await list.open('Indberet affaldsmængder');
    await list.open('Svar på høring');
    expect(list.isOpen('Indberet affaldsmængder')).to.be.true;
  });

  it('an open row is open again after its page was left', async () => {
    const { list } = await showList();
    await list.open('Indberet affaldsmængder');
    await list.nextPage('Afventer');
    await list.previousPage('Afventer');
    expect(list.isOpen('Indberet affaldsmængder')).to.be.true;
  });
});

describe('deadline list: calendar', () => {
  const caught = catchFiles();

  it('takes one deadline with it by the keyboard, and leaves the focus on the button', async () => {
    const { list } = await showList();
    await list.open('Send plan for egenkontrol');
    list.one('button', 'Føj til kalender').focus();
    await PRESS('Enter');
    const [file] = caught.files;
    expect([file?.name, file?.content.type]).to.deep.equal(['Frist.ics', 'text/calendar']);
    const text = (await file?.content.text()) ?? '';
    expect(text.match(/^SUMMARY:.*$/gm)).to.deep.equal(['SUMMARY:Send plan for egenkontrol']);
    expect(list.focus).to.equal('button Føj til kalender');
  });

  it('takes all of the filter that have a date, from all pages', async () => {
    const { list } = await showList();
    await list.filterBy('Kommende');
    await list.press('Føj alle til kalender');
    const text = (await caught.files[0]?.content.text()) ?? '';
    // 15 are to come; the cases without a date cannot stand in a calendar.
    expect(text.match(/^DTSTART.*/gm)?.every((line) => line >= 'DTSTART;VALUE=DATE:20261122')).to.equal(true);
    expect(text.match(/^BEGIN:VEVENT/gm)?.length).to.be.greaterThan(12);
  });

  it('is not offered where nothing has a date', async () => {
    const { list } = await showList({ types: 'besked' });
    expect(list.buttons.filter((name) => name.includes('kalender'))).to.deep.equal([]);
  });
});
