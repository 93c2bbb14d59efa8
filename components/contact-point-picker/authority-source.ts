import type { ReactiveControllerHost } from '../shared/reactive-element.js';
import { asBackendError, isAccessLost, mistake } from '../shared/backend/backend-error.js';
import {
  getContactGroup,
  getOrganisation,
  type Organisation,
  type Recipient,
} from '../shared/backend/digital-post-contacts.js';
import { WidgetTask } from '../shared/widget-task.js';
import type { ContactStructure } from './contact-structure.js';
import type { Asking } from './point-choice.js';
import { loadStructure, type LoadedStructure } from './structure-loading.js';

/** What the host page says. */
interface Given {
  readonly organisationId: string;
  readonly contactGroupId: string;
}

interface AuthoritySourceOptions {
  /** More can be shown. */
  readonly part: () => void;
  /** All is in, as far as it came; undefined when there is no authority yet. */
  readonly done: (loaded: LoadedStructure | undefined) => void;
  readonly failed: (error: unknown) => void;
  /** Something that can be done without has failed. */
  readonly report: (error: unknown) => void;
}

/** Which authority is written to, and its contact structure. */
export class AuthoritySource extends WidgetTask<LoadedStructure | undefined> {
  /** What the user has found, or what a point or group belongs to. */
  recipient: Recipient | undefined;
  organisation: Organisation | undefined;
  structure: ContactStructure | undefined;
  loaded: LoadedStructure | undefined;
  /** Language of the authority's texts. */
  contentLang: string | undefined;
  #given: Given = { organisationId: '', contactGroupId: '' };
  #asking: Asking | undefined;
  /** The host's group that the user, or the value, has left for another authority. */
  #left: string | undefined;
  readonly #options: AuthoritySourceOptions;

  constructor(host: ReactiveControllerHost, options: AuthoritySourceOptions) {
    super(host, {
      run: (signal) => this.#run(signal),
      done: (loaded) => {
        this.loaded = loaded;
        this.structure = loaded?.structure;
        options.done(loaded);
      },
      failed: options.failed,
    });
    this.#options = options;
  }

  /** The authority's id, once one is known. */
  get id(): string {
    return this.#given.organisationId || (this.recipient?.organisationId ?? '');
  }

  /** The group to begin in. */
  get startGroup(): string {
    return this.recipient?.isUnit ? this.recipient.id : this.#group;
  }

  /** Begins. What there is stays until all of something newer is here. */
  load(asking: Asking | undefined, given = this.#given): void {
    this.#asking = asking;
    this.#given = given;
    void this.start();
  }

  /**
   * The user or the host page has another authority in mind, or none yet.
   * @param leaves the host's group does not count any more
   */
  change(recipient: Recipient | undefined, leaves = false): void {
    this.forget();
    this.recipient = recipient;
    this.#left = leaves ? this.#given.contactGroupId : undefined;
  }

  /** Forgets what the backend said, but not which authority it is. */
  forget(): void {
    this.stop();
    this.organisation = this.structure = this.loaded = undefined;
  }

  /**
   * A point or a group tells which authority it belongs to; that counts where the host does not say it.
   * @returns whether that is news
   */
  belongsTo(organisationId: string | undefined): boolean {
    if (!organisationId || this.#given.organisationId || organisationId === this.id) return false;
    if (this.id) this.change(undefined, true);
    this.recipient = { id: organisationId, organisationId, isUnit: false, name: '', organisationName: '' };
    return true;
  }

  get #group(): string {
    const { contactGroupId } = this.#given;
    return contactGroupId === this.#left ? '' : contactGroupId;
  }

  async #run(signal: AbortSignal): Promise<LoadedStructure | undefined> {
    if (!this.#asking) return undefined;
    const ask = { ...this.#asking, signal };
    if (!this.id && this.#group) {
      const group = await getContactGroup(ask, this.#group);
      // As in PointChoice: an answer may still be on its way through the queue when it is given up.
      signal.throwIfAborted();
      // The group comes first, then those above it, in the same authority.
      const owner = group?.items.find(({ organisationId }) => organisationId)?.organisationId;
      if (!this.belongsTo(owner))
        this.#options.report(mistake('contract', 'bad-shape', 'GET /contact-groups/{id}: no organisation'));
    }
    const { id } = this;
    if (!id) return undefined;
    const organisation = getOrganisation(ask, id).then(
      (organisation) => {
        if (signal.aborted) return;
        this.organisation = organisation;
        this.#options.part();
      },
      (error: unknown) => {
        // Who may not see this may not see the points either, and these tell.
        if (!signal.aborted && !isAccessLost(asBackendError(error))) this.#options.report(error);
      },
    );
    const loaded = await loadStructure(ask, id, (structure, lang) => {
      this.contentLang = lang?.split('-')[0];
      if (this.loaded) return;
      this.structure = structure;
      this.#options.part();
    });
    await organisation;
    return loaded;
  }
}
