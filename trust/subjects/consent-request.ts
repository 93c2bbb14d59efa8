import { ConsentRequestHarness } from '../../components/consent-request/consent-request.harness.js';
import type { SkrankeConsentRequest } from '../../components/consent-request/consent-request.js';
import '../../components/consent-request/consent-request.define.js';
import { json } from '../../components/shared/testing/fake-fetch.js';
import { element, isWrite, type Subject } from '../subject.js';

const CONSENT = {
  id: 'c-1',
  purpose: 'Hente journal fra din læge',
  data: ['Diagnose'],
  recipients: ['Fjordby Kommune'],
  status: 'pending',
};
const REQUEST = {
  id: 'cr-1',
  status: 'created',
  respondent: { name: 'Prøve Person' },
  authority: {
    name: 'Fjordby Kommune',
    cvrNumber: '12345678',
    contact: { name: 'Borgerservice', phone: '+45 00 00 00 00' },
    privacyPolicyUrl: 'https://www.example.dk/privatliv',
  },
  declaration: {
    version: '2026-1',
    language: 'da',
    heading: 'Samtykke til at hente oplysninger',
    introduction: 'Vi behandler din ansøgning.',
    legalBasis: 'Forvaltningslovens § 29',
    refusalText: 'Uden samtykke afgør vi sagen på det grundlag, vi har.',
    withdrawalText: 'Du kan trække samtykket tilbage her på siden.',
  },
  consents: [CONSENT],
};
const ANSWER = { receiptId: 'kv-cr-1', answeredAt: '2026-11-22T10:00:00+01:00', status: 'accepted' };
const ANSWERED = {
  ...REQUEST,
  ...ANSWER,
  answeredVersion: '2026-1',
  answeredLanguage: 'da',
  consents: [{ ...CONSENT, status: 'given' }],
};
const RECEIPT = { ...ANSWER, decisions: [{ consentId: 'c-1', decision: 'given' }] };

export const consentRequest: Subject = {
  name: 'consent-request',
  make: () => element('skranke-consent-request', { 'request-id': 'cr-1', lang: 'da' }),
  harness: (made) => new ConsentRequestHarness(made as unknown as SkrankeConsentRequest),
  answer: (call, isStored) => json(isWrite(call) ? RECEIPT : isStored ? ANSWERED : REQUEST),
  isRead: (call) => !isWrite(call),
  content: 'Hente journal fra din læge',
  submit: {
    name: 'send the answer',
    isMine: isWrite,
    writes: true,
    act: async (harness) => {
      const consent = harness as unknown as ConsentRequestHarness;
      if (consent.buttons.includes('Tjek igen')) return consent.press('Tjek igen');
      if (!consent.buttons.some((name) => name.startsWith('Send '))) {
        await consent.chooseAll('given');
        await consent.goOn();
      }
      return consent.send();
    },
    kept: 'Hente journal fra din læge',
    done: { shows: 'kv-cr-1' },
  },
};
