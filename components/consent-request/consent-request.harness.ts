import type { Choice } from '../shared/backend/digitalt-samtykke.js';
import { nameOf, textOf, tidy, WidgetHarness, type Name } from '../shared/testing/harness.js';
import type { SkrankeConsentRequest } from './consent-request.js';

const WORDS: Readonly<Record<Choice, RegExp>> = { given: /^(Ja|Yes), /, refused: /^(Nej|No), / };

/** What a user does with a `<skranke-consent-request>` and sees of it. */
export class ConsentRequestHarness extends WidgetHarness<SkrankeConsentRequest> {
  /** The first one in a part of the page. */
  static in(place: ParentNode = document): ConsentRequestHarness {
    const element = place.querySelector<SkrankeConsentRequest>('skranke-consent-request');
    if (!element) throw new Error('no skranke-consent-request here');
    return new ConsentRequestHarness(element);
  }

  /** The purposes that are to be decided, each with the choice so far: `Hente journal: Ja, jeg giver samtykke`. */
  get choices(): readonly string[] {
    return this.#groups.map((group) => {
      const chosen = this.all('radio', '', group).find((radio) => radio.matches(':checked'));
      return `${this.#purposeOf(group)}: ${chosen ? nameOf(chosen) : ''}`;
    });
  }

  /** What stands beside each label: `Hvem spørger: Fjordby Kommune (CVR 12345678)`. */
  get facts(): readonly string[] {
    return [...this.root.querySelectorAll('dl > div')].map((fact) =>
      [...fact.children].map((part) => tidy(textOf(part))).join(': '),
    );
  }

  /** The words that are marked as changed: each label or purpose. */
  get marked(): readonly string[] {
    return [...this.root.querySelectorAll('mark')].map((mark) => tidy(textOf(mark.parentElement ?? mark)));
  }

  /** Every line of the receipt, or of what was decided, at a purpose. */
  decision(purpose: Name): string {
    const heading = this.one('heading', purpose);
    return tidy(textOf(heading.parentElement ?? heading));
  }

  /** Chooses yes or no for a purpose. */
  async choose(purpose: Name, choice: Choice): Promise<void> {
    const group = this.#groups.find((one) => fits(this.#purposeOf(one), purpose));
    const [radio] = group ? this.all('radio', WORDS[choice], group) : [];
    if (!radio) throw new Error(`no such choice; there is: ${this.choices.join(' | ')}`);
    await this.press(radio);
  }

  /** Chooses the same for all. */
  async chooseAll(choice: Choice): Promise<void> {
    for (const group of this.#groups) await this.choose(this.#purposeOf(group), choice);
  }

  /** Goes on to the summary. */
  async goOn(): Promise<void> {
    await this.press(/^(Gå videre|Continue)$/);
  }

  /** Goes back from the summary. */
  async change(): Promise<void> {
    await this.press(/^(Ret|Change)$/);
  }

  /** Sends what the summary shows. */
  async send(): Promise<void> {
    await this.press(/^Send /);
  }

  /** Chooses the same for all, and sends it. */
  async answer(choice: Choice): Promise<void> {
    await this.chooseAll(choice);
    await this.goOn();
    await this.send();
  }

  /** Begins to withdraw a consent. */
  async withdraw(purpose: string): Promise<void> {
    await this.press(new RegExp(`^(Tilbagekald|Withdraw) .*${purpose}`));
  }

  /** Confirms the withdrawal. */
  async confirm(): Promise<void> {
    await this.press(/^(Ja, tilbagekald|Yes, withdraw)$/);
  }

  get #groups(): readonly HTMLElement[] {
    return [...this.root.querySelectorAll('fieldset')];
  }

  #purposeOf(group: HTMLElement): string {
    return tidy(textOf(group.querySelector('legend') ?? group));
  }
}

const fits = (text: string, name: Name) => (typeof name === 'string' ? text.includes(name) : name.test(text));
