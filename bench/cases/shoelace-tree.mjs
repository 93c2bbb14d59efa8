/** Shoelace's tree, an element a node, all open at the start: what a page of a few lines makes of it. */
import '@shoelace-style/shoelace/dist/components/tree/tree.js';
import '@shoelace-style/shoelace/dist/components/tree-item/tree-item.js';
import { itemsOf, whenLaidOut } from '../lib/tree-parts.mjs';

export const label = 'Shoelace tree, all nodes';
/** Beyond this it takes minutes. */
export const most = 10_000;

export const show = (data, place) =>
  whenLaidOut(place, () => {
    const tree = document.createElement('sl-tree');
    for (const [group, points] of itemsOf(data)) {
      const branch = document.createElement('sl-tree-item');
      branch.textContent = group;
      branch.expanded = true;
      for (const name of points) {
        const leaf = document.createElement('sl-tree-item');
        leaf.textContent = name;
        branch.append(leaf);
      }
      tree.append(branch);
    }
    return tree;
  });
