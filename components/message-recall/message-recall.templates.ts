import { html, nothing, svg, type TemplateResult } from 'lit/html.js';
import type { Message, Party } from '../shared/backend/digital-post-messages.js';
import { formatLongDate, type Lang } from '../shared/i18n/dates.js';
import { isCvr } from '../shared/i18n/identifiers.js';
import { button, fact, heading, messageBox, retryButton } from '../shared/templates.js';
import type { MessageRecallMessages } from './message-recall.messages.js';
import { receiptRows } from './recall-receipt.js';
import { formatNumber } from './recall-standing.js';
import type { Box } from './recall-words.js';
import type { RecipientNumber } from './recipient-number.js';

/** What the user can do. */
interface RecallActions {
  readonly write: (event: InputEvent) => void;
  readonly lookUp: (event: Event) => void;
  readonly toggleNumber: () => void;
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
  readonly number: RecipientNumber;
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
  const { texts, lang, contentLang, level, until, isBusy, ask } = context;
  const { sender, valueDate } = message;
  const title = html`<span lang=${contentLang ?? nothing}>${message.title}</span>`;
  return html`<section class="card stack" part="summary" aria-labelledby="message">
    ${heading(level, title, { id: 'message', kind: 'part' })} ${said}
    <dl>
      ${fact(texts.sender, sender && party(sender, formatNumber(sender.number, false), context))}
      ${fact(texts.recipient, recipient(message, context))}
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

const party = ({ name }: Party, number: unknown, { contentLang }: RecallContext) =>
  html`${name ? html`<div lang=${contentLang ?? nothing}>${name}</div>` : nothing}${number}`;

function recipient({ recipient: to }: Message, context: RecallContext): unknown {
  if (!to) return undefined;
  const { texts, number, toggleNumber } = context;
  const { shown, isLost } = number;
  if (isCvr(to.number)) return party(to, formatNumber(to.number, true), context);
  const eye = html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
      ${EYE}${shown ? STROKE : nothing}</svg
    >${shown ? texts.hide : texts.show}`;
  const line = html`<span class="line">
      <span id="number">${formatNumber(shown ?? to.number, shown !== undefined)}</span>
      ${button(eye, toggleNumber, { part: 'reveal', describedBy: 'number' })}
    </span>
    ${isLost ? html`<span class="bad">${texts.notShown}</span>` : nothing}`;
  return party(to, line, context);
}

function receipt(message: Message, { texts, lang, level, contentLang, save }: RecallContext): TemplateResult {
  return html`<div class="receipt stack" part="receipt">
    ${heading(level + 1, texts.receipt, { id: 'receipt', kind: 'part' })}
    <dl lang=${contentLang ?? nothing}>
      ${receiptRows(message, texts, lang).map(([name, value]) => fact(name, value))}
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
