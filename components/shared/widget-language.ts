import type { ReactiveController, ReactiveControllerHost } from './reactive-element.js';
import type { Catalogue, CommonMessages, MessageOverrides } from './i18n/common.messages.js';
import type { Lang } from './i18n/dates.js';
import { nearestLang, supported } from './i18n/lang-watcher.js';
import { mergeMessages } from './i18n/merge-messages.js';
import { pageState } from './page-state.js';

type Host<Texts extends CommonMessages> = ReactiveControllerHost &
  Element & { readonly messages: MessageOverrides<Texts> | null | undefined };

/** The language of a widget, followed live, and its texts with the host's replacements. */
export class WidgetLanguage<Texts extends CommonMessages> implements ReactiveController {
  readonly #host: Host<Texts>;
  readonly #catalogue: () => Catalogue<Texts>;
  #lang: Lang = 'da';
  #texts: { of: unknown; lang: Lang; merged: Texts } | undefined;
  #stop: (() => void) | undefined;

  constructor(host: Host<Texts>, catalogue: () => Catalogue<Texts>) {
    this.#host = host;
    this.#catalogue = catalogue;
    host.addController(this);
  }

  get lang(): Lang {
    return this.#lang;
  }

  get texts(): Texts {
    const { messages } = this.#host;
    if (this.#texts?.of !== messages || this.#texts?.lang !== this.#lang) {
      const merged = mergeMessages(this.#catalogue()[this.#lang], messages);
      this.#texts = { of: messages, lang: this.#lang, merged };
    }
    return this.#texts.merged;
  }

  hostConnected(): void {
    this.#stop = pageState().langWatcher.watch(this.#host, () => this.check());
    this.check();
  }

  hostDisconnected(): void {
    this.#stop?.();
  }

  /** Looks again which language holds. */
  check(): void {
    const lang = nearestLang(this.#host) ?? supported(pageState().config.lang) ?? 'da';
    if (lang === this.#lang) return;
    this.#lang = lang;
    this.#host.requestUpdate();
  }
}
