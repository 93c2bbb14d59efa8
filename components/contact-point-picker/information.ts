import type { ContactPoint } from '../shared/backend/readers/digital-post-contact.js';
import { SkrankeInformationChangedEvent, type InformationField } from './contact-point-picker.events.js';
import type { ContactPointPickerMessages } from './contact-point-picker.messages.js';
import type { FieldError } from './form-field.js';

/** Letters that an information field takes (contract 2). */
export const MAX_INFORMATION = 255;

/** What is written in the information fields, by point: another point's field may have the same id. */
export class TypedInformation {
  readonly #typed = new Map<string, ReadonlyMap<string, string>>();

  /** For one point, by the ids of its fields. */
  of(pointId: string): ReadonlyMap<string, string> {
    return this.#typed.get(pointId) ?? new Map<string, string>();
  }

  write(pointId: string, fieldId: string, text: string): void {
    this.#typed.set(pointId, new Map(this.of(pointId)).set(fieldId, text));
  }

  clear(): void {
    this.#typed.clear();
  }

  /** What the host is told. */
  changed(point: ContactPoint | undefined): SkrankeInformationChangedEvent {
    return new SkrankeInformationChangedEvent(this.#fields(point));
  }

  /** The fields in which too much is written. */
  tooLong(point: ContactPoint | undefined, texts: ContactPointPickerMessages): FieldError[] {
    return this.#fields(point).flatMap(({ value }, at) =>
      value.length > MAX_INFORMATION
        ? [{ field: `info-${at}`, message: texts.tooLong(MAX_INFORMATION) }]
        : [],
    );
  }

  #fields(point: ContactPoint | undefined): readonly InformationField[] {
    if (!point) return [];
    const typed = this.of(point.id);
    return point.informationFields.map((field) => ({ ...field, value: typed.get(field.id) ?? '' }));
  }
}
