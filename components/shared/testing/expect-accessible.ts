import { expect } from '@open-wc/testing';

/** Asserts that axe finds nothing in the element, shadow roots included. */
export async function expectAccessible(element: Element): Promise<void> {
  await expect(element).to.be.accessible();
}
