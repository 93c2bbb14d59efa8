import { expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import { consentTestIds as ids } from '../../mocks/index.js';
import type { BrowserPilot } from '../../mocks/browser.js';
import { showConsent, told } from '../../stories/consent-request.fixture.js';
import { captureConsole } from '../shared/testing/console-lines.js';

const LEFT = 'Det, du valgte her, er ikke gemt';
const NOT_STORED = 'Det er ikke gemt endnu';
const UNKNOWN = 'Vi ved ikke, om det er gemt';
const KEPT = 'Dine valg er her stadig';

/** The next write is answered so. */
function refuse(pilot: BrowserPilot, status: number, slug: string): void {
  const body = { type: `https://problems.example/${slug}`, title: slug, status };
  pilot.addFault({ match: 'POST *', status, body, times: 1 });
}

/** Each refusal, and what is said of it. */
const REFUSALS: [status: number, slug: string, says: string][] = [
  [409, 'already-answered', `${LEFT} Det er allerede gjort et andet sted. Måske i et andet vindue.`],
  [409, 'expired', `${LEFT} Fristen for at svare er udløbet. Kontakt myndigheden`],
  [409, 'deleted', `${LEFT} Myndigheden har trukket anmodningen tilbage. Du skal ikke gøre noget.`],
  [412, 'declaration-changed', `${LEFT} Noget er ændret i mellemtiden.`],
  [412, 'precondition-failed', `${LEFT} Noget er ændret i mellemtiden.`],
  [403, 'not-permitted', `${LEFT} Anmodningen er ikke til dig.`],
  [404, 'not-found', `${LEFT} Anmodningen findes ikke.`],
  [422, 'idempotency-key-reused', `${LEFT} Du har sendt noget andet før.`],
  [422, 'invalid', `${LEFT} Noget er ikke udfyldt rigtigt.`],
];

describe('consent request: the server says no', () => {
  captureConsole();

  it('where it can be seen on a phone, far above the button that was pressed', async () => {
    await setViewport({ width: 320, height: 400 });
    const { consent, pilot } = await showConsent(ids.open);
    refuse(pilot, 503, 'unavailable');
    await consent.answer('given');
    await consent.shows(NOT_STORED);
    await consent.quiet();
    const { top, bottom } = consent.element.shadowRoot!.querySelector('.message')!.getBoundingClientRect();
    expect(top).to.be.at.least(0);
    expect(bottom).to.be.at.most(400);
    await setViewport({ width: 800, height: 600 });
  });

  it('to a withdrawal beside the button, where both can be seen on a phone', async () => {
    await setViewport({ width: 320, height: 400 });
    const { consent, pilot } = await showConsent(ids.accepted);
    refuse(pilot, 503, 'unavailable');
    await consent.withdraw('helbred');
    await consent.confirm();
    await consent.shows(NOT_STORED);
    await consent.quiet();
    const { shadowRoot } = consent.element;
    const box = shadowRoot!.querySelector('.message.error')!.getBoundingClientRect();
    expect([box.top >= 0, box.bottom <= 400], `${box.top} to ${box.bottom}`).to.deep.equal([true, true]);
    expect(shadowRoot!.activeElement!.getBoundingClientRect().top - box.bottom).to.be.within(0, 100);
    await setViewport({ width: 800, height: 600 });
  });

  for (const [status, slug, says] of REFUSALS) {
    it(`${slug} (${status}) to an answer, and it cannot be read again`, async () => {
      const { consent, pilot } = await showConsent(ids.open);
      pilot.addFault({ match: 'GET *', status: 500 });
      refuse(pilot, status, slug);
      await consent.answer('given');
      await consent.shows(says);
      expect(consent.text).not.to.contain(UNKNOWN);
      expect(consent.text).not.to.contain('Vi fik ikke svar');
      expect(consent.buttons).to.deep.equal(['Tjek igen']);
      await consent.hears(`${LEFT}. ${says.slice(LEFT.length + 1)}`);
    });
  }

  for (const [status, slug, says] of REFUSALS.slice(0, 3)) {
    it(`${slug} (${status}) to an answer, and the reading is one step behind`, async () => {
      const { consent, pilot } = await showConsent(ids.open);
      refuse(pilot, status, slug);
      await consent.answer('given');
      await consent.shows(says);
      for (const denied of ['Systemet sagde nej', 'Du har ikke svaret endnu', KEPT])
        expect(consent.text).not.to.contain(denied);
      expect(consent.buttons).to.deep.equal(['Tjek igen']);
      await consent.press('Tjek igen');
      await consent.quiet();
      expect(consent.text, 'still behind').to.contain(says);
      await fetch(`${pilot.baseUrl}/consents/requests/cr-1`, { method: 'DELETE' });
      await consent.press('Tjek igen');
      await consent.shows(`Advarsel: ${LEFT} Information: Myndigheden har trukket anmodningen tilbage`);
    });
  }

  for (const reading of ['fails', 'is one step behind']) {
    it(`not-given (409) to a withdrawal, and the reading ${reading}`, async () => {
      const { consent, pilot, events } = await showConsent(ids.accepted);
      if (reading === 'fails') pilot.addFault({ match: 'GET *', status: 500 });
      refuse(pilot, 409, 'not-given');
      await consent.withdraw('helbred');
      await consent.confirm();
      await consent.shows(`${LEFT} Samtykket gælder ikke længere.`);
      expect(consent.decision('helbred')).to.contain(LEFT);
      expect(consent.text).not.to.contain('Systemet sagde nej');
      expect(consent.text).not.to.contain(KEPT);
      expect(told(events).some((line) => line.includes('withdrawn {'))).to.be.false;
    });
  }

  it('no choices are said to be kept at a withdrawal', async () => {
    const { consent, pilot } = await showConsent(ids.accepted);
    refuse(pilot, 403, 'not-permitted');
    await consent.withdraw('helbred');
    await consent.confirm();
    await consent.shows(`${NOT_STORED} Anmodningen er ikke til dig.`);
    expect(consent.text).not.to.contain(KEPT);
  });

  it('but a refusal after a try that is in doubt tells nothing of that try', async () => {
    const { consent, pilot } = await showConsent(ids.open, {}, (pilot) =>
      pilot.addFault({ match: 'POST *', status: 504, times: 1 }),
    );
    await consent.answer('given');
    await consent.shows(NOT_STORED);
    pilot.addFault({ match: 'GET *', status: 500 });
    refuse(pilot, 409, 'already-answered');
    await consent.send();
    await consent.shows(UNKNOWN);
  });

  for (const [status, slug] of [
    [500, 'x'],
    [409, 'in-progress'],
  ] as const) {
    it(`nor is ${slug} (${status}) a refusal`, async () => {
      const { consent, pilot } = await showConsent(ids.open);
      pilot.addFault({ match: 'GET *', status: 500 });
      refuse(pilot, status, slug);
      await consent.answer('given');
      await consent.shows(UNKNOWN);
    });
  }

  it('a 401 is one, whatever the type of the problem', async () => {
    const { consent, pilot, events } = await showConsent(ids.open);
    refuse(pilot, 401, 'expired');
    await consent.answer('given');
    await consent.shows(NOT_STORED);
    expect(told(events)).to.deep.equal(['skranke-auth-required {}']);
  });
});
