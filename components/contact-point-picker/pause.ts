/** Typing goes on for so long after the last key before what came of it is read out. */
const TYPING_MS = 500;

/** Does something when the user pauses. */
export class Pause {
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** Does it some time after the last call. */
  then(action: () => void, ms = TYPING_MS): void {
    this.stop();
    this.#timer = setTimeout(action, ms);
  }

  stop(): void {
    clearTimeout(this.#timer);
  }
}
