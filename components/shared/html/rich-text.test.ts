import { expect, fixture, html } from '@open-wc/testing';
import { property } from '../decorators.js';
import { ReactiveElement } from '../reactive-element.js';
import { flush } from '../testing/fake-time.js';
import { hasMarkup, RichTexts, withoutMarkup } from './rich-text.js';

/** One text on a page. */
class TextHost extends ReactiveElement {
  @property() source = '';
  @property() words = '(nyt vindue)';
  failures = 0;

  readonly texts = new RichTexts(
    this,
    () => this.words,
    () => (this.failures += 1),
  );

  protected override render(): unknown {
    return html`<div id="place">${this.texts.render('a', this.source)}</div>`;
  }
}
customElements.define('text-host', TextHost);

async function show(source: string): Promise<{ host: TextHost; place: HTMLElement }> {
  const host = await fixture<TextHost>(html`<text-host .source=${source}></text-host>`);
  const place = host.renderRoot.querySelector<HTMLElement>('#place')!;
  await settle(() => place.childElementCount > 0 || source.trim() === '');
  return { host, place };
}

async function settle(done: () => boolean): Promise<void> {
  for (let i = 0; i < 100 && !done(); i++) await flush();
}

describe('text with markup', () => {
  for (const text of ['<p>a</p>', 'a<br/>b', '</p>', 'a<!-- b -->', '&aelig;', '&#230;', '&#xe6;', '<B>a']) {
    it(`is ${text}`, () => {
      expect(hasMarkup(text)).to.be.true;
    });
  }

  for (const text of ['', 'Moms & told', '5 < 6', '<3', 'a > b', 'A&B', 'x & y;', '& #230;', 'R&D']) {
    it(`is not ${JSON.stringify(text)}`, () => {
      expect(hasMarkup(text)).to.be.false;
    });
  }
});

describe('text without its markup', () => {
  for (const [source, text] of [
    ['<p>a</p><p>b</p>', 'a\nb'],
    ['a<br>b<br/>c', 'a\nb\nc'],
    ['<ul><li>a</li><li>b</li></ul>', 'a\nb'],
    ['<a href="https://a.test">a</a>', 'a'],
    ['a<script>alert(1)</script>b', 'ab'],
    ['a<style>p{}</style >b', 'ab'],
    ['a<SCRIPT>alert(1)', 'a'],
    ['a<!-- b <p> -->c', 'ac'],
    ['a<!-- b', 'a'],
    ['5 &lt; 6 &amp; 7 &gt; 6&nbsp;!', '5 < 6 & 7 > 6\u00A0!'],
    ['&amp;lt;', '&lt;'],
    ['&unknown;', '&unknown;'],
    ['&aring;rsregnskab &ndash; &AElig;&oslash;&eacute;&hellip;', 'årsregnskab – Æøé…'],
    ['&#230;&#xe6;&#XE6; &#150; &#x110000;', 'æææ – \uFFFD'],
    ['&lt;img src=x onerror=alert(1)&gt;', '<img src=x onerror=alert(1)>'],
    ['<<b>img src=x onerror=alert(1)>', '<img src=x onerror=alert(1)>'],
    ['<div>a</div><div>b</div>', 'a\nb'],
    ['<table><tr><td>a</td><td>b</td></tr><tr><th>c</th></tr></table>', 'a b\nc'],
    ['<dl><dt>a</dt><dd>b</dd></dl>', 'a\nb'],
    ['a <b', 'a'],
    ['<h2>a</h2>b', 'a\nb'],
  ] as const) {
    it(`of ${source} is readable`, () => {
      expect(withoutMarkup(source)).to.equal(text);
    });
  }

  it('does not take for ever', () => {
    const begun = performance.now();
    withoutMarkup('<script'.repeat(1_500) + '<!--'.repeat(2_500) + '<p'.repeat(5_000));
    expect(performance.now() - begun).to.be.below(500);
  });
});

