/** Shoelace's tree with every node from the start: what a page of a few lines makes of it. */
import '@shoelace-style/shoelace/dist/components/tree/tree.js';
import '@shoelace-style/shoelace/dist/components/tree-item/tree-item.js';
import { treeOf, until } from '../lib/tree-parts.mjs';

export const label = 'Shoelace tree, all nodes';
/** Beyond this it takes minutes. */
export const most = 10_000;

function addItems(parent, items) {
  for (const { name, items: below } of items) {
    const item = document.createElement('sl-tree-item');
    item.textContent = name;
    if (below) {
      item.expanded = true;
      addItems(item, below);
    }
    parent.append(item);
  }
}

export async function show(data, place) {
  const tree = document.createElement('sl-tree');
  addItems(tree, treeOf(data));
  place.append(tree);
  const first = tree.querySelector('sl-tree-item');
  const inner = first.querySelector('sl-tree-item');
  await until(() => first.shadowRoot?.querySelector('.tree-item') && inner.offsetHeight > 0);
  return {
    root: tree,
    async close() {
      first.expanded = false;
      await first.updateComplete;
    },
    async open() {
      first.expanded = true;
      await first.updateComplete;
      await until(() => inner.offsetHeight > 0);
    },
  };
}
