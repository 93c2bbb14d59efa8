import { expect } from '@open-wc/testing';
import { makeActivityList, makeFrist, makeTilladelse } from '../../mocks/mit-virk/factories.js';
import { push, showList } from '../../stories/deadline-list.fixture.js';
import { DeadlineListHarness } from './deadline-list.harness.js';

const sanitiserIsLoaded = () =>
  performance.getEntriesByType('resource').some(({ name }) => name.includes('sanitizer'));

describe('deadline list: opening a row', () => {
  it('loads the sanitiser only for a text with markup', async () => {
    performance.setResourceTimingBufferSize(10_000);
    const { list } = await showList();
    await list.open('Indberet affaldsmængder');
    expect(sanitiserIsLoaded(), 'plain text').to.be.false;
    await list.open('Indsend årsregnskab');
    await list.shows('Vi har ikke modtaget regnskabet.');
    expect(sanitiserIsLoaded(), 'markup').to.be.true;
  });

  it('shows the text and the action below the row, and says which was opened', async () => {
    const { list, events } = await showList();
    await list.open('Indsend årsregnskab');
    await list.shows('Vi har ikke modtaget regnskabet.');
    expect(list.isOpen('Indsend årsregnskab')).to.be.true;
    expect(list.opened('Indsend årsregnskab')).to.equal(
      'Vi har ikke modtaget regnskabet. Det skal være underskrevet af ledelsen. Start nu (åbner i nyt vindue) Føj til kalender',
    );
    expect(events.at(-1)!.type).to.equal('skranke-activity-opened');
    expect(events.at(-1)!.detail).to.deep.equal({ id: 'f-1', type: 'frist' });
  });

  for (const [what, beskrivelse] of [
    ['one endless cluster of characters', `<p>${'👩\u200d'.repeat(300)}</p>`],
    ['lists in lists in lists', '<ul><li>'.repeat(200)],
  ] as const) {
    it(`never widens the host's page: ${what}`, async () => {
      const { list, pilot } = await showList();
      const fields = { overskrift: `Bred ${'👩\u200d'.repeat(80)}`, fristDato: '23-11-2026', beskrivelse };
      await push(pilot, 'frister', fields);
      list.element.reload();
      await list.shows('Bred');
      await list.open('Bred');
      await list.quiet();
      const { scrollWidth, clientWidth } = document.documentElement;
      expect([scrollWidth, list.element.scrollWidth]).to.deep.equal([clientWidth, list.element.clientWidth]);
    });
  }

  it('closes without a word to the host', async () => {
    const { list, events } = await showList();
    await list.open('Indsend årsregnskab');
    const told = events.length;
    await list.close('Indsend årsregnskab');
    expect(list.opened('Indsend årsregnskab')).to.equal('');
    expect(events).to.have.length(told);
  });

  it('gives every link that leaves the page a new window, an icon, and the words for it', async () => {
    const { list } = await showList({ types: 'frist sag besked tilladelse' });
    for (const title of ['Betal for vand', 'Indberet antal ansatte', 'Buskørsel', 'Skilt ved'])
      await list.open(title);
    await list.shows('Læs vejledningen');
    const links = list.all('link') as unknown as readonly HTMLAnchorElement[];
    expect(links).to.have.length(8);
    for (const link of links) {
      expect(link.protocol, link.textContent).to.equal('https:');
      expect(link.target).to.equal('_blank');
      expect(link.relList.contains('noopener')).to.be.true;
      expect(link.textContent).to.contain('(åbner i nyt vindue)');
      expect(link.querySelector('svg[aria-hidden]')).to.exist;
    }
  });

  it('renews a permit, and leads on from a case', async () => {
    const { list } = await showList({ types: 'frist sag tilladelse' });
    await list.open('Buskørsel');
    expect(list.links).to.deep.equal(['Forny (åbner i nyt vindue) https://www.example.dk/forny']);
    await list.open('Ansøgning om udendørs servering');
    expect(list.links).to.include('Send tegning (åbner i nyt vindue) https://www.example.dk/sager');
  });

  it('says so when the authority wrote nothing', async () => {
    const { list } = await showList({}, (pilot) =>
      pilot.addFault({
        match: '/activities*',
        body: makeActivityList([makeFrist({ fristDato: '01-12-2026', beskrivelse: ' ' })]),
      }),
    );
    await list.open('Indberet antal ansatte');
    expect(list.opened('Indberet')).to.equal(
      'Myndigheden har ikke skrevet mere om det her. Føj til kalender',
    );
  });
});

