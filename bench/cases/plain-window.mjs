/** The least that can be done: rows of one height, and only those on screen are made. */
import { pointsOf } from '../lib/tree-parts.mjs';

export const label = 'plain DOM, windowed';

const ROW_PX = 40;
const HEIGHT_PX = 400;

export function show(data, place) {
  const points = pointsOf(data).map(({ name }) => ({ name, text: name.toLowerCase() }));
  const box = document.createElement('div');
  const list = document.createElement('ul');
  box.style.cssText = `height: ${HEIGHT_PX}px; overflow: auto`;
  list.style.cssText = 'margin: 0; position: relative';
  box.append(list);
  const draw = (found) => {
    const from = Math.floor(box.scrollTop / ROW_PX);
    list.style.height = `${found.length * ROW_PX}px`;
    list.replaceChildren(
      ...found.slice(from, from + HEIGHT_PX / ROW_PX).map(({ name }, at) => {
        const row = document.createElement('li');
        row.textContent = name;
        row.style.cssText = `position: absolute; top: ${(from + at) * ROW_PX}px`;
        return row;
      }),
    );
  };
  draw(points);
  place.append(box);
  return {
    root: box,
    type(query) {
      draw(points.filter(({ text }) => text.includes(query.toLowerCase())));
    },
  };
}
