import { expect } from '@open-wc/testing';
import type { Answer, BackendClient } from '../shared/backend/client.js';
import type { ReactiveControllerHost } from '../shared/reactive-element.js';
import { AuthoritySource } from './authority-source.js';
import { PointChoice, type Asking } from './point-choice.js';

const host = {
  addController() {},
  requestUpdate() {},
} as Partial<ReactiveControllerHost> as ReactiveControllerHost;

/** A backend that answers when it is told to, and takes no notice of who has gone. */
function setUp() {
  const waiting: ((data: unknown) => void)[] = [];
  const client = {
    get: <Data>() =>
      new Promise<Answer<Data>>((resolve) => waiting.push((data) => resolve({ data: data as Data }))),
  } as Partial<BackendClient> as BackendClient;
  const asking: Asking = { client, lang: 'da', fresh: false };
  const answer = (item: object) => waiting.shift()!({ items: [item], leftOut: 0, badFields: [] });
  return { asking, answer, waiting };
}

/** Everything that waits in the queue has had its turn. */
const turn = () => new Promise((resolve) => setTimeout(resolve));

describe('an answer that is given up while it is on its way', () => {
  function choose() {
    const told: string[] = [];
    const choice = new PointChoice(host, {
      settled: () => told.push('settled'),
      failed: (error) => {
        throw error;
      },
    });
    const { asking, ...backend } = setUp();
    choice.set('p', asking);
    return { choice, told, ...backend };
  }

  it('is taken when nobody gives it up', async () => {
    const { choice, told, answer } = choose();
    answer({ id: 'p', active: true });
    await turn();
    answer({ url: 'https://post.borger.dk/', audiences: ['citizen'] });
    await turn();
    expect([choice.point?.id, choice.links?.length, told]).to.deep.equal(['p', 1, ['settled']]);
  });

  it('is no contact point', async () => {
    const { choice, told, answer, waiting } = choose();
    answer({ id: 'p', active: true });
    choice.stop();
    await turn();
    expect([choice.point, waiting.length, told]).to.deep.equal([undefined, 0, []]);
  });

  it('is no link to write', async () => {
    const { choice, told, answer } = choose();
    answer({ id: 'p', active: true });
    await turn();
    answer({ url: 'https://post.borger.dk/', audiences: ['citizen'] });
    choice.stop();
    await turn();
    expect([choice.links, told]).to.deep.equal([undefined, []]);
  });

  it('says nothing of an authority', async () => {
    const { asking, answer, waiting } = setUp();
    const nothing = () => {};
    const source = new AuthoritySource(host, {
      part: nothing,
      done: nothing,
      failed: nothing,
      report: nothing,
    });
    source.load(asking, { organisationId: '', contactGroupId: 'g' });
    answer({ id: 'g', organisationId: 'o' });
    source.change(undefined);
    await turn();
    expect([source.recipient, source.id, waiting.length]).to.deep.equal([undefined, '', 0]);
  });
});
