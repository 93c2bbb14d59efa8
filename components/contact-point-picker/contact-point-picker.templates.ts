import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { BackendError } from '../shared/backend/backend-error.js';
import type { Recipient } from '../shared/backend/digital-post-contacts.js';
import { button, heading, messageBox, retryButton } from '../shared/templates.js';
import { hitRow, levelRow, row } from './contact-point-picker.rows.js';
import {
  box,
  failureBox,
  summary,
  type SummaryActions,
  type SummaryContext,
} from './contact-point-picker.summary.js';
import { textField } from './picker-field.js';
import type { ListView } from './picker-list.js';
import type { RecipientSearch } from './recipient-search.js';

/** What the user can do. */
export interface PickerActions extends SummaryActions {
  readonly find: (query: string) => void;
  /** Without one: to find another. */
  readonly chooseRecipient: (recipient?: Recipient) => void;
  readonly showMore: () => void;
  readonly focusField: (field: string) => void;
}

/** Everything that the whole widget's template needs. */
export interface PickerContext extends SummaryContext, PickerActions {
  /** Name of the authority, empty while unknown; undefined while none is chosen. */
  readonly authority: string | undefined;
  /** The user may change the authority. */
  readonly canChange: boolean;
  /** The user looks for another point than the chosen one. */
  readonly isPicking: boolean;
  /** The chosen point may be written to, as far as is known. */
  readonly isUsable: boolean;
  readonly isIncomplete: boolean;
  /** Why there is no structure, or no list of recipients, or no newer one. */
  readonly failure: BackendError | undefined;
  readonly showsErrors: boolean;
  /** Words of a label outside the widget. */
  readonly label: string;
  /** '(valgfrit)', where that is so. */
  readonly optional: string;
  readonly isLoading: boolean;
  readonly isEmpty: boolean;
  /** Undefined while there is no structure. */
  readonly view: ListView | undefined;
  /** Rows that are rendered by now. */
  readonly most: number;
  readonly recipients: RecipientSearch;
}

/** The whole widget. */
export function picker(context: PickerContext): TemplateResult {
  const { choice, texts, authority, isLoading } = context;
  const { point } = choice;
  const isSummary = !context.isPicking && (point ? context.isUsable : choice.id && choice.pending);
  return html`${errorSummary(context)}
  ${authority ? html`<p>${texts.authority}: <b>${authority}</b> ${change(context)}</p>` : authority === undefined || isLoading ? nothing : change(context)}
  ${
    isSummary
      ? point
        ? summary(point, context)
        : html`<p>${texts.loading}</p>`
      : html`${warnings(context)} ${choices(context)}`
  }`;
}

const plain = (text: unknown, press: () => void, { disabled }: PickerContext, more = {}) =>
  button(text, press, { style: 'plain', disabled, ...more });

const change = (context: PickerContext) =>
  context.canChange
    ? plain(context.texts.changeAuthority, () => context.chooseRecipient(), context)
    : nothing;

/** All that must be put right, with ways to it, in the very words that stand at the fields. */
function errorSummary({ showsErrors, errors, texts, focusField }: PickerContext): unknown {
  if (!showsErrors || errors.length === 0) return nothing;
  const text = errors.map(({ field, message }) => {
    const go = (event: Event) => {
      event.preventDefault();
      focusField(field);
    };
    return html`<a href="#${field}" @click=${go}>${message}</a><br />`;
  });
  return messageBox({ kind: 'error', heading: texts.problems, text }, texts);
}

/** What cannot be used, and what is missing. */
function warnings(context: PickerContext): unknown {
  const { texts, choice, view, failure } = context;
  const { point } = choice;
  const isLost = view?.isLost && !context.isLoading;
  return [
    (point ? !context.isUsable : choice.isUnknown) && box('warning', texts.unusable(point?.name), context),
    !point && choice.failure && !choice.isUnknown && failureBox(choice.failure, context),
    view && failure && failureBox(failure, context, 'warning'),
    context.isIncomplete && box('warning', texts.incomplete, context, retryButton(context.retry, texts)),
    isLost && box('warning', texts.unusable(undefined), context),
  ].map((warning) => warning || nothing);
}

