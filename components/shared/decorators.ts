import type { PropertyOptions, ReactiveElement } from './reactive-element.js';

/** A property of the public surface, for TypeScript's legacy decorators; as Lit's own. */
export function property(options: PropertyOptions = {}) {
  return (element: ReactiveElement, name: string): void => {
    (element.constructor as typeof ReactiveElement).createProperty(name, options);
  };
}

/** A reactive field of the widget's own, without an attribute. */
export function state() {
  return property({ attribute: false });
}
