import type { Audience } from '../shared/backend/readers/digital-post-contact.js';
import { WidgetEvent, type CommonEventMap } from '../shared/widget-events.js';

/** A link is on the clipboard. `audience`: the one that the card is for, else the first that has the link. */
export class SkrankeLinkCopiedEvent extends WidgetEvent<{ audience: Audience; url: string }> {
  constructor(audience: Audience, url: string) {
    super('skranke-link-copied', { audience, url });
  }
}

/** The events of `<skranke-deep-link-card>`. */
export interface DeepLinkCardEventMap extends CommonEventMap {
  'skranke-link-copied': SkrankeLinkCopiedEvent;
}
