import type { TemplateResult } from 'lit/html.js';
import type { PropertyValues } from '../shared/reactive-element.js';
import { property } from '../shared/decorators.js';
import { asBackendError, isAccessLost, type BackendError } from '../shared/backend/backend-error.js';
import type { BackendClient } from '../shared/backend/client.js';
import { getActivities, type Activity, type ActivityType } from '../shared/backend/mit-virk.js';
import { readAllPages, type PagedList } from '../shared/backend/paged-read.js';
import { RichTexts } from '../shared/html/rich-text.js';
import type { ErrorText } from '../shared/i18n/common.messages.js';
import { dateInCopenhagen } from '../shared/i18n/dates.js';
import { spoken } from '../shared/i18n/describe-failure.js';
import { now } from '../shared/page-state.js';
import { saveFile } from '../shared/save-file.js';
import { WidgetElement, type LoadReason } from '../shared/widget-element.js';
import { SkrankeErrorEvent } from '../shared/widget-events.js';
import { WidgetTask } from '../shared/widget-task.js';
import { WidgetTimers } from '../shared/widget-timers.js';
import { calendarFile, type Dated } from './calendar.js';
import {
  SkrankeActivityOpenedEvent,
  SkrankeNoticeDismissedEvent,
  type DeadlineListEventMap,
} from './deadline-list.events.js';
import { deadlineListMessages, type DeadlineListMessages } from './deadline-list.messages.js';
import { deadlineListStyles } from './deadline-list.styles.js';
import { dismissFailure } from './deadline-list.rows.js';
import { list, listWarnings, type ListContext } from './deadline-list.templates.js';
import {
  asksForDeadlines,
  DEFAULT_PAGE_SIZE,
  DEFAULT_REFRESH_SECONDS,
  DEFAULT_TYPES,
  readFilter,
  readPageSize,
  readRefreshMs,
  readTypes,
} from './deadline-options.js';
import { bySection, keyOf, type DeadlineFilter, type SectionName } from './deadlines.js';
import { KeyedRows } from './keyed-rows.js';
import { ListView, type ViewOptions } from './list-view.js';
import { NoticeDismissal } from './notice-dismissal.js';

/**
 * What a company must react to, as Mit Virk shows it: deadlines and cases that wait for it, with what is overdue
 * first; on request also its notices and permits. New items come in by themselves.
 *
 * @summary The deadlines of a company (Mit Virk).
 * @slot - Fallback: shown without JavaScript, while loading, and below an error that blocks the widget.
 * @csspart card - the head card that counts what waits
 * @csspart summary - the count in it
 * @csspart filters - the choice between all, overdue and upcoming
 * @csspart section - each part of the list
 * @csspart list - the rows of a part
 * @csspart row - the button of a row
 * @csspart panel - what an opened row shows
 * @csspart notice - a notice
 * @csspart dismiss - the button that removes a notice
 * @csspart calendar - the buttons that save a calendar file
 * @csspart pager - the numbers of a page and the way on
 * @fires {SkrankeReadyEvent} skranke-ready - when the list can be used; once more with `complete: true`
 * @fires {SkrankeErrorEvent} skranke-error - when a request failed or something cannot be shown
 * @fires {SkrankeAuthRequiredEvent} skranke-auth-required - when the backend answers 401
 * @fires {SkrankeActivityOpenedEvent} skranke-activity-opened - when the user opens a row
 * @fires {SkrankeNoticeDismissedEvent} skranke-notice-dismissed - when a notice was removed and that is stored
 */
export class SkrankeDeadlineList extends WidgetElement<DeadlineListMessages, DeadlineListEventMap> {
  static override styles = [WidgetElement.styles, deadlineListStyles];

  /**
   * Which activities, separated by blanks: `frist`, `sag`, `besked`, `tilladelse`.
   * @type {string}
   * @default 'frist sag'
   */
  @property() types = DEFAULT_TYPES.join(' ');
  /**
   * Rows a page, 1 to 100.
   * @type {number}
   * @default 12
   */
  @property({ attribute: 'page-size', type: Number }) pageSize = DEFAULT_PAGE_SIZE;
  /** Which deadlines are shown: `all`, `overdue` or `upcoming`. */
  @property() filter: DeadlineFilter = 'all';
  /**
   * Seconds between two looks for news, only while the page is visible; 0 turns it off.
   * @type {number}
   * @default 60
   */
  @property({ attribute: 'refresh-seconds', type: Number }) refreshSeconds = DEFAULT_REFRESH_SECONDS;

  protected readonly catalogue = deadlineListMessages;

