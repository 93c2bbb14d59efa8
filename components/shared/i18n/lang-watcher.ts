import type { Lang } from './dates.js';

function supported(text: string | null): Lang | undefined {
  const primary = text?.toLowerCase().split('-')[0];
  return primary === 'da' || primary === 'en' ? primary : undefined;
}

/**
 * The language of an element: its own `lang`, else the nearest one around it (through shadow roots) that the kit
 * speaks, else the fallback.
 */
export function nearestLang(element: Element, fallback: Lang): Lang {
  let place: Element | null = element;
  while (place) {
    const carrier: Element | null = place.closest('[lang]');
    if (carrier) {
      const lang = supported(carrier.getAttribute('lang'));
      if (lang) return lang;
      place = carrier.parentElement ?? hostOf(carrier);
    } else {
      place = hostOf(place);
    }
  }
  return fallback;
}

function hostOf(element: Element): Element | null {
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
}

/** Tells when a `lang` attribute changes anywhere around the widgets; one observer for the whole page. */
export class LangWatcher {
  readonly #listeners = new Map<Element, () => void>();
  #observer: MutationObserver | undefined;

  /** Calls `listener` on each change of a `lang` that may concern the element. Returns the function that ends it. */
  watch(element: Element, listener: () => void): () => void {
    this.#listeners.set(element, listener);
    this.#observer ??= new MutationObserver(() => {
      for (const call of [...this.#listeners.values()]) call();
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
