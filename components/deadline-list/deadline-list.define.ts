import { defineWidget } from '../shared/define-widget.js';
import { SkrankeDeadlineList } from './deadline-list.js';

defineWidget('skranke-deadline-list', SkrankeDeadlineList);

declare global {
  interface HTMLElementTagNameMap {
    'skranke-deadline-list': SkrankeDeadlineList;
  }
}
