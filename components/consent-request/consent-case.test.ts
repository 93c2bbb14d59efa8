import { expect } from '@open-wc/testing';
import { type BackendErrorInfo } from '../shared/backend/backend-error.js';
import type { ConsentReceipt } from '../shared/backend/digitalt-samtykke.js';
import { ConsentCase } from './consent-case.js';
import { read, withStatuses, withTexts } from '../../stories/consent-requests.js';
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

const ANOTHER_PERSON = read({ respondent: { name: 'En anden' } });

/** What is left of what somebody did. */
const marks = ({ step, choices, act, showsErrors, isSending, isDone, confirming }: ConsentCase) => [
  ...[step, choices.size, act, showsErrors, isSending, isDone, confirming],
];
const NO_MARKS = ['choose', 0, undefined, false, false, false, undefined];

describe('a case: steps', () => {
  it('begins with nothing chosen and nothing sent', () => {
    const flow = new ConsentCase('cr-1001');
    expect([flow.id, ...marks(flow)]).to.deep.equal(['cr-1001', ...NO_MARKS]);
    expect(flow.take(read(), '"1"')).to.equal('same');
    expect([flow.request?.id, flow.etag]).to.deep.equal([read().id, '"1"']);
  });

  it('goes on only when each consent is decided, and else shows what is missing', () => {
    const unread = new ConsentCase('cr-1001');
    expect([unread.goOn(), unread.step, unread.showsErrors]).to.deep.equal([false, 'choose', true]);
    const flow = opened();
    flow.choices.set('c-1', 'given');
    expect([flow.goOn(), flow.step, flow.showsErrors]).to.deep.equal([false, 'choose', true]);
    flow.choices.set('c-2', 'refused');
    expect([flow.goOn(), flow.step, flow.showsErrors]).to.deep.equal([true, 'check', false]);
  });

  it('is sending from the beginning of an act until it has failed or is done', () => {
    const flow = chosen();
    flow.begin({ decisions });
    expect([flow.isSending, flow.act]).to.deep.equal([true, { decisions }]);
    expect(fail(flow, { status: 503 }).isSending).to.be.false;
    flow.begin({ decisions });
    flow.done();
    expect([flow.isSending, flow.isDone]).to.deep.equal([false, true]);
  });
});

