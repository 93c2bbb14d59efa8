import { parentOf } from '../parent-of.js';
import type { Lang } from './dates.js';

/** The language of a `lang` value, if the kit speaks it. */
export function supported(text: string | null | undefined): Lang | undefined {
  const primary = text?.toLowerCase().split('-')[0];
  return primary === 'da' || primary === 'en' ? primary : undefined;
}

/**
 * The language of an element: its own `lang`, else the nearest one around it (through shadow roots) that the kit
 * speaks.
 */
export function nearestLang(element: Element): Lang | undefined {
  for (let place: Element | null = element; place; place = parentOf(place)) {
    const lang = supported(place.getAttribute('lang'));
    if (lang) return lang;
  }
  return undefined;
}

/** Tells when a `lang` attribute changes anywhere around the widgets; one observer for the whole page. */
export class LangWatcher {
  readonly #listeners = new Map<Element, () => void>();
  #observer: MutationObserver | undefined;

  /** Calls `listener` on each change of a `lang` that may concern the element. Returns the function that ends it. */
  watch(element: Element, listener: () => void): () => void {
    this.#listeners.set(element, listener);
    this.#observer ??= new MutationObserver(() => {
      for (const call of this.#listeners.values()) call();
    });
    for (let root: Node | undefined = element.getRootNode(); root;) {
      this.#observer.observe(root, { attributes: true, attributeFilter: ['lang'], subtree: true });
      root = root instanceof ShadowRoot ? root.host.getRootNode() : undefined;
    }
    return () => {
      this.#listeners.delete(element);
      if (this.#listeners.size > 0) return;
      this.#observer?.disconnect();
      this.#observer = undefined;
    };
  }
}
