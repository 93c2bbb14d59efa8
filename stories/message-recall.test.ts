import * as stories from './message-recall.stories.js';
import { testStories } from './story-tests.js';

testStories('message recall', stories);
