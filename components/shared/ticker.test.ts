import { expect } from '@open-wc/testing';
import { useFakeTime } from './testing/fake-time.js';
import { restorePage, setHidden } from './testing/page.js';
import { Ticker } from './ticker.js';

const time = useFakeTime();
/** One second before midnight in Copenhagen, in summer time. */
const EVE = Date.parse('2022-06-15T21:59:59Z');
const SECOND = 1_000;

function setUp(start = EVE) {
  const begun = time().elapsed;
  return new Ticker(() => start + time().elapsed - begun);
}

describe('ticker', () => {
  const stops: (() => void)[] = [];
  const keep = (stop: () => void) => stops.push(stop);
  afterEach(() => {
    for (const stop of stops.splice(0)) stop();
    restorePage();
  });

  it('runs a job once an interval', async () => {
    let runs = 0;
    keep(setUp().every(10 * SECOND, () => (runs += 1)));
    await time().pass(30 * SECOND);
    expect(runs).to.equal(3);
  });

  it('runs jobs of one interval at the same instants, whenever they began', async () => {
    const ticker = setUp();
    const runs: string[] = [];
    keep(ticker.every(10 * SECOND, () => runs.push(`a ${time().elapsed}`)));
    await time().pass(7 * SECOND);
    keep(ticker.every(10 * SECOND, () => runs.push(`b ${time().elapsed}`)));
    await time().pass(10 * SECOND);
    const [a, b] = runs.slice(-2).map((run) => run.slice(2));
    expect(runs.slice(-2).map(([name]) => name)).to.deep.equal(['a', 'b']);
    expect(a).to.equal(b);
  });

  it('needs one timer for many', () => {
    const ticker = setUp();
    for (let i = 1; i <= 20; i++) keep(ticker.every(i * SECOND, () => {}));
    for (let i = 1; i <= 20; i++) keep(ticker.onNewDay(() => {}));
    expect(time().pending).to.equal(1);
  });

  it('runs nothing while the page is hidden, and has no timer then', async () => {
    let runs = 0;
    keep(setUp().every(10 * SECOND, () => (runs += 1)));
    setHidden(true);
    await time().pass(60 * SECOND);
    expect([runs, time().pending]).to.deep.equal([0, 0]);
  });

  it('runs no job while the page is hidden, though it watches for the day', async () => {
    const ticker = setUp();
    const told: string[] = [];
    keep(ticker.every(10 * SECOND, () => told.push('job')));
    keep(ticker.onNewDay(() => told.push('day')));
    setHidden(true);
    await time().pass(120 * SECOND);
    expect(told).to.deep.equal(['day']);
  });

  it('runs what is due, once, when the page is seen again', async () => {
    let runs = 0;
    keep(setUp().every(10 * SECOND, () => (runs += 1)));
    setHidden(true);
    await time().pass(60 * SECOND);
    setHidden(false);
    expect(runs).to.equal(1);
    await time().pass(10 * SECOND);
    expect(runs).to.equal(2);
  });

  it('runs nothing that is not due yet when the page is seen again', async () => {
    let runs = 0;
    keep(setUp().every(600 * SECOND, () => (runs += 1)));
    setHidden(true);
    setHidden(false);
    await time().pass(0);
    expect(runs).to.equal(0);
  });

  it('leaves nothing behind when the last job has ended', () => {
    const ticker = setUp();
    const both = [ticker.every(SECOND, () => {}), ticker.onNewDay(() => {})];
    const added: string[] = [];
    const { addEventListener } = document;
    document.addEventListener = (type: string) => added.push(type);
    for (const stop of both) stop();
    setHidden(false);
    document.addEventListener = addEventListener;
    // With a job left, the listener for the visibility would be set anew.
    expect(time().pending).to.equal(0);
    expect(added).to.have.length(1);
  });

  it('may end a job twice', async () => {
    const ticker = setUp();
    let runs = 0;
    keep(ticker.every(SECOND, () => (runs += 1)));
    const stop = ticker.every(SECOND, () => {});
    stop();
    stop();
    await time().pass(SECOND);
    expect(runs).to.equal(1);
  });

  it('does not run a job that an earlier one has ended', async () => {
    const ticker = setUp();
    const stop = { other: () => {} };
    let runs = 0;
    keep(ticker.every(SECOND, () => stop.other()));
    stop.other = ticker.every(SECOND, () => (runs += 1));
    await time().pass(2 * SECOND);
    expect(runs).to.equal(0);
  });
});

describe('new day', () => {
  const stops: (() => void)[] = [];
  const keep = (stop: () => void) => stops.push(stop);
  afterEach(() => {
    for (const stop of stops.splice(0)) stop();
    restorePage();
  });

  it('is told at midnight in Copenhagen, once', async () => {
    const told: number[] = [];
    keep(setUp().onNewDay(() => told.push(time().elapsed)));
    await time().pass(120 * SECOND);
    expect(told).to.deep.equal([SECOND]);
  });

  for (const [name, eve] of [
    ['begins', '2022-03-27T21:59:59Z'],
    ['ends', '2022-10-30T22:59:59Z'],
    ['has begun in the night', '2022-03-26T22:59:59Z'],
    ['has ended in the night', '2022-10-29T21:59:59Z'],
  ] as const) {
    it(`is told at midnight on the day when summer time ${name}`, async () => {
      const told: number[] = [];
      keep(setUp(Date.parse(eve)).onNewDay(() => told.push(time().elapsed)));
      await time().pass(3 * 3_600 * SECOND);
      expect(told).to.deep.equal([SECOND]);
    });
  }

  it('is not told at midnight elsewhere', async () => {
    const told: number[] = [];
    keep(setUp(Date.parse('2022-06-15T23:59:00Z')).onNewDay(() => told.push(time().elapsed)));
    await time().pass(120 * SECOND);
    expect(told).to.deep.equal([]);
  });

  it('is told soon after the computer has slept over it', async () => {
    let clock = EVE;
    const told: string[] = [];
    keep(new Ticker(() => clock).onNewDay(() => told.push('day')));
    clock += 8 * 3_600 * SECOND;
    await time().pass(60 * SECOND);
    expect(told).to.deep.equal(['day']);
  });

  it('is told at once when the clock was replaced', () => {
    let clock = EVE;
    const ticker = new Ticker(() => clock);
    const told: string[] = [];
    keep(ticker.onNewDay(() => told.push('day')));
    clock += SECOND;
    ticker.check();
    expect(told).to.deep.equal(['day']);
  });

  it('is not told of a day that passed while nobody listened', async () => {
    let clock = EVE;
    const ticker = new Ticker(() => clock);
    ticker.onNewDay(() => {})();
    clock += SECOND;
    const told: string[] = [];
    keep(ticker.onNewDay(() => told.push('day')));
    await time().pass(60 * SECOND);
    expect(told).to.deep.equal([]);
  });
});
