/** The themes' colours as the browser computes them: contrast of every pair in use, brands, and the switch at run time. */
import { expect, fixture } from '@open-wc/testing';
import { html } from 'lit';
import { needMedia, onPaper, resetMedia } from '../components/shared/testing/media.js';
import { blend, contrast, rgba, type Pair } from './colours.js';
import { WidgetHarness, type Widget } from '../components/shared/testing/harness.js';
import { showList } from './deadline-list.fixture.js';
import { mountStory, storiesOf, usePilot } from './fixtures.js';
import { storyModules } from './story-modules.js';

const THEMES = ['base', 'borger', 'virk', 'intranet'];
const SCHEMES = ['light', 'dark'] as const;

/** Yellow, black, white, mid grey, saturated ones, a pale one, and some outside of sRGB. */
const BRANDS = [
  ...['#ffff00', '#000000', '#ffffff', '#808080', '#ff0000', '#00ff00', '#0000ff', '#00ffff', '#ff00ff'],
  ...['#fdf6e3', '#7a1f5c', '#0b3d2e', 'oklch(0.7 0.3 150)', 'color(display-p3 1 0 0)'],
];

const sheets: HTMLElement[] = [];
let pairs: readonly Pair[] = [];
const css = new Map<string, string>();

async function textOf(path: string): Promise<string> {
  return (await fetch(path)).text();
}

/** Puts a theme on the page as a host does: base first. */
function wear(theme: string, more = ''): void {
  for (const text of [css.get('base'), theme === 'base' ? '' : css.get(theme), more]) {
    const style = document.createElement('style');
    style.textContent = text ?? '';
    document.head.append(style);
    sheets.push(style);
  }
}

function takeOff(): void {
  for (const sheet of sheets.splice(0)) sheet.remove();
  document.documentElement.removeAttribute('data-skranke-scheme');
}

/** Pairs that have too little contrast, as text. */
function weakPairs(place: HTMLElement): string[] {
  const value = (token: string) => {
    place.style.color = `var(--skranke-${token})`;
    return rgba(getComputedStyle(place).color);
  };
  return pairs.flatMap(({ front, on, least }) =>
    on.flatMap((back) => {
      const ratio = contrast(blend(value(front), value(back)), value(back));
      return ratio >= least ? [] : [`${front} on ${back}: ${ratio.toFixed(2)}, needs ${least}`];
    }),
  );
}

before(async () => {
  await usePilot();
  for (const theme of THEMES) css.set(theme, await textOf(`/themes/${theme}.css`));
  pairs = JSON.parse(await textOf('/stories/token-pairs.json')) as Pair[];
});

