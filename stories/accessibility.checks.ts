/** What can be wrong with how a widget stands on the page, one line a fault. */

export type Widget = HTMLElement & { readonly updateComplete: Promise<boolean> };

const MIN_TARGET = 24;
const CONTROLS = 'button, summary, input, select, textarea, a[href]';

/** WCAG 1.4.12, as a user's own style sheet sets it. */
const SPACING = new CSSStyleSheet();
SPACING.replaceSync(`
  * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
  p { margin-block-end: 2em !important }`);

const inside = (widget: Widget) =>
  [...widget.shadowRoot!.querySelectorAll<HTMLElement>('*')].filter((one) => one.checkVisibility());

export const nameOf = (element: Element): string =>
  `${element.localName}.${element.getAttribute('class') ?? ''} '${element.textContent.trim().slice(0, 30)}'`;

/** What only screen readers get is cut off on purpose. */
const isHidden = (element: Element) =>
  element.closest('.hidden, [aria-hidden=true], svg, [data-skranke-announcer]') !== null;

/** What stands out of the room that the widget has. Stories of a fixed width make that room themselves. */
function overflows(widget: Widget): string[] {
  const room = widget.getBoundingClientRect();
  return (
    inside(widget)
      // The padding of an opened row goes beyond it, as the hover of a closed one does: room for focus rings.
      .filter((one) => !isHidden(one) && !one.matches('.panel'))
      .filter((one) => {
        const { left, right } = one.getBoundingClientRect();
        return right > room.right + 1 || left < room.left - 1;
      })
      .map((one) => `${nameOf(one)} is wider than its room`)
  );
}

/** Text that is cut off; what is written into a field can be moved in it. */
function clipped(widget: Widget): string[] {
  const cuts = (overflow: string) => overflow === 'hidden' || overflow === 'clip';
  return inside(widget)
    .filter((one) => !isHidden(one) && !one.matches('input'))
    .filter((one) => {
      const { overflowX, overflowY } = getComputedStyle(one);
      return (
        (cuts(overflowY) && one.scrollHeight > one.clientHeight + 1) ||
        (cuts(overflowX) && one.scrollWidth > one.clientWidth + 1)
      );
    })
    .map((one) => `${nameOf(one)} is cut off`);
}

/** WCAG 2.5.8; links inside a line of text are exempt. */
function smallTargets(widget: Widget): string[] {
  return inside(widget)
    .filter((one) => one.matches('button, summary, input, select, textarea, a.button'))
    .filter((one) => Math.min(one.offsetHeight, one.offsetWidth) < MIN_TARGET)
    .map((one) => `${nameOf(one)} is ${one.offsetWidth} × ${one.offsetHeight}`);
}

/** Everything that can have the focus shows it by an outline, which forced colours keep. */
function withoutFocusRing(widget: Widget): string[] {
  return inside(widget)
    .filter((one) => one.matches(CONTROLS))
    .filter((one) => {
      one.focus();
      // A choice shows it around itself and its words.
      const { outlineStyle, outlineWidth } = getComputedStyle(one.closest('.option') ?? one);
      return (
        widget.shadowRoot!.activeElement === one && (outlineStyle === 'none' || parseFloat(outlineWidth) < 2)
      );
    })
    .map((one) => `${nameOf(one)} has no focus ring`);
}

/** In forced colours a fill is gone: a control is known by an edge, its own or its row's, or a line under its words. */
function withoutEdge(widget: Widget): string[] {
  const hasEdge = (one: Element | null) => {
    if (!one) return false;
    const { borderBottomStyle, borderBottomWidth, borderTopStyle, borderTopWidth } = getComputedStyle(one);
    const sides = [
      [borderTopStyle, borderTopWidth],
      [borderBottomStyle, borderBottomWidth],
    ];
    return sides.some(([style, width]) => style !== 'none' && parseFloat(width ?? '') >= 1);
  };
  return inside(widget)
    .filter((one) => one.matches(CONTROLS) && !one.matches('[type=radio]'))
    .filter((one) => !hasEdge(one) && !hasEdge(one.closest('li')))
    .filter((one) => !getComputedStyle(one).textDecorationLine.includes('underline'))
    .map((one) => `${nameOf(one)} has no edge in forced colours`);
}

/** What is pressed can be told from what is not without its colours. */
function pressedAlike(widget: Widget): string[] {
  const look = (one: HTMLElement) => {
    const {
      borderBottomWidth,
      borderBottomStyle,
      fontWeight,
      textDecorationLine,
      forcedColorAdjust,
      backgroundColor,
    } = getComputedStyle(one) as CSSStyleDeclaration & { readonly forcedColorAdjust?: string };
    const fill = forcedColorAdjust === 'none' ? backgroundColor : '';
    return [borderBottomWidth, borderBottomStyle, fontWeight, textDecorationLine, fill].join();
  };
  const toggles = inside(widget).filter((one) => one.hasAttribute('aria-pressed'));
  return toggles
    .filter((one) => one.ariaPressed === 'true')
    .filter((one) => toggles.some((other) => other.ariaPressed === 'false' && look(other) === look(one)))
    .map((one) => `${nameOf(one)} is pressed and does not show it`);
}

function moving(widget: Widget): string[] {
  return widget
    .shadowRoot!.getAnimations()
    .filter(({ playState, effect }) => playState === 'running' && effect?.getTiming().duration !== 0.01)
    .map(() => 'something moves');
}

/** @param media what the engine could switch on */
export async function checkPlace(
  widget: Widget,
  { isForced, isStill }: { readonly isForced: boolean; readonly isStill: boolean },
): Promise<string[]> {
  const found = [...overflows(widget), ...smallTargets(widget), ...withoutFocusRing(widget)];
  if (isForced) found.push(...withoutEdge(widget), ...pressedAlike(widget));
  if (isStill) found.push(...moving(widget));
  const again = (setting: string) =>
    found.push(...[...overflows(widget), ...clipped(widget)].map((fault) => `${fault} (${setting})`));

  const root = widget.shadowRoot!;
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, SPACING];
  await widget.updateComplete;
  again('text spacing');
  root.adoptedStyleSheets = root.adoptedStyleSheets.filter((sheet) => sheet !== SPACING);

  document.body.style.fontSize = '200%';
  await widget.updateComplete;
  again('text at 200 %');
  document.body.style.fontSize = '';
  return found;
}

/** What a user goes by that comes back in several states: everything but rows of lists and what belongs to
 * a message, by kind and words. */
export function navigationOf(widget: Widget): string[] {
  const found = inside(widget)
    .filter(
      (one) =>
        one.matches('nav, [role=group], input[type=search], button, a.button') &&
        !one.closest('li, td, .message'),
    )
    .map((one) => {
      const words = one.ariaLabel ?? (one.matches('nav, [role=group]') ? '' : one.textContent);
      return `${one.localName} ${words}`
        .replaceAll(/[\d.]+/g, 'N')
        .replaceAll(/\s+/g, ' ')
        .trim();
    });
  return [...new Set(found)];
}

/** WCAG 3.2.3: two that stand in one order in one state, and in the other in another. */
export function inOtherOrder(orders: Readonly<Record<string, readonly string[]>>): string[] {
  const seen = new Map<string, string>();
  const faults: string[] = [];
  for (const [state, order] of Object.entries(orders))
    order.forEach((first, index) => {
      for (const second of order.slice(index + 1)) {
        const other = seen.get(`${second} before ${first}`);
        if (other) faults.push(`${state}: ${first} before ${second}, otherwise in ${other}`);
        seen.set(`${first} before ${second}`, state);
      }
    });
  return faults;
}
