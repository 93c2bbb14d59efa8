import { nothing, type TemplateResult } from 'lit/html.js';
import type { PropertyValues } from '../shared/reactive-element.js';
import { asBackendError, isAccessLost, type BackendError } from '../shared/backend/backend-error.js';
import type { BackendClient } from '../shared/backend/client.js';
import { findRecipients } from '../shared/backend/digital-post-contacts.js';
import type { ContactGroup } from '../shared/backend/readers/digital-post-contact.js';
import { WidgetElement, type LoadReason } from '../shared/widget-element.js';
import { AuthoritySource } from './authority-source.js';
import { SkrankeContactPointChosenEvent } from './contact-point-picker.events.js';
import { contactPointPickerMessages } from './contact-point-picker.messages.js';
import { contactPointPickerStyles } from './contact-point-picker.styles.js';
import { countText, picker, type PickerActions } from './contact-point-picker.templates.js';
import { MAX_INFORMATION, TypedInformation } from './information.js';
import type { FieldError } from './form-field.js';
import { Pause } from './pause.js';
import { PickerList } from './picker-list.js';
import { PickerOptions } from './picker-options.js';
import { PointChoice, type Asking } from './point-choice.js';
import { RecipientSearch } from './recipient-search.js';
import type { LoadedStructure } from './structure-loading.js';
import { Unfolding } from './unfolding.js';

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
export class SkrankeContactPointPicker extends PickerOptions {
  static override styles = [WidgetElement.styles, contactPointPickerStyles];

  protected readonly catalogue = contactPointPickerMessages;
  protected override readonly isPublic = true;

