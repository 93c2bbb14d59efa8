import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { ContactGroup, ContactPoint } from '../shared/backend/readers/digital-post-contact.js';
import type { TextRange } from '../shared/i18n/collation.js';
import type { ContactPointPickerMessages } from './contact-point-picker.messages.js';
import type { Hit, MarkedText } from './contact-search.js';
import type { GroupRow, PointRow } from './contact-structure.js';
import type { PickerList } from './picker-list.js';

/** What the user can do with a row. */
export interface RowActions {
  /** Goes to a level, by the groups gone through. */
  readonly open: (path: readonly ContactGroup[]) => void;
  readonly choose: (point: ContactPoint) => void;
}

/** What rows and buttons need of the element. */
export interface RowContext extends RowActions {
  readonly texts: ContactPointPickerMessages;
  readonly lang: string;
  /** Language of the authority's texts where it is another than the widget's. */
  readonly contentLang: string | typeof nothing;
  readonly disabled: boolean;
  readonly list: PickerList;
}

const MOST_STEPS = 5;

/** A row: a button with a name, and a line under it. */
export function row(
  { id, name }: { readonly id: string; readonly name: unknown },
  line: unknown,
  press: () => void,
  { contentLang, disabled }: RowContext,
  { style = '', lineLang = contentLang } = {},
): TemplateResult {
  return html`<li>
    <button
      class="row ${style}"
      part="row"
      type="button"
      id="row-${id}"
      ?disabled=${disabled}
      @click=${press}
    >
      <span class="name" lang=${contentLang}>${name}</span>
      ${line ? html`<span class="small" lang=${lineLang}>${line}</span>` : nothing}
    </button>
  </li>`;
}

/** A group or a point in a level, to which `path` leads. */
export function levelRow(
  of: GroupRow | PointRow,
  path: readonly ContactGroup[],
  context: RowContext,
): TemplateResult {
  if ('point' in of) {
    return row(of.point, of.point.description, () => context.choose(of.point), context);
  }
  return row(of.group, context.texts.points(of.count), () => context.open([...path, of.group]), context, {
    style: 'group',
    lineLang: nothing,
  });
}

/** A point that was found, with the way to it, and what else explains it or tells it from others. */
export function hitRow(
  { point, path, nameRanges, pathRanges, keyword, description }: Hit,
  context: RowContext,
): TemplateResult {
  const line = way(path.map(({ name }, at) => marked(name, pathRanges[at])));
  const add = (text: MarkedText | undefined, label: unknown = '') =>
    text && line.push(line.length ? ' · ' : '', label, marked(text.text, text.ranges));
  add(keyword, html`<span lang=${context.lang}>${context.texts.keyword}: </span>`);
  add(description);
  const name = marked(point.name, nameRanges);
  return row({ id: point.id, name }, line.length && line, () => context.choose(point), context);
}

/** The steps of a way, or of one that is too long to be read, its ends. */
export function way(steps: readonly unknown[]): unknown[] {
  const shown = steps.length > MOST_STEPS ? [...steps.slice(0, 2), '…', ...steps.slice(-2)] : steps;
  return shown.flatMap((step, at) => [at ? ' › ' : '', step]);
}

/** A text with parts of it marked. */
function marked(text: string, ranges: readonly TextRange[] = []): unknown[] {
  let from = 0;
  const parts = ranges.flatMap(([start, end]) => {
    const part = [text.slice(from, start), html`<mark>${text.slice(start, end)}</mark>`];
    from = end;
    return part;
  });
  return [...parts, text.slice(from)];
}
