/** The contact point picker as shipped, with a backend in the page. */
import { createBackendClient } from 'skranke';

export const label = '`<skranke-contact-point-picker>`';

const ORGANISATION = { id: '14d6e9ad-fc0e-3918-0000-00000000f001', name: 'Fjordby Kommune', targets: [] };
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const answer = (body) => new Response(body, { headers: { 'Content-Type': 'application/json' } });

/** @param hold waits before a page of points is handed over */
function makePicker(data, hold) {
  const element = document.createElement('skranke-contact-point-picker');
  element.organisationId = ORGANISATION.id;
  const fetch = async (address) => {
    const { pathname, searchParams } = new URL(address);
    const page = Number(searchParams.get('page'));
    if (pathname.includes('/organisations/')) return answer(JSON.stringify(ORGANISATION));
    if (pathname.endsWith('/contact-groups')) return answer(data.groupPages[page]);
    await hold(page);
    return answer(data.pages[page]);
  };
  element.client = createBackendClient({ backendUrl: '/api', fetch });
  return element;
}

/** Shows a structure; the clock starts when the first page is handed over. */
export async function show(data, place) {
  let start;
  const element = makePicker(data, () => (start ??= performance.now()));
  let first;
  const complete = new Promise((resolve) => {
    element.addEventListener('skranke-ready', ({ detail }) => {
      if (element.offsetHeight === 0) throw new Error('not laid out');
      const elapsed = performance.now() - start;
      first ??= elapsed;
      if (detail.complete) resolve(elapsed);
    });
  });
  place.append(element);
  const all = await complete;
  return {
    first,
    all,
    root: element.shadowRoot,
    async type(text) {
      const field = element.shadowRoot.querySelector('input');
      field.value = text;
      field.dispatchEvent(new Event('input', { bubbles: true }));
      await element.updateComplete;
      return element.offsetHeight;
    },
  };
}

/**
 * Searches for a point that only the last page holds, before that page is there.
 * @returns milliseconds from its last byte to the hit on screen
 */
export async function findLast(data, place) {
  let handOver;
  const held = new Promise((resolve) => (handOver = resolve));
  const last = data.pages.length - 1;
  let answered = 0;
  const element = makePicker(data, (page) => {
    answered += 1;
    return page === last ? held : undefined;
  });
  const usable = new Promise((resolve) => element.addEventListener('skranke-ready', resolve, { once: true }));
  place.append(element);
  await usable;
  const field = element.shadowRoot.querySelector('input');
  field.value = data.lastName;
  field.dispatchEvent(new Event('input', { bubbles: true }));
  // All other pages are in, and what they gave is on screen.
  while (answered <= last) await pause(20);
  await pause(300);
  const isThere = () =>
    [...element.shadowRoot.querySelectorAll('.row')].some((row) => row.textContent.includes(data.lastName));
  if (isThere()) throw new Error('the last page is not needed');
  const found = new Promise((resolve) => {
    const check = () => isThere() && resolve(element.offsetHeight);
    new MutationObserver(check).observe(element.shadowRoot, {
      childList: true,
      subtree: true,
      characterData: true,
    });
  });
  const start = performance.now();
  handOver();
  await found;
  return performance.now() - start;
}
