import { expect } from '@open-wc/testing';
import { BackendError, type BackendErrorInfo } from '../shared/backend/backend-error.js';
import type { Answer, BackendClient, ReadRequest, WriteRequest } from '../shared/backend/client.js';
import type { ReactiveController, ReactiveControllerHost } from '../shared/reactive-element.js';
import { CprNumber } from './cpr-number.js';
import { Recalls } from './recalls.js';

const ID = '63fe3b8e-89c0-4d93-b502-e275cc54621b';
const RECALLED = {
  messageUUID: ID,
  label: 'Brev',
  status: 'RECALLED',
  recalledAt: '2023-07-20T12:00:00+02:00',
};
const WAITING = { messageUUID: ID, label: 'Brev', status: 'AWAITING_VALUE_DATE' };

const failure = (info: Partial<BackendErrorInfo>) =>
  new BackendError({ kind: 'http', code: 'http', retryable: true, ...info }, 'POST');
const DOWN = failure({ kind: 'network', code: 'network' });

/** A backend that gives these answers in turn: to recalls, and to look-ups. */
function setUp({ sends = [], looks = [] }: { sends?: unknown[]; looks?: unknown[] }) {
  const asked: string[] = [];
  const keys: string[] = [];
  function reply<Data>(answers: unknown[], { read }: ReadRequest<Data>): Promise<Answer<Data>> {
    const answer = answers.shift();
    if (answer instanceof Error) return Promise.reject(answer);
    return Promise.resolve({ data: read(answer) });
  }
  const client = {
    send: <Data>(request: WriteRequest<Data>) => {
      asked.push(`recall ${request.lang} ${String(request.ifMatch)}`);
      keys.push(request.idempotencyKey);
      return reply(sends, request);
    },
    get: <Data>(request: ReadRequest<Data>) => {
      asked.push(`look ${request.lang}`);
      return reply(looks, request);
    },
  } as Partial<BackendClient> as BackendClient;
  const recalls = new Recalls();
  const recall = () => recalls.recall(client, { id: ID, etag: '"e"', lang: 'en' });
  return { recalls, recall, asked, keys };
}

describe('recalls', () => {
  it('are done when the backend says so, and settled by whoever has shown it', async () => {
    const { recalls, recall, asked, keys } = setUp({ sends: [RECALLED, DOWN, RECALLED], looks: [WAITING] });
    const outcome = await recall();
    expect(outcome).to.deep.include({ is: 'done', isOurs: true, failures: [] });
    expect(outcome?.answer?.data?.status).to.equal('RECALLED');
    expect(asked).to.deep.equal(['recall en "e"']);
    expect(recalls.isDone(ID)).to.be.false;
    recalls.settle(ID);
    expect([recalls.isDone(ID), recalls.isDone('another')]).to.deep.equal([true, false]);
    await recall();
    expect(keys[1]).not.to.equal(keys[0]);
    expect(recalls.isUnsure(ID)).to.be.true;
    recalls.settle(ID);
    expect(recalls.isUnsure(ID)).to.be.false;
  });

  it('are one at a time for a message', async () => {
    const { recalls, recall, asked } = setUp({ sends: [RECALLED, RECALLED] });
    const first = recall();
    const isBusyWhenOver = recalls.over(ID).then(() => recalls.isBusy(ID));
    expect([recalls.isBusy(ID), recalls.isBusy('another')]).to.deep.equal([true, false]);
    expect(await recall()).to.equal(undefined);
    expect(await isBusyWhenOver, 'what is read waits').to.be.false;
    expect((await first)?.is).to.equal('done');
    expect([recalls.isBusy(ID), asked.length]).to.deep.equal([false, 1]);
    expect((await recall())?.is).to.equal('done');
  });

  const settled: [what: string, info: Partial<BackendErrorInfo>][] = [
    ['a wrong setting', { kind: 'config', code: 'config' }],
    ['401', { status: 401 }],
    ['403', { status: 403 }],
    ['404', { status: 404 }],
    ['429', { status: 429 }],
  ];
  for (const [what, info] of settled) {
    it(`are not done after ${what}, and there is nothing to look up`, async () => {
      const failed = failure(info);
      const { recalls, recall, asked } = setUp({ sends: [failed] });
      const outcome = await recall();
      expect(outcome).to.deep.equal({ is: 'not-done', isOurs: false, answer: undefined, failures: [failed] });
      expect([asked.length, recalls.isUnsure(ID)]).to.deep.equal([1, false]);
    });
  }

  const lookedUp: [what: string, info: Partial<BackendErrorInfo>, isRefusal: boolean][] = [
    ['400', { status: 400 }, true],
    ['409', { status: 409 }, true],
    ['412', { status: 412 }, true],
    ['499', { status: 499 }, true],
    ['408', { status: 408 }, false],
    ['425', { status: 425 }, false],
    ['409 while a try is under way', { status: 409, code: 'in-progress' }, false],
    ['500', { status: 500 }, false],
    ['silence', { kind: 'network', code: 'network' }, false],
    ['an answer that cannot be read', { kind: 'contract', code: 'bad-shape', status: 200 }, false],
  ];
  for (const [what, info, isRefusal] of lookedUp) {
    it(`are looked up after ${what}, ${isRefusal ? 'which was a no' : 'since it may have been done'}`, async () => {
      const failed = failure(info);
      const { recalls, recall, asked } = setUp({
        sends: [failed, failed, failed],
        looks: [WAITING, DOWN, RECALLED],
      });
      const waiting = await recall();
      expect(waiting).to.deep.include({ is: 'not-done', isOurs: false, failures: [failed] });
      expect(waiting?.answer?.data?.status).to.equal('AWAITING_VALUE_DATE');
      expect([asked, recalls.isUnsure(ID)]).to.deep.equal([['recall en "e"', 'look en'], !isRefusal]);
      expect(await recall()).to.deep.equal({
        is: isRefusal ? 'not-done' : 'unknown',
        isOurs: false,
        answer: undefined,
        failures: [failed, DOWN],
      });
      expect(await recall()).to.deep.include({ is: 'done', isOurs: !isRefusal, failures: [failed] });
    });
  }

  it('are not done where the look-up says nothing of the message', async () => {
    const { recall } = setUp({ sends: [failure({ status: 409 })], looks: [{}] });
    const outcome = await recall();
    expect([outcome?.is, outcome?.failures.length, outcome?.answer]).to.deep.equal([
      ...['not-done', 1, { data: undefined }],
    ]);
  });

  it('are ours, too, where a try before the no may have been carried out', async () => {
    const { recall } = setUp({ sends: [DOWN, failure({ status: 409 })], looks: [DOWN, RECALLED] });
    expect((await recall())?.is).to.equal('unknown');
    expect(await recall()).to.deep.include({ is: 'done', isOurs: true });
  });

  it('keep their key over tries whose outcome is not known, and take a new one after a no', async () => {
    const { recall, keys } = setUp({
      sends: [DOWN, failure({ status: 412 }), DOWN],
      looks: [WAITING, WAITING, WAITING],
    });
    for (let tries = 0; tries < 3; tries++) await recall();
    expect(keys[1]).to.equal(keys[0]);
    expect(keys[2]).not.to.equal(keys[1]);
  });
});

