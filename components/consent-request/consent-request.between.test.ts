import { expect } from '@open-wc/testing';
import { consentTestIds as ids } from '../../mocks/index.js';
import { makeConsentRequest } from '../../mocks/consents/factories.js';
import type { BrowserPilot } from '../../mocks/browser.js';
import { posts, showConsent, told } from '../../stories/consent-request.fixture.js';
import { allAnswered } from '../../stories/fixtures.js';
import { withStatuses } from '../../stories/consent-requests.js';
import { captureConsole } from '../shared/testing/console-lines.js';
import { until } from '../shared/testing/harness.js';

const ANSWERED =
  'skranke-consent-answered {"requestId":"cr-1","receiptId":"kv-cr-1","decisions":[{"consentId":"c-1","decision":"given"},{"consentId":"c-2","decision":"given"}]}';
const NOT_SAVED = 'Det, du valgte her, er ikke gemt';
const answers = (pilot: BrowserPilot) => posts(pilot, '/answer');
const keysOf = (sent: ReturnType<typeof posts>) =>
  new Set(sent.map(({ headers }) => headers['idempotency-key']));

/** Comes as far as the summary of an all-yes. */
async function toSummary(before?: (pilot: BrowserPilot) => void) {
  const page = await showConsent(ids.open, {}, before);
  await page.consent.chooseAll('given');
  await page.consent.goOn();
  return page;
}

type Wire = ReturnType<typeof makeConsentRequest>;

/** From now on this is what is stored. */
function reads(pilot: BrowserPilot, fields: Partial<Wire>): void {
  pilot.addFault({ match: 'GET *', body: makeConsentRequest({ id: 'cr-1', ...fields }) });
}

/** Both consents of an answered request, each with its status. */
const answered = (...statuses: Parameters<typeof withStatuses>): Partial<Wire> => ({
  status: 'accepted',
  receiptId: 'kv-cr-1',
  answeredAt: '2026-11-22T10:00:00+01:00',
  consents: withStatuses(...statuses),
});

describe('consent request: it ends while it is open here', () => {
  captureConsole();

  for (const [status, says] of [
    ['expired', 'Fristen for at svare er udløbet'],
    ['deleted', 'Myndigheden har trukket anmodningen tilbage'],
  ] as const) {
    it(`${status} at the answer: is read out, and the focus has a place`, async () => {
      const { consent, pilot } = await toSummary();
      pilot.addFault({ match: 'POST *', status: 409 });
      reads(pilot, { status });
      await consent.send();
      await consent.shows(says);
      await consent.quiet();
      await consent.hears(says);
      await consent.hears(NOT_SAVED);
      expect(consent.text).to.contain(`Advarsel: ${NOT_SAVED} Information: ${says}`);
      expect(consent.focus).to.equal('heading Anmodning om samtykke');
    });

    it(`${status} while the citizen signs in: nothing is sent`, async () => {
      const { consent, pilot, events } = await toSummary((pilot) =>
        pilot.addFault({ match: 'POST *', status: 401, times: 1 }),
      );
      await consent.send();
      await consent.shows('Du er ikke logget ind');
      reads(pilot, { status });
      const { retry } = events.find(({ type }) => type === 'skranke-auth-required')!.detail as {
        retry: () => void;
      };
      retry();
      await consent.hears(NOT_SAVED);
      retry();
      await allAnswered();
      await consent.quiet();
      expect(answers(pilot)).to.have.length(1);
    });

    it(`${status} at a reload, with choices made, and with none`, async () => {
      const { consent, pilot } = await showConsent(ids.open);
      await consent.chooseAll('given');
      reads(pilot, { status });
      consent.element.reload();
      await consent.hears(says);
      await consent.hears(NOT_SAVED);
      expect(consent.focus).to.equal('heading Anmodning om samtykke');
      const other = await showConsent(ids.open);
      reads(other.pilot, { status });
      other.consent.element.reload();
      await other.consent.hears(says);
      expect(other.consent.text).not.to.contain(NOT_SAVED);
      expect(other.consent.focus, 'it was outside').to.equal('');
    });
  }

  it('a withdrawal of a request that was taken back', async () => {
    const { consent, pilot, events } = await showConsent(ids.accepted);
    await consent.withdraw('helbred');
    pilot.addFault({ match: 'POST *', status: 409 });
    pilot.addFault({
      match: 'GET *',
      body: makeConsentRequest({ id: 'cr-3', ...answered('expired', 'expired'), status: 'deleted' }),
    });
    await consent.confirm();
    await consent.hears('Myndigheden har trukket anmodningen tilbage');
    await consent.hears(NOT_SAVED);
    expect(consent.focus).to.equal('heading Kvittering for dit svar');
    expect(told(events).some((line) => line.includes('withdrawn {'))).to.be.false;
  });

  it('no withdrawal is sent after signing in, once it is done elsewhere', async () => {
    const { consent, pilot, events } = await showConsent(ids.accepted, {}, (pilot) =>
      pilot.addFault({ match: 'POST *', status: 401, times: 1 }),
    );
    await consent.withdraw('helbred');
    await consent.confirm();
    await consent.shows('Du er ikke logget ind');
    await fetch(`${pilot.baseUrl}/consent-requests/cr-3/consents/c-1/withdrawal`, { method: 'POST' });
    const sent = posts(pilot, '/withdrawal').length;
    (events.at(-1)!.detail as { retry: () => void }).retry();
    await consent.shows('Det er allerede gjort et andet sted');
    await allAnswered();
    expect(posts(pilot, '/withdrawal')).to.have.length(sent);
    expect(consent.text).not.to.contain('ikke gemt endnu');
  });
});

