/** The element around another one, through the border of a shadow root. */
export function parentOf(element: Element): Element | null {
  const root = element.parentElement ? undefined : element.getRootNode();
  return root instanceof ShadowRoot ? root.host : element.parentElement;
}
