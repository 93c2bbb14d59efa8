import { expect } from '@open-wc/testing';
import type { BrowserPilot } from '../../mocks/browser.js';
import { CITIZEN_CPR, consentTestIds as ids } from '../../mocks/index.js';
import { posts, showConsent, told } from '../../stories/consent-request.fixture.js';
import { allAnswered } from '../../stories/fixtures.js';
import { captureConsole } from '../shared/testing/console-lines.js';

/** The next reading of the request names another person. */
function anotherPerson(pilot: BrowserPilot): Promise<void> {
  return fetch(`${pilot.baseUrl}/consent-requests/cr-1`)
    .then((response) => response.json())
    .then((request: object) =>
      pilot.addFault({ match: 'GET *', body: { ...request, respondent: { name: 'Prøveborger' } } }),
    );
}

/** Takes the request of the next `skranke-auth-required`. */
const retryOf = (events: readonly CustomEvent[]) =>
  (events.find(({ type }) => type === 'skranke-auth-required')!.detail as { retry: () => void }).retry;

describe('consent request: signed out in the middle', () => {
  captureConsole();

  const signedOut = async () => {
    const page = await showConsent(ids.open);
    const { consent, pilot } = page;
    await consent.chooseAll('given');
    await consent.choose('økonomi', 'refused');
    await consent.goOn();
    pilot.addFault({ match: 'POST *', status: 401, times: 1 });
    await consent.send();
    await consent.shows('Du er ikke logget ind');
    return page;
  };

  it('keeps the choices and the key, and goes on after retry()', async () => {
    const { consent, pilot, events } = await signedOut();
    expect(told(events)).to.deep.equal(['skranke-auth-required {}']);
    expect(consent.facts).to.include(
      'Hente oplysninger om din økonomi fra din bank: Nej, jeg giver ikke samtykke',
    );
    retryOf(events)();
    await consent.shows('Dit svar er modtaget');
    const sent = posts(pilot, '/answer');
    expect(sent.map(({ status }) => status)).to.deep.equal([401, 200]);
    expect(new Set(sent.map(({ headers }) => headers['idempotency-key'])).size).to.equal(1);
  });

  it('drops them where another person comes back, says so, and sends nothing', async () => {
    const { consent, pilot, events } = await signedOut();
    await anotherPerson(pilot);
    retryOf(events)();
    await consent.shows('En anden person er logget ind');
    await allAnswered();
    expect(consent.choices.every((choice) => choice.endsWith(': '))).to.be.true;
    expect(consent.facts).to.include('Hvem svarer: Prøveborger');
    expect(posts(pilot, '/answer')).to.have.length(1);
    await consent.hears('En anden person er logget ind');
  });

  it('goes on only with what was confirmed: not once it was interrupted by something else', async () => {
    const { consent, pilot, events } = await signedOut();
    pilot.addFault({ match: 'GET *', status: 500, times: 1 });
    retryOf(events)();
    await consent.shows('Det er måske ikke det nyeste');
    await consent.change();
    await consent.choose('helbred', 'refused');
    consent.element.reload();
    await allAnswered();
    await consent.quiet();
    expect(posts(pilot, '/answer')).to.have.length(1);
    expect(consent.choices[0]).to.contain('Nej, jeg giver ikke samtykke');
  });

  it('goes on at once or not at all: not at a reload after a retry() that found no backend', async () => {
    const { consent, pilot, events } = await signedOut();
    pilot.addFault({ match: 'GET *', status: 500, times: 1 });
    retryOf(events)();
    await consent.shows('Det er måske ikke det nyeste');
    consent.element.reload();
    await allAnswered();
    await consent.quiet();
    expect(posts(pilot, '/answer')).to.have.length(1);
    expect(consent.buttons).to.include('Send svar');
  });

  it('sends nothing once the user has gone on, however late retry() comes', async () => {
    const { consent, pilot, events } = await signedOut();
    await consent.change();
    await consent.choose('helbred', 'refused');
    await consent.goOn();
    retryOf(events)();
    await allAnswered();
    await consent.quiet();
    expect(posts(pilot, '/answer')).to.have.length(1);
    await consent.send();
    await consent.shows('Du har ikke givet samtykke');
    expect(new Set(posts(pilot, '/answer').map(({ headers }) => headers['idempotency-key'])).size).to.equal(
      1,
    );
    retryOf(events)();
    await allAnswered();
    expect(posts(pilot, '/answer')).to.have.length(2);
  });

  it('sends nothing by itself where the backend does not say who answers', async () => {
    const { consent, pilot, events } = await showConsent(ids.open);
    const request = (await (await fetch(`${pilot.baseUrl}/consent-requests/cr-1`)).json()) as object;
    pilot.addFault({ match: 'GET *', body: { ...request, respondent: null } });
    consent.element.reload();
    await allAnswered();
    await consent.quiet();
    await consent.chooseAll('given');
    await consent.goOn();
    pilot.addFault({ match: 'POST *', status: 401, times: 1 });
    await consent.send();
    await consent.shows('Du er ikke logget ind');
    retryOf(events)();
    await consent.shows('Tjek dit svar');
    await allAnswered();
    await consent.quiet();
    expect(consent.headings).to.include('2 Tjek dit svar');
    expect(posts(pilot, '/answer')).to.have.length(1);
  });

  it('shows nothing of it to one who has no access', async () => {
    const { consent, pilot, events } = await signedOut();
    pilot.setPersona('company');
    retryOf(events)();
    await consent.shows('Anmodningen er ikke til dig');
    expect(consent.state).to.equal('error');
    expect(consent.text).not.to.contain('Nanna');
    pilot.setPersona('all');
    await consent.retry();
    await consent.shows('Hvis du siger nej');
    expect(
      consent.choices.every((choice) => choice.endsWith(': ')),
      'the choices are gone',
    ).to.be.true;
  });
});

describe('consent request: the CPR number', () => {
  const lines = captureConsole();

  it('is in no address, event, console line, attribute, storage or markup, wherever the data hold it', async () => {
    const { consent, events, pilot } = await showConsent(ids.open, {}, (pilot) => {
      const state = pilot.snapshot();
      const request = state.services.consents.requests.find(({ id }) => id === 'cr-1')!;
      expect(request.cpr).to.equal(CITIZEN_CPR);
      request.declaration.introduction = `Vi skriver om ${CITIZEN_CPR} og 111213-1016.`;
      request.consents[0]!.purpose = `Hente journal for ${CITIZEN_CPR}`;
      request.consents[0]!.data = [CITIZEN_CPR];
      pilot.restore(state);
    });
    await consent.goOn();
    await consent.choose('Hente journal', 'given');
    await consent.choose('økonomi', 'given');
    await consent.goOn();
    pilot.addFault({ match: 'POST *', status: 500, times: 1 });
    await consent.send();
    await consent.shows('ikke gemt endnu');
    await consent.send();
    await consent.shows('Dit svar er modtaget');
    await allAnswered();
    const attributes = [...consent.element.shadowRoot!.querySelectorAll('*')].flatMap((element) =>
      [...element.attributes].map(({ value }) => value),
    );
    const open = [
      ...pilot.requests().map(({ path, query }) => `${path}?${query}`),
      ...events.map(({ detail }) => JSON.stringify(detail)),
      ...lines(),
      ...attributes,
      consent.element.outerHTML,
      JSON.stringify([localStorage, sessionStorage]),
      document.title,
      location.href,
      document.cookie,
    ];
    expect(open.filter((text) => /111213-?1016/.test(text))).to.deep.equal([]);
  });
});
