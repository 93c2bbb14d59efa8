/** The stories of all widgets, one line a widget. */
import * as consentRequest from './consent-request.stories.js';
import * as contactPointPicker from './contact-point-picker.stories.js';
import * as deadlineList from './deadline-list.stories.js';
import * as deepLinkCard from './deep-link-card.stories.js';
import * as messageRecall from './message-recall.stories.js';

export const storyModules = {
  'consent-request': consentRequest,
  'contact-point-picker': contactPointPicker,
  'deadline-list': deadlineList,
  'deep-link-card': deepLinkCard,
  'message-recall': messageRecall,
};
