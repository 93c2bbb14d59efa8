/** Node's own test runner, in a form that needs no `void` before each call. */
import nodeTest from 'node:test';

export function test(name: string, run: () => void | Promise<void>): void {
  void nodeTest(name, run);
}
