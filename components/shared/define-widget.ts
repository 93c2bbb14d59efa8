import { warn } from './warn.js';

type WidgetClass = CustomElementConstructor & { readonly version?: string };

let warned = false;

/**
 * Registers an element where nobody has. The same version again is silent; with another one, or a stranger's
 * element under the tag, the first stays and the developer is told once.
 * Does nothing on a server.
 */
export function defineWidget(tag: string, widget: WidgetClass): void {
  if (typeof customElements === 'undefined') return;
  const known = customElements.get(tag) as WidgetClass | undefined;
  if (!known) {
    customElements.define(tag, widget);
  } else if (known.version !== widget.version && !warned) {
    warned = true;
    warn(
      `${tag} is already registered (${known.version ?? 'not by this kit'}); version ${widget.version} is not used`,
    );
  }
}
