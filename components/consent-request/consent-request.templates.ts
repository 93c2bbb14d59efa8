import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { Choice, Consent, ConsentRequest } from '../shared/backend/digitalt-samtykke.js';
import { describeFailure, describeWrite, spoken } from '../shared/i18n/describe-failure.js';
import {
  button,
  fact as plainFact,
  heading,
  messageBox,
  retryButton,
  type MessageKind,
} from '../shared/templates.js';
import {
  details,
  fact,
  facts,
  inOwn,
  mark,
  text,
  type ConsentContext,
  type Notice,
} from './consent-request.facts.js';
import { say, type ErrorText } from '../shared/i18n/common.messages.js';
import type { ConsentRequestMessages, NoticeName } from './consent-request.messages.js';
import { decisionsOf, isAnswered, undecided } from './decisions.js';
import { partKey } from './declaration-changes.js';
import { receiptFacts, saveReceipt } from './receipt.js';

/** Those that are more, or less, than a warning. */
const KINDS: Partial<Record<NoticeName, MessageKind>> = {
  saved: 'success',
  withdrawn: 'success',
  notStored: 'error',
  elsewhere: 'info',
  framed: 'error',
};

/** The widget's content, whichever state the request is in. */
export function consentRequest(context: ConsentContext): TemplateResult {
  const { request, flow, texts } = context;
  const top = context.notice?.consentId ? nothing : noticeBox(context);
  const actions = retryButton(context.retry, texts);
  return html`${top}
  ${request.leftOut > 0 ? messageBox({ kind: 'warning', ...texts.errors['bad-shape'], actions }, texts) : nothing}
  ${request.status === 'created' ? (flow.step === 'check' ? summary(context) : form(context)) : decided(context)}`;
}

/** What has become of a request that is not open. Neither the receipt nor a consent is denied by it. */
export function standing(
  request: ConsentRequest,
  { statuses, statusOf }: ConsentRequestMessages,
): ErrorText | undefined {
  const { status, consents } = request;
  const words = status === 'created' ? undefined : statuses[status];
  if (!words) return undefined;
  if (consents.some((consent) => consent.status === 'given')) return say(words.heading);
  return status === 'expired' && isAnswered(request) ? say(statusOf.expired) : words;
}

/** What a notice says. */
export function noticeText(
  { is, consentId, failure, isLate }: Notice,
  { texts, flow }: Pick<ConsentContext, 'texts' | 'flow'>,
) {
  const { notices } = texts;
  const { heading, text } = notices[is];
  const removed = (is === 'changed' && flow.changes?.removed) || [];
  const why = failure && (is === 'notStored' ? describeWrite : describeFailure)(failure.info, texts);
  const stands = is === 'saved' && flow.request && standing(flow.request, texts);
  const parts = [
    stands && `${stands.heading}.`,
    why && spoken(why),
    // Nothing was chosen at a withdrawal.
    (is !== 'notStored' || !consentId) && text,
    isLate && KINDS[is] === 'success' && notices.late.text,
    ...removed.map(texts.removed),
  ];
  return { heading, text: parts.filter(Boolean).join(' ') };
}

function noticeBox(context: ConsentContext): unknown {
  const { notice, texts, retry } = context;
  if (!notice) return nothing;
  const { is } = notice;
  const actions = is === 'refreshFailed' ? retryButton(retry, texts) : nothing;
  return html`<div id="notice">
    ${messageBox({ kind: KINDS[is] ?? 'warning', ...noticeText(notice, context), actions }, texts)}
  </div>`;
}

/** One choice a purpose, after everything that it rests on. */
function form(context: ConsentContext): TemplateResult {
  const { request, texts, goOn } = context;
  return html`${problems(context)} ${facts(context)}
    ${request.consents.map((consent, index) => choice(consent, index, context))}
    <div class="actions">${button(texts.goOn, goOn, { part: 'primary' })}</div>`;
}

/** The purpose may be in another language than the words around it. */
const undecidedText = (purpose: string, context: ConsentContext) =>
  context.texts
    .undecided(purpose)
    .split(purpose)
    .map((part, index) => [index ? inOwn(purpose, context) : nothing, part]);

/** Undecided purposes, in the very words that stand at the choices. */
function problems(context: ConsentContext): unknown {
  const { request, flow, texts, focusField } = context;
  const missing = flow.showsErrors ? undecided(request, flow.choices) : [];
  if (missing.length === 0) return nothing;
  const text = missing.map(({ id, purpose }) => {
    const go = (event: Event) => {
      event.preventDefault();
      focusField(id);
    };
    return html`<a href="#" @click=${go}>${undecidedText(purpose, context)}</a><br />`;
  });
  const title = html`<span id="problems-title">${texts.problems}</span>`;
  return html`<div id="problems" role="group" aria-labelledby="problems-title" tabindex="-1">
    ${messageBox({ kind: 'error', heading: title, text }, texts)}
  </div>`;
}

