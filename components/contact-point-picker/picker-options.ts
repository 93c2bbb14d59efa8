import { AUDIENCE_NAMES, type Audience } from '../shared/backend/readers/digital-post-contact.js';
import { property } from '../shared/decorators.js';
import type { ContactPointPickerEventMap } from './contact-point-picker.events.js';
import type { ContactPointPickerMessages } from './contact-point-picker.messages.js';
import { FormField } from './form-field.js';

/** What the host page says to the contact point picker. */
export abstract class PickerOptions extends FormField<
  ContactPointPickerMessages,
  ContactPointPickerEventMap
> {
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

  /** The audience; `citizen` for anything unknown. */
  protected get writer(): Audience {
    const known = AUDIENCE_NAMES.find((audience) => audience === this.audience);
    if (!known) this.warnOnce(`audience is none of ${AUDIENCE_NAMES.join(', ')}`);
    return known ?? 'citizen';
  }
}