  readonly #typed = new TypedInformation();
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
    failed: (error) => this.#tell(error),
  });
  readonly #recipients = new RecipientSearch(this, {
    ask: async (q, signal) => this.#asking && findRecipients({ ...this.#asking, signal }, q),
    done: () => this.#announceSoon(),
    failed: (error) => (this.#failure = this.#tell(error)),
  });
  /** What the user can do. */
  readonly #actions: PickerActions = {
    find: (query) => {
      if (this.#source.structure) {
        this.#list.go({ query });
        this.#announceSoon();
      } else {
        this.#failure = undefined;
        const { isNumber } = this.#recipients;
        this.#recipients.find(query);
        if (!isNumber && this.#recipients.isNumber) this.announce(this.texts.noNumbers);
        this.requestUpdate();
      }
    },
    chooseRecipient: (recipient) => {
      this.#failure = undefined;
      this.#source.change(recipient, true);
      this.#startOver();
      const isOther = recipient && this.#choice.point?.organisationId !== recipient.organisationId;
      this.#isPicking = !recipient || isOther === true;
      if (this.value && isOther) this.#choose('');
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
      this.#isPicking = this.showsErrors = false;
      this.#isUntold = true;
      this.#focus('chosen');
      const { contentLang } = this.#source;
      this.#choose(point.id, { point, contentLang, path: this.#list.pathOf(point) });
    },
    chooseAnother: () => {
      this.#isPicking = true;
      this.#focus(`row-${this.value}`);
    },
    inform: (id, text) => {
      const { length } = this.errors;
      this.#typed.write(this.#choice.id, id, text);
      if (this.errors.length > length) this.announce(this.texts.tooLong(MAX_INFORMATION));
      this.emit(this.#typed.changed(this.#choice.point));
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
  readonly #pause = new Pause();

  override disconnectedCallback(): void {
    // What is cut off here begins again when the element comes back.
    if (this.#source.pending || this.#choice.pending) this.reload();
    super.disconnectedCallback();
  }

  override formResetCallback(): void {
    this.#typed.clear();
    super.formResetCallback();
    this.#showValue();
    this.requestUpdate();
  }

  protected override willUpdate(changed: PropertyValues): void {
    // Before a load may begin: that takes the value as it is.
    if (changed.has('value') && this.value !== this.#choice.id) this.#showValue();
    if (changed.has('audience') && this.#source.loaded) this.#showList(this.#source.loaded.complete);
    super.willUpdate(changed);
    const { structure, organisation } = this.#source;
    if (structure) this.#list.take(structure, this.writer, organisation?.name);
  }

  override get errors(): readonly FieldError[] {
    const { texts, required, value, organisationId, writer } = this;
    const isMissing = required && !this.#choice.canBeSent(value, organisationId, writer);
    return [
      ...(isMissing ? [{ field: 'value', message: texts.required }] : []),
      ...(this.compose === 'host' ? this.#typed.tooLong(this.#choice.point, texts) : []),
    ];
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
    const { point } = this.#choice;
    if (point && !this.#isPicking) return `${this.texts.chosen}: ${point.name}`;
    return this.#source.structure ? this.texts.points(this.#list.view().count) : this.headingText();
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
    const { failures, complete } = loaded;
    this.reportProblems(loaded, '/contact-points');
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
    if (isLost) this.#source.forget();
    this.#failure = blocks ? this.report(error, { blocks }) : this.#tell(error);
    if (!blocks) this.#ready(false);
  }

  /** Tells host, developer and user of a failure beside what can be used. */
  #tell(error: unknown): BackendError {
    this.announce(this.describe(asBackendError(error)).heading);
    return this.report(error, { blocks: false });
  }

  #showList(complete: boolean): void {
    const { structure, organisation } = this.#source;
    if (structure) this.#list.take(structure, this.writer, organisation?.name);
    this.showContent({ isEmpty: complete && this.#list.count === 0 });
  }

  #ready(complete: boolean): void {
    this.#showList(complete);
    if (this.#source.structure && !this.#rows.next() && !complete) return;
    if (this.#isFirstReady || complete) this.emitReady(complete);
    this.#isFirstReady = false;
  }

  #handleSettled(): void {
    const { point, isOpen } = this.#choice;
    const { id } = this.#source;
    if (!this.#isPicking && this.#source.belongsTo(point?.organisationId)) {
      if (id) this.#startOver();
      this.#source.load(this.#asking);
    }
    for (const mistake of this.#choice.mistakes(this.organisationId)) this.reportMistake(...mistake);
    if (!this.#isUntold || !point) return;
    const deepLink = this.#choice.linkFor(this.writer) ?? null;
    // The choice is told when it is known whether there is a link; a host that writes itself needs none.
    this.#isUntold = !deepLink && this.compose !== 'host' && isOpen;
    if (this.#isUntold) return;
    const path = this.#path().map(({ id, name }) => ({ id, name }));
    this.emit(new SkrankeContactPointChosenEvent({ contactPoint: point, path, deepLink }));
    if (!deepLink && this.compose !== 'host') this.announce(this.texts.noLink.heading);
  }

  /** The user has chosen, or the choice is gone with the authority. */
  #choose(id: string, known?: Parameters<PointChoice['set']>[2]): void {
    const isNew = id !== this.value;
    const before = this.#choice.id;
    this.#choice.set(id, this.#asking, known);
    this.value = id;
    if (!isNew) return;
    this.emit(new Event('input', { bubbles: true, composed: true }));
    this.emit(new Event('change', { bubbles: true, composed: true }));
    if (this.#typed.of(before).size || this.#typed.of(id).size)
      this.emit(this.#typed.changed(this.#choice.point));
  }

  #showValue(): void {
    const { structure, contentLang } = this.#source;
    const point = structure?.point(this.value);
    this.#choice.set(this.value, this.#asking, point && { point, contentLang });
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

  #focus(id: string): void {
    // Who has gone on is not told of what was there before.
    this.#pause.stop();
    this.focusNext = `#${CSS.escape(id)}`;
    this.requestUpdate();
  }

  /** Counts are read out when the user pauses. */
  #announceSoon(): void {
    this.requestUpdate();
    this.#pause.then(() => {
      const { structure, pending } = this.#source;
      const view = structure && this.#list.view();
      const total = view ? view.hits && view.total : this.#recipients.count;
      if (total !== undefined && this.isConnected) this.announce(countText(total, pending, this.texts));
    });
  }

  protected override renderContent(): TemplateResult {
    const { id, organisation, recipient, contentLang, loaded, pending, structure } = this.#source;
    const { currentLang: lang, texts, errors, showsErrors } = this;
    const other = (of: string | undefined) => (of === lang ? nothing : (of ?? nothing));
    return picker({
      ...this.#actions,
      texts,
      lang,
      errors,
      showsErrors,
      contentLang: other(contentLang),
      pointLang: other(this.#choice.contentLang),
      level: this.partLevel,
      audience: this.writer,
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
      isUsable: this.#choice.isUsable(this.organisationId),
      information: this.#typed.of(this.#choice.id),
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
