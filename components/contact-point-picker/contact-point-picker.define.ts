import { defineWidget } from '../shared/define-widget.js';
import type { ContactPointPickerEventMap } from './contact-point-picker.events.js';
import { SkrankeContactPointPicker } from './contact-point-picker.js';

defineWidget('skranke-contact-point-picker', SkrankeContactPointPicker);

declare global {
  interface HTMLElementTagNameMap {
    'skranke-contact-point-picker': SkrankeContactPointPicker;
  }
  // The events bubble: a page may listen for them anywhere.
  interface GlobalEventHandlersEventMap extends ContactPointPickerEventMap {}
  interface ShadowRootEventMap extends ContactPointPickerEventMap {}
}
