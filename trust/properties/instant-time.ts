/** Short waits end at once in a suite, and long ones never: a case takes milliseconds, and no timer is left of it. */
const LONG_MS = 2_000;

export function useInstantTime(): () => Promise<void> {
  const { setTimeout, clearTimeout } = window;
  const { port1, port2 } = new MessageChannel();
  const jobs = new Map<number, () => void>();
  let last = 0;
  // A message comes as a task of its own, without the 4 ms that a browser puts between nested timers.
  port1.onmessage = ({ data }) => {
    const job = jobs.get(data as number);
    jobs.delete(data as number);
    job?.();
  };
  const schedule = (job: () => void, ms = 0): number => {
    last += 1;
    if (ms > LONG_MS) return last;
    jobs.set(last, job);
    port2.postMessage(last);
    return last;
  };
  before(() => {
    window.setTimeout = schedule as unknown as typeof window.setTimeout;
    window.clearTimeout = (id) => jobs.delete(Number(id));
  });
  after(() => {
    Object.assign(window, { setTimeout, clearTimeout });
    port1.close();
  });
  /** Lets everything go on that waits for no answer. */
  return async () => {
    for (let turn = 0; turn < 3; turn++) await new Promise<void>((resolve) => void schedule(resolve));
  };
}
