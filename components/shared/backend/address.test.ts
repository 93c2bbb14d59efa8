import { expect } from '@open-wc/testing';
import { baseUrlOf, fillPath } from './address.js';
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

describe('path of a request', () => {
  it('is the template itself where there is nothing to fill in', () => {
    expect(fillPath('/activities')).to.equal('/activities');
  });

  it('takes any value as one segment', () => {
    expect(fillPath('/a/{id}/b/{name}', { id: '../x?y#z', name: 'æ %2e' })).to.equal(
      '/a/..%2Fx%3Fy%23z/b/%C3%A6%20%252e',
    );
  });

  it('repeats the name of a list, and leaves an empty one out', () => {
    const query = { page: 0, status: ['A', 'B&C'], type: [] };
    expect(fillPath('/a', {}, query)).to.equal('/a?page=0&status=A&status=B%26C');
  });

  for (const params of [{}, { id: '' }, { id: '.' }, { id: '..' }]) {
    it(`is refused, without a word of the value, for ${JSON.stringify(params)}`, () => {
      expect(() => fillPath('/a/{id}', params))
        .to.throw(BackendError, 'bad-shape /a/{id}')
        .with.deep.property('info', { kind: 'contract', code: 'bad-shape', retryable: false });
    });
  }
});
