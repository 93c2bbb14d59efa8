import { expect } from '@open-wc/testing';
import { sendKeys, sendMouse, resetMouse } from '@web/test-runner-commands';
import { consentTestIds as ids, type ConsentRequest } from '../../mocks/index.js';
import { posts, showAnother, showConsent, told, type Page } from '../../stories/consent-request.fixture.js';
import { allAnswered } from '../../stories/fixtures.js';
import { configure } from '../shared/page-state.js';
import { captureConsole } from '../shared/testing/console-lines.js';
import { resetConfiguration } from '../shared/testing/page.js';
import type { BrowserPilot } from '../../mocks/browser.js';

const ANSWERED =
  'skranke-consent-answered {"requestId":"cr-1","receiptId":"kv-cr-1","decisions":[{"consentId":"c-1","decision":"given"},{"consentId":"c-2","decision":"given"}]}';
const answers = (pilot: BrowserPilot) => posts(pilot, '/answer');
const keysOf = (sent: ReturnType<typeof posts>) =>
  new Set(sent.map(({ headers }) => headers['idempotency-key']));

/** What is stored, read past the widget. */
async function storedIn({ pilot }: Pick<Page, 'pilot'>, id = 'cr-1'): Promise<ConsentRequest> {
  return (await (await fetch(`${pilot.baseUrl}/consent-requests/${id}`)).json()) as ConsentRequest;
}

/** Comes as far as the summary of an all-yes. */
async function toSummary(before?: (pilot: BrowserPilot) => void): Promise<Page> {
  const page = await showConsent(ids.open, {}, before);
  await page.consent.chooseAll('given');
  await page.consent.goOn();
  return page;
}

/** Waits for ever for the answer to a write, which the backend has carried out. */
const deafToPosts: typeof fetch = async (input, init = {}) => {
  const response = await fetch(input, { ...init, signal: null });
  return init.method === 'POST' ? new Promise(() => {}) : response;
};

/** Simple backends look past keys and `If-Match`: the outcome must be the same. */
const BACKENDS: [name: string, conditions: { idempotency: boolean; ifMatch: boolean }][] = [
  ['a pilot that honours keys and If-Match', { idempotency: true, ifMatch: true }],
  ['one that ignores both', { idempotency: false, ifMatch: false }],
];

