/** Runs in the page: one run of one case. */
import { structureOf } from './model/data.mjs';

const PAGE = 200;
const QUERIES = ['pas', 'kørekort', 'klage aabenraa', 'zzz'];
const ORGANISATION_ID = '14d6e9ad-fc0e-3918-0000-00000000f001';
const TARGETS = { citizen: 'CITIZEN', business: 'COMPANY', authority: 'AUTHORITY' };

function pagesOf(items, name) {
  const totalPages = Math.max(1, Math.ceil(items.length / PAGE));
  return Array.from({ length: totalPages }, (_, currentPage) => {
    const own = items.slice(currentPage * PAGE, (currentPage + 1) * PAGE);
    const envelope = { currentPage, totalPages, elementsOnPage: own.length, totalElements: items.length };
    return JSON.stringify({ ...envelope, [name]: own });
  });
}

/** The answers of the backend for so many points, as texts; the last point has a name of its own. */
export function makeData(size) {
  const { points, groups } = structureOf(size);
  const lastName = 'Nålen i høstakken';
  Object.assign(points.at(-1), { name: lastName, active: true, visible: true });
  const wirePoints = points.map((point) => ({
    id: point.id,
    name: point.name,
    description: point.description,
    targets: point.audiences.map((audience) => TARGETS[audience]),
    memoSizeThresholdMB: point.maxMegabytes,
    allowedNumberOfAttachments: point.maxAttachments,
    active: point.active,
    visible: point.visible,
    organisationId: ORGANISATION_ID,
    contactGroups: point.groupIds.map((id) => ({ id })),
    searchTerms: point.keywords.map((term) => ({ term })),
    recommendedAttributes: [],
    contactPointCodes: [],
  }));
  const wireGroups = groups.map(({ id, name, unit, parentIds }) => {
    const parents = parentIds.map((parentId) => ({ id: parentId }));
    return { id, name, description: '', organisationalUnit: unit, targets: [], parents };
  });
  return {
    lastName,
    pages: pagesOf(wirePoints, 'contactPoints'),
    groupPages: pagesOf(wireGroups, 'contactGroups'),
  };
}

/** Gives the longest task from now on, in milliseconds; those up to 50 count as 0. */
function watchTasks() {
  let longest = 0;
  const note = (list) => list.getEntries().forEach(({ duration }) => (longest = Math.max(longest, duration)));
  const observer = new PerformanceObserver(note);
  observer.observe({ type: 'longtask' });
  return () => {
    note({ getEntries: () => observer.takeRecords() });
    observer.disconnect();
    return longest;
  };
}

const pause = (ms = 0) => new Promise((resolve) => setTimeout(resolve, ms));

function countNodes(root) {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_ALL);
  let nodes = 0;
  while (walker.nextNode()) nodes += 1;
  return { elements: root.querySelectorAll('*').length, nodes };
}

async function typeAll(type) {
  const keys = [];
  for (const query of QUERIES) {
    for (let end = 1; end <= query.length; end += 1) {
      const start = performance.now();
      await type(query.slice(0, end));
      keys.push(performance.now() - start);
      await pause();
    }
  }
  return keys;
}

/** @returns times in milliseconds, and what stands in the page with the first rows of a search for one letter */
export async function runCase(module, data) {
  const place = document.querySelector('main');
  const longestTask = watchTasks();
  const { first, all, root, type } = await module.show(data, place);
  await pause(20);
  const longest = longestTask();
  // A tree has no search of its own.
  const keys = type ? await typeAll(type) : undefined;
  await type?.('e');
  const counts = countNodes(root);
  place.replaceChildren();
  await pause();
  let lastHit;
  if (module.findLast && data.pages.length > 1) {
    lastHit = await module.findLast(data, place);
    place.replaceChildren();
  }
  await pause();
  return { first, all, longest, keys, ...counts, lastHit };
}
