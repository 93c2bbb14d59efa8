import { defineWidget } from '../shared/define-widget.js';
import { SkrankeConsentRequest } from './consent-request.js';

defineWidget('skranke-consent-request', SkrankeConsentRequest);

declare global {
  interface HTMLElementTagNameMap {
    'skranke-consent-request': SkrankeConsentRequest;
  }
}
