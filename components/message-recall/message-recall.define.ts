import { defineWidget } from '../shared/define-widget.js';
import { SkrankeMessageRecall } from './message-recall.js';

defineWidget('skranke-message-recall', SkrankeMessageRecall);

declare global {
  interface HTMLElementTagNameMap {
    'skranke-message-recall': SkrankeMessageRecall;
  }
}
