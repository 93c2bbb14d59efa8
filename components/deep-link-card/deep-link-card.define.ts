import { defineWidget } from '../shared/define-widget.js';
import { SkrankeDeepLinkCard } from './deep-link-card.js';

defineWidget('skranke-deep-link-card', SkrankeDeepLinkCard);

declare global {
  interface HTMLElementTagNameMap {
    'skranke-deep-link-card': SkrankeDeepLinkCard;
  }
}
