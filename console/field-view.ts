/** One field of a form, of any kind. What is typed is kept by whoever listens to the form's `input`. */
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Lang } from '../components/shared/i18n/dates.js';
import { linesOf, type Field } from './fields.js';
import { say } from './pair.js';
import { texts } from './texts.js';

export interface FieldView {
  readonly field: Field;
  readonly value: string;
  /** The pilot's words; Danish whatever the page's language. */
  readonly error?: string | undefined;
  readonly lang: Lang;
}

/** A dot in an id would have to be escaped in selectors. */
export const idOfField = (name: string) => `field-${name.replaceAll('.', '-')}`;

function noteIds({ field, error }: FieldView): string | typeof nothing {
  const id = idOfField(field.name);
  const ids = [field.hint && `${id}-hint`, error && `${id}-error`].filter(Boolean);
  return ids.length > 0 ? ids.join(' ') : nothing;
}

function label({ field, lang }: FieldView): TemplateResult {
  return html`${say(field.label, lang)}${
    field.required ? html` <span class="muted">${say(texts.required, lang)}</span>` : nothing
  }`;
}

function notes({ field, error, lang }: FieldView): TemplateResult {
  const id = idOfField(field.name);
  return html`${
    field.hint ? html`<p class="hint" id="${id}-hint">${say(field.hint, lang)}</p>` : nothing
  }${error ? html`<p class="field-error" id="${id}-error" lang="da">${error}</p>` : nothing}`;
}

function suggestions({ name, options }: Field): TemplateResult | typeof nothing {
  if (!options) return nothing;
  return html`<datalist id="${idOfField(name)}-list">
    ${options.map((option) => html`<option value=${option}></option>`)}
  </datalist>`;
}

function control(view: FieldView): TemplateResult {
  const { field, value, error } = view;
  const id = idOfField(field.name);
  const invalid = error ? 'true' : nothing;
  if (field.kind === 'select')
    return html`<select id=${id} name=${field.name} aria-invalid=${invalid} aria-describedby=${noteIds(view)}>
      ${(field.options ?? []).map(
        (option) => html`<option value=${option} .selected=${option === value}>${option}</option>`,
      )}
    </select>`;
  if (field.kind === 'area' || field.kind === 'lines')
    return html`<textarea
      id=${id}
      name=${field.name}
      rows=${field.kind === 'lines' ? 2 : 3}
      .value=${live(value)}
      aria-invalid=${invalid}
      aria-describedby=${noteIds(view)}
    ></textarea>`;
  return html`<input
      id=${id}
      name=${field.name}
      autocomplete="off"
      inputmode=${field.kind === 'number' ? 'decimal' : nothing}
      list=${field.options ? `${id}-list` : nothing}
      .value=${live(value)}
      aria-invalid=${invalid}
      aria-describedby=${noteIds(view)}
    />${suggestions(field)}`;
}

function checkbox(name: string, value: string, text: unknown, checked: boolean, id: string): TemplateResult {
  return html`<div class="check">
    <input type="checkbox" id=${id} name=${name} value=${value} .checked=${live(checked)} />
    <label for=${id}>${text}</label>
  </div>`;
}

/** Label, hint, error and control. */
export function fieldView(view: FieldView): TemplateResult {
  const { field, value } = view;
  const id = idOfField(field.name);
  if (field.kind === 'flag') return checkbox(field.name, 'true', label(view), value === 'true', id);
  if (field.kind === 'checks') {
    const chosen = linesOf(value);
    return html`<fieldset class="field" id=${id} tabindex="-1" aria-describedby=${noteIds(view)}>
      <legend>${label(view)}</legend>
      ${notes(view)}
      ${(field.options ?? []).map((option) =>
        checkbox(field.name, option, option, chosen.includes(option), `${id}-${option}`),
      )}
    </fieldset>`;
  }
  return html`<div class="field">
    <label for=${id}>${label(view)}</label>
    ${notes(view)} ${control(view)}
  </div>`;
}

/** What the form's fields hold after an `input` event in it. */
export function typedValue(
  form: HTMLFormElement,
  target: EventTarget | null,
): [name: string, value: string] | undefined {
  const element = target as HTMLInputElement;
  if (!element.name) return undefined;
  if (element.type !== 'checkbox') return [element.name, element.value];
  const boxes = [...form.querySelectorAll<HTMLInputElement>('input[type=checkbox]')];
  const chosen = boxes.filter(({ name, checked }) => name === element.name && checked);
  return [element.name, chosen.map(({ value }) => value).join('\n')];
}
