const realTimeout = window.setTimeout.bind(window);

/** So much faster do timers run. */
const FACTOR = 40;

/** A pause of real time. */
export const realPause = (ms: number): Promise<void> =>
  new Promise((resolve) => void realTimeout(resolve, ms));

/** Timers run fast in a suite, so that nobody waits for the pauses between two tries. */
export function useQuickTime(): void {
  const { setTimeout } = window;
  before(() => {
    window.setTimeout = ((run: () => void, ms = 0) =>
      realTimeout(run, ms / FACTOR)) as unknown as typeof window.setTimeout;
  });
  after(() => {
    window.setTimeout = setTimeout;
  });
}
