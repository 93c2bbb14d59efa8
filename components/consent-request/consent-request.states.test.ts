import { expect } from '@open-wc/testing';
import { consentTestIds as ids } from '../../mocks/index.js';
import type { BrowserPilot } from '../../mocks/browser.js';
import { posts, showConsent, told } from '../../stories/consent-request.fixture.js';
import { allAnswered } from '../../stories/fixtures.js';
import { configure } from '../shared/page-state.js';
import { captureConsole } from '../shared/testing/console-lines.js';

const TEMPLATE = 'consents/templates/tpl-1';

interface Template {
  readonly declaration: Record<string, unknown>;
  readonly consents: readonly object[];
}

/** The authority changes the template that open requests come from. */
async function changeTemplate(pilot: BrowserPilot, change: (template: Template) => object) {
  const address = `${pilot.baseUrl}/${TEMPLATE}`;
  const stored = (await (await fetch(address)).json()) as Template;
  const body = JSON.stringify({ ...stored, ...change(stored) });
  const answer = await fetch(address, { method: 'PUT', body });
  expect(answer.status).to.equal(200);
}

/** A newer declaration has another version. */
const withoutVersion = ({ version: _, ...declaration }: Record<string, unknown>) => declaration;

describe('consent request: what there is to know before any button', () => {
  it('is all there, in the order of reading, with nothing preset', async () => {
    const { consent, events } = await showConsent(ids.open);
    expect(consent.headings).to.deep.equal([
      '2 Anmodning om samtykke',
      '3 Samtykke til at hente oplysninger',
    ]);
    expect(consent.facts.map((fact) => fact.split(': ')[0])).to.deep.equal([
      'Hvem spørger',
      'Hvem svarer',
      'Hvorfor',
      'Retsgrundlag',
      'Svar senest',
      'Hvis du siger nej',
      'Hvis du vil tilbagekalde dit samtykke',
      'Kontakt',
      'Hvis du vil klage',
      'Erklæringens version',
      ...['Oplysninger', 'Hvem får dem', 'Gælder til og med'],
      ...['Oplysninger', 'Hvem får dem', 'Gælder til og med'],
    ]);
    expect(consent.facts).to.include.members([
      'Hvem spørger: Fjordby Kommune (CVR 12345678)',
      'Hvem svarer: Nanna Prøve',
      'Svar senest: 20. december 2026',
      'Oplysninger: Diagnose Seneste behandling',
      'Hvem får dem: Fjordby Kommune Hjælpemiddelcentret i Fjordby',
      'Gælder til og med: 31. marts 2027',
    ]);
    expect(consent.links.map((link) => link.split(' ').at(-1))).to.deep.equal([
      'https://www.example.dk/kontakt',
      'tel:+4500000000',
      'mailto:borgerservice@example.dk',
      'https://www.example.dk/privatliv',
    ]);
    expect(consent.choices.every((choice) => choice.endsWith(': '))).to.be.true;
    expect(consent.buttons).to.deep.equal(['Gå videre']);
    expect(told(events)).to.deep.equal([]);
    expect(consent.announcements).to.deep.equal([]);
  });

  it('names the undecided purposes at the top and at the choice, in the same words', async () => {
    const { consent, pilot } = await showConsent(ids.open);
    await consent.choose('helbred', 'refused');
    await consent.goOn();
    await consent.quiet();
    const words = 'Vælg ja eller nej til: Hente oplysninger om din økonomi fra din bank';
    expect(consent.focus).to.equal('group Der er problemer');
    expect(consent.all('link', words)).to.have.length(1);
    expect(consent.text).to.contain(`Fejl: ${words} Ja, jeg giver samtykke Nej, jeg giver ikke samtykke`);
    expect(consent.element.errors).to.deep.equal([{ field: 'c-2', message: words }]);
    const root = consent.element.shadowRoot!;
    const described = [...root.querySelectorAll('fieldset')].map((group) =>
      root.getElementById(group.getAttribute('aria-describedby') ?? '')?.textContent.trim(),
    );
    expect(described).to.deep.equal([undefined, `Fejl: ${words}`]);
    const { href } = location;
    consent.one('link', words).click();
    expect(consent.focus).to.equal('radio Ja, jeg giver samtykke');
    expect(location.href, 'the host’s own address').to.equal(href);
    await consent.choose('økonomi', 'given');
    expect(consent.text).not.to.contain('Der er problemer');
    await consent.goOn();
    expect(consent.focus).to.equal('heading Tjek dit svar');
    await consent.change();
    expect(consent.choices).to.deep.equal([
      'Hente oplysninger om dit helbred fra din læge: Nej, jeg giver ikke samtykke',
      'Hente oplysninger om din økonomi fra din bank: Ja, jeg giver samtykke',
    ]);
    expect(consent.focus).to.equal('radio Nej, jeg giver ikke samtykke');
    expect(posts(pilot)).to.deep.equal([]);
  });

  it('is marked with its own language where that is another', async () => {
    const { consent } = await showConsent(ids.english);
    expect(consent.one('heading', 'Consent to share your diploma').querySelector('[lang=en]')).to.exist;
  });

  it('also within a sentence and a name', async () => {
    const { consent } = await showConsent(ids.open, { lang: 'en' });
    const marked = (place: Element) => place.querySelector('[lang=da]')?.textContent;
    await consent.goOn();
    const link = consent.all('link', /^Choose yes or no to: /)[1]!;
    const purpose = 'Hente oplysninger om din økonomi fra din bank';
    expect([link.textContent, marked(link)]).to.deep.equal([`Choose yes or no to: ${purpose}`, purpose]);
    expect(marked(consent.element.shadowRoot!.querySelector('#error-1')!)).to.equal(purpose);
    const { consent: answered } = await showConsent(ids.accepted, { lang: 'en' });
    const button = answered.one('button', `Withdraw consent (${purpose})`);
    expect(marked(button)).to.equal(purpose);
  });
});

