import { expect } from '@open-wc/testing';
import { captureConsole } from '../shared/testing/console-lines.js';
import { makeActivityList, makeBesked, makeFrist } from '../../mocks/mit-virk/factories.js';
import { comeBackAfter, reads, showList } from '../../stories/deadline-list.fixture.js';

describe('deadline list: a retry that does not mend it', () => {
  captureConsole();

  it('says that the list may still be old', async () => {
    const { list, pilot } = await showList();
    pilot.addFault({ match: '/activities*', status: 500, times: 2 });
    list.element.reload();
    await list.shows('Listen er måske ikke den nyeste');
    expect(list.announcements, 'nobody asked').to.deep.equal([]);
    await list.retry();
    await list.hears('Listen er måske');
    expect(list.announcements).to.deep.equal(['Henter …', 'Listen er måske ikke den nyeste']);
  });

  it('says that the list is still not complete, and no number', async () => {
    const { list } = await showList({}, (pilot) => pilot.setScenario('page-fails'));
    await list.shows('Listen er ikke komplet');
    await list.retry();
    await list.hears('Listen er ikke komplet');
    expect(list.announcements).to.deep.equal(['Henter …', 'Listen er ikke komplet']);
  });
});

describe('deadline list: something is missing in it', () => {
  captureConsole();

  for (const others of [[], [makeBesked()]]) {
    it(`never says that nothing awaits then, with ${others.length} others`, async () => {
      const bad = { ...makeFrist({ fristDato: '01-12-2026' }), fristDato: '31-02-2030' };
      const body = makeActivityList([bad, ...others]);
      const { list } = await showList({ types: 'frist besked' }, (pilot) =>
        pilot.addFault({ match: '/activities*', body }),
      );
      expect(list.text).to.contain('1 oplysning kunne ikke vises').and.not.to.contain('Intet venter');
      expect(list.state).to.equal('ready');
      await list.retry();
      await list.hears('1 oplysning kunne ikke vises');
      expect(list.announcements.join()).not.to.contain('Intet venter');
    });
  }

  it('never says that nothing awaits when that may be old', async () => {
    const page = await showList({}, (pilot) => pilot.setScenario('empty'));
    expect(page.list.text).to.contain('Intet venter');
    page.pilot.addFault({ match: '/activities*', status: 500, times: 1 });
    await comeBackAfter(60, page);
    expect(page.list.text).to.contain('Listen er måske').and.not.to.contain('Intet venter');
  });

  it('keeps what is known when a page fails later, and calls nothing new that was known', async () => {
    const page = await showList({}, (pilot) => pilot.setScenario('many'));
    const { list, pilot } = page;
    await list.shows(/Alle \(7\d\d\)/);
    const [all] = list.filters;
    pilot.setScenario('page-fails');
    await comeBackAfter(60, page);
    expect(list.text).to.contain('Listen er ikke komplet');
    expect(list.filters[0]).to.equal(all);
    pilot.setScenario('many');
    await comeBackAfter(60, page);
    expect(list.text).not.to.contain('Listen er ikke komplet');
    expect(list.announcements).to.deep.equal([]);
  });

  it('tells the host when the rest comes by itself, and does not call it new', async () => {
    const page = await showList({}, (pilot) => pilot.setScenario('page-fails'));
    const { list, pilot, events } = page;
    await list.shows('Listen er ikke komplet');
    pilot.setScenario('many');
    await comeBackAfter(60, page);
    expect(events.at(-1)!.type).to.equal('skranke-ready');
    expect(events.at(-1)!.detail).to.deep.equal({ complete: true });
    expect(list.announcements).to.deep.equal([]);
    const asked = reads(pilot).length;
    document.body.append(list.element);
    await list.quiet();
    expect(reads(pilot), 'all there is').to.have.length(asked);
    list.element.remove();
  });

  it('one bad item: says how many, tells the host, and comes back by a retry', async () => {
    const { list, pilot, events } = await showList({}, (controls) => controls.setScenario('one-bad-item'));
    expect(list.text).to.contain('Advarsel: 1 frist kunne ikke vises');
    expect(list.state).to.equal('ready');
    expect(events.map(({ type, detail }) => [type, (detail as { kind?: string }).kind])).to.deep.equal([
      ['skranke-ready', undefined],
      ['skranke-error', 'contract'],
    ]);
    pilot.setScenario('default');
    await list.retry();
    await list.hears('17 ting venter');
    expect(list.text).not.to.contain('kunne ikke vises');
  });

  it('is not only called a deadline where it may be something else', async () => {
    const { list } = await showList({ types: 'frist besked' }, (pilot) => pilot.setScenario('one-bad-item'));
    expect(list.text).to.contain('1 oplysning kunne ikke vises');
  });

  it('a page that fails: shows what came, and the rest by a retry', async () => {
    const { list, pilot, events } = await showList({}, (controls) => controls.setScenario('page-fails'));
    await list.shows('Listen er ikke komplet');
    expect(list.text).to.contain('Alle (1');
    expect(events.at(-1)!.type).to.equal('skranke-error');
    const completes = events
      .filter(({ type }) => type === 'skranke-ready')
      .map(({ detail }) => detail as object);
    expect(completes.at(-1)).to.deep.equal({ complete: false });
    pilot.setScenario('many');
    await list.retry();
    await list.hears('ting venter');
    expect(list.text).not.to.contain('Listen er ikke komplet');
    expect(events.at(-1)!.detail).to.deep.equal({ complete: true });
  });
});
