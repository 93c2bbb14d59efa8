import { defineWidget } from '../shared/define-widget.js';
import type { ConsentRequestEventMap } from './consent-request.events.js';
import { SkrankeConsentRequest } from './consent-request.js';

defineWidget('skranke-consent-request', SkrankeConsentRequest);

declare global {
  interface HTMLElementTagNameMap {
    'skranke-consent-request': SkrankeConsentRequest;
  }
  // The events bubble: a page may listen for them anywhere.
  interface GlobalEventHandlersEventMap extends ConsentRequestEventMap {}
  interface ShadowRootEventMap extends ConsentRequestEventMap {}
}
