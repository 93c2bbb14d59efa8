/**
 * Runs inside the page of `model-runner.mjs`: the little of Mocha that the models' tests use. A test has the number of
 * its place as id.
 */
const suites = [{ name: '', beforeEach: [], afterEach: [] }];
const tests = [];
const before = [];
/** What nobody caught: Web Test Runner, too, fails for it. */
const uncaught = [];

Object.assign(globalThis, {
  describe(name, define) {
    suites.push({ name, beforeEach: [], afterEach: [] });
    define();
    suites.pop();
  },
  it(name, run) {
    const whole = [...suites.map((suite) => suite.name), name].join(' ').trim();
    tests.push({ id: String(tests.length), name: whole, run, around: [...suites] });
  },
  before: (run) => before.push(run),
  // The page ends after the tests.
  after: () => {},
  beforeEach: (run) => suites.at(-1).beforeEach.push(run),
  afterEach: (run) => suites.at(-1).afterEach.push(run),
});

globalThis.addEventListener('error', (event) => uncaught.push(event.error ?? event.message));
globalThis.addEventListener('unhandledrejection', (event) => uncaught.push(event.reason));

async function failureOf({ run, around }) {
  try {
    for (const hook of around.flatMap((suite) => suite.beforeEach)) await hook();
    await run();
    for (const hook of around.toReversed().flatMap((suite) => suite.afterEach)) await hook();
    if (uncaught.length > 0) throw uncaught[0];
    return undefined;
  } catch (error) {
    return String(error?.message ?? error) || 'failed';
  }
}

/**
 * @param only ids of the tests, in the order in which they are to run; all when left out
 * @returns the tests that ran, up to the first that failed, with the milliseconds that each took
 */
globalThis.runModelTests = async (only = tests.map(({ id }) => id)) => {
  const results = [];
  for (const hook of before) await hook();
  for (const test of only.map((id) => tests[Number(id)])) {
    globalThis.__stryker__.currentTestId = test.id;
    const start = performance.now();
    const failure = await failureOf(test);
    results.push({ id: test.id, name: test.name, failure, ms: performance.now() - start });
    if (failure !== undefined) break;
  }
  return results;
};
