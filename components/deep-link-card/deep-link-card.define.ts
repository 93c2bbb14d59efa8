import { defineWidget } from '../shared/define-widget.js';
import type { DeepLinkCardEventMap } from './deep-link-card.events.js';
import { SkrankeDeepLinkCard } from './deep-link-card.js';

defineWidget('skranke-deep-link-card', SkrankeDeepLinkCard);

declare global {
  interface HTMLElementTagNameMap {
    'skranke-deep-link-card': SkrankeDeepLinkCard;
  }
  // The events bubble: a page may listen for them anywhere.
  interface GlobalEventHandlersEventMap extends DeepLinkCardEventMap {}
  interface ShadowRootEventMap extends DeepLinkCardEventMap {}
}
