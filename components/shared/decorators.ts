import type { PropertyOptions, ReactiveElement } from './reactive-element.js';

type Decorator = (element: ReactiveElement, name: string) => void;

/** A property of the public surface, for TypeScript's legacy decorators; as Lit's own. */
export function property(options: PropertyOptions = {}): Decorator {
  return (element, name) => {
    (element.constructor as typeof ReactiveElement).createProperty(name, options);
    // Else the compiler's helper puts the class's own accessor back.
    return Object.getOwnPropertyDescriptor(element, name);
  };
}

/** A reactive field of the widget's own, without an attribute. */
export function state(): Decorator {
  return property({ attribute: false, state: true });
}
