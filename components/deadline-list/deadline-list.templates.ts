import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { BackendError } from '../shared/backend/backend-error.js';
import type { Activity, ActivityType } from '../shared/backend/mit-virk.js';
import type { PagedList } from '../shared/backend/paged-read.js';
import type { ErrorText } from '../shared/i18n/common.messages.js';
import { describeFailure, spoken } from '../shared/i18n/describe-failure.js';
import { heading, messageBox, retryButton } from '../shared/templates.js';
import type { Dated } from './calendar.js';
import type { DeadlineListMessages } from './deadline-list.messages.js';
import { calendarButton, pager, rowList, summary, type RowContext } from './deadline-list.rows.js';
import { asksForDeadlines } from './deadline-options.js';
import { FILTERS, type DeadlineFilter, type SectionName } from './deadlines.js';
import type { SectionView } from './list-view.js';

/** Everything that the whole list's template needs. */
export interface ListContext extends RowContext {
  /** Level of a part's heading. */
  readonly partLevel: number;
  readonly types: readonly ActivityType[];
  readonly filter: DeadlineFilter;
  readonly counts: Readonly<Record<DeadlineFilter, number>>;
  /** The deadlines of the filter that have a date, on all pages. */
  readonly dated: readonly Dated[];
  readonly warnings: readonly ErrorText[];
  readonly views: Readonly<Record<SectionName, SectionView>>;
  /** Nothing is missing and nothing may be old: only then can it be said that nothing awaits. */
  readonly isWhole: boolean;
  readonly setFilter: (filter: DeadlineFilter) => void;
  readonly retry: () => void;
}

/** What is missing in the list or may be out of date, in words. */
export function listWarnings(
  texts: DeadlineListMessages,
  types: readonly ActivityType[],
  shown: PagedList<Activity> | undefined,
  refreshFailure: BackendError | undefined,
): readonly ErrorText[] {
  const { leftOut = 0, failure } = shown ?? {};
  const warnings: ErrorText[] = [];
  if (failure !== undefined) warnings.push({ heading: texts.incomplete, text: texts.incompleteText });
  if (leftOut > 0) warnings.push({ heading: texts.leftOut(leftOut, types), text: texts.leftOutText });
  if (refreshFailure) {
    const text = spoken(describeFailure(refreshFailure.info, texts));
    warnings.push({ heading: texts.refreshFailed, text });
  }
  return warnings;
}

/** The whole list. */
export function list(context: ListContext): TemplateResult {
  const { types, view, isWhole } = context;
  if (view.isEmpty) return html`${warnings(context)}${isWhole ? empty(context) : nothing}`;
  return html`${warnings(context)} ${asksForDeadlines(types) ? deadlines(context) : nothing}
  ${section('cases', context)} ${section('notices', context)} ${section('permits', context)}`;
}

function empty({ texts, types }: ListContext): TemplateResult {
  if (!asksForDeadlines(types)) return messageBox({ kind: 'info', heading: texts.nothingHere }, texts);
  return messageBox({ kind: 'success', heading: texts.nothingAwaits, text: texts.emptyText }, texts);
}

function warnings({ warnings: all, texts, retry }: ListContext): unknown {
  return all.map((warning) =>
    messageBox({ kind: 'warning', ...warning, actions: retryButton(retry, texts) }, texts),
  );
}

function deadlines(context: ListContext): TemplateResult {
  const { texts, counts, views, dated, isWhole } = context;
  const view = views.deadlines;
  return html`<section class="stack" part="section" aria-labelledby="deadlines">
    <div class="card" part="card">
      ${heading(context.partLevel, texts.sections.deadlines, { id: 'deadlines', kind: 'part' })}
      ${counts.all > 0 || isWhole ? summary(counts.all, counts.overdue, texts) : nothing}
    </div>
    ${counts.all > 0 ? filters(context) : nothing}
    ${view.rows.length > 0 ? rowList('deadlines', view.rows, context) : noneInFilter(context)}
    ${pager('deadlines', view.page, context)}
    ${dated.length > 1 ? calendarButton(texts.allToCalendar, dated, context) : nothing}
  </section>`;
}

function filters({ texts, filter, counts, setFilter }: ListContext): TemplateResult {
  return html`<div class="filters" part="filters" role="group" aria-label=${texts.filterLabel}>
    ${FILTERS.map(
      (name) =>
        html`<button type="button" aria-pressed=${name === filter} @click=${() => setFilter(name)}>
          ${texts.filters[name]} (${counts[name]})
        </button>`,
    )}
  </div>`;
}

function noneInFilter({ texts, filter }: ListContext): unknown {
  return filter === 'all' ? nothing : html`<p>${texts.noneInFilter[filter]}</p>`;
}

function section(name: SectionName, context: ListContext): unknown {
  const view = context.views[name];
  if (view.rows.length === 0) return nothing;
  // Alone in the widget, a part has the widget's own heading.
  const isAlone = context.types.length === 1 && name !== 'cases';
  const rows = isAlone ? { ...context, rowLevel: context.partLevel } : context;
  return html`<section class="stack" part="section" aria-labelledby=${isAlone ? 'heading' : name}>
    ${isAlone ? nothing : heading(context.partLevel, context.texts.sections[name], { id: name, kind: 'part' })}
    ${rowList(name, view.rows, rows)} ${pager(name, view.page, context)}
  </section>`;
}
