import { expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import { consentTestIds as ids } from '../../mocks/index.js';
import { showConsent } from '../../stories/consent-request.fixture.js';
import { axeFindings } from '../../stories/fixtures.js';
import { needMedia, onPaper, resetMedia } from '../shared/testing/media.js';
import type { ConsentRequestHarness } from './consent-request.harness.js';

/** Each theme file with what it stands on; one that is not there yet is looked past. */
const THEMES = [['base'], ['base', 'borger'], ['base', 'virk'], ['base', 'intranet']];
const sheets: HTMLLinkElement[] = [];

async function load(theme: string): Promise<boolean> {
  const sheet = document.createElement('link');
  sheet.rel = 'stylesheet';
  sheet.href = `/themes/${theme}.css`;
  sheets.push(sheet);
  return new Promise((resolve) => {
    sheet.onload = () => resolve(true);
    sheet.onerror = () => resolve(false);
    document.head.append(sheet);
  });
}

/** Channels of a computed colour, 0 to 1, and the alpha. */
function channels(colour: string): number[] {
  const canvas = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true })!;
  canvas.fillStyle = colour;
  canvas.fillRect(0, 0, 1, 1);
  return [...canvas.getImageData(0, 0, 1, 1).data].map((value) => value / 255);
}

const luminance = (colour: string) => {
  const [r = 0, g = 0, b = 0] = channels(colour).map((c) =>
    c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};

/** The colour behind an element. */
function backgroundOf(element: Element): string {
  for (let place: Element | null = element; place; place = place.parentElement) {
    const { backgroundColor } = getComputedStyle(place);
    if ((channels(backgroundColor)[3] ?? 0) > 0.99) return backgroundColor;
  }
  return getComputedStyle(document.documentElement).colorScheme === 'dark' ? 'black' : 'white';
}

function contrast(element: Element): number {
  const [a, b] = [getComputedStyle(element).color, backgroundOf(element)].map(
    (colour) => luminance(colour) + 0.05,
  );
  return Math.max(a!, b!) / Math.min(a!, b!);
}

/** Everything that makes a choice easy or hard to see and to hit. */
function look(radio: HTMLElement) {
  const label = radio.closest('label')!;
  const styles = [label, radio].map((element) => {
    const style = getComputedStyle(element);
    return [
      'font',
      'color',
      'backgroundColor',
      'border',
      'outline',
      'opacity',
      'padding',
      'textDecoration',
      'cursor',
    ]
      .map((name) => style[name as 'color'])
      .join(' | ');
  });
  const box = label.getBoundingClientRect();
  const mark = radio.getBoundingClientRect();
  return {
    styles,
    width: Math.round(box.width),
    height: Math.round(box.height),
    mark: [mark.width, mark.height, mark.left - box.left],
    contrast: contrast(label),
  };
}

function expectFair(consent: ConsentRequestHarness): void {
  const radios = consent.all('radio');
  expect(radios).to.have.length(4);
  for (let i = 0; i < radios.length; i += 2) {
    const [yes, no] = [look(radios[i]!), look(radios[i + 1]!)];
    expect(no).to.deep.equal(yes);
    expect(yes.contrast).to.be.at.least(4.5);
    expect(yes.height).to.be.at.least(44);
  }
}

describe('consent request: yes and no are equal', () => {
  afterEach(async () => {
    for (const sheet of sheets.splice(0)) sheet.remove();
    await resetMedia();
    await setViewport({ width: 800, height: 600 });
  });

  for (const themes of THEMES) {
    it(`in ${themes.join(' and ')}, light and dark, wide and at 320 px`, async function () {
      for (const theme of themes) if (!(await load(theme))) return;
      const { consent } = await showConsent(ids.open);
      for (const scheme of ['light', 'dark']) {
        document.documentElement.style.colorScheme = scheme;
        for (const width of [800, 320]) {
          await setViewport({ width, height: 700 });
          expectFair(consent);
          expect(document.documentElement.scrollWidth).to.be.at.most(width);
        }
      }
    });
  }

  it('in forced colours, also where one of them is chosen: then it can be seen which', async function () {
    await needMedia(this, { forcedColors: 'active' });
    const { consent } = await showConsent(ids.open);
    expectFair(consent);
    const chosen: object[] = [];
    for (const choice of ['given', 'refused'] as const) {
      await consent.choose('helbred', choice);
      consent.one('button', 'Gå videre').focus();
      const [yes, no] = consent.all('radio').map(look);
      expect(yes).not.to.deep.equal(no);
      chosen.push(choice === 'given' ? [yes, no] : [no, yes]);
    }
    expect(chosen[0]).to.deep.equal(chosen[1]);
    expect(await axeFindings(consent.element)).to.deep.equal([]);
  });

  it('in what stands on paper: the receipt without buttons', async () => {
    const { consent } = await showConsent(ids.accepted);
    await onPaper(() => {
      expect(consent.buttons).to.deep.equal([]);
      expect(consent.facts).to.include('Kvitteringsnummer: kv-cr-3');
    });
  });
});
