/**
 * Every story in the narrowest room that WCAG asks for (320 × 256 px: 1280 × 1024 at 400 % zoom), with forced colours
 * and reduced motion, then with the text spacing of WCAG 1.4.12 and with twice the text size.
 */
import { expect, nextFrame } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import { WidgetHarness } from '../components/shared/testing/harness.js';
import { resetMedia, wantMedia } from '../components/shared/testing/media.js';
import { checkPlace, inOtherOrder, nameOf, navigationOf, type Widget } from './accessibility.checks.js';
import { mountStory, storiesOf } from './fixtures.js';
import { storyModules } from './story-modules.js';

const HEADER = 96;

const widgetIn = (canvas: HTMLElement): Widget => {
  const widget = [...canvas.querySelectorAll<Widget>('*')].find(({ localName }) =>
    localName.startsWith('skranke-'),
  );
  if (!widget) throw new Error('no widget in the story');
  return widget;
};

describe('accessibility of every story', () => {
  before(async () => {
    await setViewport({ width: 320, height: 256 });
  });
  after(async () => {
    document.body.style.cssText = '';
    await resetMedia();
    await setViewport({ width: 800, height: 600 });
  });

  for (const [name, module] of Object.entries(storyModules)) {
    it(`${name}: reflow, zoom, text spacing, text size, forced colours, motion, targets, one order`, async function () {
      this.timeout(180_000);
      // Where the engine lacks one of them, all else is tried.
      const isForced = await wantMedia(this, { forcedColors: 'active' });
      const isStill = await wantMedia(this, { reducedMotion: 'reduce' });
      const faults: string[] = [];
      const orders: Record<string, string[]> = {};
      for (const [story, parts] of storiesOf(module)) {
        const canvas = await mountStory(module, parts, 'da');
        const widget = widgetIn(canvas);
        await new WidgetHarness(widget).quiet();
        orders[story] = navigationOf(widget);
        const found = await checkPlace(widget, { isForced, isStill });
        faults.push(...found.map((fault) => `${story}: ${fault}`));
        canvas.remove();
      }
      expect([...faults, ...inOtherOrder(orders)]).to.deep.equal([]);
      expect(Object.values(orders).flat(), 'what it goes by').not.to.be.empty;
    });
  }

  it('the checks find what is wrong', async () => {
    const widget = document.createElement('div') as unknown as Widget;
    const wide = document.createElement('button');
    wide.style.cssText =
      'display: block; inline-size: 900px; block-size: 10px; outline: none; border: none; overflow: hidden';
    wide.textContent = 'Knap';
    wide.ariaPressed = 'true';
    const other = wide.cloneNode(true) as HTMLButtonElement;
    other.ariaPressed = 'false';
    const text = document.createElement('div');
    text.style.cssText = 'inline-size: 100px; block-size: 3em; overflow: hidden';
    text.append(document.createElement('p'), document.createElement('p'));
    widget.attachShadow({ mode: 'open' }).append(wide, other, text);
    document.body.append(widget);
    wide.animate({ opacity: [0, 1] }, 60_000);
    const found = await checkPlace(widget, { isForced: true, isStill: true });
    expect(found.map((fault) => fault.replace(/^.*' /, ''))).to.include.members([
      ...['is wider than its room', 'is 900 × 10', 'has no focus ring', 'has no edge in forced colours'],
      ...['is pressed and does not show it', 'something moves'],
      ...['is cut off (text spacing)', 'is cut off (text at 200 %)'],
    ]);
    expect(navigationOf(widget)).to.deep.equal(['button Knap']);
    expect(inOtherOrder({ one: ['a', 'b', 'c'], two: ['a', 'c', 'b'] })).to.deep.equal([
      'two: c before b, otherwise in one',
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

/** What has the focus and is wholly hidden by the header, or below the window, on the way down and up again. */
async function tabThrough(widget: Widget): Promise<string[]> {
  const hidden: string[] = [];
  let stops = 0;
  for (const key of [...new Array<string>(14).fill('Tab'), ...new Array<string>(12).fill('Shift+Tab')]) {
    await sendKeys({ press: key });
    const place = focused();
    if (!place || !widget.shadowRoot!.contains(place)) continue;
    stops += 1;
    const isHidden = () => {
      const { top, bottom } = place.getBoundingClientRect();
      return bottom <= HEADER || top >= innerHeight;
    };
    // WebKit scrolls to it some frames later.
    for (let frame = 0; frame < 20 && isHidden(); frame += 1) await nextFrame();
    const { top } = place.getBoundingClientRect();
    if (isHidden()) hidden.push(`${key}: ${nameOf(place)} at ${Math.round(top)}`);
  }
  return stops > 0 ? hidden : ['nothing had the focus'];
}

describe('under a sticky header of the host page', () => {
  let header: HTMLElement;
  before(async () => {
    await setViewport({ width: 360, height: 420 });
    header = document.createElement('header');
    header.style.cssText = `position: sticky; inset-block-start: 0; block-size: ${HEADER}px; background: #ddd; z-index: 1`;
    header.tabIndex = -1;
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
      const stories = storiesOf(module);
      const first = (fits: (story: (typeof stories)[number]) => unknown) => stories.find(fits) ?? [];
      const hidden: string[] = [];
      // As it opens, and in the middle of what somebody does.
      const opened = first(([story]) => story === 'Default');
      const used = first(([, { parameters }]) => parameters?.acts && !parameters.state);
      for (const [story, parts] of [opened, used]) {
        if (!story || !parts) continue;
        const canvas = await mountStory(module, parts, 'da');
        const widget = widgetIn(canvas);
        await new WidgetHarness(widget).quiet();
        header.focus();
        hidden.push(...(await tabThrough(widget)).map((fault) => `${story}: ${fault}`));
        canvas.remove();
      }
      expect(hidden).to.deep.equal([]);
    });
  }
});
