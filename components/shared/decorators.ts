import type { PropertyDeclaration, ReactiveElement } from 'lit';

/**
 * Lit's `@property` and `@state` for TypeScript's legacy decorators only; Lit's own handle standard decorators too,
 * at seven times the size (docs/adr/0003).
 */
export function property(options?: PropertyDeclaration) {
  return (element: ReactiveElement, name: string): void => {
    (element.constructor as typeof ReactiveElement).createProperty(name, options);
  };
}

/** A reactive field of the widget's own, without an attribute. */
export function state() {
  return property({ state: true, attribute: false });
}
