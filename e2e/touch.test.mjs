/** On touch, everything that can be pressed is at least 44 × 44 px; with a mouse, 24 × 24. Of Storybook as built. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { NOW, openFrame, TELLING, widgetStories } from '../scripts/lib/story-frame.mjs';

const LEAST = { coarse: 44, fine: 24 };

/**
 * In the page: what is smaller than that, inside the widgets. A choice can be pressed on its label too. A link in a line
 * of an authority's own text is exempt (WCAG 2.5.5 and 2.5.8, 'inline'), and so is what cannot be seen.
 */
function smallTargets(least) {
  const inside = [...document.querySelectorAll('*')].flatMap((one) =>
    one.shadowRoot ? [...one.shadowRoot.querySelectorAll('*')] : [],
  );
  const targets = inside.filter(
    (one) =>
      one.matches('button, summary, input, select, textarea, a[href]') &&
      one.checkVisibility() &&
      !one.matches('.rich a'),
  );
  const small = targets.flatMap((one) => {
    const { width, height } = (one.closest('label') ?? one).getBoundingClientRect();
    const size = `${Math.round(width)} × ${Math.round(height)}`;
    return Math.min(width, height) < least ? [`${one.textContent.trim() || one.localName}: ${size}`] : [];
  });
  return { small, count: targets.length };
}

/** Three states of each widget, at the width of a phone. */
async function sizesIn(t, pointer) {
  const isTouch = pointer === 'coarse';
  const frame = await openFrame({
    now: NOW,
    viewport: { width: 360, height: 780 },
    hasTouch: isTouch,
    isMobile: isTouch,
  });
  t.after(() => frame.close());
  assert.ok(await frame.page.evaluate((kind) => window.matchMedia(`(pointer: ${kind})`).matches, pointer));
  const found = [];
  for (const [widget, names] of Object.entries(TELLING)) {
    const stories = widgetStories().filter(
      ({ title, name }) => title === `Widgets/${widget}` && names.includes(name),
    );
    assert.equal(stories.length, names.length, widget);
    let count = 0;
    for (const { id } of stories) {
      await frame.show(id);
      const sizes = await frame.page.evaluate(smallTargets, LEAST[pointer]);
      count += sizes.count;
      found.push(...sizes.small.map((one) => `${id}: ${one}`));
    }
    assert.ok(count > 5, `${widget}: ${count} targets`);
  }
  return found;
}

for (const [pointer, least] of Object.entries(LEAST))
  test(`pointer ${pointer}: every target is at least ${least} px`, { timeout: 240_000 }, async (t) => {
    assert.deepEqual(await sizesIn(t, pointer), []);
  });
