/**
 * Every story in the narrowest room that WCAG asks for (320 × 256 px: 1280 × 1024 at 400 % zoom), with forced colours
 * and reduced motion, then with the text spacing of WCAG 1.4.12 and with twice the text size.
 */
import { expect } from '@open-wc/testing';
import { emulateMedia, sendKeys, setViewport } from '@web/test-runner-commands';
import { mountStory, storiesOf } from './fixtures.js';
import { storyModules } from './story-modules.js';

/** As WCAG 1.4.12 has it; the properties are inherited into shadow roots. */
const SPACING = 'line-height: 1.5; letter-spacing: 0.12em; word-spacing: 0.16em';
const MIN_TARGET = 24;
const HEADER = 96;

type Widget = HTMLElement & { readonly updateComplete: Promise<boolean> };

const widgetIn = (canvas: HTMLElement): Widget => {
  const widget = [...canvas.querySelectorAll<Widget>('*')].find(({ localName }) =>
    localName.startsWith('skranke-'),
  );
  if (!widget) throw new Error('no widget in the story');
  return widget;
};

const inside = (widget: Widget) =>
  [...widget.shadowRoot!.querySelectorAll<HTMLElement>('*')].filter((one) => one.checkVisibility());
const nameOf = (element: Element) =>
  `${element.localName}.${element.getAttribute('class') ?? ''} '${element.textContent.trim().slice(0, 30)}'`;

/** What only screen readers get is cut off on purpose. */
const isHidden = (element: Element) =>
  element.closest('.hidden, [aria-hidden=true], svg, [data-skranke-announcer]') !== null;

/** What stands out of the room that the widget has. Stories of a fixed width make that room themselves. */
function overflows(widget: Widget): string[] {
  const { right } = widget.getBoundingClientRect();
  return inside(widget)
    .filter((one) => !isHidden(one) && one.getBoundingClientRect().right > right + 1)
    .map((one) => `${nameOf(one)} is wider than its room`);
}

/** Text that is cut off. */
function clipped(widget: Widget): string[] {
  return inside(widget)
    .filter((one) => !isHidden(one) && getComputedStyle(one).overflow !== 'visible')
    .filter((one) => one.scrollHeight > one.clientHeight + 1 && getComputedStyle(one).overflowY === 'hidden')
    .map((one) => `${nameOf(one)} is cut off`);
}

/** WCAG 2.5.8; links inside a line of text are exempt. */
function smallTargets(widget: Widget): string[] {
  return inside(widget)
    .filter((one) => one.matches('button, summary, input, select, textarea, a.button'))
    .filter((one) => Math.min(one.offsetHeight, one.offsetWidth) < MIN_TARGET)
    .map((one) => `${nameOf(one)} is ${one.offsetWidth} × ${one.offsetHeight}`);
}

/** Everything that can have the focus shows it by an outline, which forced colours keep. */
function withoutFocusRing(widget: Widget): string[] {
  return inside(widget)
    .filter((one) => one.matches('button, summary, input, select, textarea, a[href]'))
    .filter((one) => {
      one.focus();
      // A choice shows it around itself and its words.
      const { outlineStyle, outlineWidth } = getComputedStyle(one.closest('.option') ?? one);
      return (
        widget.shadowRoot!.activeElement === one && (outlineStyle === 'none' || parseFloat(outlineWidth) < 2)
      );
    })
    .map((one) => `${nameOf(one)} has no focus ring`);
}

const moving = (widget: Widget) =>
  widget
    .shadowRoot!.getAnimations()
    .filter(({ playState, effect }) => playState === 'running' && effect?.getTiming().duration !== 0.01)
    .map(() => 'something moves');

async function checkStory(widget: Widget): Promise<string[]> {
  const found = [
    ...overflows(widget),
    ...smallTargets(widget),
    ...withoutFocusRing(widget),
    ...moving(widget),
  ];
  const { body } = document;
  for (const style of [SPACING, 'font-size: 200%']) {
    body.style.cssText = style;
    await widget.updateComplete;
    found.push(...[...overflows(widget), ...clipped(widget)].map((fault) => `${fault} (${style})`));
  }
  body.style.cssText = '';
  return found;
}

describe('accessibility of every story', () => {
  before(async () => {
    await setViewport({ width: 320, height: 256 });
    await emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' });
  });
  after(async () => {
    document.body.style.cssText = '';
    await emulateMedia({ forcedColors: 'none', reducedMotion: 'no-preference' });
    await setViewport({ width: 800, height: 600 });
  });

  for (const [name, module] of Object.entries(storyModules)) {
    it(`${name}: reflow, zoom, text spacing, text size, forced colours, motion, targets`, async function () {
      this.timeout(180_000);
      const faults: string[] = [];
      for (const [story, parts] of storiesOf(module)) {
        const canvas = await mountStory(module, parts, 'da');
        const widget = widgetIn(canvas);
        faults.push(...(await checkStory(widget)).map((fault) => `${story}: ${fault}`));
        canvas.remove();
      }
      expect(faults).to.deep.equal([]);
    });
  }

  it('the checks find what is wrong', async () => {
    const widget = document.createElement('div') as unknown as Widget;
    const wide = document.createElement('button');
    wide.style.cssText =
      'display: block; inline-size: 900px; block-size: 10px; outline: none; overflow: hidden';
    wide.textContent = 'Knap';
    widget.attachShadow({ mode: 'open' }).append(wide);
    document.body.append(widget);
    expect((await checkStory(widget)).map((fault) => fault.replace(/^.*' /, ''))).to.include.members([
      'is wider than its room',
      'is 900 × 10',
      'has no focus ring',
      `is cut off (${SPACING})`,
    ]);
    widget.remove();
  });
});

/** Where the focus is, through shadow roots. */
function focused(): Element | null {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element;
}

describe('under a sticky header of the host page', () => {
  let header: HTMLElement;
  before(async () => {
    await setViewport({ width: 360, height: 420 });
    header = document.createElement('header');
    header.style.cssText = `position: sticky; inset-block-start: 0; block-size: ${HEADER}px; background: #ddd; z-index: 1`;
    document.body.prepend(header);
    // As docs/accessibility.md asks of a host with such a header.
    document.documentElement.style.scrollPaddingBlockStart = `${HEADER}px`;
  });
  after(async () => {
    header.remove();
    document.documentElement.style.scrollPaddingBlockStart = '';
    await setViewport({ width: 800, height: 600 });
  });

  for (const [name, module] of Object.entries(storyModules)) {
    it(`${name}: the focus is never hidden, down and up again`, async function () {
      this.timeout(60_000);
      const [, story] = storiesOf(module)[0]!;
      const canvas = await mountStory(module, story, 'da');
      const widget = widgetIn(canvas);
      header.tabIndex = -1;
      header.focus();
      const hidden: string[] = [];
      for (const key of [...new Array<string>(14).fill('Tab'), ...new Array<string>(12).fill('Shift+Tab')]) {
        await sendKeys({ press: key });
        const place = focused();
        if (!place || !widget.shadowRoot!.contains(place)) continue;
        const { top, bottom } = place.getBoundingClientRect();
        if (bottom <= HEADER || top >= innerHeight)
          hidden.push(`${key}: ${nameOf(place)} at ${Math.round(top)}`);
      }
      expect(hidden).to.deep.equal([]);
      canvas.remove();
    });
  }
});
