import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { CommonMessages } from '../shared/i18n/common.messages.js';

/** A field for text. */
export interface TextField {
  readonly id: string;
  readonly label: unknown;
  readonly hint?: string;
  readonly value: string;
  /** Shown below the field. */
  readonly note?: string;
  readonly error: string | undefined;
  readonly type?: 'search' | 'text';
  readonly input: (text: string) => void;
}

/** A field with its label, hint and error. */
export function textField(
  { id, label, hint, value, note, error, type = 'text', input }: TextField,
  { texts, disabled }: { readonly texts: CommonMessages; readonly disabled: boolean },
): TemplateResult {
  // A framework that listens for `input` on the element must only ever see ids.
  const handle = (event: Event) => {
    event.stopPropagation();
    input((event.target as HTMLInputElement).value);
  };
  return html`<div class="field">
    <label for=${id}>${label}</label>
    <div id="${id}-words">
      ${hint ? html`<p class="small">${hint}</p>` : nothing}
      ${error ? html`<p class="error"><span class="hidden">${texts.errorLabel}: </span>${error}</p>` : nothing}
    </div>
    <input
      id=${id}
      part="field"
      type=${type}
      autocomplete="off"
      .value=${value}
      ?disabled=${disabled}
      aria-invalid=${error ? 'true' : nothing}
      aria-describedby=${note ? `${id}-words ${id}-note` : `${id}-words`}
      @input=${handle}
    />
    ${note ? html`<p id="${id}-note" class="small">${note}</p>` : nothing}
  </div>`;
}
