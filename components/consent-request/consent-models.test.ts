import { expect } from '@open-wc/testing';
import { makeConsentRequest } from '../../mocks/consents/factories.js';
import { redirectCorpus } from '../../mocks/consents/hostile-data.js';
import type { ConsentRequest } from '../shared/backend/digitalt-samtykke.js';
import { catchFiles } from '../shared/testing/catch-files.js';
import { consentRequestMessages } from './consent-request.messages.js';
import { decisionOn, isAnswered, decisionsOf, isStored, isUndone, undecided } from './decisions.js';
import { changesBetween } from './declaration-changes.js';
import { receiptFacts, receiptText, saveReceipt } from './receipt.js';
import { returnUrl } from './return-url.js';
import { read, withStatuses, withTexts } from '../../stories/consent-requests.js';

const ALLOWED = ['https://portal.example.dk'];
const query = { consentRequestId: 'cr-1' };
const lead = (address: string | undefined, allowed: readonly string[] = ALLOWED, own?: string) =>
  returnUrl(address, { allowed, query, ...(own && { own }) })?.href;

describe('the way back', () => {
  for (const { url, isAllowed } of redirectCorpus) {
    it(`${isAllowed ? 'leads' : 'never leads'} to ${JSON.stringify(url)}`, () => {
      expect(lead(url) !== undefined).to.equal(isAllowed);
    });
  }

  for (const [address, result] of [
    ['https://portal.example.dk/sag/42', 'https://portal.example.dk/sag/42?consentRequestId=cr-1'],
    ['https://portal.example.dk/#/sag/42', 'https://portal.example.dk/?consentRequestId=cr-1#/sag/42'],
    ['https://portal.example.dk/#/sag?nr=1', 'https://portal.example.dk/?consentRequestId=cr-1#/sag?nr=1'],
    [
      'https://portal.example.dk/sag?nr=42&consentRequestId=gammel#del',
      'https://portal.example.dk/sag?nr=42&consentRequestId=cr-1#del',
    ],
    [
      'https://portal.example.dk/?a=1%20b+c&flag&&a=%C3%A6',
      'https://portal.example.dk/?a=1%20b+c&flag&a=%C3%A6&consentRequestId=cr-1',
    ],
    [
      'https://portal.example.dk/?toString=1&consentRequestId[]=2',
      'https://portal.example.dk/?toString=1&consentRequestId[]=2&consentRequestId=cr-1',
    ],
    ['https://PORTAL.example.dk:443/?', 'https://portal.example.dk/?consentRequestId=cr-1'],
    ['https://portal.example.dk/??a=1&=2', 'https://portal.example.dk/??a=1&=2&consentRequestId=cr-1'],
    [
      'https://portal.example.dk/?consentRequestId=x&consentRequestId=y&b',
      'https://portal.example.dk/?b&consentRequestId=cr-1',
    ],
  ] as const) {
    it(`keeps what was in ${address}`, () => {
      expect(lead(address)).to.equal(result);
    });
  }

  it('has the status too where the host wants it, in place of one that came along', () => {
    const both = { consentRequestId: 'ø &=', status: 'accepted' };
    expect(
      returnUrl('https://portal.example.dk/?status=rejected#x', { allowed: ALLOWED, query: both })?.href,
    ).to.equal('https://portal.example.dk/?consentRequestId=%C3%B8+%26%3D&status=accepted#x');
  });

  it('is closed where nothing is allowed, and where the allowed origin is only a beginning', () => {
    expect(lead('https://portal.example.dk/', [])).to.equal(undefined);
    expect(lead(undefined)).to.equal(undefined);
    for (const entry of [
      '',
      '*',
      'null',
      'https://*',
      'https://portal.example',
      'portal.example.dk',
      'https:',
    ])
      expect(lead('https://portal.example.dk/', [entry]), entry).to.equal(undefined);
    expect(lead('https://portal.example.dk.evil.example/')).to.equal(undefined);
    for (const odd of [
      ' https://portal.example.dk/',
      'https://portal.example.dk/a b',
      'https:\\\\portal.example.dk/',
    ])
      expect(lead(odd), JSON.stringify(odd)).to.equal(undefined);
    expect(lead('https://portal.example.dk/', ['https://portal.example.dk/anything'])).to.exist;
  });

  it('needs https but for the page’s own origin, which must be allowed as well', () => {
    const own = 'http://localhost:4000';
    expect(lead(`${own}/sag`, [own], own)).to.equal(`${own}/sag?consentRequestId=cr-1`);
    expect(lead(`${own}/sag`, ALLOWED, own)).to.equal(undefined);
    expect(lead(`${own}/sag`, [own], 'https://portal.example.dk')).to.equal(undefined);
  });
});

