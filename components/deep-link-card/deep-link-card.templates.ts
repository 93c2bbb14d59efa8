import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { LinkTarget } from '../shared/backend/digital-post-links.js';
import type { ErrorText } from '../shared/i18n/common.messages.js';
import { button, externalLink, heading, icon, messageBox, retryButton } from '../shared/templates.js';
import type { CardLink } from './card-links.js';
import type { DeepLinkCardMessages } from './deep-link-card.messages.js';
import type { QrCode } from './qr-code.js';

/** What came of the last press of a button. */
export type Outcome = 'copied' | 'selected' | 'noPng';

/** Everything that the card's template needs. */
export interface CardContext {
  readonly texts: DeepLinkCardMessages;
  readonly kind: LinkTarget['kind'];
  readonly links: readonly CardLink[];
  /** Level of the heading of a link. */
  readonly level: number;
  readonly warnings: readonly ErrorText[];
  /** Why there is no link; absent when that is not known. */
  readonly empty: ErrorText | undefined;
  readonly who: (link: CardLink) => string;
  readonly outcome: (link: CardLink) => Outcome | undefined;
  readonly copy: (link: CardLink) => void;
  readonly saveCode: (link: CardLink, code: QrCode, format: 'svg' | 'png') => void;
  readonly saveReceipt: () => void;
  readonly retry: () => void;
}

/** The whole card. */
export function card(context: CardContext): TemplateResult {
  const { texts, links, warnings, empty, retry, saveReceipt } = context;
  const box = (kind: 'info' | 'warning', words: ErrorText) =>
    messageBox({ kind, ...words, actions: retryButton(retry, texts) }, texts);
  return html`${warnings.map((words) => box('warning', words))}
  ${links.map((link, index) => linkSection(link, index, context))}
  ${links.length === 0 && empty ? box('info', empty) : nothing}
  ${links.some(({ code }) => code) ? button(texts.saveReceipt, saveReceipt, { part: 'receipt' }) : nothing}`;
}

/** The link comes before the code, in the order of reading and on a phone. */
function linkSection(link: CardLink, index: number, context: CardContext): TemplateResult {
  const { texts, kind, level, who } = context;
  const id = `link-${index}`;
  return html`<section class="link-card" part="link-card" aria-labelledby=${id}>
    <div class="stack">
      ${heading(level, texts.linkFor(who(link)), { id, kind: 'part' })}
      ${
        link.code
          ? html`<p>${texts.opens(kind, link.platform)}</p>
              <p id=${`${id}-url`}>${externalLink(link.url, link.url, texts)}</p>
              ${copyButton(link, context)}`
          : messageBox(
              {
                kind: 'warning',
                heading: texts.untrusted,
                text: html`${texts.untrustedText} <span class="address">${link.url}</span>`,
              },
              texts,
            )
      }
    </div>
    ${link.code ? codeBox(link, link.code, context) : nothing}
  </section>`;
}

function copyButton(link: CardLink, { texts, who, outcome, copy }: CardContext): TemplateResult {
  const result = outcome(link);
  const label = html`${texts.copy}<span class="hidden"> (${who(link)})</span>`;
  return html`${button(label, () => copy(link), { part: 'copy primary' })}
  ${
    result
      ? html`<p class="outcome" part="outcome">
          ${icon(result === 'copied' ? 'success' : 'info')}<span>${texts[result]}</span>
        </p>`
      : nothing
  }`;
}

function codeBox(link: CardLink, code: QrCode, { texts, who, saveCode }: CardContext): TemplateResult {
  const { size, path } = code;
  // The colours stand on the outside, where a theme's tokens win over them and nothing else does.
  return html`<div class="code" part="code">
    <svg
      viewBox=${`0 0 ${size} ${size}`}
      fill="#000"
      shape-rendering="crispEdges"
      role="img"
      aria-label=${texts.codeFor(who(link))}
    >
      <g fill="#fff"><path class="plate" d=${`M0 0h${size}v${size}H0z`}></path></g>
      <path class="ink" d=${path}></path>
    </svg>
    <div class="actions">
      ${(['svg', 'png'] as const).map((format) => {
        const hidden = html`<span class="hidden"> (${texts.codeFor(who(link))})</span>`;
        const label = html`${texts.save(format.toUpperCase())}${hidden}`;
        return button(label, () => saveCode(link, code, format), { part: 'save' });
      })}
    </div>
  </div>`;
}
