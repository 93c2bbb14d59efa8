import { expect } from '@open-wc/testing';
import { BackendError, type BackendErrorInfo } from '../shared/backend/backend-error.js';
import { readMessage, type Message } from '../shared/backend/digital-post-messages.js';
import { spoken } from '../shared/i18n/describe-failure.js';
import { catchFiles } from '../shared/testing/catch-files.js';
import { parseMessageId } from './message-id.js';
import { messageRecallMessages } from './message-recall.messages.js';
import { receiptText, saveReceipt } from './recall-receipt.js';
import { formatNumber, hindranceOf, isMasked, lastDay, refused, type Hindrance } from './recall-standing.js';
import { failureBox, hindranceBox, isFinal, outcomeBox } from './recall-words.js';

const ID = '63fe3b8e-89c0-4d93-b502-e275cc54621b';
const HEX = ID.replaceAll('-', '');

describe('the id of a message', () => {
  const good = [ID, HEX, ID.toUpperCase(), ` {${ID}}\n`, `\t{ ${HEX} }`, `\u00A0${ID}\uFEFF`];
  for (const text of good) {
    it(`is read in ${JSON.stringify(text)}`, () => expect(parseMessageId(text)).to.equal(ID));
  }
  const bad = [
    '',
    '{}',
    HEX.slice(1),
    `${HEX}0`,
    ID.slice(1),
    `x${ID}`,
    `${ID} ${ID}`,
    HEX.replace('6', 'g'),
  ];
  bad.push(ID.replace('-', ''), ID.replaceAll('-', ' '), '1112131016');
  for (const text of bad) {
    it(`is not ${JSON.stringify(text)}`, () => expect(parseMessageId(text)).to.equal(undefined));
  }
});

const TODAY = '2023-07-20';

/** The guide's example (domain 5), otherwise. */
function message(wire: Record<string, unknown> = {}): Message {
  const read = readMessage({
    messageUUID: ID,
    label: 'Brev',
    doNotDeliverUntilDate: '2023-07-29',
    status: 'AWAITING_VALUE_DATE',
    ...wire,
  });
  if (!read) throw new Error('cannot be read');
  return read;
}

describe('a recall', () => {
  const cases: [what: string, is: Hindrance | undefined, wire: Record<string, unknown>, today?: string][] = [
    ['of one that waits', undefined, {}],
    ['on the last day', undefined, {}, '2023-07-28'],
    ['on the value date', 'value-date-passed', {}, '2023-07-29'],
    [
      'after the server’s own last day',
      'until-passed',
      { recall: { allowed: true, until: '2023-07-25' } },
      '2023-07-26',
    ],
    [
      'after the server’s own last day and on the value date',
      'value-date-passed',
      { recall: { allowed: true, until: '2023-07-25' } },
      '2023-07-29',
    ],
    [
      'after the server’s own last day, without a value date',
      'until-passed',
      { doNotDeliverUntilDate: null, recall: { allowed: true, until: '2023-07-25' } },
      '2023-07-26',
    ],
    [
      'that the server allows, by a clock that is ahead',
      undefined,
      { recall: { allowed: true, until: '2023-07-19' } },
    ],
    [
      'that the server refuses',
      'value-date-passed',
      { recall: { allowed: false, reason: 'value-date-passed' } },
      '2023-07-29',
    ],
    [
      'that the server refuses before the value date',
      'until-passed',
      { recall: { allowed: false, reason: 'value-date-passed' } },
    ],
    [
      'that the server refuses for another reason',
      'already-recalled',
      { recall: { allowed: false, reason: 'already-recalled' } },
    ],
    [
      'that the server allows, with a reason all the same',
      undefined,
      { recall: { allowed: true, reason: 'already-delivered' } },
    ],
    ['without the right', 'not-permitted', { recall: { allowed: false, reason: 'not-permitted' } }],
    ['refused for reasons of the server’s own', 'not-permitted', { recall: { allowed: false, reason: 'x' } }],
    ['refused for no reason', 'not-permitted', { recall: { allowed: false } }],
    ['of one without a value date', 'no-value-date', { doNotDeliverUntilDate: null }],
    ['of one delivered at once', 'no-value-date', { doNotDeliverUntilDate: null, status: 'DELIVERED' }],
    ['of one delivered on its date', 'value-date-passed', { status: 'DELIVERED' }, '2023-07-30'],
    ['of one delivered before it', 'already-delivered', { status: 'DELIVERED' }],
    ['of one that was recalled', 'already-recalled', { status: 'RECALLED' }, '2024-01-01'],
    ['of one that was rejected', 'rejected', { status: 'REJECTED' }],
    ['of one with a status of another kind', undefined, { status: 'NEW' }],
    ['of one with a date that is none', 'no-value-date', { doNotDeliverUntilDate: '2023-02-30' }],
    ['allowed without any date', undefined, { doNotDeliverUntilDate: null, recall: { allowed: true } }],
  ];
  for (const [what, is, wire, today = TODAY] of cases) {
    it(`${what}: ${is ?? 'can be done'}`, () =>
      expect(hindranceOf(message(wire), TODAY, today)).to.equal(is));
  }

  it('that was refused is as if the server had said so from the start, in words that are known', () => {
    const one = message({ recall: { allowed: true, until: '2023-07-28' } });
    expect(refused(one, 'already-delivered')).to.deep.equal({
      ...one,
      allowed: false,
      reason: 'already-delivered',
    });
    expect(refused(one, 'http')).to.equal(one);
  });

  it('has the day before the value date as its last', () => {
    expect(lastDay(message(), TODAY)).to.equal('2023-07-28');
    expect(lastDay(message({ recall: { allowed: true, until: '2023-07-27' } }), TODAY)).to.equal(
      '2023-07-27',
    );
    expect(lastDay(message({ doNotDeliverUntilDate: null }), TODAY)).to.equal(undefined);
  });

  it('has a receipt with id, title and time, and nothing personal', () => {
    const recalled = message({
      recalledAt: '2023-07-20T12:05:00Z',
      recipient: { recipientID: '1112131016', idType: 'CPR', label: 'Ida' },
    });
    expect(receiptText(recalled, messageRecallMessages.da, 'da').split('\r\n')).to.deep.equal([
      'Kvittering for tilbagekald',
      '',
      'Titel: Brev',
      `MeddelelsesID: ${ID}`,
      'Tilbagekaldt: 20. juli 2023 kl. 14:05 (dansk tid)',
      '',
    ]);
    expect(receiptText(message(), messageRecallMessages.en, 'en')).to.equal(
      `Receipt for the recall\r\n\r\nTitle: Brev\r\nMessage id: ${ID}\r\n`,
    );
  });
});

