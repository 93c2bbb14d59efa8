import { render, type TemplateResult } from 'lit/html.js';
import { createBackendClient } from '../backend/client.js';
import { FakeFetch, type Reply } from './fake-fetch.js';
import type { TestWidget } from './test-widget.js';

const PHASES = ['loading', 'ready', 'empty', 'error'];

/** The states that an element has. */
export function statesOf(element: Element): string[] {
  return PHASES.filter((phase) => element.matches(`:state(${phase})`));
}

/** A part of a widget, by selector. */
export function part(widget: TestWidget, selector: string): HTMLElement | null {
  return widget.shadowRoot!.querySelector<HTMLElement>(selector);
}

/** The text that a widget shows itself, without what the host put into it. */
export function textOf(widget: TestWidget): string {
  return widget.shadowRoot!.querySelector('.root')?.textContent.replace(/\s+/g, ' ').trim() ?? '';
}

/** Waits for something, at most 4 seconds: a read that fails for the net is tried again twice, which takes over one. */
export async function until(done: () => boolean, what = 'it'): Promise<void> {
  const end = Date.now() + 4_000;
  while (!done()) {
    if (Date.now() > end) throw new Error(`${what} did not come`);
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
}

/** A backend of the test's own, and a client for it. */
export function fakeBackend(...replies: Reply[]) {
  const backend = new FakeFetch(...replies);
  return {
    backend,
    client: createBackendClient({ backendUrl: 'https://backend.test', fetch: backend.fetch }),
  };
}

/** Puts a widget on the page, synchronously; it goes away after the test. */
export function mount(template: TemplateResult): TestWidget {
  const place = document.createElement('div');
  place.className = 'test-place';
  document.body.append(place);
  render(template, place);
  return place.querySelector('test-widget')!;
}

/** Takes all widgets off the page after each test of a suite. */
export function cleanPage(): void {
  afterEach(() => {
    for (const place of document.querySelectorAll('.test-place, [data-skranke-announcer]')) place.remove();
  });
}

/** What was read out so far. */
export function announced(): string[] {
  return [...document.querySelectorAll('[data-skranke-announcer] > p')].map((line) => line.textContent);
}
