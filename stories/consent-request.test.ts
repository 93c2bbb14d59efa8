import { expect } from '@open-wc/testing';
import { ConsentRequestHarness } from '../components/testing.js';
import * as stories from './consent-request.stories.js';
import { axeFindings, mountStory, storiesOf } from './fixtures.js';

for (const lang of ['da', 'en'] as const) {
  describe(`stories of the consent request, ${lang}`, () => {
    for (const [name, story] of storiesOf(stories)) {
      it(`${name}: its state, its words, and axe`, async () => {
        const { state = 'ready', shows } = story.parameters ?? {};
        const canvas = await mountStory(stories, story, lang);
        const consent = ConsentRequestHarness.in(canvas);
        if (state === 'loading') await consent.quiet();
        else await consent.settled();
        if (shows) await consent.shows(shows[lang === 'da' ? 0 : 1]);
        expect(consent.state).to.equal(state);
        expect('__skrankeHarmed' in window).to.be.false;
        expect(await axeFindings(canvas)).to.deep.equal([]);
      });
    }
  });
}