describe('themes', () => {
  let place: HTMLElement;

  beforeEach(async () => {
    document.documentElement.style.colorScheme = '';
    place = await fixture<HTMLElement>(html`<div>x</div>`);
  });
  afterEach(takeOff);

  for (const theme of THEMES) {
    for (const scheme of SCHEMES) {
      it(`${theme}, ${scheme}: every pair in use has its contrast`, () => {
        wear(theme);
        document.documentElement.dataset['skrankeScheme'] = scheme;
        expect(weakPairs(place)).to.deep.equal([]);
      });
    }
  }

  for (const brand of BRANDS) {
    it(`the brand ${brand} has contrast in both schemes`, () => {
      wear('intranet', `:root { --skranke-brand: ${brand}; }`);
      for (const scheme of SCHEMES) {
        document.documentElement.dataset['skrankeScheme'] = scheme;
        expect(weakPairs(place), scheme).to.deep.equal([]);
      }
    });
  }

  it('a brand that is dark enough is used as it is', () => {
    wear('intranet', ':root { --skranke-brand: #7a1f5c; }');
    document.documentElement.dataset['skrankeScheme'] = 'light';
    place.style.color = 'var(--skranke-primary)';
    expect(rgba(getComputedStyle(place).color).slice(0, 3)).to.deep.equal([0x7a, 0x1f, 0x5c]);
  });

  it('one part of a page can have a brand of its own', () => {
    wear('intranet', '.x { --skranke-brand: #7a1f5c; }');
    document.documentElement.dataset['skrankeScheme'] = 'light';
    place.className = 'x';
    place.dataset['skrankeTheme'] = 'intranet';
    place.style.color = 'var(--skranke-primary)';
    expect(rgba(getComputedStyle(place).color).slice(0, 3)).to.deep.equal([0x7a, 0x1f, 0x5c]);
  });

  it('a page’s own short names do not touch the colours of a brand', () => {
    wear('intranet', ':root { --skranke-brand: #7a1f5c; --_dark: #111; --_b: 2px; }');
    document.documentElement.dataset['skrankeScheme'] = 'light';
    place.style.color = 'var(--skranke-primary)';
    expect(rgba(getComputedStyle(place).color).slice(0, 3)).to.deep.equal([0x7a, 0x1f, 0x5c]);
  });

  for (const theme of ['borger', 'virk']) {
    it(`a part of the page in ${theme} has nothing of another theme that is loaded`, () => {
      const valuesOf = () => {
        const style = getComputedStyle(place);
        return [...css.get('base')!.matchAll(/--skranke-[a-z][\w-]*(?=:)/g)].map(
          ([name]) => `${name}: ${style.getPropertyValue(name)}`,
        );
      };
      place.dataset['skrankeTheme'] = theme;
      wear(theme);
      const alone = valuesOf();
      wear('intranet', ':root { --skranke-brand: #7a1f5c; }');
      expect(valuesOf()).to.deep.equal(alone);
    });
  }
});

describe('a switch at run time', () => {
  afterEach(takeOff);

  const button = (widget: Element) => {
    const found = widget.shadowRoot?.querySelector('.button');
    if (!found) throw new Error('no button');
    return getComputedStyle(found).borderTopColor;
  };

  it('of theme and scheme shows at once in a widget that is there', async () => {
    const pilot = await usePilot();
    pilot.setScenario('server-error');
    document.documentElement.style.colorScheme = '';
    const widget = await fixture<HTMLElement>(html`<skranke-deadline-list></skranke-deadline-list>`);
    while (!widget.shadowRoot?.querySelector('.button')) await new Promise((done) => setTimeout(done, 10));
    const seen = THEMES.flatMap((theme) => {
      wear(theme);
      return SCHEMES.map((scheme) => {
        document.documentElement.dataset['skrankeScheme'] = scheme;
        return button(widget);
      });
    });
    expect(new Set(seen).size).to.equal(THEMES.length * SCHEMES.length);
  });

  it('of the device is followed by a page that has opted in, and by no other', async function () {
    await needMedia(this, { colorScheme: 'dark', forcedColors: 'none' });
    wear('base');
    const place = await fixture<HTMLElement>(html`<p style="color: var(--skranke-ink)">x</p>`);
    const colour = () => getComputedStyle(place).color;
    document.documentElement.style.colorScheme = 'light dark';
    const dark = colour();
    document.documentElement.style.colorScheme = 'light';
    const light = colour();
    await resetMedia();
    expect([dark, light]).to.deep.equal(['rgb(242, 242, 242)', 'rgb(26, 26, 26)']);
  });
});

