import { defineWidget } from '../shared/define-widget.js';
import type { DeadlineListEventMap } from './deadline-list.events.js';
import { SkrankeDeadlineList } from './deadline-list.js';

defineWidget('skranke-deadline-list', SkrankeDeadlineList);

declare global {
  interface HTMLElementTagNameMap {
    'skranke-deadline-list': SkrankeDeadlineList;
  }
  // The events bubble: a page may listen for them anywhere.
  interface GlobalEventHandlersEventMap extends DeadlineListEventMap {}
  interface ShadowRootEventMap extends DeadlineListEventMap {}
}
