import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { contactGroupTestIds } from '../../mocks/contacts/test-ids.js';
import { LAST_POINT_NAME } from '../../mocks/contacts/generate-structure.js';
import { fjordby, makePicker, showPicker, told } from '../../stories/contact-point-picker.fixture.js';

const nodes = (element: Element) => element.shadowRoot!.querySelectorAll('*').length;

describe('contact point picker: searching', () => {
  it('finds by name, and says how many', async () => {
    const { picker } = await showPicker();
    await picker.search('fornyelse pas');
    expect(picker.rows).to.deep.equal(['Fornyelse af pas ID › Pas', 'Fornyelse af kørekort Pas og kørekort']);
    expect(picker.marks).to.deep.equal(['Fornyelse', 'pas', 'Fornyelse', 'Pas']);
    expect(picker.text).to.contain('2 resultater');
    await picker.hears('2 resultater');
  });

  it('tells two points with one name apart by what they are for, and shows why one was found', async () => {
    const { picker } = await showPicker();
    await picker.search('aktindsigt');
    expect(picker.rows).to.deep.equal([
      'Aktindsigt Bolig og flytning · I en byggesag',
      'Aktindsigt Bolig og flytning · I en sag om støtte',
    ]);
    await picker.search('byggesag');
    expect(picker.rows).to.include('Aktindsigt Bolig og flytning · I en byggesag');
    expect(picker.marks).to.include('byggesag');
  });

  it('marks in colours that belong together, also on a dark page without a theme', async () => {
    const { picker } = await showPicker();
    const { element } = picker;
    element.style.cssText = 'color-scheme: dark; --skranke-ink: initial; --skranke-warning-surface: initial';
    await picker.search('pas');
    const mark = element.shadowRoot!.querySelector('mark')!;
    const own = getComputedStyle(mark);
    const { color, backgroundColor } = own;
    mark.style.cssText = 'color: MarkText; background: Mark';
    expect([color, backgroundColor]).to.deep.equal([own.color, own.backgroundColor]);
  });

  it('works with one letter and with none', async () => {
    const { picker } = await showPicker();
    await picker.search('p');
    expect(picker.rows).to.have.length(50);
    await picker.search('');
    expect(picker.headings).to.contain('3 Alle emner');
  });

  it('says so when nothing matches, and what to do', async () => {
    const { picker } = await showPicker();
    await picker.search('xyzzy');
    expect(picker.rows).to.deep.equal([]);
    expect(picker.text).to.contain('Ingen resultater. Prøv med et andet ord');
    await picker.hears('Ingen resultater');
  });

  it('keeps the focus in the field, and reads out once for several keys', async () => {
    const { picker } = await showPicker();
    picker.searchField.focus();
    await sendKeys({ type: 'flytning' });
    await picker.hears(/\d+ resultater/);
    expect(picker.focus).to.match(/^searchbox Hvad vil du skrive om\?/);
    expect(picker.announcements).to.have.length(1);
  });

  it('lets no inner event out', async () => {
    const { picker, events } = await showPicker();
    picker.searchField.focus();
    await sendKeys({ type: 'pas' });
    picker.searchField.blur();
    await picker.hears('resultater');
    expect(events.map(({ type }) => type)).to.deep.equal(['skranke-ready', 'skranke-ready']);
  });

  it('shows 50, then 200 with the focus on the first new one, then how to narrow', async () => {
    const { picker } = await showPicker();
    await picker.search('a');
    expect(picker.rows).to.have.length(50);
    await picker.showMore();
    await picker.hears(/^Viser 200 af \d+$/);
    expect(picker.rows).to.have.length(200);
    expect(picker.focus).to.equal(`button ${picker.rows[50]!}`);
    expect(picker.buttons).not.to.contain('Vis flere');
    expect(picker.text).to.contain('Skriv mere i søgefeltet');
  });
});

