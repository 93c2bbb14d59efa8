import { aTimeout, expect } from '@open-wc/testing';
import { Unfolding } from './unfolding.js';

describe('unfolding a list', () => {
  it('is what stands around it, then a screen of rows, then all of them, each a task later', async () => {
    const seen: number[] = [];
    const unfolding = new Unfolding(() => {
      unfolding.next();
      seen.push(unfolding.most);
    });
    expect([unfolding.next(), unfolding.most]).to.deep.equal([false, 0]);
    await Promise.resolve();
    expect(seen, 'in the same task').to.deep.equal([]);
    await aTimeout(20);
    expect(seen).to.deep.equal([Math.ceil(innerHeight / 48)]);
    await aTimeout(100);
    expect(seen.slice(1)).to.deep.equal([Infinity]);
    expect([unfolding.next(), unfolding.most], 'from then on').to.deep.equal([true, Infinity]);
  });
});
