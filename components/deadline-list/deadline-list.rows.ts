import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { BackendError } from '../shared/backend/backend-error.js';
import type { Activity } from '../shared/backend/mit-virk.js';
import type { ErrorText } from '../shared/i18n/common.messages.js';
import { daysBetween, formatLongDate, type Lang, type PlainDate } from '../shared/i18n/dates.js';
import type { RichTexts } from '../shared/html/rich-text.js';
import { describeWrite, spoken } from '../shared/i18n/describe-failure.js';
import { button, externalLink, heading, icon, messageBox } from '../shared/templates.js';
import { hasDate, type Dated } from './calendar.js';
import type { DeadlineListMessages } from './deadline-list.messages.js';
import type { KeyedRows } from './keyed-rows.js';
import type { ListView } from './list-view.js';
import type { NoticeDismissal } from './notice-dismissal.js';
import { isOverdue, keyOf, sectionOf, type PageOfItems, type Row, type SectionName } from './deadlines.js';

/** What the templates need of the element. */
export interface RowContext {
  readonly texts: DeadlineListMessages;
  readonly lang: Lang;
  /** Language of the authority's texts where it is another than the widget's. */
  readonly contentLang: string | undefined;
  readonly today: PlainDate;
  /** Level of a row's heading. */
  readonly rowLevel: number;
  readonly view: Pick<ListView, 'isOpen' | 'isEmpty'>;
  readonly lists: Readonly<Record<SectionName, KeyedRows>>;
  readonly toggle: (activity: Activity) => void;
  readonly richTexts: Pick<RichTexts, 'render'>;
  readonly dismissal: Pick<NoticeDismissal, 'stateOf'>;
  readonly dismiss: (activity: Activity) => void;
  readonly saveDates: (deadlines: readonly Dated[]) => void;
  readonly turnPage: (section: SectionName, page: number) => void;
}

/** The date with how far off it is. `Overskredet` stands in words in the row's title. */
function due(activity: Activity, { texts, lang, today }: RowContext): unknown {
  if (!hasDate(activity)) {
    return sectionOf(activity) === 'deadlines' ? html`<span class="due">${texts.noDate}</span>` : nothing;
  }
  const days = daysBetween(today, activity.dueDate);
  return html`<span class="due ${days < 0 ? 'overdue' : ''}">
    ${texts.due}: <time datetime=${activity.dueDate}>${formatLongDate(activity.dueDate, lang)}</time>
    <span class="small">${texts.daysLeft(days)}</span>
  </span>`;
}

/** State and numbers, in one line. The state is the authority's word, in its language. */
function facts(
  { type, status, caseNumber, permitNumber }: Activity,
  { texts, contentLang }: RowContext,
): unknown {
  const numbers = [
    caseNumber && `${texts.caseNumber} ${caseNumber}`,
    permitNumber && `${texts.permitNumber} ${permitNumber}`,
  ]
    .filter(Boolean)
    .join(' · ');
  if (type !== 'sag' || !status) return numbers;
  return html`${texts.status}
    <span lang=${contentLang ?? nothing}>${status}</span>${numbers && ` · ${numbers}`}`;
}

/** A row that opens. */
function row({ activity, gone }: Row, context: RowContext): TemplateResult {
  const { texts, lang, contentLang = nothing } = context;
  const key = keyOf(activity);
  const open = context.view.isOpen(key);
  const late = isOverdue(activity, context.today) && activity.type !== 'tilladelse';
  const { category, title, authority } = activity;
  const line = facts(activity, context);
  const button = html`<button
    type="button"
    class="row"
    part="row"
    aria-expanded=${open}
    @click=${() => context.toggle(activity)}
  >
    ${category ? html`<span class="category" lang=${contentLang}>${category}</span>` : nothing}
    <span class="title" lang=${contentLang}
      >${late ? html`<b class="overdue" lang=${lang}>${texts.overduePrefix} </b>` : nothing}${title}</span
    >
    ${line ? html`<span class="small">${line}</span>` : nothing}
    ${authority ? html`<span class="authority" lang=${contentLang}>${authority}</span>` : nothing}
    ${due(activity, context)}
  </button>`;
  return html`${heading(context.rowLevel, button, { kind: 'row' })}${open ? panel(activity, gone, context) : nothing}`;
}

