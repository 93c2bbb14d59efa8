/** One of the states that every element shows by `:state()`. */
export type WidgetState = 'loading' | 'ready' | 'empty' | 'error';

/** Part of a name, or a pattern for it. */
export type Name = string | RegExp;

/** An element of the kit, as far as a harness needs it. */
export type Widget = HTMLElement & { readonly updateComplete: Promise<boolean> };

const STATES: readonly WidgetState[] = ['loading', 'ready', 'empty', 'error'];
const WAIT_MS = 5_000;
/** Nothing has changed for so long: what was under way is done. */
const QUIET_MS = 80;

const ROLES: Record<string, string> = {
  a: 'link',
  button: 'button',
  dialog: 'dialog',
  dt: 'term',
  h1: 'heading',
  h2: 'heading',
  h3: 'heading',
  h4: 'heading',
  h5: 'heading',
  h6: 'heading',
  li: 'listitem',
  nav: 'navigation',
  section: 'region',
  ul: 'list',
};

const INPUT_ROLES: Record<string, string> = { radio: 'radio', search: 'searchbox' };

function roleOf(element: Element): string | undefined {
  if (element instanceof HTMLInputElement) return INPUT_ROLES[element.type] ?? 'textbox';
  return element.getAttribute('role') ?? ROLES[element.localName];
}

export const tidy = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** The text as it is read out: what is only for the eye is left out, what is only for the ear is in it. */
export function textOf(node: Node): string {
  if (node instanceof Text) return node.data;
  const text = [...node.childNodes].map(textOf).join('');
  if (!(node instanceof Element)) return text;
  if (node.ariaHidden === 'true' || !node.checkVisibility()) return '';
  return getComputedStyle(node).display.startsWith('inline') ? text : ` ${text} `;
}

export function nameOf(element: Element): string {
  const root = element.getRootNode() as ParentNode;
  const ids = element.getAttribute('aria-labelledby')?.split(/\s+/) ?? [];
  const named = ids.map((id) => root.querySelector(`#${CSS.escape(id)}`)).filter((label) => label !== null);
  const labels = element instanceof HTMLInputElement ? [...(element.labels ?? [])] : named;
  return tidy(element.ariaLabel ?? labels.map(textOf).join(' ')) || tidy(textOf(element));
}

const fits = (text: string, name: Name) => (typeof name === 'string' ? text.includes(name) : name.test(text));

/** Everything that the page's live regions have said, from the first harness on. */
const heard: string[] = [];
const listened = new WeakSet<Node>();

/** Also for a shadow root that holds a modal dialog: what is read out while it is open is read out in it. */
function listen(root: Node): void {
  if (listened.has(root)) return;
  listened.add(root);
  new MutationObserver((mutations) => {
    for (const { target, addedNodes } of mutations) {
      if (!(target instanceof Element) || !target.matches('[aria-live]')) continue;
      heard.push(...[...addedNodes].map((node) => tidy(node.textContent ?? '')).filter(Boolean));
    }
  }).observe(root, { childList: true, subtree: true });
}

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** Waits until `read` gives something. */
export async function until<Value>(what: string, read: () => Value): Promise<NonNullable<Value>> {
  const end = performance.now() + WAIT_MS;
  for (;;) {
    const value = read();
    if (value) return value;
    if (performance.now() > end) throw new Error(`waited in vain for ${what}`);
    await pause(10);
  }
}

/**
 * What a user does with a widget and sees of it: the part that is the same for all. Finds everything by role and
 * name, so that a test written with it does not break when the inside of the element changes.
 */
export class WidgetHarness<Host extends Widget> {
  readonly element: Host;
  #silentBefore = heard.length;

  constructor(element: Host) {
    this.element = element;
    listen(document);
    if (element.shadowRoot) listen(element.shadowRoot);
  }

  /** The state it is in; more than one would be a mistake. */
  get state(): WidgetState | undefined {
    const states = STATES.filter((state) => this.element.matches(`:state(${state})`));
    return states.length === 1 ? states[0] : undefined;
  }

  /** Waits until it has loaded, or failed to, and nothing changes any more. */
  async settled(): Promise<void> {
    await until('it to load', () => this.state !== undefined && this.state !== 'loading');
    await this.quiet();
  }

  /** Waits until nothing changes on screen, in whichever state. */
  async quiet(): Promise<void> {
    await this.element.updateComplete;
    let changedAt = performance.now();
    const observer = new MutationObserver(() => (changedAt = performance.now()));
    observer.observe(this.root, { subtree: true, childList: true, characterData: true, attributes: true });
    await until('it to come to rest', () => performance.now() - changedAt > QUIET_MS);
    observer.disconnect();
  }

  /** Waits until it says this somewhere. */
  async shows(text: Name): Promise<void> {
    await until(`'${String(text)}' on screen`, () => fits(this.text, text)).catch((error: unknown) => {
      throw new Error(`${String(error)}; there is: ${this.text}`);
    });
  }

  /** Everything that it says, in one line. The host's own content in the slot is not part of it. */
  get text(): string {
    return tidy(textOf(this.root));
  }

  /** The headings, with their levels: `2 Link og QR-kode`. */
  get headings(): readonly string[] {
    return this.all('heading').map((heading) => `${heading.localName.slice(1)} ${nameOf(heading)}`);
  }

  /** The links, each with name and address: `Start nu (åbner i nyt vindue) https://…`. */
  get links(): readonly string[] {
    return this.all('link').map((link) => `${nameOf(link)} ${(link as unknown as HTMLAnchorElement).href}`);
  }

  /** The names of the buttons. */
  get buttons(): readonly string[] {
    return this.all('button').map(nameOf);
  }

  /** What has been read out since this harness was made, or since `forget()`. */
  get announcements(): readonly string[] {
    return heard.slice(this.#silentBefore);
  }

  /** Waits until this is read out. */
  async hears(text: Name): Promise<void> {
    await until(`'${String(text)}' to be read out`, () =>
      this.announcements.some((said) => fits(said, text)),
    );
  }

  /** Starts `announcements` anew. */
  forget(): void {
    this.#silentBefore = heard.length;
  }

  /** Where the focus is in it: `heading Link og QR-kode`; empty when it is elsewhere. */
  get focus(): string {
    const focused = this.root.activeElement;
    return focused ? `${roleOf(focused) ?? focused.localName} ${nameOf(focused)}` : '';
  }

  /** Tries again what failed. */
  async retry(): Promise<void> {
    await this.press(/^(Prøv igen|Try again)$/);
  }

  /** Presses a button as with a pointer: the focus goes along. */
  async press(button: HTMLElement | Name): Promise<void> {
    const target = button instanceof HTMLElement ? button : this.one('button', button);
    target.focus();
    target.click();
    await this.element.updateComplete;
  }

  /** The one element of this role with this name. */
  one(role: string, name: Name): HTMLElement {
    const [found] = this.all(role, name);
    if (found) return found;
    const names = this.all(role).map(nameOf).join(' | ');
    throw new Error(`no ${role} '${String(name)}'; there is: ${names}`);
  }

  /** All visible elements of a role with this name, in order. */
  all(role: string, name: Name = '', within: ParentNode = this.root): readonly HTMLElement[] {
    return [...within.querySelectorAll<HTMLElement>('*')].filter(
      (element) =>
        roleOf(element) === role && element.checkVisibility() && (name === '' || fits(nameOf(element), name)),
    );
  }

  protected get root(): ShadowRoot {
    const { localName, shadowRoot } = this.element;
    if (!shadowRoot) throw new Error(`${localName} is not defined`);
    return shadowRoot;
  }
}
