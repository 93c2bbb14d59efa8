import type { TemplateResult } from 'lit/html.js';
import type { PropertyValues } from '../shared/reactive-element.js';
import { asBackendError, type BackendError } from '../shared/backend/backend-error.js';
import type { BackendClient } from '../shared/backend/client.js';
import { getDeepLinks, type DeepLinks, type LinkTarget } from '../shared/backend/digital-post-links.js';
import { AUDIENCE_NAMES, type Audience } from '../shared/backend/readers/digital-post-contact.js';
import type { Configuration } from '../shared/configuration.js';
import { property, state } from '../shared/decorators.js';
import type { ErrorText } from '../shared/i18n/common.messages.js';
import { spoken } from '../shared/i18n/describe-failure.js';
import { now } from '../shared/page-state.js';
import { saveFile } from '../shared/save-file.js';
import { WidgetElement, type LoadReason } from '../shared/widget-element.js';
import { WidgetTask } from '../shared/widget-task.js';
import { cardLinks, nameAudiences, readTarget, receipt, type CardLink } from './card-links.js';
import { SkrankeLinkCopiedEvent, type DeepLinkCardEventMap } from './deep-link-card.events.js';
import { deepLinkCardMessages, type DeepLinkCardMessages } from './deep-link-card.messages.js';
import { deepLinkCardStyles } from './deep-link-card.styles.js';
import { card, type Outcome } from './deep-link-card.templates.js';
import { pngFile, svgFile, type QrCode } from './qr-code.js';

/** What the backend said, and when: milliseconds since 1970. */
interface Known {
  readonly answer: DeepLinks;
  readonly at: number;
}

/**
 * The deep links of a contact point or contact group (Digital Post): each as a link to copy and as a QR code to
 * save or print, with a receipt of the settings. Codes are made in the browser.
 *
 * @summary Links and QR codes to a contact point or contact group (Digital Post).
 * @slot - Fallback: shown without JavaScript, while loading, and below an error that blocks the widget.
 * @csspart link-card - each link with its code
 * @csspart copy - the button that copies a link
 * @csspart outcome - what came of the last press of that button
 * @csspart code - a QR code and its buttons
 * @csspart save - the buttons that save a code
 * @csspart receipt - the button that saves the receipt
 * @cssproperty [--skranke-code-plate=#ffffff] - light part of a QR code; stays light in dark schemes
 * @cssproperty [--skranke-code-ink=#000000] - dark part of a QR code; at least 7:1 to the light one
 * @fires {SkrankeReadyEvent} skranke-ready - when the links can be used, or it is said why there is none
 * @fires {SkrankeErrorEvent} skranke-error - when a request failed or something cannot be shown
 * @fires {SkrankeAuthRequiredEvent} skranke-auth-required - when the backend answers 401
 * @fires {SkrankeLinkCopiedEvent} skranke-link-copied - when a link is on the clipboard
 */
export class SkrankeDeepLinkCard extends WidgetElement<DeepLinkCardMessages, DeepLinkCardEventMap> {
  static override styles = [WidgetElement.styles, deepLinkCardStyles];

  /** Id of the organisation, 8-4-4-4-12 hex digits; only stands on the receipt. */
  @property({ attribute: 'organisation-id' }) organisationId: string | null | undefined;
  /** Id of the contact point, of the same shape; either this or `contact-group-id`. */
  @property({ attribute: 'contact-point-id' }) contactPointId: string | null | undefined;
  /** Id of the contact group. */
  @property({ attribute: 'contact-group-id' }) contactGroupId: string | null | undefined;
  /** Whose link is shown: `citizen`, `business` or `authority`. Without it, all that exist. */
  @property() audience: Audience | null | undefined;

  @state() private outcome: { readonly url: string; readonly is: Outcome } | undefined;

  protected readonly catalogue = deepLinkCardMessages;
  protected override readonly isPublic = true;

