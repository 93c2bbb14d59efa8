import * as stories from './deadline-list.stories.js';
import { testStories } from './story-tests.js';

testStories('deadline list', stories);
