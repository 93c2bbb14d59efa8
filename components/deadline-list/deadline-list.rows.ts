import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Activity } from '../shared/backend/mit-virk.js';
import { formatLongDate, type Lang, type PlainDate } from '../shared/i18n/dates.js';
import { externalLink, heading, icon, messageBox } from '../shared/templates.js';
import type { DeadlineListMessages } from './deadline-list.messages.js';
import { daysLeft, isOverdue, keyOf, type PageOfItems, type Row, type SectionName } from './deadlines.js';

/** What the templates need of the element. */
export interface RowContext {
  readonly texts: DeadlineListMessages;
  readonly lang: Lang;
  /** Language of the authority's texts where it is another than the widget's. */
  readonly contentLang: string | undefined;
  readonly today: PlainDate;
  /** Level of a row's heading. */
  readonly rowLevel: number;
  readonly isOpen: (key: string) => boolean;
  readonly toggle: (activity: Activity) => void;
  readonly richText: (key: string, text: string) => unknown;
  readonly dismissal: (key: string) => 'idle' | 'busy' | { heading: string; body: string };
  readonly dismiss: (activity: Activity) => void;
  readonly turnPage: (section: SectionName, page: number) => void;
}

/** The date with how far off it is. `Overskredet` stands in words in the row's title. */
function due(activity: Activity, context: RowContext): TemplateResult {
  const { texts, lang, today } = context;
  const days = daysLeft(activity, today);
  if (activity.dueDate === undefined || days === undefined)
    return html`<span class="due">${texts.noDate}</span>`;
  return html`<span class="due ${days < 0 ? 'overdue' : ''}">
    ${texts.dueLabel} <time datetime=${activity.dueDate}>${formatLongDate(activity.dueDate, lang)}</time>
    <span class="distance">${texts.daysLeft(days)}</span>
  </span>`;
}

/** A row that opens: a deadline, a case that waits, or a permit. */
function row({ activity, gone }: Row, context: RowContext): TemplateResult {
  const { texts, contentLang } = context;
  const key = keyOf(activity);
  const open = context.isOpen(key);
  const late = isOverdue(activity, context.today) && activity.type !== 'tilladelse';
  const own = contentLang ?? nothing;
  const button = html`<button
    type="button"
    class="row"
    part="row"
    aria-expanded=${open}
    @click=${() => context.toggle(activity)}
  >
    <span class="what" lang=${own}>
      ${activity.category ? html`<span class="category">${activity.category}</span>` : nothing}
      <span class="title"
        >${late ? html`<b class="overdue" lang=${context.lang}>${texts.overduePrefix} </b>` : nothing}${activity.title}</span
      >
      ${activity.authority ? html`<span class="authority">${activity.authority}</span>` : nothing}
    </span>
    ${
      activity.type === 'tilladelse'
        ? html`<span class="due">${activity.permitNumber}</span>`
        : due(activity, context)
    }
  </button>`;
  return html`<li data-key=${key} class=${late ? 'late' : nothing}>
    ${heading(context.rowLevel, button, { kind: 'row' })}${open ? panel(activity, gone, context) : nothing}
  </li>`;
}

/** What an opened row shows. */
function panel(activity: Activity, gone: boolean, context: RowContext): TemplateResult {
  return html`<div class="panel stack" part="panel">${details(activity, gone, context)}</div>`;
}

function details(activity: Activity, gone: boolean, context: RowContext): TemplateResult {
  const { texts, contentLang } = context;
  if (gone) return messageBox({ kind: 'info', heading: texts.gone }, texts);
  const facts = [
    [texts.status, activity.type === 'sag' ? activity.status : undefined],
    [texts.caseNumber, activity.caseNumber],
    [texts.permitNumber, activity.permitNumber],
  ].filter(([, value]) => value);
  return html`${
      facts.length > 0
        ? html`<dl class="facts">
            ${facts.map(
              ([name, value]) =>
                html`<div>
                  <dt>${name}</dt>
                  <dd lang=${contentLang ?? nothing}>${value}</dd>
                </div>`,
            )}
          </dl>`
        : nothing
    }
    <div class="text" lang=${contentLang ?? nothing}>
      ${activity.description ? context.richText(keyOf(activity), activity.description) : html`<p>${texts.noText}</p>`}
    </div>
    ${actions(activity, context)}`;
}

function actions(activity: Activity, { texts }: RowContext): unknown {
  const { link, linkText, renewalLink, type } = activity;
  if (!link && !renewalLink) return nothing;
  const own = linkText || (type === 'besked' || type === 'tilladelse' ? texts.readMore : texts.openSolution);
  return html`<p class="actions">
    ${renewalLink ? externalLink(renewalLink, texts.renew, texts, 'button primary') : nothing}
    ${link ? externalLink(link, own, texts, type === 'frist' || type === 'sag' ? 'button primary' : 'link') : nothing}
  </p>`;
}

/** Deadlines or permits as rows that open. */
export function rowList(rows: readonly Row[], context: RowContext): TemplateResult {
  return html`<ul class="rows" part="list" role="list">
    ${repeat(
      rows,
      ({ activity }) => keyOf(activity),
      (one) => row(one, context),
    )}
  </ul>`;
}