describe('a CPR number', () => {
  function setUpNumber(...answers: (string | Error)[]) {
    const controllers: ReactiveController[] = [];
    const told: unknown[] = [];
    const host = {
      addController: (one: ReactiveController) => controllers.push(one),
      requestUpdate: () => {},
    } as Partial<ReactiveControllerHost> as ReactiveControllerHost;
    const number = new CprNumber(host, {
      fetch: (signal) => {
        told.push(signal.aborted ? 'aborted' : 'asked');
        const answer = answers.shift();
        return answer instanceof Error ? Promise.reject(answer) : Promise.resolve({ data: answer });
      },
      changed: (isShown) => told.push(isShown),
      failed: (error) => told.push(error),
    });
    return { number, told, leave: () => controllers.forEach((one) => one.hostDisconnected?.()) };
  }
  /** Lets a request be answered. */
  const pause = () => new Promise((resolve) => setTimeout(resolve));

  it('is shown as it is when it is whole, and hidden again', () => {
    const { number, told } = setUpNumber();
    expect([number.shown, number.isLost]).to.deep.equal([undefined, false]);
    number.toggle('1112131016');
    expect(number.shown).to.equal('1112131016');
    number.toggle('1112131016');
    expect([number.shown, told]).to.deep.equal([undefined, [true, false]]);
  });

  it('is asked for when it is masked', async () => {
    const { number, told } = setUpNumber('1112131016');
    number.toggle('111213****');
    expect(number.shown).to.equal(undefined);
    await pause();
    expect([number.shown, told]).to.deep.equal(['1112131016', ['asked', true]]);
  });

  it('is lost when it cannot be fetched, until the next try', async () => {
    const { number, told } = setUpNumber(DOWN, '1112131016');
    number.toggle('111213****');
    await pause();
    expect([number.isLost, number.shown, told]).to.deep.equal([true, undefined, ['asked', DOWN]]);
    number.toggle('111213****');
    expect(number.isLost).to.be.false;
    await pause();
    expect(number.shown).to.equal('1112131016');
  });

  it('is gone when the element is, also when it comes after that', async () => {
    const { number, told, leave } = setUpNumber('1112131016');
    number.toggle('1112131016');
    leave();
    expect(number.shown).to.equal(undefined);
    number.toggle('111213****');
    leave();
    await pause();
    expect([number.shown, told]).to.deep.equal([undefined, [true, 'asked']]);
  });

  it('is not shown when it was hidden before it came', async () => {
    const { number } = setUpNumber('1112131016');
    number.toggle('111213****');
    number.hide();
    await pause();
    expect(number.shown).to.equal(undefined);
  });
});