describe('the receipt as a file', () => {
  const { files } = catchFiles();

  it('is text, and its name is the message’s id', async () => {
    saveReceipt(message(), messageRecallMessages.da, 'da');
    expect(files.map(({ name }) => name)).to.deep.equal([`tilbagekald-${ID}.txt`]);
    const [file] = files;
    expect(file?.content.type).to.equal('text/plain;charset=utf-8');
    expect(await file?.content.text()).to.equal(receiptText(message(), messageRecallMessages.da, 'da'));
  });
});

describe('a number', () => {
  const cases: [number: string, isWhole: boolean, shown: string][] = [
    ['1112131016', false, 'CPR 111213-****'],
    ['1112131016', true, 'CPR 111213-1016'],
    ['111213****', false, 'CPR 111213-****'],
    ['77227788', false, 'CVR 77227788'],
  ];
  for (const [number, isWhole, shown] of cases) {
    it(`is shown as ${shown}`, () => expect(formatNumber(number, isWhole)).to.equal(shown));
  }
});

describe('what the server does not allow', () => {
  it('is not put off to the day on which it was read', () => {
    expect(lastDay(message({ recall: { allowed: false, until: '2023-07-19' } }), TODAY)).to.equal(
      '2023-07-19',
    );
  });
});

it('a number is masked when it ends so', () => {
  expect(['111213****', '*111213', '1112131016'].map(isMasked)).to.deep.equal([true, false, false]);
});

describe('what is said', () => {
  const texts = messageRecallMessages.da;
  const { errors } = texts;
  const failure = (info: Partial<BackendErrorInfo>) =>
    new BackendError({ kind: 'http', code: 'http', retryable: false, ...info }, '');
  const boxOf = (info: Partial<BackendErrorInfo>) => failureBox(failure(info), texts);
  const outcome = (is: 'not-done' | 'unknown', ...infos: Partial<BackendErrorInfo>[]) =>
    outcomeBox({ is, isOurs: false, answer: undefined, failures: infos.map(failure) }, texts);

  it('of a failure has its words, and a way on where another try may help', () => {
    const { heading, text } = errors['not-found'];
    expect(boxOf({ status: 404, code: 'not-found' })).to.deep.equal({
      ...{ kind: 'error', heading, text },
      retries: false,
    });
    expect(boxOf({ status: 403 }).retries).to.be.false;
    expect(boxOf({ status: 500 }).retries).to.be.true;
    expect(boxOf({ kind: 'network' }).retries).to.be.true;
    expect(boxOf({ kind: 'config' }).retries).to.be.false;
    expect(boxOf({ kind: 'config', retryable: true }).retries).to.be.true;
    expect([undefined, 401, 403, 404, 410].map((status) => isFinal(failure({ status })))).to.deep.equal([
      ...[false, false, true, true, false],
    ]);
  });

  it('of a hindrance warns, but for what is recalled already', () => {
    expect(hindranceBox('rejected', true, texts)).to.deep.equal({ kind: 'warning', ...errors['rejected'] });
    expect(hindranceBox('already-recalled', false, texts)).to.deep.equal({
      kind: 'info',
      ...errors['already-recalled'],
    });
    expect(hindranceBox('already-recalled', true, texts)).to.deep.equal({ kind: 'success', ...texts.done });
  });

  it('of a recall that failed says whether it is known', () => {
    const down = { kind: 'network', code: 'network' } as const;
    expect(outcome('unknown', down)).to.deep.equal({ kind: 'warning', ...texts.unknown, retries: true });
    expect(outcome('not-done', { status: 403, code: 'not-permitted' })).to.deep.equal({
      kind: 'warning',
      ...errors['not-permitted'],
    });
    expect(outcome('not-done', { status: 412, code: 'precondition-failed' })).to.deep.equal({
      kind: 'warning',
      ...texts.changed,
    });
    const { heading } = texts.notDone;
    expect(outcome('not-done', down)).to.deep.equal({ kind: 'error', heading, text: spoken(errors.network) });
    expect(outcome('not-done')).to.deep.equal({ kind: 'error', ...texts.notDone });
  });
});