describe('consent request: changed since it was opened', () => {
  captureConsole();

  it('marks what is otherwise, clears the choices, and asks anew', async () => {
    const { consent, pilot, events } = await showConsent(ids.changesOnce);
    await consent.answer('given');
    await consent.shows('Myndigheden har ændret anmodningen');
    await consent.quiet();
    expect(consent.marked).to.deep.equal([
      'Hvis du siger nej Ændret',
      'Erklæringens version Ændret',
      'Oplysninger Ændret',
    ]);
    expect(consent.choices.every((choice) => choice.endsWith(': '))).to.be.true;
    expect(consent.focus).to.equal('heading Anmodning om samtykke');
    await consent.hears('Myndigheden har ændret anmodningen. Dine valg er slettet.');
    await consent.answer('refused');
    await consent.shows('Du har ikke givet samtykke');
    const sent = posts(pilot, '/answer');
    expect(sent.map(({ status }) => status)).to.deep.equal([412, 200]);
    expect(new Set(sent.map(({ headers }) => headers['idempotency-key'])).size, 'a new intention').to.equal(
      2,
    );
    expect(told(events).at(-1)).to.contain('skranke-consent-answered');
  });

  it('marks in colours that belong together, also on a dark page without a theme', async () => {
    const { consent, pilot } = await showConsent(ids.open);
    const { element } = consent;
    element.style.cssText = 'color-scheme: dark; --skranke-ink: initial; --skranke-warning-surface: initial';
    await consent.chooseAll('given');
    await changeTemplate(pilot, ({ declaration, consents }) => ({
      declaration: { ...withoutVersion(declaration), refusalText: 'Ny tekst' },
      consents,
    }));
    element.reload();
    await consent.shows('Ændret');
    const mark = element.shadowRoot!.querySelector('mark')!;
    const own = getComputedStyle(mark);
    const { color, backgroundColor } = own;
    mark.style.cssText = 'color: MarkText; background: Mark';
    expect([color, backgroundColor]).to.deep.equal([own.color, own.backgroundColor]);
  });

  it('names what is no longer asked for, and marks a new purpose whole', async () => {
    const { consent, pilot } = await showConsent(ids.open);
    await consent.chooseAll('given');
    await changeTemplate(pilot, ({ declaration, consents }) => ({
      declaration: withoutVersion(declaration),
      consents: [consents[0], { purpose: 'Nyt formål', data: ['Alt'], recipients: ['Alle'], id: 'c-9' }],
    }));
    consent.element.reload();
    await consent.shows('Fjernet: Hente oplysninger om din økonomi fra din bank.');
    expect(consent.marked).to.include.members(['Nyt formål Ændret']);
    expect(consent.choices).to.deep.equal([
      'Hente oplysninger om dit helbred fra din læge: ',
      'Nyt formål Ændret: ',
    ]);
  });

  it('keeps the choices where nothing has changed: over a reload, another language, and configure()', async () => {
    const { consent } = await showConsent(ids.open);
    await consent.chooseAll('refused');
    consent.element.reload();
    await allAnswered();
    await consent.quiet();
    consent.element.lang = 'en';
    await allAnswered();
    configure({ headers: { 'X-Portal': 'ny' } });
    await consent.settled();
    configure({ headers: undefined });
    await consent.settled();
    expect(consent.choices.map((choice) => choice.split(': ')[1])).to.deep.equal(
      Array(2).fill('No, I do not give consent'),
    );
  });

  for (const [what, change, shows] of [
    ['was taken back', 'DELETE', 'Myndigheden har trukket anmodningen tilbage'],
    ['has run out', 'clock', 'Fristen for at svare er udløbet Der er ikke gemt noget svar.'],
  ] as const) {
    it(`says that it ${what}, when the answer comes too late`, async () => {
      const { consent, pilot, events } = await showConsent(ids.open);
      await consent.chooseAll('given');
      await consent.goOn();
      if (change === 'clock') pilot.setClock('2026-12-21T00:00:00+01:00');
      else await fetch(`${pilot.baseUrl}/consents/requests/cr-1`, { method: 'DELETE' });
      await consent.send();
      await consent.shows(shows);
      await consent.quiet();
      expect(consent.buttons).to.deep.equal([]);
      expect(consent.facts).to.include('Hvem spørger: Fjordby Kommune (CVR 12345678)');
      expect(told(events).some((line) => line.includes('answered {'))).to.be.false;
    });
  }
});

