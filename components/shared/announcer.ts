import { parentOf } from './parent-of.js';

/** Screen readers miss text in a region that was added in the same moment. */
const SETTLE_MS = 100;
/** Long enough to be read out, short enough not to be found later by somebody who browses the page. */
const KEEP_MS = 5_000;

const HIDDEN =
  'position:absolute;width:1px;height:1px;margin:-1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap';

interface Region {
  readonly element: HTMLElement;
  readonly settled: Promise<void>;
}

/** The innermost modal around an element, through shadow roots: what lies outside it is inert for assistive technology. */
function modalAround(element: Element): Element | undefined {
  for (let place: Element | null = element; place; place = parentOf(place)) {
    if (place.matches('dialog:modal, [aria-modal="true"]')) return place;
  }
  return undefined;
}

/**
 * The page's one live region. It stands in the light DOM, since live regions inside shadow roots are unreliable;
 * only while a modal dialog holds the widget (and makes the rest of the page inert) is there one in that dialog.
 * Each text is a new node, so that the same text twice is read twice, and texts queue instead of replacing.
 */
export class Announcer {
  readonly #regions = new WeakMap<Element, Region>();

  /** Makes the region in good time, before the first text. */
  prepare(from: Element): void {
    this.#regionFor(from);
  }

  /**
   * Has the text read out politely.
   * @param from the element that speaks; decides which region is heard
   */
  announce(from: Element, text: string, lang: string): void {
    const { element, settled } = this.#regionFor(from);
    void settled.then(() => {
      const line = document.createElement('p');
      line.lang = lang;
      line.textContent = text;
      element.append(line);
      setTimeout(() => line.remove(), KEEP_MS);
    });
  }

  #regionFor(from: Element): Region {
    const place = modalAround(from) ?? document.body;
    const known = this.#regions.get(place);
    if (known?.element.isConnected) return known;
    const element = document.createElement('div');
    element.setAttribute('aria-live', 'polite');
    element.setAttribute('data-skranke-announcer', '');
    // Through the CSSOM: a style attribute would be blocked by a strict Content Security Policy.
    element.style.cssText = HIDDEN;
    place.append(element);
    const region = { element, settled: new Promise<void>((resolve) => setTimeout(resolve, SETTLE_MS)) };
    this.#regions.set(place, region);
    return region;
  }
}