describe('text of an authority', () => {
  it('is shown as text when it has no markup', async () => {
    const { place } = await show('5 < 6\nto linjer');
    expect(place.querySelector('p.plain')?.textContent).to.equal('5 < 6\nto linjer');
  });

  it('is nothing when it is empty', async () => {
    const { place } = await show('');
    expect(place.childElementCount).to.equal(0);
  });

  it('is cleaned', async () => {
    const { place } = await show('<h2>Moms</h2><p onclick="x">a<script>b</script></p>');
    const box = place.firstElementChild!;
    expect(box.className).to.equal('rich stack');
    expect(box.innerHTML).to.equal('<p><strong>Moms</strong></p><p>a</p>');
  });

  it('has links that open a new window, with icon and words', async () => {
    const { place } = await show('<p><a href="https://a.test/x">Læs</a></p>');
    const link = place.querySelector('a')!;
    expect([link.href, link.target, link.rel]).to.deep.equal([
      'https://a.test/x',
      '_blank',
      'noopener noreferrer',
    ]);
    expect(link.querySelector('svg')?.getAttribute('aria-hidden')).to.equal('true');
    expect(link.textContent.replace(/\s+/g, ' ').trim()).to.equal('Læs (nyt vindue)');
  });

  for (const source of [
    '<p>a<a href="javascript:x">b</a></p>',
    '<p>a<a href="/b">b</a></p>',
    '<p>a<a>b</a></p>',
    '<p>ab<a href="https://a.test"> </a></p>',
  ]) {
    it(`has no link in ${source}`, async () => {
      const { place } = await show(source);
      expect(place.querySelector('a')).to.equal(null);
      expect(place.textContent.trim()).to.equal('ab');
    });
  }

  it('follows the text', async () => {
    const { host, place } = await show('<p>a</p>');
    host.source = '<p>b</p>';
    await settle(() => place.textContent === 'b');
    expect(place.querySelector('.rich')?.innerHTML).to.equal('<p>b</p>');
  });

  it('stays until the new one is clean', async () => {
    const { host, place } = await show('<p>a</p>');
    host.source = '<p>b</p>';
    await host.updateComplete;
    expect(place.textContent).to.equal('a');
  });

  it('follows the language', async () => {
    const { host, place } = await show('<p><a href="https://a.test/x">x</a></p>');
    host.words = '(new window)';
    await settle(() => place.textContent.includes('(new window)'));
    expect(place.querySelector('a')?.textContent).to.contain('(new window)');
  });

  it('is cleaned once, and stays the same node', async () => {
    const { host, place } = await show('<p>a</p>');
    const before = place.querySelector('p');
    host.requestUpdate();
    await host.updateComplete;
    await flush();
    expect(place.querySelector('p')).to.equal(before);
  });

  it('is forgotten by clear()', async () => {
    const { host, place } = await show('<p>a</p>');
    host.texts.clear();
    host.requestUpdate();
    await host.updateComplete;
    expect(place.textContent).to.equal('');
  });
});

describe('sanitiser that is refused', () => {
  /** A page where Trusted Types leave no room for the sanitiser. */
  async function inStrictPage(source: string): Promise<string> {
    const frame = document.createElement('iframe');
    const answer = new Promise<string>((resolve) => {
      window.addEventListener('message', ({ data }) => resolve(String(data)), { once: true });
    });
    const url = new URL('./rich-text.ts', import.meta.url).href;
    frame.srcdoc = `<!doctype html>
      <meta http-equiv="Content-Security-Policy" content="require-trusted-types-for 'script'; trusted-types lit-html">
      <body><div id="place"></div><script type="module">
      import { RichTexts } from ${JSON.stringify(url)};
      import { render } from ${JSON.stringify(new URL('/node_modules/lit/index.js', location.origin).href)};
      const place = document.querySelector('#place');
      let failures = 0;
      const host = { requestUpdate() {
        render(texts.render('a', ${JSON.stringify(source)}), place);
        parent.postMessage(failures + ' ' + place.children[0].className + ' ' + place.textContent, '*');
      } };
      const texts = new RichTexts(host, () => '', () => failures++);
      texts.render('a', ${JSON.stringify(source)});
    </script>`;
    document.body.append(frame);
    const result = await answer;
    frame.remove();
    return result;
  }

  it('leaves plain text, and says so', async () => {
    expect(await inStrictPage('<p>&aring; <b>b</b></p>')).to.equal('1 plain å b');
  });
});