for (const [name, conditions] of BACKENDS) {
  const set = (pilot: BrowserPilot) => pilot.setConditions(conditions);

  describe(`consent request, one answer stored: ${name}`, () => {
    captureConsole();
    resetConfiguration();

    it('by 50 rapid clicks', async () => {
      const { consent, pilot, events } = await toSummary((pilot) => {
        set(pilot);
        pilot.setLatency(30);
      });
      const button = consent.one('button', 'Send svar');
      for (let click = 0; click < 50; click++) button.click();
      await consent.shows('kv-cr-1');
      for (let click = 0; click < 50; click++) button.click();
      await allAnswered();
      expect(answers(pilot).map(({ status }) => status)).to.deep.equal([200]);
      expect(told(events)).to.deep.equal([ANSWERED]);
    });

    it('by Enter held down', async () => {
      const { consent, pilot, events } = await toSummary((pilot) => {
        set(pilot);
        pilot.setLatency(20);
      });
      consent.one('button', 'Send svar').focus();
      for (let repeat = 0; repeat < 15; repeat++) await sendKeys({ down: 'Enter' });
      await sendKeys({ up: 'Enter' });
      await consent.shows('kv-cr-1');
      await allAnswered();
      expect(answers(pilot)).to.have.length(1);
      expect(told(events)).to.deep.equal([ANSWERED]);
      expect(consent.focus).to.equal('heading Kvittering for dit svar');
    });

    it('by two tabs, which end on the same receipt', async () => {
      const { consent, pilot, events, place } = await toSummary(set);
      const { consent: other, events: otherEvents } = await showAnother(place, 'cr-1');
      await other.chooseAll('refused');
      await other.goOn();
      await Promise.all([consent.send(), other.send()]);
      await Promise.all([consent.shows('kv-cr-1'), other.shows('kv-cr-1')]);
      await allAnswered();
      await other.quiet();
      expect(
        answers(pilot)
          .map(({ status }) => status)
          .sort(),
      ).to.deep.equal([200, 409]);
      const [winner, loser] = told(events).some((line) => line.includes('answered {'))
        ? [consent, other]
        : [other, consent];
      expect(
        [...told(events), ...told(otherEvents)].filter((line) => line.includes('answered {')),
      ).to.have.length(1);
      expect(loser.text).to.contain('Det er allerede gjort et andet sted');
      expect(loser.facts.slice(0, 6)).to.deep.equal(winner.facts.slice(0, 6));
      for (const purpose of ['helbred', 'økonomi'])
        expect(loser.decision(purpose)).to.equal(winner.decision(purpose));
    });

    it('by a 503, a look, and a retry with the same key', async () => {
      const { consent, pilot, events } = await toSummary((pilot) => {
        set(pilot);
        pilot.addFault({ match: 'POST *', status: 503, times: 1 });
      });
      await consent.send();
      await consent.shows('Det er ikke gemt');
      await consent.hears('Det er ikke gemt endnu. Systemet er lukket lige nu.');
      expect(consent.facts).to.include(
        'Hente oplysninger om dit helbred fra din læge: Ja, jeg giver samtykke',
      );
      await consent.send();
      await consent.shows('kv-cr-1');
      expect(answers(pilot).map(({ status }) => status)).to.deep.equal([503, 200]);
      expect(keysOf(answers(pilot)).size).to.equal(1);
      expect(events.map(({ type }) => type)).to.deep.equal([
        'skranke-ready',
        'skranke-error',
        'skranke-consent-answered',
      ]);
      expect(events[1]!.detail).to.include({ kind: 'http', retryable: true, status: 503 });
      expect(told(events).at(-1)).to.equal(ANSWERED);
    });

    it('by a time-out after the server has stored it: the true receipt, without a second answer', async () => {
      const { consent, pilot, events } = await toSummary(set);
      configure({ timeoutMs: 300, fetch: deafToPosts });
      // The choices outlive the configuration.
      await consent.settled();
      await consent.shows('Ja, jeg giver samtykke');
      await consent.send();
      await consent.shows('Dit svar er modtaget Du har givet samtykke. Vi fik ikke svar med det samme');
      expect(consent.facts).to.include('Kvitteringsnummer: kv-cr-1');
      expect(consent.focus).to.equal('heading Kvittering for dit svar');
      expect(answers(pilot)).to.have.length(1);
      expect(told(events).at(-1)).to.equal(ANSWERED);
      expect((await storedIn({ pilot })).status).to.equal('accepted');
    });

    it('by a broken connection, no look possible, and asking again later', async () => {
      const { consent, pilot, events } = await toSummary((pilot) => {
        set(pilot);
        pilot.setFaults([
          { match: 'GET *', times: 1 },
          { match: 'POST *', network: true, after: true },
          { match: 'GET *', status: 500 },
        ]);
      });
      await consent.send();
      await consent.shows('Vi ved ikke, om det er gemt');
      expect(consent.buttons, 'nothing can be sent or changed now').to.deep.equal(['Tjek igen']);
      expect(consent.focus).to.equal('button Tjek igen');
      pilot.setFaults([]);
      await sendKeys({ press: 'Enter' });
      await consent.shows('Dit svar er modtaget');
      expect(answers(pilot)).to.have.length(1);
      expect(told(events).at(-1)).to.equal(ANSWERED);
    });

    it('by a try that was stored late and a second one that is refused as answered', async () => {
      const { consent, pilot, events } = await toSummary((pilot) => {
        set(pilot);
        // The look comes before the answer is stored.
        pilot.setFaults([{ match: 'POST *', status: 504, times: 1 }]);
      });
      await consent.send();
      await consent.shows('Det er ikke gemt');
      const { declaration, consents } = await storedIn({ pilot });
      await fetch(`${pilot.baseUrl}/consent-requests/cr-1/answer`, {
        method: 'POST',
        body: JSON.stringify({
          declarationVersion: declaration.version,
          language: declaration.language,
          decisions: consents.map(({ id }) => ({ consentId: id, decision: 'given' })),
        }),
      });
      await consent.send();
      await consent.shows('Dit svar er modtaget');
      expect(told(events).at(-1)).to.equal(ANSWERED);
    });

    it('by an answer that is accepted, and cannot be read at once', async () => {
      const { consent, pilot, events } = await toSummary(set);
      pilot.setFaults([{ match: 'GET *', status: 500 }]);
      await consent.send();
      await consent.shows('Dit svar er modtaget Der er en fejl i systemet');
      expect(consent.buttons).to.deep.equal(['Tjek igen']);
      pilot.setFaults([]);
      await consent.press('Tjek igen');
      await consent.shows('kv-cr-1');
      expect(consent.text).not.to.contain('Vi fik ikke svar med det samme');
      expect(answers(pilot)).to.have.length(1);
      expect(told(events).at(-1)).to.equal(ANSWERED);
    });

    it('and each withdrawal likewise: 50 clicks, then a lost answer', async () => {
      const { consent, pilot, events } = await showConsent(ids.accepted, {}, (pilot) => {
        set(pilot);
        pilot.setLatency(20);
      });
      await consent.withdraw('helbred');
      const button = consent.one('button', 'Ja, tilbagekald');
      for (let click = 0; click < 50; click++) button.click();
      await consent.shows('Samtykket er tilbagekaldt');
      await allAnswered();
      await consent.quiet();
      pilot.addFault({ match: 'POST *', network: true, after: true, times: 1 });
      await consent.withdraw('økonomi');
      await consent.confirm();
      await consent.shows('Du har tilbagekaldt dit samtykke');
      await consent.shows('men det er gemt');
      expect(posts(pilot, '/withdrawal')).to.have.length(2);
      expect(keysOf(posts(pilot, '/withdrawal')).size).to.equal(2);
      expect(told(events).filter((line) => line.includes('withdrawn'))).to.deep.equal([
        'skranke-consent-withdrawn {"requestId":"cr-3","consentId":"c-1"}',
        'skranke-consent-withdrawn {"requestId":"cr-3","consentId":"c-2"}',
      ]);
      expect((await storedIn({ pilot }, 'cr-3')).status).to.equal('revoked');
    });
  });
}

