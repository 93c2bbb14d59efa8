import { expect } from '@open-wc/testing';
import { configure } from '../shared/page-state.js';
import { contactPointTestIds as ids, organisationTestIds } from '../../mocks/contacts/test-ids.js';
import { fjordby, showPicker, told } from '../../stories/contact-point-picker.fixture.js';

const withValue = (point: { id: string }, more: Record<string, string> = {}) =>
  fjordby({ value: point.id, ...more });

describe('contact point picker: choosing', () => {
  it('tells the host once, in order, when the link is known', async () => {
    const { picker, events } = await showPicker();
    await picker.search('fornyelse af pas');
    await picker.choose('Fornyelse af pas');
    await picker.shows('Skriv besked');
    const chosen = events.slice(2);
    expect(chosen.map(({ type }) => type)).to.deep.equal(['input', 'change', 'skranke-contact-point-chosen']);
    const { contactPoint, path, deepLink } = chosen[2]!.detail as Record<
      string,
      { id?: string; name: string }[]
    >;
    expect((contactPoint as unknown as { id: string }).id).to.equal(ids.passport.id);
    expect(path!.map(({ name }) => name)).to.deep.equal(['ID', 'Pas']);
    expect(deepLink).to.match(/^https:\/\/post\.demo\.borger\.dk\/send\//);
    expect(picker.element.value).to.equal(ids.passport.id);
  });

  it('moves the focus to the summary, and back to the same place in the list', async () => {
    const { picker } = await showPicker();
    await picker.search('børneh');
    await picker.showMore();
    const before = picker.rows;
    await picker.choose(before[70]!);
    expect(picker.focus).to.match(/^heading Du har valgt: Børneh/);
    await picker.chooseAnother();
    expect(picker.rows).to.deep.equal(before);
    expect(picker.focus).to.equal(`button ${before[70]!}`);
    expect(picker.element.value).not.to.equal('');
  });

  it('fires nothing when a script sets the value, and moves no focus', async () => {
    const { picker, events } = await showPicker();
    const before = events.length;
    picker.element.value = ids.passport.id;
    await picker.shows('Du har valgt: Fornyelse af pas');
    await picker.shows('Skriv besked');
    expect(events).to.have.length(before);
    expect(picker.focus).to.equal('');
    picker.element.value = '';
    await picker.quiet();
    expect(picker.headings).to.contain('3 Alle emner');
  });
});

describe('contact point picker: the summary', () => {
  it('leads to the link for the audience, and says what may be sent', async () => {
    const { picker } = await showPicker(withValue(ids.ordinary));
    await picker.shows('Skriv besked');
    expect(picker.links.join()).to.contain(
      `https://post.demo.borger.dk/send/${organisationTestIds.municipality.id}/`,
    );
    expect(picker.summary).to.contain('højst 10 bilag, 99,5 MB');
    picker.element.audience = 'business';
    await picker.quiet();
    expect(picker.links.join()).to.contain('https://pilot.virk.dk/digitalpost/new/');
  });

  it('recommends the self-service solution first', async () => {
    const { picker } = await showPicker(withValue(ids.externalLink));
    await picker.shows('Skriv besked');
    expect(picker.links).to.have.length(2);
    expect(picker.links[0]).not.to.contain('Skriv besked');
  });

  it('has no empty line where that solution has no heading', async () => {
    const { id } = ids.externalLink;
    const externalLink = { description: 'Lej den her.', url: 'https://www.example.dk/' };
    const { picker } = await showPicker(withValue(ids.externalLink), (pilot) =>
      pilot.addFault({ match: `GET /contact-points/${id}`, body: { id, name: 'Bod', externalLink } }),
    );
    await picker.shows('Lej den her.');
    const { shadowRoot } = picker.element;
    expect(shadowRoot!.querySelectorAll('br')).to.have.length(0);
    await picker.shows('Skriv besked');
    const primary = [...shadowRoot!.querySelectorAll('[part~=primary]')].map(({ className }) => className);
    expect(primary, 'the way that is recommended, alone').to.deep.equal(['button primary']);
  });

  it('shows a lower capacity', async () => {
    const { picker } = await showPicker(withValue(ids.lowestCapacity));
    await picker.shows('Du kan ikke sende bilag. Beskeden må højst fylde 0,5 MB');
    expect(picker.summary).to.contain('Du kan ikke sende bilag. Beskeden må højst fylde 0,5 MB');
    picker.element.lang = 'en';
    await picker.shows('You cannot send attachments. The message may be at most 0.5 MB.');
  });

  it('counts attachments, also one', async () => {
    const { id } = ids.ordinary;
    const { picker } = await showPicker(withValue(ids.ordinary, { lang: 'en' }), (pilot) =>
      pilot.addFault({
        match: `GET /contact-points/${id}`,
        body: { id, name: 'Bod', allowedNumberOfAttachments: 1 },
      }),
    );
    await picker.shows('at most 1 attachment, 99.5 MB');
  });

  it('announces the information fields where the message is written elsewhere', async () => {
    const { picker } = await showPicker(withValue(ids.passport));
    await picker.shows('Hav dette klar: Pasnummer');
    expect(picker.summary).to.contain('Hav dette klar: Pasnummer');
    expect(picker.all('textbox')).to.have.length(0);
  });

  it('shows the privacy policy to who writes for another, and only where there is one', async () => {
    const { picker } = await showPicker(withValue(ids.ordinary, { 'on-behalf': '' }));
    await picker.shows('Du skriver for en anden.');
    picker.element.onBehalf = false;
    await picker.quiet();
    expect(picker.summary).not.to.contain('Du skriver for en anden.');
  });

  it('says nothing of a privacy policy that does not exist', async () => {
    const { id } = organisationTestIds.municipality;
    const { picker } = await showPicker(withValue(ids.ordinary, { 'on-behalf': '' }), (pilot) =>
      pilot.addFault({ match: 'GET */organisations/*', body: { id, name: 'Uden politik' } }),
    );
    await picker.shows('Myndighed: Uden politik');
    await picker.shows('Skriv besked');
    expect(picker.summary).not.to.contain('Du skriver for en anden.');
  });

  it('says so when there is no link for the audience', async () => {
    const { picker } = await showPicker(withValue(ids.companyOnly));
    await picker.shows('Du kan ikke skrive hertil');
    expect(picker.links).to.deep.equal([]);
    expect(picker.summary, 'how much may be sent').not.to.contain('MB');
  });

  it('never links to a host that is not trusted', async () => {
    const { picker } = await showPicker(withValue(ids.ordinary), () =>
      configure({ linkHosts: ['post.borger.dk'] }),
    );
    await picker.shows('Du kan ikke skrive hertil');
    expect(picker.links.filter((link) => link.includes('Skriv besked'))).to.deep.equal([]);
    expect(picker.summary).to.contain('Linket kan ikke bruges. Kontakt dem, der står bag siden.');
    expect(picker.summary).not.to.contain('lukket');
    configure({ linkHosts: undefined });
  });

  it('says what failed, and tries again', async () => {
    const { picker, pilot, events } = await showPicker(withValue(ids.ordinary), (controls) =>
      controls.addFault({ match: 'GET */deep-links*', status: 500, times: 1 }),
    );
    await picker.shows('Der er en fejl i systemet');
    expect(told(events).join()).to.contain('skranke-error');
    await picker.retry();
    await picker.shows('Skriv besked');
    expect(pilot.requests().filter(({ path }) => path.endsWith('/deep-links'))).to.have.length(2);
  });

  const url = 'https://post.demo.borger.dk/send/a/b/';
  for (const [what, rows] of [
    ['the address', [{ targets: ['CITIZEN'], url: 7 }]],
    ['whom it is for', [{ targets: {}, url }]],
    ['the one that is needed', [{ targets: ['AUTHORITY'], url }, { targets: ['CITIZEN'] }]],
  ] as const) {
    it(`does not take links that cannot be read for none: ${what}`, async () => {
      const { picker, events } = await showPicker(withValue(ids.ordinary), (pilot) =>
        pilot.addFault({ match: 'GET */deep-links*', body: { deepLinks: rows }, times: 1 }),
      );
      await picker.shows('Svaret fra systemet mangler noget');
      expect(told(events).join()).to.contain('skranke-error');
      await picker.retry();
      await picker.shows('Skriv besked');
    });
  }

  it('shows the link that can be read beside others that cannot', async () => {
    const { picker, events } = await showPicker(withValue(ids.ordinary), (pilot) =>
      pilot.addFault({
        match: 'GET */deep-links*',
        body: { deepLinks: [{ targets: ['CITIZEN'], url }, { targets: ['COMPANY'] }] },
      }),
    );
    await picker.shows('Skriv besked');
    expect(picker.links.join()).to.contain(url);
    expect(told(events).join()).to.contain('skranke-error');
  });
});

describe('contact point picker: a value from outside', () => {
  it('may be a hidden point', async () => {
    const { picker } = await showPicker(withValue(ids.hidden));
    await picker.shows('Skriv besked');
    expect(picker.summary).to.match(/^Du har valgt: /);
  });

  it('says that a point is inactive, keeps the id, and offers the search', async () => {
    const { picker } = await showPicker(withValue(ids.inactive));
    await picker.shows('kan ikke bruges her');
    expect(picker.element.value).to.equal(ids.inactive.id);
    expect(picker.searchField.disabled).to.be.false;
  });

  it('says that a point is unknown, keeps the id, and offers the search', async () => {
    const { picker, events } = await showPicker(withValue(ids.unknown));
    await picker.shows('Stedet kan ikke bruges her');
    expect(picker.element.value).to.equal(ids.unknown.id);
    expect(picker.state).to.equal('ready');
    expect(told(events).filter((line) => line.includes('"status":404'))).to.have.length(1);
    await picker.search('pas');
    expect(picker.rows).not.to.deep.equal([]);
  });

  it('alone tells which authority it belongs to', async () => {
    const { picker } = await showPicker({ value: ids.passport.id });
    await picker.shows('Myndighed: Fjordby Kommune');
    await picker.shows('Skriv besked');
    await picker.chooseAnother();
    await picker.shows('Alle emner');
    expect(picker.headings).to.contain('3 Alle emner');
  });
});

describe('contact point picker: information fields of a host', () => {
  const hosted = (more: Record<string, string> = {}) =>
    withValue(ids.informationFields, { compose: 'host', ...more });

  it('are optional inputs, whose text is told and kept', async () => {
    const { picker, events } = await showPicker(hosted());
    await picker.shows('0/255 tegn');
    const before = events.length;
    const [first, second] = picker.all('textbox');
    expect(second).not.to.equal(undefined);
    await picker.writeInformation('(valgfrit)', 'A-17');
    expect(events.slice(before).map(({ type }) => type))
      .to.include('skranke-information-changed')
      .and.not.include('input');
    const told = events.find(({ type }) => type === 'skranke-information-changed');
    const { informationFields } = told!.detail as { informationFields: { value: string }[] };
    expect(informationFields.map(({ value }) => value)).to.deep.equal(['A-17', '']);
    expect(picker.summary).to.contain('4/255 tegn');
    await picker.chooseAnother();
    picker.element.value = '';
    await picker.quiet();
    picker.element.value = ids.informationFields.id;
    await picker.quiet();
    expect((picker.all('textbox')[0] as HTMLInputElement).value).to.equal('A-17');
    expect(first).to.be.instanceOf(HTMLInputElement);
    expect(picker.links.join()).not.to.contain('Skriv besked');
  });

  it('say when the text is too long', async () => {
    const { picker } = await showPicker(hosted());
    await picker.shows('0/255 tegn');
    await picker.writeInformation('(valgfrit)', 'x'.repeat(256));
    expect(picker.text).to.contain('Fejl: Skriv højst 255 tegn');
    await picker.hears('Skriv højst 255 tegn');
    const words = picker.all('textbox')[0]!.getAttribute('aria-describedby')!.split(' ');
    const described = words.map((id) => picker.element.shadowRoot!.getElementById(id)?.textContent);
    expect(described.join()).to.contain('256/255 tegn');
    expect(picker.element.validity.customError).to.be.true;
    expect(picker.element.errors).to.deep.equal([{ field: 'info-0', message: 'Skriv højst 255 tegn' }]);
    picker.element.focusField('info-0');
    expect(picker.focus).to.match(/^textbox/);
  });
});