function choice(consent: Consent, index: number, context: ConsentContext): TemplateResult {
  const { flow, texts } = context;
  const chosen = flow.choices.get(consent.id);
  const error =
    flow.showsErrors && !chosen
      ? html`<p class="error" id="error-${index}">
          <span class="hidden">${texts.errorLabel}: </span>${undecidedText(consent.purpose, context)}
        </p>`
      : nothing;
  const option = (value: Choice) =>
    html`<label class="option" part="option">
      <input
        type="radio"
        name="consent-${index}"
        .checked=${chosen === value}
        @change=${() => context.choose(consent, value)}
      />
      <span>${texts.choices[value]}</span>
    </label>`;
  return html`<fieldset
    class="stack"
    part="consent"
    id="consent-${index}"
    aria-describedby=${error === nothing ? nothing : `error-${index}`}
  >
    <legend>${inOwn(consent.purpose, context)}${mark(partKey(consent, 'purpose'), context)}</legend>
    ${details(consent, context)} ${error}
    <div class="options">${option('given')}${option('refused')}</div>
  </fieldset>`;
}

/** The button that carries something out: waits while that is under way, and asks again when nobody knows. */
function actButton(
  label: string,
  run: () => void,
  { flow, isBusy, texts, check }: ConsentContext,
): TemplateResult {
  const isUnknown = flow.act && !isBusy;
  const press = ({ detail }: MouseEvent) => {
    // The second half of a double click that began on the button before it decides nothing.
    if (isBusy || detail > 1) return;
    if (isUnknown) check();
    else run();
  };
  const text = isBusy ? texts.sending : isUnknown ? texts.checkAgain : label;
  return button(text, press, { part: 'primary', isBusy });
}

/** The answer as it will be sent. */
function summary(context: ConsentContext): TemplateResult {
  const { request, flow, texts, act, goBack } = context;
  return html`${flow.act ? nothing : html`<p>${texts.checkText(request.authority.name)}</p>`}
    <dl class="facts answers" part="facts">
      ${fact(texts.respondent, request.respondent, context)}
      ${request.consents.map(({ id, purpose }) => {
        const chosen = flow.choices.get(id);
        return plainFact(inOwn(purpose, context), chosen && texts.choices[chosen]);
      })}
    </dl>
    <div class="actions">
      ${actButton(texts.send, () => act({ decisions: decisionsOf(request, flow.choices) }), context)}
      ${flow.act ? nothing : button(texts.change, goBack)}
    </div>`;
}

/** What is stored, with the receipt and the way to take it back. */
function decided(context: ConsentContext): TemplateResult {
  const { request, texts, lang, notice } = context;
  const { answeredVersion, declaration } = request;
  const isOther = (answeredVersion ?? declaration.version) !== declaration.version;
  const words = notice?.is !== 'saved' && standing(request, texts);
  const hasReceipt = isAnswered(request);
  return html`${words ? messageBox({ kind: 'info', ...words }, texts) : nothing}
  ${
    hasReceipt
      ? html`<dl class="facts" part="receipt">
          ${receiptFacts(request, texts, lang).map(([label, value]) => fact(label, value, context))}
        </dl>`
      : nothing
  }
  ${request.consents.map((consent, index) => decision(consent, index, context))}
  ${hasReceipt ? receiptActions(context) : nothing} ${isOther ? html`<p>${texts.otherVersion}</p>` : nothing}
  ${facts(context)}`;
}

function receiptActions({ request, texts, lang, backUrl }: ConsentContext): TemplateResult {
  return html`<div class="actions">
    ${button(texts.print, () => print(), { part: 'print' })}
    ${button(texts.save, () => saveReceipt(request, texts, lang), { part: 'save' })}
    ${
      backUrl
        ? html`<a class="button primary" part="button back" href=${backUrl.href}
            >${texts.backTo(backUrl.host)}</a
          >`
        : nothing
    }
  </div>`;
}

function decision(consent: Consent, index: number, context: ConsentContext): TemplateResult {
  const { texts, notice, level, flow } = context;
  const { id, purpose, status } = consent;
  const said = notice?.consentId === id ? noticeBox(context) : nothing;
  // While it is asked whether to withdraw, beside the button: on a phone the heading is far above.
  const isAsked = flow.confirming === id;
  return html`<section class="consent stack" part="consent" id="consent-${index}">
    ${heading(level, inOwn(purpose, context), { kind: 'part' })} ${isAsked ? nothing : said}
    <p class="answer">${texts.statusOf[status]}</p>
    ${details(consent, context)}
    ${status === 'given' ? withdrawal(consent, index, isAsked ? said : nothing, context) : nothing}
  </section>`;
}

function withdrawal(consent: Consent, index: number, said: unknown, context: ConsentContext): unknown {
  const { texts, flow, act, confirm } = context;
  if (flow.confirming !== consent.id) {
    const label = html`${texts.withdraw}<span class="hidden"> (${inOwn(consent.purpose, context)})</span>`;
    const ask = () => confirm(index, consent.id);
    // One at a time: what is not known of another is found out first.
    return flow.act ? nothing : html`<div class="actions">${button(label, ask, { part: 'withdraw' })}</div>`;
  }
  return html`<p class="answer" id="confirm" tabindex="-1">${texts.confirm}</p>
    ${text(context.request.declaration.withdrawalText, context)} ${said}
    <div class="actions">
      ${actButton(texts.confirmed, () => act({ consentId: consent.id }), context)}
      ${flow.act ? nothing : button(texts.cancel, () => confirm(index))}
    </div>`;
}