describe('a case: an act whose outcome is to be known', () => {
  const after: [what: string, info: Partial<BackendErrorInfo>, isOwn: boolean][] = [
    ['silence', { kind: 'network' }, true],
    ['a time-out', { kind: 'timeout' }, true],
    ['an answer that cannot be read', { kind: 'contract', status: 200 }, true],
    ['400', { status: 400 }, false],
    ['408', { status: 408 }, true],
    ['409', { status: 409 }, false],
    ['409 while the same is under way', { status: 409, code: 'in-progress' }, true],
    ['499', { status: 499 }, false],
    ['500', { status: 500 }, true],
    ['503', { status: 503 }, true],
    ['a request that was never sent', { kind: 'config' }, false],
  ];
  for (const [what, info, isOwn] of after) {
    it(`is ${isOwn ? 'ours' : 'somebody else’s'} when it is stored after ${what}`, () => {
      const flow = fail(chosen(), info);
      expect(take(flow, ANSWERED)).to.equal(isOwn ? 'saved' : 'elsewhere');
      expect(marks(flow)).to.deep.equal(NO_MARKS);
    });
  }

  it('is somebody else’s when something else is stored', () => {
    expect(take(sent(503), SECOND_ANSWERED)).to.equal('elsewhere');
  });

  it('is not called lost because it cannot be seen yet, when it was accepted', () => {
    const flow = chosen();
    flow.begin({ decisions });
    flow.done();
    expect(take(flow, read())).to.equal('unseen');
    expect(flow.act).to.deep.equal({ decisions });
    expect(take(flow, ANSWERED)).to.equal('saved');
  });

  it('leaves choices and step as they are when it is not stored', () => {
    const flow = sent(503);
    expect(take(flow, read())).to.equal('notStored');
    expect([flow.step, flow.choices.size, flow.act]).to.deep.equal(['check', 2, undefined]);
    expect(take(flow, read()), 'nothing is under way any more').to.equal('same');
  });

  it('is over when the request is', () => {
    const flow = sent(503);
    expect(take(flow, EXPIRED)).to.equal('over');
    expect(marks(flow)).to.deep.equal(NO_MARKS);
  });

  it('is the first answer that is stored, where that was uncertain and the next one is another', () => {
    for (const next of ['sent', 'not sent']) {
      const flow = sent(503);
      take(flow, read());
      flow.choices.set('c-1', 'refused');
      if (next === 'sent') {
        flow.goOn();
        const other = [{ consentId: 'c-1', decision: 'refused' as const }, decisions[1]!];
        fail(flow, { status: 422 }, { decisions: other });
      }
      expect(take(flow, ANSWERED), next).to.equal('first');
      expect(flow.stored).to.deep.equal({ decisions });
      take(flow, ANSWERED);
      expect(flow.stored, 'told once').to.equal(undefined);
    }
    const unchanged = sent(503);
    take(unchanged, read());
    expect(take(unchanged, ANSWERED), 'stored late').to.equal('saved');
  });

  it('leaves no mark of one withdrawal on the next', () => {
    const flow = opened(ANSWERED);
    flow.begin({ consentId: 'c-1' });
    flow.done();
    const isOver = read({ status: 'accepted', consents: withStatuses('expired', 'given') });
    expect(take(flow, isOver), 'accepted, and out of date since').to.equal('withdrawn');
    fail(flow, { status: 500 }, { consentId: 'c-2' });
    expect(flow.isDone).to.be.false;
    expect(take(flow, isOver)).to.equal('notStored');
    const refused = fail(opened(ANSWERED), { status: 500 }, { consentId: 'c-1' });
    take(refused, ANSWERED);
    fail(refused, { status: 409 }, { consentId: 'c-2' });
    const both = read({ status: 'revoked', consents: withStatuses('given', 'withdrawn') });
    expect(take(refused, both), 'the doubt was about the other one').to.equal('elsewhere');
    const second = fail(opened(ANSWERED), { status: 500 }, { consentId: 'c-1' });
    take(second, ANSWERED);
    fail(second, { status: 500 }, { consentId: 'c-2' });
    const first = read({ status: 'partly-accepted', consents: withStatuses('withdrawn', 'given') });
    expect(take(second, first), 'what is asked about now comes first').to.equal('notStored');
    expect(take(second, first), 'then the other one').to.equal('withdrawn');
  });

  it('is not taken for done when it was in doubt, and the consent has run out', () => {
    const flow = fail(opened(ANSWERED), { status: 500 }, { consentId: 'c-1' });
    expect(take(flow, read({ status: 'accepted', consents: withStatuses('expired', 'given') }))).to.equal(
      'over',
    );
  });

  it('is none where nothing was begun', () => {
    const flow = opened();
    flow.done();
    expect(take(flow, read())).to.equal('same');
  });

  it('may be a withdrawal, of a request that is answered', () => {
    const withdrawal = { consentId: 'c-2' };
    const flow = fail(opened(ANSWERED), { status: 503 }, withdrawal);
    expect(take(flow, ANSWERED)).to.equal('notStored');
    fail(flow, { status: 503 }, withdrawal);
    const withdrawn = read({ status: 'accepted', consents: withStatuses('given', 'withdrawn') });
    expect(take(flow, withdrawn)).to.equal('withdrawn');
    expect(flow.stored).to.deep.equal(withdrawal);
    const gone = fail(opened(ANSWERED), { status: 409 }, withdrawal);
    const deleted = read({ status: 'deleted', consents: withStatuses('expired', 'expired') });
    expect(take(gone, deleted)).to.equal('over');
  });
});

