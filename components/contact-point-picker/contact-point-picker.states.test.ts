import { expect } from '@open-wc/testing';
import { axeFindings } from '../shared/testing/axe.js';
import { captureConsole } from '../shared/testing/console-lines.js';
import { contactPointTestIds as ids, organisationTestIds } from '../../mocks/contacts/test-ids.js';
import { allAnswered } from '../../stories/fixtures.js';
import { fjordby, makePicker, showPicker, told } from '../../stories/contact-point-picker.fixture.js';

describe('contact point picker: what the backend answers', () => {
  const lines = captureConsole();

  for (const [scenario, words] of [
    ['server-error', 'Der er en fejl i systemet'],
    ['forbidden', 'Du har ikke adgang Kontakt dem, der står bag siden.'],
    ['offline', 'Vi kan ikke få forbindelse'],
  ] as const) {
    it(`${scenario}: blocks, says what happened, and tries again`, async () => {
      const { picker, pilot, place } = await makePicker(fjordby(), (controls) =>
        controls.setScenario(scenario),
      );
      place.append(picker.element);
      await picker.shows(words);
      expect(picker.state).to.equal('error');
      pilot.setScenario('default');
      await picker.retry();
      await picker.shows('Alle emner');
      expect(picker.focus).to.match(/^heading/);
    }).timeout(20_000);
  }

  it('401: asks the host to sign in, and goes on with what was chosen and typed', async () => {
    const { picker, pilot, events } = await showPicker(fjordby({ value: ids.passport.id }));
    await picker.chooseAnother();
    await picker.search('flyt');
    pilot.setScenario('unauthorised');
    picker.element.reload();
    await picker.shows('Du er ikke logget ind');
    const required = events.find(({ type }) => type === 'skranke-auth-required');
    pilot.setScenario('default');
    (required!.detail as { retry: () => void }).retry();
    await picker.shows(/resultat/);
    await picker.settled();
    expect(picker.element.value).to.equal(ids.passport.id);
    expect(picker.searchField.value).to.equal('flyt');
  });

  it('a page that fails: shows the rest, says so, and fetches it again', async () => {
    const { picker, events } = await showPicker(fjordby(), (pilot) =>
      pilot.addFault({ match: 'GET */contact-points?*page=2*', status: 500, times: 1 }),
    );
    await picker.shows('Listen er ikke komplet');
    expect(told(events).filter((line) => line.startsWith('skranke-error'))).to.have.length(1);
    await picker.retry();
    await picker.settled();
    expect(picker.text).not.to.contain('Listen er ikke komplet');
    expect(told(events).at(-1)).to.equal('skranke-ready {"complete":true}');
  });

  it('hostile structures: no script, no endless loop, each problem told once', async () => {
    const { picker, events, place } = await makePicker(fjordby(), (pilot) =>
      pilot.setScenario('hostile-structure'),
    );
    place.append(picker.element);
    await picker.settled();
    await picker.search('a');
    const contract = told(events).filter((line) => line.includes('"contract"'));
    expect(contract).to.have.length(1);
    expect(lines().filter((line) => line.includes('left out'))).to.have.length(1);
    for (const problem of ['cycles', 'selfParents', 'duplicates', 'missingGroups'])
      expect(lines().join(), problem).to.match(new RegExp(`${problem} \\([1-9]\\d*\\)`));
    const links = [...picker.element.shadowRoot!.querySelectorAll('a')].map(({ protocol }) => protocol);
    expect(links.filter((protocol) => !protocol.startsWith('http'))).to.deep.equal([]);
    expect(picker.element.shadowRoot!.querySelector('script, iframe, object')).to.equal(null);
    expect(await axeFindings(place)).to.deep.equal([]);
  }).timeout(20_000);
});

describe('contact point picker: what the host does', () => {
  it('never takes the focus by itself: not on load, value, reload, language or audience', async () => {
    const { picker } = await showPicker();
    document.body.tabIndex = -1;
    picker.element.value = ids.passport.id;
    await picker.shows('Skriv besked');
    picker.element.reload();
    await picker.settled();
    picker.element.lang = 'en';
    picker.element.audience = 'business';
    await picker.quiet();
    expect(picker.focus).to.equal('');
    expect(picker.announcements.filter((text) => !text.includes('kan ikke'))).to.deep.equal([]);
  });

  it('goes on where it was when it is moved on the page', async () => {
    const { picker, place } = await showPicker();
    await picker.choose(/^ID /);
    const other = document.createElement('div');
    place.append(other);
    other.append(picker.element);
    await picker.settled();
    expect(picker.headings).to.contain('3 ID');
  });

  it('finishes what was cut off when it was removed while loading', async () => {
    const { picker, place, events } = await makePicker();
    place.append(picker.element);
    await picker.shows('Alle emner');
    picker.element.remove();
    place.append(picker.element);
    await picker.settled();
    expect(told(events).at(-1)).to.equal('skranke-ready {"complete":true}');
  });

  it('fetches the link again when it was moved before the link was there', async () => {
    const { picker, place } = await showPicker(fjordby(), (pilot) =>
      pilot.addFault({ match: 'GET */deep-links*', delayMs: 300, times: 1 }),
    );
    await picker.search('fornyelse af pas');
    await picker.choose('Fornyelse af pas');
    await picker.shows('Henter …');
    const other = document.createElement('div');
    place.append(other);
    other.append(picker.element);
    await picker.shows('Skriv besked');
  });

  for (const [what, match, attributes, says] of [
    ['a page', 'GET */contact-points?*page=2*', {}, 'Listen er ikke komplet'],
    ['the link', 'GET */deep-links*', { value: ids.passport.id }, 'Der er en fejl i systemet'],
  ] as const) {
    it(`catches up on ${what} by itself when the browser is online again`, async () => {
      const { picker } = await showPicker(fjordby(attributes), (pilot) =>
        pilot.addFault({ match, status: 500, times: 1 }),
      );
      await picker.shows(says);
      window.dispatchEvent(new Event('online'));
      await allAnswered();
      await picker.settled();
      expect(picker.text).not.to.contain(says);
    });
  }

  it('shows another authority when the host says so, and nothing of the one before', async () => {
    const { picker } = await showPicker();
    await picker.choose(/^ID /);
    picker.element.organisationId = organisationTestIds.region.id;
    await picker.shows('Region Øresø');
    await picker.settled();
    expect(picker.headings).to.contain('3 Alle emner');
    expect(picker.rows.join()).to.contain('Hospital');
  });
});
