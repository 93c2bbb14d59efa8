import { nameOf, textOf, tidy, until, WidgetHarness, type Name } from '../shared/testing/harness.js';
import type { SkrankeDeadlineList } from './deadline-list.js';

const escape = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/**
 * What a user does with a `<skranke-deadline-list>` and sees of it. A row is named by its title, or by any part of
 * its line.
 */
export class DeadlineListHarness extends WidgetHarness<SkrankeDeadlineList> {
  /** The first deadline list in a part of the page. */
  static in(place: ParentNode = document): DeadlineListHarness {
    const element = place.querySelector<SkrankeDeadlineList>('skranke-deadline-list');
    if (!element) throw new Error('no skranke-deadline-list here');
    return new DeadlineListHarness(element);
  }

  /** The names of the parts: `Afventer virksomhed`, `Igangværende sager`. */
  get parts(): readonly string[] {
    return this.all('region').map(nameOf);
  }

  /** Names of the filter's buttons, `Alle (17)`; the one that is on is in brackets. */
  get filters(): readonly string[] {
    return this.all('button')
      .filter((button) => button.ariaPressed !== null)
      .map((button) => (button.ariaPressed === 'true' ? `[${nameOf(button)}]` : nameOf(button)));
  }

  /** The rows of a part, or of the whole list, each as one line of text. */
  rows(part: Name = ''): readonly string[] {
    return this.all('region', part)
      .flatMap((region) => this.all('list', '', region).slice(0, 1))
      .flatMap((list) => [...list.children])
      .map((row) => tidy(textOf(row)));
  }

  isOpen(title: Name): boolean {
    return this.row(title).ariaExpanded === 'true';
  }

  /** Opens a row, and waits for its text. Does nothing when it is open. */
  async open(title: Name): Promise<void> {
    if (!this.isOpen(title)) await this.press(this.row(title));
    await until('the text of the row', () => this.opened(title) !== '');
    await this.quiet();
  }

  async close(title: Name): Promise<void> {
    if (this.isOpen(title)) await this.press(this.row(title));
  }

  /** What an open row shows below its line. */
  opened(title: Name): string {
    const button = this.row(title);
    const row = button.closest('li');
    return row ? tidy(textOf(row)).slice(nameOf(button).length).trim() : '';
  }

  /** The button that opens and closes a row. */
  row(title: Name): HTMLElement {
    const row = this.all('button', title).find((button) => button.ariaExpanded !== null);
    if (!row) throw new Error(`no row '${String(title)}'; there is: ${this.rows().join(' | ')}`);
    return row;
  }

  /** Shows only some of the deadlines: `Alle`, `Overskredet`, `Kommende`. */
  async filterBy(name: string): Promise<void> {
    await this.press(new RegExp(`^${escape(name)} \\(\\d+\\)$`));
  }

  /** Turns to the next page of a part. */
  async nextPage(part: Name = ''): Promise<void> {
    await this.#turn(part, /^(Næste|Next)$/);
  }

  async previousPage(part: Name = ''): Promise<void> {
    await this.#turn(part, /^(Forrige|Previous)$/);
  }

  /** Removes a notice from view. */
  async dismiss(title: string): Promise<void> {
    await this.press(new RegExp(`^(Fjern|Remove) .*${escape(title)}`));
  }

  async #turn(part: Name, name: RegExp): Promise<void> {
    const [pager] = this.all('navigation', part);
    const [button] = pager ? this.all('button', name, pager) : [];
    if (!button) throw new Error(`no such page; there is: ${this.text}`);
    await this.press(button);
  }
}
