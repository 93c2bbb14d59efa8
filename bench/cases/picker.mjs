/** The contact point picker as shipped, with a backend in the page. */
import { createBackendClient } from 'skranke';

export const label = '`<skranke-contact-point-picker>`';

const ORGANISATION = { id: '14d6e9ad-fc0e-3918-0000-00000000f001', name: 'Fjordby Kommune', targets: [] };
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * A client that hands over answers that are in memory. What a backend is asked for only after its first answers waits
 * for `further`.
 */
function clientOf({ pages, groupPages }, further, hold) {
  return {
    async get({ path, query, read }) {
      if (path.startsWith('/organisations')) return { data: read(ORGANISATION) };
      if (query.page > 0) await further;
      const isGroups = path === '/contact-groups';
      if (!isGroups) await hold?.(query.page);
      return { data: read((isGroups ? groupPages : pages)[query.page]) };
    },
    forget() {},
  };
}

/** The kit's own client, with answers as texts. */
function textClientOf(texts) {
  const answer = (body) => new Response(body, { headers: { 'Content-Type': 'application/json' } });
  const fetch = async (address) => {
    // As with a network, each answer has a task of its own.
    await pause();
    const { pathname, searchParams } = new URL(address);
    const page = Number(searchParams.get('page'));
    if (pathname.includes('/organisations/')) return answer(JSON.stringify(ORGANISATION));
    return answer((pathname.endsWith('/contact-groups') ? texts.groupPages : texts.pages)[page]);
  };
  return createBackendClient({ backendUrl: '/api', fetch });
}

async function showWith(client, place) {
  const element = document.createElement('skranke-contact-point-picker');
  element.organisationId = ORGANISATION.id;
  element.client = client;
  const first = new Promise((resolve) => element.addEventListener('skranke-ready', resolve, { once: true }));
  const all = new Promise((resolve) => {
    element.addEventListener('skranke-ready', ({ detail }) => detail.complete && resolve());
  });
  place.append(element);
  await first;
  const press = async (selector) => {
    element.shadowRoot.querySelector(selector).click();
    await element.updateComplete;
  };
  return {
    element,
    root: element.shadowRoot,
    all: () => all,
    async type(text) {
      const field = element.shadowRoot.querySelector('input');
      field.value = text;
      field.dispatchEvent(new Event('input', { bubbles: true }));
      await element.updateComplete;
    },
    open: () => press('.row.group'),
    close: () => element.shadowRoot.querySelector('[part~=back]') && press('[part~=back]'),
  };
}

export async function show(data, place) {
  let goOn;
  const further = new Promise((resolve) => (goOn = resolve));
  const shown = await showWith(clientOf(data, further), place);
  return { ...shown, all: () => (goOn(), shown.all()) };
}

export const showTexts = (texts, place) => showWith(textClientOf(texts), place);

/**
 * Searches for a point that only the last page holds, before that page is there.
 * @returns milliseconds from that page's arrival to the hit on screen
 */
export async function findLast(data, place) {
  let handOver;
  const held = new Promise((resolve) => (handOver = resolve));
  const last = data.pages.length - 1;
  let answered = 0;
  const hold = (page) => {
    answered += 1;
    return page === last ? held : undefined;
  };
  const { element, root, type } = await showWith(clientOf(data, undefined, hold), place);
  await type(data.lastName);
  // All other pages are in, and what they gave is on screen.
  while (answered <= last) await pause(20);
  await pause(300);
  const isThere = () =>
    [...root.querySelectorAll('.row')].some((row) => row.textContent.includes(data.lastName));
  if (isThere()) throw new Error('the last page is not needed');
  const found = new Promise((resolve) => {
    const check = () => isThere() && resolve(element.offsetHeight);
    new MutationObserver(check).observe(root, { childList: true, subtree: true, characterData: true });
  });
  const start = performance.now();
  handOver();
  await found;
  return performance.now() - start;
}
