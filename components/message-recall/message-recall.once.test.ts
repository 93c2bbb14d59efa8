import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { messageTestIds as messages } from '../../mocks/index.js';
import {
  addRecall,
  keys,
  recalls,
  restarted,
  showRecall,
  stored,
  type Page,
} from '../../stories/message-recall.fixture.js';
import type { BrowserPilot } from '../../mocks/browser.js';
import { configure } from '../shared/page-state.js';
import { captureConsole } from '../shared/testing/console-lines.js';
import { deaf, later } from '../shared/testing/fake-fetch.js';
import { until } from '../shared/testing/harness.js';
import { resetConfiguration } from '../shared/testing/page.js';

const { id } = messages.recallable;
const RECALL = 'POST /messages/*/recall';

/** The event of a recall, at the pilot's own time. */
const RECALLED = `skranke-message-recalled ${JSON.stringify({
  messageId: id,
  recalledAt: '2026-11-22T10:00:00+01:00',
})}`;

const recalledEvents = ({ told }: Page) => told().filter((line) => line.includes('message-recalled'));

/** The right receipt, one recall stored, one key. */
async function expectOnce(page: Page, posts: number): Promise<void> {
  const { recall, pilot } = page;
  await recall.shows('Kvittering for tilbagekald');
  expect(recall.fact('Tilbagekaldt')).to.equal('22. november 2026 kl. 10:00 (dansk tid)');
  expect(await stored(pilot, id)).to.equal(1);
  expect(recalls(pilot)).to.have.length(posts);
  expect(keys(pilot)).to.have.length(1);
  expect(recalledEvents(page)).to.deep.equal([RECALLED]);
}

/** The next recall waits for `send`, and its answer until `giveUp`: what the client's own time-out does. */
function slowRecall() {
  const { timeout } = AbortSignal;
  const timer = new AbortController();
  const held = later();
  configure({
    fetch: async (input, init = {}) => {
      if (init.method !== 'POST' || timer.signal.aborted) return fetch(input, init);
      void held.reply().then(() => fetch(input, { ...init, signal: null }));
      return deaf();
    },
  });
  return {
    /** The request is on its way: the timer that is asked for next is that of the recall. */
    arm: () => {
      AbortSignal.timeout = () => {
        AbortSignal.timeout = timeout;
        return timer.signal;
      };
    },
    send: () => held.give(new Response()),
    giveUp: () => timer.abort(new DOMException('timed out', 'TimeoutError')),
  };
}

const CONDITIONS = { 'a pilot that honours keys and If-Match': true, 'one that ignores both': false };

