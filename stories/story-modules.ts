/** The stories of all widgets, one line a widget. */
import * as deadlineList from './deadline-list.stories.js';
import * as deepLinkCard from './deep-link-card.stories.js';

export const storyModules = { 'deadline-list': deadlineList, 'deep-link-card': deepLinkCard };
