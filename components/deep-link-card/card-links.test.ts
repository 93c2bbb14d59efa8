import { expect } from '@open-wc/testing';
import { BackendError } from '../shared/backend/backend-error.js';
import { readDeepLinks } from '../shared/backend/digital-post-links.js';
import { AUDIENCE_NAMES } from '../shared/backend/readers/digital-post-contact.js';
import { cardLinks, nameAudiences, readTarget, receipt } from './card-links.js';
import { deepLinkCardMessages } from './deep-link-card.messages.js';
import { BORGER, forCitizens, forOthers, GROUP, ORGANISATION, POINT, VIRK } from './testing/fixtures.js';

const ids = (contactPointId?: string, contactGroupId?: string, organisationId?: string) =>
  readTarget({ contactPointId, contactGroupId, organisationId });

const EVIL = { ...forCitizens, url: 'https://evil.dk/' };
const answer = readDeepLinks({ deepLinks: [forCitizens, forOthers, EVIL] })!;

describe('what a card is about', () => {
  it('is a point or a group', () => {
    expect(ids(POINT)).to.deep.equal({ kind: 'point', id: POINT });
    expect(ids(undefined, GROUP)).to.deep.equal({ kind: 'group', id: GROUP });
    expect(ids('', GROUP, '')).to.deep.equal({ kind: 'group', id: GROUP });
    expect(ids(POINT, undefined, ORGANISATION).id).to.equal(POINT);
  });

  it('is not both, neither, or what has not the shape of an id', () => {
    for (const wrong of [
      [POINT, GROUP],
      [],
      ['', ''],
      ['1'],
      [undefined, '../..'],
      [POINT, undefined, 'fjordby'],
    ])
      expect(() => ids(...wrong))
        .to.throw(BackendError, 'bad-ids contact-point-id or contact-group-id: one of them')
        .with.deep.property('info', { kind: 'config', code: 'bad-ids', retryable: false });
  });
});

describe('the links of a card', () => {
  const urls = (audience?: 'citizen' | 'business' | 'authority') =>
    cardLinks(answer, audience).map(({ url }) => url);

  it('are all, or those of one audience', () => {
    expect(urls()).to.deep.equal([BORGER, EVIL.url, VIRK]);
    expect(urls('citizen')).to.deep.equal([BORGER, EVIL.url]);
    expect(urls('authority')).to.deep.equal([VIRK]);
  });

  it('may be asked for by any of three audiences', () => {
    expect(AUDIENCE_NAMES).to.deep.equal(['citizen', 'business', 'authority']);
  });

  it('have a code only where the address is to be trusted', () => {
    expect(cardLinks(answer, undefined).map(({ code }) => code !== undefined)).to.deep.equal([
      true,
      false,
      true,
    ]);
  });
});

describe('the words of a card', () => {
  it('name one, two and three audiences', () => {
    const name = (lang: 'da' | 'en', count: number) =>
      nameAudiences(
        (['citizen', 'business', 'authority'] as const).slice(0, count),
        deepLinkCardMessages[lang],
        lang,
      );
    expect(name('da', 1)).to.equal('borgere');
    expect(name('da', 2)).to.equal('borgere og virksomheder');
    expect(name('da', 3)).to.equal('borgere, virksomheder og myndigheder');
    expect(name('en', 2)).to.equal('citizens and companies');
  });

  it('are on the receipt with id, date and trusted links', () => {
    const at = Date.parse('2026-06-01T22:30:00Z');
    const facts = {
      target: { kind: 'point', id: POINT } as const,
      organisationId: ORGANISATION,
      links: cardLinks(answer, undefined),
      at,
    };
    expect(receipt({ ...facts, lang: 'da' }, deepLinkCardMessages.da).split('\r\n')).to.deep.equal([
      'Kvittering for dybe links i Digital Post',
      '',
      `Kontaktpunkt: ${POINT}`,
      `Organisation: ${ORGANISATION}`,
      'Dato: 2. juni 2026 kl. 00:30 (dansk tid)',
      '',
      'Link for borgere:',
      BORGER,
      '',
      'Link for virksomheder og myndigheder:',
      VIRK,
      '',
    ]);
    const group = { ...facts, target: { kind: 'group', id: GROUP }, organisationId: null } as const;
    expect(receipt({ ...group, lang: 'en' }, deepLinkCardMessages.en)).to.contain(
      `Contact group: ${GROUP}\r\nDate: 2 June 2026 at 00:30 (Danish time)\r\n`,
    );
  });

  it('exist for the same keys in both languages', () => {
    const { da, en } = deepLinkCardMessages;
    expect(Object.keys(en.errors)).to.have.members(Object.keys(da.errors));
    expect(Object.keys(en.reasons)).to.have.members(Object.keys(da.reasons));
  });
});
