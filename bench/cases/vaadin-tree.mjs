/** Vaadin's grid with its tree column, all levels open: only the rows on screen are made. */
import '@vaadin/grid/vaadin-grid.js';
import '@vaadin/grid/vaadin-grid-tree-column.js';
import { treeOf, until } from '../lib/tree-parts.mjs';

export const label = 'Vaadin grid, tree column';

/** Rows fill the grid from top to bottom, each with its text. */
function isFull(grid) {
  const { bottom } = grid.getBoundingClientRect();
  return [...grid.querySelectorAll('vaadin-grid-cell-content')].some(
    (cell) => cell.textContent.trim() && cell.getBoundingClientRect().bottom >= bottom,
  );
}

function groupsBelow(items) {
  return items.flatMap((item) => (item.items ? [item, ...groupsBelow(item.items)] : []));
}

export async function show(data, place) {
  const top = treeOf(data);
  for (const item of groupsBelow(top)) item.children = item.items.length > 0;
  const grid = document.createElement('vaadin-grid');
  const column = document.createElement('vaadin-grid-tree-column');
  column.path = 'name';
  grid.append(column);
  grid.itemHasChildrenPath = 'children';
  grid.dataProvider = ({ parentItem, page, pageSize }, callback) => {
    const all = parentItem?.items ?? top;
    callback(all.slice(page * pageSize, (page + 1) * pageSize), all.length);
  };
  grid.expandedItems = groupsBelow(top);
  place.append(grid);
  await until(() => isFull(grid));
  return {
    root: grid,
    async close() {
      grid.collapseItem(top[0]);
      await until(() => isFull(grid));
    },
    async open() {
      grid.expandItem(top[0]);
      await until(() => isFull(grid));
    },
  };
}
