import { nothing, type TemplateResult } from 'lit/html.js';
import type { PropertyValues } from '../shared/reactive-element.js';
import { asBackendError, isAccessLost, type BackendError } from '../shared/backend/backend-error.js';
import type { BackendClient } from '../shared/backend/client.js';
import { findRecipients } from '../shared/backend/digital-post-contacts.js';
import type { Audience, ContactGroup } from '../shared/backend/readers/digital-post-contact.js';
import { property } from '../shared/decorators.js';
import { WidgetElement, type LoadReason } from '../shared/widget-element.js';
import { AuthoritySource } from './authority-source.js';
import {
  SkrankeContactPointChosenEvent,
  SkrankeInformationChangedEvent,
  type ContactPointPickerEventMap,
} from './contact-point-picker.events.js';
import {
  contactPointPickerMessages,
  type ContactPointPickerMessages,
} from './contact-point-picker.messages.js';
import { contactPointPickerStyles } from './contact-point-picker.styles.js';
import { tooLong } from './contact-point-picker.summary.js';
import { countText, picker, type PickerActions } from './contact-point-picker.templates.js';
import { FormField, type FieldError } from './form-field.js';
import { PickerList } from './picker-list.js';
import { readAudience } from './picker-options.js';
import { PointChoice, type Asking } from './point-choice.js';
import { RecipientSearch } from './recipient-search.js';
import type { LoadedStructure } from './structure-loading.js';
import { Unfolding } from './unfolding.js';

/** Typing goes on for so long after the last key before the count is read out. */
const TYPING_MS = 500;

/**
 * Finds the right place to write to in an authority's contact structure (Digital Post): by searching, or by browsing
 * one level at a time. Then shows the chosen contact point and the way on. A field of a form that submits its id.
 *
 * @summary The place to write to at an authority (contact point).
 * @slot - Fallback: shown without JavaScript, while loading, and below an error that blocks the widget.
 * @csspart field - each field for text
 * @csspart list - the rows
 * @csspart row - the button of a row
 * @csspart level - a level of the structure
 * @csspart breadcrumb - the way to the level
 * @csspart back - the button one level up
 * @csspart summary - the chosen contact point
 * @fires {SkrankeReadyEvent} skranke-ready - when it can be used; once more with `complete: true`
 * @fires {SkrankeErrorEvent} skranke-error - when a request failed or something cannot be shown
 * @fires {SkrankeAuthRequiredEvent} skranke-auth-required - when the backend answers 401
 * @fires {Event} input - when the user has chosen
 * @fires {Event} change - when the user has chosen
 * @fires {SkrankeContactPointChosenEvent} skranke-contact-point-chosen - once a choice, when its link is known
 * @fires {SkrankeInformationChangedEvent} skranke-information-changed - when the user has written in an information field
 */
export class SkrankeContactPointPicker extends FormField<
  ContactPointPickerMessages,
  ContactPointPickerEventMap
