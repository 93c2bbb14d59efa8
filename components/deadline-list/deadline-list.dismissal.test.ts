import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { BrowserPilot } from '../../mocks/browser.js';
import { makeActivityList, makeBesked } from '../../mocks/mit-virk/factories.js';
import { configure } from '../shared/page-state.js';
import { until } from '../shared/testing/harness.js';
import { comeBackAfter, reads, showList, withdraw } from '../../stories/deadline-list.fixture.js';

const writes = (pilot: BrowserPilot) => pilot.requests().filter(({ method }) => method === 'POST');
const keys = (pilot: BrowserPilot) => writes(pilot).map(({ headers }) => headers['idempotency-key']);
const NOTICES = { types: 'besked' };

describe('deadline list: removing a notice', () => {
  it('takes the card away, says so, moves the focus to the heading, and tells the host', async () => {
    const { list, pilot, events } = await showList(NOTICES);
    await list.dismiss('Nye åbningstider');
    await list.hears('Beskeden Nye åbningstider er fjernet.');
    await list.quiet();
    expect(list.text).not.to.contain('Nye åbningstider');
    expect(list.focus).to.equal('heading Beskeder');
    expect(events.at(-1)!.type).to.equal('skranke-notice-dismissed');
    expect(events.at(-1)!.detail).to.deep.equal({ id: 'b-1' });
    expect(writes(pilot).map(({ path, status }) => [path, status])).to.deep.equal([
      ['/activities/b-1/dismissal', 204],
    ]);
  });

  it('stays away at the next look for news, also while the backend’s index lags', async () => {
    const page = await showList(NOTICES, (pilot) =>
      // Answers that it is done, and does nothing.
      pilot.addFault({ match: 'POST /activities/*', status: 204 }),
    );
    await page.list.dismiss('Nye åbningstider');
    await page.list.hears('er fjernet');
    await comeBackAfter(60, page);
    expect(page.list.text).not.to.contain('Nye åbningstider');
  });

  it('is still empty when the index has only what was removed', async () => {
    const page = await showList(NOTICES, (pilot) => {
      pilot.addFault({ match: 'POST /activities/*', status: 204 });
      pilot.addFault({ match: 'GET /activities*', body: makeActivityList([makeBesked()]) });
    });
    await page.list.dismiss('Nye åbningstider');
    await page.list.hears('er fjernet');
    await comeBackAfter(60, page);
    expect(page.list.state).to.equal('empty');
    expect(page.list.text).to.contain('Her er ikke noget lige nu');
  });

  it('goes to the part’s heading beside other parts', async () => {
    const { list } = await showList({ types: 'frist besked' });
    await list.dismiss('Nye åbningstider');
    await list.hears('er fjernet');
    await list.quiet();
    expect(list.focus).to.equal('heading Beskeder');
  });

  it('leaves nothing but the words for nothing after the last one', async () => {
    const { list } = await showList(NOTICES);
    for (const title of ['Nye åbningstider', 'Møde om affald', 'Nyt skema']) {
      await list.dismiss(title);
      await list.hears(`Beskeden ${title}`);
    }
    await list.quiet();
    expect(list.state).to.equal('empty');
    expect(list.focus).to.equal('heading Beskeder');
  });

  it('sends one request for fifty clicks', async () => {
    const { list, pilot } = await showList(NOTICES, (controls) => controls.setLatency(50));
    const button = list.one('button', 'Fjern beskeden Nye åbningstider');
    for (let click = 0; click < 50; click++) button.click();
    await list.hears('er fjernet');
    expect(writes(pilot)).to.have.length(1);
  });

  it('sends one request while Enter is held', async () => {
    const { list, pilot } = await showList(NOTICES, (controls) => controls.setLatency(50));
    list.one('button', 'Fjern beskeden Nye åbningstider').focus();
    // Without its end a key repeats: each press here is one repetition.
    for (let repeat = 0; repeat < 10; repeat++) await sendKeys({ down: 'Enter' });
    await sendKeys({ up: 'Enter' });
    await list.hears('er fjernet');
    expect(writes(pilot)).to.have.length(1);
  });

  it('says that it is under way, and keeps the focus on the button', async () => {
    const { list } = await showList(NOTICES, (controls) =>
      controls.addFault({ match: 'POST /activities/*', delayMs: 300 }),
    );
    await list.dismiss('Nye åbningstider');
    expect(list.focus).to.equal('button Fjerner …');
    await list.hears('er fjernet');
  });

  it('takes a notice that is not there any more for removed', async () => {
    const { list, pilot } = await showList(NOTICES);
    await withdraw(pilot, 'beskeder', 'b-1');
    await list.dismiss('Nye åbningstider');
    await list.hears('Beskeden Nye åbningstider er fjernet.');
  });
});