describe('on paper', () => {
  afterEach(() => {
    takeOff();
    document.documentElement.style.colorScheme = '';
  });

  it('a dark page is black on white, addresses stand behind their links, and days are absolute', async () => {
    const { list } = await showList();
    await list.open('Indsend årsregnskab');
    wear('base');
    document.documentElement.style.colorScheme = 'dark';
    const link = list.one('link', 'Start nu');
    await onPaper(() => {
      expect(rgba(getComputedStyle(list.one('heading', 'Afventer virksomhed')).color)).to.deep.equal([
        26, 26, 26, 1,
      ]);
      expect(rgba(getComputedStyle(list.element).backgroundColor)).to.deep.equal([255, 255, 255, 1]);
      // Some engines put the attribute's value in here, some leave it to the painting.
      const { content } = getComputedStyle(link, '::after');
      expect(content.replace('attr(href)', `"${link.getAttribute('href') ?? ''}"`)).to.contain(
        'https://www.example.dk/',
      );
      const [row = ''] = list.rows('Afventer');
      expect(row).to.match(/Frist: \d+\. \w+ \d{4}/);
      expect(row).not.to.contain('dage siden');
      expect(list.buttons.filter((name) => /kalender|Alle|Næste/.test(name))).to.deep.equal([]);
    });
  });

  /** A story, as it is printed. */
  async function printed(
    widget: keyof typeof storyModules,
    story: string,
    look: (harness: WidgetHarness<Widget>) => void,
  ): Promise<void> {
    const module = storyModules[widget];
    const parts = Object.fromEntries(storiesOf(module))[story]!;
    const canvas = await mountStory(module, parts, 'da');
    const harness = new WidgetHarness(canvas.querySelector(`skranke-${widget}`)!);
    await harness.settled();
    await onPaper(() => look(harness));
  }

  /** Links whose address is on paper neither as their text nor behind it. */
  const lost = (harness: WidgetHarness<Widget>) =>
    harness
      .all('link')
      .filter((link) => {
        const address = link.getAttribute('href')!;
        // Firefox gives the rule as it is written.
        const after = getComputedStyle(link, '::after').content.replace('attr(href)', address);
        const words = link.textContent + after;
        return /^http/.test(address) && !words.includes(address);
      })
      .map((link) => link.textContent.trim());

  it('is light too where the page has set the scheme on the widget itself', async () => {
    const { list } = await showList();
    wear('base', 'skranke-deadline-list { color-scheme: dark; }');
    await onPaper(() => {
      expect(rgba(getComputedStyle(list.element).backgroundColor)).to.deep.equal([255, 255, 255, 1]);
    });
  });

  it('a receipt for a consent says which day, and where to turn, in full', async () => {
    await printed('consent-request', 'Accepted', (receipt) => {
      expect(receipt.text).to.contain('Tidspunkt 19. november 2026 kl. 09:15 (dansk tid)');
      expect(receipt.text).to.contain('https://www.example.dk/kontakt');
      expect(receipt.all('link')).to.have.length.above(2);
      expect([...lost(receipt), ...receipt.buttons]).to.deep.equal([]);
    });
  });

  it('a message says until which day, not how many are left; its receipt, when', async () => {
    await printed('message-recall', 'Found', (found) => {
      expect(found.text).to.contain('Kan tilbagekaldes til og med 1. december 2026.');
      expect(found.text).not.to.contain('tilbage.');
      expect([...found.all('textbox'), ...found.buttons]).to.deep.equal([]);
    });
    await printed('message-recall', 'Recalled', (receipt) => {
      expect(receipt.text).to.contain('Tilbagekaldt 22. november 2026 kl. 10:00 (dansk tid)');
      expect(receipt.buttons).to.deep.equal([]);
      // Its heading has the focus.
      const heading = receipt.one('heading', 'Kvittering');
      expect(heading.matches(':focus')).to.equal(true);
      expect(getComputedStyle(heading).outlineStyle).to.equal('none');
    });
  });

  it('a list of contact points has no field to search in, and a chosen one its address', async () => {
    await printed('contact-point-picker', 'InGroup', (list) => {
      expect(list.text).to.contain('Fornyelse af pas');
      expect(list.all('searchbox')).to.deep.equal([]);
      expect(list.text).not.to.contain('Hvad vil du skrive om?');
      expect(list.text).not.to.contain('Tilbage til');
    });
    await printed('contact-point-picker', 'Chosen', (chosen) => {
      expect(chosen.all('link')).to.have.length(1);
      expect(lost(chosen)).to.deep.equal([]);
    });
  });
});
