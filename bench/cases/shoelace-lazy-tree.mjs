/** Shoelace's tree with lazy groups: only the first group's points are made. */
import '@shoelace-style/shoelace/dist/components/tree/tree.js';
import '@shoelace-style/shoelace/dist/components/tree-item/tree-item.js';
import { itemsOf, whenLaidOut } from '../lib/tree-parts.mjs';

export const label = 'Shoelace tree, lazy';

export const show = (data, place) =>
  whenLaidOut(place, () => {
    const tree = document.createElement('sl-tree');
    [...itemsOf(data)].forEach(([group, points], index) => {
      const branch = document.createElement('sl-tree-item');
      branch.textContent = group;
      branch.lazy = index > 0;
      branch.expanded = index === 0;
      for (const name of index === 0 ? points.slice(0, 50) : []) {
        const leaf = document.createElement('sl-tree-item');
        leaf.textContent = name;
        branch.append(leaf);
      }
      tree.append(branch);
    });
    return tree;
  });
