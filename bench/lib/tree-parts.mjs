/** What the trees of other kits are made from: the points under their first group's name, as a page would prepare them. */
export function itemsOf(data) {
  const groups = new Map(
    data.groupPages.flatMap((page) => JSON.parse(page).contactGroups).map(({ id, name }) => [id, name]),
  );
  const items = new Map();
  for (const { name, contactGroups } of data.pages.flatMap((page) => JSON.parse(page).contactPoints)) {
    const group = groups.get(contactGroups[0]?.id) ?? 'Andet';
    if (!items.has(group)) items.set(group, []);
    items.get(group).push(name);
  }
  return items;
}

/** Builds, puts it on the page and waits for the frame after it; the time includes the reading of the answers. */
export async function whenLaidOut(place, build) {
  const start = performance.now();
  const element = build();
  place.append(element);
  await element.updateComplete;
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  if (element.offsetHeight === 0) throw new Error('not laid out');
  const elapsed = performance.now() - start;
  return { first: elapsed, all: elapsed, root: element };
}
