import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { BrowserPilot } from '../../mocks/browser.js';
import { comeBackAfter, showList, withdraw } from '../../stories/deadline-list.fixture.js';

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

  it('is tried again with the same key', async () => {
    const { list, pilot } = await showList(NOTICES, (controls) =>
      // Carried out, and the answer lost: the case that the key is for.
      controls.addFault({ match: 'POST /activities/*', network: true, after: true, times: 1 }),
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
