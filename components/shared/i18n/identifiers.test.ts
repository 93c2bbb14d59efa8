import { expect } from '@open-wc/testing';
import { httpUrl, isCpr, isCvr, isUuidShaped } from './identifiers.js';

const cases = (
  name: string,
  check: (text: string) => boolean,
  { good, bad }: { good: string[]; bad: string[] },
) => {
  describe(name, () => {
    for (const text of good) it(`is ${text}`, () => expect(check(text)).to.be.true);
    for (const text of bad) it(`is not ${JSON.stringify(text)}`, () => expect(check(text)).to.be.false);
  });
};

cases('id in the shape of a UUID', isUuidShaped, {
  good: ['14d6e9ad-fc0e-3918-0000-0000000000ea', '14D6E9AD-FC0E-3918-0000-0000000000EA'],
  bad: [
    '',
    '14d6e9adfc0e391800000000000000ea',
    '14d6e9ad-fc0e-3918-0000-0000000000e',
    '14d6e9ad-fc0e-3918-0000-0000000000eg',
    ' 14d6e9ad-fc0e-3918-0000-0000000000ea',
    '14d6e9ad-fc0e-3918-0000-0000000000ea\n',
  ],
});

cases('CVR number', isCvr, {
  good: ['12345678', '00000000'],
  bad: ['1234567', '123456789', '1234 5678', 'DK12345678', '1234567x', '12345678\n', '١٢٣٤٥٦٧٨'],
});

cases('CPR number as it is sent', isCpr, {
  good: ['1312410000', '0101019999'],
  bad: ['131241-0000', '131241000', '13124100000', '131241****', '1312410000\n'],
});

describe('web address', () => {
  for (const text of ['https://post.borger.dk/x?y=1', 'http://localhost:4010', 'HTTPS://A.TEST']) {
    it(`is ${text}`, () => {
      expect(httpUrl(text)?.href).to.equal(new URL(text).href);
    });
  }

  for (const text of [
    '',
    'www.borger.dk',
    '/x',
    '//evil.test',
    'http://[',
    'nothttps://a.test',
    'javascript:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    'mailto:a@b.dk',
    'tel:112',
    'blob:https://a.test/1',
  ]) {
    it(`is not ${JSON.stringify(text)}`, () => {
      expect(httpUrl(text)).to.equal(undefined);
    });
  }

  it('may be relative where a base is given', () => {
    expect(httpUrl('../x', 'https://a.test/b/c/')?.href).to.equal('https://a.test/b/x');
  });

  it('has the kind of the whole, not of the base', () => {
    expect(httpUrl('javascript:alert(1)', 'https://a.test')).to.equal(undefined);
  });
});
