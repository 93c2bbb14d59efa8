import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { showPicker, told } from '../../stories/contact-point-picker.fixture.js';

describe('contact point picker: without an authority', () => {
  it('asks first whom to write to, and asks the backend from two letters', async () => {
    const { picker, pilot, events } = await showPicker({});
    expect(picker.headings).to.deep.equal(['2 Hvem vil du skrive til?']);
    expect(told(events)).to.deep.equal(['skranke-ready {"complete":false}']);
    await picker.search('f');
    await picker.search('fj');
    await picker.shows('Fjordby Kommune');
    const asked = pilot.requests().filter(({ path }) => path.endsWith('/recipients'));
    expect(asked.map(({ query }) => query)).to.deep.equal(['q=fj&page=0&size=50']);
    await picker.hears(/resultat/);
  });

  it('does not ask for each key', async () => {
    const { picker, pilot } = await showPicker({});
    picker.searchField.focus();
    await sendKeys({ type: 'fjordby' });
    await picker.shows('Fjordby Kommune');
    expect(pilot.requests().filter(({ path }) => path.endsWith('/recipients')).length).to.be.below(4);
    expect(picker.focus).to.match(/^searchbox/);
  });

  it('goes on with the authority that is chosen, and can change it without losing the choice', async () => {
    const { picker } = await showPicker({});
    await picker.search('fjordby');
    await picker.shows('2 resultater');
    await picker.choose(/^Fjordby Kommune$/);
    expect(picker.focus).to.equal('heading Find det rette sted at skrive til');
    await picker.hears(/^\d+ kontaktpunkter$/);
    await picker.search('fornyelse af pas');
    await picker.choose('Fornyelse af pas');
    const { value } = picker.element;
    await picker.changeAuthority();
    expect(picker.focus).to.match(/^searchbox Navn på myndighed eller enhed/);
    expect(picker.searchField.value).to.equal('fjordby');
    expect(picker.element.value).to.equal(value);
  });

  it('begins in the unit that is chosen', async () => {
    const { picker } = await showPicker({});
    await picker.search('øresø hospital');
    await picker.shows('Region Øresø');
    await picker.choose(/^Øresø Hospital/);
    await picker.shows('Myndighed: Region Øresø');
    await picker.shows('Tilbage til Alle emner');
    expect(picker.headings).to.contain('3 Øresø Hospital');
    await picker.settled();
    const [, here] = /Tilbage til .*?(\d+ kontaktpunkter)/.exec(picker.text)!;
    await picker.hears(new RegExp(`^${here!}$`));
  });

  it('says when nobody has that name', async () => {
    const { picker } = await showPicker({});
    await picker.search('xyzzy');
    await picker.shows('Ingen resultater');
  });

  it('says what failed, and asks again for what stands in the field', async () => {
    const { picker, pilot, events } = await showPicker({});
    pilot.addFault({ match: 'GET */recipients*', status: 500, times: 1 });
    await picker.search('fjordby');
    await picker.shows('Der er en fejl i systemet');
    expect(told(events).at(-1)).to.contain('skranke-error');
    await picker.retry();
    await picker.shows('Fjordby Kommune');
    expect(picker.searchField.value).to.equal('fjordby');
  });

  it('says what failed in the authority, and lets the user take another', async () => {
    const { picker, pilot } = await showPicker({});
    await picker.search('fjordby');
    await picker.shows('2 resultater');
    pilot.addFault({ match: 'GET */contact-points*', status: 500 });
    await picker.choose(/^Fjordby Kommune$/);
    await picker.shows('Der er en fejl i systemet');
    expect(picker.buttons).to.deep.equal(['Skift myndighed', 'Prøv igen']);
    await picker.changeAuthority();
    expect(picker.searchField.value).to.equal('fjordby');
  });
});
