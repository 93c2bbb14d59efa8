/**
 * The compiler's helper for decorators serves every kind of decorator there ever was; the kit has one, and it changes
 * the class by itself. In place of the helper's 580 bytes, this.
 */
const HELPER = /@oxc-project\+?\/?runtime.*\/decorate\.js$/;

/** A Rolldown/Vite plugin. */
export function leanDecorators() {
  return {
    name: 'skranke-lean-decorators',
    transform: (_code, id) =>
      HELPER.test(id)
        ? 'export default (decorators, target, name) => decorators.forEach((decorate) => decorate(target, name));'
        : null,
  };
}