/** The ongoing cases. Roles are written out, since the table becomes a stack of cards where it is narrow. */
export function caseTable(rows: readonly Row[], labelledBy: string, context: RowContext): TemplateResult {
  const { texts } = context;
  const columns = [texts.activity, texts.status, texts.caseNumber, texts.dueLabel.replace(/:$/, '')];
  return html`<table role="table" class="cases" part="list" aria-labelledby=${labelledBy}>
    <thead role="rowgroup">
      <tr role="row">
        ${columns.map((name) => html`<th role="columnheader" scope="col">${name}</th>`)}
        <th role="columnheader" scope="col"><span class="hidden">${texts.details}</span></th>
      </tr>
    </thead>
    <tbody role="rowgroup">
      ${repeat(
        rows,
        ({ activity }) => keyOf(activity),
        (one) => caseRow(one, columns, context),
      )}
    </tbody>
  </table>`;
}

function caseRow({ activity, gone }: Row, columns: readonly string[], context: RowContext): TemplateResult {
  const { texts, lang, contentLang } = context;
  const key = keyOf(activity);
  const open = context.isOpen(key);
  const own = contentLang ?? nothing;
  const date = activity.dueDate
    ? html`<time datetime=${activity.dueDate}>${formatLongDate(activity.dueDate, lang)}</time>`
    : '–';
  return html`<tr role="row" data-key=${key}>
      <th role="rowheader" scope="row" lang=${own}>
        ${activity.title}${activity.authority ? html` <span class="authority">${activity.authority}</span>` : nothing}
      </th>
      <td role="cell" data-label=${columns[1] ?? ''} lang=${own}>${activity.status ?? '–'}</td>
      <td role="cell" data-label=${columns[2] ?? ''}>${activity.caseNumber ?? '–'}</td>
      <td role="cell" data-label=${columns[3] ?? ''}>${date}</td>
      <td role="cell">
        <button
          type="button"
          class="more"
          aria-expanded=${open}
          aria-label=${texts.showDetails(activity.title)}
          @click=${() => context.toggle(activity)}
        >
          ${texts.details}
        </button>
      </td>
    </tr>
    ${
      open
        ? html`<tr role="row" data-key=${key}>
            <td role="cell" colspan="5">
              <div class="panel stack" part="panel">${details(activity, gone, context)}</div>
            </td>
          </tr>`
        : nothing
    }`;
}

/** Notices as cards. */
export function noticeCards(rows: readonly Row[], context: RowContext): TemplateResult {
  return html`<ul class="notices" part="list" role="list">
    ${repeat(
      rows,
      ({ activity }) => keyOf(activity),
      ({ activity }) => noticeCard(activity, context),
    )}
  </ul>`;
}

function noticeCard(activity: Activity, context: RowContext): TemplateResult {
  const { texts, contentLang } = context;
  const key = keyOf(activity);
  const dismissal = context.dismissal(key);
  const busy = dismissal === 'busy';
  return html`<li class="notice stack" part="notice" data-key=${key}>
    <div lang=${contentLang ?? nothing}>
      ${heading(context.rowLevel, activity.title, { kind: 'row' })}
      ${activity.authority ? html`<p class="authority">${activity.authority}</p>` : nothing}
    </div>
    ${
      activity.description
        ? html`<div class="text" lang=${contentLang ?? nothing}>
            ${context.richText(key, activity.description)}
          </div>`
        : nothing
    }
    ${actions(activity, context)}
    ${typeof dismissal === 'object' ? messageBox({ kind: 'error', ...dismissal }, texts) : nothing}
    <button
      type="button"
      class="button"
      part="button dismiss"
      aria-disabled=${busy}
      aria-label=${busy ? nothing : texts.dismissNotice(activity.title)}
      @click=${() => context.dismiss(activity)}
    >
      ${busy ? texts.dismissing : texts.dismiss}
    </button>
  </li>`;
}

/** 'Viser 1–12 af 17' and the way on. */
export function pager(section: SectionName, page: PageOfItems, context: RowContext): unknown {
  if (page.pageCount === 1) return nothing;
  const { texts } = context;
  const to = (number: number, name: string) =>
    html`<button type="button" class="button" part="button" @click=${() => context.turnPage(section, number)}>
      ${name}
    </button>`;
  return html`<nav class="pager" part="pager" aria-label=${texts.pagesOf(texts.sections[section])}>
    <p>${texts.showing(page.from, page.to, page.total)}</p>
    ${page.page > 0 ? to(page.page - 1, texts.previousPage) : nothing}
    ${page.page < page.pageCount - 1 ? to(page.page + 1, texts.nextPage) : nothing}
  </nav>`;
}

/** The head line that counts what waits, with a sign when something does. */
export function summary(waiting: number, overdue: number, texts: DeadlineListMessages): TemplateResult {
  const text = waiting === 0 ? texts.nothingAwaits : texts.awaiting(waiting);
  return html`<p class="summary ${overdue > 0 ? 'alert' : ''}" part="summary">
    ${icon(waiting === 0 ? 'success' : 'error')}<span
      ><strong>${text}</strong
      >${overdue > 0 ? html` <span class="overdue">${texts.overdueCount(overdue)}</span>` : nothing}</span
    >
  </p>`;
}
