import { expect } from '@open-wc/testing';
import { captureConsole } from '../components/shared/testing/console-lines.js';
import { ContactPointPickerHarness } from '../components/testing.js';
import * as stories from './contact-point-picker.stories.js';
import { axeFindings, mountStory, storiesOf } from './fixtures.js';

/** Stories in which the developer is told something. */
const TOLD = /Gone|Unknown|Failed|Incomplete|Hostile|Forbidden|Unauthorised|Error|Broken/;

for (const lang of ['da', 'en'] as const) {
  describe(`stories of the contact point picker, ${lang}`, () => {
    const lines = captureConsole();
    for (const [name, story] of storiesOf(stories)) {
      // The same screen as Default; that it loads is tested with the picker's own tests.
      if (name === 'TenThousand') continue;
      it(`${name}: its state, its words, axe, and what the developer is told`, async () => {
        const { state = 'ready', shows } = story.parameters ?? {};
        const canvas = await mountStory(stories, story, lang);
        const picker = ContactPointPickerHarness.in(canvas);
        if (state === 'loading') await picker.quiet();
        else await picker.settled();
        if (shows) await picker.shows(shows[lang === 'da' ? 0 : 1]);
        expect(picker.state).to.equal(state);
        expect(await axeFindings(canvas)).to.deep.equal([]);
        expect(lines().length > 0).to.equal(TOLD.test(name));
      }).timeout(20_000);
    }
  });
}
