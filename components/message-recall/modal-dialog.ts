import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { pageState } from '../shared/page-state.js';

interface ModalDialogOptions {
  /** Selector of what has the focus first. Not a button: an Enter that is held down must not be an answer. */
  readonly first: string;
  /** It must stay open for now. */
  readonly isHeld: () => boolean;
}

/** The one `<dialog>` in the host's template; the host renders it while `isOpen`. */
export class ModalDialog implements ReactiveController {
  readonly #host: ReactiveControllerHost & { readonly renderRoot: ParentNode };
  readonly #options: ModalDialogOptions;
  isOpen = false;

  /** Escape, or a button that says no. */
  readonly cancel = (event: Event): void => {
    event.preventDefault();
    if (!this.#options.isHeld()) this.shut();
    this.#host.requestUpdate();
  };

  /** The browser may shut it by itself, as at a second Escape. */
  readonly closed = ({ target }: Event): void => {
    if (target === this.element && !this.element?.open) this.isOpen = false;
    this.#host.requestUpdate();
  };

  readonly open = (): void => {
    this.isOpen = true;
    this.#host.requestUpdate();
  };

  constructor(
    host: ReactiveControllerHost & { readonly renderRoot: ParentNode },
    options: ModalDialogOptions,
  ) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  get element(): HTMLDialogElement | null {
    return this.#host.renderRoot.querySelector('dialog');
  }

  hostDisconnected(): void {
    this.isOpen = false;
    this.#host.requestUpdate();
  }

  hostUpdated(): void {
    const dialog = this.element;
    if (!dialog?.isConnected || dialog.open) return;
    dialog.showModal();
    dialog.querySelector<HTMLElement>(this.#options.first)?.focus();
    // What lies outside is inert, so what is read out while it is open is read out in it.
    pageState().announcer.prepare(dialog);
  }

  /** The focus goes back to where it was before. */
  shut(): void {
    this.isOpen = false;
    this.element?.close();
  }
}