describe('consent request: later', () => {
  captureConsole();

  it('shows what was decided, and withdraws with fewer steps than giving', async () => {
    const { consent, pilot, events } = await showConsent(ids.partlyAccepted);
    expect(consent.text).to.contain('Du har givet samtykke til en del af det');
    expect(consent.facts.slice(0, 6)).to.deep.equal([
      'Kvitteringsnummer: kv-cr-4',
      'Tidspunkt: 19. november 2026 kl. 09:15 (dansk tid)',
      'Erklæringens version: 2026-1',
      'Erklæringens sprog: dansk',
      'Hvem spørger: Fjordby Kommune (CVR 12345678)',
      'Hvem svarer: Nanna Prøve',
    ]);
    expect(consent.decision('økonomi')).to.contain('Nej, du har ikke givet samtykke');
    expect(consent.buttons.filter((name) => name.startsWith('Tilbagekald'))).to.deep.equal([
      'Tilbagekald samtykke (Hente oplysninger om dit helbred fra din læge)',
    ]);
    await consent.withdraw('helbred');
    expect(consent.focus).to.match(/Vil du tilbagekalde dette samtykke\?$/);
    const [, consequence] = /^Hvis du vil tilbagekalde dit samtykke: (.+)/m.exec(consent.facts.join('\n'))!;
    expect(consent.decision('helbred'), 'what comes of it').to.contain(consequence);
    await consent.press('Fortryd');
    expect(consent.focus).to.match(/^button Tilbagekald samtykke/);
    await consent.withdraw('helbred');
    await consent.confirm();
    await consent.shows('Samtykket er tilbagekaldt');
    await consent.quiet();
    expect(consent.decision('helbred')).to.contain('Du har tilbagekaldt samtykket');
    expect(consent.focus).to.equal('heading Hente oplysninger om dit helbred fra din læge');
    expect(consent.text).to.contain('Du har tilbagekaldt dit samtykke');
    expect(consent.announcements).to.deep.equal(['Vent …', 'Samtykket er tilbagekaldt']);
    expect(told(events)).to.deep.equal(['skranke-consent-withdrawn {"requestId":"cr-4","consentId":"c-1"}']);
    expect(posts(pilot)).to.have.length(1);
  });

  it('says that a consent was withdrawn somewhere else', async () => {
    const { consent, pilot, events } = await showConsent(ids.accepted);
    await consent.withdraw('helbred');
    await fetch(`${pilot.baseUrl}/consent-requests/cr-3/consents/c-1/withdrawal`, { method: 'POST' });
    await consent.confirm();
    await consent.shows('Det er allerede gjort et andet sted');
    expect(consent.decision('helbred')).to.contain('Du har tilbagekaldt samtykket');
    expect(told(events).some((line) => line.startsWith('skranke-consent-withdrawn'))).to.be.false;
  });

  it('says when a withdrawal is not stored, at its place, and tries again with the same key', async () => {
    const { consent, pilot } = await showConsent(ids.accepted, {}, (pilot) =>
      pilot.addFault({ match: 'POST *', status: 500, times: 1 }),
    );
    await consent.withdraw('økonomi');
    await consent.confirm();
    await consent.shows('Det er ikke gemt endnu');
    expect(consent.decision('økonomi')).to.contain('Det er ikke gemt endnu');
    await consent.confirm();
    await consent.shows('Samtykket er tilbagekaldt');
    const keys = posts(pilot, '/withdrawal').map(({ headers }) => headers['idempotency-key']);
    expect([keys.length, new Set(keys).size]).to.deep.equal([2, 1]);
  });

  it('says when the texts shown are not those that were answered', async () => {
    const { consent } = await showConsent(ids.accepted, {}, (pilot) => {
      const state = pilot.snapshot();
      const request = state.services.consents.requests.find(({ id }) => id === 'cr-3')!;
      request.declaration.version = '2026-9';
      pilot.restore(state);
    });
    expect(consent.text).to.contain('Du svarede på en anden version af teksterne.');
  });
});

