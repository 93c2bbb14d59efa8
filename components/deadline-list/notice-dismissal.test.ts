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
    { kind: 'http', code: 'http', status, retryable: true },
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
  const dismissal = new NoticeDismissal(host, {
    failed: ({ id }) => {
      told.push(`failed ${id}`);
      return { heading: 'Ikke fjernet', text: '' };
    },
    done: ({ id }) => told.push(`done ${id}`),
  });
  const press = (activity = NOTICE) => dismissal.dismiss(activity, client, 'da');
  return { dismissal, press, sent, told };
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
    await failOnce(one, httpError(500));
    expect(one.dismissal.stateOf(keyOf(NOTICE))).to.deep.equal({ heading: 'Ikke fjernet', text: '' });
    expect(one.told).to.deep.equal(['failed b-1']);
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

  for (const error of [undefined, httpError(500)]) {
    it(`ignores ${error ? 'a failure' : 'an answer'} that comes for the company before`, async () => {
      const { press, sent, told, dismissal } = setUp();
      const pressed = press();
      dismissal.clear();
      sent[0]!.answer(error);
      await pressed;
      expect(told).to.deep.equal([]);
      expect(dismissal.stateOf(keyOf(NOTICE))).to.equal('idle');
    });
  }
});
