import { expect } from '@open-wc/testing';
import { isFramedByStranger, type FramedView } from './framing.js';
import { leaveOut } from './testing/media.js';

const OWN = 'https://kommune.test';
const PORTAL = 'https://portal.test';
const EVIL = 'https://evil.test';

/** A page in frames of these origins, the nearest first; `null` for one that cannot be looked into. */
function pageIn(
  around: (string | null)[],
  view: { told?: string[]; referrer?: string; origin?: string } = {},
) {
  const { told, referrer = '', origin = OWN } = view;
  const frames = [origin, ...around].map((one): Record<string, unknown> => {
    const read = () => {
      if (one === null) throw new DOMException('blocked', 'SecurityError');
      return one;
    };
    return Object.defineProperty({}, 'origin', { get: read });
  });
  frames.forEach((frame, i) => {
    frame['parent'] = frames[i + 1] ?? frame;
    frame['top'] = frames.at(-1);
    frame['location'] = told ? { ancestorOrigins: told } : {};
    frame['document'] = { referrer };
  });
  return frames[0] as unknown as FramedView;
}

const cases: [name: string, isStranger: boolean, view: FramedView, allowed?: readonly string[]][] = [
  ['no frame', false, pageIn([])],
  ['a frame of its own', false, pageIn([OWN], { told: [OWN] })],
  ['a stranger', true, pageIn([null], { told: [EVIL] })],
  ['an allowed origin', false, pageIn([null], { told: [PORTAL] }), [PORTAL]],
  ['an allowed origin, with a slash', false, pageIn([null], { told: [PORTAL] }), [`${PORTAL}/`]],
  ['an allowed origin inside a stranger', true, pageIn([null, null], { told: [PORTAL, EVIL] }), [PORTAL]],
  ['a stranger inside its own', true, pageIn([null, OWN], { told: [EVIL, OWN] })],
  ['a look-alike of an allowed one', true, pageIn([null], { told: [`${PORTAL}.evil.test`] }), [PORTAL]],
  ['another port', true, pageIn([null], { told: [`${PORTAL}:444`] }), [PORTAL]],
  ['a sandbox', true, pageIn([null], { told: ['null'] }), ['null']],
  ['a sandbox around a sandbox', true, pageIn([null], { told: ['null'], origin: 'null' })],
  ['an allowance of another kind', true, pageIn([null], { told: [EVIL] }), EVIL as unknown as string[]],
  ['an allowance that holds no text', true, pageIn([null], { told: [EVIL] }), [1 as unknown as string]],
  // Where the browser does not tell the origins around.
  ['its own, looked into', false, pageIn([OWN, OWN])],
  ['an allowed one, told by the referrer', false, pageIn([null], { referrer: `${PORTAL}/a?b` }), [PORTAL]],
  ['a stranger, told by the referrer', true, pageIn([null], { referrer: `${EVIL}/` }), [PORTAL]],
  ['one that nothing tells', true, pageIn([null]), [PORTAL]],
  ['one that its own referrer says nothing of', true, pageIn([null], { referrer: `${OWN}/` })],
  ['an unknown one around an allowed one', true, pageIn([null, null], { referrer: PORTAL }), [PORTAL]],
  ['an allowed one inside its own', false, pageIn([null, OWN], { referrer: PORTAL }), [PORTAL]],
];

describe('framed', () => {
  for (const [name, isStranger, view, allowed] of cases) {
    it(`by ${name}: ${isStranger ? 'refused' : 'fine'}`, () => {
      expect(isFramedByStranger(allowed, view)).to.equal(isStranger);
    });
  }

  it('is fine on a page that stands alone', () => {
    expect(isFramedByStranger(undefined)).to.equal(false);
  });

  it('is refused where the frame has no page around it any more', async function () {
    const frame = document.createElement('iframe');
    document.body.append(frame);
    const view = frame.contentWindow as unknown as FramedView;
    expect(isFramedByStranger(undefined, view)).to.equal(false);
    frame.remove();
    // In WebKit it is a page of its own then, or keeps what it knew; nobody can see or press it.
    if (view.top === view || view.location.ancestorOrigins?.length)
      await leaveOut(this, 'a removed frame does not know it');
    else expect(isFramedByStranger(undefined, view)).to.equal(true);
  });
});
