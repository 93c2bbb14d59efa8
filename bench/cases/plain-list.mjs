/** What a few lines of DOM code do: a row for each point, hidden when its name does not hold the text. */
import { pointsOf } from '../lib/tree-parts.mjs';

export const label = 'plain DOM, all rows';
/** Beyond this it takes seconds a key. */
export const most = 10_000;

const make = (parent, tag, text = '') => {
  const element = document.createElement(tag);
  element.textContent = text;
  return parent.appendChild(element);
};

export function show(data, place) {
  const list = document.createElement('ul');
  const rows = pointsOf(data).map(({ name, description }) => {
    const row = make(list, 'li');
    const button = make(row, 'button');
    make(button, 'span', name);
    make(button, 'span', description);
    return { row, text: name.toLowerCase() };
  });
  place.append(list);
  return {
    root: list,
    type(query) {
      for (const { row, text } of rows) row.hidden = !text.includes(query.toLowerCase());
    },
  };
}
