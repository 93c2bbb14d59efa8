import { expect } from '@open-wc/testing';
import { messageTestIds as messages } from '../../mocks/index.js';
import { makeMessage } from '../../mocks/messages/factories.js';
import { allAnswered } from '../../stories/fixtures.js';
import { keys, recalls, showRecall, stored } from '../../stories/message-recall.fixture.js';
import { configure } from '../shared/page-state.js';
import { captureConsole } from '../shared/testing/console-lines.js';
import { resetConfiguration } from '../shared/testing/page.js';
import type { MessageRecallHarness } from './message-recall.harness.js';

const { id } = messages.recallable;
const RECALL = 'POST /messages/*/recall';

describe('message recall: when something comes in between', () => {
  captureConsole();
  resetConfiguration();

  async function atMidnight(recall: MessageRecallHarness): Promise<void> {
    configure({ now: () => Date.parse('2026-11-23T00:00:00+01:00') });
    await recall.hears('Det er for sent at tilbagekalde.');
    await recall.quiet();
  }

  it('the value date comes while the page is open', async () => {
    const { recall, pilot } = await showRecall(messages.lastDay.id);
    expect(recall.text).to.contain('22. november 2026. Det er i dag.');
    recall.one('button', /^Tilbagekald$/).focus();
    await atMidnight(recall);
    expect(recall.text).to.contain('Advarsel: Det er for sent at tilbagekalde Valørdatoen er nået.');
    expect(recall.buttons).not.to.contain('Tilbagekald');
    expect(recall.focus).to.equal('heading Svar på din ansøgning om plads');
    expect(pilot.requests().filter(({ path }) => path.includes('/messages/'))).to.have.length(1);
  });

  it('the value date comes while the dialog is open', async () => {
    const { recall, pilot } = await showRecall(messages.lastDay.id);
    await recall.ask();
    await atMidnight(recall);
    expect([recall.dialog, recall.focus]).to.deep.equal(['', 'heading Svar på din ansøgning om plads']);
    expect(recalls(pilot)).to.deep.equal([]);
  });

  it('the value date has come by the server’s clock alone', async () => {
    const { recall, pilot } = await showRecall(messages.lastDay.id);
    configure({ now: () => Date.parse('2026-11-22T10:00:00+01:00') });
    pilot.setClock('2026-11-23T00:00:01+01:00');
    await recall.recall();
    await recall.hears('Det er for sent at tilbagekalde.');
    expect(recall.focus).to.equal('heading Svar på din ansøgning om plads');
    expect(await stored(pilot, messages.lastDay.id)).to.equal(0);
  });

  it('somebody else changes it (412): says so, and goes on with the newest', async () => {
    const { recall, pilot } = await showRecall(id, (one) =>
      one.addFault({ match: RECALL, status: 412, times: 1 }),
    );
    await recall.recall();
    await recall.hears('Meddelelsen er ændret i mellemtiden. Den er ikke tilbagekaldt.');
    expect(recall.focus).to.equal('button Tilbagekald');
    await recall.recall();
    await recall.shows('Kvittering for tilbagekald');
    expect(recalls(pilot).every(({ headers }) => Boolean(headers['if-match']))).to.equal(true);
    expect(keys(pilot), 'refused: a new intention').to.have.length(2);
  });

  it('somebody else recalls it: says when, and that it was not from here', async () => {
    const { recall, pilot, told } = await showRecall(id);
    await fetch(`${pilot.baseUrl}/messages/${id}/recall`, { method: 'POST' });
    await recall.recall();
    await recall.hears('Meddelelsen er allerede tilbagekaldt.');
    expect(recall.fact('Tilbagekaldt')).to.equal('22. november 2026 kl. 10:00 (dansk tid)');
    expect(told().join()).not.to.contain('message-recalled');
    expect(await stored(pilot, id)).to.equal(1);
  });

  const REFUSALS: [slug: string, box: string][] = [
    ['already-recalled', 'Information: Meddelelsen er allerede tilbagekaldt Du skal ikke gøre mere.'],
    ['already-delivered', 'Advarsel: Meddelelsen er allerede leveret Den kan ikke tilbagekaldes.'],
    [
      'value-date-passed',
      'Advarsel: Det er for sent at tilbagekalde Fristen for at tilbagekalde er overskredet.',
    ],
  ];
  for (const [slug, box] of REFUSALS) {
    for (const isBehind of [false, true]) {
      const next = isBehind ? 'is a step behind' : 'fails';
      it(`409 ${slug}, and the next reading ${next}: that alone is said, and there is nothing to press`, async () => {
        const { recall, pilot, told } = await showRecall(id);
        pilot.addFault({ match: RECALL, status: 409, body: { type: `/problems/${slug}`, status: 409 } });
        if (!isBehind) pilot.addFault({ match: 'GET /messages/*', status: 500 });
        await recall.recall();
        expect(recall.text).to.contain(box);
        expect(recall.text).not.to.match(/er ikke tilbagekaldt|Kan tilbagekaldes|Kvittering/);
        expect(recall.buttons).not.to.contain('Tilbagekald');
        expect(recall.focus).to.equal('heading Indkaldelse til samtale');
        await recall.hears(box.replace(/^\w+: /, '').slice(0, 24));
        const spoken = recall.announcements.slice(recall.announcements.indexOf('Tilbagekalder …') + 1);
        expect(spoken, 'once').to.have.length(1);
        expect(told().join()).not.to.contain('message-recalled');
        pilot.setFaults([]);
        await recall.lookUp(id);
        expect(recall.buttons, 'a later reading counts').to.contain('Tilbagekald');
      });
    }
  }

  it('a try of one’s own was stored unheard: 409, then the next reading tells the host', async () => {
    const { recall, pilot, told } = await showRecall(id);
    const body = (await (await fetch(`${pilot.baseUrl}/messages/${id}`)).json()) as object;
    pilot.addFault({ match: RECALL, network: true, after: true, times: 1 });
    pilot.addFault({ match: 'GET /messages/*', body, times: 1 });
    await recall.recall();
    await recall.shows('Meddelelsen er ikke tilbagekaldt');
    pilot.setFaults([
      { match: RECALL, status: 409, body: { type: '/problems/already-recalled', status: 409 }, times: 1 },
      { match: 'GET /messages/*', status: 500 },
    ]);
    await recall.recall();
    await recall.shows('Information: Meddelelsen er allerede tilbagekaldt');
    expect(recall.text).not.to.contain('er ikke tilbagekaldt');
    pilot.setFaults([]);
    await recall.lookUp(id);
    await recall.shows('Kvittering for tilbagekald');
    expect(told().filter((line) => line.includes('message-recalled'))).to.have.length(1);
  });

  it('the server’s own last day passes before the value date: names the deadline', async () => {
    const { recall } = await showRecall(id, (one) =>
      one.addFault({
        match: 'GET /messages/*',
        body: makeMessage({
          messageUUID: id,
          doNotDeliverUntilDate: '2026-11-25',
          recall: { allowed: true, until: '2026-11-22' },
        }),
      }),
    );
    await atMidnight(recall);
    expect(recall.text).to.contain('Fristen for at tilbagekalde er overskredet.');
    expect(recall.text).not.to.contain('Valørdatoen er nået');
    recall.element.lang = 'en';
    await recall.shows('The deadline for recalling it has passed.');
  });

  it('the right is taken away', async () => {
    const { recall, pilot } = await showRecall(id);
    pilot.setPersona('caseworker-limited');
    await recall.recall();
    await recall.hears('Du må ikke tilbagekalde meddelelsen.');
    expect(recall.text).to.contain('‘Digital Post – Systemadministrator’');
    expect(recall.summary, 'the right to read it stays').to.contain('Indkaldelse til samtale');
  });

  it('the answer takes a while: the dialog says so, and all its buttons wait', async () => {
    const { recall, pilot } = await showRecall(id);
    await recall.ask();
    pilot.setLatency(400);
    await recall.confirm();
    const dialog = recall.one('dialog', 'Vil du tilbagekalde meddelelsen?');
    const told = recall.element.shadowRoot!.getElementById(dialog.getAttribute('aria-describedby')!);
    expect(told?.textContent).to.contain('Det kan ikke fortrydes.');
    expect(recall.dialog).to.contain('Tilbagekalder …');
    const waits = recall.all('button', '', dialog).map(({ ariaDisabled }) => ariaDisabled);
    expect(waits).to.deep.equal(['true', 'true', 'true']);
    await recall.shows('Kvittering for tilbagekald');
  });

  it('the browser is online again, and nothing was missed: asks nothing', async () => {
    const { recall, pilot } = await showRecall(id);
    const asked = pilot.requests().length;
    window.dispatchEvent(new Event('online'));
    await allAnswered();
    await recall.quiet();
    expect(pilot.requests()).to.have.length(asked);
  });

  it('the session ends: what was typed stays, what was read goes, and retry() goes on under the same key', async () => {
    const { recall, pilot, told } = await showRecall(id, (one) =>
      one.setFaults([
        { match: RECALL, status: 503, times: 1 },
        { match: RECALL, status: 401, times: 1 },
      ]),
    );
    await recall.recall();
    let retry: (() => void) | undefined;
    recall.element.addEventListener('skranke-auth-required', ({ detail }) => (retry = detail.retry));
    await recall.recall();
    await recall.hears('Du er ikke logget ind.');
    expect([recall.summary, recall.field.value]).to.deep.equal(['', id]);
    retry?.();
    await recall.shows('Indkaldelse til samtale');
    await recall.recall();
    await recall.shows('Kvittering for tilbagekald');
    expect([recalls(pilot).length, keys(pilot).length]).to.deep.equal([3, 1]);
    expect(told().filter((line) => line.includes('auth-required'))).to.have.length(1);
  });

  it('the dialog goes away while the answer is awaited: the page waits too', async () => {
    const { recall, pilot } = await showRecall(id, (one) =>
      one.addFault({ match: RECALL, status: 503, delayMs: 400, times: 1 }),
    );
    await recall.ask();
    await recall.confirm();
    // What a browser does at a second Escape.
    recall.element.shadowRoot!.querySelector('dialog')!.close();
    await recall.quiet();
    expect([recall.dialog, recall.focus]).to.deep.equal(['', 'button Tilbagekalder …']);
    expect(recall.text).not.to.contain('Kan tilbagekaldes');
    await recall.press('Tilbagekalder …');
    expect(recall.dialog).to.equal('');
    await recall.shows('Meddelelsen er ikke tilbagekaldt');
    expect(recall.focus).to.equal('button Tilbagekald');
    expect(recalls(pilot)).to.have.length(1);
  });

  it('the message is gone (404) under the dialog', async () => {
    const { recall, pilot } = await showRecall(id);
    await recall.ask();
    pilot.addFault({ match: 'GET /messages/*', status: 404 });
    recall.element.reload();
    await recall.shows('Vi kan ikke finde meddelelsen');
    await recall.quiet();
    expect([recall.dialog, recall.focus]).to.deep.equal(['', 'heading Tilbagekald en meddelelse']);
  });

  it('the browser is offline: promises nothing that is not done', async () => {
    const { recall, pilot } = await showRecall(id, (one) =>
      one.addFault({ match: RECALL, network: true, times: 1 }),
    );
    const isOnline = Object.getOwnPropertyDescriptor(Navigator.prototype, 'onLine')!;
    await recall.ask();
    Object.defineProperty(Navigator.prototype, 'onLine', { configurable: true, get: () => false });
    await recall.confirm();
    await recall.shows('Meddelelsen er ikke tilbagekaldt');
    Object.defineProperty(Navigator.prototype, 'onLine', isOnline);
    expect(recall.text).to.contain('Vi kan ikke få forbindelse. Tjek din internetforbindelse, og prøv igen.');
    expect(recalls(pilot)).to.have.length(1);
  });

  it('many use the system: says how long to wait', async () => {
    const { recall } = await showRecall(id, (one) =>
      one.addFault({ match: RECALL, status: 429, headers: { 'Retry-After': '120' }, times: 1 }),
    );
    await recall.recall();
    await recall.shows('Meddelelsen er ikke tilbagekaldt Mange bruger systemet lige nu. Vent 2 minutter');
  });
});
