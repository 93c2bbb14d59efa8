import { expect } from '@open-wc/testing';
import { createBackendClient } from '../shared/backend/client.js';
import { configure } from '../shared/page-state.js';
import { captureConsole } from '../shared/testing/console-lines.js';
import { until } from '../shared/testing/harness.js';
import { makeList, reads, showList } from '../../stories/deadline-list.fixture.js';

describe('deadline list: what the host sets, and when', () => {
  it('works alike before the element is on the page and after', async () => {
    const before = await makeList();
    Object.assign(before.list.element, { types: 'tilladelse', pageSize: 2, headingLevel: 4 });
    before.place.append(before.list.element);
    await before.list.settled();
    const after = await showList();
    Object.assign(after.list.element, { types: 'tilladelse', pageSize: 2, headingLevel: 4 });
    await after.list.shows('Buskørsel');
    await after.list.settled();
    expect(after.list.text).to.equal(before.list.text);
    expect(after.list.headings).to.deep.equal(before.list.headings);
  });

  it('asks for other types at once, and shows nothing of the ones before', async () => {
    const { list, pilot } = await showList();
    list.element.types = 'besked';
    await list.shows('Nye åbningstider');
    expect(list.text).not.to.contain('Indsend årsregnskab');
    expect(reads(pilot).map(({ query }) => query)).to.deep.equal([
      'type=frist&type=sag&page=0&size=200',
      'type=besked&page=0&size=200',
    ]);
  });

  it('does not ask again for what changes no data', async () => {
    const { list, pilot } = await showList();
    Object.assign(list.element, { pageSize: 5, filter: 'upcoming', headingLevel: 3, types: 'sag frist' });
    await list.shows('Viser 1–5 af 15');
    expect(reads(pilot)).to.have.length(1);
  });

  it('reloads on request, past every memory', async () => {
    const { list, pilot, events } = await showList();
    list.element.reload();
    await until('it to be ready again', () => events.length === 2);
    await list.quiet();
    expect(reads(pilot)).to.have.length(2);
    expect(events.map(({ detail }) => detail as object)).to.deep.equal([
      { complete: true },
      { complete: true },
    ]);
    expect(list.announcements).to.deep.equal([]);
  });

  it('tells of many pages twice: usable, then complete', async () => {
    const { list, events } = await showList({}, (pilot) => pilot.setScenario('many'));
    await list.shows(/Alle \(7\d\d\)/);
    await list.quiet();
    expect(events.map(({ detail }) => detail as object)).to.deep.equal([
      { complete: false },
      { complete: true },
    ]);
  });

  it('has a client of its own where the host gives one', async () => {
    const { list, pilot, place } = await makeList({ 'backend-url': 'ftp://never.used' });
    list.element.client = createBackendClient({
      backendUrl: pilot.baseUrl,
      getToken: () => Promise.resolve('pilot-company'),
    });
    place.append(list.element);
    await list.shows('17 ting venter');
    expect(reads(pilot).map(({ persona }) => persona)).to.deep.equal(['company']);
  });

  it('starts again when the page is configured otherwise, and keeps the filter', async () => {
    const { list, pilot } = await showList();
    await list.filterBy('Kommende');
    configure({ headers: { 'X-Portal': 'ny' } });
    await list.quiet();
    configure({ headers: undefined });
    await list.settled();
    expect(reads(pilot).length).to.be.greaterThan(1);
    expect(list.filters).to.include('[Kommende (15)]');
  });
});

describe('deadline list: attributes that cannot be used', () => {
  const lines = captureConsole();

  it('are told of once each, and the default holds', async () => {
    const { list } = await showList({ types: 'frister', filter: 'late', 'page-size': '0' });
    list.element.headingLevel = 3;
    await list.quiet();
    expect(list.text).to.contain('Viser 1–12 af 17');
    expect(lines().sort()).to.deep.equal([
      '[skranke] skranke-deadline-list: filter is none of all, overdue, upcoming',
      '[skranke] skranke-deadline-list: page-size is not a whole number from 1 to 100',
      '[skranke] skranke-deadline-list: types holds something else than frist, sag, besked, tilladelse',
    ]);
  });
});

describe('deadline list: many of them, and on the move', () => {
  it('two share one request', async () => {
    const { list, pilot, place } = await makeList();
    const second = document.createElement('skranke-deadline-list');
    place.append(list.element, second);
    await list.settled();
    await second.updateComplete;
    expect(second.matches(':state(ready)')).to.be.true;
    expect(reads(pilot)).to.have.length(1);
  });

  it('keeps its rows and asks nothing when it is moved', async () => {
    const { list, pilot } = await showList();
    await list.open('Indberet affaldsmængder');
    const place = document.createElement('section');
    document.body.append(place);
    place.append(list.element);
    await list.quiet();
    expect(list.isOpen('Indberet affaldsmængder')).to.be.true;
    expect(reads(pilot)).to.have.length(1);
    place.remove();
  });

  it('loads when it is taken away and put back before the answer', async () => {
    const { list, place } = await makeList({}, (pilot) => pilot.setLatency(50));
    place.append(list.element);
    await list.element.updateComplete;
    list.element.remove();
    place.append(list.element);
    await list.shows('17 ting venter');
  });

  it('says nothing to a host that has taken it away', async () => {
    const { list, place, events, pilot } = await makeList({}, (controls) => controls.setLatency(30));
    place.append(list.element);
    await list.element.updateComplete;
    list.element.remove();
    await new Promise((resolve) => setTimeout(resolve, 80));
    expect(events).to.deep.equal([]);
    expect(pilot.requests().length).to.be.lessThan(2);
  });
});

describe('deadline list: what is read out', () => {
  it('holds no ids, numbers of cases or texts of an authority: at most a title', async () => {
    const { list } = await showList({ types: 'frist sag besked tilladelse' });
    await list.open('Ansøgning om udendørs servering');
    await list.filterBy('Overskredet');
    await list.filterBy('Alle');
    await list.nextPage('Afventer');
    await list.dismiss('Nye åbningstider');
    await list.hears('er fjernet');
    expect(list.announcements).to.deep.equal([
      'Viser 1–2 af 2',
      'Viser 1–12 af 17',
      'Viser 13–17 af 17',
      'Beskeden Nye åbningstider er fjernet.',
    ]);
  });
});
