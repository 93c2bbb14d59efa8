/** Shoelace's tree with lazy groups: only the top level is made, and a group's items when it is opened. */
import '@shoelace-style/shoelace/dist/components/tree/tree.js';
import '@shoelace-style/shoelace/dist/components/tree-item/tree-item.js';
import { treeOf, until } from '../lib/tree-parts.mjs';

export const label = 'Shoelace tree, lazy';

function itemOf({ name, items }) {
  const item = document.createElement('sl-tree-item');
  item.textContent = name;
  item.lazy = items !== undefined;
  item.addEventListener('sl-lazy-load', (event) => {
    event.stopPropagation();
    item.append(...items.map(itemOf));
    item.lazy = false;
  });
  return item;
}

export async function show(data, place) {
  const top = treeOf(data);
  const tree = document.createElement('sl-tree');
  tree.append(...top.map(itemOf));
  place.append(tree);
  const last = tree.lastElementChild;
  await until(() => last.shadowRoot?.querySelector('.tree-item') && last.offsetHeight > 0);
  return {
    root: tree,
    async close() {
      last.expanded = false;
      last.replaceChildren(last.firstChild);
      last.lazy = true;
      await last.updateComplete;
    },
    async open() {
      last.expanded = true;
      await until(() => last.lastElementChild?.shadowRoot?.querySelector('.tree-item'));
    },
  };
}
