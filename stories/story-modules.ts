/** The stories of all widgets, one line a widget. */
import * as contactPointPicker from './contact-point-picker.stories.js';
import * as deadlineList from './deadline-list.stories.js';
import * as deepLinkCard from './deep-link-card.stories.js';

export const storyModules = {
  'contact-point-picker': contactPointPicker,
  'deadline-list': deadlineList,
  'deep-link-card': deepLinkCard,
};
