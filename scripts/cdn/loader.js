/**
 * `dist/cdn/loader.js`: registers only the widgets that stand on the page, now or later. The files are looked for
 * beside this one. Open shadow roots are looked into that are there when it starts or come with an element; who makes
 * one later on an element of the page calls `watch(shadowRoot)`, since a page cannot be told of those.
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
  for (const { shadowRoot } of [root, ...root.querySelectorAll('*')]) {
    if (shadowRoot && !shadowRoot.host.localName.startsWith('skranke-')) watch(shadowRoot);
  }
}

const observer = new MutationObserver((records) => {
  for (const { addedNodes } of records) {
    for (const node of addedNodes) if (node instanceof Element) look(node);
  }
  if (missing.size === 0) observer.disconnect();
});

/** Registers what stands in a document or shadow root, and in open shadow roots inside it, now; and in `root`, later. */
export function watch(root) {
  observer.observe(root, { childList: true, subtree: true });
  look(root);
}

watch(document);
