import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { Audience, ContactGroup, ContactPoint } from '../shared/backend/readers/digital-post-contact.js';
import { describeFailure } from '../shared/i18n/describe-failure.js';
import {
  button,
  externalLink,
  heading,
  messageBox,
  retryButton,
  type MessageKind,
} from '../shared/templates.js';
import type { BackendError } from '../shared/backend/backend-error.js';
import type { ErrorText } from '../shared/i18n/common.messages.js';
import { way, type RowActions, type RowContext } from './contact-point-picker.rows.js';
import type { FieldError } from './form-field.js';
import { MAX_INFORMATION } from './information.js';
import { textField } from './picker-field.js';
import type { PointChoice } from './point-choice.js';
import { admits } from './structure-graph.js';

/** What the user can do there. */
export interface SummaryActions extends RowActions {
  readonly inform: (id: string, text: string) => void;
  readonly chooseAnother: () => void;
  readonly retry: () => void;
}

/** What the summary of the chosen point needs of the element. */
export interface SummaryContext extends RowContext, SummaryActions {
  /** Level of a part's heading. */
  readonly level: number;
  readonly audience: Audience;
  /** The information fields are inputs, because the host writes the message. */
  readonly isHost: boolean;
  readonly privacyPolicyUrl: string | undefined;
  readonly errors: readonly FieldError[];
  readonly information: ReadonlyMap<string, string>;
  readonly choice: PointChoice;
  /** Language of the chosen point's texts where it is another than the widget's. */
  readonly pointLang: string | typeof nothing;
  /** The groups that lead to the chosen point. */
  readonly path: readonly ContactGroup[];
}

/** The service's own limits, where an authority has set no lower ones. */
const MAX_ATTACHMENTS = 10;
const MAX_MEGABYTES = 99.5;

/** A message box. */
export function box(
  kind: MessageKind,
  words: ErrorText,
  { texts }: SummaryContext,
  actions?: unknown,
): TemplateResult {
  return messageBox({ kind, ...words, actions }, texts);
}

/** What failed, with the way to try again. */
export function failureBox(
  failure: BackendError,
  context: SummaryContext,
  kind: MessageKind = 'error',
): TemplateResult {
  const words = describeFailure(failure.info, context.texts);
  return box(kind, words, context, retryButton(context.retry, context.texts));
}

/** The chosen contact point, and the way on. */
export function summary(point: ContactPoint, context: SummaryContext): TemplateResult {
  const { texts, pointLang, privacyPolicyUrl } = context;
  const isClosed = context.isHost
    ? !admits(point.audiences, context.audience)
    : context.choice.links && !context.choice.linkFor(context.audience);
  const { maxAttachments = MAX_ATTACHMENTS, maxMegabytes = MAX_MEGABYTES, description } = point;
  const title = html`<span class="small">${texts.chosen}: </span
    ><span lang=${pointLang}>${point.name}</span>`;
  return html`<section class="card stack" part="summary" aria-labelledby="chosen">
    ${heading(context.level, title, { id: 'chosen', kind: 'part' })}
    <p class="small" lang=${context.contentLang}>${way(context.path.map(({ name }) => name))}</p>
    <p lang=${pointLang}>${description}</p>
    ${recommended(point, context)} ${information(point, context)}
    ${privacyPolicyUrl ? html`<p>${texts.onBehalf} ${externalLink(privacyPolicyUrl, texts.privacyPolicy, texts)}</p>` : nothing}
    ${write(point, context)}
    ${isClosed ? nothing : html`<p class="small">${texts.capacity(maxAttachments, maxMegabytes.toLocaleString(context.lang))}</p>`}
    ${button(texts.chooseAnother, context.chooseAnother, { disabled: context.disabled })}
  </section>`;
}

/** A self-service solution is better than a message, where there is one. */
function recommended({ externalLink: link }: ContactPoint, { texts, pointLang }: SummaryContext): unknown {
  if (!link) return nothing;
  const { heading: title, description, linkText = title ?? link.url, url } = link;
  const text = html`<span lang=${pointLang}>${title && html`${title}<br />`}${description}</span>`;
  const name = html`<span lang=${pointLang}>${linkText}</span>`;
  const actions = externalLink(url, name, texts, 'button primary');
  return messageBox({ kind: 'info', heading: texts.recommended, text, actions }, texts);
}

/** What the authority wants to know: announced, or asked for where the host writes the message. */
function information({ informationFields: fields }: ContactPoint, context: SummaryContext): unknown {
  const { texts, pointLang, errors } = context;
  if (!context.isHost) {
    const names = fields.map(({ name }) => name).join(', ');
    return names && html`<p>${texts.bring}: <span lang=${pointLang}>${names}</span></p>`;
  }
  return fields.map(({ id: key, name }, at) => {
    const id = `info-${at}`;
    const value = context.information.get(key) ?? '';
    const label = html`<span lang=${pointLang}>${name}</span> ${texts.optional}`;
    const error = errors.find(({ field }) => field === id)?.message;
    const note = texts.counter(value.length, MAX_INFORMATION);
    return textField({ id, label, value, note, error, input: (text) => context.inform(key, text) }, context);
  });
}

/** The link to write, or why there is none; the host's own form needs none. */
function write(point: ContactPoint, context: SummaryContext): unknown {
  const { texts, choice } = context;
  if (context.isHost)
    return admits(point.audiences, context.audience) ? nothing : box('warning', texts.noLink, context);
  const url = choice.linkFor(context.audience);
  if (!url && choice.failure) return failureBox(choice.failure, context);
  if (!choice.links) return html`<p>${texts.loading}</p>`;
  if (!url) {
    const isThere = choice.links.some(({ audiences }) => audiences.includes(context.audience));
    return box('warning', isThere ? { ...texts.noLink, text: texts.untrusted } : texts.noLink, context);
  }
  return html`<p>
    ${externalLink(url, texts.write, texts, point.externalLink ? 'button' : 'button primary')}
  </p>`;
}
