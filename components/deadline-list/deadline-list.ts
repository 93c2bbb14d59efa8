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
import { list, listWarnings, type ListContext } from './deadline-list.templates.js';
import {
  DEFAULT_PAGE_SIZE,
  DEFAULT_TYPES,
  readFilter,
  readPageSize,
  readRefreshMs,
  readTypes,
} from './deadline-options.js';
import { bySection, keyOf, newKeys, type DeadlineFilter, type SectionName } from './deadlines.js';
import { KeyedRows } from './keyed-rows.js';
import { ListView, type ViewOptions } from './list-view.js';
import { NoticeDismissal } from './notice-dismissal.js';

const DEFAULT_REFRESH_SECONDS = 60;

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
  readonly #lists = bySection((name) => new KeyedRows(name === 'notices' ? name : 'rows', this));
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
  readonly #timers = new WidgetTimers(this, () => this.#poll());
  #views: ListContext['views'] | undefined;
  #client: BackendClient | undefined;
  #list: PagedList<Activity> | undefined;
  #mode: 'load' | 'reload' | 'poll' = 'load';
  #isFirstReady = true;
  #refreshFailure: BackendError | undefined;

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('refreshSeconds')) this.#timers.setRefresh(readRefreshMs(this.refreshSeconds));
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
    this.#isFirstReady = true;
    void this.#loading.start();
  }

  protected override headingText(): string {
    const types = this.#wantedTypes();
    const { heading, sections } = this.texts;
    if (types.includes('frist') || types.includes('sag')) return heading;
    return types.map((type) => sections[type === 'besked' ? 'notices' : 'permits']).join(' · ');
  }

  protected override readyText(): string {
    const { all, overdue } = this.#view.counts(dateInCopenhagen(now()));
    const { awaiting, overdueCount, nothingAwaits } = this.texts;
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
      filter: readFilter(this.filter, (text) => this.warnOnce(text)),
      pageSize: this.#pageSize(),
      today,
      hasFocus: (key) => this.#focusedKey() === key,
    };
    const views = this.#view.sections(options);
    this.#views = views;
    const types = this.#wantedTypes();
    const contentLang = this.#list?.contentLang?.split('-')[0];
    return {
      texts,
      lang,
      today,
      contentLang: contentLang === lang ? undefined : contentLang,
      partLevel: this.partLevel,
      rowLevel: this.partLevel + 1,
      types,
      filter: options.filter,
      counts: this.#view.counts(today),
      dated: this.#view.dated(options.filter, today),
      warnings: listWarnings(texts, types, this.#list, this.#refreshFailure),
      views,
      isEmpty: this.#view.isEmpty,
      list: (section) => this.#lists[section],
      isOpen: (key) => this.#view.isOpen(key),
      toggle: (activity) => this.#handleToggle(activity),
      richText: (key, text) => this.#richTexts.render(key, text),
      dismissal: (key) => this.#dismissal.stateOf(key),
      dismiss: (activity) => this.#handleDismiss(activity),
      saveDates: (deadlines) => this.#handleCalendar(deadlines),
      turnPage: (section, page) => this.#handlePage(section, page),
      setFilter: (filter) => this.#handleFilter(filter),
      retry: () => this.retry(),
    };
  }

  async #fetchList(signal: AbortSignal): Promise<PagedList<Activity>> {
    const client = this.#client;
    if (!client) throw new DOMException('no client', 'AbortError');
    const mode = this.#mode;
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
    const { failure } = result;
    // Without access to one page, what the others hold must not be shown either.
    if (failure !== undefined && isAccessLost(asBackendError(failure))) {
      this.#handleFailure(failure);
      return;
    }
    const isNews = result !== this.#list;
    this.#refreshFailure = undefined;
    if (!isNews) return;
    this.#show(result);
    this.reportProblems(result, '/activities');
    if (failure !== undefined) this.report(failure, { blocks: false });
  }

  #handleFailure(error: unknown): void {
    const blocks = this.#list === undefined || isAccessLost(asBackendError(error));
    const failure = this.report(error, { blocks });
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
    const { showing, noneInFilter, nothingAwaits } = this.texts;
    const none = filter === 'all' ? nothingAwaits : noneInFilter[filter];
    this.announce(shown === 0 ? none : showing(1, Math.min(shown, this.#pageSize()), shown));
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
    if (this.#client) void this.#dismissal.dismiss(activity, this.#client, this.currentLang);
  }

  #handleDismissed(activity: Activity): void {
    this.#view.dismiss(activity);
    this.announce(this.texts.dismissed(activity.title));
    this.showContent({ isEmpty: this.#view.isEmpty });
    this.focusNext = '#notices';
    this.emit(new SkrankeNoticeDismissedEvent(activity.id));
  }

  #handleDismissFailed(activity: Activity, error: unknown): ErrorText {
    const text = spoken(this.describe(this.report(error, { blocks: false })));
    const failed = { heading: this.texts.dismissFailed(activity.title), text };
    this.announce(spoken(failed));
    return failed;
  }

  #handleNoSanitizer(): void {
    this.warnOnce('no HTML sanitiser: texts are shown without formatting');
    this.emit(new SkrankeErrorEvent({ kind: 'config', code: 'no-sanitizer', retryable: false }));
  }

  #poll(): void {
    const isUsable = this.phase === 'ready' || this.phase === 'empty';
    if (!isUsable || this.#loading.pending) return;
    this.#mode = 'poll';
    void this.#loading.start();
  }

  #forget(): void {
    this.#list = undefined;
    this.#refreshFailure = undefined;
    this.#view.forget();
    this.#dismissal.clear();
    this.#richTexts.clear();
  }

  #focusedKey(): string | undefined {
    return this.shadowRoot?.activeElement?.closest<HTMLElement>('[data-key]')?.dataset['key'];
  }

  #pageSize(): number {
    return readPageSize(this.pageSize, (text) => this.warnOnce(text));
  }

  #wantedTypes(): readonly ActivityType[] {
    return readTypes(this.types, (text) => this.warnOnce(text));
  }

  protected override renderContent(): TemplateResult {
    return list(this.#context());
  }
}
