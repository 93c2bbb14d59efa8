/** A deadline list on a page, against the pilot, for tests. */
import { fixture } from '@open-wc/testing';
import { html } from 'lit';
import { record } from '../components/shared/testing/expect-event.js';
import { DeadlineListHarness } from '../components/testing.js';
import type { BrowserPilot } from '../mocks/browser.js';
import { allAnswered, usePilot } from './fixtures.js';

export interface Page {
  readonly list: DeadlineListHarness;
  readonly pilot: BrowserPilot;
  /** Everything that the list has told the host, in order. */
  readonly events: readonly CustomEvent[];
}

const EVENTS = [
  'skranke-ready',
  'skranke-error',
  'skranke-auth-required',
  'skranke-activity-opened',
  'skranke-notice-dismissed',
];

/** Makes a list that is not on the page yet. */
export async function makeList(
  attributes: Record<string, string> = {},
  before?: (pilot: BrowserPilot) => void,
) {
  const pilot = await usePilot();
  before?.(pilot);
  const element = document.createElement('skranke-deadline-list');
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  const events = record(element, EVENTS);
  const place = await fixture<HTMLElement>(html`<div></div>`);
  return { list: new DeadlineListHarness(element), pilot, events, place };
}

/** Shows a list and waits for it. `before` sets the pilot. */
export async function showList(
  attributes: Record<string, string> = {},
  before?: (pilot: BrowserPilot) => void,
): Promise<Page> {
  const { place, ...page } = await makeList(attributes, before);
  place.append(page.list.element);
  await page.list.settled();
  return page;
}

/** An authority pushes something; it is in the company's list at once. Returns its address below the pilot's. */
export async function push(
  pilot: BrowserPilot,
  kind: string,
  fields: Record<string, string>,
): Promise<string> {
  pilot.setIndexDelay(0);
  const response = await fetch(`${pilot.baseUrl}/mit-virk/${kind}`, {
    method: 'POST',
    body: JSON.stringify({ ...fields, modtagere: '' }),
  });
  if (!response.ok) throw new Error(`the pilot refused: ${await response.text()}`);
  const { id } = (await response.json()) as { id: string };
  return `${pilot.baseUrl}/mit-virk/${kind}/${id}`;
}

/** An authority takes something back. */
export async function withdraw(pilot: BrowserPilot, kind: string, id: string): Promise<void> {
  pilot.setIndexDelay(0);
  const response = await fetch(`${pilot.baseUrl}/mit-virk/${kind}/${id}`, { method: 'DELETE' });
  if (!response.ok) throw new Error(`the pilot refused: ${await response.text()}`);
}

/** How often the list itself was asked for. */
export function reads(pilot: BrowserPilot) {
  return pilot.requests().filter(({ method, path }) => method === 'GET' && path.endsWith('/activities'));
}

const realNow = performance.now.bind(performance);
let skipped = 0;

/** The user comes back to the page after so many seconds: what was due meanwhile is done now. */
export async function comeBackAfter(seconds: number, { list }: Page): Promise<void> {
  skipped += seconds * 1000;
  performance.now = () => realNow() + skipped;
  document.dispatchEvent(new Event('visibilitychange'));
  await allAnswered();
  await list.quiet();
}
