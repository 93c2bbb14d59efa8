import type { ActivityType } from '../shared/backend/mit-virk.js';
import { WidgetEvent, type CommonEventMap } from '../shared/widget-events.js';

/** A row was opened. */
export class SkrankeActivityOpenedEvent extends WidgetEvent<{ id: string; type: ActivityType }> {
  constructor(id: string, type: ActivityType) {
    super('skranke-activity-opened', { id, type });
  }
}

/** A notice was removed from view, and the backend has stored it. */
export class SkrankeNoticeDismissedEvent extends WidgetEvent<{ id: string }> {
  constructor(id: string) {
    super('skranke-notice-dismissed', { id });
  }
}

/** The events of `<skranke-deadline-list>`. */
export interface DeadlineListEventMap extends CommonEventMap {
  'skranke-activity-opened': SkrankeActivityOpenedEvent;
  'skranke-notice-dismissed': SkrankeNoticeDismissedEvent;
}
