import type { PropertyValues, TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { BackendError } from '../shared/backend/backend-error.js';
import type { BackendClient } from '../shared/backend/client.js';
import {
  ACTIVITY_TYPES,
  getActivities,
  type Activity,
  type ActivityType,
} from '../shared/backend/mit-virk.js';
import { readAllPages, type PagedList } from '../shared/backend/paged-read.js';
import { RichTexts } from '../shared/html/rich-text.js';
import { dateInCopenhagen } from '../shared/i18n/dates.js';
import { now, pageState } from '../shared/page-state.js';
import { WidgetElement, type LoadReason } from '../shared/widget-element.js';
import { SkrankeErrorEvent } from '../shared/widget-events.js';
import { WidgetTask } from '../shared/widget-task.js';
import {
  SkrankeActivityOpenedEvent,
  SkrankeNoticeDismissedEvent,
  type DeadlineListEventMap,
} from './deadline-list.events.js';
import { deadlineListMessages, type DeadlineListMessages } from './deadline-list.messages.js';
import { deadlineListStyles } from './deadline-list.styles.js';
import { list, type ListContext, type ListWarning } from './deadline-list.templates.js';
import { FILTERS, keyOf, newKeys, type DeadlineFilter, type SectionName } from './deadlines.js';
import { ListView, type ViewOptions } from './list-view.js';
import { NoticeDismissal } from './notice-dismissal.js';

const DEFAULT_TYPES: readonly ActivityType[] = ['frist', 'sag'];
const DEFAULT_PAGE_SIZE = 12;
const DEFAULT_REFRESH_SECONDS = 60;

/**
 * What a company must react to, as Mit Virk shows it: deadlines and cases that wait for it, with what is overdue
 * first; on request also its notices and permits. New items come in by themselves.
 *
 * @summary The deadlines of a company (Mit Virk).
 * @slot - Fallback: shown without JavaScript, while loading, and below an error that blocks the widget.
 * @fires {SkrankeReadyEvent} skranke-ready - when the list can be used; once more with `complete: true`
 * @fires {SkrankeErrorEvent} skranke-error - when a request failed or something cannot be shown
 * @fires {SkrankeAuthRequiredEvent} skranke-auth-required - when the backend answers 401
 * @fires {SkrankeActivityOpenedEvent} skranke-activity-opened - when the user opens a row
 * @fires {SkrankeNoticeDismissedEvent} skranke-notice-dismissed - when a notice was removed and that is stored
 */
export class SkrankeDeadlineList extends WidgetElement<DeadlineListMessages> {
  static override styles = [WidgetElement.styles, deadlineListStyles];

  /** Which activities, separated by blanks: `frist`, `sag`, `besked`, `tilladelse`. */
  @property() types = DEFAULT_TYPES.join(' ');
  /** Rows a page, 1 to 100. */
  @property({ attribute: 'page-size', type: Number }) pageSize = DEFAULT_PAGE_SIZE;
  /** Which deadlines are shown: `all`, `overdue` or `upcoming`. */
  @property() filter: DeadlineFilter = 'all';
  /** Seconds between two looks for news, only while the page is visible; 0 turns it off. */
  @property({ attribute: 'refresh-seconds', type: Number }) refreshSeconds = DEFAULT_REFRESH_SECONDS;

  protected readonly catalogue = deadlineListMessages;

  readonly #view = new ListView();
  readonly #richTexts = new RichTexts(
    this,
    () => this.texts.newWindow,
    () => this.#handleNoSanitizer(),
  );
  readonly #dismissal = new NoticeDismissal(this, {
    failed: (activity, error) => this.#handleDismissFailed(activity, error),
    done: (activity) => this.#handleDismissed(activity),
  });
  readonly #loading = new WidgetTask<PagedList<Activity>>(this, {
    run: (signal) => this.#fetchList(signal),
    done: (result) => this.#handleList(result),
    failed: (error) => this.#handleFailure(error),
  });
  #views: ListContext['views'] | undefined;
  #client: BackendClient | undefined;
  #list: PagedList<Activity> | undefined;
  #mode: 'load' | 'reload' | 'poll' = 'load';
  #isFirstReady = true;
  #refreshFailure: BackendError | undefined;
  #focusAfterUpdate: SectionName | undefined;
  #stopTimers: (() => void)[] = [];

  override connectedCallback(): void {
    super.connectedCallback();
    this.#startTimers();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#endTimers();
  }

  protected override inputs(): readonly unknown[] {
    return [this.#wantedTypes().join(' ')];
  }

  protected override load(client: BackendClient, { isOtherSource, isReload }: LoadReason): void {
    if (isOtherSource) this.#forget();
    this.#client = client;
    this.#mode = isReload ? 'reload' : 'load';
    this.#isFirstReady = true;
    void this.#loading.start();
  }

  protected override headingText(): string {
    return this.texts.heading;
  }

  protected override readyText(): string {
    const { all, overdue } = this.#view.counts(dateInCopenhagen(now()));
    const { awaiting, overdueCount, nothingAwaits } = this.texts;
    if (all === 0) return nothingAwaits;
    return overdue === 0 ? awaiting(all) : `${awaiting(all)}. ${overdueCount(overdue)}.`;
  }

  protected override handleOnline(): void {
    super.handleOnline();
    if (this.#refreshFailure?.info.kind === 'network') this.#poll();
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('refreshSeconds') && this.isConnected) this.#startTimers();
    if (changed.has('filter')) this.#view.startOver();
    super.willUpdate(changed);
  }

  protected override update(changed: PropertyValues): void {
    const focused = this.shadowRoot?.activeElement;
    super.update(changed);
    // A row that changes its place is moved in the DOM, and loses the focus by that.
    if (focused instanceof HTMLElement && focused.isConnected && !this.shadowRoot?.activeElement) {
      focused.focus({ preventScroll: true });
    }
  }

  protected override updated(): void {
    const section = this.#focusAfterUpdate;
    this.#focusAfterUpdate = undefined;
    if (section) this.renderRoot.querySelector<HTMLElement>(`#${section}`)?.focus();
    super.updated();
  }

  protected override renderContent(): TemplateResult {
    return list(this.#context());
  }

  #context(): ListContext {
    const { texts, currentLang: lang } = this;
    const today = dateInCopenhagen(now());
    const options: ViewOptions = {
      filter: this.#filter(),
      pageSize: this.#pageSize(),
      today,
      hasFocus: (key) => this.#focusedKey() === key,
    };
    const view = (name: SectionName) => this.#view.section(name, options);
    const views = {
      deadlines: view('deadlines'),
      cases: view('cases'),
      notices: view('notices'),
      permits: view('permits'),
    };
    this.#views = views;
    const level = Number.isInteger(this.headingLevel) ? this.headingLevel : 2;
    const contentLang = this.#list?.contentLang?.split('-')[0];
    return {
      texts,
      lang,
      today,
      contentLang: contentLang === lang ? undefined : contentLang,
      partLevel: level + 1,
      rowLevel: level + 2,
      types: this.#wantedTypes(),
      filter: options.filter,
      counts: this.#view.counts(today),
      warnings: this.#warnings(),
      views,
      isEmpty: this.#view.isEmpty,
      isOpen: (key) => this.#view.isOpen(key),
      toggle: (activity) => this.#handleToggle(activity),
      richText: (key, text) => this.#richTexts.render(key, text),
      dismissal: (key) => this.#dismissal.stateOf(key),
      dismiss: (activity) => this.#handleDismiss(activity),
      turnPage: (section, page) => this.#handlePage(section, page),
      setFilter: (filter) => this.#handleFilter(filter),
      retry: () => this.retry(),
    };
  }

  #warnings(): readonly ListWarning[] {
    const { texts } = this;
    const { leftOut = 0, complete = true } = this.#list ?? {};
    const warnings: ListWarning[] = [];
    if (!complete && !this.#loading.pending) {
      warnings.push({ heading: texts.incomplete, body: texts.incompleteText });
    }
    if (leftOut > 0) {
      warnings.push({ heading: texts.leftOut(leftOut, this.#wantedTypes()), body: texts.leftOutText });
    }
    if (this.#refreshFailure) {
      const { heading, body } = this.describe(this.#refreshFailure);
      warnings.push({ heading: texts.refreshFailed, body: `${heading}. ${body}` });
    }
    return warnings;
  }

  async #fetchList(signal: AbortSignal): Promise<PagedList<Activity>> {
    const client = this.#client;
    if (!client) throw new DOMException('no client', 'AbortError');
    const mode = this.#mode;
    const common = { types: this.#wantedTypes(), lang: this.currentLang, signal, fresh: mode !== 'load' };
    return readAllPages({
      fetchPage: (page, etag) => getActivities(client, { ...common, page, etag }),
      idOf: keyOf,
      previous: mode === 'poll' ? this.#list : undefined,
      onProgress: mode === 'load' ? (part) => this.#show(part) : undefined,
    });
  }

  #show(result: PagedList<Activity>): void {
    const before = this.#list;
    this.#list = result;
    this.#view.setActivities(result.items);
    this.showContent({ isEmpty: result.items.length === 0 });
    if (this.#mode !== 'poll' && (this.#isFirstReady || result.complete)) this.emitReady(result.complete);
    this.#isFirstReady = false;
    this.requestUpdate();
    if (!before || this.#mode === 'load') return;
    const fresh = newKeys(new Set(before.items.map(keyOf)), result.items).length;
    if (fresh > 0) this.announce(this.texts.refreshed(fresh));
  }

  #handleList(result: PagedList<Activity>): void {
    const isNews = result !== this.#list;
    this.#refreshFailure = undefined;
    if (!isNews) return;
    this.#show(result);
    this.reportProblems(result, '/activities');
    if (result.failure !== undefined) this.report(result.failure, { blocks: false });
  }

  #handleFailure(error: unknown): void {
    const blocks = this.#list === undefined || isAccessLost(error);
    const failure = this.report(error, { blocks });
    if (blocks) this.#list = undefined;
    else this.#refreshFailure = failure;
    this.requestUpdate();
  }

  #handleToggle(activity: Activity): void {
    if (this.#view.toggle(keyOf(activity)))
      this.emit(new SkrankeActivityOpenedEvent(activity.id, activity.type));
    this.requestUpdate();
  }

  #handleFilter(filter: DeadlineFilter): void {
    this.filter = filter;
    const shown = this.#view.counts(dateInCopenhagen(now()))[filter];
    const { showing, noneInFilter } = this.texts;
    this.announce(shown === 0 ? noneInFilter[filter] : showing(1, Math.min(shown, this.#pageSize()), shown));
  }

  #handlePage(section: SectionName, page: number): void {
    this.#view.turnPage(section, page);
    // The button that was pressed stands below the new rows, or is gone: reading goes on at the top of the part.
    this.#focusAfterUpdate = section;
    this.requestUpdate();
    void this.updateComplete.then(() => {
      const shown = this.#views?.[section].page;
      if (shown) this.announce(this.texts.showing(shown.from, shown.to, shown.total));
    });
  }

  #handleDismiss(activity: Activity): void {
    if (this.#client) void this.#dismissal.dismiss(activity, this.#client, this.currentLang);
  }

  #handleDismissed(activity: Activity): void {
    this.#view.dismiss(activity);
    this.announce(this.texts.dismissed(activity.title));
    this.showContent({ isEmpty: this.#view.isEmpty });
    this.#focusAfterUpdate = 'notices';
    this.emit(new SkrankeNoticeDismissedEvent(activity.id));
  }

  #handleDismissFailed(activity: Activity, error: unknown): { heading: string; body: string } {
    const { heading, body } = this.describe(this.report(error, { blocks: false }));
    const title = this.texts.dismissFailed(activity.title);
    this.announce(`${title}. ${heading}. ${body}`);
    return { heading: title, body: `${heading}. ${body}` };
  }

  #handleNoSanitizer(): void {
    this.warnOnce('the HTML sanitiser could not be loaded; texts are shown without formatting');
    this.emit(new SkrankeErrorEvent({ kind: 'config', code: 'no-sanitizer', retryable: false }));
  }

  #poll(): void {
    const isUsable = this.phase === 'ready' || this.phase === 'empty';
    if (!isUsable || this.#loading.pending || !this.checkVisibility()) return;
    this.#mode = 'poll';
    void this.#loading.start();
  }

  #startTimers(): void {
    this.#endTimers();
    const { ticker } = pageState();
    const seconds = Number(this.refreshSeconds);
    if (seconds > 0) this.#stopTimers.push(ticker.every(Math.max(1, seconds) * 1000, () => this.#poll()));
    this.#stopTimers.push(ticker.onNewDay(() => this.requestUpdate()));
  }

  #endTimers(): void {
    for (const stop of this.#stopTimers) stop();
    this.#stopTimers = [];
  }

  #forget(): void {
    this.#list = undefined;
    this.#refreshFailure = undefined;
    this.#view.clear();
    this.#dismissal.clear();
    this.#richTexts.clear();
  }

  #focusedKey(): string | undefined {
    return this.shadowRoot?.activeElement?.closest<HTMLElement>('[data-key]')?.dataset['key'];
  }

  #wantedTypes(): readonly ActivityType[] {
    const names = (this.types ?? '').split(/\s+/).filter((name) => name !== '');
    const known = ACTIVITY_TYPES.filter((type) => names.includes(type));
    if (names.some((name) => !(ACTIVITY_TYPES as readonly string[]).includes(name))) {
      this.warnOnce(`types holds something else than ${ACTIVITY_TYPES.join(', ')}`);
    }
    return known.length > 0 ? known : DEFAULT_TYPES;
  }

  #filter(): DeadlineFilter {
    if (FILTERS.includes(this.filter)) return this.filter;
    this.warnOnce(`filter is none of ${FILTERS.join(', ')}`);
    return 'all';
  }

  #pageSize(): number {
    const size = Number(this.pageSize);
    if (Number.isInteger(size) && size >= 1 && size <= 100) return size;
    this.warnOnce('page-size is not a whole number from 1 to 100');
    return DEFAULT_PAGE_SIZE;
  }
}

/** Signed out, or no longer allowed: what is on screen must not stay there. */
function isAccessLost(error: unknown): boolean {
  const status = error instanceof BackendError ? error.info.status : undefined;
  return status === 401 || status === 403;
}

/** Typed events for `addEventListener`. */
export interface SkrankeDeadlineList {
  addEventListener<Type extends keyof DeadlineListEventMap>(
    type: Type,
    listener: (this: SkrankeDeadlineList, event: DeadlineListEventMap[Type]) => void,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | AddEventListenerOptions,
  ): void;
  removeEventListener<Type extends keyof DeadlineListEventMap>(
    type: Type,
    listener: (this: SkrankeDeadlineList, event: DeadlineListEventMap[Type]) => void,
    options?: boolean | EventListenerOptions,
  ): void;
  removeEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | EventListenerOptions,
  ): void;
}
