import { expect } from '@open-wc/testing';
import { consentTestIds as ids, redirectCorpus } from '../../mocks/index.js';
import { makeConsentRequest } from '../../mocks/consents/factories.js';
import { showConsent, told } from '../../stories/consent-request.fixture.js';
import { withStatuses } from '../../stories/consent-requests.js';
import { allAnswered } from '../../stories/fixtures.js';
import { configure } from '../shared/page-state.js';
import { resetConfiguration } from '../shared/testing/page.js';

const BACK = /^Tilbage til /;
const back = (links: readonly string[]) => links.filter((link) => BACK.test(link));

describe('consent request: the way back', () => {
  resetConfiguration();

  it('is there only where the host allows it, by attribute or configure(), live', async () => {
    const { consent } = await showConsent(ids.accepted);
    expect(back(consent.links)).to.deep.equal([]);
    configure({ allowedReturnOrigins: ['https://other.example', 'https://portal.example.dk'] });
    await consent.quiet();
    const link = 'Tilbage til portal.example.dk https://portal.example.dk/sag/42?consentRequestId=cr-3';
    expect(back(consent.links)).to.deep.equal([link]);
    consent.element.allowedReturnOrigins = '';
    await consent.quiet();
    expect(back(consent.links), 'the attribute wins').to.deep.equal([]);
    consent.element.allowedReturnOrigins = ' https://a.example  https://portal.example.dk ';
    consent.element.returnStatus = true;
    await consent.quiet();
    expect(back(consent.links)).to.deep.equal([`${link}&status=accepted`]);
  });

  it('is not there before the answer, nor where there was none', async () => {
    configure({ allowedReturnOrigins: ['https://portal.example.dk'] });
    for (const { id } of [ids.open, ids.expired, ids.deleted]) {
      const { consent } = await showConsent(
        { id },
        { 'allowed-return-origins': 'https://portal.example.dk' },
      );
      expect(back(consent.links)).to.deep.equal([]);
    }
  });

  it('is what it should be for each address of the corpus', async () => {
    const { consent, pilot } = await showConsent(
      ids.accepted,
      { 'allowed-return-origins': 'https://portal.example.dk' },
      (pilot) => pilot.setPersona('citizen'),
    );
    const request = (await (await fetch(`${pilot.baseUrl}/consent-requests/cr-3`)).json()) as object;
    for (const { url, isAllowed } of redirectCorpus) {
      pilot.setFaults([{ match: 'GET *', body: { ...request, redirectUrl: url } }]);
      consent.element.reload();
      await new Promise((resolve) =>
        consent.element.addEventListener('skranke-ready', resolve, { once: true }),
      );
      const links = consent.all('link', BACK).map((link) => new URL((link as HTMLAnchorElement).href).origin);
      expect(links, url).to.deep.equal(isAllowed ? ['https://portal.example.dk'] : []);
    }
    expect('__skrankeHarmed' in window).to.be.false;
  });
});

describe('consent request: the receipt', () => {
  for (const receiptId of ['kv-cr-1', undefined]) {
    it(`of the own answer is whole, where the request has ${receiptId ? 'its number only' : 'nothing of it'}`, async () => {
      const { consent, pilot, events } = await showConsent(ids.open, {
        'allowed-return-origins': 'https://portal.example.dk',
      });
      const status = 'accepted';
      const stored = {
        ...makeConsentRequest({ id: 'cr-1', status, consents: withStatuses('given', 'given') }),
        redirectUrl: 'https://portal.example.dk/',
        receiptId,
      };
      const answered = {
        receiptId: 'kv-cr-1',
        answeredAt: '2026-11-22T10:00:00+01:00',
        status,
        decisions: [],
      };
      pilot.addFault({ match: 'POST *', body: answered });
      await consent.chooseAll('given');
      await consent.goOn();
      pilot.addFault({ match: 'GET *', body: stored });
      await consent.send();
      await consent.shows('Dit svar er modtaget');
      const receipt = [
        'Kvitteringsnummer: kv-cr-1',
        'Tidspunkt: 22. november 2026 kl. 10:00 (dansk tid)',
        'Erklæringens version: 2026-1',
        'Erklæringens sprog: dansk',
      ];
      expect(consent.facts.slice(0, 4)).to.deep.equal(receipt);
      expect(consent.text).to.contain('Kvittering for dit svar');
      expect(consent.buttons).to.include.members(['Udskriv', 'Hent kvittering']);
      expect(back(consent.links)).to.have.length(1);
      expect(told(events).at(-1)).to.contain('"receiptId":"kv-cr-1"');
      consent.element.reload();
      await allAnswered();
      await consent.quiet();
      expect(consent.facts.slice(0, 4), 'read again').to.deep.equal(receipt);
    });
  }

  it('can be printed, and saved as a file', async () => {
    const { print } = window;
    const { createObjectURL } = URL;
    const { click } = HTMLAnchorElement.prototype;
    const seen: (string | Blob)[] = [];
    window.print = () => void seen.push('printed');
    URL.createObjectURL = (file: Blob) => {
      seen.push(file);
      return 'blob:test';
    };
    HTMLAnchorElement.prototype.click = function () {
      seen.push(this.download);
    };
    try {
      const { consent } = await showConsent(ids.partlyAccepted);
      await consent.press('Udskriv');
      await consent.press('Hent kvittering');
      expect([seen[0], seen[2]]).to.deep.equal(['printed', 'kvittering-cr-4.txt']);
      expect(await (seen[1] as Blob).text()).to.contain(
        'Kvitteringsnummer: kv-cr-4\r\nTidspunkt: 19. november 2026 kl. 09:15 (dansk tid)\r\n',
      );
    } finally {
      window.print = print;
      URL.createObjectURL = createObjectURL;
      HTMLAnchorElement.prototype.click = click;
    }
  });
});
