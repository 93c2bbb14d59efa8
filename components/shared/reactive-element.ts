import { render } from 'lit/html.js';

/** What has changed since the last render: the names, each with the value before. */
export type PropertyValues = Map<PropertyKey, unknown>;

/** Styles of an element: texts of style sheets, also those of the class above. */
export type Styles = string | readonly Styles[];

/** What a controller knows of its element. */
export interface ReactiveControllerHost {
  /** Lets a part follow the element's coming and going. */
  addController(controller: ReactiveController): void;
  requestUpdate(): void;
  readonly updateComplete: Promise<boolean>;
}

/** A part of an element that follows its coming and going. */
export interface ReactiveController {
  hostConnected?(): void;
  hostDisconnected?(): void;
  /** What it works for has become unusable. */
  hostBlocked?(): void;
  /** After each render, before the element's own `updated`. */
  hostUpdated?(): void;
}

/** How a property follows its attribute. */
export interface PropertyOptions {
  /** Name of the attribute; by default that of the property in lower case. `false`: it has none. */
  readonly attribute?: string | false;
  /** What the attribute's text becomes; a string by default. */
  readonly type?: typeof Number | typeof Boolean | undefined;
  /** A field of the class's own, not for hosts. */
  readonly state?: boolean;
  /** The attribute follows the property too. */
  readonly reflect?: boolean;
}

type Values = Record<PropertyKey, unknown>;

interface Property extends PropertyOptions {
  readonly name: string;
}

/** Marks the text of a style sheet for editors and for the build, which takes the white space out. */
export const css = (text: TemplateStringsArray, ...values: readonly (string | number)[]): string =>
  String.raw({ raw: text }, ...values);

const sheets = new Map<string, { readonly page: Document; readonly sheet: CSSStyleSheet }>();

/** The sheets of one document cannot be used in another. */
function sheetOf(text: string, page: Document): CSSStyleSheet {
  const known = sheets.get(text);
  if (known?.page === page) return known.sheet;
  const sheet = new (page.defaultView as typeof globalThis & Window).CSSStyleSheet();
  sheet.replaceSync(text);
  sheets.set(text, { page, sheet });
  return sheet;
}

/** On a server there are no elements; importing a class must do no harm there. */
const Base = (globalThis as { HTMLElement?: typeof HTMLElement }).HTMLElement ?? (Object as never);

/** Undefined where it has none. */
function attributeOf({ attribute, name }: Property): string | undefined {
  return attribute === false ? undefined : (attribute ?? name.toLowerCase());
}

/**
 * A custom element that renders a Lit template when one of its properties has changed: the part of Lit's own
 * `LitElement` that the kit uses, under the same names and with the same order of steps, at a quarter of the size
 * (docs/adr/0003).
 */
export abstract class ReactiveElement extends Base implements ReactiveControllerHost {
  static styles: Styles = [];
  private static reactiveProperties: ReadonlyMap<string, Property> = new Map();

  static get observedAttributes(): readonly string[] {
    return [...this.reactiveProperties.values()].flatMap((property) => attributeOf(property) ?? []);
  }

  /** Makes a property reactive; called by the decorators. */
  static createProperty(name: string, options: PropertyOptions): void {
    this.reactiveProperties = new Map([...this.reactiveProperties, [name, { ...options, name }]]);
    const key = Symbol();
    // A number or an address object becomes a text, as with the browser's own properties. Blanks around it say nothing.
    const isText = options.attribute !== false && !options.type && !options.state;
    const own = {
      get(this: Values) {
        return this[key];
      },
      set(this: Values, value: unknown) {
        this[key] = value;
      },
    };
    // An accessor of the class's own stays, and is followed.
    const { get = own.get, set = own.set } = Object.getOwnPropertyDescriptor(this.prototype, name) ?? {};
    Object.defineProperty(this.prototype, name, {
      configurable: true,
      get,
      set(this: ReactiveElement & Values, value: unknown) {
        const before: unknown = get.call(this);
        set.call(
          this,
          isText && value !== null && value !== undefined
            ? (value as string | number | URL).toString().trim()
            : value,
        );
        this.requestUpdate(name, before);
      },
    });
  }

  /** Whether it has been rendered. */
  protected hasUpdated = false;
  /** Where it renders; undefined until it has been on a page. */
  declare readonly renderRoot: ShadowRoot;

  readonly #controllers = new Set<ReactiveController>();
  #changed: PropertyValues = new Map();
  #isPending = false;
  /** The attribute that is being read or written: neither leads to the other. */
  #busyWith: string | undefined;
  #begin!: () => void;
  /** Settles with the update under way; the first waits until the element is on a page. */
  #updating = new Promise<boolean>((resolve) => (this.#begin = () => resolve(true)));
  /** What was set before the class was known. */
  readonly #early = new Map<string, unknown>();

