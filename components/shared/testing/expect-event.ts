import { expect } from '@open-wc/testing';

/** Keeps the events of these types in the order in which they come. */
export function record(target: EventTarget, types: readonly string[]): CustomEvent[] {
  const seen: CustomEvent[] = [];
  for (const type of types) target.addEventListener(type, (event) => seen.push(event as CustomEvent));
  return seen;
}

/**
 * Asserts that an action makes exactly these events come, in this order.
 * @returns the events
 */
export async function expectEvent(
  target: EventTarget,
  names: readonly string[],
  action: () => unknown,
): Promise<CustomEvent[]> {
  const seen = record(target, [...new Set(names)]);
  await action();
  const end = performance.now() + 1_000;
  while (seen.length < names.length && performance.now() < end) {
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
  expect(seen.map(({ type }) => type)).to.deep.equal(names);
  return seen;
}
