import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { makeConsentRequest } from '../../../mocks/index.js';
import { readConsentRequest } from './digitalt-samtykke.js';

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
    expect(missing(({ consents }) => delete consents[1]!['recipients'])).to.deep.equal([
      'consents.recipients',
    ]);
    expect(missing(({ consents }) => (consents[1]!['validTo'] = 'snart'))).to.deep.equal([
      'consents.validTo',
    ]);
    expect(missing(({ consents }) => (consents[1]!['id'] = 'c-1'))).to.deep.equal(['consents']);
    expect(missing(({ consents }) => delete consents[1]!['purpose'])).to.deep.equal(['consents']);
    expect(missing((request) => (request['consents'] = []))).to.deep.equal(['consents']);
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
