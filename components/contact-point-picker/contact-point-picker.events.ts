import type { ContactPoint } from '../shared/backend/readers/digital-post-contact.js';
import { WidgetEvent, type CommonEventMap } from '../shared/widget-events.js';

/** A group on the way to a contact point. */
export interface PathStep {
  readonly id: string;
  readonly name: string;
}

/** What the user wrote in an information field. */
export interface InformationField {
  readonly id: string;
  /** The field's title, as the authority wrote it. */
  readonly name: string;
  readonly value: string;
}

/** Detail of `skranke-contact-point-chosen`. */
export interface ContactPointChosenDetail {
  readonly contactPoint: ContactPoint;
  /** The groups that lead to it, from the top. */
  readonly path: readonly PathStep[];
  /** Opens a new message to it; null when there is none for the audience. */
  readonly deepLink: string | null;
}

/** The user has chosen a contact point, and it is known whether there is a link to write to it. */
export class SkrankeContactPointChosenEvent extends WidgetEvent<ContactPointChosenDetail> {
  constructor(detail: ContactPointChosenDetail) {
    super('skranke-contact-point-chosen', detail);
  }
}

/** The user has written in an information field. Holds what was written: personal data. */
export class SkrankeInformationChangedEvent extends WidgetEvent<{
  informationFields: readonly InformationField[];
}> {
  constructor(informationFields: readonly InformationField[]) {
    super('skranke-information-changed', { informationFields });
  }
}

/** The events of `<skranke-contact-point-picker>`. */
export interface ContactPointPickerEventMap extends CommonEventMap {
  'skranke-contact-point-chosen': SkrankeContactPointChosenEvent;
  'skranke-information-changed': SkrankeInformationChangedEvent;
}
