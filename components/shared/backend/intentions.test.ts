import { expect } from '@open-wc/testing';
import { BackendError, type BackendErrorInfo } from './backend-error.js';
import { Intentions } from './intentions.js';

const failure = (info: Partial<BackendErrorInfo>) =>
  new BackendError({ kind: 'http', code: 'http', retryable: false, ...info }, 'POST /x');

describe('idempotency key', () => {
  it('is the same for the same intention', () => {
    const intentions = new Intentions();
    expect(intentions.keyFor('dismiss 1')).to.equal(intentions.keyFor('dismiss 1'));
  });

  it('is long enough not to be guessed or met twice', () => {
    const keys = Array.from({ length: 500 }, () => new Intentions().keyFor('a'));
    expect(new Set(keys).size).to.equal(500);
    expect(keys.every((key) => /^(?=.{8,40}$)[a-z0-9]+(-[a-z0-9]+){3}$/.test(key))).to.be.true;
  });

  it('differs for another intention', () => {
    const intentions = new Intentions();
    expect(intentions.keyFor('dismiss 1')).not.to.equal(intentions.keyFor('dismiss 2'));
  });

  it('is a new one once the outcome is known', () => {
    const intentions = new Intentions();
    const key = intentions.keyFor('a');
    intentions.settle('a');
    expect(intentions.keyFor('a')).not.to.equal(key);
  });

  it('is a new one for another person', () => {
    const intentions = new Intentions();
    const key = intentions.keyFor('a');
    intentions.clear();
    expect(intentions.keyFor('a')).not.to.equal(key);
  });

  for (const [name, error, settled] of [
    ['400', failure({ status: 400 }), true],
    ['403', failure({ status: 403 }), true],
    ['404', failure({ status: 404 }), true],
    ['412', failure({ status: 412 }), true],
    ['422', failure({ status: 422 }), true],
    ['401', failure({ status: 401 }), false],
    ['408', failure({ status: 408 }), false],
    ['409', failure({ status: 409 }), false],
    ['425', failure({ status: 425 }), false],
    ['429', failure({ status: 429 }), false],
    ['500', failure({ status: 500 }), false],
    ['503', failure({ status: 503 }), false],
    ['no connection', failure({ kind: 'network' }), false],
    ['a time-out', failure({ kind: 'timeout' }), false],
    ['an answer that cannot be read', failure({ kind: 'contract', status: 200 }), false],
    // Nothing was sent this time; an earlier try under the key may have arrived all the same.
    ['no token', failure({ kind: 'config' }), false],
    ['something unexpected', new TypeError('x'), false],
  ] as const) {
    it(`is ${settled ? 'a new one' : 'kept'} after ${name}`, () => {
      const intentions = new Intentions();
      const key = intentions.keyFor('a');
      intentions.settleIfRefused('a', error);
      expect(intentions.keyFor('a') !== key).to.equal(settled);
    });
  }
});
