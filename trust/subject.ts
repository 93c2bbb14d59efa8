/** What the trust tests know of a widget: how it is put on a page, what it reads, and what its last step is. */
import { json, type Call } from '../components/shared/testing/fake-fetch.js';
import type { WidgetHarness } from '../components/shared/testing/harness.js';
import type { BackendClient } from '../components/shared/backend/client.js';

/** An element of the kit, as far as these tests need it. */
export type Widget = HTMLElement & {
  client: BackendClient | null | undefined;
  readonly updateComplete: Promise<boolean>;
  reload(): void;
};

/** The last step of a widget's task: what is sent, or what else the user asks the backend for. */
export interface Submit {
  /** In words, for the table. */
  readonly name: string;
  /** Which requests it makes. */
  readonly isMine: (call: Call) => boolean;
  /** False: it only reads; then the client may ask again by itself. */
  readonly writes: boolean;
  /** What the user does; also to try again. */
  readonly act: (harness: Harness) => Promise<void>;
  /** Must still be on screen when it failed. */
  readonly kept: string;
  /** On screen when it was carried out; or gone from it. */
  readonly done: { readonly shows: string } | { readonly hides: string };
}

export type Harness = WidgetHarness<Widget>;

export interface Subject {
  /** As the folder is called: `deadline-list`. */
  readonly name: string;
  /** The element with its attributes, not on a page yet. */
  readonly make: () => Widget;
  readonly harness: (element: Widget) => Harness;
  /** A backend that works. `isStored`: the last step has been carried out before. */
  readonly answer: (call: Call, isStored: boolean) => Response;
  /** The reads that the content comes from. */
  readonly isRead: (call: Call) => boolean;
  /** On screen when it has loaded. */
  readonly content: string;
  readonly submit?: Submit;
}

/** The path of a request below the backend's address. */
export const pathOf = ({ url }: Pick<Call, 'url'>): string => new URL(url).pathname;

export const isWrite = ({ init }: Call): boolean => (init.method ?? 'GET') !== 'GET';

/** One page with all of a list. */
export function page(name: string, items: readonly unknown[]): Response {
  const count = items.length;
  return json({ currentPage: 0, totalPages: 1, elementsOnPage: count, totalElements: count, [name]: items });
}

/** An element with attributes. */
export function element(name: string, attributes: Readonly<Record<string, string>>): Widget {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made as Widget;
}
