import { expect } from '@open-wc/testing';
import type { Configuration } from './configuration.js';
import { configure, now, pageState, whenStarted } from './page-state.js';
import { captureConsole } from './testing/console-lines.js';
import { resetConfiguration } from './testing/page.js';

const lines = captureConsole();
resetConfiguration();

/** As a page in plain JavaScript may call it. */
const loose = (settings: unknown) => configure(settings as Configuration);

/** What `configure` tells its listeners meanwhile. */
function changesOf(action: () => void): string[][] {
  const told: string[][] = [];
  const listener = (changed: ReadonlySet<string>) => told.push([...changed]);
  pageState().listeners.add(listener);
  action();
  pageState().listeners.delete(listener);
  return told;
}

describe('state of the page', () => {
  it('hangs on one symbol, which no loop over the window meets', () => {
    const key = Symbol.for('skranke.v1');
    const state = pageState();
    expect((globalThis as unknown as Record<symbol, unknown>)[key] === state).to.be.true;
    expect(Object.getOwnPropertyDescriptor(globalThis, key)?.enumerable).to.be.false;
  });

  it('is the same for a second copy of the kit', async () => {
    const path = './page-state.ts?copy';
    const copy = (await import(path)) as { pageState: typeof pageState };
    expect(copy.pageState === pageState).to.be.false;
    expect(copy.pageState() === pageState()).to.be.true;
  });
});

describe('configure', () => {
  it('keeps what is not named, and puts a default back with undefined', () => {
    configure({ backendUrl: '/a', lang: 'en' });
    configure({ lang: undefined });
    const { backendUrl, lang } = pageState().config;
    expect([backendUrl, lang]).to.deep.equal(['/a', undefined]);
  });

  it('tells which settings have another value now', () => {
    configure({ backendUrl: '/a', lang: 'da' });
    expect(changesOf(() => configure({ backendUrl: '/a', lang: 'en', timeoutMs: 5 }))).to.deep.equal([
      ['lang', 'timeoutMs'],
    ]);
  });

  it('tells nothing when nothing changed', () => {
    configure({ backendUrl: '/a' });
    expect(changesOf(() => configure({ backendUrl: '/a' }))).to.deep.equal([]);
  });

  it('may be called from a listener that it tells', () => {
    const again = changesOf(() => {
      const once = () => {
        pageState().listeners.delete(once);
        configure({ lang: 'en' });
      };
      pageState().listeners.add(once);
      configure({ backendUrl: '/b' });
    });
    expect(again).to.deep.equal([['backendUrl'], ['lang']]);
  });

  for (const [name, settings, key] of [
    ['an unknown key', { backendURL: '/a' }, 'backendURL'],
    ['a key that every object has', { toString: 'x' }, 'toString'],
    ['a number for a string', { backendUrl: 7 }, 'backendUrl'],
    ['a token for the function that gets it', { getToken: 'abc' }, 'getToken'],
    ['a string for a list', { linkHosts: 'post.borger.dk' }, 'linkHosts'],
    ['an object for a list', { linkHosts: {} }, 'linkHosts'],
    ['a set for a list', { allowedReturnOrigins: new Set(['https://a.dk']) }, 'allowedReturnOrigins'],
    ['a list of something else', { frameOrigins: [7] }, 'frameOrigins'],
    ['null', { headers: null }, 'headers'],
    ['a string for a number', { timeoutMs: '8000' }, 'timeoutMs'],
    ['a header that cannot be sent', { headers: { 'X Y': '1' } }, 'headers'],
    ['credentials of an unknown kind', { credentials: 'always' }, 'credentials'],
  ] as const) {
    it(`ignores ${name} with one warning, and takes the rest`, () => {
      const before = pageState().config;
      expect(changesOf(() => loose({ ...settings, lang: 'en' }))).to.deep.equal([['lang']]);
      expect(pageState().config).to.deep.equal({ ...before, lang: 'en' });
      expect(lines()).to.deep.equal([`[skranke] configure: '${key}' is unknown or of the wrong type`]);
    });
  }

  it('never quotes a value', () => {
    loose({ getToken: 'SECRET' });
    expect(lines().join()).not.to.contain('SECRET');
  });

  for (const nothing of [undefined, null]) {
    it(`throws nothing for ${nothing}`, () => {
      expect(changesOf(() => loose(nothing))).to.deep.equal([]);
    });
  }
});

describe('clock', () => {
  it("is the machine's by default", () => {
    expect(now()).to.be.closeTo(Date.now(), 1_000);
  });

  it('is the one of configure', () => {
    configure({ now: () => 1_000 });
    expect(now()).to.equal(1_000);
  });

  for (const [name, clock] of [
    ['NaN', () => NaN],
    ['a time that no date can hold', () => 1e20],
    ['a text', () => '1700000000000' as unknown as number],
    ['a date', () => new Date(0) as unknown as number],
    [
      'an exception',
      () => {
        throw new Error('120456-1234');
      },
    ],
  ] as const) {
    it(`is the machine's when the other one gives ${name}, which is said once`, () => {
      configure({ now: clock });
      expect(now()).to.be.closeTo(Date.now(), 1_000);
      expect(now()).to.be.closeTo(Date.now(), 1_000);
      expect(lines()).to.deep.equal(["[skranke] configure: 'now' gives no time"]);
    });
  }
});

describe('start', () => {
  it('has come, so that a callback comes at once', async () => {
    await new Promise<void>((resolve) => whenStarted(resolve));
    let called = false;
    whenStarted(() => (called = true));
    expect([called, pageState().started]).to.deep.equal([true, true]);
  });

  /** The order of events in a page of its own, which loads this module and ends with `more`. */
  async function orderIn(more: string): Promise<string[]> {
    const frame = document.createElement('iframe');
    const order = new Promise<string[]>((resolve) => {
      window.addEventListener('message', ({ data }) => resolve(data as string[]), { once: true });
    });
    const url = new URL('./page-state.ts', import.meta.url).href;
    frame.srcdoc = `<!doctype html><script type="module">
      import { whenStarted } from ${JSON.stringify(url)};
      const order = ['module'];
      document.addEventListener('DOMContentLoaded', () => {
        order.push('DOMContentLoaded');
        Promise.resolve().then(() => order.push('microtask'));
      });
      const end = (name) => {
        order.push(name);
        if (name === 'last') parent.postMessage(order, '*');
      };
      ${more}
    </script>`;
    document.body.append(frame);
    const result = await order;
    frame.remove();
    return result;
  }

  it('comes a task after DOMContentLoaded, for all in the order in which they asked', async () => {
    const order = await orderIn(`
      whenStarted(() => end('first'));
      whenStarted(() => end('last'));
      document.addEventListener('DOMContentLoaded', () => order.push('script after it'));
    `);
    // When microtasks of a listener run, before or after the next listener, is the engine's.
    expect(order.filter((name) => name !== 'microtask')).to.deep.equal([
      ...['module', 'DOMContentLoaded', 'script after it', 'first', 'last'],
    ]);
    expect(order.indexOf('microtask')).to.be.within(2, 3);
  });

  it('comes also for one who asks in the last listener of DOMContentLoaded', async () => {
    const order = await orderIn(
      "document.addEventListener('DOMContentLoaded', () => whenStarted(() => end('last')));",
    );
    expect(order).to.deep.equal(['module', 'DOMContentLoaded', 'microtask', 'last']);
  });

  it('comes also for one who asks after the page has loaded', async () => {
    const order = await orderIn("window.addEventListener('load', () => whenStarted(() => end('last')));");
    expect(order).to.deep.equal(['module', 'DOMContentLoaded', 'microtask', 'last']);
  });
});
