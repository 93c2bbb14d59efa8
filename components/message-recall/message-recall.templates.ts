import { html, nothing, svg, type TemplateResult } from 'lit/html.js';
import type { Message } from '../shared/backend/digital-post-messages.js';
import { formatLongDate, type Lang } from '../shared/i18n/dates.js';
import { isCvr } from '../shared/i18n/identifiers.js';
import { button, fact, heading, messageBox, retryButton } from '../shared/templates.js';
import type { CprNumber } from './cpr-number.js';
import type { MessageRecallMessages } from './message-recall.messages.js';
import { receiptRows } from './recall-receipt.js';
import { formatNumber, isMasked } from './recall-standing.js';
import type { Box } from './recall-words.js';

/** Who of a message has a number. */
export type Side = 'sender' | 'recipient';

/** What the user can do. */
interface RecallActions {
  readonly write: (event: InputEvent) => void;
  readonly lookUp: (event: Event) => void;
  readonly ask: () => void;
  readonly confirm: () => void;
  readonly cancel: (event: Event) => void;
  readonly closed: (event: Event) => void;
  readonly save: () => void;
  readonly retry: () => void;
}

/** Everything that the templates need. */
export interface RecallContext extends RecallActions {
  readonly texts: MessageRecallMessages;
  readonly lang: Lang;
  /** Language of the message's own texts. */
  readonly contentLang: string | undefined;
  /** Level of a part's heading. */
  readonly level: number;
  readonly typed: string;
  readonly isBadId: boolean;
  readonly isLooking: boolean;
  readonly message: Message | undefined;
  readonly box: Box | undefined;
  /** Until when it can be recalled, and how long that is, empty when not known; undefined when it cannot be. */
  readonly until: readonly string[] | undefined;
  readonly isRecalled: boolean;
  readonly numbers: Readonly<Record<Side, CprNumber>>;
  /** The dialog is open. */
  readonly isOpen: boolean;
  /** It waits for an answer. */
  readonly isBusy: boolean;
}

const EYE = svg`<path d="M2 12s3.5-6 10-6 10 6 10 6-3.5 6-10 6S2 12 2 12z"/><circle cx="12" cy="12" r="2.5"/>`;
const STROKE = svg`<path d="M4 20 20 4"/>`;

/** The whole widget. */
export function recall(context: RecallContext): TemplateResult {
  const { texts, message, box, isLooking, isRecalled, retry } = context;
  const actions =
    message && isRecalled ? receipt(message, context) : box?.retries ? retryButton(retry, texts) : nothing;
  const said = box && messageBox({ ...box, actions }, texts);
  return html`${form(context)} ${isLooking ? html`<p>${texts.loading}</p>` : nothing}
  ${message ? summary(message, said, context) : said}`;
}

function form({ texts, typed, isBadId, write, lookUp }: RecallContext): TemplateResult {
  return html`<form class="field" novalidate @submit=${lookUp}>
    <label for="id">${texts.id}</label>
    <p id="hint" class="small">${texts.hint}</p>
    ${isBadId ? html`<p id="bad" class="bad">${texts.badId}</p>` : nothing}
    <div class="line">
      <input
        id="id"
        part="input"
        autocomplete="off"
        autocapitalize="off"
        spellcheck="false"
        aria-describedby="hint bad"
        aria-invalid=${isBadId ? 'true' : nothing}
        .value=${typed}
        @input=${write}
      />
      <button class="button" part="button">${texts.lookUp}</button>
    </div>
  </form>`;
}

function summary(message: Message, said: unknown, context: RecallContext): TemplateResult {
  const { texts, lang, level, until, isBusy, ask } = context;
  const { valueDate } = message;
  const title = titleOf(message, context);
  return html`<section class="card stack" part="summary" aria-labelledby="message">
    ${heading(level, title, { id: 'message', kind: 'part' })} ${said}
    <dl>
      ${fact(texts.sender, party('sender', message, context))}
      ${fact(texts.recipient, party('recipient', message, context))}
      ${fact(texts.valueDate, valueDate && formatLongDate(valueDate, lang))} ${fact(texts.id, message.id)}
    </dl>
    ${
      until
        ? html`${
            isBusy
              ? nothing
              : html`<p>
                  <b>${until[0]} <span class="left">${until[1]}</span></b>
                </p>`
          }
          ${button(isBusy ? texts.recalling : texts.recall, ask, { id: 'recall', part: 'primary', isBusy })}`
        : nothing
    }
    ${context.isOpen ? dialog(title, context) : nothing}
  </section>`;
}

const titleOf = ({ title }: Message, { contentLang }: RecallContext) =>
  html`<span lang=${contentLang ?? nothing}>${title}</span>`;

function party(side: Side, { [side]: one }: Message, context: RecallContext): unknown {
  if (!one) return undefined;
  const { name, number } = one;
  // Only the recipient's number can be asked for.
  const isPlain = isCvr(number) || (side === 'sender' && isMasked(number));
  return html`${name ? html`<div lang=${context.contentLang ?? nothing}>${name}</div>` : nothing}${
    isPlain ? formatNumber(number, false) : cprNumber(side, number, context)
  }`;
}

/** A CPR number, and the button that shows or hides it. */
function cprNumber(side: Side, number: string, context: RecallContext): TemplateResult {
  const { texts, numbers } = context;
  const { shown, isLost } = numbers[side];
  const eye = html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
      ${EYE}${shown ? STROKE : nothing}</svg
    >${shown ? texts.hide : texts.show}`;
  return html`<span class="line">
      <span id=${side}>${formatNumber(shown ?? number, shown !== undefined)}</span>
      ${button(eye, () => numbers[side].toggle(number), { part: 'reveal', describedBy: side })}
    </span>
    ${isLost ? html`<span class="bad">${texts.notShown}</span>` : nothing}`;
}

function receipt(message: Message, context: RecallContext): TemplateResult {
  const { texts, lang, level, save } = context;
  const rows = receiptRows(message, texts, lang);
  return html`<div class="receipt stack" part="receipt">
    ${heading(level + 1, texts.receipt, { id: 'receipt', kind: 'part' })}
    <dl>
      ${rows.map(([name, value]) => fact(name, value === message.title ? titleOf(message, context) : value))}
    </dl>
    <div class="line">${button(texts.save, save)} ${button(texts.print, () => print())}</div>
  </div>`;
}

/** Escape and 'Luk' are no; while an answer is awaited there is nothing to say no to. */
function dialog(title: unknown, context: RecallContext): TemplateResult {
  const { texts, isBusy, cancel, closed, confirm } = context;
  return html`<dialog
    part="dialog"
    aria-labelledby="question"
    aria-describedby="what"
    @cancel=${cancel}
    @close=${closed}
  >
    <div class="stack">
      <div class="line">
        ${heading(context.level, texts.question, { id: 'question', kind: 'part' })}
        ${button(texts.close, cancel, { isBusy })}
      </div>
      <div id="what">
        <p><b>${title}</b></p>
        <p>${texts.warning}</p>
      </div>
      ${isBusy ? html`<p>${texts.recalling}</p>` : nothing}
      <div class="line">
        ${button(texts.confirm, confirm, { isBusy, part: 'primary' })}
        ${button(texts.cancel, cancel, { isBusy })}
      </div>
    </div>
  </dialog>`;
}