  readonly #loading = new WidgetTask<Known>(this, {
    run: (signal) => this.#fetch(signal),
    done: (known) => this.#handleLinks(known),
    failed: (error) => this.#handleFailure(error),
  });
  #client: BackendClient | undefined;
  #target: LinkTarget | undefined;
  #isReload = false;
  #known: Known | undefined;
  #links: readonly CardLink[] = [];
  #refreshFailure: BackendError | undefined;

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('audience')) this.#show();
    super.willUpdate(changed);
  }

  protected override inputs(): readonly unknown[] {
    return [this.contactPointId || null, this.contactGroupId || null, this.organisationId || null];
  }

  protected override load(client: BackendClient, { isOtherSource, isReload }: LoadReason): void {
    if (isOtherSource) this.#forget();
    this.#client = client;
    this.#isReload = isReload;
    this.#loading.stop();
    this.#target = readTarget(this);
    void this.#loading.start();
  }

  protected override headingText(): string {
    return this.texts.heading;
  }

  protected override readyText(): string {
    return this.#links.length > 0 ? this.texts.ready(this.#links.length) : this.#emptyBox().heading;
  }

  protected override comeOnline(): void {
    if (this.#refreshFailure?.info.kind === 'network') this.reload();
  }

  protected override handleConfigured(changed: ReadonlySet<keyof Configuration>): void {
    if (changed.has('linkHosts')) this.#show();
    super.handleConfigured(changed);
  }

  async #fetch(signal: AbortSignal): Promise<Known> {
    const [client, target] = [this.#client, this.#target];
    if (!client || !target) throw new DOMException('nothing to ask for', 'AbortError');
    const request = { target, lang: this.currentLang, signal, fresh: this.#isReload };
    const { data } = await getDeepLinks(client, request);
    return { answer: data ?? { links: [], reason: undefined, leftOut: 0, badFields: [] }, at: now() };
  }

  #handleLinks(known: Known): void {
    this.#known = known;
    this.#refreshFailure = undefined;
    this.#show();
    this.emitReady(true);
    this.reportProblems(known.answer, `/contact-${this.#target?.kind}s/{id}/deep-links`);
    if (this.#links.every(({ code }) => code)) return;
    this.reportMistake('contract', 'untrusted-link', 'a link leads outside linkHosts');
  }

  #handleFailure(error: unknown): void {
    // What is final (no access, deleted) must not leave old links on screen.
    const blocks = !this.#known || !asBackendError(error).info.retryable;
    const failure = this.report(error, { blocks, warning: this.texts.refreshFailed });
    if (blocks) this.#forget();
    else this.#refreshFailure = failure;
  }

  /** Picks what is shown from what is known. */
  #show(): void {
    if (!this.#known) return;
    this.#links = cardLinks(this.#known.answer, this.#audience());
    this.outcome = undefined;
    this.showContent({ isEmpty: this.#links.length === 0 });
  }

  #forget(): void {
    this.#known = this.#refreshFailure = this.outcome = undefined;
  }

  async #handleCopy(link: CardLink): Promise<void> {
    const { url, audiences } = link;
    let is: Outcome = 'copied';
    try {
      await navigator.clipboard.writeText(url);
    } catch {
      // Not allowed here, or not there at all (http, a frame without the permission): the user can still do it.
      is = 'selected';
      const place = this.renderRoot.querySelector(`#link-${this.#links.indexOf(link)}-url span`);
      if (place) getSelection()?.selectAllChildren(place);
    }
    this.#setOutcome(url, is);
    if (is === 'copied') this.emit(new SkrankeLinkCopiedEvent(this.#audience() ?? audiences[0], url));
  }

  async #handleSaveCode(link: CardLink, code: QrCode, format: 'svg' | 'png'): Promise<void> {
    const file = format === 'svg' ? svgFile(code) : await pngFile(code);
    const who = this.#who(link).replaceAll(/\W+/g, '-');
    if (file) saveFile(`${this.#fileName('code')}-${who}.${format}`, file);
    else this.#setOutcome(link.url, 'noPng');
  }

  #handleSaveReceipt(): void {
    const [known, target] = [this.#known, this.#target];
    if (!known || !target) return;
    const { organisationId, currentLang: lang, texts } = this;
    const text = receipt({ target, organisationId, links: this.#links, at: known.at, lang }, texts);
    saveFile(`${this.#fileName('receipt')}.txt`, new Blob([text], { type: 'text/plain;charset=utf-8' }));
  }

  #setOutcome(url: string, is: Outcome): void {
    this.outcome = { url, is };
    this.announce(this.texts[is]);
  }

  #fileName(of: 'code' | 'receipt'): string {
    return `${this.texts.fileNames[of]}-${this.#target?.id}`;
  }

  #who({ audiences }: Pick<CardLink, 'audiences'>): string {
    return nameAudiences(audiences, this.texts, this.currentLang);
  }

  #audience(): Audience | undefined {
    const known = AUDIENCE_NAMES.find((audience) => audience === this.audience);
    if (this.audience && !known) this.warnOnce(`audience is none of ${AUDIENCE_NAMES.join(', ')}`);
    return known;
  }

  /** Why there is no link, and when there will be one. */
  #emptyBox(): ErrorText {
    const { texts } = this;
    const audience = this.#audience();
    const { links = [], reason = 'unknown' } = this.#known?.answer ?? {};
    if (!audience || links.length === 0) return { heading: texts.noLinks, text: texts.reasons[reason] };
    return { heading: texts.noneFor(this.#who({ audiences: [audience] })), text: texts.noneForText };
  }

  #warnings(): readonly ErrorText[] {
    const { texts } = this;
    const { leftOut = 0 } = this.#known?.answer ?? {};
    const warnings: ErrorText[] = [];
    if (leftOut > 0) warnings.push({ heading: texts.leftOut(leftOut), text: texts.errors['bad-shape'].text });
    if (this.#refreshFailure) {
      warnings.push({ heading: texts.refreshFailed, text: spoken(this.describe(this.#refreshFailure)) });
    }
    return warnings;
  }

  protected override renderContent(): TemplateResult {
    const { texts, outcome } = this;
    return card({
      texts,
      kind: this.#target?.kind ?? 'point',
      links: this.#links,
      level: this.partLevel,
      warnings: this.#warnings(),
      empty: this.#known?.answer.leftOut ? undefined : this.#emptyBox(),
      who: (link) => this.#who(link),
      outcome: ({ url }) => (outcome?.url === url ? outcome.is : undefined),
      copy: (link) => void this.#handleCopy(link),
      saveCode: (link, code, format) => void this.#handleSaveCode(link, code, format),
      saveReceipt: () => this.#handleSaveReceipt(),
      retry: this.retry,
    });
  }
}
