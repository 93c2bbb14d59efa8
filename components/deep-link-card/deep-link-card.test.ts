import { expect } from '@open-wc/testing';
import { axeFindings } from '../shared/testing/axe.js';
import { captureConsole } from '../shared/testing/console-lines.js';
import { expectEvent, record } from '../shared/testing/expect-event.js';
import { json, later, problem, silence, type Reply } from '../shared/testing/fake-fetch.js';
import { resetConfiguration } from '../shared/testing/page.js';
import { DeepLinkCardHarness } from './deep-link-card.harness.js';
import {
  clientOf,
  forBusiness,
  forCitizens,
  forOthers,
  GROUP,
  links,
  mount,
  noLinks,
  POINT,
  VIRK,
} from './testing/fixtures.js';

interface Case {
  readonly reply: Reply;
  readonly setting?: Parameters<typeof mount>[1];
  readonly state: 'ready' | 'empty' | 'error';
  readonly says: readonly [da: string, en: string];
}

const evil = { ...forCitizens, url: 'https://post.borger.dk.evil.dk/' };

const CASES: Record<string, Case> = {
  'a link for citizens': {
    reply: links(forCitizens),
    state: 'ready',
    says: [
      'Åbner en ny besked til kontaktpunktet på borger.dk.',
      'Opens a new message to the contact point on',
    ],
  },
  'a link that two audiences share': {
    reply: links(forCitizens, forOthers),
    state: 'ready',
    says: ['Link for virksomheder og myndigheder', 'Link for companies and authorities'],
  },
  'the links of a group': {
    reply: links({ ...forBusiness, platform: null }),
    setting: { groupId: GROUP },
    state: 'ready',
    says: ['Viser gruppens kontaktpunkter.', 'Shows the contact points of the group.'],
  },
  'a point that is not active': {
    reply: noLinks('inactive'),
    state: 'empty',
    says: [
      'Linket kommer, når kontaktpunktet bliver aktivt.',
      'The link comes when the contact point becomes',
    ],
  },
  'a point without a receiving system': {
    reply: noLinks('no-receiving-system'),
    state: 'empty',
    says: ['Kontaktpunktet har ikke noget modtagersystem.', 'The contact point has no receiving system.'],
  },
  'a group without active points': {
    reply: noLinks('no-active-points'),
    setting: { groupId: GROUP },
    state: 'empty',
    says: ['Gruppen har ingen aktive kontaktpunkter.', 'The group has no active contact points.'],
  },
  'no link and no reason': {
    reply: noLinks(),
    state: 'empty',
    says: ['Der er ikke noget link lige nu', 'There is no link right now'],
  },
  'no link for the audience': {
    reply: links(forCitizens),
    setting: { pointId: POINT, audience: 'authority' },
    state: 'empty',
    says: ['Der er ikke noget link for myndigheder', 'There is no link for authorities'],
  },
  'a link to a strange host': {
    reply: links(evil, forOthers),
    state: 'ready',
    says: ['Brug ikke denne adresse', 'Do not use this address'],
  },
  'a link that cannot be read': {
    reply: links({ ...forCitizens, url: 'javascript:alert(1)' }, forOthers),
    state: 'ready',
    says: ['1 link kunne ikke vises', '1 link could not be shown'],
  },
  'only links that cannot be read': {
    reply: links({ ...forCitizens, url: 'javascript:alert(1)' }, {}),
    state: 'empty',
    says: ['2 links kunne ikke vises', '2 links could not be shown'],
  },
  'an unknown id': {
    reply: problem('not-found', 404),
    state: 'error',
    says: ['Kontaktpunktet eller gruppen findes ikke', 'The contact point or group does not exist'],
  },
  'neither id': {
    reply: links(forCitizens),
    setting: {},
    state: 'error',
    says: [
      'Kortet skal have id’et på enten et kontaktpunkt eller',
      'The card needs the id of either a contact',
    ],
  },
  'both ids': {
    reply: links(forCitizens),
    setting: { pointId: POINT, groupId: GROUP },
    state: 'error',
    says: ['Siden er sat forkert op', 'This page is set up wrongly'],
  },
  'a server error': {
    reply: problem('oops', 500),
    state: 'error',
    says: ['Der er en fejl i systemet', 'There is an error in the system'],
  },
  'an answer of another shape': {
    reply: json({ links: [] }),
    state: 'error',
    says: ['Svaret fra systemet mangler noget', 'The answer from the system lacks something'],
  },
};

describe('the deep-link card shows', () => {
  captureConsole();

  for (const [what, { reply, setting = { pointId: POINT }, state, says }] of Object.entries(CASES)) {
    for (const [index, lang] of (['da', 'en'] as const).entries()) {
      it(`${what} (${lang})`, async () => {
        const { card } = await mount(reply, { ...setting, lang });
        expect(card.state).to.equal(state);
        expect(card.text).to.contain(says[index]);
        if (what === 'only links that cannot be read')
          expect(card.text, 'that is not to say that there is none').not.to.match(
            /Der er ikke noget link|There is no link/,
          );
        expect(card.headings[0]).to.equal(lang === 'da' ? '2 Link og QR-kode' : '2 Link and QR code');
        expect(await axeFindings(card.element)).to.deep.equal([]);
      });
    }
  }
});

