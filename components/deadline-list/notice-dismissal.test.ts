import { expect } from '@open-wc/testing';
import type { ReactiveControllerHost } from '../shared/reactive-element.js';
import { BackendError } from '../shared/backend/backend-error.js';
import type { Answer, BackendClient, WriteRequest } from '../shared/backend/client.js';
import { activityOf } from '../../stories/generated-activities.js';
import { keyOf } from './deadlines.js';
import { NoticeDismissal } from './notice-dismissal.js';

const NOTICE = activityOf({ id: 'b-1', type: 'besked', title: 'Nye åbningstider' });
const OTHER = activityOf({ id: 'b-2', type: 'besked' });

const httpError = (status: number) =>
  new BackendError(
    { kind: 'http', code: 'http', status, retryable: [408, 409, 429, 500].includes(status) },
    'POST /activities/{id}/dismissal',
  );
const NETWORK = new BackendError({ kind: 'network', code: 'network', retryable: true }, 'POST');

/** A dismissal whose requests the test answers itself. */
function setUp() {
  const sent: { key: string; answer: (error?: Error) => void }[] = [];
  const told: string[] = [];
  const host = { requestUpdate: () => {} } as ReactiveControllerHost;
  const client = {
    send: <Data>({ idempotencyKey }: WriteRequest<Data>) =>
      new Promise<Answer<Data>>((resolve, reject) =>
        sent.push({
          key: idempotencyKey,
          answer: (error) => (error ? reject(error) : resolve({ data: undefined })),
        }),
      ),
  } as Partial<BackendClient> as BackendClient;
  const backend = { stores: [NOTICE], isDown: false };
  const dismissal: NoticeDismissal = new NoticeDismissal(host, {
    report: ({ info }) => told.push(info.code),
    readAgain: () => {
      told.push('read');
      const keys = backend.stores.map(keyOf);
      if (!backend.isDown) dismissal.check((key) => keys.includes(key));
      return Promise.resolve();
    },
    failed: ({ id }) => told.push(`failed ${id}`),
    done: ({ id }, isLate) => told.push(`done ${id}${isLate ? ' late' : ''}`),
  });
  const press = (activity = NOTICE) => dismissal.dismiss(activity, client, 'da');
  return { backend, dismissal, press, sent, told };
}

/** One try that fails. */
async function failOnce({ press, sent }: ReturnType<typeof setUp>, error: Error): Promise<void> {
  const pressed = press();
  sent.at(-1)!.answer(error);
  await pressed;
}

describe('dismissal of notices', () => {
  it('sends one request for fifty clicks', async () => {
    const { press, sent, told, dismissal } = setUp();
    const pressed = Array.from({ length: 50 }, () => press());
    expect(dismissal.stateOf(keyOf(NOTICE))).to.equal('busy');
    sent[0]!.answer();
    await Promise.all(pressed);
    expect(sent).to.have.length(1);
    expect(told).to.deep.equal(['done b-1']);
    expect(dismissal.stateOf(keyOf(NOTICE))).to.equal('idle');
  });

  it('removes two notices side by side, each with a key of its own', async () => {
    const { press, sent, told } = setUp();
    const pressed = [press(NOTICE), press(OTHER)];
    sent[1]!.answer();
    sent[0]!.answer();
    await Promise.all(pressed);
    expect(sent[0]!.key).not.to.equal(sent[1]!.key);
    expect(told).to.deep.equal(['done b-2', 'done b-1']);
  });

  it('tells of a failure and can be tried again', async () => {
    const one = setUp();
    await failOnce(one, httpError(403));
    expect(one.dismissal.stateOf(keyOf(NOTICE))).to.have.nested.property('info.status', 403);
    expect(one.told).to.deep.equal(['http', 'failed b-1']);
    void one.press();
    expect(one.dismissal.stateOf(keyOf(NOTICE))).to.equal('busy');
  });

  const sameKey: [string, Error][] = [
    ['a server error', httpError(500)],
    ['silence', NETWORK],
    ['a lost session', httpError(401)],
    ['a first try still under way', httpError(409)],
  ];
  for (const [name, error] of sameKey) {
    it(`keeps the key over ${name}: the first try may have been carried out`, async () => {
      const one = setUp();
      await failOnce(one, error);
      void one.press();
      expect(one.sent[1]!.key).to.equal(one.sent[0]!.key);
    });
  }

  it('takes a new key after a refusal', async () => {
    const one = setUp();
    await failOnce(one, httpError(403));
    void one.press();
    expect(one.sent[1]!.key).not.to.equal(one.sent[0]!.key);
  });

  it('takes 404 for done: it is not there any more', async () => {
    const one = setUp();
    await failOnce(one, httpError(404));
    expect(one.told).to.deep.equal(['done b-1']);
  });
});