describe('consent request, what is sent', () => {
  captureConsole();

  it('holds the version and language that were read, each decision, a key and the tag of the reading', async () => {
    const { consent, pilot } = await showConsent(ids.english);
    await consent.choose('examination', 'refused');
    await consent.choose('union', 'given');
    await consent.goOn();
    await consent.send();
    await consent.shows('kv-cr-12');
    const [sent] = answers(pilot);
    expect(sent!.body).to.deep.equal({
      declarationVersion: '2026-1',
      language: 'en',
      decisions: [
        { consentId: 'c-1', decision: 'refused' },
        { consentId: 'c-2', decision: 'given' },
      ],
    });
    expect(sent!.headers['idempotency-key']).to.match(/^\S{20,}$/);
    expect(sent!.headers['if-match']).to.match(/^"/);
    await allAnswered();
    await consent.withdraw('union');
    await consent.confirm();
    await consent.shows('Samtykket er tilbagekaldt');
    const [withdrawal] = posts(pilot, '/withdrawal');
    expect(withdrawal!.headers['if-match']).to.match(/^"/);
    expect(withdrawal!.headers['if-match']).not.to.equal(sent!.headers['if-match']);
  });

  it('is not sent by the second half of a double click that began on the button before', async () => {
    const { consent, pilot } = await showConsent(ids.single);
    await consent.chooseAll('given');
    const button = consent.one('button', 'Gå videre');
    button.scrollIntoView({ block: 'center' });
    const { x, y, width, height } = button.getBoundingClientRect();
    const position: [number, number] = [Math.round(x + width / 2), Math.round(y + height / 2)];
    await sendMouse({ type: 'click', position });
    await consent.shows('Du har ikke svaret endnu');
    const send = consent.one('button', 'Send svar');
    send.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true, detail: 2 }));
    await resetMouse();
    await allAnswered();
    expect(answers(pilot)).to.deep.equal([]);
  });
});
