import type { ReactiveControllerHost } from '../shared/reactive-element.js';
import { BackendError } from '../shared/backend/backend-error.js';
import {
  getContactPoint,
  getWriteLinks,
  type Ask,
  type WriteLink,
} from '../shared/backend/digital-post-contacts.js';
import { isTrustedLink } from '../shared/backend/digital-post-links.js';
import type { Audience, ContactGroup, ContactPoint } from '../shared/backend/readers/digital-post-contact.js';
import { WidgetTask } from '../shared/widget-task.js';

const UNREADABLE = { kind: 'contract', code: 'bad-shape', retryable: true } as const;

/** How to ask the backend. */
export type Asking = Omit<Ask, 'signal'>;

interface PointChoiceOptions {
  /** Point and links are known, or known not to come. */
  readonly settled: () => void;
  /** Reports a failure. */
  readonly failed: (error: unknown) => BackendError;
}

/** The chosen contact point: what is known of it, and the links to write to it. */
export class PointChoice extends WidgetTask<void> {
  id = '';
  point: ContactPoint | undefined;
  path: readonly ContactGroup[] | undefined;
  links: readonly WriteLink[] | undefined;
  /** Why the point, or the links to it, are not known. */
  failure: BackendError | undefined;
  #asking: Asking | undefined;

  constructor(host: ReactiveControllerHost, { settled, failed }: PointChoiceOptions) {
    super(host, {
      run: (signal) => this.#run(signal),
      done: settled,
      failed: (error) => {
        this.failure = failed(error);
        settled();
      },
    });
  }

  /** Nothing is known of such an id, and the backend says that there is no more to know. */
  get isUnknown(): boolean {
    return !this.point && this.failure?.info.status === 404;
  }

  /**
   * Takes another id, or the same anew.
   * @param point what is known of it already; else the backend is asked
   * @param path the way on which the user came to it
   */
  set(id: string, asking: Asking | undefined, point?: ContactPoint, path?: readonly ContactGroup[]): void {
    this.stop();
    if (id !== this.id) this.path = this.point = undefined;
    this.id = id;
    this.point = point ?? this.point;
    this.path = path ?? this.path;
    this.links = this.failure = undefined;
    this.#asking = asking;
    if (id && asking) void this.start();
  }

  /** The link for an audience, when there is one that may be shown. */
  linkFor(audience: Audience): string | undefined {
    const fits = this.links?.find(({ audiences, url }) => audiences.includes(audience) && isTrustedLink(url));
    return fits?.url;
  }

  async #run(signal: AbortSignal): Promise<void> {
    if (!this.#asking) return;
    const { id } = this;
    const ask = { ...this.#asking, signal };
    if (!this.point || ask.fresh) {
      const page = await getContactPoint(ask, id);
      // Given up while the answer was on its way through the queue.
      signal.throwIfAborted();
      this.point = page?.items[0];
    }
    if (!this.point?.active) return;
    const page = await getWriteLinks(ask, id);
    signal.throwIfAborted();
    this.links = page?.items;
    // What cannot be read may be the very link that is needed.
    if (page?.leftOut) throw new BackendError(UNREADABLE, 'deep-links');
  }
}