/** What an opened row shows. */
function panel(activity: Activity, gone: boolean, context: RowContext): TemplateResult {
  const { texts, contentLang = nothing } = context;
  const content = context.richTexts.render(keyOf(activity), activity.description);
  const text = content ? html`<div lang=${contentLang}>${content}</div>` : html`<p>${texts.noText}</p>`;
  return html`<div class="panel stack" part="panel">
    ${gone ? messageBox({ kind: 'info', heading: texts.gone }, texts) : html`${text}${actions(activity, context)}`}
  </div>`;
}

function actions(activity: Activity, context: RowContext): unknown {
  const { texts, contentLang = nothing } = context;
  const { link, linkText, renewalLink, type } = activity;
  const dated = type !== 'besked' && hasDate(activity) && activity;
  if (!link && !renewalLink && !dated) return nothing;
  const isTask = type === 'frist' || type === 'sag';
  const name = isTask ? texts.openSolution : texts.readMore;
  const own = linkText ? html`<span lang=${contentLang}>${linkText}</span>` : name;
  return html`<p class="actions">
    ${renewalLink ? externalLink(renewalLink, texts.renew, texts, 'button primary') : nothing}
    ${link ? externalLink(link, own, texts, isTask ? 'button primary' : 'link') : nothing}
    ${dated ? calendarButton(texts.toCalendar, [dated], context) : nothing}
  </p>`;
}

/** Saves deadlines as a calendar file. */
export function calendarButton(
  name: string,
  deadlines: readonly Dated[],
  { saveDates }: RowContext,
): TemplateResult {
  return button(name, () => saveDates(deadlines), { part: 'calendar' });
}

/** The rows of a part: cards for notices, for all else rows that open. */
export function rowList(section: SectionName, rows: readonly Row[], context: RowContext): unknown {
  const list = context.lists[section];
  list.show(
    rows,
    ({ activity }) => keyOf(activity),
    (one) => (section === 'notices' ? noticeCard(one, context) : row(one, context)),
  );
  return list.element;
}

/** The words for a removal that failed. */
export function dismissFailure(
  { title }: Activity,
  { info }: BackendError,
  texts: DeadlineListMessages,
): ErrorText {
  return { heading: texts.dismissFailed(title), text: spoken(describeWrite(info, texts)) };
}

function noticeCard({ activity }: Row, context: RowContext): TemplateResult {
  const { texts, contentLang = nothing } = context;
  const key = keyOf(activity);
  const dismissal = context.dismissal.stateOf(key);
  const busy = dismissal === 'busy';
  const content = context.richTexts.render(key, activity.description);
  return html`<div class="notice stack" part="notice">
    <div lang=${contentLang}>
      ${heading(context.rowLevel, activity.title, { kind: 'row' })}
      ${activity.authority ? html`<p class="authority">${activity.authority}</p>` : nothing}
    </div>
    ${content ? html`<div lang=${contentLang}>${content}</div>` : nothing} ${actions(activity, context)}
    ${
      typeof dismissal === 'object'
        ? messageBox({ kind: 'error', ...dismissFailure(activity, dismissal, texts) }, texts)
        : nothing
    }
    ${button(busy ? texts.dismissing : texts.dismiss, () => context.dismiss(activity), {
      part: 'dismiss',
      isBusy: busy,
      label: busy ? undefined : texts.dismissNotice(activity.title),
    })}
  </div>`;
}

/** 'Viser 1–12 af 17' and the way on. */
export function pager(section: SectionName, page: PageOfItems, context: RowContext): unknown {
  if (page.pageCount === 1) return nothing;
  const { texts } = context;
  const to = (number: number, name: string) => button(name, () => context.turnPage(section, number));
  return html`<nav class="pager" part="pager" aria-label=${texts.pagesOf(texts.sections[section])}>
    <p>${texts.showing(page.from, page.to, page.total)}</p>
    ${page.page > 0 ? to(page.page - 1, texts.previousPage) : nothing}
    ${page.page < page.pageCount - 1 ? to(page.page + 1, texts.nextPage) : nothing}
  </nav>`;
}

/** The head line that counts what waits, with a sign when something does. */
export function summary(waiting: number, overdue: number, texts: DeadlineListMessages): TemplateResult {
  return html`<div class="summary ${overdue > 0 ? 'alert' : ''}" part="summary">
    ${icon(waiting === 0 ? 'success' : 'error')}
    <div>
      <p>${waiting === 0 ? texts.nothingAwaits : texts.awaiting(waiting)}</p>
      ${overdue > 0 ? html`<p class="overdue">${texts.overdueCount(overdue)}</p>` : nothing}
    </div>
  </div>`;
}
