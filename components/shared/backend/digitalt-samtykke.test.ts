import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { makeConsentRequest } from '../../../mocks/consents/factories.js';
import { json } from '../testing/fake-fetch.js';
import { infoOf } from '../testing/failures.js';
import { fakeBackend } from '../testing/widget-page.js';
import {
  answerConsentRequest,
  getConsentRequest,
  readConsentRequest,
  withdrawConsent,
} from './digitalt-samtykke.js';

type Json = Record<string, unknown>;

const wire = () =>
  structuredClone(makeConsentRequest()) as unknown as Json & {
    declaration: Json;
    authority: Json & { contact: Json };
    consents: Json[];
  };

/** A request read after `break_` has changed it. */
function readBroken(break_: (request: ReturnType<typeof wire>) => void) {
  const request = wire();
  break_(request);
  return readConsentRequest(request);
}

describe('reading a consent request', () => {
  it('takes a whole one as it is', () => {
    const request = readConsentRequest({ ...wire(), unknown: 1, answeredAt: '2026-11-22T10:00:00+01:00' })!;
    expect(request.missing).to.deep.equal([]);
    expect([request.leftOut, request.badFields.length]).to.deep.equal([0, 0]);
    expect(request.respondent).to.equal('Nanna Prøve');
    expect(request.answeredAt).to.equal(Date.parse('2026-11-22T09:00:00Z'));
    expect(request.consents[0]).to.deep.equal({
      id: 'c-1',
      purpose: 'Hente journal fra din læge',
      data: ['Diagnose', 'Seneste behandling'],
      recipients: ['Fjordby Kommune'],
      status: 'pending',
      validTo: '2027-06-30',
    });
  });

  it('takes authority and declaration over', () => {
    const { declaration } = wire();
    const request = readBroken(({ authority }) => {
      Object.assign(authority, {
        name: 'Fjordby',
        cvrNumber: 'DK 12-34 56 78',
        privacyPolicyUrl: 'https://X.dk',
      });
      authority.contact = { name: 'Ida', url: 'https://X.dk/a', phone: '1', email: 'a@x.dk' };
    })!;
    expect(request.authority).to.deep.equal({
      name: 'Fjordby',
      cvrNumber: '12345678',
      contactName: 'Ida',
      url: 'https://x.dk/a',
      phone: '1',
      email: 'a@x.dk',
      privacyPolicyUrl: 'https://x.dk/',
    });
    expect(request.declaration).to.deep.equal({ complaintText: undefined, ...declaration });
    const [id, redirectUrl, answerBy] = [request.id, request.redirectUrl, request.answerBy];
    expect([id, redirectUrl, answerBy]).to.deep.equal([
      ...['cr-1001', 'https://portal.example.dk/sag/42', '2026-12-20'],
    ]);
    const nameless = readBroken(({ authority }) => (authority['cvrNumber'] = 'ukendt'))!;
    expect([nameless.authority.cvrNumber, nameless.missing]).to.deep.equal([undefined, []]);
  });

  it('takes what an answer was, and when', () => {
    const request = readBroken((one) => {
      Object.assign(one, { receiptId: 'kv-1', answeredVersion: '2026-1', answeredLanguage: 'en-GB' });
      one['redirectUrl'] = ' ikke en adresse';
      one.declaration['complaintText'] = 'Klag her';
    })!;
    expect([request.receiptId, request.answeredVersion, request.answeredLanguage]).to.deep.equal([
      ...['kv-1', '2026-1', 'en-GB'],
    ]);
    expect(request.redirectUrl, 'not checked here').to.equal(' ikke en adresse');
    expect(request.declaration.complaintText).to.equal('Klag her');
  });

  for (const status of [
    ...['created', 'accepted', 'partly-accepted', 'rejected', 'revoked', 'expired', 'deleted'],
  ]) {
    it(`knows the status ${status} of a request`, () => {
      expect(readBroken((request) => (request['status'] = status))?.status).to.equal(status);
    });
  }

  for (const status of ['pending', 'given', 'refused', 'withdrawn', 'expired']) {
    it(`knows the status ${status} of a consent`, () => {
      const request = readBroken(({ consents }) => (consents[0]!['status'] = status))!;
      expect([request.consents[0]?.status, request.missing]).to.deep.equal([status, []]);
    });
  }

  for (const [text, isLanguage] of [
    ['da', true],
    ['EN-gb', true],
    ['kal-Latn-GL', true],
    ['d', false],
    ['dans', false],
    ['da-', false],
    ['da-x', false],
    ['da-123456789', false],
    ['en-GB!', false],
    ['1da', false],
  ] as const) {
    it(`${isLanguage ? 'knows' : 'does not know'} the language ${text}`, () => {
      const request = readBroken((one) => (one['answeredLanguage'] = text));
      expect(request?.answeredLanguage).to.equal(isLanguage ? text : undefined);
    });
  }

  for (const [text, isInstant] of [
    ['2026-11-22T10:00:00Z', true],
    ['2026-11-22t10:00:00z', true],
    ['2026-11-22T10:00:00-05:30', true],
    ['2026-11-22T10:00:00', false],
    ['2026-11-22T10:00:00+0100', false],
    ['2026-11-22T10:00:00+1:00', false],
    ['2026-11-22T10:00:00Z?', false],
    ['2026-13-22T10:00:00Z', false],
    ['Sun, 22 Nov 2026 10:00:00 Z', false],
    ['Sat Nov 21 2026 10:00:00 GMT+01:00 (dansk tid)', false],
  ] as const) {
    it(`${isInstant ? 'takes' : 'does not take'} ${text} for an instant`, () => {
      const request = readBroken((one) => (one['answeredAt'] = text))!;
      expect(request.answeredAt).to.equal(isInstant ? Date.parse(text.toUpperCase()) : undefined);
      expect(request.badFields).to.deep.equal(isInstant ? [] : ['answeredAt']);
    });
  }

  it('needs id, a known status and the consents', () => {
    for (const field of ['id', 'status', 'consents'])
      expect(
        readBroken((request) => delete request[field]),
        field,
      ).to.equal(undefined);
    expect(readBroken((request) => (request['status'] = 'maybe'))).to.equal(undefined);
    for (const body of [undefined, null, 'text', [], 1]) expect(readConsentRequest(body)).to.equal(undefined);
  });

  for (const name of [
    'version',
    'language',
    'heading',
    'introduction',
    'legalBasis',
    'refusalText',
    'withdrawalText',
  ]) {
    it(`tells that ${name} is missing: absent, empty, invisible or of another kind`, () => {
      for (const value of [undefined, null, '', ' \u200b', 5, {}]) {
        const request = readBroken(({ declaration }) => (declaration[name] = value));
        expect(request?.missing, JSON.stringify(value)).to.deep.equal([`declaration.${name}`]);
        expect(request?.declaration).to.have.property(name, '');
      }
    });
  }

  it('tells that the authority, or a part of a consent, is missing', () => {
    const missing = (break_: Parameters<typeof readBroken>[0]) => readBroken(break_)?.missing;
    expect(missing(({ authority }) => delete authority['name'])).to.deep.equal(['authority.name']);
    expect(missing(({ consents }) => (consents[0]!['data'] = []))).to.deep.equal(['consents.data']);
    expect(missing(({ consents }) => (consents[1]!['data'] = ['Diagnose', 7]))).to.deep.equal([
      'consents.data',
    ]);
    expect(missing(({ consents }) => (consents[1]!['data'] = ['Diagnose', ' ']))).to.deep.equal([
      'consents.data',
    ]);
    expect(missing(({ consents }) => delete consents[1]!['recipients'])).to.deep.equal([
      'consents.recipients',
    ]);
    expect(missing(({ consents }) => (consents[1]!['validTo'] = 'snart'))).to.deep.equal([
      'consents.validTo',
    ]);
    expect(missing(({ consents }) => (consents[1]!['id'] = 'c-1'))).to.deep.equal(['consents']);
    expect(missing(({ consents }) => delete consents[1]!['purpose'])).to.deep.equal(['consents']);
    expect(missing((request) => (request['consents'] = []))).to.deep.equal(['consents']);
    for (const [field, value] of [
      ['id', ''],
      ['status', 'maybe'],
    ] as const) {
      const request = readBroken(({ consents }) => (consents[1]![field] = value))!;
      expect([request.missing, request.leftOut, request.consents.length]).to.deep.equal([['consents'], 1, 1]);
      expect(request.badFields).to.deep.equal([`consents.${field}`]);
    }
  });

  it('does without what may be missing, and notes what is otherwise', () => {
    const request = readBroken((request) => {
      delete request['respondent'];
      delete request['answerBy'];
      request['redirectUrl'] = 7;
      request.authority.contact = { url: 'javascript:alert(1)', phone: 45 };
      request.authority['privacyPolicyUrl'] = 'data:,x';
      request['answeredAt'] = '2026-11-22';
      request['answeredLanguage'] = 'dansk!';
    })!;
    expect(request.missing).to.deep.equal([]);
    expect([...request.badFields].sort()).to.deep.equal([
      'answeredAt',
      'answeredLanguage',
      'authority.privacyPolicyUrl',
      'contact.phone',
      'contact.url',
      'redirectUrl',
    ]);
    expect(request.authority.url).to.equal(undefined);
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(...Object.keys(wire())), (value, field) => {
        readConsentRequest(value);
        readConsentRequest({ ...wire(), [field]: value });
      }),
      { numRuns: 200 },
    );
  });
});

