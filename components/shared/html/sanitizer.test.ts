import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { httpUrl } from '../i18n/identifiers.js';
import { sanitize } from './sanitizer.js';

const clean = (html: string) =>
  sanitize(html, (link) => httpUrl(link.getAttribute('href') ?? '') !== undefined);
const TAGS = 'P DIV BR UL OL LI DL DT DD STRONG B EM I SUB SUP BLOCKQUOTE A'.split(' ');

/** Whether nothing but text structure and web links is left, and nothing that was added later runs. */
function expectHarmless(box: HTMLElement): void {
  for (const element of box.querySelectorAll('*')) {
    expect(TAGS).to.include(element.tagName);
    expect(element.namespaceURI).to.equal('http://www.w3.org/1999/xhtml');
    for (const { name, value } of element.attributes) {
      expect([element.tagName, name]).to.deep.equal(['A', 'href']);
      expect(value).to.match(/^https?:/i);
    }
  }
}

/** What comes after `parent.` below tells that something ran. */
const HOSTILE = [
  '<script>window.ran=1</script>',
  '<SCRIPT SRC=https://evil.test/x.js></SCRIPT>',
  '<scr<script>ipt>window.ran=1</scr</script>ipt>',
  '<img src=x onerror=window.ran=1>',
  '<p onclick="window.ran=1" onmouseover=window.ran=1>x</p>',
  '<body onload=window.ran=1>',
  '<details open ontoggle=window.ran=1>x</details>',
  '<a href="javascript:window.ran=1">x</a>',
  '<a href=" &#14; javascript:window.ran=1">x</a>',
  '<a href="jav&#x0A;ascript:window.ran=1">x</a>',
  '<a href="JaVaScRiPt:window.ran=1">x</a>',
  '<a href="data:text/html,<script>window.ran=1</script>">x</a>',
  '<a href="vbscript:x">x</a>',
  '<a href="//evil.test">x</a>',
  '<a href="https://a.test" target=_top rel=opener ping=https://evil.test download id=x name=y class=z>x</a>',
  '<a href="https://a.test" style="position:fixed;inset:0">x</a>',
  '<style>*{display:none}</style>x',
  '<link rel=stylesheet href=https://evil.test/x.css>',
  '<meta http-equiv=refresh content="0;url=https://evil.test">',
  '<base href=https://evil.test/>',
  '<svg onload=window.ran=1><a xlink:href="javascript:window.ran=1"><text>x</text></a></svg>',
  '<svg><animate onbegin=window.ran=1 attributeName=x dur=1s></svg>',
  '<svg><use href="data:image/svg+xml,<svg id=x xmlns=http://www.w3.org/2000/svg></svg>#x"></svg>',
  '<math><a xlink:href="javascript:window.ran=1">x</a></math>',
  '<form action=https://evil.test><input name=cpr><button>Send</button></form>',
  '<button form=x formaction="javascript:window.ran=1">x</button>',
  '<iframe src="javascript:window.ran=1"></iframe><iframe srcdoc="<script>parent.ran=1</script>"></iframe>',
  '<object data="data:text/html,x"></object><embed src=x><applet code=x></applet>',
  '<video poster=https://evil.test/x src=x onerror=window.ran=1><source src=x></video>',
  '<template><img src=x onerror=window.ran=1></template>',
  '<noscript><p title="</noscript><img src=x onerror=window.ran=1>"></noscript>',
  '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=window.ran=1&gt;">',
  '<svg></p><style><a id="</style><img src=1 onerror=window.ran=1>">',
  '<form><math><mtext></form><form><mglyph><style></math><img src onerror=window.ran=1>',
  '<table><td background=https://evil.test/x style=x>x</td></table>',
  '<h2 id=heading><a href="https://a.test"><h3>x</h3></a></h2>',
  '<p id=cookie name=cookie slot=x part=message is=x-y>x</p>',
  '<skranke-deadline-list backend-url=https://evil.test></skranke-deadline-list>',
  '<!--><img src=x onerror=window.ran=1>-->',
  '<div><div><div><div><script>window.ran=1</script></div></div></div></div>',
  '<xss style="x:expression(window.ran=1)">x',
  '<p>' + '<b>'.repeat(600) + 'x',
];

describe('sanitiser', () => {
  for (const part of ['<a', '<a"', "<a'", '<base', '<base ', '<a href="x', '<a on']) {
    // Read anew to the end from each of them, it would take minutes.
    it(`comes to an end with 100,000 times ${part}`, () => {
      expectHarmless(clean(part.repeat(100_000)));
    });
  }

  const ran = () => (window as unknown as { ran?: number }).ran;

  for (const html of HOSTILE) {
    it(`makes harmless: ${html.slice(0, 80)}`, async () => {
      const box = clean(html);
      expectHarmless(box);
      document.body.append(box);
      await new Promise((resolve) => requestAnimationFrame(resolve));
      box.remove();
      expect(ran()).to.equal(undefined);
    });
  }

  it('makes any mixture of them harmless', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...HOSTILE.slice(0, -1), 'x', '</p>', '<p>', '<table>')),
        (parts) => {
          expectHarmless(clean(parts.join('')));
        },
      ),
      { numRuns: 60 },
    );
  });

  it('keeps the structure of a text', () => {
    const html =
      '<p>a <strong>b</strong> <em>c</em><br>H<sub>2</sub>O</p><ul><li>d</li></ul><blockquote>e</blockquote>';
    expect(clean(html).innerHTML).to.equal(html);
  });

  it('keeps the words of what it takes away', () => {
    expect(
      clean('<div><font color=red>a</font> <table><tr><td>b</td></tr></table></div>').textContent,
    ).to.equal('a b');
  });

  it('keeps apart what stood apart', () => {
    expect(clean('<div href="https://a.test">a</div><section class="x">b</section>').innerHTML).to.equal(
      '<div>a</div><div>b</div>',
    );
    const table = '<table><tr><th>a</th><td>b</td></tr><tr><td><p>c</p></td><td>d</td></tr></table>';
    expect(clean(table).innerHTML).to.equal('<div>a b</div><div><p>c</p> d</div>');
  });

  for (const level of [1, 2, 3, 4, 5, 6]) {
    it(`makes a bold paragraph of a heading of level ${level}`, () => {
      expect(clean(`<h${level}>a <em>b</em></h${level}>`).innerHTML).to.equal(
        '<p><strong>a <em>b</em></strong></p>',
      );
    });
  }

  it('leaves the words of a link that may not be one', () => {
    const box = sanitize('<p><a href="https://a.test">a <b>b</b></a></p>', () => false);
    expect(box.innerHTML).to.equal('<p>a <b>b</b></p>');
  });

  for (const href of ['ftp://a.test', 'mailto:a@b.dk', 'tel:112', '//a.test', '/a', '#a', 'callto:x']) {
    it(`leaves no address ${href}, whatever the caller finds`, () => {
      expect(sanitize(`<a href="${href}">a</a>`, () => true).innerHTML).to.equal('<a>a</a>');
    });
  }

  it('asks about every link', () => {
    const seen: (string | null)[] = [];
    sanitize('<a href="https://a.test/1">a</a><p><a href="http://a.test/2">b</a><a>c</a></p>', (link) => {
      seen.push(link.getAttribute('href'));
      return true;
    });
    expect(seen).to.deep.equal(['https://a.test/1', 'http://a.test/2', null]);
  });
});
