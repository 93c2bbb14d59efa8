import { expect } from '@open-wc/testing';
import { baseUrlOf } from './address.js';
import { BackendError } from './backend-error.js';

function whyNot(address: string | undefined): string {
  try {
    return `no failure: ${baseUrlOf(address)}`;
  } catch (error) {
    expect(error).to.be.instanceOf(BackendError);
    expect((error as BackendError).info).to.deep.equal({ kind: 'config', code: 'config', retryable: false });
    return (error as BackendError).message;
  }
}

describe('backend address', () => {
  for (const address of [undefined, '', '  ']) {
    it(`is missing: ${JSON.stringify(address)}`, () => {
      expect(whyNot(address)).to.equal('config backend-url is missing');
    });
  }

  for (const address of [
    'http://[',
    'http://',
    'javascript:alert(1)',
    ' JavaScript:alert(1)',
    'data:application/json,[]',
    'ftp://backend.test',
    'file:///etc/passwd',
    'blob:https://backend.test/1',
    'https://user@backend.test',
    'https://user:secret@backend.test',
    'https://:secret@backend.test',
  ]) {
    it(`is not usable: ${address}`, () => {
      expect(whyNot(address)).to.equal('config backend-url is not a usable http(s) address');
    });
  }

  for (const [address, base] of [
    ['https://backend.test', 'https://backend.test'],
    ['https://backend.test/', 'https://backend.test'],
    ['https://backend.test/api//', 'https://backend.test/api'],
    [' http://backend.test:8080/api ', 'http://backend.test:8080/api'],
    ['HTTPS://Backend.Test/Api', 'https://backend.test/Api'],
    ['https://backend.test/api?x=1#y', 'https://backend.test/api'],
    ['/api', `${location.origin}/api`],
    ['//backend.test/api', `${location.protocol}//backend.test/api`],
  ] as const) {
    it(`'${address}' becomes '${base}'`, () => {
      expect(baseUrlOf(address)).to.equal(base);
    });
  }

  it('may be relative to the page', () => {
    const folder = new URL('.', document.baseURI).href;
    expect(baseUrlOf('api/v1/')).to.equal(`${folder}api/v1`);
  });
});
