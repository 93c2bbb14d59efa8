import { expect } from '@open-wc/testing';
import { type BackendErrorInfo } from '../shared/backend/backend-error.js';
import type { ConsentReceipt, ConsentRequest } from '../shared/backend/digitalt-samtykke.js';
import type { ConsentCase } from './consent-case.js';
import { read, withStatuses } from '../../stories/consent-requests.js';
import {
  ANSWERED,
  EXPIRED,
  SECOND_ANSWERED,
  chosen,
  decisions,
  fail,
  opened,
  sent,
  take,
} from '../../stories/consent-cases.js';

describe('a case: a refusal', () => {
  const refused = (info: Partial<BackendErrorInfo>, flow = chosen()) => fail(flow, { status: 409, ...info });

  it('is one only where no try of the same is in doubt', () => {
    expect(chosen().refusal).to.equal(undefined);
    expect(refused({ code: 'expired' }).refusal?.info.code).to.equal('expired');
    expect(refused({ code: 'in-progress' }).refusal).to.equal(undefined);
    expect(sent(503).refusal).to.equal(undefined);
    const second = sent(503);
    take(second, read());
    expect(refused({ code: 'already-answered' }, second).refusal).to.equal(undefined);
    const other = fail(opened(ANSWERED), { status: 500 }, { consentId: 'c-1' });
    take(other, ANSWERED);
    expect(fail(other, { status: 409 }, { consentId: 'c-2' }).refusal, 'the doubt is about another').to.exist;
    second.begin({ decisions });
    expect(second.failure, 'until the next try').to.equal(undefined);
  });

  it('that tells of another state leaves the act in doubt while the reading is behind', () => {
    for (const code of ['already-answered', 'expired', 'deleted']) {
      const flow = refused({ code });
      expect([take(flow, read()), take(flow, read())]).to.deep.equal(['unseen', 'unseen']);
      expect(take(flow, EXPIRED)).to.equal('over');
    }
    expect(take(refused({ code: 'invalid' }), read())).to.equal('notStored');
    const withdrawal = fail(opened(ANSWERED), { status: 409, code: 'not-given' }, { consentId: 'c-1' });
    expect(take(withdrawal, ANSWERED)).to.equal('unseen');
  });
});

describe('a case: the receipt of the own answer', () => {
  const receipt = { receiptId: 'kv-1', answeredAt: 1, answeredVersion: '2026-1', answeredLanguage: 'da' };
  const receiptIn = ({ request }: ConsentCase): Required<ConsentReceipt> => {
    const { receiptId, answeredAt, answeredVersion, answeredLanguage } = request!;
    return { receiptId, answeredAt, answeredVersion, answeredLanguage };
  };
  const nothing = receiptIn(opened(ANSWERED));
  /** A case whose answer was accepted, and then this is read. */
  const accepted = (after: ConsentRequest) => {
    const flow = chosen();
    flow.begin({ decisions });
    flow.done(receipt);
    take(flow, after);
    return flow;
  };

  it('fills in what the reading leaves out, and nothing else', () => {
    const flow = accepted(ANSWERED);
    expect(receiptIn(flow)).to.deep.equal(receipt);
    take(flow, ANSWERED);
    expect(receiptIn(flow), 'later too').to.deep.equal(receipt);
    flow.begin({ consentId: 'c-1' });
    flow.done({});
    take(flow, read({ status: 'partly-accepted', consents: withStatuses('withdrawn', 'given') }));
    expect(receiptIn(flow), 'after a withdrawal').to.deep.equal(receipt);
    const answeredLanguage = 'en';
    const told = accepted({ ...ANSWERED, receiptId: 'kv-2', answeredAt: 2, answeredLanguage });
    expect(receiptIn(told)).to.deep.equal({ ...receipt, receiptId: 'kv-2', answeredAt: 2, answeredLanguage });
  });

  it('is that of a reading that comes late', () => {
    const flow = accepted(read());
    expect(receiptIn(flow)).to.deep.equal(nothing);
    take(flow, ANSWERED);
    expect(receiptIn(flow)).to.deep.equal(receipt);
  });

  it('is not there where another answer is stored, for another person, or once the request is open again', () => {
    expect(receiptIn(accepted(SECOND_ANSWERED))).to.deep.equal(nothing);
    const inDoubt = sent(503);
    take(inDoubt, ANSWERED);
    expect(receiptIn(inDoubt), 'nothing was said of it').to.deep.equal(nothing);
    for (const next of [read(), { ...ANSWERED, respondent: 'En anden' }]) {
      const flow = accepted(ANSWERED);
      take(flow, next);
      take(flow, { ...ANSWERED, respondent: next.respondent });
      expect(receiptIn(flow)).to.deep.equal(nothing);
    }
  });
});
