import type { PropertyValues } from '../shared/reactive-element.js';
import { property, state } from '../shared/decorators.js';
import type { CommonMessages } from '../shared/i18n/common.messages.js';
import { WidgetElement } from '../shared/widget-element.js';
import type { CommonEventMap } from '../shared/widget-events.js';

/** Something that the user must put right. */
export interface FieldError {
  /** What `focusField()` takes. */
  readonly field: string;
  readonly message: string;
}

/**
 * A widget that is a field of a form: it submits an id under its name, and takes part in validity, reset, restore
 * and a disabled fieldset, as the browser's own fields do.
 */
export abstract class FormField<
  Texts extends CommonMessages,
  Events extends CommonEventMap,
> extends WidgetElement<Texts, Events> {
  /** Makes it a field of forms. */
  static readonly formAssociated = true;

  /** Id of what is chosen; empty for nothing. Setting it fires no event. */
  @property()
  get value(): string {
    return this.#value;
  }
  set value(value: string | null | undefined) {
    this.#value = value ?? '';
    // At once: a script may read the form's data, or its validity, right after.
    this.internals.setFormValue(this.#value);
    if (this.hasUpdated) this.#validate();
  }
  /** Name under which the form submits the value. */
  @property({ reflect: true }) name = '';
  /** Something must be chosen. */
  @property({ type: Boolean, reflect: true }) required = false;
  /** Nothing can be chosen, and nothing is submitted. */
  @property({ type: Boolean, reflect: true }) disabled = false;

  /** Whether errors are shown: not before somebody asked whether the field is valid. */
  @state() protected showsErrors = false;

  #value = '';

  constructor() {
    super();
    this.internals.setFormValue('');
    this.addEventListener('invalid', () => (this.showsErrors = true));
    // A click on a label comes as one on the element itself.
    this.addEventListener('click', (event) => {
      if (event.composedPath()[0] === this) this.focus();
    });
  }

  /** Called by the browser. */
  formDisabledCallback(): void {
    this.requestUpdate();
  }

  /** Called by the browser: the value goes back to that of the attribute. */
  formResetCallback(): void {
    this.value = this.getAttribute('value');
    this.showsErrors = false;
  }

  /** Called by the browser with what it has kept. */
  formStateRestoreCallback(state: string | File | FormData | null): void {
    if (typeof state === 'string') this.value = state;
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    this.#validate();
  }

  /** The form that it belongs to. */
  get form(): HTMLFormElement | null {
    return this.internals.form;
  }

  /** The labels outside that name it. */
  get labels(): NodeList {
    return this.internals.labels;
  }

  /** What is wrong, as the browser's own fields say it. */
  get validity(): ValidityState {
    return this.#current.validity;
  }

  /** What is wrong, in words. */
  get validationMessage(): string {
    return this.#current.validationMessage;
  }

  /** Whether it is looked at at all: not while it is disabled. */
  get willValidate(): boolean {
    return this.internals.willValidate;
  }

  /** What is wrong now, shown or not, for a summary of the host's own. */
  abstract get errors(): readonly FieldError[];

  /** Moves the focus to a field by its name in `errors`. */
  abstract focusField(field?: string): void;

  /** Whether the field is valid; shows what is wrong with it. */
  checkValidity(): boolean {
    return this.#current.checkValidity();
  }

  /** Likewise, and has the browser tell the user. */
  reportValidity(): boolean {
    return this.#current.reportValidity();
  }

  /** Moves the focus into it. */
  override focus(): void {
    this.focusField();
  }

  /** Disabled itself or by a fieldset around it. */
  protected get isDisabled(): boolean {
    return this.matches(':disabled');
  }

  /** With what holds now, also before the next render: so do the browser's own fields. */
  get #current(): ElementInternals {
    if (this.hasUpdated) this.#validate();
    return this.internals;
  }

  #validate(): void {
    const [error] = this.errors;
    const isMissing = error?.field === 'value' && !this.#value;
    const anchor = this.renderRoot.querySelector<HTMLElement>(`#${error?.field ?? 'value'}, input, #heading`);
    this.internals.setValidity(
      { valueMissing: isMissing, customError: Boolean(error) && !isMissing },
      error && (error.message || error.field),
      anchor ?? undefined,
    );
  }
}
