import { nameOf, textOf, tidy, WidgetHarness, type Name } from '../shared/testing/harness.js';
import type { SkrankeDeepLinkCard } from './deep-link-card.js';

/** What a user does with a `<skranke-deep-link-card>` and sees of it. */
export class DeepLinkCardHarness extends WidgetHarness<SkrankeDeepLinkCard> {
  /** The first card in a part of the page. */
  static in(place: ParentNode = document): DeepLinkCardHarness {
    const element = place.querySelector<SkrankeDeepLinkCard>('skranke-deep-link-card');
    if (!element) throw new Error('no skranke-deep-link-card here');
    return new DeepLinkCardHarness(element);
  }

  /** The names of the links: `Link for borgere`. */
  get parts(): readonly string[] {
    return this.all('region').map(nameOf);
  }

  /** The addresses, as they are read and as they lead. */
  get urls(): readonly { readonly shown: string; readonly href: string }[] {
    return this.all('link').map((link) => ({
      shown: tidy(textOf(link.firstElementChild ?? link)),
      href: link.getAttribute('href') ?? '',
    }));
  }

  /** The codes, in the order of the links. */
  get codes(): readonly SVGSVGElement[] {
    return this.all('img').filter((code) => code instanceof SVGSVGElement);
  }

  /** Copies a link: that of `borgere`, say; without a name the first. */
  async copy(who: Name = ''): Promise<void> {
    await this.#pressIn(who, /^(Kopiér|Copy)/);
  }

  /** Saves the code of a link. */
  async saveCode(format: 'SVG' | 'PNG', who: Name = ''): Promise<void> {
    await this.#pressIn(who, new RegExp(`^(Hent|Save) ${format}`));
  }

  /** Saves the receipt. */
  async saveReceipt(): Promise<void> {
    await this.press(/^(Hent kvittering|Save receipt)$/);
  }

  async #pressIn(who: Name, button: RegExp): Promise<void> {
    const [region] = this.all('region', who);
    const [found] = region ? this.all('button', button, region) : [];
    if (!found) throw new Error(`no such button; there is: ${this.buttons.join(' | ')}`);
    await this.press(found);
  }
}