describe('dismissal of notices: what came of it is not known', () => {
  const TIMEOUT = new BackendError({ kind: 'timeout', code: 'timeout', retryable: true }, 'POST');
  const UNREADABLE = new BackendError({ kind: 'contract', code: 'not-json', retryable: true }, 'POST');

  for (const error of [
    NETWORK,
    TIMEOUT,
    UNREADABLE,
    httpError(408),
    httpError(409),
    httpError(500),
    httpError(520),
  ]) {
    it(`reads again after ${error.message}, and is done when the notice is not there`, async () => {
      const one = setUp();
      one.backend.stores = [];
      await failOnce(one, error);
      expect(one.told).to.deep.equal([error.info.code, 'read', 'done b-1']);
      expect(one.dismissal.stateOf(keyOf(NOTICE))).to.equal('idle');
      void one.press();
      expect(one.sent[1]!.key).not.to.equal(one.sent[0]!.key);
    });
  }

  for (const status of [401, 403, 422, 429]) {
    it(`does not read again after ${status}`, async () => {
      const one = setUp();
      await failOnce(one, httpError(status));
      expect(one.told).to.deep.equal(['http', 'failed b-1']);
    });
  }

  for (const isDown of [false, true]) {
    it(`has failed when ${isDown ? 'nothing can be read' : 'the notice is still there'}`, async () => {
      const one = setUp();
      one.backend.isDown = isDown;
      await failOnce(one, NETWORK);
      expect(one.told).to.deep.equal(['network', 'read', 'failed b-1']);
      expect(one.dismissal.stateOf(keyOf(NOTICE))).to.equal(NETWORK);
    });
  }

  it('is done when a later reading does not have it', async () => {
    const one = setUp();
    await failOnce(one, NETWORK);
    one.dismissal.check(() => false);
    one.dismissal.check(() => false);
    expect(one.told.slice(3)).to.deep.equal(['done b-1']);
    expect(one.dismissal.stateOf(keyOf(NOTICE))).to.equal('idle');
  });

  it('is told once when it is seen during the next try', async () => {
    const one = setUp();
    await failOnce(one, NETWORK);
    const pressed = one.press();
    one.dismissal.check(() => false);
    one.sent[1]!.answer();
    await pressed;
    expect(one.told.slice(3)).to.deep.equal(['done b-1']);
  });
});

describe('dismissal of notices: another company may be there meanwhile', () => {
  it('goes on, under its key, and is done late', async () => {
    const { press, sent, told, dismissal } = setUp();
    const pressed = press();
    dismissal.renew();
    expect(dismissal.stateOf(keyOf(NOTICE))).to.equal('busy');
    sent[0]!.answer();
    await pressed;
    expect(told).to.deep.equal(['done b-1 late']);
    expect(dismissal.stateOf(keyOf(NOTICE))).to.equal('idle');
  });

  it('keeps its failure and its key, says nothing aloud, and concludes nothing from the other list', async () => {
    const one = setUp();
    const pressed = one.press();
    one.dismissal.renew();
    one.sent[0]!.answer(NETWORK);
    await pressed;
    one.dismissal.check(() => false);
    expect(one.told).to.deep.equal(['network', 'read']);
    expect(one.dismissal.stateOf(keyOf(NOTICE))).to.equal(NETWORK);
    void one.press();
    expect(one.sent[1]!.key).to.equal(one.sent[0]!.key);
  });

  it('keeps the key of a failure before it', async () => {
    const one = setUp();
    await failOnce(one, NETWORK);
    one.dismissal.renew();
    one.dismissal.check(() => false);
    expect(one.told.slice(3)).to.deep.equal([]);
    void one.press();
    expect(one.sent[1]!.key).to.equal(one.sent[0]!.key);
  });
});
