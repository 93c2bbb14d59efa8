import { expect } from '@open-wc/testing';
import { MessageRecallHarness } from '../components/testing.js';
import { axeFindings, mountStory, storiesOf } from './fixtures.js';
import * as stories from './message-recall.stories.js';

for (const lang of ['da', 'en'] as const) {
  describe(`stories of the message recall, ${lang}`, () => {
    for (const [name, story] of storiesOf(stories)) {
      it(`${name}: its state, its words, and axe`, async () => {
        const { state = 'ready', shows } = story.parameters ?? {};
        const canvas = await mountStory(stories, story, lang);
        const recall = MessageRecallHarness.in(canvas);
        if (state === 'loading') await recall.quiet();
        else await recall.settled();
        if (shows) await recall.shows(shows[lang === 'da' ? 0 : 1]);
        expect(recall.state).to.equal(state);
        expect(await axeFindings(canvas)).to.deep.equal([]);
      });
    }
  });
}
