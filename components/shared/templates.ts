import { html, nothing, svg, type TemplateResult } from 'lit/html.js';
import type { CommonMessages } from './i18n/common.messages.js';

/** How a heading is marked. */
interface HeadingOptions {
  readonly id?: string;
  /** `widget` for a widget's or a part's heading, which code may focus after the user's own action. */
  readonly kind?: 'widget' | 'part' | 'row';
}

/** The level of a widget's heading, 1 to 6, from what a host says: 2 for what is no number. */
export const levelOf = (level: number): number => Math.min(6, Math.max(1, Math.trunc(level) || 2));

/** A real heading of the level (1 to 6). */
export function heading(
  level: number,
  content: unknown,
  { id, kind = 'widget' }: HeadingOptions = {},
): TemplateResult {
  const name = id ?? nothing;
  const focusable = kind === 'row' ? nothing : '-1';
  const style = `heading ${kind}`;
  switch (levelOf(level)) {
    case 1:
      return html`<h1 id=${name} class=${style} part="heading" tabindex=${focusable}>${content}</h1>`;
    case 2:
      return html`<h2 id=${name} class=${style} part="heading" tabindex=${focusable}>${content}</h2>`;
    case 3:
      return html`<h3 id=${name} class=${style} part="heading" tabindex=${focusable}>${content}</h3>`;
    case 4:
      return html`<h4 id=${name} class=${style} part="heading" tabindex=${focusable}>${content}</h4>`;
    case 5:
      return html`<h5 id=${name} class=${style} part="heading" tabindex=${focusable}>${content}</h5>`;
    default:
      return html`<h6 id=${name} class=${style} part="heading" tabindex=${focusable}>${content}</h6>`;
  }
}

/** The kinds of message box: blue, yellow, red, green. */
export type MessageKind = 'info' | 'warning' | 'error' | 'success';

/** Paths drawn for this kit on a 24×24 grid. */
const ICONS = {
  info: svg`<circle cx="12" cy="12" r="9.5"/><path d="M12 11v6M12 7v.5"/>`,
  warning: svg`<path d="M12 3 2 20.5h20zM12 10v5M12 17.5v.5"/>`,
  error: svg`<path d="M8 2.5h8L21.5 8v8L16 21.5H8L2.5 16V8zM12 7v6M12 16.5v.5"/>`,
  success: svg`<circle cx="12" cy="12" r="9.5"/><path d="m7.5 12.5 3 3 6-6.5"/>`,
  external: svg`<path d="M10 5H5v14h14v-5M14 4h6v6M20 4l-9 9"/>`,
} as const;

/** A decorative icon: what it means stands in text beside it. */
export function icon(name: keyof typeof ICONS): TemplateResult {
  return html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
    ${ICONS[name]}
  </svg>`;
}

/** Contents of a message box. */
export interface MessageBox {
  readonly kind: MessageKind;
  readonly heading: unknown;
  readonly text?: unknown;
  readonly actions?: unknown;
}

/** A box with icon and heading. Its kind is said in words too, for those who do not see the colour. */
export function messageBox(box: MessageBox, texts: CommonMessages): TemplateResult {
  return html`<div class="message ${box.kind}" part="message">
    ${icon(box.kind)}
    <div>
      <p class="message-heading"><span class="hidden">${texts[`${box.kind}Label`]}: </span>${box.heading}</p>
      ${box.text ? html`<p>${box.text}</p>` : nothing} ${box.actions ?? nothing}
    </div>
  </div>`;
}

/** A link that leaves the page: new window, icon, and the words that say so. */
export function externalLink(
  url: string,
  text: unknown,
  texts: CommonMessages,
  style = 'link',
): TemplateResult {
  return html`<a
    class=${style}
    part=${style === 'link' ? 'link' : style === 'button' ? 'button' : 'button primary'}
    href=${url}
    target="_blank"
    rel="noopener noreferrer"
    ><span>${text}</span>${icon('external')}<span class="hidden"> ${texts.newWindow}</span></a
  >`;
}

/** How a button differs from others. */
interface ButtonOptions {
  /** Its class; `plain` looks like a link. */
  readonly style?: 'button' | 'plain';
  /** Further parts, which are classes too: `primary`. */
  readonly part?: string;
  readonly id?: string;
  readonly disabled?: boolean;
  /** Waits for an answer: can be focused all the same. */
  readonly isBusy?: boolean;
  /** Its name, where that is more than its text. */
  readonly label?: string | undefined;
  /** Id of what belongs to it. */
  readonly describedBy?: string;
}

/** A button. */
export function button(
  text: unknown,
  press: (event: MouseEvent) => void,
  { style = 'button', part = '', id, disabled = false, isBusy, label, describedBy }: ButtonOptions = {},
): TemplateResult {
  return html`<button
    class="${style} ${part}"
    part="button ${part}"
    type="button"
    id=${id ?? nothing}
    aria-label=${label ?? nothing}
    aria-describedby=${describedBy ?? nothing}
    aria-disabled=${isBusy ? 'true' : nothing}
    ?disabled=${disabled}
    @click=${press}
  >
    ${text}
  </button>`;
}

/** 'Prøv igen'. */
export function retryButton(retry: () => void, texts: CommonMessages): TemplateResult {
  return button(texts.retry, retry, { part: 'retry' });
}

/** A name with its value, for a list of such; nothing without a value. */
export function fact(name: unknown, value: unknown): unknown {
  return value
    ? html`<div>
        <dt>${name}</dt>
        <dd>${value}</dd>
      </div>`
    : nothing;
}

/**
 * Has the browser make the fonts of what is to come while it waits for the answer: headings, what stands out, what is
 * small. They are half of the first layout.
 */
export const fonts = html`<p class="hidden fonts">
  <span class="heading"></span><span></span><span class="small"></span>
</p>`;

/** What stands in for content that takes a while. */
export function skeleton(texts: CommonMessages): TemplateResult {
  return html`<div class="skeleton" part="skeleton">
    <p class="hidden">${texts.loading}</p>
    <i></i><i></i><i></i>
  </div>`;
}
