import type { ReactiveControllerHost } from '../shared/reactive-element.js';
import type { Recipient } from '../shared/backend/digital-post-contacts.js';
import type { ListPage } from '../shared/backend/read-fields.js';
import { Pause } from './pause.js';
import { WidgetTask } from '../shared/widget-task.js';

type Found = ListPage<Recipient> | undefined;

interface RecipientSearchOptions {
  readonly ask: (q: string, signal: AbortSignal) => Promise<Found>;
  readonly done: (page: Found) => void;
  readonly failed: (error: unknown) => void;
}

/** Fewer letters find nearly everybody, and the backend answers from two. */
const MIN_LETTERS = 2;
const TYPING_MS = 250;
/** The first half of a CPR number, or most of a CVR number: they must not come into an address (contract 3). */
const NUMBER = /\d{6}/;

/** Finds authorities and units by name, as the user types. What was typed and found last stays. */
export class RecipientSearch extends WidgetTask<Found> {
  query = '';
  /** What the last answer held; undefined before there is one. */
  page: Found;
  readonly #pause = new Pause();

  constructor(host: ReactiveControllerHost, { ask, done, failed }: RecipientSearchOptions) {
    super(host, {
      run: (signal) => ask(this.query.trim(), signal),
      done: (page) => {
        this.page = page;
        done(page);
      },
      failed,
    });
  }

  /** How many were found; undefined before there is an answer. */
  get count(): number | undefined {
    return this.page?.totalElements ?? this.page?.items.length;
  }

  /** A number was typed for a name; how it is divided does not matter. */
  get isNumber(): boolean {
    return NUMBER.test(this.query.replace(/[^\p{L}\p{N}]/gu, ''));
  }

  /** The user has typed. */
  find(query: string): void {
    this.query = query;
    this.#pause.stop();
    this.stop();
    if (this.#canAsk()) this.#pause.then(() => this.again(), TYPING_MS);
    else this.page = undefined;
  }

  /** Asks, or asks once more. */
  again(): void {
    if (this.#canAsk()) void this.start();
  }

  #canAsk(): boolean {
    return this.query.trim().length >= MIN_LETTERS && !this.isNumber;
  }
}
