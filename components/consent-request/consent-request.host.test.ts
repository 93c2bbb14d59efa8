import { expect } from '@open-wc/testing';
import { consentTestIds as ids } from '../../mocks/index.js';
import { showConsent } from '../../stories/consent-request.fixture.js';
import { allAnswered } from '../../stories/fixtures.js';
import { captureConsole } from '../shared/testing/console-lines.js';

describe('consent request: languages', () => {
  it('marks the authority’s words before the answer, in the summary and after it, and its own not', async () => {
    const { consent } = await showConsent(ids.english);
    const langsOf = (selector: string) =>
      [...consent.element.shadowRoot!.querySelectorAll(selector)].map((place) => {
        const text = document.createTreeWalker(place, NodeFilter.SHOW_TEXT);
        while (text.nextNode()) if (text.currentNode.nodeValue?.trim()) break;
        return text.currentNode.parentElement?.closest('[lang]')?.getAttribute('lang');
      });
    const all = (...selectors: string[]) => new Set(selectors.flatMap(langsOf));
    expect(langsOf('p.text').length).to.be.above(2);
    expect(all('p.text', 'dd ul[lang]', 'dd li li', 'legend')).to.deep.equal(new Set(['en']));
    expect(langsOf('fieldset dd li')).to.include('en').and.not.to.include('da');
    expect(all('dt', 'label')).to.deep.equal(new Set(['da']));
    await consent.chooseAll('given');
    await consent.goOn();
    expect(langsOf('.answers dt')).to.deep.equal(['da', 'en', 'en']);
    await consent.send();
    await consent.shows('Dit svar er modtaget');
    expect(all('.consent .heading')).to.deep.equal(new Set(['en']));
  });
});

describe('consent request: what the host, the browser and the backend do', () => {
  captureConsole();

  it('catches up by itself when the browser is online again', async () => {
    const { consent, pilot } = await showConsent(ids.open);
    pilot.addFault({ match: 'GET *', status: 500, times: 1 });
    consent.element.reload();
    await consent.shows('Det er måske ikke det nyeste');
    window.dispatchEvent(new Event('online'));
    await allAnswered();
    await consent.quiet();
    expect(consent.text).not.to.contain('måske ikke det nyeste');
  });

  it('says so where one of the consents that were answered cannot be read', async () => {
    const { consent, pilot } = await showConsent(ids.accepted);
    const request = (await (await fetch(`${pilot.baseUrl}/consent-requests/cr-3`)).json()) as {
      consents: object[];
    };
    const [first, ...others] = request.consents;
    const broken = others.map((one) => ({ ...one, status: 'maybe' }));
    pilot.addFault({ match: 'GET *', body: { ...request, consents: [first, ...broken] } });
    consent.element.reload();
    await consent.shows('Advarsel: Svaret fra systemet mangler noget');
    expect(consent.buttons).to.include('Prøv igen');
  });

  it('has no errors for a summary of the host’s own once it is answered', async () => {
    const { consent } = await showConsent(ids.accepted);
    expect(consent.element.errors).to.deep.equal([]);
  });

  it('takes an id with blanks around it', async () => {
    const { consent } = await showConsent({ id: ` ${ids.open.id}\n` });
    expect(consent.facts).to.include('Hvem svarer: Nanna Prøve');
  });
});
