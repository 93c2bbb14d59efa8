import { defineWidget } from '../shared/define-widget.js';
import { SkrankeContactPointPicker } from './contact-point-picker.js';

defineWidget('skranke-contact-point-picker', SkrankeContactPointPicker);

declare global {
  interface HTMLElementTagNameMap {
    'skranke-contact-point-picker': SkrankeContactPointPicker;
  }
}