for (const [which, honours] of Object.entries(CONDITIONS)) {
  describe(`a message is recalled once, with ${which}:`, () => {
    captureConsole();
    resetConfiguration();
    const show = (before?: (pilot: BrowserPilot) => void) =>
      showRecall(id, (pilot) => {
        pilot.setConditions({ idempotency: honours, ifMatch: honours });
        before?.(pilot);
      });

    it('50 rapid clicks', async () => {
      const page = await show();
      await page.recall.ask();
      const button = page.recall.one('button', 'Bekræft');
      for (let click = 0; click < 50; click++) button.click();
      await expectOnce(page, 1);
      for (let click = 0; click < 50; click++) button.click();
      await expectOnce(page, 1);
    });

    it('Enter held down, from the field on', async () => {
      const page = await show();
      page.pilot.setLatency(60);
      page.recall.one('button', /^Tilbagekald$/).focus();
      for (let repeat = 0; repeat < 5; repeat++) await sendKeys({ down: 'Enter' });
      await sendKeys({ up: 'Enter' });
      expect(recalls(page.pilot), 'the dialog is not answered by the key that opened it').to.have.length(0);
      page.recall.one('button', 'Bekræft').focus();
      for (let repeat = 0; repeat < 10; repeat++) await sendKeys({ down: 'Enter' });
      await page.recall.shows('Kvittering for tilbagekald');
      for (let repeat = 0; repeat < 5; repeat++) await sendKeys({ down: 'Enter' });
      await sendKeys({ up: 'Enter' });
      await expectOnce(page, 1);
    });

    it('a 503, then a retry', async () => {
      const page = await show((pilot) => pilot.addFault({ match: RECALL, status: 503, times: 1 }));
      await page.recall.recall();
      await page.recall.shows('Meddelelsen er ikke tilbagekaldt Systemet er lukket lige nu.');
      expect(page.recall.focus).to.equal('button Tilbagekald');
      expect(await stored(page.pilot, id)).to.equal(0);
      await page.recall.ask();
      await page.recall.cancel();
      await page.recall.recall();
      await expectOnce(page, 2);
      expect(page.recall.focus).to.equal('heading Kvittering for tilbagekald');
    });

    it('an answer that is lost after it was stored', async () => {
      const page = await show((pilot) =>
        pilot.addFault({ match: RECALL, network: true, after: true, times: 1 }),
      );
      await page.recall.recall();
      await expectOnce(page, 1);
      expect(page.recall.text).to.contain('Udført: Meddelelsen er tilbagekaldt');
    });

    it('a time-out after it was stored', async () => {
      const page = await show();
      const { arm, send, giveUp } = slowRecall();
      await restarted(page.recall);
      await page.recall.ask();
      arm();
      await page.recall.confirm();
      send();
      await until('it to be stored', () => recalls(page.pilot)[0]?.status === 200);
      giveUp();
      await expectOnce(page, 1);
      expect(page.told().join()).to.contain('"kind":"timeout"');
    });

    it('one that is carried out only after the time-out, and tried again', async () => {
      const page = await show();
      const { arm, send, giveUp } = slowRecall();
      await restarted(page.recall);
      await page.recall.ask();
      arm();
      await page.recall.confirm();
      giveUp();
      await page.recall.shows('Meddelelsen er ikke tilbagekaldt');
      send();
      await until('it to be stored', () => recalls(page.pilot)[0]?.status === 200);
      await page.recall.recall();
      await expectOnce(page, 2);
    });

    it('in two tabs, that end on the same receipt', async () => {
      const first = await show();
      const second = await addRecall(first.pilot, id);
      await first.recall.ask();
      await first.recall.confirm();
      await second.recall.ask();
      await second.recall.confirm();
      for (const { recall } of [first, second]) {
        await recall.shows('Kvittering for tilbagekald');
        expect(recall.fact('Tilbagekaldt')).to.equal('22. november 2026 kl. 10:00 (dansk tid)');
      }
      expect(await stored(first.pilot, id)).to.equal(1);
      expect([...recalledEvents(first), ...recalledEvents(second)]).to.deep.equal([RECALLED]);
    });

    it('whatever was being read when it was sent', async () => {
      const page = await show();
      await page.recall.ask();
      const body = (await (await fetch(`${page.pilot.baseUrl}/messages/${id}`)).json()) as object;
      page.pilot.addFault({ match: 'GET /messages/*', body, delayMs: 400, times: 1 });
      page.recall.element.reload();
      await until('the reading', () => page.recall.text.includes('Henter …'));
      await page.recall.confirm();
      await expectOnce(page, 1);
      await new Promise((resolve) => setTimeout(resolve, 500));
      await page.recall.quiet();
      await expectOnce(page, 1);
      expect(page.recall.buttons).not.to.contain('Tilbagekald');
    });

    it('and looked up again meanwhile: that waits, and shows what came of it', async () => {
      const page = await show((pilot) => pilot.addFault({ match: RECALL, delayMs: 400, times: 1 }));
      await page.recall.ask();
      await page.recall.confirm();
      page.recall.element.lang = 'en';
      await page.recall.shows('Loading …');
      await page.recall.quiet();
      expect(page.pilot.requests().filter(({ method }) => method === 'GET')).to.have.length(1);
      await page.recall.shows('Receipt for the recall');
      await page.recall.quiet();
      expect(page.recall.fact('Recalled')).to.equal('22 November 2026 at 10:00 (Danish time)');
      expect(page.recall.buttons).not.to.contain('Recall');
      expect(recalledEvents(page)).to.deep.equal([RECALLED]);
    });

    it('and a backend that is behind does not take it back', async () => {
      const page = await show();
      const body = (await (await fetch(`${page.pilot.baseUrl}/messages/${id}`)).json()) as object;
      await page.recall.recall();
      page.pilot.addFault({ match: 'GET /messages/*', body });
      page.recall.element.reload();
      await page.recall.settled();
      await expectOnce(page, 1);
    });

    it('an outcome that nobody can tell, until the browser is online again: it was not', async () => {
      const page = await show((pilot) => {
        pilot.addFault({ match: RECALL, network: true, times: 1 });
        pilot.addFault({ match: 'GET /messages/*', times: 1 });
        pilot.addFault({ match: 'GET /messages/*', status: 500, times: 1 });
      });
      await page.recall.recall();
      await page.recall.shows('Vi ved ikke, om meddelelsen er tilbagekaldt');
      window.dispatchEvent(new Event('online'));
      await page.recall.shows(
        'Meddelelsen er ikke tilbagekaldt Tilbagekald den igen, hvis den skal stoppes.',
      );
      await page.recall.recall();
      await expectOnce(page, 2);
    });

    it('an outcome that nobody can tell, until somebody can', async () => {
      const page = await show((pilot) => {
        pilot.addFault({ match: RECALL, network: true, after: true, times: 1 });
        pilot.addFault({ match: 'GET /messages/*', times: 1 });
        pilot.addFault({ match: 'GET /messages/*', status: 500, times: 1 });
      });
      await page.recall.recall();
      await page.recall.shows('Vi ved ikke, om meddelelsen er tilbagekaldt');
      expect(page.recall.focus).to.equal('heading Indkaldelse til samtale');
      expect(page.recall.buttons, 'first look, then act').not.to.contain('Tilbagekald');
      expect(recalledEvents(page)).to.deep.equal([]);
      await page.recall.retry();
      await expectOnce(page, 1);
      await page.recall.hears('Meddelelsen er tilbagekaldt');
    });
  });
}
