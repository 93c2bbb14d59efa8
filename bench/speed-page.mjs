/** Runs in the page: the data, and what is done with one case. */
import { structureOf } from './model/data.mjs';
import { turn } from './lib/tree-parts.mjs';

const PAGE = 200;
const QUERIES = ['pas', 'kørekort', 'klage aabenraa', 'zzz'];
const ORGANISATION_ID = '14d6e9ad-fc0e-3918-0000-00000000f001';
const TARGETS = { citizen: 'CITIZEN', business: 'COMPANY', authority: 'AUTHORITY' };
/** More than a list shows at first: so each way begins with rows enough. */
const TOP_GROUPS = 60;
const OPENINGS = 5;
const WARM_UPS = 2;
const LAST_NAME = 'Nålen i høstakken';

function pagesOf(items, name) {
  const totalPages = Math.max(1, Math.ceil(items.length / PAGE));
  return Array.from({ length: totalPages }, (_, currentPage) => {
    const own = items.slice(currentPage * PAGE, (currentPage + 1) * PAGE);
    const envelope = { currentPage, totalPages, elementsOnPage: own.length, totalElements: items.length };
    return JSON.stringify({ ...envelope, [name]: own });
  });
}

/** The answers of the backend for so many points, as texts; the last point has a name of its own. */
function makeTexts(size) {
  const { points, groups } = structureOf(size, { top: TOP_GROUPS });
  Object.assign(points.at(-1), { name: LAST_NAME, active: true, visible: true });
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
  return { pages: pagesOf(wirePoints, 'contactPoints'), groupPages: pagesOf(wireGroups, 'contactGroups') };
}

const parse = ({ pages, groupPages }) => ({
  pages: pages.map((text) => JSON.parse(text)),
  groupPages: groupPages.map((text) => JSON.parse(text)),
  lastName: LAST_NAME,
});

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
const frame = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
const place = () => document.querySelector('main');

async function timed(work) {
  const start = performance.now();
  const result = await work();
  // Reading it makes the browser lay out what the work has put on the page.
  const height = place().offsetHeight;
  return { result, height, ms: performance.now() - start };
}

async function empty() {
  place().replaceChildren();
  await pause(20);
}

async function typeAll(type) {
  const keys = [];
  for (const query of QUERIES) {
    for (let end = 1; end <= query.length; end += 1) {
      keys.push((await timed(() => type(query.slice(0, end)))).ms);
      await frame();
    }
  }
  return keys;
}

async function openAll({ open, close }) {
  const times = [];
  for (let n = 0; n < OPENINGS; n += 1) {
    await close();
    await turn();
    times.push((await timed(open)).ms);
  }
  return times;
}

let texts;
let data;
/** Between the steps of a run, since heap and processor time are read in between. */
let shown;
let begun;
let longestTask;

/** Makes the texts of the answers. */
export function prepare(size) {
  texts = makeTexts(size);
}

/** Has the answers in memory. */
export async function parseAll() {
  data = parse(texts);
  await pause(50);
}

/** From data in memory to the first rows, the first time on this page. */
export async function showFirst(module) {
  longestTask = watchTasks();
  begun = performance.now();
  const { result, ms, height } = await timed(() => module.show(data, place()));
  if (height === 0) throw new Error('not laid out');
  shown = result;
  data = undefined;
  // What the browser has put off is part of the work.
  await frame();
  return { first: ms };
}

/** Waits until everything is in; it stays on the page. */
export async function showAll() {
  await shown.all?.();
  const all = performance.now() - begun;
  await pause(20);
  return { all, longest: longestTask() };
}

/** Shows the same again and again, until the browser has compiled what it will compile. */
export async function warmUp(module) {
  for (let n = 0; n < WARM_UPS; n += 1) {
    const parsed = parse(texts);
    await again(() => module.show(parsed, place()));
  }
  await empty();
}

/** Shows what came from a network: texts. */
function showTexts(module) {
  const show = module.showTexts ?? ((from, where) => module.show(parse(from), where));
  return show(texts, place());
}

/** From the answers as texts, as they come from a network. */
export async function fromTexts(module) {
  return { texts: await again(() => showTexts(module)) };
}

async function again(show) {
  await empty();
  await pause(50);
  const { result, ms, height } = await timed(show);
  if (height === 0) throw new Error('not laid out');
  await result.all?.();
  shown = result;
  return ms;
}

/** Types four searches key by key. */
export async function typeKeys() {
  return { keys: shown.type && (await typeAll(shown.type)) };
}

/** What else a user does with it. */
export async function use(module) {
  const { root, type, open } = shown;
  await type?.('');
  const opened = open && (await openAll(shown));
  await type?.('e');
  const elements = root.querySelectorAll('*').length;
  await empty();
  const hasPages = module.findLast && texts.pages.length > 1;
  const lastHit = hasPages ? await module.findLast(parse(texts), place()) : undefined;
  await empty();
  return { opened, elements, lastHit };
}

/** From texts, with the longest task of all that is done until everything is in. The browser lays out when it wants to. */
export async function watchLoading(module) {
  longestTask = watchTasks();
  const { all } = await showTexts(module);
  await frame();
  await all?.();
  await frame();
  await pause(20);
  return { slowed: longestTask() };
}
