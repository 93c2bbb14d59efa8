import { defineWidget } from '../shared/define-widget.js';
import type { MessageRecallEventMap } from './message-recall.events.js';
import { SkrankeMessageRecall } from './message-recall.js';

defineWidget('skranke-message-recall', SkrankeMessageRecall);

declare global {
  interface HTMLElementTagNameMap {
    'skranke-message-recall': SkrankeMessageRecall;
  }
  // The events bubble: a page may listen for them anywhere.
  interface GlobalEventHandlersEventMap extends MessageRecallEventMap {}
  interface ShadowRootEventMap extends MessageRecallEventMap {}
}
