import { nextTask } from './structure-loading.js';

/** A row is at least as high as its button. */
const ROW_PX = 48;
/** The first frame with rows is on screen by then. */
const FIRST_FRAME_MS = 50;

/**
 * How many rows are rendered by now. The first time, before anything is compiled, a screen with all its rows would be
 * too much for one task: first comes what stands around them, then what a screen has room for, then all.
 */
export class Unfolding {
  /** Rows, at most. */
  most = -1;
  readonly #step: () => void;

  /** @param step called when there is more to render */
  constructor(step: () => void) {
    this.#step = step;
  }

  /** Goes one step on; the others follow by themselves. @returns whether there are rows */
  next(): boolean {
    if (this.most < 0) {
      this.most = 0;
      void nextTask().then(this.#step);
      return false;
    }
    if (this.most === 0) {
      this.most = Math.ceil(innerHeight / ROW_PX);
      setTimeout(() => {
        this.most = Infinity;
        this.#step();
      }, FIRST_FRAME_MS);
    }
    return true;
  }
}
