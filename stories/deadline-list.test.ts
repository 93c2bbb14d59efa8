import { expect } from '@open-wc/testing';
import { DeadlineListHarness } from '../components/testing.js';
import * as stories from './deadline-list.stories.js';
import { axeFindings, mountStory, storiesOf } from './fixtures.js';

/** What is written to the console while `act` runs. */
async function consoleErrors(act: () => Promise<void>): Promise<string[]> {
  const lines: string[] = [];
  const { error } = console;
  console.error = (...parts: unknown[]) => lines.push(parts.map(String).join(' '));
  try {
    await act();
  } finally {
    console.error = error;
  }
  return lines;
}

for (const lang of ['da', 'en'] as const) {
  describe(`stories of the deadline list, ${lang}`, () => {
    for (const [name, story] of storiesOf(stories)) {
      it(`${name}: its state, its words, axe, and a silent console`, async () => {
        const { state = 'ready', shows } = story.parameters ?? {};
        const errors = await consoleErrors(async () => {
          const canvas = await mountStory(stories, story, lang);
          const list = DeadlineListHarness.in(canvas);
          if (state === 'loading') await list.quiet();
          else await list.settled();
          if (shows) await list.shows(shows[lang === 'da' ? 0 : 1]);
          expect(list.state).to.equal(state);
          expect(await axeFindings(canvas)).to.deep.equal([]);
        });
        expect(errors).to.deep.equal([]);
      });
    }
  });
}
