/** The tests that every widget's stories go through. */
import { expect } from '@open-wc/testing';
import { captureConsole } from '../components/shared/testing/console-lines.js';
import { axeFindings, mountStory, storiesOf, type Stories } from './fixtures.js';

/**
 * Plays every story in both languages: its state is on screen, and axe finds nothing.
 *
 * @param more further tests of a story, when it is there; `lines` is what it wrote to the console
 */
export function testStories(
  widget: string,
  stories: Stories,
  more: (place: { name: string; canvas: HTMLElement; lines: readonly string[] }) => unknown = () => {},
): void {
  for (const lang of ['da', 'en'] as const) {
    describe(`stories of the ${widget}, ${lang}`, () => {
      const lines = captureConsole();
      for (const [name, story] of storiesOf(stories)) {
        it(`${name}: its state, and axe`, async () => {
          const canvas = await mountStory(stories, story, lang);
          expect('__skrankeHarmed' in window).to.be.false;
          // What else is written there is a mistake of somebody's.
          expect(lines().filter((line) => !line.startsWith('[skranke] '))).to.deep.equal([]);
          expect(await axeFindings(canvas)).to.deep.equal([]);
          await more({ name, canvas, lines: lines() });
        }).timeout(20_000);
      }
    });
  }

  describe(`play functions of the ${widget}`, () => {
    captureConsole();
    const all = new Map(storiesOf(stories));

    it('are there in every story', () => {
      const idle = [...all].filter(([, { play, parameters }]) => !play || !parameters?.missing);
      expect(idle.map(([name]) => name)).to.deep.equal([]);
    });

    for (const screen of ['Default', 'Loading'])
      it(`would fail on the screen of ${screen}, but its own`, async () => {
        const canvas = await mountStory(stories, all.get(screen)!, 'da');
        const content = [...all].filter(([, { parameters }]) => parameters?.missing?.(canvas).length === 0);
        expect(content.map(([name]) => name)).to.deep.equal([screen]);
      });

    it('do fail', async () => {
      const canvasElement = await mountStory(stories, all.get('Default')!, 'da');
      // Each look at the clock is a second later, so that nothing is waited for.
      let leaps = 0;
      const realNow = performance.now.bind(performance);
      performance.now = () => realNow() + 1000 * leaps++;
      const outcome = await all.get('Loading')!.play!({ canvasElement }).catch((error: unknown) =>
        String(error),
      );
      Reflect.deleteProperty(performance, 'now');
      expect(outcome).to.contain("no 'Henter …'; it is ready, not loading");
    });
  });
}