/** What there is to choose between: the authority's points, or before one is found, the authorities. */
function choices(context: PickerContext): unknown {
  const {
    view,
    texts,
    failure,
    list: { query },
    recipients,
  } = context;
  const failed = failure && failureBox(failure, context);
  const missing = context.showsErrors ? context.errors.find(({ field }) => field === 'value') : undefined;
  if (context.authority !== undefined && !view) return failed ?? html`<p>${texts.loading}</p>`;
  if (context.isEmpty) return box('info', texts.empty, context);
  const label = html`${context.label ? html`<span class="hidden">${context.label}: </span>` : nothing}${view ? texts.searchLabel : texts.authorityLabel}
  ${context.optional}`;
  const field = textField(
    {
      id: 'search',
      type: 'search',
      label,
      hint: view ? texts.searchHint : texts.authorityHint,
      value: view ? query : recipients.query,
      error: !view && recipients.isNumber ? texts.noNumbers : missing?.message,
      input: context.find,
    },
    context,
  );
  return html`${field}
  ${view ? (view.hits ? hits(view, context) : level(view, context)) : (failed ?? found(context))}`;
}

/** Authorities and units that were found. */
function found(context: PickerContext): unknown {
  const { page, pending, count = 0 } = context.recipients;
  const { texts } = context;
  if (!page) return pending ? html`<p>${texts.loading}</p>` : nothing;
  const rows = page.items.map((one) =>
    row(one, one.isUnit && one.organisationName, () => context.chooseRecipient(one), context),
  );
  return html`<p>${countText(count, false, texts)}</p>
    ${list(rows)} ${count > rows.length ? html`<p>${texts.narrow}</p>` : nothing}`;
}

/** How many were found, as it is shown and read out. */
export function countText(total: number, isLoading: boolean, texts: PickerContext['texts']): string {
  const text = total ? texts.found(total) : texts.noneFound;
  return isLoading ? `${text.replace(/\.?$/, '.')} ${texts.stillLoading}` : text;
}

function hits(view: ListView, context: PickerContext): TemplateResult {
  const rows = view.hits?.slice(0, context.most).map((hit) => hitRow(hit, context));
  return html`<p>${countText(view.total, context.isLoading, context.texts)}</p>
    ${list(rows ?? [])} ${more(view, context)}`;
}

function level(view: ListView, context: PickerContext): TemplateResult {
  const { texts, contentLang, isLoading } = context;
  const { path, rows } = view;
  const here = path.at(-1);
  const size = rows.length ? texts.points(view.count) : texts.empty.heading;
  return html`<section class="stack" part="level" aria-labelledby="level">
    ${here ? breadcrumb(view, context) : nothing}
    ${heading(context.level, html`<span lang=${here ? contentLang : nothing}>${here?.name ?? texts.topLevel}</span>`, { id: 'level', kind: 'part' })}
    <p lang=${contentLang}>${here?.description}</p>
    <p>${isLoading ? texts.stillLoading : size}</p>
    ${list(rows.slice(0, context.most).map((one) => levelRow(one, path, context)))} ${more(view, context)}
  </section>`;
}

/** The levels above, and the nearest as a button of its own. */
function breadcrumb({ path }: ListView, context: PickerContext): TemplateResult {
  const { texts, contentLang, open } = context;
  const goUp = (level: number) => open(path.slice(0, level));
  const names = [texts.topLevel, ...path.map(({ name }) => name)];
  const steps = names.slice(0, -1).map((name, at) => {
    return html`<li lang=${at ? contentLang : nothing}>${plain(name, () => goUp(at), context)}</li>`;
  });
  const last = path.length - 1;
  const above = names[last] ?? '';
  const text = texts.back(above);
  const at = text.lastIndexOf(above);
  // Words of the kit around a name of the authority's; a host's own text may do without it.
  const end = at + above.length;
  const back =
    last && at >= 0
      ? [text.slice(0, at), html`<span lang=${contentLang}>${above}</span>`, text.slice(end)]
      : text;
  return html`<nav aria-label=${texts.breadcrumb} part="breadcrumb">
      <ol>
        ${steps.slice(-4)}
        <li lang=${contentLang} aria-current="page">${names.at(-1)}</li>
      </ol>
    </nav>
    ${plain(back, () => goUp(last), context, { part: 'back' })}`;
}

function list(rows: readonly TemplateResult[]): unknown {
  return rows.length
    ? html`<ul class="rows" part="list" role="list">
        ${rows}
      </ul>`
    : nothing;
}

function more({ shown, total }: ListView, context: PickerContext): unknown {
  const { texts } = context;
  if (shown >= total || shown > context.most) return nothing;
  return html`<p>${texts.showing(shown, total)}</p>
    ${context.list.canShowMore ? button(texts.showMore, context.showMore, { disabled: context.disabled }) : html`<p>${texts.narrow}</p>`}`;
}
