/** What the other kits' lists are made from: the answers, put together as a page would have to. */

/** @returns all points of the answers, as the backend sent them */
export const pointsOf = (data) => data.pages.flatMap(({ contactPoints }) => contactPoints);

/** @returns the groups at the top as a tree, each with `name` and `items`, its groups before its points */
export function treeOf(data) {
  const all = data.groupPages.flatMap(({ contactGroups }) => contactGroups);
  const nodes = new Map(all.map(({ id, name }) => [id, { name, items: [] }]));
  const top = [];
  for (const { id, parents } of all) {
    const above = parents.map((parent) => nodes.get(parent.id)).filter(Boolean);
    for (const { items } of above) items.push(nodes.get(id));
    if (above.length === 0) top.push(nodes.get(id));
  }
  // Under the first of its groups: in a tree of elements a point stands once.
  for (const { name, contactGroups } of pointsOf(data))
    (nodes.get(contactGroups[0]?.id)?.items ?? top).push({ name });
  return top;
}

/** A turn of the event loop, without a timer's four milliseconds. */
export const turn = () =>
  new Promise((resolve) => {
    const { port1, port2 } = new globalThis.MessageChannel();
    port1.onmessage = resolve;
    port2.postMessage(undefined);
  });

/** Waits until `isThere` says so, turn by turn; each look at it makes the browser lay out. */
export async function until(isThere) {
  while (!isThere()) await turn();
}
