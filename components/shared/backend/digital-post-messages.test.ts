import { expect } from '@open-wc/testing';
import { fakeBackend } from '../testing/widget-page.js';
import { json } from '../testing/fake-fetch.js';
import { infoOf } from '../testing/failures.js';
import { getMessage, getRecipientNumber, readMessage, recallMessage } from './digital-post-messages.js';

const id = '63fe3b8e-89c0-4d93-b502-e275cc54621b';
const wire = {
  messageUUID: id,
  label: 'Brev om din ansøgning',
  sender: { senderID: '77227788', idType: 'CVR', label: 'Fjordby Kommune' },
  recipient: { recipientID: '1112131016', idType: 'CPR' },
  doNotDeliverUntilDate: '2023-07-29',
  status: 'AWAITING_VALUE_DATE',
  recall: { allowed: true, until: '2023-07-28' },
};
const lang = 'da';

describe('a message', () => {
  it('is read as the contract has it', () => {
    expect(readMessage(wire)).to.deep.equal({
      id,
      title: 'Brev om din ansøgning',
      sender: { number: '77227788', name: 'Fjordby Kommune' },
      recipient: { number: '1112131016', name: undefined },
      valueDate: '2023-07-29',
      status: 'AWAITING_VALUE_DATE',
      recalledAt: undefined,
      allowed: true,
      reason: undefined,
      until: '2023-07-28',
      badFields: [],
    });
  });

  it('needs only id and title: other bad fields become absent, and are named without their values', () => {
    const read = readMessage({
      messageUUID: id.toUpperCase(),
      label: ' Brev\u202E ',
      sender: 'Fjordby',
      recipient: { recipientID: '11121310', label: 7 },
      doNotDeliverUntilDate: '2023-02-30',
      status: 4,
      recalledAt: '2023-07-20T12:00:00',
      recall: { allowed: 'yes', reason: {}, until: 'soon' },
      more: 'unknown',
    });
    expect([read?.id, read?.title]).to.deep.equal([id, 'Brev']);
    expect(read?.badFields).to.have.members([
      ...['sender', 'recipient.label', 'doNotDeliverUntilDate', 'status'],
      ...['recalledAt', 'recall.allowed', 'recall.reason', 'recall.until'],
    ]);
    expect(readMessage({ messageUUID: id, label: 'Brev' })?.badFields).to.deep.equal([]);
  });

  for (const body of [
    undefined,
    null,
    [],
    'x',
    {},
    { messageUUID: id },
    { label: 'x' },
    { messageUUID: id, label: ' ' },
  ]) {
    it(`is not ${JSON.stringify(body)}`, () => expect(readMessage(body)).to.equal(undefined));
  }

  const numbers: [sent: unknown, read: string | undefined][] = [
    ['111213-1016', '1112131016'],
    ['111213****', '111213****'],
    [77227788, '77227788'],
    ['111213**16', undefined],
    ['١١١٢١٣١٠١٦', undefined],
    [{}, undefined],
    [[77227788], undefined],
    ['CVR77227788', undefined],
    ['77227788 nr', undefined],
    ['111213101699', undefined],
  ];
  for (const [sent, read] of numbers) {
    it(`of ${JSON.stringify(sent)} is for ${String(read)}`, () => {
      const found = readMessage({ ...wire, recipient: { recipientID: sent } });
      expect(found?.recipient?.number).to.equal(read);
    });
  }
});

it('the time of a recall stands alone', () => {
  const at = (recalledAt: string) => readMessage({ ...wire, recalledAt })?.recalledAt;
  expect(at('2023-07-20T12:00:00Z')).to.equal('2023-07-20T12:00:00Z');
  expect(at('Thu Jul 20 2023 12:00:00 GMT+02:00 (dansk tid)')).to.equal(undefined);
});

describe('asking for a message', () => {
  it('takes no other message for it, and no answer of a moment ago', async () => {
    const { client, backend } = fakeBackend(json(wire), json({ ...wire, messageUUID: id.replace('6', '7') }));
    expect((await getMessage(client, { id, lang })).data?.id).to.equal(id);
    expect((await infoOf(getMessage(client, { id, lang }))).code).to.equal('bad-shape');
    expect(backend.calls).to.have.length(2);
    const empty = fakeBackend(json({}));
    expect((await infoOf(getMessage(empty.client, { id, lang }))).code).to.equal('bad-shape');
  });

  it('takes the recipient’s number only whole', async () => {
    const { client, backend } = fakeBackend(json({ recipientID: '1112131016' }));
    expect((await getRecipientNumber(client, { id, lang })).data).to.equal('1112131016');
    expect(backend.only.url).to.match(new RegExp(`/messages/${id}/recipient$`));
    for (const recipientID of ['111213****', '77227788', 'x1112131016', '11121310160', {}]) {
      const other = fakeBackend(json({ recipientID }));
      expect((await infoOf(getRecipientNumber(other.client, { id, lang }))).code).to.equal('bad-shape');
    }
  });

  it('to be recalled takes key and tag along, and believes only a recall with its time', async () => {
    const recalled = { ...wire, status: 'RECALLED', recalledAt: '2023-07-20T12:00:00+02:00' };
    const { client, backend } = fakeBackend(
      json(recalled),
      json(wire),
      json({ ...recalled, recalledAt: null }),
      json({ ...recalled, status: 'AWAITING_VALUE_DATE' }),
      json({}),
    );
    const recall = () => recallMessage(client, { id, lang, idempotencyKey: 'k', ifMatch: '"e"' });
    expect((await recall()).data?.recalledAt).to.equal('2023-07-20T12:00:00+02:00');
    const [{ url, init, headers }] = backend.calls as [(typeof backend.calls)[0]];
    expect(url).to.equal(`https://backend.test/messages/${id}/recall`);
    expect([init.method, init.body, headers.get('Idempotency-Key'), headers.get('If-Match')]).to.deep.equal([
      ...['POST', null, 'k', '"e"'],
    ]);
    for (let tries = 0; tries < 4; tries++) expect((await infoOf(recall())).code).to.equal('bad-shape');
  });
});
