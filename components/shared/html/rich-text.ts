import { html, nothing, render } from 'lit/html.js';
import type { ReactiveControllerHost } from '../reactive-element.js';
import { httpUrl } from '../i18n/identifiers.js';
import { icon } from '../templates.js';

/** Whether a text holds HTML: a tag, a comment or a character reference. Only then is the sanitiser loaded. */
export function hasMarkup(text: string): boolean {
  return /<[a-z!/]|&(#\d|#x[\da-f]|[a-z]{2,})/i.test(text);
}

/**
 * The text of a piece of HTML, for when the sanitiser cannot be had. It is shown as text only, so it need not be
 * safe as HTML, only readable.
 */
export function withoutMarkup(text: string): string {
  const bare = text
    .replace(/<(script|style)\b.*?(<\/\1\s*>|$)/gis, '')
    .replace(/<\/?(p|br|li|h\d|div|tr|d[dt])\b[^>]*>/gi, '\n')
    .replace(/<t[dh]\b/gi, ' $&')
    .replace(/<!--.*?(-->|$)|<\/?[a-z!][^>]*(>|$)/gis, '')
    .replace(/</g, '&lt;');
  const box = document.createElement('p');
  // The browser knows all character references, and Lit's policy lets it read them also on a page with Trusted Types.
  // Without a '<' it is text, whatever it says.
  render(html(Object.assign([bare], { raw: [bare] })), box);
  return box.textContent.replace(/\s*\n\s*/g, '\n').trim();
}

/** The authorities' texts of one widget, cleaned as they are needed. */
export class RichTexts {
  readonly #host: ReactiveControllerHost;
  readonly #newWindow: () => string;
  readonly #onFailure: () => void;
  readonly #known = new Map<string, { version: string; content: unknown }>();

  /**
   * @param newWindow the words for a link that opens a new window
   * @param onFailure told when the sanitiser could not be loaded or was refused
   */
  constructor(host: ReactiveControllerHost, newWindow: () => string, onFailure: () => void) {
    this.#host = host;
    this.#newWindow = newWindow;
    this.#onFailure = onFailure;
  }

  /** Forgets all, as for another person. */
  clear(): void {
    this.#known.clear();
  }

  async #clean(key: string, source: string, version: string): Promise<void> {
    const content = await this.#sanitized(source);
    if (this.#known.get(key)?.version !== version) return;
    this.#known.set(key, { version, content });
    this.#host.requestUpdate();
  }

  async #sanitized(source: string): Promise<unknown> {
    try {
      const { sanitize } = await import('./sanitizer.js');
      const clean = sanitize(source, (link) => this.#tidyLink(link));
      return clean.textContent.trim() ? clean : undefined;
    } catch {
      this.#onFailure();
      return html`<p class="plain">${withoutMarkup(source)}</p>`;
    }
  }

  #tidyLink(link: HTMLAnchorElement): boolean {
    if (!httpUrl(link.getAttribute('href') ?? '') || link.textContent.trim() === '') return false;
    link.target = '_blank';
    link.rel = 'noopener noreferrer';
    const mark = document.createElement('span');
    render(html`${icon('external')}<span class="hidden"> ${this.#newWindow()}</span>`, mark);
    link.append(mark);
    return true;
  }

  /**
   * What to render for a text; undefined when there is nothing to read in it. `key` names the place: one cleaned node
   * can stand in one place only.
   */
  render(key: string, source: string): unknown {
    if (!hasMarkup(source)) return source ? html`<p class="plain">${source}</p>` : undefined;
    const version = `${this.#newWindow()} ${source}`;
    let known = this.#known.get(key);
    if (known?.version !== version) {
      // What was there stays until the new text is clean.
      known = { version, content: known ? known.content : nothing };
      this.#known.set(key, known);
      void this.#clean(key, source, version);
    }
    return known.content;
  }
}
