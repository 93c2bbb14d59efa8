/**
 * `dist/cdn/loader.js`: registers only the widgets that stand on the page, now or later. The files are looked for
 * beside this one. Elements inside a host's own shadow roots are not seen: such a host imports their file itself.
 */
import widgets from 'virtual:widgets';

export { configure } from '../../components/shared/page-state.ts';
export { createBackendClient } from '../../components/shared/backend/client.ts';

const missing = new Map(Object.entries(widgets));

async function load(tag) {
  const define = missing.get(tag);
  missing.delete(tag);
  try {
    await define();
  } catch (error) {
    missing.set(tag, define);
    console.error(`Skranke: the file of <${tag}> could not be loaded`, error);
  }
}

function look(root) {
  for (const tag of [...missing.keys()]) {
    if (root.localName === tag || root.querySelector(tag)) void load(tag);
  }
}

const observer = new MutationObserver((records) => {
  for (const { addedNodes } of records) {
    for (const node of addedNodes) if (node instanceof Element) look(node);
  }
  if (missing.size === 0) observer.disconnect();
});

observer.observe(document, { childList: true, subtree: true });
look(document);