describe('consent request: what a reading says, without contradicting itself', () => {
  captureConsole();

  it('nobody has given what ran out unanswered', async () => {
    const { consent, pilot } = await toSummary();
    pilot.addFault({ match: 'POST *', status: 409 });
    reads(pilot, { status: 'expired', consents: withStatuses('expired', 'expired') });
    await consent.send();
    await consent.shows('Der er ikke gemt noget svar');
    expect(consent.text).to.contain('Du har ikke svaret');
    expect(consent.text).not.to.contain('Du gav samtykke');
    expect(consent.text).not.to.contain('et andet sted');
  });

  it('nor what was taken back unanswered', async () => {
    const { consent, pilot } = await showConsent(ids.open);
    await consent.chooseAll('given');
    reads(pilot, { status: 'deleted', consents: withStatuses('expired', 'expired') });
    consent.element.reload();
    await consent.shows('Myndigheden har trukket anmodningen tilbage');
    expect(consent.decision('læge')).to.contain('Du har ikke svaret');
    expect(consent.text).not.to.contain('længere');
    expect(consent.text).not.to.contain('et andet sted');
  });

  for (const given of [{ receiptId: 'kv-cr-1' }, { answeredAt: '2026-11-22T10:00:00+01:00' }]) {
    it(`an answer is not denied beside ${Object.keys(given).join()}, once its consents have run out`, async () => {
      const { consent, pilot } = await showConsent(ids.open);
      reads(pilot, { ...given, status: 'expired', consents: withStatuses('expired', 'refused') });
      consent.element.reload();
      await consent.shows('Kvittering for dit svar Information: Samtykket gælder ikke længere');
      await consent.hears('Samtykket gælder ikke længere');
      expect(consent.text).not.to.contain('Fristen for at svare');
      expect(consent.text).not.to.contain('ikke gemt noget svar');
    });
  }

  it('that no consent is valid is not said beside one that is given', async () => {
    const { consent, pilot } = await showConsent(ids.open);
    reads(pilot, { ...answered('given', 'refused'), status: 'deleted' });
    consent.element.reload();
    await consent.shows('Myndigheden har trukket anmodningen tilbage');
    expect(consent.text).not.to.contain('Intet samtykke gælder');
  });

  it('a language that the browser has no name for is named by its tag', async () => {
    const { consent, pilot } = await showConsent(ids.open);
    reads(pilot, { ...answered('given', 'given'), answeredLanguage: 'zh-cmn-Hans' });
    consent.element.reload();
    await consent.shows('Kvitteringsnummer');
    expect(consent.facts).to.include('Erklæringens sprog: zh-cmn-Hans');
  });

  it('that the answer is received is said once, and not to the next person', async () => {
    const { consent, pilot } = await toSummary();
    await consent.send();
    await consent.shows('Dit svar er modtaget');
    reads(pilot, { ...answered('given', 'given'), respondent: { name: 'Prøveborger' } });
    consent.element.reload();
    await consent.shows('Prøveborger');
    expect(consent.text).not.to.contain('Dit svar er modtaget');
    expect(consent.text).to.contain('Information: Du har givet samtykke');
  });
});