describe('deadline list: removing a notice that fails', () => {
  it('keeps the card, says why on it and aloud, and keeps the focus', async () => {
    const { list, events } = await showList(NOTICES, (pilot) =>
      pilot.addFault({ match: 'POST /activities/*', status: 503 }),
    );
    await list.dismiss('Nye åbningstider');
    await list.shows('Beskeden Nye åbningstider blev ikke fjernet');
    expect(list.text).to.contain('Systemet er lukket lige nu. Prøv igen om nogle minutter.');
    await list.hears('Beskeden Nye åbningstider blev ikke fjernet. Systemet er lukket lige nu.');
    expect(list.focus).to.equal('button Fjern beskeden Nye åbningstider');
    expect(list.state).to.equal('ready');
    expect(events.at(-1)!.type).to.equal('skranke-error');
  });

  it('promises no other try for what was sent offline', async () => {
    const { list, pilot } = await showList(NOTICES);
    const isOnline = Object.getOwnPropertyDescriptor(Navigator.prototype, 'onLine')!;
    Object.defineProperty(Navigator.prototype, 'onLine', { configurable: true, get: () => false });
    pilot.setScenario('offline');
    await list.dismiss('Nye åbningstider');
    await list.shows('Beskeden Nye åbningstider blev ikke fjernet');
    Object.defineProperty(Navigator.prototype, 'onLine', isOnline);
    const card = list.element.shadowRoot!.querySelector('[part~=notice] .message')!;
    expect(card.textContent).to.contain('prøv igen').and.not.contain('Vi prøver igen');
  }).timeout(20_000);

  it('is tried again with the same key', async () => {
    const { list, pilot } = await showList(NOTICES, (controls) =>
      controls.addFault({ match: 'POST /activities/*', network: true, times: 1 }),
    );
    await list.dismiss('Nye åbningstider');
    await list.shows('blev ikke fjernet');
    await list.dismiss('Nye åbningstider');
    await list.hears('er fjernet');
    const [first, second] = keys(pilot);
    expect(first).to.be.a('string').and.to.equal(second);
  });

  it('is tried again with a key of its own after a refusal', async () => {
    const { list, pilot } = await showList(NOTICES, (controls) =>
      controls.addFault({ match: 'POST /activities/*', status: 403, times: 1 }),
    );
    await list.dismiss('Nye åbningstider');
    await list.shows('Du har ikke adgang');
    await list.dismiss('Nye åbningstider');
    await list.hears('er fjernet');
    expect(new Set(keys(pilot)).size).to.equal(2);
  });

  it('never tries by itself: who knows what was carried out', async () => {
    const { list, pilot } = await showList(NOTICES, (controls) =>
      controls.addFault({ match: 'POST /activities/*', status: 503 }),
    );
    await list.dismiss('Nye åbningstider');
    await list.shows('blev ikke fjernet');
    expect(writes(pilot)).to.have.length(1);
    expect(reads(pilot), 'but looks what is stored').to.have.length(2);
  });

  it('does not touch another notice under way', async () => {
    const { list } = await showList(NOTICES, (pilot) =>
      pilot.addFault({ match: 'POST /activities/b-1/*', status: 500, delayMs: 50 }),
    );
    await list.dismiss('Nye åbningstider');
    await list.dismiss('Nyt skema');
    await list.hears('Beskeden Nyt skema til indberetning er fjernet.');
    await list.shows('Beskeden Nye åbningstider blev ikke fjernet');
  });

  it('asks for a login on 401, and can be done after it with the same key', async () => {
    const { list, pilot, events } = await showList(NOTICES, (controls) =>
      controls.addFault({ match: 'POST /activities/*', status: 401, times: 1 }),
    );
    await list.dismiss('Nye åbningstider');
    await list.shows('Du er ikke logget ind');
    const asked = events.at(-1) as CustomEvent<{ retry: () => void }>;
    expect(asked.type).to.equal('skranke-auth-required');
    asked.detail.retry();
    await list.settled();
    await list.dismiss('Nye åbningstider');
    await list.hears('er fjernet');
    expect(new Set(keys(pilot)).size).to.equal(1);
  });
});

