import { nameOf, textOf, tidy, until, WidgetHarness, type Name } from '../shared/testing/harness.js';
import type { SkrankeMessageRecall } from './message-recall.js';

/** What a user does with a `<skranke-message-recall>` and sees of it. */
export class MessageRecallHarness extends WidgetHarness<SkrankeMessageRecall> {
  /** The first one in a part of the page. */
  static in(place: ParentNode = document): MessageRecallHarness {
    const element = place.querySelector<SkrankeMessageRecall>('skranke-message-recall');
    if (!element) throw new Error('no skranke-message-recall here');
    return new MessageRecallHarness(element);
  }

  /** The field for the id. */
  get field(): HTMLInputElement {
    return this.one('textbox', '') as HTMLInputElement;
  }

  /** What the message shows, in one line; empty while none is shown. */
  get summary(): string {
    const [region] = this.all('region');
    return region ? tidy(textOf(region)) : '';
  }

  /** A value of the message or of the receipt: `Modtager`, `Recipient`. */
  fact(name: Name): string {
    const [term] = this.all('term', name);
    const value = term?.nextElementSibling;
    return value ? tidy(textOf(value)) : '';
  }

  /** What the dialog says, in one line; empty while it is shut. */
  get dialog(): string {
    const [dialog] = this.all('dialog');
    return dialog ? `${nameOf(dialog)}: ${tidy(textOf(dialog))}` : '';
  }

  /** Writes an id in place of what stands in the field. */
  write(id: string): void {
    const { field } = this;
    field.focus();
    field.value = id;
    field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  }

  /** Looks a message up, and waits for what comes of it. */
  async lookUp(id: string): Promise<void> {
    this.write(id);
    await this.press(/^(Slå op|Look up)$/);
    await until('the answer', () => !/Henter …|Loading …/.test(this.text));
    await this.quiet();
  }

  /** Shows the CPR number, or hides it again. */
  async toggleNumber(): Promise<void> {
    await this.press(/^(Vis|Skjul|Show|Hide) CPR/);
    await this.quiet();
  }

  /** Opens the dialog. */
  async ask(): Promise<void> {
    await this.press(/^(Tilbagekald|Recall)$/);
    await this.quiet();
  }

  /** 'Bekræft tilbagekald', without waiting. */
  async confirm(): Promise<void> {
    await this.press(/^(Bekræft tilbagekald|Confirm recall)$/);
  }

  /** 'Fortryd'. */
  async cancel(): Promise<void> {
    await this.press(/^(Fortryd|Cancel)$/);
  }

  /** Looks a message up and recalls it, and waits for what comes of it. */
  async recall(id?: string): Promise<void> {
    if (id !== undefined) await this.lookUp(id);
    await this.ask();
    await this.confirm();
    await until('the answer', () => this.dialog === '');
    await this.quiet();
  }
}
