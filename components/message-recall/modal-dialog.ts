import type { ReactiveController, ReactiveControllerHost } from '../shared/reactive-element.js';
import { pageState } from '../shared/page-state.js';

type Host = ReactiveControllerHost & { readonly renderRoot: ParentNode };

/** The one `<dialog>` in the host's template; the host renders it while `isOpen`. */
export class ModalDialog implements ReactiveController {
  readonly #host: Host;
  readonly #isHeld: () => boolean;
  isOpen = false;

  /** Escape, or a button that says no. */
  readonly cancel = (event: Event): void => {
    event.preventDefault();
    if (!this.#isHeld()) this.shut();
    this.#host.requestUpdate();
  };

  /** The browser may shut it by itself, as at a second Escape. */
  readonly closed = ({ target }: Event): void => {
    if (target === this.element && !this.element?.open) this.isOpen = false;
    this.#host.requestUpdate();
  };

  readonly open = (): void => {
    this.isOpen = !this.#isHeld();
    this.#host.requestUpdate();
  };

  /** @param isHeld whether it must stay open for now */
  constructor(host: Host, isHeld: () => boolean) {
    this.#host = host;
    this.#isHeld = isHeld;
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
    // Not a button: an Enter that is held down must not be an answer.
    dialog.querySelector<HTMLElement>('.heading')?.focus();
    // What lies outside is inert, so what is read out while it is open is read out in it.
    pageState().announcer.prepare(dialog);
  }

  /** The focus goes back to where it was before. */
  shut(): void {
    this.isOpen = false;
    this.element?.close();
  }
}