describe('consent request: errors', () => {
  const lines = captureConsole();

  it('does not let anybody answer where a required text is missing, and says which to the developer', async () => {
    const { consent, events } = await showConsent(ids.missingText);
    expect(consent.state).to.equal('error');
    expect(consent.buttons).to.deep.equal(['Prøv igen']);
    expect(consent.all('radio')).to.deep.equal([]);
    expect(told(events)).to.deep.equal(['skranke-error {"kind":"contract","retryable":false}']);
    expect(lines()).to.deep.equal([
      '[skranke] skranke-consent-request: missing-text GET /consent-requests/{id}: declaration.legalBasis',
    ]);
  });

  it('keeps what is on screen where a reload fails, with a way to try again', async () => {
    const { consent, pilot } = await showConsent(ids.open);
    await consent.chooseAll('given');
    pilot.addFault({ match: 'GET *', status: 500, times: 1 });
    consent.element.reload();
    await consent.shows('Det er måske ikke det nyeste');
    expect(consent.choices[0]).to.contain('Ja, jeg giver samtykke');
    await consent.retry();
    await allAnswered();
    await consent.quiet();
    expect(consent.text).not.to.contain('måske ikke det nyeste');
    expect(consent.choices[0]).to.contain('Ja, jeg giver samtykke');
  });

  it('begins anew for another request', async () => {
    const { consent } = await showConsent(ids.open);
    await consent.chooseAll('given');
    consent.element.requestId = 'cr-2';
    await consent.settled();
    expect(consent.choices.every((choice) => choice.endsWith(': '))).to.be.true;
  });
});