describe('deadline list: content that tries to do harm', () => {
  it('runs nothing, loads nothing, and leaves no way out but http(s)', async () => {
    const { list } = await showList({ types: 'frist sag besked tilladelse' }, (pilot) =>
      pilot.setScenario('hostile'),
    );
    for (const row of list.all('button').filter((button) => button.ariaExpanded === 'false'))
      await list.press(row);
    await list.quiet();
    expect('__skrankeHarmed' in window).to.be.false;
    const { shadowRoot } = list.element;
    expect(
      shadowRoot!.querySelectorAll('script, img, iframe, object, form, style, link, math'),
    ).to.have.length(0);
    expect([...shadowRoot!.querySelectorAll('[onerror], [onload], [style], [ping], [name]')]).to.deep.equal(
      [],
    );
    expect(list.links.filter((link) => !/ https?:/.test(link))).to.deep.equal([]);
  });

  it('keeps direction marks from turning the line around', async () => {
    const { list } = await showList({}, (pilot) => pilot.setScenario('hostile'));
    expect(list.text).not.to.match(/[\u202A-\u202E\u2066-\u2069]/);
  });
});

describe('deadline list: what it shows', () => {
  it('the parts that the types ask for, in order', async () => {
    const { list } = await showList({ types: 'tilladelse besked sag frist' });
    expect(list.parts).to.deep.equal([
      'Afventer virksomhed',
      'Igangværende sager',
      'Beskeder',
      'Tilladelser',
    ]);
  });

  it('what is overdue first, then by date, a waiting case among them; both forms of a date as one', async () => {
    const { list } = await showList({ 'page-size': '100' });
    const rows = list.rows('Afventer virksomhed');
    expect(rows).to.have.length(17);
    expect(rows[0]).to.equal(
      'Regnskab Overskredet: Indsend årsregnskab Prøvestyrelsen Frist: 13. november 2026 for 9 dage siden',
    );
    expect(rows[5]).to.contain('Status: Afventer virksomhed · Sagsnr. FB-2026-0417');
    expect(rows[16]).to.contain('Ansøgning om løntilskud').and.to.contain('Ingen dato');
    const far = rows.map(
      (row) => /(i dag|i morgen|om \d+ dage|for \d+ dage siden)$/.exec(row)?.[0] ?? 'Ingen dato',
    );
    expect(far.slice(0, 6)).to.deep.equal([
      'for 9 dage siden',
      'for 2 dage siden',
      'i dag',
      'i morgen',
      'om 3 dage',
      'om 5 dage',
    ]);
    expect(rows.slice(0, 16).every((row) => /Frist: \d{1,2}\. \p{L}+ \d{4} /u.test(row))).to.be.true;
  });

  it('other cases with state, number and date', async () => {
    const { list } = await showList();
    expect(list.rows('Igangværende sager')[0]).to.equal(
      'Miljø Klage over støj fra køleanlæg Status: Under behandling · Sagsnr. FB-2026-0388 Fjordby Kommune ' +
        'Frist: 1. januar 2027 om 40 dage',
    );
  });

  it('how many wait, and never another company’s', async () => {
    const { list } = await showList();
    expect(list.text).to.contain('17 ting venter på virksomheden 2 frister er overskredet');
    expect(list.text).not.to.contain('Kun for en anden virksomhed');
  });

  it('a permit that has run out is not called overdue', async () => {
    const { list } = await showList({ types: 'tilladelse' }, (pilot) =>
      pilot.addFault({
        match: '/activities*',
        body: makeActivityList([makeTilladelse({ fristDato: '2026-11-01' })]),
      }),
    );
    expect(list.rows()[0]).not.to.contain('Overskredet');
  });

  it('headings of the level asked for, with no gap', async () => {
    const { list } = await showList({ 'heading-level': '3', types: 'frist besked' });
    const levels = list.headings.map((heading) => heading[0]);
    expect(levels.slice(0, 3)).to.deep.equal(['3', '4', '5']);
    expect(levels).to.have.members(['3', ...levels.slice(1)]);
  });

  it('rows right below the widget’s heading where a part stands alone', async () => {
    const { list } = await showList({ types: 'besked' });
    expect(new Set(list.headings.map((heading) => heading[0]))).to.deep.equal(new Set(['2', '3']));
  });

  it('what a screen reader and a machine go by: filters as a group, lists as lists, dates as dates', async () => {
    const { list } = await showList({ types: 'frist sag besked tilladelse' });
    const filters = list.one('group', 'Vis');
    expect(list.all('button', '', filters)).to.have.length(3);
    // WebKit takes a list without markers for none.
    expect(list.all('list').map(({ role }) => role)).to.deep.equal(Array(4).fill('list'));
    const row = list.row('Indsend årsregnskab');
    expect(row.querySelector('time')?.dateTime).to.equal('2026-11-13');
  });

  for (const level of ['0', '7', 'x']) {
    it(`headings that exist for heading-level="${level}"`, async () => {
      const { list } = await showList({ 'heading-level': level });
      expect(Number(list.headings[0]![0])).to.be.within(1, 6);
    });
  }

  it('under 300 elements for 1,000 activities', async () => {
    const { list } = await showList({}, (pilot) => pilot.setScenario('many'));
    await list.shows(/Alle \(7\d\d\)/);
    expect(list.element.shadowRoot!.querySelectorAll('*').length).to.be.lessThan(300);
  });
});

