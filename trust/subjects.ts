/** The widgets of the kit, one file a widget below `subjects/`. */
import type { Subject } from './subject.js';
import { contactPointPicker } from './subjects/contact-point-picker.js';
import { deadlineList } from './subjects/deadline-list.js';
import { deepLinkCard } from './subjects/deep-link-card.js';

export const subjects: readonly Subject[] = [contactPointPicker, deadlineList, deepLinkCard];