describe('decisions', () => {
  it('were made where a receipt or a time shows it', () => {
    const request = read({ receiptId: undefined, answeredAt: undefined });
    expect(isAnswered(request)).to.be.false;
    expect(isAnswered({ ...request, receiptId: 'k-1' })).to.be.true;
    expect(isAnswered({ ...request, answeredAt: 1 })).to.be.true;
  });

  const request = read();

  it('are complete only when each consent has its own', () => {
    const choices = new Map([['c-2', 'refused']] as const);
    expect(undecided(request, choices).map(({ id }) => id)).to.deep.equal(['c-1']);
    expect(decisionsOf(request, choices)).to.deep.equal([{ consentId: 'c-2', decision: 'refused' }]);
  });

  it('are told from what is stored, also when a consent was withdrawn or has run out since', () => {
    const told = withStatuses('withdrawn', 'expired').map((consent) => decisionOn(consent as never));
    expect(told).to.deep.equal(['given', 'given']);
    const [pending] = request.consents;
    expect(decisionOn(pending!)).to.equal(undefined);
  });

  it('are stored when each is as it was sent', () => {
    const decisions = [
      { consentId: 'c-1', decision: 'given' },
      { consentId: 'c-2', decision: 'refused' },
    ] as const;
    const stored = read({ status: 'partly-accepted', consents: withStatuses('given', 'refused') });
    expect(isStored(stored, { decisions })).to.be.true;
    expect(isStored(stored, { decisions: [decisions[0]] })).to.be.false;
    expect(
      isStored(read({ status: 'rejected', consents: withStatuses('refused', 'refused') }), { decisions }),
    ).to.be.false;
    expect(isStored(request, { decisions })).to.be.false;
    expect(isStored(stored, { consentId: 'c-1' })).to.be.false;
    expect(isStored(read({ consents: withStatuses('given', 'refused') }), { decisions })).to.be.false;
    expect(isStored(read({ consents: withStatuses('withdrawn') }), { consentId: 'c-1' })).to.be.true;
    expect(isStored(read({ consents: withStatuses('withdrawn') }), { consentId: 'c-2' })).to.be.false;
  });

  it('can be carried out while the request is open, and a withdrawal while the consent is given', () => {
    const decisions = [{ consentId: 'c-1', decision: 'given' }] as const;
    const stored = read({ status: 'partly-accepted', consents: withStatuses('given', 'refused') });
    expect([isUndone(request, { decisions }), isUndone(stored, { decisions })]).to.deep.equal([true, false]);
    expect(['c-1', 'c-2', 'c-3'].map((consentId) => isUndone(stored, { consentId }))).to.deep.equal([
      true,
      false,
      false,
    ]);
  });
});

