import { expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import { axeFindings } from '../shared/testing/axe.js';
import { needMedia, onPaper, resetMedia } from '../shared/testing/media.js';
import { BORGER, forCitizens, forOthers, links, mount, scan, VIRK } from './testing/fixtures.js';

const sheets: HTMLLinkElement[] = [];

async function load(theme: string): Promise<void> {
  const sheet = document.createElement('link');
  sheet.rel = 'stylesheet';
  sheet.href = `/themes/${theme}.css`;
  await new Promise((resolve) => {
    sheet.onload = resolve;
    document.head.append(sheet);
  });
  sheets.push(sheet);
}

/** Channels of a colour as the browser computes it, 0 to 255. */
const channels = (colour: string) => (colour.match(/\d+/g) ?? []).slice(0, 3).map(Number);

function expectScannable(code: SVGSVGElement): void {
  const [plate, ink] = [...code.querySelectorAll('path')].map((path) => getComputedStyle(path).fill);
  expect(Math.min(...channels(plate!))).to.be.at.least(250);
  expect(Math.max(...channels(ink!))).to.be.at.most(40);
}

describe('the codes of a deep-link card', () => {
  afterEach(() => {
    for (const sheet of sheets.splice(0)) sheet.remove();
    document.documentElement.style.colorScheme = '';
  });

  for (const themes of [[], ['base'], ['base', 'virk'], ['base', 'borger']]) {
    for (const scheme of ['light', 'dark']) {
      it(`read as the link beside them: ${themes.at(-1) ?? 'no theme'}, ${scheme}`, async () => {
        for (const theme of themes) await load(theme);
        document.documentElement.style.colorScheme = scheme;
        const { card } = await mount(links(forCitizens, forOthers));
        card.codes.forEach(expectScannable);
        expect(await Promise.all(card.codes.map(scan))).to.deep.equal([BORGER, VIRK]);
        expect(card.urls.map(({ shown }) => shown)).to.deep.equal([BORGER, VIRK]);
        expect(await axeFindings(card.element)).to.deep.equal([]);
      });
    }
  }

  it('stay dark on light in forced colours', async function () {
    await load('base');
    await needMedia(this, { forcedColors: 'active', colorScheme: 'dark' });
    try {
      const { card } = await mount(links(forCitizens));
      card.codes.forEach(expectScannable);
      expect(await scan(card.codes[0]!)).to.equal(BORGER);
    } finally {
      await resetMedia();
    }
  });

  it('are at least 3 cm wide on paper, without the quiet zone, and stand there without buttons', async () => {
    const { card } = await mount(links(forCitizens));
    await onPaper(() => {
      const [code] = card.codes;
      const modules = code!.viewBox.baseVal.width;
      const width = (code!.getBoundingClientRect().width * (modules - 8)) / modules;
      expect((width / 96) * 2.54).to.be.at.least(3);
      expect(card.buttons).to.deep.equal([]);
      expect(card.text).to.contain(BORGER);
    });
  });

  it('come after the link on a phone, and beside it where there is room', async () => {
    const places = async (width: number) => {
      await setViewport({ width, height: 800 });
      const { card } = await mount(links(forCitizens));
      const link = card.one('link', BORGER).getBoundingClientRect();
      const code = card.codes[0]!.getBoundingClientRect();
      expect(document.documentElement.scrollWidth).to.be.at.most(width);
      return { below: code.top >= link.bottom, beside: code.left >= link.right };
    };
    expect(await places(320)).to.deep.equal({ below: true, beside: false });
    expect(await places(1100)).to.deep.equal({ below: false, beside: true });
    await setViewport({ width: 800, height: 600 });
  });
});
