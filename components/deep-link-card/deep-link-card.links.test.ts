import { expect } from '@open-wc/testing';
import { configure } from '../shared/page-state.js';
import { captureConsole } from '../shared/testing/console-lines.js';
import { resetConfiguration } from '../shared/testing/page.js';
import {
  BORGER,
  forBusiness,
  forCitizens,
  forOthers,
  links,
  mount,
  POINT,
  scan,
  VIRK,
} from './testing/fixtures.js';

describe('the links of a deep-link card', () => {
  const lines = captureConsole();
  resetConfiguration();

  it('stand with a code that reads the same, one link for those who share it', async () => {
    const { card } = await mount(links(forBusiness, forCitizens, { ...forBusiness, targets: ['AUTHORITY'] }));
    expect(card.parts).to.deep.equal(['Link for borgere', 'Link for virksomheder og myndigheder']);
    expect(card.urls).to.deep.equal([
      { shown: BORGER, href: BORGER },
      { shown: VIRK, href: VIRK },
    ]);
    expect(await Promise.all(card.codes.map(scan))).to.deep.equal([BORGER, VIRK]);
    expect(card.codes.map(({ ariaLabel }) => ariaLabel)).to.deep.equal([
      'QR-kode med linket for borgere',
      'QR-kode med linket for virksomheder og myndigheder',
    ]);
    expect(card.headings).to.deep.equal([
      '2 Link og QR-kode',
      '3 Link for borgere',
      '3 Link for virksomheder og myndigheder',
    ]);
  });

  it('are those of the audience, also when it changes, without asking again', async () => {
    const { card, backend } = await mount(links(forCitizens, forOthers), {
      pointId: POINT,
      audience: 'authority',
    });
    expect(card.urls.map(({ href }) => href)).to.deep.equal([VIRK]);
    card.element.audience = 'citizen';
    await card.quiet();
    expect(card.urls.map(({ href }) => href)).to.deep.equal([BORGER]);
    card.element.removeAttribute('audience');
    card.element.audience = undefined;
    await card.quiet();
    expect(card.urls).to.have.length(2);
    expect(backend.calls).to.have.length(1);
  });

  it('are all for an audience that nobody knows, and the developer is told', async () => {
    const { card } = await mount(links(forCitizens, forOthers), { pointId: POINT, audience: 'all' });
    expect(card.urls).to.have.length(2);
    expect(lines()).to.deep.equal([
      '[skranke] skranke-deep-link-card: audience is none of citizen, business, authority',
    ]);
  });

  for (const url of [
    'http://post.borger.dk/send/',
    'https://evil.dk/',
    'https://post.borger.dk.evil.dk/',
    'https://borger.dk/',
    'https://user@post.borger.dk/',
    'https://post.borger.dk:444/',
    'https://p\u043Est.borger.dk/',
  ]) {
    it(`are never made of ${encodeURI(url)}`, async () => {
      const { card } = await mount(links({ ...forCitizens, url }));
      expect([card.urls, card.codes, card.buttons]).to.deep.equal([[], [], []]);
      expect(card.text).to.contain(new URL(url).href);
      expect(card.text).to.contain('Advarsel: Brug ikke denne adresse');
      expect(lines().join()).not.to.contain('evil');
    });
  }

  for (const url of ['javascript:alert(1)', 'data:text/html,x', '//virk.dk/', '', 7, null]) {
    it(`are never made of ${JSON.stringify(url)}`, async () => {
      const { card } = await mount(links({ ...forCitizens, url }));
      expect([card.urls, card.codes]).to.deep.equal([[], []]);
      expect(card.text).not.to.contain('alert');
    });
  }

  it('follow the hosts that the page trusts, without asking again', async () => {
    const { card, backend } = await mount(links(forCitizens, forOthers));
    configure({ linkHosts: ['pilot.virk.dk'] });
    await card.quiet();
    expect(card.urls).to.deep.equal([{ shown: VIRK, href: VIRK }]);
    expect(card.text).to.contain(BORGER);
    expect(backend.calls).to.have.length(1);
  });
});
