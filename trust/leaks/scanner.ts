/** Looks for canaries in every place that outlives a widget or reaches beyond it. */
import { canariesIn, PERSON, TEXT, withCanaries } from './canaries.js';

/** What was looked through, and what was found where it must not be. */
export interface Scan {
  readonly counts: Record<string, number>;
  readonly leaks: string[];
}

const EVENTS = [
  ...['ready', 'error', 'auth-required', 'contact-point-chosen', 'information-changed', 'link-copied'],
  ...['activity-opened', 'notice-dismissed', 'consent-answered', 'consent-withdrawn', 'message-recalled'],
].map((name) => `skranke-${name}`);

/** The contact point itself is what this one is about: its texts, as the authority wrote them (contract 2). */
const MAY_HOLD: Record<string, readonly string[]> = { 'skranke-contact-point-chosen': [TEXT, PERSON] };
/** An authority's words may name a button; a number of a person's own may not stand there either, but as part of them. */
const LABELS = ['aria-label', 'aria-labelledby', 'title', 'alt'];

export class Scanner {
  readonly counts: Record<string, number> = {};
  readonly leaks: string[] = [];
  #where = '';
  readonly #undo: (() => void)[] = [];

  /** Begins to listen: requests, events, console. */
  start(): void {
    const { fetch } = window;
    window.fetch = async (input, init) => {
      const url = input instanceof Request ? input.url : String(input);
      this.#look('requests', `${init?.method ?? 'GET'} ${url}`);
      this.#look('request bodies', typeof init?.body === 'string' ? init.body : '');
      return marked(await fetch(input, init));
    };
    this.#undo.push(() => (window.fetch = fetch));
    for (const type of EVENTS) document.addEventListener(type, this.#handleEvent);
    this.#undo.push(() => EVENTS.forEach((type) => document.removeEventListener(type, this.#handleEvent)));
    for (const name of ['log', 'info', 'warn', 'error', 'debug'] as const) this.#listenToConsole(name);
  }

  stop(): void {
    for (const undo of this.#undo) undo();
  }

  /** What is looked at from now on. */
  enter(where: string): void {
    this.#where = where;
    this.#count('states');
  }

  /** Everything that can be looked at after the fact. */
  async scanPage(place: HTMLElement): Promise<void> {
    const regions = [...document.querySelectorAll('[data-skranke-announcer]')];
    const spoken = regions.map((region) => region.innerHTML).filter(Boolean);
    const light = spoken.reduce((html, said) => html.replace(said, ''), document.documentElement.outerHTML);
    this.#look('pages of light DOM', light);
    for (const { localName, attributes } of everythingIn(place))
      for (const { name, value } of attributes)
        this.#look(
          'attributes',
          `${localName} ${name}=${value}`,
          LABELS.includes(name) ? [TEXT, PERSON] : [],
        );
    this.#look(
      'stores',
      JSON.stringify([
        Object.entries(localStorage),
        Object.entries(sessionStorage),
        document.cookie,
        window.name,
      ]),
    );
    this.#look('stores', JSON.stringify([await indexedDB.databases(), await caches.keys()]));
    this.#look('addresses', `${location.href} ${document.title} ${JSON.stringify(history.state)}`);
    for (const { name } of performance.getEntriesByType('resource')) this.#look('addresses', name);
    performance.clearResourceTimings();
  }

  readonly #handleEvent = (event: Event): void => {
    const { type, detail } = event as CustomEvent<unknown>;
    this.#look('events', `${type} ${JSON.stringify(detail)}`, MAY_HOLD[type]);
  };

  #listenToConsole(name: 'log' | 'info' | 'warn' | 'error' | 'debug'): void {
    const write = console[name];
    console[name] = (...parts: unknown[]) => this.#look('console lines', parts.map(String).join(' '));
    this.#undo.push(() => (console[name] = write));
  }

  #look(kind: string, text: string, allowed: readonly string[] = []): void {
    this.#count(kind);
    for (const canary of canariesIn(text, allowed))
      this.leaks.push(`${this.#where}: ${canary} in ${kind}: ${text.slice(0, 120)}`);
  }

  #count(kind: string): void {
    this.counts[kind] = (this.counts[kind] ?? 0) + 1;
  }
}

async function marked(response: Response): Promise<Response> {
  const type = response.headers.get('Content-Type') ?? '';
  if (!type.includes('json') || !response.body) return response;
  const text = await response.text();
  const { status, headers } = response;
  try {
    return new Response(JSON.stringify(withCanaries(JSON.parse(text))), { status, headers });
  } catch {
    return new Response(text, { status, headers });
  }
}

/** All elements, through shadow roots. */
function* everythingIn(root: ParentNode): Generator<Element> {
  for (const element of root.querySelectorAll('*')) {
    yield element;
    if (element.shadowRoot) yield* everythingIn(element.shadowRoot);
  }
}
