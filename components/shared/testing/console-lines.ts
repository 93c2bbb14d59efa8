/** Catches what is written to the console in each test of a suite; gives the lines so far. */
export function captureConsole(): () => string[] {
  const { warn, error } = console;
  let lines: string[] = [];
  const keep = (...values: unknown[]) => {
    lines.push(values.map(String).join(' '));
  };
  beforeEach(() => {
    lines = [];
    console.warn = keep;
    console.error = keep;
  });
  afterEach(() => {
    console.warn = warn;
    console.error = error;
  });
  return () => lines;
}
