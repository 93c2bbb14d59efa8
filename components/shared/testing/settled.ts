import { until } from './harness.js';
import type { Widget } from './harness.js';

const isWidget = (element: Element): element is Widget => element.localName.startsWith('skranke-');

/** Widgets in a part of the page, inside open shadow roots too. */
function widgetsIn(place: ParentNode): readonly Widget[] {
  const elements = [...place.querySelectorAll('*')];
  if (place instanceof Element) elements.unshift(place);
  return elements.flatMap((element) => {
    if (isWidget(element)) return [element];
    return element.shadowRoot ? widgetsIn(element.shadowRoot) : [];
  });
}

const isDone = (widget: Widget) =>
  customElements.get(widget.localName) !== undefined && !widget.matches(':state(loading)');

/**
 * Waits until every widget in a part of the page is registered and has loaded, or failed to.
 * @throws Error after 5 seconds, with the tags of those that have not
 */
export async function settled(place: ParentNode = document): Promise<void> {
  const waiting = () => widgetsIn(place).filter((widget) => !isDone(widget));
  await until('widgets to load', () => waiting().length === 0).catch((error: unknown) => {
    const tags = waiting().map(({ localName }) => localName);
    throw new Error(`${String(error)}: ${tags.join(', ')}`);
  });
  await Promise.all(widgetsIn(place).map((widget) => widget.updateComplete));
}
