import { nameOf, textOf, tidy, until, WidgetHarness, type Name } from '../shared/testing/harness.js';
import type { SkrankeContactPointPicker } from './contact-point-picker.js';

/** What a user does with a `<skranke-contact-point-picker>` and sees of it. */
export class ContactPointPickerHarness extends WidgetHarness<SkrankeContactPointPicker> {
  /** The first picker in a part of the page. */
  static in(place: ParentNode = document): ContactPointPickerHarness {
    const element = place.querySelector<SkrankeContactPointPicker>('skranke-contact-point-picker');
    if (!element) throw new Error('no skranke-contact-point-picker here');
    return new ContactPointPickerHarness(element);
  }

  /** Waits until all of the structure is there, too. */
  override async settled(): Promise<void> {
    await super.settled();
    await until('all of it to load', () => !/stadig flere|still loading/.test(this.text));
    await this.quiet();
  }

  /** The search field: for a contact point, or before an authority is found, for an authority. */
  get searchField(): HTMLInputElement {
    return this.one('searchbox', '') as HTMLInputElement;
  }

  /** The rows that there are to choose between, each as one line of text. */
  get rows(): readonly string[] {
    return this.all('list')
      .flatMap((list) => [...list.children])
      .map((row) => tidy(textOf(row)));
  }

  /** What is marked in them. */
  get marks(): readonly string[] {
    return [...this.root.querySelectorAll('mark')].map((mark) => tidy(textOf(mark)));
  }

  /** The way to the level that is shown: `Alle emner`, `ID`, `Pas`. */
  get breadcrumb(): readonly string[] {
    const [nav] = this.all('navigation');
    return nav ? this.all('listitem', '', nav).map(nameOf) : [];
  }

  /** What the chosen point shows, in one line; empty while none is shown. */
  get summary(): string {
    const [region] = this.all('region', /^(Du har valgt|You have chosen)/);
    return region ? tidy(textOf(region)) : '';
  }

  /** Types into the search field, in place of what stands there, and waits for the answer. */
  async search(text: string): Promise<void> {
    await this.type(text);
    await this.quiet();
  }

  /** Types into a field, the search field for one, in place of what stands there. Waits for nothing but the screen. */
  async type(text: string, field = this.searchField): Promise<void> {
    field.focus();
    field.value = text;
    field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    await this.element.updateComplete;
  }

  /** Writes into an information field. */
  async writeInformation(name: Name, text: string): Promise<void> {
    await this.type(text, this.one('textbox', name) as HTMLInputElement);
    await this.quiet();
  }

  /** Chooses a contact point, or opens a group, or chooses an authority, by what its row says. */
  async choose(name: Name): Promise<void> {
    const [row] = this.all('listitem', name).flatMap((item) => this.all('button', '', item));
    if (!row) throw new Error(`no row '${String(name)}'; there is: ${this.rows.join(' | ')}`);
    await this.press(row);
    await this.quiet();
  }

  /** One level up. */
  async back(): Promise<void> {
    await this.press(/^(Tilbage til|Back to) /);
    await this.quiet();
  }

  async showMore(): Promise<void> {
    await this.press(/^(Vis flere|Show more)$/);
  }

  /** From the chosen point back to the list. */
  async chooseAnother(): Promise<void> {
    await this.press(/^(Vælg en anden|Choose another)$/);
    await this.quiet();
  }

  async changeAuthority(): Promise<void> {
    await this.press(/^(Skift myndighed|Change authority)$/);
    await this.quiet();
  }
}
