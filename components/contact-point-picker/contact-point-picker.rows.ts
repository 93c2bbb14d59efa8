import { html, nothing, type TemplateResult } from 'lit';
import type { ContactGroup, ContactPoint } from '../shared/backend/readers/digital-post-contact.js';
import type { TextRange } from '../shared/i18n/collation.js';
import type { ContactPointPickerMessages } from './contact-point-picker.messages.js';
import type { Hit } from './contact-search.js';
import type { GroupRow, PointRow } from './contact-structure.js';

/** What the user can do with a row. */
export interface RowActions {
  readonly open: (group: ContactGroup) => void;
  readonly choose: (point: ContactPoint) => void;
}

/** What rows and buttons need of the element. */
export interface RowContext extends RowActions {
  readonly texts: ContactPointPickerMessages;
  /** Language of the authority's texts where it is another than the widget's. */
  readonly contentLang: string | typeof nothing;
  readonly disabled: boolean;
}

/** A button: `button`, or one that looks like a link. */
export function button(
  style: 'button' | 'plain' | 'plain back',
  text: unknown,
  press: () => void,
  { disabled }: RowContext,
): TemplateResult {
  return html`<button
    class=${style}
    part=${style === 'plain back' ? 'back' : 'button'}
    type="button"
    ?disabled=${disabled}
    @click=${press}
  >
    ${text}
  </button>`;
}

/** A row: a button with a name, and lines under it. */
export function row(
  { id, name }: { readonly id: string; readonly name: unknown },
  lines: readonly unknown[],
  press: () => void,
  { contentLang, disabled }: RowContext,
  style = '',
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
      ${lines.map((line) => (line ? html`<span class="small">${line}</span>` : nothing))}
    </button>
  </li>`;
}

/** A group or a point in a level. */
export function levelRow(of: GroupRow | PointRow, context: RowContext): TemplateResult {
  if (of.kind === 'point') {
    return row(of.point, [of.point.description], () => context.choose(of.point), context);
  }
  return row(of.group, [context.texts.points(of.count)], () => context.open(of.group), context, 'group');
}

/** A point that was found, with the way to it. */
export function hitRow(
  { point, path, nameRanges, pathRanges, keyword }: Hit,
  context: RowContext,
): TemplateResult {
  const way = path.flatMap(({ name }, at) => [at ? ' › ' : '', marked(name, pathRanges[at])]);
  const term = keyword && [context.texts.keyword, ': ', marked(keyword.text, keyword.ranges)];
  const name = marked(point.name, nameRanges);
  return row({ id: point.id, name }, [way.length && way, term], () => context.choose(point), context);
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