  constructor() {
    super();
    for (const name of this.#properties.keys()) {
      if (!Object.hasOwn(this, name)) continue;
      this.#early.set(name, this.#get(name));
      delete this[name as keyof this];
    }
    this.requestUpdate();
  }

  connectedCallback(): void {
    this.#makeRoot();
    // Now that the class has set its defaults, and before anybody can set something newer.
    for (const [name, value] of this.#early) this.#set(name, value);
    this.#early.clear();
    this.#begin();
    this.tell('hostConnected');
  }

  disconnectedCallback(): void {
    this.tell('hostDisconnected');
  }

  attributeChangedCallback(attribute: string, _before: string | null, text: string | null): void {
    if (attribute === this.#busyWith) return;
    for (const property of this.#properties.values()) {
      if (attributeOf(property) !== attribute) continue;
      const { type, name } = property;
      this.#busyWith = attribute;
      // A number that is left empty is not there.
      const isAbsent = text === null || (type && !text.trim());
      this.#set(name, type === Boolean ? text !== null : isAbsent ? null : type ? type(text) : text);
      this.#busyWith = undefined;
    }
  }

  protected performUpdate(): void {
    if (!this.#isPending) return;
    const changed = this.#changed;
    try {
      this.willUpdate(changed);
      this.update(changed);
    } catch (error) {
      this.#settle();
      throw error;
    }
    this.tell('hostUpdated');
    this.hasUpdated = true;
    this.updated(changed);
  }

  /** Before each render: what is derived from properties. Changes here lead to no further update. */
  protected willUpdate(_changed: PropertyValues): void {
    // For the classes below.
  }

  /** Renders. Changes after it lead to a further update. */
  protected update(changed: PropertyValues): void {
    const template = this.render();
    this.#reflect(changed);
    this.#settle();
    render(template, this.renderRoot, { host: this });
  }

  /** After each render. */
  protected updated(_changed: PropertyValues): void {
    // For the classes below.
  }

  /** Tells all parts. */
  protected tell(step: keyof ReactiveController): void {
    for (const controller of this.#controllers) controller[step]?.();
  }

  /** Lets a part follow the element's coming and going. */
  addController(controller: ReactiveController): void {
    this.#controllers.add(controller);
    if (this.#hasRoot && this.isConnected) controller.hostConnected?.();
  }

  /** Settles when what was asked for is on screen; with `false` when that has led to another update. */
  get updateComplete(): Promise<boolean> {
    return this.#updating;
  }

  /** Asks for an update in the next microtask; for a property, only if it has another value than before. */
  requestUpdate(name?: string, before?: unknown): void {
    if (name !== undefined) {
      if (Object.is(this.#get(name), before)) return;
      if (!this.#changed.has(name)) this.#changed.set(name, this.hasUpdated ? before : undefined);
    }
    if (this.#isPending) return;
    this.#isPending = true;
    this.#updating = this.#updateAfter(this.#updating);
  }

  async #updateAfter(before: Promise<unknown>): Promise<boolean> {
    // A failed update has said so already; the next one must not wait for ever.
    await before.catch(() => undefined);
    this.performUpdate();
    return !this.#isPending;
  }

  #settle(): void {
    this.#changed = new Map();
    this.#isPending = false;
  }

  #reflect(changed: PropertyValues): void {
    for (const property of this.#properties.values()) {
      const attribute = attributeOf(property);
      if (!property.reflect || !attribute || !changed.has(property.name)) continue;
      const value = this.#get(property.name);
      this.#busyWith = attribute;
      if (property.type === Boolean) this.toggleAttribute(attribute, Boolean(value));
      else if (value === null || value === undefined) this.removeAttribute(attribute);
      else this.setAttribute(attribute, value as string);
      this.#busyWith = undefined;
    }
  }

  get #hasRoot(): boolean {
    return (this.renderRoot as ShadowRoot | undefined) !== undefined;
  }

  #makeRoot(): void {
    const root = this.shadowRoot ?? this.attachShadow({ mode: 'open' });
    (this as { renderRoot: ShadowRoot }).renderRoot = root;
    // None at first, and after a move to another document, which takes them away. One that is not shown can have none.
    if (root.adoptedStyleSheets.length > 0 || !this.ownerDocument.defaultView) return;
    const { styles } = this.constructor as typeof ReactiveElement;
    root.adoptedStyleSheets = [styles].flat(9).map((text) => sheetOf(text as string, this.ownerDocument));
  }

  get #properties(): ReadonlyMap<string, Property> {
    return (this.constructor as typeof ReactiveElement).reactiveProperties;
  }

  #get(name: string): unknown {
    return this[name as keyof this];
  }

  #set(name: string, value: unknown): void {
    this[name as keyof this] = value as this[keyof this];
  }

  protected abstract render(): unknown;
}