describe('a case: what came in between', () => {
  it('drops all for another person, and tells when there was something to drop', () => {
    for (const after of [ANOTHER_PERSON, read({ respondent: undefined })]) {
      const flow = sent(503);
      flow.confirming = 'c-1';
      flow.showsErrors = true;
      expect(take(flow, after)).to.equal('otherPerson');
      expect(marks(flow)).to.deep.equal(NO_MARKS);
    }
    expect(take(chosen(), ANOTHER_PERSON), 'chosen only').to.equal('otherPerson');
    const withdrawing = fail(opened(), { status: 503 }, { consentId: 'c-1' });
    expect(take(withdrawing, ANOTHER_PERSON), 'sent only').to.equal('otherPerson');
    expect(take(opened(), ANOTHER_PERSON), 'neither').to.equal('same');
  });

  it('does not take the next person’s act for one of the person before', () => {
    const flow = sent(503);
    take(flow, ANOTHER_PERSON);
    fail(flow, { status: 409 });
    const answered = { ...ANSWERED, respondent: ANOTHER_PERSON.respondent };
    expect(take(flow, answered)).to.equal('elsewhere');
  });

  it('drops the choices for another declaration, and tells what is new', () => {
    const flow = sent(503);
    expect(take(flow, withTexts({ refusalText: 'Andet' }))).to.equal('changed');
    expect(marks(flow)).to.deep.equal(NO_MARKS);
    expect([...(flow.changes?.keys ?? [])]).to.deep.equal(['refusalText']);
    expect(take(flow, withTexts({ refusalText: 'Andet' }))).to.equal('same');
    expect(flow.changes, 'until something else is so').to.exist;
  });

  it('is an answer from elsewhere where something was chosen here, whatever the texts say now', () => {
    const otherTexts = { ...SECOND_ANSWERED, declaration: withTexts({ heading: 'Andet' }).declaration };
    for (const after of [SECOND_ANSWERED, otherTexts]) {
      const flow = chosen();
      expect(take(flow, after)).to.equal('elsewhere');
      expect(marks(flow)).to.deep.equal(NO_MARKS);
    }
    const partly = read({ status: 'partly-accepted', consents: withStatuses('given') });
    expect(take(chosen(), partly), 'one of two is decided').to.equal('elsewhere');
    expect(take(opened(), SECOND_ANSWERED), 'nothing was chosen here').to.equal('ended');
  });

  it('is the end of the request: what was chosen is not stored, and that is told once', () => {
    const consents = withStatuses('expired', 'expired');
    for (const after of [EXPIRED, read({ status: 'expired', consents }), read({ status: 'deleted' })]) {
      const flow = chosen();
      expect(take(flow, after)).to.equal('over');
      expect(flow.request?.consents.map(({ status }) => status)).to.deep.equal(['pending', 'pending']);
      expect(take(flow, after)).to.equal('same');
      expect(take(opened(), after), 'nothing was chosen').to.equal('ended');
      expect(take(flow, read()), 'open again').to.equal('same');
    }
  });

  it('takes only what ran out unanswered for undecided', () => {
    const stored = (
      status: 'accepted' | 'expired' | 'deleted',
      answer: { [name in keyof ConsentReceipt]?: string },
    ) => {
      const consents = withStatuses('expired', 'refused');
      return opened(read({ status, consents, ...answer })).request!.consents.map(({ status }) => status);
    };
    for (const status of ['expired', 'deleted'] as const) {
      expect(stored(status, {}), status).to.deep.equal(['pending', 'refused']);
      for (const answer of [{ receiptId: 'kv-1' }, { answeredAt: '2026-06-01T22:30:00Z' }])
        expect(stored(status, answer), status).to.deep.equal(['expired', 'refused']);
    }
    expect(stored('accepted', {})).to.deep.equal(['expired', 'refused']);
    expect(
      take(chosen(), read({ status: 'deleted', consents: withStatuses('expired', 'expired') })),
    ).to.equal('over');
  });
});
