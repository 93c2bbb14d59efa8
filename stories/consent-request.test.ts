import * as stories from './consent-request.stories.js';
import { testStories } from './story-tests.js';

testStories('consent request', stories);
