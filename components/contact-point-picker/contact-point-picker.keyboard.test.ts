import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { contactPointTestIds as ids } from '../../mocks/contacts/test-ids.js';
import { showPicker } from '../../stories/contact-point-picker.fixture.js';
import type { ContactPointPickerHarness } from './contact-point-picker.harness.js';

/** Goes on with Tab (or back with Shift+Tab) until the focus is on what has this role and name. */
async function tabTo(picker: ContactPointPickerHarness, what: RegExp, press = 'Tab'): Promise<void> {
  for (let stop = 0; stop < 60; stop++) {
    await sendKeys({ press });
    if (what.test(picker.focus)) return;
  }
  throw new Error(`Tab never comes to ${String(what)}`);
}

describe('contact point picker: the whole main task by keyboard alone', () => {
  it("finds an authority, finds 'pas', chooses, and comes to the link", async () => {
    const { picker, events } = await showPicker({});
    expect(picker.announcements, 'a page that opens says nothing of itself').to.deep.equal([]);

    await tabTo(picker, /^searchbox Navn på myndighed eller enhed/);
    await sendKeys({ type: 'fjordby' });
    await picker.hears('2 resultater');
    await tabTo(picker, /^button Fjordby Kommune$/);
    await sendKeys({ press: 'Enter' });
    await picker.hears(/^\d+ kontaktpunkter$/);
    expect(picker.focus).to.equal('heading Find det rette sted at skrive til');

    await tabTo(picker, /^searchbox Hvad vil du skrive om\?/);
    await sendKeys({ type: 'fornyelse pas dit' });
    await picker.hears('1 resultat');
    await tabTo(picker, /^button Fornyelse af pas/);
    await sendKeys({ press: 'Enter' });
    await picker.shows('Skriv besked');
    expect(picker.focus).to.equal('heading Du har valgt: Fornyelse af pas');

    await tabTo(picker, /^link Skriv besked \(åbner i nyt vindue\)$/);
    expect(picker.links).to.have.length(1);

    await tabTo(picker, /^button Vælg en anden$/);
    await sendKeys({ press: 'Space' });
    await picker.quiet();
    expect(picker.focus).to.match(/^button Fornyelse af pas/);

    await tabTo(picker, /^searchbox/, 'Shift+Tab');
    await sendKeys({ press: 'Escape' });
    await picker.shows('Alle emner');
    await tabTo(picker, /^button ID /);
    await sendKeys({ press: 'Enter' });
    await picker.quiet();
    expect(picker.focus).to.equal('heading ID');
    await tabTo(picker, /^button Tilbage til Alle emner$/, 'Shift+Tab');
    await sendKeys({ press: 'Enter' });
    await picker.quiet();
    expect(picker.focus).to.equal('heading Alle emner');

    expect(picker.announcements.map((text) => text.replace(/\d{3,}/, 'N'))).to.deep.equal([
      '2 resultater',
      'Henter …',
      'N kontaktpunkter',
      '1 resultat',
    ]);
    expect(events.map(({ type }) => type)).to.deep.equal([
      'skranke-ready',
      'skranke-ready',
      'skranke-ready',
      'input',
      'change',
      'skranke-contact-point-chosen',
    ]);
    expect(picker.element.value).to.equal(ids.passport.id);
  }).timeout(30_000);
});