describe('deadline list: removing a notice whose answer is lost', () => {
  const LOST = { match: 'POST /activities/*', network: true, after: true, times: 1 };

  it('reads the list again: what is carried out is told as such', async () => {
    const { list, pilot, events } = await showList(NOTICES, (controls) => {
      controls.setIndexDelay(0);
      controls.addFault(LOST);
    });
    await list.dismiss('Nye åbningstider');
    await list.hears('Beskeden Nye åbningstider er fjernet.');
    await list.quiet();
    expect(list.announcements).to.have.length(1);
    expect(list.text).not.to.contain('Nye åbningstider').and.not.to.contain('ikke fjernet');
    expect(list.focus).to.equal('heading Beskeder');
    expect(events.map(({ type }) => type)).to.deep.equal([
      'skranke-ready',
      'skranke-error',
      'skranke-notice-dismissed',
    ]);
    expect([writes(pilot).length, reads(pilot).length]).to.deep.equal([1, 2]);
  });

  it('says so later when only then it is seen to be carried out', async () => {
    const page = await showList(NOTICES, (pilot) => pilot.addFault(LOST));
    const { list, pilot, events } = page;
    pilot.addFault({ match: 'GET /activities*', status: 500, times: 1 });
    await list.dismiss('Nye åbningstider');
    await list.shows('blev ikke fjernet');
    pilot.setIndexDelay(0);
    await comeBackAfter(60, page);
    await list.hears('Beskeden Nye åbningstider er fjernet.');
    expect(list.text).not.to.contain('Nye åbningstider');
    expect(events.at(-1)!.type).to.equal('skranke-notice-dismissed');
  });
});

describe('deadline list: removing a notice while the page is configured anew', () => {
  const SLOW = { match: 'POST /activities/*', delayMs: 300, times: 1 };
  const rotate = () => configure({ headers: { 'X-Portal': 'ny' } });
  afterEach(() => configure({ headers: undefined }));

  it('a late answer takes the card away from the list that was read meanwhile', async () => {
    const { list, pilot, events } = await showList(NOTICES, (controls) => controls.addFault(SLOW));
    await list.dismiss('Nye åbningstider');
    rotate();
    await until('the new list', () => reads(pilot).length === 2 && list.state === 'ready');
    expect(list.buttons, 'still under way').to.include('Fjerner …');
    await list.hears('Beskeden Nye åbningstider er fjernet.');
    await list.quiet();
    expect(list.text).not.to.contain('Nye åbningstider');
    expect(events.at(-1)!.type).to.equal('skranke-notice-dismissed');
    expect(writes(pilot)).to.have.length(1);
  });

  it('a late answer names nothing that is not on screen any more', async () => {
    const { list, events } = await showList(NOTICES, (controls) => controls.addFault(SLOW));
    await list.dismiss('Nye åbningstider');
    list.element.types = 'frist';
    await until('the late answer', () => events.at(-1)?.type === 'skranke-notice-dismissed');
    await list.quiet();
    expect(list.announcements.join()).not.to.contain('Nye åbningstider');
  });

  it('a failure keeps its words and its key', async () => {
    const { list, pilot } = await showList(NOTICES, (controls) =>
      controls.addFault({ match: 'POST /activities/*', status: 503, times: 1 }),
    );
    await list.dismiss('Nye åbningstider');
    await list.shows('blev ikke fjernet');
    rotate();
    await until('the new list', () => reads(pilot).length === 3 && list.state === 'ready');
    await list.shows('Beskeden Nye åbningstider blev ikke fjernet');
    await list.dismiss('Nye åbningstider');
    await list.hears('er fjernet');
    expect(new Set(keys(pilot)).size).to.equal(1);
  });

  it('a removed notice stays away although the index lags', async () => {
    const { list, pilot } = await showList(NOTICES, (controls) =>
      controls.addFault({ match: 'POST /activities/*', status: 204 }),
    );
    await list.dismiss('Nye åbningstider');
    await list.hears('er fjernet');
    rotate();
    await until('the new list', () => reads(pilot).length === 2 && list.state === 'ready');
    await list.quiet();
    expect(list.text).not.to.contain('Nye åbningstider');
  });

  it('does not bring back a list that an unusable address has taken away', async () => {
    const { list, events } = await showList(NOTICES, (controls) => controls.addFault(SLOW));
    await list.dismiss('Nye åbningstider');
    list.element.backendUrl = 'ftp://example.dk';
    await until('the late answer', () => events.at(-1)!.type === 'skranke-notice-dismissed');
    expect(list.state).to.equal('error');
  });
});

describe('deadline list: the focus when a notice is removed', () => {
  it('stays with a user who has gone on meanwhile', async () => {
    const { list } = await showList(NOTICES, (controls) => controls.setLatency(100));
    await list.dismiss('Nye åbningstider');
    list.one('button', 'Fjern beskeden Nyt skema').focus();
    await list.hears('er fjernet');
    await list.quiet();
    expect(list.focus).to.contain('Fjern beskeden Nyt skema');
  });
});