describe('consent request: outcomes that come late', () => {
  captureConsole();

  it('the first answer is stored after all, and the citizen has sent another: the first one is told', async () => {
    const { consent, pilot, events } = await toSummary((pilot) =>
      pilot.addFault({ match: 'POST *', status: 504, times: 1 }),
    );
    await consent.send();
    await consent.shows('Det er ikke gemt endnu');
    await consent.change();
    await consent.chooseAll('refused');
    await consent.goOn();
    pilot.addFault({ match: 'POST *', status: 422 });
    reads(pilot, answered('given', 'given'));
    await consent.send();
    await consent.shows('Dit første svar er gemt Det, du valgte bagefter, er ikke gemt.');
    expect(consent.text).not.to.contain('et andet sted');
    expect(consent.focus).to.equal('heading Kvittering for dit svar');
    expect(told(events).at(-1)).to.equal(ANSWERED);
  });

  it('while a withdrawal is in doubt, nothing else can be withdrawn', async () => {
    const { consent, pilot } = await showConsent(ids.accepted);
    await consent.withdraw('helbred');
    pilot.addFault({ match: '*', status: 500 });
    await consent.confirm();
    await consent.shows('Vi ved ikke, om det er gemt');
    expect(consent.buttons.filter((name) => /tilbagekald|Tjek/i.test(name))).to.deep.equal(['Tjek igen']);
    pilot.setFaults([]);
    await consent.press('Tjek igen');
    await consent.shows('Det er ikke gemt endnu');
    expect(consent.decision('økonomi')).to.contain('Tilbagekald samtykke');
  });

  it('it is found out by itself when the browser is online again, and nothing else is promised', async () => {
    const { consent, pilot, events } = await toSummary((pilot) =>
      pilot.setFaults([
        { match: 'GET *', times: 1 },
        { match: 'POST *', network: true, after: true },
        { match: 'GET *', status: 500 },
      ]),
    );
    await consent.send();
    await consent.shows('Vi ved ikke, om det er gemt');
    pilot.setFaults([]);
    window.dispatchEvent(new Event('online'));
    await consent.shows('Dit svar er modtaget');
    expect(answers(pilot)).to.have.length(1);
    expect(told(events).at(-1)).to.equal(ANSWERED);
  });

  it('the element is moved on the page while the outcome is read: it is read again', async () => {
    const { consent, pilot, place, events } = await toSummary((pilot) =>
      pilot.setFaults([
        { match: 'GET *', times: 1 },
        { match: 'GET *', delayMs: 600, times: 1 },
      ]),
    );
    await consent.send();
    await until('the answer to be stored', () => answers(pilot)[0]?.status === 200);
    await consent.quiet();
    const other = document.createElement('div');
    place.append(other);
    other.append(consent.element);
    await consent.shows('Dit svar er modtaget');
    expect(answers(pilot)).to.have.length(1);
    expect(told(events)).to.deep.equal([ANSWERED]);
  });

  it('offline at the answer, online at the reading: says to try again, and does', async () => {
    const { consent, pilot } = await toSummary((pilot) =>
      pilot.addFault({ match: 'POST *', network: true, times: 1 }),
    );
    const isOnline = Object.getOwnPropertyDescriptor(Navigator.prototype, 'onLine')!;
    Object.defineProperty(Navigator.prototype, 'onLine', { configurable: true, get: () => false });
    await consent.send();
    await consent.shows('Det er ikke gemt endnu');
    Object.defineProperty(Navigator.prototype, 'onLine', isOnline);
    expect(consent.text).to.contain(
      'Vi kan ikke få forbindelse. Tjek din internetforbindelse, og prøv igen.',
    );
    await consent.send();
    await consent.shows('kv-cr-1');
    expect(keysOf(answers(pilot)).size).to.equal(1);
  });
});

describe('consent request: another request on screen while an answer is on its way', () => {
  captureConsole();

  /** Sends, and shows another request before the answer is in. */
  async function away(fault: object) {
    const page = await toSummary((pilot) => pilot.addFault({ match: 'POST *', times: 1, ...fault }));
    await page.consent.send();
    page.consent.element.requestId = 'cr-2';
    await page.consent.shows('Hvis du siger nej');
    return page;
  }

  it('tells the host that it is stored', async () => {
    const { consent, events } = await away({ delayMs: 300 });
    await until('the event', () => told(events).at(-1) === ANSWERED);
    await consent.quiet();
    expect(consent.text).not.to.contain('Dit svar er modtaget');
  });

  it('tells the host that it failed', async () => {
    const { consent, events, pilot } = await away({ status: 500, delayMs: 300 });
    await until('the event', () => told(events).at(-1)?.startsWith('skranke-error'));
    await allAnswered();
    await consent.quiet();
    expect(told(events)).to.have.length(1);
    consent.element.requestId = 'cr-1';
    await consent.shows('Tjek dit svar');
    await consent.send();
    await consent.shows('kv-cr-1');
    expect([answers(pilot).length, keysOf(answers(pilot)).size]).to.deep.equal([2, 1]);
  });

  it('waits for it when the first one comes back on screen', async () => {
    const { consent, events, pilot } = await away({ delayMs: 300 });
    consent.element.requestId = 'cr-1';
    await consent.shows('Dit svar er modtaget');
    await allAnswered();
    expect(answers(pilot)).to.have.length(1);
    expect(told(events)).to.deep.equal([ANSWERED]);
  });
});
