import type { ReactiveControllerHost } from '../shared/reactive-element.js';
import { asBackendError, BackendError, type mistake } from '../shared/backend/backend-error.js';
import {
  getContactPoint,
  getWriteLinks,
  type Ask,
  type WriteLink,
} from '../shared/backend/digital-post-contacts.js';
import { isTrustedLink } from '../shared/backend/digital-post-links.js';
import type { Audience, ContactGroup, ContactPoint } from '../shared/backend/readers/digital-post-contact.js';
import { WidgetTask } from '../shared/widget-task.js';
import { admits } from './structure-graph.js';

const UNREADABLE = { kind: 'contract', code: 'bad-shape', retryable: true } as const;

/** How to ask the backend. */
export type Asking = Omit<Ask, 'signal'>;

/** What is known of a point before the backend is asked for it. */
type Known = Partial<Pick<PointChoice, 'point' | 'path' | 'contentLang'>>;

type Mistake = Parameters<typeof mistake>;

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
  /** Language of its texts, as the backend says it. */
  contentLang: string | undefined;
  links: readonly WriteLink[] | undefined;
  /** Why the point, or the links to it, are not known. */
  failure: BackendError | undefined;
  #asking: Asking | undefined;
  /** What the texts were asked for in. */
  #lang: string | undefined;

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
   * @param known what is known of it already, and the way on which the user came to it; else the backend is asked
   */
  set(id: string, asking: Asking | undefined, known: Known = {}): void {
    this.stop();
    // What another backend says of it is not known.
    if (id !== this.id || asking?.client !== this.#asking?.client) this.path = this.point = undefined;
    this.id = id;
    Object.assign(this, known);
    if (known.point) this.#lang = asking?.lang;
    this.links = this.failure = undefined;
    this.#asking = asking;
    if (id && asking) void this.start();
  }

  /** Belongs to the authority that the host page names, if it names one. */
  isOf(organisationId: string | null | undefined): boolean {
    const own = this.point?.organisationId;
    return !own || !organisationId || own.toLowerCase() === organisationId.toLowerCase();
  }

  /** Known, in use, and of that authority. */
  isUsable(organisationId: string | null | undefined): boolean {
    return Boolean(this.point?.active) && this.isOf(organisationId);
  }

  /** Nothing that is known of this id speaks against it; it may be newer than what is known. */
  canBeSent(id: string, organisationId: string | null | undefined, audience: Audience): boolean {
    const { point } = this;
    if (id !== this.id || !(point || this.isUnknown)) return id !== '';
    return this.isUsable(organisationId) && admits(point?.audiences ?? [], audience);
  }

  /** What of it is not as it must be, for the developer. */
  mistakes(organisationId: string | null | undefined): readonly Mistake[] {
    const all: Mistake[] = [];
    if (!this.isOf(organisationId)) all.push(['config', 'bad-ids', 'value']);
    if (this.links?.some(({ url }) => !isTrustedLink(url)))
      all.push(['contract', 'untrusted-link', 'a link leads outside linkHosts']);
    return all;
  }

  /** It may yet turn out whether there is a link. */
  get isOpen(): boolean {
    const { failure } = this;
    return failure !== undefined && failure.info.status !== 403 && failure.info.status !== 404;
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
    if (!this.point || ask.fresh || ask.lang !== this.#lang) {
      const { data, contentLang } = await getContactPoint(ask, id).catch((error: unknown) => {
        if (!signal.aborted && asBackendError(error).info.status === 404) this.point = undefined;
        throw error;
      });
      // Given up while the answer was on its way through the queue.
      signal.throwIfAborted();
      this.point = data?.items[0];
      this.contentLang = contentLang?.split('-')[0];
      this.#lang = ask.lang;
    }
    if (!this.point?.active) return;
    const page = await getWriteLinks(ask, id);
    signal.throwIfAborted();
    this.links = page?.items;
    // What cannot be read may be the very link that is needed.
    if (page?.leftOut) throw new BackendError(UNREADABLE, 'deep-links');
  }
}