> {
  static override styles = [WidgetElement.styles, contactPointPickerStyles];

  /** The authority. Without it, the user first finds one. */
  @property({ attribute: 'organisation-id' }) organisationId: string | null | undefined;
  /** Who writes: `citizen`, `business` or `authority`. */
  @property() audience: Audience = 'citizen';
  /** The contact group to begin in. */
  @property({ attribute: 'contact-group-id' }) contactGroupId: string | null | undefined;
  /** The user writes for another person: the authority's privacy policy is shown. */
  @property({ type: Boolean, attribute: 'on-behalf' }) onBehalf = false;
  /** `link`: the user writes on borger.dk or Virk; `host`: in a form of the host's own. */
  @property() compose: 'link' | 'host' = 'link';

  protected readonly catalogue = contactPointPickerMessages;

  readonly #information = new Map<string, string>();
  readonly #source = new AuthoritySource(this, {
    part: () => (this.#source.structure ? this.#ready(false) : this.requestUpdate()),
    done: (loaded) => this.#handleLoaded(loaded),
    failed: (error) => this.#handleFailure(error),
    report: (error) => this.report(error, { blocks: false }),
  });
  readonly #rows = new Unfolding(() => {
    if (!this.isConnected) return;
    if (this.#source.structure && !this.#source.loaded) this.#ready(false);
    this.requestUpdate();
  });
  readonly #choice = new PointChoice(this, {
    settled: () => this.#handleSettled(),
    failed: (error) => this.report(error, { blocks: false }),
  });
  readonly #recipients = new RecipientSearch(this, {
    ask: async (q, signal) => this.#asking && findRecipients({ ...this.#asking, signal }, q),
    done: () => this.#announceSoon(),
    failed: (error) => (this.#failure = this.report(error, { blocks: false })),
  });
  /** What the user can do. */
  readonly #actions: PickerActions = {
    find: (query) => {
      if (this.#source.structure) {
        this.#list.go({ query });
        this.#announceSoon();
      } else {
        this.#failure = undefined;
        this.#recipients.find(query);
        this.requestUpdate();
      }
    },
    chooseRecipient: (recipient) => {
      this.#failure = undefined;
      this.#source.change(recipient);
      this.#startOver();
      this.#isPicking = true;
      this.#isAwaited = Boolean(recipient);
      if (recipient) {
        this.announce(this.texts.loading);
        this.#source.load(this.#asking);
      } else this.showContent({ isEmpty: false });
      this.#focus(recipient ? 'heading' : 'search');
    },
    open: (path) => {
      this.#list.go({ trail: path.map(({ id }) => id), query: '' });
      this.#focus('level');
    },
    showMore: () => {
      const first = this.#list.showMore();
      const { shown, total } = this.#list.view();
      this.announce(this.texts.showing(shown, total));
      this.focusNext = `li:nth-child(${first + 1}) .row`;
      this.requestUpdate();
    },
    choose: (point) => {
      const isNew = point.id !== this.value;
      this.#choice.set(point.id, this.#asking, point, this.#list.pathOf(point));
      this.#isPicking = this.showsErrors = false;
      this.#isUntold = true;
      this.value = point.id;
      this.#focus('chosen');
      if (!isNew) return;
      this.emit(new Event('input', { bubbles: true, composed: true }));
      this.emit(new Event('change', { bubbles: true, composed: true }));
    },
    chooseAnother: () => {
      this.#isPicking = true;
      this.#focus(`row-${this.value}`);
    },
    inform: (id, text) => {
      this.#information.set(id, text);
      const fields = this.#choice.point?.informationFields ?? [];
      const all = fields.map((field) => ({ ...field, value: this.#information.get(field.id) ?? '' }));
      this.emit(new SkrankeInformationChangedEvent(all));
    },
    focusField: (field) => this.focusField(field),
    retry: this.retry,
  };
  #list = new PickerList();
  #asking: Asking | undefined;
  #isFirstReady = true;
  #failure: BackendError | undefined;
  /** The user looks for another point than the chosen one. */
  #isPicking = false;
  /** The user waits for the points of the authority just chosen. */
  #isAwaited = false;
  /** The user's choice is not told yet: its link is not known. */
  #isUntold = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  override disconnectedCallback(): void {
    // What is cut off here begins again when the element comes back.
    if (this.#source.pending || this.#choice.pending) this.reload();
    super.disconnectedCallback();
  }

  override formResetCallback(): void {
    super.formResetCallback();
    this.#information.clear();
    this.#isPicking = false;
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (changed.has('value') && this.value !== this.#choice.id) this.#showValue();
    const { structure, organisation } = this.#source;
    if (structure) this.#list.take(structure, this.#audience(), organisation?.name);
  }

  protected override update(changed: PropertyValues): void {
    const row = /^row-.*/.exec(this.shadowRoot?.activeElement?.id ?? '')?.[0];
    super.update(changed);
    // What came in may have moved the rows: the focus stays with its own.
    if (row && this.shadowRoot?.activeElement?.id !== row) this.shadowRoot?.getElementById(row)?.focus();
  }

  override get errors(): readonly FieldError[] {
    const { texts } = this;
    const missing = this.required && !this.value ? [{ field: 'value', message: texts.required }] : [];
    const fields = this.compose === 'host' ? (this.#choice.point?.informationFields ?? []) : [];
    return [...missing, ...tooLong(fields, this.#information, texts)];
  }

  override focusField(field = 'search'): void {
    this.focusOn(`#${CSS.escape(field)}`);
  }

  protected override focusOn(place: string): void {
    super.focusOn(place, '#search', '#chosen');
  }

  protected override inputs(): readonly unknown[] {
    return [this.organisationId, this.contactGroupId];
  }

  protected override load(client: BackendClient, { isOtherSource, isReload }: LoadReason): void {
    const isFirst = !this.#asking;
    this.#asking = { client, lang: this.currentLang, fresh: false };
    const asking = { ...this.#asking, fresh: isReload };
    const given = { organisationId: this.organisationId ?? '', contactGroupId: this.contactGroupId ?? '' };
    if (isOtherSource) this.#source.change(undefined);
    this.#source.load(asking, given);
    if (isOtherSource || isFirst) this.#startOver();
    if (this.value) this.#choice.set(this.value, asking);
  }

  protected override headingText(): string {
    return this.organisationId || this.#source.id ? this.texts.heading : this.texts.authorityHeading;
  }

  protected override readyText(): string {
    return this.#source.structure ? this.texts.points(this.#list.count) : this.headingText();
  }

  protected override comeOnline(): void {
    if (this.#failure || this.#choice.failure || this.#source.loaded?.complete === false) this.reload();
  }

  #handleLoaded(loaded: LoadedStructure | undefined): void {
    this.#failure = undefined;
    if (!loaded) {
      this.#recipients.again();
      this.#ready(false);
      return;
    }
    const { structure, leftOut, badFields, failures, complete } = loaded;
    const problems = Object.entries(structure.problems).flatMap(([name, count]) =>
      count ? `${name} (${count})` : [],
    );
    this.reportProblems({ leftOut, badFields: [...badFields, ...problems] }, '/contact-points');
    for (const failure of failures) this.report(failure, { blocks: false });
    this.#ready(complete);
    if (complete && this.#list.view().isLost) {
      this.reportMistake('config', 'bad-ids', 'contact-group-id');
    }
    if (this.#list.query && !this.renderRoot.querySelector('#chosen')) this.#announceSoon();
    else if (this.#isAwaited) this.announce(this.readyText());
    this.#isAwaited = false;
  }

  #handleFailure(error: unknown): void {
    const { loaded, recipient } = this.#source;
    const isLost = isAccessLost(asBackendError(error));
    const blocks = isLost || !(loaded || recipient || this.#choice.point);
    if (isLost) this.#source.change(undefined);
    this.#failure = this.report(error, { blocks });
    if (!blocks) this.#ready(false);
  }

  #ready(complete: boolean): void {
    const { structure, organisation } = this.#source;
    if (structure) this.#list.take(structure, this.#audience(), organisation?.name);
    this.showContent({ isEmpty: complete && this.#list.count === 0 });
    if (structure && !this.#rows.next() && !complete) return;
    if (this.#isFirstReady || complete) this.emitReady(complete);
    this.#isFirstReady = false;
  }

  #handleSettled(): void {
    const { point, failure } = this.#choice;
    if (!this.#isPicking && this.#source.belongsTo(point?.organisationId)) this.#source.load(this.#asking);
    if (!this.#isUntold || !point) return;
    this.#isUntold = false;
    const audience = this.#audience();
    const deepLink = this.#choice.linkFor(audience) ?? null;
    const path = this.#path().map(({ id, name }) => ({ id, name }));
    this.emit(new SkrankeContactPointChosenEvent({ contactPoint: point, path, deepLink }));
    if (deepLink || this.compose === 'host') return;
    this.announce(failure ? this.describe(failure).heading : this.texts.noLink.heading);
  }

  #showValue(): void {
    this.#choice.set(this.value, this.#asking, this.#source.structure?.point(this.value));
    this.#isPicking = this.#isUntold = false;
  }

  /** The way on which the user came to the chosen point, or else the shortest. */
  #path(): readonly ContactGroup[] {
    const { path, id } = this.#choice;
    return path ?? this.#source.structure?.path(id) ?? [];
  }

  #startOver(): void {
    this.#isFirstReady = true;
    this.#list = new PickerList(this.#source.startGroup);
  }

  #audience(): Audience {
    return readAudience(this.audience, (text) => this.warnOnce(text));
  }

  #focus(id: string): void {
    // Who has gone on is not told of what was there before.
    clearTimeout(this.#timer);
    this.focusNext = `#${CSS.escape(id)}`;
    this.requestUpdate();
  }

  /** Counts are read out when the user pauses. */
  #announceSoon(): void {
    this.requestUpdate();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      const { structure, pending } = this.#source;
      const view = structure && this.#list.view();
      const total = view ? view.hits && view.total : this.#recipients.count;
      if (total !== undefined && this.isConnected) this.announce(countText(total, pending, this.texts));
    }, TYPING_MS);
  }

  protected override renderContent(): TemplateResult {
    const { id, organisation, recipient, contentLang, loaded, pending, structure } = this.#source;
    const { currentLang: lang, texts, errors, showsErrors } = this;
    return picker({
      ...this.#actions,
      texts,
      lang,
      errors,
      showsErrors,
      contentLang: contentLang === lang ? nothing : (contentLang ?? nothing),
      level: this.partLevel,
      audience: this.#audience(),
      isHost: this.compose === 'host',
      disabled: this.isDisabled,
      optional: this.required || !this.form ? '' : texts.optional,
      label: [...this.labels].map((label) => label.textContent?.trim()).join(' '),
      authority: id ? (organisation?.name ?? recipient?.organisationName ?? '') : undefined,
      canChange: !this.organisationId,
      privacyPolicyUrl: this.onBehalf ? organisation?.privacyPolicyUrl : undefined,
      choice: this.#choice,
      path: this.#path(),
      isPicking: this.#isPicking,
      information: this.#information,
      isIncomplete: loaded !== undefined && !(loaded.complete && loaded.leftOut === 0),
      isLoading: pending,
      failure: this.#failure,
      isEmpty: this.phase === 'empty',
      list: this.#list,
      view: structure && this.#list.view(pending),
      most: this.#rows.most,
      recipients: this.#recipients,
    });
  }
}