describe('what has changed in a declaration', () => {
  const changed = (after: ConsentRequest) => [...(changesBetween(read(), after)?.keys ?? [])];
  const [first, second] = makeConsentRequest().consents;

  it('is nothing when it is the same, or another language of the same version', () => {
    expect(changesBetween(read(), read())).to.equal(undefined);
    expect(changesBetween(read(), withTexts({ language: 'en', heading: 'Consent' }))).to.equal(undefined);
    expect(changed(withTexts({ language: 'en', version: '2' }))).to.deep.equal(['version', 'language']);
  });

  it('is each text, the authority, its contact and the last day', () => {
    expect(changed(withTexts({ version: '2', legalBasis: 'Ny lov' }))).to.deep.equal([
      'version',
      'legalBasis',
    ]);
    expect(changed(withTexts({ complaintText: 'Ny vej' }))).to.deep.equal(['complaintText']);
    const { authority } = makeConsentRequest();
    expect(changed(read({ authority: { ...authority, name: 'Andre' } }))).to.deep.equal(['authority']);
    expect(changed(read({ authority: { ...authority, contact: {} } }))).to.deep.equal(['contact']);
    expect(changed(read({ answerBy: '2026-12-21' }))).to.deep.equal(['answerBy']);
  });

  it('is each part of a consent, also an end that comes or goes', () => {
    const consents = [
      { ...first!, validTo: undefined },
      { ...second!, data: [...second!.data, 'Mere'] },
    ];
    expect(changed(read({ consents }))).to.deep.equal(['c-1 validTo', 'c-2 data']);
  });

  it('names purposes that came and went', () => {
    const changes = changesBetween(read(), read({ consents: [first!, { ...second!, id: 'c-3' }] }));
    expect(changes?.removed).to.deep.equal([second!.purpose]);
    expect(changes?.keys.has('c-3 purpose')).to.be.true;
    const fewer = changesBetween(read(), read({ consents: [first!] }));
    expect([fewer?.keys.size, fewer?.removed]).to.deep.equal([0, [second!.purpose]]);
  });
});

describe('a receipt as a file', () => {
  const { files } = catchFiles();

  it('is text, and its name is the request’s id without what a name cannot have', async () => {
    const request = read({ id: 'cr/../1/' });
    saveReceipt(request, consentRequestMessages.da, 'da');
    expect(files.map(({ name }) => name)).to.deep.equal(['kvittering-cr-1-.txt']);
    const [file] = files;
    expect(file?.content.type).to.equal('text/plain;charset=utf-8');
    expect(await file?.content.text()).to.equal(receiptText(request, consentRequestMessages.da, 'da'));
  });

  it('names the language, and by its tag one that the browser does not take', () => {
    const named = (answeredLanguage: string) =>
      receiptFacts(read({ answeredLanguage }), consentRequestMessages.da, 'da').find(
        ([label]) => label === 'Erklæringens sprog',
      )?.[1];
    expect(['en', 'zh-cmn-Hans'].map(named)).to.deep.equal(['engelsk', 'zh-cmn-Hans']);
  });

  it('has id, time, version, language, who and each decision', () => {
    const request = read({
      status: 'partly-accepted',
      consents: withStatuses('given', 'refused'),
      receiptId: 'kv-1',
      answeredAt: '2026-06-01T22:30:00Z',
      answeredVersion: '2026-1',
      answeredLanguage: 'da',
    });
    expect(receiptText(request, consentRequestMessages.en, 'en').split('\r\n')).to.deep.equal([
      'Receipt for your answer',
      'Samtykke til at hente oplysninger',
      '',
      'Receipt number: kv-1',
      'Time: 2 June 2026 at 00:30 (Danish time)',
      'Version of the declaration: 2026-1',
      'Language of the declaration: Danish',
      'Who asks: Fjordby Kommune (CVR 12345678)',
      'Who answers: Nanna Prøve',
      '',
      'Hente journal fra din læge',
      'Yes, you have given consent',
      '',
      'Hente oplysninger fra din bank',
      'No, you have not given consent',
      '',
    ]);
  });

  it('leaves out what is not known', () => {
    const request = read({ respondent: undefined, consents: withStatuses('given').slice(0, 1) });
    const nameless = { ...request, authority: { ...request.authority, cvrNumber: undefined } };
    expect(receiptText(nameless, consentRequestMessages.da, 'da').split('\r\n').slice(2)).to.deep.equal([
      '',
      'Hvem spørger: Fjordby Kommune',
      '',
      'Hente journal fra din læge',
      'Ja, du har givet samtykke',
      '',
    ]);
  });

  it('and the texts exist for the same keys in both languages', () => {
    const { da, en } = consentRequestMessages;
    for (const group of ['errors', 'statuses', 'statusOf', 'notices', 'choices'] as const)
      expect(Object.keys(en[group])).to.have.members(Object.keys(da[group]));
  });
});