describe('a deep-link card tells', () => {
  const lines = captureConsole();
  resetConfiguration();

  async function eventsOf(reply: Reply, { pointId }: { pointId?: string } = { pointId: POINT }) {
    const { client } = clientOf(reply);
    const element = document.createElement('skranke-deep-link-card');
    Object.assign(element, { client, contactPointId: pointId });
    const events = record(element, ['skranke-ready', 'skranke-error', 'skranke-auth-required']);
    document.body.append(element);
    await new DeepLinkCardHarness(element).settled();
    element.remove();
    return events.map(({ type, detail }) => ({ type, detail: detail as unknown }));
  }

  it('that it is ready, also when there is no link', async () => {
    const ready = [{ type: 'skranke-ready', detail: { complete: true } }];
    expect(await eventsOf(links(forCitizens))).to.deep.equal(ready);
    expect(await eventsOf(noLinks('inactive'))).to.deep.equal(ready);
  });

  it('of wrong ids, of an unknown id, of being signed out', async () => {
    expect(await eventsOf(links(), {})).to.deep.equal([
      { type: 'skranke-error', detail: { kind: 'config', retryable: false } },
    ]);
    expect(lines().join()).to.contain('bad-ids contact-point-id or contact-group-id');
    const [unknown] = await eventsOf(problem('not-found', 404));
    expect(unknown?.detail).to.deep.include({ kind: 'http', status: 404, retryable: false });
    expect((await eventsOf(problem('x', 401))).map(({ type }) => type)).to.deep.equal([
      'skranke-auth-required',
    ]);
  });

  it('of rows that cannot be read and of hosts that are not trusted, without their values', async () => {
    const events = await eventsOf(links(evil, { ...forCitizens, url: 'javascript:alert(1)' }));
    expect(events.map(({ type }) => type)).to.deep.equal(['skranke-ready', 'skranke-error', 'skranke-error']);
    expect(lines()).to.deep.equal([
      '[skranke] skranke-deep-link-card: bad-shape GET /contact-points/{id}/deep-links: 1 left out; bad fields: url',
      '[skranke] skranke-deep-link-card: untrusted-link a link leads outside linkHosts',
    ]);
  });
});

describe('a deep-link card reacts', () => {
  captureConsole();
  resetConfiguration();

  it('to what is set before it is in the page, after it, and later, in the same way', async () => {
    const { client, backend } = clientOf(links(forCitizens));
    const element = document.createElement('skranke-deep-link-card');
    const card = new DeepLinkCardHarness(element);
    element.contactPointId = POINT;
    document.body.append(element);
    element.client = client;
    await card.settled();
    expect(card.urls).to.have.length(1);
    element.contactPointId = undefined;
    await card.settled();
    expect(card.state).to.equal('error');
    element.contactGroupId = GROUP;
    await card.quiet();
    await card.settled();
    expect(card.state).to.equal('ready');
    expect(backend.calls.map(({ url }) => url)).to.deep.equal([
      `https://backend.test/contact-points/${POINT}/deep-links`,
      `https://backend.test/contact-groups/${GROUP}/deep-links`,
    ]);
    element.remove();
  });

  it('to another id by taking away the links of the first at once', async () => {
    const second = later();
    const { card } = await mount([links(forCitizens), second.reply]);
    card.element.contactPointId = GROUP;
    await card.element.updateComplete;
    expect([card.state, card.urls]).to.deep.equal(['loading', []]);
    second.give(links(forBusiness));
    await card.settled();
    expect(card.urls.map(({ href }) => href)).to.deep.equal([VIRK]);
  });

  it('to a reload that fails by keeping the links, and says so', async () => {
    const { card } = await mount([links(forCitizens), problem('oops', 500)]);
    await expectEvent(card.element, ['skranke-error'], () => card.element.reload());
    await card.quiet();
    expect([card.state, card.urls.length]).to.deep.equal(['ready', 1]);
    expect(card.text).to.contain('Linkene er måske ikke de nyeste');
    expect(await axeFindings(card.element)).to.deep.equal([]);
  });

  it('to the browser that is online again by catching up, where something was missed', async () => {
    const { card, backend } = await mount([
      links(forCitizens),
      () => Promise.reject(new TypeError('offline')),
      () => Promise.reject(new TypeError('offline')),
      () => Promise.reject(new TypeError('offline')),
      links(forCitizens, forOthers),
    ]);
    window.dispatchEvent(new Event('online'));
    await card.quiet();
    expect(backend.calls).to.have.length(1);
    card.element.reload();
    await card.shows('Linkene er måske ikke de nyeste');
    window.dispatchEvent(new Event('online'));
    await card.shows('Link for virksomheder og myndigheder');
    expect(card.text).not.to.contain('Linkene er måske ikke de nyeste');
  });

  it('to a reload that finds nothing any more by taking the links away', async () => {
    const { card } = await mount([links(forCitizens), problem('not-found', 404)]);
    card.element.reload();
    await card.quiet();
    expect([card.state, card.urls.length]).to.deep.equal(['error', 0]);
  });

  it('to "Prøv igen" in an empty card: asks, reads out, and goes on at the heading', async () => {
    const { card } = await mount([noLinks('inactive'), links(forCitizens, forOthers)]);
    await card.retry();
    await card.hears('2 links er klar');
    expect(card.announcements).to.deep.equal(['Henter …', '2 links er klar']);
    expect(card.focus).to.equal('heading Link og QR-kode');
  });

  it('to being removed by giving up the request', async () => {
    const { client, backend } = clientOf(silence);
    const element = document.createElement('skranke-deep-link-card');
    Object.assign(element, { client, contactPointId: POINT });
    document.body.append(element);
    await element.updateComplete;
    element.remove();
    await new Promise((resolve) => setTimeout(resolve, 10));
    expect(backend.only.signal.aborted).to.equal(true);
  });
});
