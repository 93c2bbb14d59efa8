/** Vaadin's grid with its tree column: only the rows on screen are made. */
import '@vaadin/grid/vaadin-grid.js';
import '@vaadin/grid/vaadin-grid-tree-column.js';
import { itemsOf, whenLaidOut } from '../lib/tree-parts.mjs';

export const label = 'Vaadin grid, tree column';

export const show = (data, place) =>
  whenLaidOut(place, () => {
    const groups = [...itemsOf(data)].map(([name, points]) => ({
      name,
      children: true,
      points: points.map((point) => ({ name: point, children: false })),
    }));
    const grid = document.createElement('vaadin-grid');
    const column = document.createElement('vaadin-grid-tree-column');
    column.path = 'name';
    grid.append(column);
    grid.itemHasChildrenPath = 'children';
    grid.dataProvider = ({ parentItem, page, pageSize }, callback) => {
      const all = parentItem ? parentItem.points : groups;
      callback(all.slice(page * pageSize, (page + 1) * pageSize), all.length);
    };
    grid.expandedItems = groups;
    return grid;
  });