describe('asking for a consent request, and answering it', () => {
  const lang = 'en';
  const request = readConsentRequest({ ...wire(), id: 'cr/1' })!;
  const write = { lang, idempotencyKey: 'k', ifMatch: '"e"' } as const;
  /** The only request, as it was sent. */
  function sent({ only }: ReturnType<typeof fakeBackend>['backend']) {
    const { url, init, headers } = only;
    const names = ['Accept-Language', 'Idempotency-Key', 'If-Match'];
    return [
      `${String(init.method)} ${url.replace('https://backend.test', '')}`,
      ...names.map((name) => headers.get(name)),
      typeof init.body === 'string' ? (JSON.parse(init.body) as unknown) : undefined,
    ];
  }

  it('reads one, also again where a fresh one is wanted', async () => {
    const { client, backend } = fakeBackend(json(wire()));
    const ask = { id: 'cr/1', lang, signal: new AbortController().signal } as const;
    expect((await getConsentRequest(client, { ...ask, fresh: false })).data?.id).to.equal('cr-1001');
    expect(sent(backend)[0]).to.equal('GET /consent-requests/cr%2F1');
    await getConsentRequest(client, { ...ask, fresh: true });
    expect(backend.calls).to.have.length(2);
    const other = fakeBackend(json({}));
    expect((await infoOf(getConsentRequest(other.client, { ...ask, fresh: false }))).code).to.equal(
      'bad-shape',
    );
  });

  it('sends the decisions with the version and language that were seen, whatever is answered', async () => {
    const { client, backend } = fakeBackend(json({ anything: 1 }));
    const decisions = [{ consentId: 'c-1', decision: 'given' }] as const;
    const answer = await answerConsentRequest(client, request, decisions, write);
    const { version, language } = request.declaration;
    expect(answer.data).to.deep.equal({
      receiptId: undefined,
      answeredAt: undefined,
      answeredVersion: version,
      answeredLanguage: language,
    });
    expect(sent(backend)).to.deep.equal([
      'POST /consent-requests/cr%2F1/answer',
      ...['en', 'k', '"e"'],
      { declarationVersion: version, language, decisions },
    ]);
  });

  it('reads of an answer to it what the receipt holds, tolerantly', async () => {
    for (const [receiptId, answeredAt, seen] of [
      ['kv-1', '2026-11-26T10:00:00+01:00', ['kv-1', Date.UTC(2026, 10, 26, 9)]],
      [7, 'i går', ['7', undefined]],
    ] as const) {
      const { client } = fakeBackend(json({ receiptId, answeredAt, status: 'accepted' }));
      const { data } = await answerConsentRequest(client, request, [], write);
      expect([data?.receiptId, data?.answeredAt]).to.deep.equal(seen);
    }
  });

  it('withdraws one', async () => {
    const { client, backend } = fakeBackend(new Response(null, { status: 204 }));
    await withdrawConsent(client, request, 'c/1', write);
    expect(sent(backend)).to.deep.equal([
      'POST /consent-requests/cr%2F1/consents/c%2F1/withdrawal',
      ...['en', 'k', '"e"', undefined],
    ]);
  });
});
