import { expect, fixtureSync, html } from '@open-wc/testing';
import { flush } from '../testing/fake-time.js';
import { LangWatcher, nearestLang, supported } from './lang-watcher.js';

/** An element in a shadow root in a shadow root. */
function deep(lang: string): { outer: HTMLElement; inner: HTMLElement; element: HTMLElement } {
  const outer = fixtureSync<HTMLElement>(html`<div lang=${lang}><span></span></div>`);
  const host = outer.querySelector('span')!;
  const inner = document.createElement('div');
  host.attachShadow({ mode: 'open' }).append(inner);
  const element = document.createElement('p');
  inner.attachShadow({ mode: 'open' }).append(element);
  return { outer, inner, element };
}

describe('supported language', () => {
  for (const [text, lang] of [
    ['da', 'da'],
    ['da-DK', 'da'],
    ['EN-gb', 'en'],
    ['de', undefined],
    ['dan', undefined],
    ['', undefined],
    [null, undefined],
    [undefined, undefined],
  ] as const) {
    it(`of ${JSON.stringify(text)} is ${lang}`, () => {
      expect(supported(text)).to.equal(lang);
    });
  }
});

describe('nearest language', () => {
  it("is the element's own", () => {
    const place = fixtureSync(html`<div lang="da"><p lang="en"></p></div>`);
    expect(nearestLang(place.querySelector('p')!)).to.equal('en');
  });

  it('is found through shadow roots', () => {
    expect(nearestLang(deep('en').element)).to.equal('en');
  });

  it('passes over those that the kit does not speak', () => {
    const place = fixtureSync(
      html`<div lang="en">
        <div lang="de"><p lang="sv"></p></div>
      </div>`,
    );
    expect(nearestLang(place.querySelector('p')!)).to.equal('en');
  });

  it('passes over an empty one', () => {
    const place = fixtureSync(html`<div lang="en"><p lang=""></p></div>`);
    expect(nearestLang(place.querySelector('p')!)).to.equal('en');
  });

  it('may be none', () => {
    expect(nearestLang(document.createElement('p'))).to.equal(undefined);
  });
});

describe('watching the language', () => {
  const setUp = (lang = 'da') => {
    const places = deep(lang);
    const seen: (string | undefined)[] = [];
    const watcher = new LangWatcher();
    const stop = watcher.watch(places.element, () => seen.push(nearestLang(places.element)));
    return { ...places, seen, watcher, stop };
  };

  it('tells of a change far outside', async () => {
    const { outer, seen, stop } = setUp();
    outer.lang = 'en';
    await flush();
    stop();
    expect(seen).to.deep.equal(['en']);
  });

  it('tells of a change inside a shadow root around it', async () => {
    const { inner, seen, stop } = setUp();
    inner.lang = 'en';
    await flush();
    stop();
    expect(seen).to.deep.equal(['en']);
  });

  it('tells of a change of its own', async () => {
    const { element, seen, stop } = setUp();
    element.lang = 'en';
    await flush();
    stop();
    expect(seen).to.deep.equal(['en']);
  });

  it('tells nothing once it has ended', async () => {
    const { outer, seen, stop } = setUp();
    stop();
    outer.lang = 'en';
    await flush();
    expect(seen).to.deep.equal([]);
  });

  it('goes on for others when one ends', async () => {
    const { outer, seen, watcher, stop } = setUp();
    watcher.watch(document.createElement('p'), () => {})();
    outer.lang = 'en';
    await flush();
    stop();
    expect(seen).to.deep.equal(['en']);
  });

  it('begins again after all had ended', async () => {
    const { outer, element, seen, watcher, stop } = setUp();
    stop();
    const stopAgain = watcher.watch(element, () => seen.push(nearestLang(element)));
    outer.lang = 'en';
    await flush();
    stopAgain();
    expect(seen).to.deep.equal(['en']);
  });

  it('tells nothing of other attributes', async () => {
    const { outer, seen, stop } = setUp();
    outer.title = 'x';
    await flush();
    stop();
    expect(seen).to.deep.equal([]);
  });
});