describe('deadline list: only what cannot wait', () => {
  it('says in words of its own that there is none', async () => {
    const { list } = await showList({ types: 'tilladelse besked' }, (pilot) => pilot.setScenario('empty'));
    expect(list.state).to.equal('empty');
    expect(list.text).to.contain('Her er ikke noget lige nu').and.not.to.contain('venter');
  });

  it('does not say after a retry that nothing awaits', async () => {
    const { list, pilot } = await showList({ types: 'besked' }, (controls) =>
      controls.setScenario('server-error'),
    );
    pilot.setScenario('default');
    list.forget();
    await list.retry();
    await list.hears('Beskeder');
    expect(list.announcements).to.deep.equal(['Henter …', 'Beskeder']);
  });
});

describe('deadline list: languages', () => {
  it('marks the authority’s name for a link as Danish, and not its own', async () => {
    const { list } = await showList({ lang: 'en', types: 'frist besked' });
    await list.open('Indsend årsregnskab');
    await list.open('Betal for vand');
    const named = (text: string) => list.all('link', text).map((link) => link.querySelector('[lang]'));
    expect(named('Start nu').map((mark) => [mark?.getAttribute('lang'), mark?.textContent])).to.deep.equal([
      ['da', 'Start nu'],
    ]);
    expect(new Set(named('Go to the solution'))).to.deep.equal(new Set([null]));
  });

  it('says all of its own in English, and marks the authority’s words as Danish', async () => {
    const { list } = await showList({ lang: 'en', types: 'frist sag besked tilladelse' });
    expect(list.headings[0]).to.equal('2 What the company must react to');
    expect(list.rows()[0]).to.equal(
      'Regnskab Overdue: Indsend årsregnskab Prøvestyrelsen Due: 13 November 2026 9 days ago',
    );
    expect(list.filters).to.deep.equal(['[All (17)]', 'Overdue (2)', 'Upcoming (15)']);
    expect(list.text).to.match(/today.*tomorrow.*in 3 days/);
    expect(list.row('Indsend årsregnskab').querySelector('[lang="da"]')!.textContent).to.equal('Regnskab');
    expect(list.text).not.to.match(/Overskredet|Frist:|Viser|Fjern|Tilladelsesnummer/);
  });

  it('marks all that an authority wrote, and nothing of its own', async () => {
    const { list } = await showList({ lang: 'en', types: 'frist sag besked tilladelse' });
    await list.open('Indsend årsregnskab');
    const langOf = (text: string) =>
      [...list.element.shadowRoot!.querySelectorAll('*')]
        .filter((node) => node.childElementCount === 0 && node.textContent.trim() === text)
        .map((node) => node.closest('[lang]')?.getAttribute('lang'));
    for (const text of ['Regnskab', 'Prøvestyrelsen', 'Nye åbningstider', 'Under behandling'])
      expect(new Set(langOf(text)), text).to.deep.equal(new Set(['da']));
    for (const text of ['Overdue:', '9 days ago', 'All (17)'])
      expect(new Set(langOf(text)), text).to.deep.equal(new Set(['en']));
    const panel = list.row('Indsend årsregnskab').closest('li')!.querySelector('.panel > div')!;
    expect(panel.getAttribute('lang'), 'its text').to.equal('da');
  });

  it('follows a switch of the page, and keeps rows open', async () => {
    const { list } = await showList();
    await list.open('Indsend årsregnskab');
    document.documentElement.lang = 'en';
    await list.shows('2 deadlines have passed');
    await list.settled();
    expect(list.opened('Indsend årsregnskab')).to.contain('Start nu (opens in a new window)');
  });

  it('asks the backend in the new language', async () => {
    const { list, pilot } = await showList();
    list.element.lang = 'en';
    await list.shows('17 things');
    await list.settled();
    expect(pilot.requests().map(({ headers }) => headers['accept-language'])).to.deep.equal(['da', 'en']);
    const tags = pilot.requests().map(({ headers }) => headers['if-none-match']);
    expect(tags, 'not whether the other one has changed').to.deep.equal([undefined, undefined]);
  });

  it('keeps the page and the whole list over a switch, also of a long list', async () => {
    const { list } = await showList({}, (pilot) => pilot.setScenario('many'));
    await list.shows(/Alle \(7\d\d\)/);
    for (let page = 0; page < 20; page++) await list.nextPage('Afventer');
    document.documentElement.lang = 'en';
    await list.shows('Showing 241–252 of 7');
    await list.settled();
    await list.shows('Showing 241–252 of 7');
  });

  it('takes the host’s own words', async () => {
    const { list } = await showList();
    list.element.messages = { heading: 'Vores frister', awaiting: (count) => `${String(count)} i alt` };
    await list.shows('Vores frister');
    expect(list.text).to.contain('17 i alt').and.to.contain('Overskredet');
  });

  it('speaks the page’s language again after it was moved', async () => {
    const { list } = await showList();
    const english = document.createElement('div');
    english.lang = 'en';
    document.body.append(english);
    english.append(list.element);
    await list.shows('17 things await the company');
    english.remove();
  });
});

describe('deadline list: the harness', () => {
  it('finds the list on a page, and says when there is none', async () => {
    const { list } = await showList();
    expect(DeadlineListHarness.in().element).to.equal(list.element);
    expect(() => DeadlineListHarness.in(document.head)).to.throw('no skranke-deadline-list');
  });

  it('says what there is when something is not', async () => {
    const { list, pilot } = await showList();
    await push(pilot, 'frister', { overskrift: 'Endnu ikke hentet', fristDato: '01-12-2026' });
    expect(() => list.row('Endnu ikke hentet')).to.throw('there is: Regnskab');
    expect(() => list.one('button', 'Nej')).to.throw('there is: Alle (17)');
  });
});
