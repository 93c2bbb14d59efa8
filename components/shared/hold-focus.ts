/** Whether the user is in a widget, or nowhere: somebody who has gone on is not to be called back. */
export function mayTakeFocus(widget: Element): boolean {
  const { activeElement, body } = widget.ownerDocument;
  return !activeElement || activeElement === body || widget.matches(':focus-within');
}

/**
 * Notes where the focus stands in a widget before it renders anew.
 * @returns brings it back afterwards, where it was lost or stands on something else now: to the same element or one
 * with its id, else to the nearest place that is left (its row's button, the heading of its part, the widget's own)
 */
export function holdFocus(root: ShadowRoot): () => void {
  const was = root.activeElement;
  if (!(was instanceof HTMLElement)) return () => undefined;
  const { id } = was;
  const row = was.closest('[data-key]');
  const part = was.closest('[aria-labelledby]')?.getAttribute('aria-labelledby');
  return () => {
    const now = root.activeElement;
    if (now?.id === id) return;
    const same = id ? root.getElementById(id) : was;
    const near = [
      row?.querySelector('button'),
      part && root.getElementById(part),
      root.getElementById('heading'),
    ];
    for (const place of now ? [same] : [same, ...near]) {
      if (!place || !place.isConnected) continue;
      place.focus({ preventScroll: true });
      if (root.activeElement === place) return;
    }
  };
}
