import { WidgetEvent, type CommonEventMap } from '../shared/widget-events.js';

/** A message is recalled, and that is stored. */
export interface SkrankeMessageRecalledDetail {
  /** 8-4-4-4-12 hex digits in lower case. */
  readonly messageId: string;
  /** RFC 3339, by the backend's clock; null when the backend does not say when. */
  readonly recalledAt: string | null;
}

/** Fired once a recall, when it is certain that it is stored. */
export class SkrankeMessageRecalledEvent extends WidgetEvent<SkrankeMessageRecalledDetail> {
  constructor(detail: SkrankeMessageRecalledDetail) {
    super('skranke-message-recalled', detail);
  }
}

/** The events of `<skranke-message-recall>`. */
export interface MessageRecallEventMap extends CommonEventMap {
  'skranke-message-recalled': SkrankeMessageRecalledEvent;
}