describe('contact point picker: browsing', () => {
  it('opens a group with the focus on its heading, and goes back', async () => {
    const { picker } = await showPicker();
    await picker.choose(/^ID /);
    expect(picker.focus).to.equal('heading ID');
    expect(picker.breadcrumb).to.deep.equal(['Alle emner', 'ID']);
    await picker.choose(/^Pas /);
    expect(picker.breadcrumb).to.deep.equal(['Alle emner', 'ID', 'Pas']);
    const way = picker.one('navigation', 'Du er her');
    expect(picker.all('listitem', '', way).map(({ ariaCurrent }) => ariaCurrent)).to.deep.equal([
      null,
      null,
      'page',
    ]);
    await picker.back();
    expect(picker.focus).to.equal('heading ID');
    await picker.back();
    expect(picker.focus).to.equal('heading Alle emner');
    expect(picker.breadcrumb).to.deep.equal([]);
  });

  it('marks each level above as the authority’s own words, but for the first', async () => {
    const { picker, place } = await makePicker(
      fjordby({ lang: 'en', 'contact-group-id': contactGroupTestIds.passport.id }),
    );
    place.append(picker.element);
    await picker.settled();
    const langs = picker.all('listitem', '', picker.one('navigation', '')).map((step) => {
      return step.closest('[lang]')?.getAttribute('lang');
    });
    expect(langs).to.deep.equal(['en', 'da', 'da']);
  });

  it('has the browser remember nothing that was searched for', async () => {
    const { picker } = await showPicker();
    expect(picker.searchField.autocomplete).to.equal('off');
  });

  it('passes over the single root that is named like the authority, and shows counts', async () => {
    const { picker } = await showPicker();
    expect(picker.rows[0]).to.match(/^Affald, vand og miljø \d+ kontaktpunkter$/);
    expect(picker.text).not.to.contain('Change me');
  });

  it('counts in each group what it leads to', async () => {
    const { picker } = await showPicker();
    const [, count] = /^ID (\d+ kontaktpunkter)$/m.exec(picker.rows.join('\n'))!;
    await picker.choose(/^ID /);
    await picker.shows(count!);
    await picker.choose(/^Pas 1 kontaktpunkt$/);
    await picker.shows('1 kontaktpunkt');
  });

  it('begins in a group as its deep link does, with the way to it', async () => {
    const { picker } = await showPicker(fjordby({ 'contact-group-id': contactGroupTestIds.passport.id }));
    expect(picker.breadcrumb).to.deep.equal(['Alle emner', 'ID', 'Pas']);
    expect(picker.focus).to.equal('');
  });

  it('finds the authority of a group by itself', async () => {
    const { picker } = await showPicker({ 'contact-group-id': contactGroupTestIds.large.id });
    await picker.shows('Myndighed: Fjordby Kommune');
    expect(picker.headings).to.contain('3 Børnehaver og vuggestuer');
  });

  it('says when the group is gone, and shows all', async () => {
    const { picker, events } = await showPicker(
      fjordby({ 'contact-group-id': contactGroupTestIds.unknown.id }),
    );
    expect(picker.text).to.contain('Stedet kan ikke bruges her');
    expect(picker.headings).to.contain('3 Alle emner');
    expect(told(events).filter((line) => line.includes('"config"'))).to.have.length(1);
    await picker.choose(/^ID /);
    expect([picker.focus, picker.breadcrumb]).to.deep.equal(['heading ID', ['Alle emner', 'ID']]);
  });

  it('shows another audience its own', async () => {
    const { picker } = await showPicker();
    const before = picker.rows;
    picker.element.audience = 'business';
    await picker.quiet();
    expect(picker.rows).not.to.deep.equal(before);
    picker.element.setAttribute('audience', 'everybody');
    await picker.quiet();
    expect(picker.rows, 'as citizens, where nobody knows the audience').to.deep.equal(before);
  });

  it('takes the groups as the service sends them: whole, in each point, with all that is above', async () => {
    const { picker, pilot } = await showPicker(fjordby(), (controls) =>
      controls.addFault({ match: 'GET */contact-groups?*', status: 500 }),
    );
    const pages = pilot.requests().filter(({ path }) => path.endsWith('/contact-points'));
    expect(pages.length).to.be.above(2);
    expect(picker.text).not.to.contain('Listen er ikke komplet');
    await picker.choose(/^ID /);
    await picker.choose(/^Pas /);
    expect(picker.breadcrumb).to.deep.equal(['Alle emner', 'ID', 'Pas']);
    expect(picker.rows).to.have.length(1);
  });
});

describe('contact point picker: 10,000 points', () => {
  it('stays small, says that more is coming, and finds what stands only on the last page', async () => {
    const { picker, events, place } = await makePicker(fjordby(), (pilot) =>
      pilot.setScenario('huge-structure'),
    );
    place.append(picker.element);
    await picker.shows('Vi henter stadig flere.');
    await picker.type('a');
    expect(picker.text).to.match(/\d+ resultater\. Vi henter stadig flere\./);
    await picker.shows('Viser 50 af');
    expect(picker.rows).to.have.length(50);
    await picker.type('');
    await sendKeys({ type: LAST_POINT_NAME });
    const end = performance.now() + 20_000;
    while (events.length < 2 && performance.now() < end) await picker.quiet();
    expect(events.map(({ detail }) => detail as object)).to.deep.equal([
      { complete: false },
      { complete: true },
    ]);
    expect(picker.rows).to.have.length(1);
    expect(picker.focus).to.match(/^searchbox/);
    await picker.search('a');
    expect(picker.rows).to.have.length(50);
    expect(nodes(picker.element)).to.be.at.most(500);
    await picker.showMore();
    await picker.quiet();
    expect(picker.rows).to.have.length(200);
    expect(nodes(picker.element)).to.be.at.most(1500);
  }).timeout(40_000);
});