  readonly #complain = (text: string): void => this.warnOnce(text);
  readonly #view = new ListView();
  readonly #lists = bySection((name) => new KeyedRows(name === 'notices' ? name : 'rows', this));
  readonly #richTexts = new RichTexts(
    this,
    () => this.texts.newWindow,
    () => this.#handleNoSanitizer(),
  );
  readonly #dismissal = new NoticeDismissal(this, {
    report: (failure) => this.report(failure, { blocks: false }),
    readAgain: () => (this.#reading = this.#reading.then(() => this.#refresh())),
    failed: (activity, failure) => this.announce(spoken(dismissFailure(activity, failure, this.texts))),
    done: (activity, isLate) => this.#handleDismissed(activity, isLate),
  });
  readonly #loading = new WidgetTask<PagedList<Activity>>(this, {
    run: (signal) => this.#fetchList(signal),
    done: (result) => this.#handleList(result),
    failed: (error) => this.#handleFailure(error),
  });
  readonly #timers = new WidgetTimers(this, () => this.#poll());
  #views: ListContext['views'] | undefined;
  #client!: BackendClient;
  #list: PagedList<Activity> | undefined;
  #mode: 'load' | 'reload' | 'poll' = 'load';
  /** Settles with the last reading after a dismissal. One by one: none cuts another short. */
  #reading = Promise.resolve();
  /** What the host was told of this load: that it is complete, or not yet, or nothing. */
  #told: boolean | undefined;
  #refreshFailure: BackendError | undefined;

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('refreshSeconds'))
      this.#timers.setRefresh(readRefreshMs(this.refreshSeconds, this.#complain));
    if (changed.has('filter')) this.#view.startOver();
    super.willUpdate(changed);
  }

  protected override inputs(): readonly unknown[] {
    return [this.#wantedTypes().join(' ')];
  }

  protected override load(client: BackendClient, { isOtherSource, isReload }: LoadReason): void {
    if (isOtherSource) this.#forget();
    this.#client = client;
    this.#mode = isReload ? 'reload' : 'load';
    this.#told = undefined;
    void this.#loading.start();
  }

  protected override headingText(): string {
    const types = this.#wantedTypes();
    const { heading, sections } = this.texts;
    if (asksForDeadlines(types)) return heading;
    return types.map((type) => sections[type === 'besked' ? 'notices' : 'permits']).join(' · ');
  }

  protected override readyText(): string {
    const warnings = this.#warnings();
    if (warnings.length > 0) return warnings.map(({ heading }) => heading).join('. ');
    const { all, overdue } = this.#view.counts(dateInCopenhagen(now()));
    const { awaiting, overdueCount, nothingAwaits, nothingHere } = this.texts;
    if (!asksForDeadlines(this.#wantedTypes())) return this.#view.isEmpty ? nothingHere : this.headingText();
    if (all === 0) return nothingAwaits;
    return overdue === 0 ? awaiting(all) : `${awaiting(all)}. ${overdueCount(overdue)}.`;
  }

  protected override comeOnline(): void {
    if (this.#refreshFailure?.info.kind === 'network') this.#poll();
  }

  #context(): ListContext {
    const { texts, currentLang: lang } = this;
    const today = dateInCopenhagen(now());
    const options: ViewOptions = {
      filter: readFilter(this.filter, this.#complain),
      pageSize: this.#pageSize(),
      today,
      hasFocus: (key) => this.#focusedKey() === key,
    };
    const views = this.#view.sections(options);
    this.#views = views;
    const warnings = this.#warnings();
    const contentLang = this.#list?.contentLang?.split('-')[0];
    return {
      texts,
      lang,
      today,
      contentLang: contentLang === lang ? undefined : contentLang,
      partLevel: this.partLevel,
      rowLevel: this.partLevel + 1,
      types: this.#wantedTypes(),
      filter: options.filter,
      counts: this.#view.counts(today),
      dated: this.#view.dated(options.filter, today),
      warnings,
      views,
      isWhole: this.#list?.complete === true && warnings.length === 0,
      view: this.#view,
      lists: this.#lists,
      toggle: (activity) => this.#handleToggle(activity),
      richTexts: this.#richTexts,
      dismissal: this.#dismissal,
      dismiss: (activity) => this.#handleDismiss(activity),
      saveDates: (deadlines) => this.#handleCalendar(deadlines),
      turnPage: (section, page) => this.#handlePage(section, page),
      setFilter: (filter) => this.#handleFilter(filter),
      retry: this.retry,
    };
  }

  #warnings(): readonly ErrorText[] {
    return listWarnings(this.texts, this.#wantedTypes(), this.#list, this.#refreshFailure);
  }

  #fetchList(signal: AbortSignal): Promise<PagedList<Activity>> {
    const [client, mode] = [this.#client, this.#mode];
    const common = { types: this.#wantedTypes(), lang: this.currentLang, signal };
    return readAllPages({
      fetchPage: (page, etag, isAgain) =>
        getActivities(client, { ...common, page, etag, fresh: isAgain || mode !== 'load' }),
      idOf: keyOf,
      previous: mode === 'poll' ? this.#list : undefined,
      // A list that is on screen is replaced only by a whole one.
      onProgress: this.#list || mode === 'reload' ? undefined : (part) => this.#show(part),
    });
  }

  #show(result: PagedList<Activity>): void {
    const wasWhole = this.#list?.complete;
    const { complete } = (this.#list = result);
    const fresh = this.#view.setActivities(result.items);
    this.#showPhase();
    // Once that there is something, and once that it is all.
    if (this.#told === undefined || (complete && !this.#told)) this.emitReady((this.#told = complete));
    this.requestUpdate();
    // What was only missing before is not new.
    if (wasWhole && this.#mode !== 'load' && fresh > 0) this.announce(this.texts.refreshed(fresh));
  }

  /** Empty is only what is known to be so: a host may hide it then. */
  #showPhase(): void {
    const { complete, leftOut } = this.#list ?? {};
    this.showContent({ isEmpty: this.#view.size === 0 && complete === true && leftOut === 0 });
  }

  #handleList(result: PagedList<Activity>): void {
    const { failure } = result;
    // Without access to one page, what the others hold must not be shown either.
    if (failure !== undefined && isAccessLost(asBackendError(failure))) {
      this.#handleFailure(failure);
      return;
    }
    const isNews = result !== this.#list;
    this.#refreshFailure = undefined;
    this.#show(result);
    if (isNews) {
      this.reportProblems(result, '/activities');
      if (failure !== undefined) this.report(failure, { blocks: false });
    }
    if (result.complete) this.#dismissal.check((key) => this.#view.get(key));
  }

  #handleFailure(error: unknown): void {
    const blocks = this.#list === undefined || isAccessLost(asBackendError(error));
    const failure = this.report(error, { blocks, warning: this.texts.refreshFailed });
    if (blocks) this.#forget();
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
    // Where there are none at all, there is no filter.
    const none = filter !== 'all' && shown === 0 && noneInFilter[filter];
    this.announce(none || showing(1, Math.min(shown, this.#pageSize()), shown));
  }

  #handlePage(section: SectionName, page: number): void {
    this.#view.turnPage(section, page);
    // The button that was pressed stands below the new rows, or is gone: reading goes on at the top of the part.
    this.focusNext = `#${section}`;
    this.requestUpdate();
    void this.updateComplete.then(() => {
      const shown = this.#views?.[section].page;
      if (shown) this.announce(this.texts.showing(shown.from, shown.to, shown.total));
    });
  }

  #handleCalendar(deadlines: readonly Dated[]): void {
    const content = new Blob([calendarFile(deadlines, now())], { type: 'text/calendar' });
    saveFile(`${this.texts.due}.ics`, content);
  }

  #handleDismiss(activity: Activity): void {
    void this.#dismissal.dismiss(activity, this.#client, this.currentLang);
  }

  #handleDismissed(activity: Activity, isLate: boolean): void {
    const key = keyOf(activity);
    // Of what may be another company's nothing is read out, unless it is on screen.
    const known = isLate ? this.#view.get(key) : activity;
    if (known) this.announce(this.texts.dismissed(known.title));
    this.#view.dismiss(key, isLate);
    if (this.phase === 'ready') this.#showPhase();
    this.emit(new SkrankeNoticeDismissedEvent(activity.id));
  }

  #handleNoSanitizer(): void {
    this.warnOnce('no HTML sanitiser: texts are shown without formatting');
    this.emit(new SkrankeErrorEvent({ kind: 'config', code: 'no-sanitizer', retryable: false }));
  }

  #poll(): void {
    if (this.#list && !this.#loading.pending) void this.#refresh();
  }

  /** Asks what is stored now; what is on screen stays meanwhile. */
  async #refresh(): Promise<void> {
    if (!this.isConnected || this.phase === 'error') return;
    if (!this.#loading.pending) this.#mode = 'poll';
    await this.#loading.start();
  }

  #forget(): void {
    this.#list = undefined;
    this.#refreshFailure = undefined;
    this.#view.forget();
    this.#dismissal.renew();
    this.#richTexts.clear();
  }

  #focusedKey(): string | undefined {
    return this.shadowRoot?.activeElement?.closest<HTMLElement>('[data-key]')?.dataset['key'];
  }

  #pageSize(): number {
    return readPageSize(this.pageSize, this.#complain);
  }

  #wantedTypes(): readonly ActivityType[] {
    return readTypes(this.types, this.#complain);
  }

  protected override renderContent(): TemplateResult {
    return list(this.#context());
  }
}
